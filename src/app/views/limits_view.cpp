#include "app/views/limits_view.hpp"

#include <algorithm>
#include <utility>

#include "app/choice.hpp"
#include "app/views/round_words.hpp"
#include "model/names.hpp"

namespace stoepkrijt::app {

namespace {

std::string field_of(Money amount, const Lang& lang) { return amount.cents == 0 ? std::string() : lang.money(amount); }

std::string words_of(const model::SpendingLimit& limit, const Lang& lang) {
  std::string words;
  const auto add = [&](Money amount, std::string_view key) {
    if (amount.cents == 0) return;
    if (!words.empty()) words += " ";
    words += lang.tr(key, {{"amount", lang.money(amount)}});
  };
  add(limit.pot, "limits.row_pot");
  add(limit.least, "limits.row_least");
  add(limit.most, "limits.row_most");
  return words;
}

bool same_place(const model::SpendingLimit& a, const model::SpendingLimit& b) {
  return a.buurt == b.buurt && (!a.buurt.empty() || a.theme == b.theme);
}

LimitsView::Choice choice_for(model::SpendingLimit place, std::string name, const model::Round& round,
                              const Lang& lang) {
  for (const model::SpendingLimit& limit : round.limits) {
    if (same_place(limit, place)) place = limit;
  }
  LimitsView::Choice choice;
  choice.name = std::move(name);
  choice.pot = field_of(place.pot, lang);
  choice.least = field_of(place.least, lang);
  choice.most = field_of(place.most, lang);
  choice.limit = std::move(place);
  return choice;
}

void add_choices(LimitsView& view, const State& state, const model::Round& round, const Lang& lang) {
  for (std::size_t i = 0; i < model::kThemeCount; ++i) {
    model::SpendingLimit place;
    place.theme = static_cast<model::Theme>(i);
    view.choices.push_back(choice_for(place, theme_name(place.theme, lang), round, lang));
  }
  for (const model::Buurt& buurt : state.dossier->neighbourhood.buurten) {
    model::SpendingLimit place;
    place.buurt = buurt.code;
    view.choices.push_back(choice_for(place, buurt.name, round, lang));
  }
}

void add_rows(LimitsView& view, const model::Round& round, const Lang& lang) {
  Money in_pots;
  for (const model::SpendingLimit& limit : round.limits) {
    const auto at = std::find_if(view.choices.begin(), view.choices.end(),
                                 [&](const LimitsView::Choice& choice) { return same_place(choice.limit, limit); });
    if (at == view.choices.end()) continue;
    LimitsView::Row row;
    row.key = limit.buurt.empty() ? std::string(model::name_of(limit.theme)) : limit.buurt;
    row.name = at->name;
    row.words = words_of(limit, lang);
    row.remove_name = lang.tr("limits.remove_name", {{"what", at->name}});
    row.nothing.buurt = limit.buurt;
    row.nothing.theme = limit.theme;
    view.rows.push_back(std::move(row));
    in_pots.cents += limit.pot.cents;  // together at most the budget: validate() saw to it
  }
  if (in_pots.cents == 0) return;
  const Money rest{round.budget.cents - in_pots.cents};
  view.together =
      lang.tr("limits.together",
              {{"pots", lang.money(in_pots)}, {"budget", lang.money(round.budget)}, {"rest", lang.money(rest)}});
}

}  // namespace

LimitsView make_limits_view(const State& state, const Lang& lang) {
  LimitsView view;
  const model::Round* round = chosen_round(state, state.route.id);
  view.has_round = round != nullptr;
  view.title = lang.tr("limits.title");
  view.page = make_page(state, lang, view.title, lang.tr("limits.intro"));
  if (round == nullptr) {
    view.none_title = lang.tr("start.no_round_title");
    view.none_words = lang.tr("start.no_round");
    return view;
  }
  view.round = state.route.id;
  view.of = prepared_words(*round, lang);
  view.intro = lang.tr("limits.intro");
  if (const auto may = may_change_form(state, *round); !may) view.locked = lang.error(may.error());
  view.rows_title = lang.tr("limits.rows");
  view.rows_none = lang.tr("limits.rows_none");
  view.remove_button = lang.tr("limits.remove");
  view.choose_title = lang.tr("limits.choose");
  view.pot_label = lang.tr("limits.pot");
  view.pot_hint = lang.tr("limits.pot_hint");
  view.least_label = lang.tr("limits.least");
  view.least_hint = lang.tr("limits.least_hint");
  view.most_label = lang.tr("limits.most");
  view.most_hint = lang.tr("limits.most_hint");
  view.not_money = lang.tr("limits.not_money");
  view.save_button = lang.tr("limits.save");
  view.part_title = lang.tr("limits.part");
  view.part_words = lang.tr("limits.part_words");
  view.part_box = lang.tr("limits.part_box");
  view.part_funding = round->part_funding;
  view.example_words = lang.tr("limits.how");
  add_choices(view, state, *round, lang);
  add_rows(view, *round, lang);
  return view;
}

}  // namespace stoepkrijt::app
