#include "ui/screen_planning.hpp"

#include "ui/round_parts.hpp"
#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

namespace {

using app::PlanningView;

void heading(Ui& ui, std::string_view k, std::string_view words) {
  ui.gap(28);
  ui.heading(k, 2, plain(words), TextStyle::kH2);
  ui.gap(8);
}

/// Dutch is what people write here; the English beside it stays as it was.
std::string& words_in(model::Words& words, app::LangCode lang) {
  return lang == app::LangCode::kEn && !words.en.empty() ? words.en : words.nl;
}

void field(Ui& ui, std::string_view k, const PlanningView::Field& f, std::string& value, bool required = false) {
  ui.text_field(k, value, {.label = f.label, .hint = f.hint, .required = required});
  ui.gap(12);
}
void number(Ui& ui, std::string_view k, const PlanningView::Field& f, std::string& value, bool& wrong,
            std::string_view error) {
  const FieldResult result = ui.text_field(
      k, value, {.label = f.label, .hint = f.hint, .error = wrong ? error : std::string_view{}, .numeric = true});
  if (result.changed) wrong = false;
  ui.gap(12);
}

void what(const PlanningView& view, model::Plan& plan, Ui& ui) {
  field(ui, "planmaken/titel", view.title, words_in(plan.title, view.lang), true);
  ui.text_area("planmaken/kort", words_in(plan.summary, view.lang),
               {.label = view.summary.label, .hint = view.summary.hint, .height = 96});
  ui.gap(12);
  ui.text_area("planmaken/lang", words_in(plan.description, view.lang),
               {.label = view.description.label, .hint = view.description.hint});
  ui.gap(12);
  field(ui, "planmaken/wie", view.proposer, plan.proposer);
}

void money(const PlanningView& view, PlanningUi& mem, Ui& ui) {
  heading(ui, "planmaken/geld-kop", view.money_title);
  ui.text("planmaken/geld-woorden", plain(view.money_words), TextStyle::kSmall, {.color = Token::kInk2});
  ui.gap(12);
  number(ui, "planmaken/kosten", view.cost, mem.form.cost, mem.form.cost_wrong, view.not_money);
  number(ui, "planmaken/anderen", view.third_party, mem.form.third_party, mem.form.third_party_wrong, view.not_money);
  field(ui, "planmaken/anderen-wie", view.third_party_who, mem.plan.third_party_who);
}

void theme_and_place(const PlanningView& view, model::Plan& plan, Ui& ui, MapBoard& maps) {
  heading(ui, "planmaken/thema-kop", view.theme_title);
  ui.region("planmaken/thema", Role::kGroup, view.theme_title, [&] {
    ui.flow(8, [&] {
      for (std::size_t i = 0; i < view.themes.size(); ++i) {
        const auto theme = static_cast<model::Theme>(i);
        if (ui.chip(key("planmaken/thema/", std::to_string(i)), view.themes[i].words, icon_by_name(view.themes[i].icon),
                    plan.theme == theme)) {
          // An icon that somebody chose stays; that of the theme goes with it.
          if (plan.icon == view.themes[static_cast<std::size_t>(plan.theme)].icon) plan.icon = view.themes[i].icon;
          plan.theme = theme;
        }
      }
    });
  });
  heading(ui, "planmaken/waar-kop", view.where_title);
  ui.region("planmaken/buurt", Role::kGroup, view.where_title, [&] {
    ui.flow(8, [&] {
      for (const PlanningView::Choice& buurt : view.buurten) {
        if (ui.chip(key("planmaken/buurt/", buurt.code), buurt.words, 0, plan.buurt == buurt.code)) {
          plan.buurt = buurt.code;
        }
      }
    });
  });
  if (!plan.place) return;
  ui.gap(16);
  app::MapMarker marker;
  marker.id = plan.id;
  marker.kind = app::MarkerKind::kPlan;
  marker.icon = plan.icon;
  marker.theme = static_cast<std::uint8_t>(static_cast<int>(plan.theme) + 1);
  marker.place = *plan.place;
  marker.chosen = true;
  const Rect area = ui.take(200 * unit(ui));
  still_map(ui, maps, "planmaken/kaart", view.map_name, area, {marker}, *plan.place, view.attribution);
  ui.gap(8);
  ui.text("planmaken/plek", plain(view.place_words), TextStyle::kSmall, {.color = Token::kInk2});
  if (ui.link("planmaken/plek-weg", view.place_off, icon_by_name("x"))) plan.place.reset();
}

void people(const PlanningView& view, PlanningUi& mem, Ui& ui) {
  heading(ui, "planmaken/mensen-kop", view.people_title);
  ui.grid(2, 150, 12, [&](int i) {
    if (i == 0) {
      number(ui, "planmaken/mensen", view.people, mem.form.people, mem.form.people_wrong, view.not_number);
    } else {
      number(ui, "planmaken/uren", view.hours, mem.form.hours, mem.form.hours_wrong, view.not_number);
    }
  });
  field(ui, "planmaken/zelf", view.own_words, mem.plan.own_words);
  heading(ui, "planmaken/draagvlak-kop", view.support_title);
  ui.grid(2, 150, 12, [&](int i) {
    if (i == 0) {
      number(ui, "planmaken/huishoudens", view.households, mem.form.households, mem.form.households_wrong,
             view.not_number);
    } else {
      number(ui, "planmaken/gevraagd", view.asked, mem.form.asked, mem.form.asked_wrong, view.not_number);
    }
  });
}

void rules(const PlanningView& view, model::Plan& plan, Ui& ui) {
  heading(ui, "planmaken/regels-kop", view.rules_title);
  ui.text("planmaken/regels-woorden", plain(view.rules_words), TextStyle::kSmall, {.color = Token::kInk2});
  for (std::size_t i = 0; i < view.rules.size(); ++i) {
    const std::string k = key("planmaken/regel/", std::to_string(i));
    ui.gap(12);
    model::RuleCheck& check = plan.checks[i];
    if (ui.checkbox(key(k, "/klopt"), view.rules[i], check.met)) check.met = !check.met;
    ui.gap(8);
    const std::string label = view.reason.label + " " + std::to_string(i + 1);
    ui.text_field(key(k, "/waarom"), check.reason, {.label = label});
  }
}

}  // namespace

