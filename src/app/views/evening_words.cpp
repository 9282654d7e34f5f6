#include "app/views/evening_words.hpp"

#include "app/evening/counting.hpp"

#include <algorithm>
#include <utility>

#include "ballotbox/spoken.hpp"

namespace stoepkrijt::app {

EveningPage evening_page(const State& state, const Lang& lang, std::string_view intro_key) {
  EveningPage page;
  page.key = to_words(Route{state.route.screen, ""});
  page.intro = lang.tr(intro_key);
  page.page = make_page(state, lang, lang.tr("screen." + page.key), page.intro);
  if (state.evening != nullptr && state.evening->package != nullptr) {
    page.page.subtitle = lang.of(state.evening->package->package.round.title);
  }
  return page;
}

std::vector<std::string> merge_words(const ballotbox::MergeReport& report, const Lang& lang) {
  std::vector<std::string> out;
  for (const auto& [key, n] : evening::told_of(report)) out.push_back(lang.count(key, n) + ".");
  return out;
}

bool tells_attended(const Evening& e) {
  return e.report.has_value() && e.package != nullptr && !e.package->package.attended.empty();
}

void add_hash(EveningBuilder& b, std::string_view key, const Hash256& hash) {
  b.add(EveningPart::Kind::kHash, key, ballotbox::spoken(hash), to_hex(hash));
}

std::int64_t blank_votes(const evening::Counted& counted) {
  std::int64_t n = 0;
  for (const model::Urn::Entry& entry : counted.ballots.entries) {
    const auto& points = entry.ballot.points;
    const bool none = std::all_of(points.begin(), points.end(), [](std::int64_t p) { return p == 0; });
    if (entry.ballot.approved.empty() && none) n += entry.count;
  }
  return n;
}

std::string title_of(const model::Round& round, std::string_view plan, const Lang& lang) {
  const model::Plan* found = find_plan(round, plan);
  return found == nullptr ? std::string(plan) : lang.of(found->title);
}

namespace {

std::string names(const model::Round& round, const std::vector<std::string>& plans, const Lang& lang) {
  std::string out;
  for (const std::string& plan : plans) out += (out.empty() ? "“" : ", “") + title_of(round, plan, lang) + "”";
  return out.empty() ? lang.tr("evening.nothing") : out;
}

}  // namespace

std::string not_declared_words(const evening::Counted& counted, const Lang& lang) {
  const ballotbox::Decided& decided = counted.decided;
  if (decided.declared) return {};
  const std::string winners = names(counted.round, decided.winners, lang);
  if (decided.fails == ballotbox::Scenario::kTooMany) return lang.tr("evening.too_many", {{"winners", winners}});
  return lang.tr("evening.not_declared",
                 {{"winners", winners}, {"others", names(counted.round, decided.winners_there, lang)}});
}

void add_outcome(EveningBuilder& b, const model::Round& round, const RuleCount& count, bool declared,
                 const Lang& lang) {
  using Kind = EveningPart::Kind;
  const auto votes = [&](const PlanCount& plan) { return lang.count("cli.box.votes", plan.votes); };
  if (declared) {
    b.add(Kind::kHeading, "gekozen", lang.tr("evening.chosen"));
    if (count.winners.empty()) b.add(Kind::kText, "niets-gekozen", lang.tr("evening.nothing_chosen"));
    for (const std::string& id : count.winners) {
      const PlanCount* plan = find_count(count, id);
      if (plan == nullptr) continue;
      b.add(Kind::kFact, "gekozen/" + id, title_of(round, id, lang),
            lang.money(plan->gets.cents > 0 ? plan->gets : find_plan(round, id)->cost) + " · " + votes(*plan));
    }
    b.add(Kind::kFact, "besteed", lang.tr("evening.spent"), lang.money(count.spent));
    b.add(Kind::kFact, "over", lang.tr("evening.left"), lang.money(count.left)).last = true;
  }
  b.add(Kind::kHeading, "niet-gekozen", lang.tr(declared ? "evening.not_chosen" : "evening.all_votes"));
  bool any = false;
  for (const PlanCount& plan : count.plans) {
    const bool won = std::find(count.winners.begin(), count.winners.end(), plan.plan_id) != count.winners.end();
    if (declared && won) continue;
    b.add(Kind::kFact, "stemmen/" + plan.plan_id, title_of(round, plan.plan_id, lang), votes(plan));
    any = true;
  }
  if (!any) b.add(Kind::kText, "alle-gekozen", lang.tr("evening.all_chosen"));
}

LogFits fits(const Evening& e, const Evening::LogIn& log) {
  LogFits out = LogFits::kBoxMissing;
  for (const Evening::BoxIn& box : e.boxes) {
    if (box.id != log.log->box) continue;
    if (box.audit_head == log.head) return LogFits::kYes;
    out = LogFits::kNo;
  }
  return out;
}

}  // namespace stoepkrijt::app
