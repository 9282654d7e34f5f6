#include "app/views/rule_view.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "app/choice.hpp"
#include "app/count_params.hpp"
#include "app/views/round_words.hpp"
#include "model/names.hpp"

namespace stoepkrijt::app {

namespace {

using model::CountingRule;
using model::VoteMethod;

std::span<const std::string_view> utilities(VoteMethod method) {
  static constexpr std::array<std::string_view, 4> kApprovals{"cost", "cardinality", "sqrt-cost", "effort"};
  static constexpr std::array<std::string_view, 2> kPoints{"points", "relative-points"};
  static constexpr std::array<std::string_view, 3> kRankings{"borda", "cost", "cardinality"};
  switch (method) {
    case VoteMethod::kPoints:
    case VoteMethod::kVouchers:
      return kPoints;
    case VoteMethod::kRanking:
      return kRankings;
    case VoteMethod::kApproval:
    case VoteMethod::kKnapsack:
      break;
  }
  return kApprovals;
}

// One option of the rule: its words in the order in which they are offered; the first is what an empty word means.
void add_group(const CountingRule& now, std::string CountingRule::* member, std::string_view option,
               std::span<const std::string_view> words, const Lang& lang, RuleView& view) {
  RuleView::Group group;
  group.key = option;
  const std::string base = "option." + std::string(option);
  group.title = lang.tr(base);
  group.words = lang.tr(base + ".words");
  for (const std::string_view word : words) {
    CountingRule rule = now;
    rule.*member = word == words.front() ? std::string() : std::string(word);
    if (option == "ties" && word.ends_with("lot") && rule.seed.empty()) rule.seed = view.seed;
    const bool chosen = now.*member == word || (now.*member == "" && word == words.front());
    group.options.push_back({lang.tr(base + "." + std::string(word)), std::move(rule), chosen});
  }
  view.groups.push_back(std::move(group));
}

void fill_options(const model::Round& round, const Lang& lang, RuleView& view) {
  static constexpr std::array<std::string_view, 5> kCompletions{"none", "add1", "add1u", "utilitarian",
                                                                "budget-increase"};
  static constexpr std::array<std::string_view, 2> kStarts{"exact", "integral"};
  static constexpr std::array<std::string_view, 2> kStops{"exhaustive", "never"};
  static constexpr std::array<std::string_view, 3> kThen{"none", "greedy", "max-welfare"};
  static constexpr std::array<std::string_view, 3> kComparisons{"none", "satisfaction", "nonempty"};
  static constexpr std::array<std::string_view, 6> kVariants{"ewt", "ewtc", "ewts", "mt", "mtc", "mts"};
  static constexpr std::array<std::string_view, 5> kTies{"id", "cost-votes", "votes", "cost-votes-lot", "lot"};
  const CountingRule now = normalised(round.rule);
  const rules::RuleEntry* entry = rules::find_rule(now.id);
  if (entry == nullptr) return;
  if ((entry->traits & rules::kTakesUtility) != 0) {
    add_group(now, &CountingRule::utility, "utility", utilities(round.form.method), lang, view);
  }
  if ((entry->traits & rules::kTakesCompletion) != 0) {
    const std::span<const std::string_view> completions(kCompletions);
    const bool exact =
        now.id == "ees";  // walks the amounts at which its outcome changes: the other ways are not its own
    add_group(now, &CountingRule::completion, "completion", exact ? completions.first(2) : completions, lang, view);
    if (now.completion.starts_with("add1")) {
      add_group(now, &CountingRule::add1_start, "add1_start", kStarts, lang, view);
      add_group(now, &CountingRule::add1_stop, "add1_stop", kStops, lang, view);
    }
    if (!exact) add_group(now, &CountingRule::comparison, "comparison", kComparisons, lang, view);
  }
  if (!now.id.starts_with("greedy") && now.id != "max-welfare") {
    add_group(now, &CountingRule::then, "then", kThen, lang, view);
  }
  if (now.id == "cstv") add_group(now, &CountingRule::variant, "variant", kVariants, lang, view);
  add_group(now, &CountingRule::ties, "ties", kTies, lang, view);
  view.wants_seed = now.ties.ends_with("lot");
  view.seed_label = lang.tr("option.seed");
  view.seed_hint = lang.tr(view.of.empty() ? "option.seed_hint" : "option.seed_hint_later");
  view.seed_button = lang.tr("option.seed_button");
}

void fill_choices(const model::Round& round, const Lang& lang, RuleView& view) {
  std::string others;
  for (const rules::RuleEntry& entry : rules::registry()) {
    if (!defined_on(entry, round.form.method)) {
      others += (others.empty() ? "" : ", ") + rule_name(entry.id, lang);
      continue;
    }
    const bool chosen = entry.id == round.rule.id;
    view.choices.push_back({chosen ? normalised(round.rule) : offered(entry.id), rule_name(entry.id, lang),
                            rule_about(entry.id, lang), lang.tr("rule_choice.source", {{"source", entry.citation}}),
                            chosen});
  }
  if (!others.empty()) view.not_defined = lang.tr("rule_choice.not_defined", {{"rules", others}});
}

RuleView::Past past_row(const PastResult& past, const PastRow& row, const model::Round& round, const Lang& lang) {
  RuleView::Past out;
  out.name = rule_name(row.rule.id, lang);
  out.announced = row.rule.id == round.rule.id;
  if (row.error) {
    out.note = lang.error(*row.error);
    return out;
  }
  out.small =
      lang.count("plans.count", row.winners) + " · " + lang.tr("result.spent", {{"amount", lang.money(row.spent)}});
  out.empty = lang.number(row.figures.empty_handed);
  out.empty_share =
      past.voters == 0 ? 0 : static_cast<float>(row.figures.empty_handed) / static_cast<float>(past.voters);
  Money most{1};
  for (const Money money : row.of_category) most = std::max(most, money);
  for (std::size_t c = 0; c < past.categories.size() && c < row.of_category.size(); ++c) {
    std::string words = past.categories[c];
    for (std::size_t i = 0; i < model::kThemeCount; ++i) {
      const auto theme = static_cast<model::Theme>(i);
      if (words == model::name_of(theme)) words = theme_name(theme, lang);
    }
    out.categories.push_back({std::move(words), lang.money(row.of_category[c]), share_of(row.of_category[c], most)});
  }
  return out;
}

void fill_past(const State& state, const model::Round& round, const Lang& lang, RuleView& view) {
  const CountState& counting = state.counting;
  view.past_title = lang.tr("past.title");
  view.past_words = lang.tr(counting.past_pb == nullptr ? "past.words_example" : "past.words");
  view.past_pick = lang.tr("past.pick");
  view.past_example = lang.tr("past.example");
  view.past_is_example = counting.past_pb == nullptr;
  view.past_busy = busy_view(state, CountJob::Kind::kPast, lang);
  view.col_empty = lang.tr("past.empty");
  view.categories_show = lang.tr("past.categories_show");
  view.categories_hide = lang.tr("past.categories_hide");
  if (counting.past_failed) view.past_error = lang.error(*counting.past_failed);
  const std::string name = view.past_is_example ? lang.tr("past.of_example") : counting.past_name;
  view.past_source = name;
  if (counting.past == nullptr) return;
  const PastResult& past = *counting.past;
  view.past_source = lang.tr("past.source", {{"name", name},
                                             {"votes", lang.count("result.votes", past.voters)},
                                             {"plans", lang.count("plans.count", past.projects)},
                                             {"budget", lang.money(past.budget)}});
  if (!past.about.empty()) view.past_source = past.about + " · " + view.past_source;
  for (const PastRow& row : past.rows) {
    if (row.error && row.error->code == ErrorCode::kRuleNotDefined) continue;
    view.past.push_back(past_row(past, row, round, lang));
  }
}

}  // namespace

RuleView make_rule_view(const State& state, const Lang& lang) {
  RuleView view;
  const model::Round* round = chosen_round(state, state.route.id);
  view.has_round = round != nullptr;
  if (round == nullptr) {
    view.empty_title = lang.tr("start.no_round_title");
    view.empty_words = lang.tr("start.no_round");
    view.page = make_page(state, lang, lang.tr("rule_choice.page"), view.empty_words);
    return view;
  }
  view.round = state.route.id;
  view.of = prepared_words(*round, lang);
  const bool prepared = is_prepared(*round);
  view.may_change = may_change_rule(state, *round);
  const bool practice = !prepared && vote_status(state, *round) == VoteStatus::kPractice;
  view.fixed = lang.tr(practice          ? "rule_choice.practice"
                       : view.may_change ? "rule_choice.until"
                                         : "rule_choice.fixed",
                       {{"day", lang.day(round->opens)}});
  // A round that is being prepared may leave the lot until all boxes are closed.
  view.seed = round->rule.seed.empty() && !prepared ? round->id : round->rule.seed;
  view.now_title = lang.tr("rule_choice.now");
  view.now_name = rule_name(round->rule.id, lang);
  view.now_about = rule_about(round->rule.id, lang);
  view.form_link = lang.tr("form.link");
  model::CountingRule shown = round->rule;
  if (shown.ties.ends_with("lot") && shown.seed.empty()) shown.seed = "…";  // the word comes when the lot is drawn
  view.now_command = command_of(shown);
  view.list_title = lang.tr("rule_choice.list");
  view.list_words = lang.tr("rule_choice.list_words");
  view.choose_button = lang.tr("rule_choice.choose");
  view.chosen_label = lang.tr("rule_choice.chosen");
  view.more_show = lang.tr("rule_choice.more");
  view.more_hide = lang.tr("rule_choice.less");
  fill_choices(*round, lang, view);
  if (view.may_change) fill_options(*round, lang, view);
  fill_past(state, *round, lang, view);
  view.page = make_page(state, lang, lang.tr("rule_choice.page"),
                        view.now_title + ": " + view.now_name + ". " + view.now_about + " " + view.fixed);
  return view;
}

}  // namespace stoepkrijt::app