void draw(const PlanningView& view, PlanningUi& mem, Ui& ui, MapBoard& maps, app::CommandQueue& out) {
  if (!view.present) {
    go(out, app::Screen::kNextRound);
    return;
  }
  if (mem.form.of != view.plan.id) mem.form = app::form_of(view.plan, view.lang);
  if (!(mem.sent == view.plan)) mem.plan = mem.sent = view.plan;
  round_bar(ui, view.page, "", out);
  action_page(
      ui, "planmaken", view.page.title, 720,
      [&] {
        centred(ui, 720, [&] {
          ui.gap(16);
          ui.text("planmaken/intro", plain(view.intro));
          if (!view.from.empty()) {
            ui.gap(8);
            ui.icon_line("planmaken/uit", icon_by_name("bulb"), Token::kAct, plain(view.from), TextStyle::kBodyBold);
          }
          ui.gap(16);
          what(view, mem.plan, ui);
          money(view, mem, ui);
          theme_and_place(view, mem.plan, ui, maps);
          people(view, mem, ui);
          rules(view, mem.plan, ui);
          ui.gap(24);
          if (ui.link("planmaken/weg", view.drop, icon_by_name("x"))) out.emplace_back(app::cmd::DropPlan{});
          if (!view.remove.empty() && ui.link("planmaken/verwijder", view.remove, icon_by_name("trash"))) {
            out.emplace_back(app::cmd::DeletePlan{view.plan.id});
          }
          ui.gap(24);
        });
      },
      [&] {
        if (!ui.button("planmaken/bewaar", view.save, {.icon = icon_by_name("check")})) return;
        if (!app::read_form(mem.form, mem.plan)) return;
        out.emplace_back(app::cmd::ChangePlan{mem.plan});
        out.emplace_back(app::cmd::SavePlan{});
      });
  app::PlanForm looked = mem.form;  // what cannot be read yet is marked when it is saved, not while it is typed
  app::read_form(looked, mem.plan);
  if (!(mem.plan == mem.sent)) {
    mem.sent = mem.plan;
    out.insert(out.begin(), app::cmd::ChangePlan{mem.plan});
  }
}

}  // namespace stoepkrijt::ui
