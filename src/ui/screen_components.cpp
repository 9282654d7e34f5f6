#include "ui/screen_components.hpp"

#include <array>
#include <vector>

#include "assets/icons.hpp"

namespace stoepkrijt::ui {
namespace {

using namespace assets;

void section(Ui& ui, std::string_view k, std::string_view title) {
  ui.heading(key("c/", k), 2, title, TextStyle::kH3);
  ui.gap(12);
}

void letters(Ui& ui) {
  section(ui, "letters", "Letters");
  ui.text("c/t1", "Titel 34/800", TextStyle::kDisplay);
  ui.text("c/t2", "Kop 1 30/800", TextStyle::kH1);
  ui.text("c/t3", "Kop 2 22/700", TextStyle::kH2);
  ui.text("c/t4", "Kop 3 18/700", TextStyle::kH3);
  ui.text("c/t5", "Inleiding met **vet** en ==uw keuze==", TextStyle::kLead, {.accent = Token::kLink});
  ui.text("c/t6", "Tekst 17/400, regel 1,45");
  ui.text("c/t7", "Klein 16/400, nooit kleiner", TextStyle::kSmall, {.color = Token::kInk2});
  ui.text("c/t8",
          "€\xC2\xA0"
          "28.200",
          TextStyle::kMoney);
}

void buttons(Ui& ui, ComponentsUi& state) {
  section(ui, "buttons", "Knoppen");
  ui.grid(8, 150, 12, [&](int i) {
    switch (i) {
      case 0:
        if (ui.button("c/b/vote", "Stem")) ui.announce("Gestemd");
        break;
      case 1:
        ui.button("c/b/icon", "Met icoon", {.icon = kIconPencil});
        break;
      case 2:
        ui.button("c/b/back", "Terug", {.kind = ButtonKind::kSecondary});
        break;
      case 3:
        ui.button("c/b/choose", "Kies", {.kind = ButtonKind::kChoice, .icon = kIconPencilPlus});
        break;
      case 4:
        ui.button("c/b/wait", "Lever in", {.disabled = true, .reason = "Nog 7 tekens"});
        break;
      case 5:
        ui.button("c/b/skip", "Overslaan", {.kind = ButtonKind::kQuiet});
        break;
      case 6:
        if (ui.button("c/b/toast", "Bewaar", {.icon = kIconCheck})) state.toast_at = ui.now();
        break;
      default:
        if (ui.button("c/b/dialog", "Venster",
                      {.kind = ButtonKind::kSecondary, .icon = kIconArrowRight, .icon_right = true}))
          state.dialog = true;
    }
  });
}

void plans(Ui& ui, ComponentsUi& state) {
  section(ui, "plans", "Plankaart met euro-balk");
  struct Sample {
    int theme;
    Icon icon;
    std::string_view title, price, place, name;
    float share;
  };
  const std::array<Sample, 3> samples = {{{1, kIconBench, "Meer bankjes in het Schuttersveld",
                                           "€\xC2\xA0"
                                           "9.600",
                                           "Oud Crooswijk", "bankjes", 0.16F},
                                          {3, kIconBulb, "Beter licht langs de Boezem",
                                           "€\xC2\xA0"
                                           "14.500",
                                           "Rubroek", "licht", 0.2417F},
                                          {5, kIconStretching, "Beweegtuin voor ouderen aan de Rotte",
                                           "€\xC2\xA0"
                                           "18.500",
                                           "Oud Crooswijk", "tuin", 0.3083F}}};
  ui.list("c/plans/list", "Plannen", [&] {
    for (int i = 0; i < 3; ++i) {
      const Sample& s = samples.at(static_cast<std::size_t>(i));
      const std::string open = key(s.title, ", ", s.price, ", ", s.place), choose = key("Kies ", s.title);
      const PlanCardResult r = ui.plan_card(key("c/plan/", s.name), {.theme = s.theme,
                                                                     .icon = s.icon,
                                                                     .title = s.title,
                                                                     .price = s.price,
                                                                     .place = s.place,
                                                                     .share = s.share,
                                                                     .chosen = (state.plan_chosen >> i & 1) != 0,
                                                                     .reason = i == 2 ? "Past niet: €\xC2\xA0"
                                                                                        "1.300 te veel"
                                                                                      : "",
                                                                     .open_name = open,
                                                                     .choose_name = choose});
      if (r.toggled) state.plan_chosen ^= 1 << i;
      ui.gap(12);
    }
  });
}

void meters(Ui& ui) {
  section(ui, "meter", "Budgetmeter");
  const std::array<Part, 4> left = {
      {{1, 0.16F, kIconPlant2}, {3, 0.2417F, kIconBulb}, {4, 0.07F, kIconAbc}, {6, 0.058F, kIconUsersGroup}}};
  const std::array<Part, 4> over = {
      {{1, 0.32F, kIconPlant2}, {3, 0.34F, kIconBulb}, {5, 0.31F, kIconHeartbeat}, {6, 0.06F, kIconUsersGroup}}};
  ui.heading_row("c/meter/left", 3,
                 "€\xC2\xA0"
                 "28.200 over",
                 TextStyle::kMoney,
                 "van €\xC2\xA0"
                 "60.000");
  ui.gap(8);
  ui.budget_meter("c/meter/a", "31.800 van 60.000 euro gekozen, 28.200 over", left, 6, false);
  ui.gap(16);
  ui.icon_line("c/meter/over", kIconAlertTriangle, Token::kNeg,
               "**€\xC2\xA0"
               "1.300 te veel. Haal iets weg.**",
               TextStyle::kBody, {.color = Token::kNeg});
  ui.gap(8);
  ui.budget_meter("c/meter/b", "1.300 euro te veel", over, 6, true);
}

void numbers(Ui& ui, ComponentsUi& state) {
  section(ui, "numbers", "Punten geven en code");
  state.points += ui.stepper("c/points", "Punten", std::to_string(state.points), "van 10 punten", "Een punt minder",
                             "Een punt meer", state.points > 0, state.points < 10);
  ui.gap(16);
  ui.code_field("c/code", state.code, "Code van uw kaart", "");
  ui.gap(12);
  std::string wrong = "7KQ48";
  ui.code_field("c/code-wrong", wrong, "Code van uw kaart, fout", "Deze code klopt niet. Kijk op uw kaart.");
}

void levels(Ui& ui, ComponentsUi& state) {
  section(ui, "levels", "Niveau A+ tot en met D");
  const std::array<std::string_view, 5> words = {"Top", "Schoon", "Matig", "Vuil", "Slecht"};
  if (const Level l = ui.level_picker("c/level", "Hoe schoon is het?", words, state.level); l != Level::kNone)
    state.level = l;
  ui.gap(10);
  ui.note("c/level/rule", Tone::kNeutral, kIconInfoCircle,
          "**C**: tot 25 stuks afval op de slechtste plek van 10 bij 10 meter.");
  ui.gap(12);
  ui.row({Cell::grow(), Cell::grow()}, 12, VAlign::kTop, [&](int i) {
    if (i == 0)
      static_cast<void>(ui.photo_tile("c/photo",
                                      {.name = "Foto van de bak",
                                       .instead = "Deze foto is niet meegekomen.",
                                       .gone = true,
                                       .badge = "Nagekeken",
                                       .remove_name = "Haal de foto weg"},
                                      ui.width()));
    else
      ui.add_tile("c/photo/add", "Nog een foto", kIconCameraPlus, ui.width() * 0.75F);
  });
}

void kinds(Ui& ui) {
  section(ui, "kinds", "Kaart: vorm is soort, letter is niveau");
  const std::array<std::string_view, 3> words = {"Niet goed", "Goed!", "Idee"};
  const std::array<Icon, 3> icons = {kIconAlertTriangle, kIconThumbUp, kIconBulb};
  const std::array<Kind, 3> kind = {Kind::kProblem, Kind::kStrong, Kind::kIdea};
  ui.row({Cell::grow(), Cell::grow(), Cell::grow()}, 8, VAlign::kTop, [&](int i) {
    const auto u = static_cast<std::size_t>(i);
    ui.kind_card(key("c/kind/", std::to_string(i)), kind.at(u), icons.at(u), words.at(u), words.at(u));
  });
  ui.gap(12);
  ui.flow(8, [&] {
    ui.kind_chip("c/kc/0", "Niet goed 24", Kind::kProblem, true);
    ui.kind_chip("c/kc/1", "Goed 12", Kind::kStrong, true);
    ui.kind_chip("c/kc/2", "Idee 5", Kind::kIdea, false);
  });
}

void chips(Ui& ui, ComponentsUi& state) {
  section(ui, "chips", "Chips, tabs, rij");
  const std::array<std::string_view, 4> words = {"Schoon", "Heel", "Veilig", "Samen"};
  const std::array<Icon, 4> icons = {kIconTrash, kIconHammer, kIconShieldCheck, kIconUsersGroup};
  ui.flow(8, [&] {
    for (int i = 0; i < 4; ++i) {
      const auto u = static_cast<std::size_t>(i);
      if (ui.chip(key("c/chip/", std::to_string(i)), words.at(u), icons.at(u), state.chip == i)) state.chip = i;
    }
  });
  ui.gap(16);
  const std::array<std::string_view, 3> tabs = {"Lijst", "Kaart", "Kosten"};
  if (const int t = ui.tabs("c/tabs", "Weergave", tabs, state.tab); t >= 0) state.tab = t;
  ui.gap(16);
  ui.card("c/rows", {.padding = 0}, [&] {
    ui.list_row("c/row/1", {.kind = Kind::kProblem,
                            .icon = kIconTrash,
                            .title = "Zakken naast de bak",
                            .status = "Bezig",
                            .status_tone = Tone::kWarning,
                            .place = "Marnixstraat",
                            .level = Level::kC});
    ui.list_row("c/row/2", {.kind = Kind::kStrong,
                            .icon = kIconTrees,
                            .title = "Mooie oude bomen",
                            .status = "Sterk punt",
                            .status_tone = Tone::kPositive,
                            .place = "Schuttersveld",
                            .level = Level::kAPlus,
                            .count = "11",
                            .chosen = true,
                            .chevron = false});
    ui.list_row("c/row/3", {.kind = Kind::kIdea,
                            .icon = kIconBulb,
                            .title = "Bank bij de speelplek",
                            .status = "Idee",
                            .status_tone = Tone::kIdea,
                            .place = "Schuttersweg",
                            .count = "7",
                            .chevron = false,
                            .last = true});
  });
}

void messages(Ui& ui) {
  section(ui, "messages", "Fout en hulp");
  ui.box("c/box/1", Tone::kNegative, kIconAlertTriangle, "Foto past niet meer",
         "Het toestel is vol. Uw tekst is wel bewaard.",
         [&] { ui.link("c/box/1/link", "Zet oude foto’s in een bestand", kIconDeviceFloppy); });
  ui.gap(14);
  ui.box("c/box/2", Tone::kWarning, kIconCurrentLocation, "Plek is niet precies",
         "Het kan 60 meter schelen. Zet de speld zelf goed.");
  ui.gap(14);
  ui.note("c/note", Tone::kWarning, kIconLock, "Na het inleveren kunt u niets meer veranderen. Uw stem is geheim.");
  ui.gap(14);
  ui.flow(8, [&] {
    ui.label("c/l/1", Tone::kPositive, kIconCircleCheck, "Klaar");
    ui.label("c/l/2", Tone::kWarning, kIconCircleDashed, "Bezig");
    ui.label("c/l/3", Tone::kNeutral, kIconClock, "Straks");
    ui.label("c/l/4", Tone::kNegative, kIconCircleX, "Gaat nu niet door", true);
    ui.theme_tag("c/l/5", 1, kIconPlant2, "Buitenruimte");
  });
}

void steps(Ui& ui) {
  section(ui, "steps", "Stap, wachten, leeg");
  const std::array<Step, 4> four = {{{"1", "weten"}, {"2", "denken"}, {"3", "doen"}, {"4", "beslissen"}}};
  ui.hopscotch("c/hop", "U beslist mee, stap 4 van 4", four, 3, 90, 44);
  ui.gap(14);
  ui.heading_row("c/file", 3, "Bestand 2 van 3", TextStyle::kBodyBold, "66 %");
  ui.gap(4);
  ui.progress("c/progress", "Bestanden inlezen", 2, 3);
  ui.gap(16);
  ui.empty_state("c/empty", "Nog niets gezien", "Loop een stukje en tik op wat u ziet.");
}

void fields(Ui& ui, ComponentsUi& state) {
  section(ui, "fields", "Velden en keuzes");
  ui.search_field("c/search", state.search, {.label = "Zoek straat of woord"});
  ui.gap(12);
  ui.text_field("c/story", state.story,
                {.label = "Vertel erbij", .hint = "Dit hoeft niet.", .placeholder = "Wat ziet u?"});
  ui.gap(12);
  std::string empty;
  ui.text_field("c/name", empty, {.label = "Straat", .error = "Deze straat kennen wij niet."});
  ui.gap(12);
  if (ui.checkbox("c/check", "Ik heb alles nagekeken", state.checked, "Daarna kunt u niets meer veranderen."))
    state.checked = !state.checked;
  ui.gap(12);
  const std::array<std::string_view, 3> words = {"Gewone letters", "Grote letters", "Heel grote letters"};
  if (const int i = ui.radio_cards("c/radio", "Grootte van de letters", words, state.radio); i >= 0) state.radio = i;
}

void money(Ui& ui) {
  section(ui, "money", "Uitleg van de uitslag");
  ui.numbered_card("c/why1", 1, "Elke stem kreeg evenveel geld", [&] {
    ui.gap(12);
    ui.row({Cell::grow(), Cell::width(ui.text_width("€\xC2\xA0"
                                                    "125",
                                                    TextStyle::kNumber) +
                                      1)},
           12, VAlign::kMiddle, [&](int i) {
             if (i == 0)
               ui.text("c/why1/t",
                       "€\xC2\xA0"
                       "60.000 voor 480 stemmers. Dat is voor ieder:",
                       TextStyle::kSmall);
             else
               ui.text("c/why1/n",
                       "€\xC2\xA0"
                       "125",
                       TextStyle::kNumber);
           });
    ui.gap(10);
    const std::array<Part, 1> full = {{{0, 1, 0,
                                        "€\xC2\xA0"
                                        "125"}}};
    const std::array<Part, 2> half = {{{1, 0.4F, 0, "50"}, {0, 0.6F, 0, "75"}}};
    ui.flow(7, [&] {
      ui.purse(full, 93);
      ui.purse(full, 93);
      ui.purse(half, 93);
    });
  });
  ui.gap(12);
  ui.numbered_card("c/why2", 2, "192 mensen kozen dit plan", [&] {
    ui.gap(12);
    ui.people_dots("c/dots", "192 mensen", 192);
  });
  ui.gap(12);
  ui.numbered_card("c/why3", 3, "Samen was dat te weinig", [&] {
    ui.gap(12);
    ui.solid_bar("c/solid", 1,
                 "192 × €\xC2\xA0"
                 "50 = €\xC2\xA0"
                 "9.600");
    ui.gap(8);
    ui.shortfall_bar("c/short", "9.200 euro van 16.000 euro", 0.575F,
                     "€\xC2\xA0"
                     "9.200",
                     "€\xC2\xA0"
                     "6.800 te kort");
    ui.gap(8);
    const std::array<Part, 3> parts = {{{0, 0, 0, "over"}, {1, 0, 0, "bankjes"}, {4, 0, 0, "taalcafé"}}};
    ui.legend(parts);
  });
}

void rows(Ui& ui) {
  section(ui, "rows", "Geld per thema");
  ui.card("c/themes", {}, [&] {
    ui.chart_row("c/th/3", 3, kIconBulb, "Veiligheid", 1,
                 "€\xC2\xA0"
                 "19.700");
    ui.chart_row("c/th/1", 1, kIconPlant2, "Buitenruimte", 0.83F,
                 "€\xC2\xA0"
                 "16.400");
    ui.chart_row("c/th/5", 5, kIconHeartbeat, "Gezondheid", 0,
                 "€\xC2\xA0"
                 "0");
    ui.measure_row("c/me/1", "Nieuw Crooswijk", 0.48F, "22", Tone::kNegative);
  });
  ui.gap(12);
  ui.card("c/kv", {.padding = 16}, [&] {
    ui.key_value("c/kv/1", "Kosten",
                 "€\xC2\xA0"
                 "16.000");
    ui.key_value("c/kv/2", "Regels voor het geld", "7 van 7", false, kIconCircleCheck, Token::kPos);
    ui.money_row("c/mr/1", 1, kIconBench, "Meer bankjes in het Schuttersveld", "",
                 "€\xC2\xA0"
                 "9.600");
    ui.result_row("c/rr/1", 6, kIconSoup, "Samen eten op donderdag",
                  "€\xC2\xA0"
                  "3.500 · 175 stemmen",
                  kIconChevronRight, Token::kPos, false, true);
    ui.link_row("c/lr", "Wat ligt al vast? En daarna?", 0);
  });
}

void rounds(Ui& ui) {
  section(ui, "rounds", "Zo ging het geld op, ronde na ronde");
  const std::array<Ui::RoundRow, 3> r = {
      {{"1", 6, kIconSoup, "Samen eten op donderdag", "175",
        "€\xC2\xA0"
        "20",
        0, 0.058F,
        "€\xC2\xA0"
        "3.500",
        false},
       {"2", 4, kIconCoffee, "Taalcafé in het buurthuis", "140",
        "€\xC2\xA0"
        "30",
        0.058F, 0.07F,
        "€\xC2\xA0"
        "4.200",
        false},
       {"+", 3, kIconTrafficLights, "Kleurig zebrapad bij de school", "96", "erbij", 0.78F, 0.087F,
        "€\xC2\xA0"
        "5.200",
        true}}};
  ui.card("c/rounds/card", {.padding = 18}, [&] {
    ui.round_timeline("c/rounds/t",
                      {.name = "Ronden",
                       .col_plan = "Ronde en plan",
                       .col_votes = "Stemmen",
                       .col_per_person = "per persoon",
                       .from_words = "€\xC2\xA0"
                                     "0",
                       .to_words = "€\xC2\xA0"
                                   "60.000",
                       .left_title = "Over voor volgend jaar",
                       .left_amount = "€\xC2\xA0"
                                      "8.800",
                       .left_from = 0.853F},
                      r);
  });
}

void code(Ui& ui) {
  // "Stoepkrijt", ISO/IEC 18004 version 1-L, mask 0
  constexpr std::string_view kModules =
      "#######...#.#.#######"
      "#.....#.....#.#.....#"
      "#.###.#.#.#...#.###.#"
      "#.###.#.....#.#.###.#"
      "#.###.#..#.##.#.###.#"
      "#.....#..###..#.....#"
      "#######.#.#.#.#######"
      "........#.#.........."
      "###.#####.#.###...#.."
      "..####..#..#.####...#"
      "...##.#.#.##.####.###"
      ".#.###.######..##...#"
      "###.###...##....#...#"
      "........#.#..##.#.#.."
      "#######.##..#..###.##"
      "#.....#.#.......#..##"
      "#.###.#.##..##......."
      "#.###.#..#.#...##..#."
      "#.###.#.#.##..#####.#"
      "#.....#.#..###.#...#."
      "#######.##.#..#.##.##";
  section(ui, "qr-code", "QR-code");
  std::vector<bool> modules;
  modules.reserve(kModules.size());
  for (const char c : kModules) modules.push_back(c == '#');
  ui.qr("c/qr", "QR-code met het woord Stoepkrijt", 21, modules);
}

void header(Ui& ui) {
  const float wide = ui.width();
  const bool one = wide < 700;
  const float mark = one ? 36.0F : 56.0F;
  const Rect r = ui.take(one ? 220.0F : 150.0F);
  ui.pavement(r);
  ui.chalk_wordmark(r.x + ui.margin(), r.y + 20, mark);
  ui.place({r.x + ui.margin(), r.y + 26 + mark, wide - 2 * ui.margin(), 0}, [&] {
    ui.text("c/sub",
            "Componenten: er is ==€\xC2\xA0"
            "60.000== voor plannen",
            TextStyle::kLead, {.color = Token::kChalk, .accent = Token::kSel});
  });
  ui.chalk_street(one ? Rect{r.x + 14, r.y + 96, wide - 28, 120} : Rect{r.x + wide - 460, r.y + 16, 430, 130});
}

}  // namespace

void draw_components(Ui& ui, ComponentsUi& state) {
  ui.fill(ui.screen(), Token::kDoc);
  const Ui::TopBarResult top = ui.top_bar("Componenten", "Terug", "Lees voor", "Taal");
  state.back = top.back;
  const Rect safe = ui.safe();
  const float y = ui.y();
  ui.scroll("c/scroll", {0, y, ui.screen().w, safe.y + safe.h - y}, [&] {
    header(ui);
    ui.gap(24);
    ui.inset(ui.margin(), [&] {
      ui.grid(14, 340, 36, [&](int i) {
        switch (i) {
          case 0:
            letters(ui);
            break;
          case 1:
            buttons(ui, state);
            break;
          case 2:
            plans(ui, state);
            break;
          case 3:
            meters(ui);
            break;
          case 4:
            numbers(ui, state);
            break;
          case 5:
            levels(ui, state);
            break;
          case 6:
            kinds(ui);
            break;
          case 7:
            chips(ui, state);
            break;
          case 8:
            messages(ui);
            break;
          case 9:
            steps(ui);
            break;
          case 10:
            fields(ui, state);
            break;
          case 11:
            money(ui);
            break;
          case 12:
            code(ui);
            break;
          default:
            rows(ui);
        }
      });
      ui.gap(36);
      rounds(ui);
      ui.gap(36);
    });
  });
  ui.toast("c/toast", "Bewaard op dit toestel", "Terug", state.toast_at, 24);
  if (state.dialog) {
    const bool open = ui.dialog("c/dialog", "Melding weggooien?", "De foto en de tekst zijn dan weg.", {}, [&] {
      ui.row({Cell::grow(), Cell::grow()}, 8, VAlign::kTop, [&](int i) {
        if (i == 0 && ui.button("c/dialog/no", "Nee, bewaar", {.kind = ButtonKind::kSecondary})) state.dialog = false;
        if (i == 1 && ui.button("c/dialog/yes", "Gooi weg", {.kind = ButtonKind::kDanger})) state.dialog = false;
      });
    });
    if (!open) state.dialog = false;
  }
}

}  // namespace stoepkrijt::ui
