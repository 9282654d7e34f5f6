// From plans to a signed package (app/office/office_view.hpp).
#include "ui/office_parts.hpp"
#include "ui/round_parts.hpp"

namespace stoepkrijt::ui {

namespace {

using app::OfficeView;
using app::office::ask;

void small(Ui& ui, std::string_view k, std::string_view words) {
  ui.text(k, plain(words), TextStyle::kSmall, {.color = Token::kInk2});
}

void round_card(const OfficeView& view, OfficeUi& mem, Ui& ui, app::CommandQueue& out) {
  ui.numbered_card("maken/ronde", 1, view.round_title, [&] {
    small(ui, "maken/ronde-woorden", view.round_words);
    ui.gap(8);
    if (view.rounds.size() > 1) {
      std::vector<std::string_view> names;
      int chosen = -1;
      for (std::size_t i = 0; i < view.rounds.size(); ++i) {
        names.emplace_back(view.rounds[i].words);
        if (view.rounds[i].chosen) chosen = static_cast<int>(i);
      }
      const int next = ui.radio_cards("maken/ronde-kies", view.round_title, names, chosen);
      if (next >= 0) mem.draft.round = view.rounds[static_cast<std::size_t>(next)].id;
      ui.gap(8);
    }
    if (!view.old_words.empty()) {
      ui.note("maken/oude-woorden", Tone::kWarning, icon_by_name("alert-triangle"), plain(view.old_words));
      ui.gap(8);
    }
    if (!view.practice_note.empty()) {
      ui.note("maken/voorbeeld", Tone::kAction, icon_by_name("info-circle"), plain(view.practice_note));
      ui.gap(8);
    }
    for (std::size_t i = 0; i < view.facts.size(); ++i) {
      const std::string k = key("maken/feit/", std::to_string(i));
      ui.text(key(k, "/naam"), plain(view.facts[i].name), TextStyle::kBodyBold);
      ui.text(k, plain(view.facts[i].words));
      ui.gap(8);
    }
    if (!view.change_next.empty() && ui.link("maken/volgende-ronde", view.change_next, icon_by_name("pencil"))) {
      go(out, app::Screen::kNextRound);
    }
    if (ui.link("maken/vorm", view.change_form, icon_by_name("pencil"))) {
      go(out, app::Screen::kVoteForm, view.round);
    }
    if (ui.link("maken/regel", view.change_rule, icon_by_name("pencil"))) go(out, app::Screen::kRule, view.round);
    if (ui.link("maken/potten", view.change_limits, icon_by_name("pencil"))) {
      go(out, app::Screen::kLimits, view.round);
    }
  });
}

void cards_card(const OfficeView& view, app::office::Draft& draft, Ui& ui) {
  ui.numbered_card("maken/kaarten", 2, view.cards_title, [&] {
    ui.gap(8);
    const auto wrong = [&](bool is) { return is ? std::string_view(view.not_number) : std::string_view{}; };
    ui.text_field("maken/codes", draft.codes,
                  {.label = view.codes_label,
                   .hint = view.codes_hint,
                   .error = wrong(view.codes_wrong),
                   .numeric = true,
                   .required = true});
    ui.gap(12);
    ui.text_field("maken/reserve", draft.reserves,
                  {.label = view.reserves_label,
                   .hint = view.reserves_hint,
                   .error = wrong(view.reserves_wrong),
                   .numeric = true});
    ui.gap(12);
    ui.text_field("maken/balie", draft.attended,
                  {.label = view.attended_label,
                   .hint = view.attended_hint,
                   .error = wrong(view.attended_wrong),
                   .numeric = true});
    if (!view.minutes.empty()) {
      ui.gap(6);
      ui.icon_line("maken/duur", icon_by_name("clock"), Token::kInk2, plain(view.minutes), TextStyle::kSmall);
    }
    ui.gap(12);
    ui.text_field("maken/waar", draft.place, {.label = view.place_label, .hint = view.place_hint});
  });
}

/// The field for typing a key, opened below one row.
void by_hand(const OfficeView& view, OfficeUi& mem, app::office::KeyPlace where, std::string_view k, Ui& ui,
             app::CommandQueue& out) {
  const bool box = where.holder >= ballotbox::kHolders;
  ui.gap(8);
  if (box) {
    const std::string_view channels[] = {view.kiosk, view.phone};
    const int next = ui.radio_cards(key(k, "/soort"), view.hand_channel, channels, mem.hand_channel);
    if (next >= 0) mem.hand_channel = next;
    ui.gap(8);
  }
  ui.text_field(key(k, "/naam"), mem.hand_name, {.label = box ? view.hand_box : view.hand_name});
  ui.gap(8);
  ui.text_field(key(k, "/tekst"), mem.hand_text, {.label = view.hand_label, .hint = view.hand_hint});
  ui.gap(8);
  if (ui.button(key(k, "/neem"), view.hand_put, {.kind = ButtonKind::kSecondary, .small = true})) {
    const auto owner = mem.hand_channel == 1 ? formats::KeyOwner::kPhone : formats::KeyOwner::kKiosk;
    out.push_back(ask(app::office::KeyTyped{where, mem.hand_text, mem.hand_name, owner}));
  }
}

void ways(const OfficeView& view, OfficeUi& mem, app::office::KeyPlace where, std::string_view k,
          std::string_view title, Ui& ui, app::CommandQueue& out) {
  const ButtonStyle style{.kind = ButtonKind::kSecondary, .small = true, .description = title};
  ui.grid(3, 150, 8, [&](int i) {
    ButtonStyle own = style;
    if (i == 0) {
      own.icon = icon_by_name("camera");
      if (ui.button(key(k, "/camera"), view.from_camera, own)) out.push_back(ask(app::office::KeyFromCamera{where}));
    } else if (i == 1) {
      own.icon = icon_by_name("file-import");
      if (ui.button(key(k, "/bestand"), view.from_file, own)) out.push_back(ask(app::office::KeyFromFile{where}));
    } else if (ui.button(key(k, "/typen"), view.by_hand, own)) {
      mem.hand = mem.hand == k ? std::string() : std::string(k);
      mem.hand_text.clear();
      mem.hand_name.clear();
    }
  });
  if (mem.hand == k) by_hand(view, mem, where, k, ui, out);
}

void key_row(const OfficeView& view, OfficeUi& mem, const OfficeView::KeyRow& row, Ui& ui, app::CommandQueue& out) {
  const std::string k = key("maken/", row.key);
  ui.region(k, Role::kGroup, row.title, [&] {
    if (row.words.empty()) {
      ui.text(key(k, "/wie"), plain(row.title), TextStyle::kBodyBold);
      ui.gap(6);
      ways(view, mem, row.where, k, row.title, ui, out);
      return;
    }
    if (mem.hand == k) mem.hand.clear();
    ui.icon_line(key(k, "/wie"), icon_by_name("circle-check"), Token::kPos, plain(row.title), TextStyle::kBodyBold);
    ui.gap(2);
    small(ui, key(k, "/woorden"), row.words);
    if (ui.link(key(k, "/weg"), row.drop, icon_by_name("x"))) {
      out.push_back(ask(app::office::DropKey{row.where, row.name}));
    }
  });
  ui.gap(16);
}

void keys_cards(const OfficeView& view, OfficeUi& mem, Ui& ui, app::CommandQueue& out) {
  ui.numbered_card("maken/houders", 3, view.holders_title, [&] {
    small(ui, "maken/houders-woorden", view.holders_words);
    ui.gap(12);
    for (const OfficeView::KeyRow& row : view.holders) key_row(view, mem, row, ui, out);
    if (ui.link("maken/sleutels", view.keys_link, icon_by_name("key"))) go(out, app::Screen::kKeys);
  });
  ui.gap(16);
  ui.numbered_card("maken/bussen", 4, view.boxes_title, [&] {
    small(ui, "maken/bussen-woorden", view.boxes_words);
    ui.gap(12);
    for (const OfficeView::KeyRow& row : view.boxes) key_row(view, mem, row, ui, out);
    ways(view, mem, {}, "maken/bus-erbij", view.boxes_title, ui, out);
  });
}

void modes_card(const OfficeView& view, app::office::Draft& draft, Ui& ui) {
  ui.numbered_card("maken/manieren", 5, view.modes_title, [&] {
    small(ui, "maken/manieren-woorden", view.modes_words);
    ui.gap(8);
    if (ui.checkbox("maken/zaal", view.open_meeting, draft.open_meeting, view.open_meeting_small)) {
      draft.open_meeting = !draft.open_meeting;
    }
    if (ui.checkbox("maken/papier", view.paper, draft.paper, view.paper_small)) draft.paper = !draft.paper;
    if (ui.checkbox("maken/oefenen", view.practice, draft.practice, view.practice_small)) {
      draft.practice = !draft.practice;
    }
  });
}

void publish_card(const OfficeView& view, app::office::Draft& draft, Ui& ui) {
  ui.numbered_card("maken/bekend", 6, view.publish_title, [&] {
    ui.gap(8);
    const std::string_view names[] = {view.open_urn, view.witnessed_urn};
    const int chosen = draft.publication == ballotbox::Publication::kOpenUrn ? 0 : 1;
    const int next = ui.radio_cards("maken/bekend-kies", view.publish_title, names, chosen);
    if (next >= 0) draft.publication = static_cast<ballotbox::Publication>(next);
    ui.gap(6);
    small(ui, "maken/bekend-uitleg", chosen == 0 ? view.open_urn_about : view.witnessed_urn_about);
    if (!view.signature_warning.empty()) {
      ui.gap(8);
      ui.note("maken/herkenbaar", Tone::kWarning, icon_by_name("alert-triangle"), plain(view.signature_warning));
    }
    ui.gap(16);
    ui.text("maken/wissen-kop", plain(view.delete_name), TextStyle::kBodyBold);
    ui.gap(6);
    const int step =
        day_row(ui, "maken/wissen", view.delete_name, view.delete_words, view.delete_less, view.delete_more);
    if (step != 0) draft.delete_by = step < 0 ? view.delete_before : view.delete_after;
  });
}

void summary_card(const OfficeView& view, Ui& ui, app::CommandQueue& out) {
  ui.numbered_card("maken/nakijken", 7, view.summary_title, [&] {
    ui.gap(8);
    for (std::size_t i = 0; i < view.summary.size(); ++i) {
      ui.icon_line(key("maken/samen/", std::to_string(i)), icon_by_name("check"), Token::kPos, plain(view.summary[i]));
      ui.gap(4);
    }
    if (!view.missing.empty()) {
      ui.note("maken/ontbreekt", Tone::kWarning, icon_by_name("info-circle"), plain(view.missing));
    }
    ui.gap(12);
    if (ui.button("maken/maak", view.make,
                  {.icon = icon_by_name("lock"),
                   .disabled = !view.missing.empty(),
                   .reason = view.missing,
                   .keeps_words = true})) {
      out.push_back(ask(app::office::Make{}));
    }
  });
}

void making(const OfficeView& view, Ui& ui, app::CommandQueue& out) {
  ui.heading("maken/bezig", 2, plain(view.making_title), TextStyle::kH2);
  ui.gap(12);
  ui.progress("maken/voortgang", view.making_words, view.done, view.all);
  ui.gap(8);
  ui.text("maken/voortgang-woorden", plain(view.making_words));
  if (!view.making_left.empty()) small(ui, "maken/voortgang-over", view.making_left);
  ui.gap(16);
  if (ui.button("maken/stop", view.stop, {.kind = ButtonKind::kSecondary, .icon = icon_by_name("x")})) {
    out.push_back(ask(app::office::StopMaking{}));
  }
}

void made(const OfficeView& view, Ui& ui, app::CommandQueue& out) {
  ui.heading("maken/klaar", 2, plain(view.made_title), TextStyle::kH2);
  ui.gap(8);
  ui.text("maken/klaar-woorden", plain(view.made_words));
  ui.gap(12);
  ui.note("maken/codes-let-op", Tone::kWarning, icon_by_name("alert-triangle"), plain(view.codes_warning));
  ui.gap(12);
  if (ui.button("maken/naar-kaarten", view.to_cards, {.icon = icon_by_name("printer")})) {
    go(out, app::Screen::kCards);
  }
  ui.gap(20);
}

void fill(const OfficeView& view, OfficeUi& mem, Ui& ui, app::CommandQueue& out) {
  ui.heading("maken/kop", 2, plain(view.fill_title), TextStyle::kH2);
  ui.gap(4);
  ui.text("maken/intro", plain(view.intro));
  ui.gap(16);
  round_card(view, mem, ui, out);
  ui.gap(16);
  cards_card(view, mem.draft, ui);
  ui.gap(16);
  keys_cards(view, mem, ui, out);
  ui.gap(16);
  modes_card(view, mem.draft, ui);
  ui.gap(16);
  publish_card(view, mem.draft, ui);
  ui.gap(16);
  summary_card(view, ui, out);
  ui.gap(24);
}

}  // namespace

void draw(const OfficeView& view, OfficeUi& mem, Ui& ui, app::CommandQueue& out) {
  using Stage = OfficeView::Stage;
  // What came by file or camera is taken over; what was typed here stays.
  if (!(mem.sent == view.draft)) mem.draft = mem.sent = view.draft;
  scrolling_page(ui, "maken/rol", view.page, "", 640, out, [&] {
    if (view.stage == Stage::kNoRound) {
      ui.empty_state("maken/geen", view.none_title, view.none_words);
      ui.gap(12);
      if (ui.button("maken/geen-knop", view.none_button)) go(out, app::Screen::kNextRound);
      ui.gap(24);
    }
    if (view.stage == Stage::kMaking) making(view, ui, out);
    if (view.stage == Stage::kMade) made(view, ui, out);
    own_packages(view, mem, ui, out);  // who made one before comes back for it: it stands above a new one
    if (view.stage == Stage::kFill) fill(view, mem, ui, out);
  });
  if (view.stage != Stage::kFill || mem.draft == mem.sent) return;
  mem.sent = mem.draft;
  out.insert(out.begin(), ask(app::office::ChangeDraft{mem.draft}));
}

}  // namespace stoepkrijt::ui
