// Counting: the result, what would have helped, two rules side by side, past elections. Small counts are done at once;
// larger ones go to the device as bytes, and the page goes on meanwhile.
#include <algorithm>
#include <memory>
#include <utility>

#include "app/choice.hpp"
#include "app/count_params.hpp"
#include "app/reducer.hpp"
#include "app/views/round_words.hpp"

namespace stoepkrijt::app {

namespace {

bool stands(const State& s) {
  const model::Round* round = current_round(s);
  return round != nullptr && s.result != nullptr && s.result->round_id == round->id;
}

model::CountingRule or_else(const std::optional<model::CountingRule>& rule, const model::CountingRule& otherwise) {
  return normalised(rule.value_or(otherwise));
}

CountJob job_of(CountJob::Kind kind, const State& s, const model::Round& round) {
  CountJob job;
  job.kind = kind;
  job.round = round;
  job.urn = *s.urn;
  return job;
}

}  // namespace

void Reducer::start_job(CountJob job, CountState::Running running) {
  if (s.counting.running) effects.emplace_back(platform::CancelCount{});
  s.counting.running.reset();
  running.kind = job.kind;
  running.plan_id = job.plan_id;
  running.urn = s.urn;
  if (job.kind == CountJob::Kind::kFair) running.fair_of = job.rules;
  if (work_of(job) <= kMostWorkAtOnce) {
    finish_job(running, do_job(job, nullptr));
    return;
  }
  running.ticket = ++s.counting.last_ticket;
  s.counting.running = running;
  effects.emplace_back(platform::StartCount{running.ticket, write_job(job)});
  if (running.kind == CountJob::Kind::kCount) announce(lang().tr("announce.counting"));
}

void Reducer::finish_job(const CountState::Running& running, CountAnswer answer) {
  switch (running.kind) {
    case CountJob::Kind::kCount:
      if (running.compares) {
        s.counting.compared = answer.count;
        if (answer.error) problem(std::move(*answer.error));
        return;
      }
      s.result = answer.count;
      s.counting.failed = std::move(answer.error);
      s.counting.help.clear();
      s.counting.fair.clear();
      s.counting.compared = nullptr;
      return;
    case CountJob::Kind::kHelp:
      // Without an answer the page says that none was found in time; it never guesses.
      if (answer.help) s.counting.help.insert_or_assign(running.plan_id, *answer.help);
      return;
    case CountJob::Kind::kFair:
      if (answer.error) {  // said as such; asking again would fail again
        for (const model::CountingRule& rule : running.fair_of) s.counting.fair.push_back({rule, {}});
        return;
      }
      s.counting.fair.insert(s.counting.fair.end(), answer.fair.begin(), answer.fair.end());
      return;
    case CountJob::Kind::kPast: {
      if (answer.error || answer.past == nullptr) {
        s.counting.past_failed = std::move(answer.error);
        s.counting.past_todo.clear();
        return;
      }
      auto past = std::make_shared<PastResult>(*answer.past);
      past->name = s.counting.past_name;
      if (s.counting.past != nullptr) {
        past->rows.insert(past->rows.begin(), s.counting.past->rows.begin(), s.counting.past->rows.end());
      }
      s.counting.past = std::move(past);
      if (!s.counting.past_todo.empty()) s.counting.past_todo.erase(s.counting.past_todo.begin());
      return;
    }
  }
}

void Reducer::on(const cmd::Count&) {
  const model::Round* round = current_round(s);
  s.counting.stopped = false;
  s.counting.failed.reset();
  if (round == nullptr || stands(s) || s.urn->total() <= 0) return;
  const auto& running = s.counting.running;
  if (running && running->kind == CountJob::Kind::kCount && !running->compares && running->urn == s.urn) return;
  s.result = nullptr;
  CountJob job = job_of(CountJob::Kind::kCount, s, *round);
  job.rules = {normalised(round->rule), default_other(round->rule, round->form.method)};
  start_job(std::move(job), {});
}

void Reducer::on(const cmd::CancelCount&) {
  if (s.counting.running) effects.emplace_back(platform::CancelCount{});
  s.counting.stopped = s.counting.running && s.counting.running->kind == CountJob::Kind::kCount;
  s.counting.running.reset();
  s.counting.past_todo.clear();
  announce(lang().tr("announce.count_stopped"));
}

void Reducer::ask_help(const std::string& plan_id) {
  const model::Round* round = current_round(s);
  if (round == nullptr || !stands(s) || s.counting.help.contains(plan_id)) return;
  const PlanCount* plan = find_count(s.result->counted, plan_id);
  if (plan == nullptr) return;
  const auto& running = s.counting.running;
  if (running && running->kind == CountJob::Kind::kHelp && running->plan_id == plan_id) return;
  CountJob job = job_of(CountJob::Kind::kHelp, s, *round);
  job.rules = {s.result->counted.rule};
  job.plan_id = plan_id;
  for (const model::Buurt& buurt : s.dossier->neighbourhood.buurten) job.buurten.emplace_back(buurt.code, buurt.name);
  job.search = plan->fate != Fate::kChosen && !s.result->counted.replaced;
  start_job(std::move(job), {});
}

// After the result stands, so that nobody waits for it.
void Reducer::ask_fair(const Route& route) {
  const model::Round* round = current_round(s);
  const auto& running = s.counting.running;
  if (round == nullptr || !stands(s) || (running && running->kind == CountJob::Kind::kCount)) return;
  std::vector<model::CountingRule> wanted{s.result->counted.rule};
  if (route.screen == Screen::kCompare) {
    const CountResult& shown = s.counting.compared == nullptr ? *s.result : *s.counting.compared;
    wanted = {shown.counted.rule};
    if (shown.other.rule != shown.counted.rule) wanted.push_back(shown.other.rule);
  }
  std::erase_if(wanted, [&](const model::CountingRule& rule) { return find_fair(s.counting.fair, rule) != nullptr; });
  if (wanted.empty() || (running && running->kind == CountJob::Kind::kFair && running->fair_of == wanted)) return;
  CountJob job = job_of(CountJob::Kind::kFair, s, *round);
  job.rules = std::move(wanted);
  start_job(std::move(job), {});
}

void Reducer::on(const cmd::Compare& c) {
  s.counting.first = c.first;
  s.counting.second = c.second;
  s.counting.compared = nullptr;
  compare_now();
  if (s.route.screen == Screen::kCompare) ask_fair(s.route);
}

void Reducer::compare_now() {
  const model::Round* round = current_round(s);
  if (round == nullptr || !stands(s) || s.counting.compared != nullptr) return;
  const model::CountingRule first = or_else(s.counting.first, s.result->counted.rule);
  const model::CountingRule second = or_else(s.counting.second, s.result->other.rule);
  if (first == s.result->counted.rule && second == s.result->other.rule) return;
  CountJob job = job_of(CountJob::Kind::kCount, s, *round);
  job.rules = {first, second};
  CountState::Running running;
  running.compares = true;
  start_job(std::move(job), std::move(running));
}

void Reducer::count_for(const Route& route) {
  CountState& counting = s.counting;
  const bool about_result = route.screen == Screen::kResult || route.screen == Screen::kWhy ||
                            route.screen == Screen::kCompare || route.screen == Screen::kReplay;
  if (about_result && !counting.stopped && !counting.failed) on(cmd::Count{});
  if (route.screen == Screen::kWhy) ask_help(route.id);
  if (route.screen == Screen::kCompare) compare_now();
  if (route.screen == Screen::kCompare || route.screen == Screen::kResult) ask_fair(route);
  if (route.screen == Screen::kRule && counting.past == nullptr && counting.past_todo.empty() &&
      !counting.past_failed && counting.past_pb == nullptr) {
    on(cmd::CountPast{});
  } else if (route.screen == Screen::kRule) {
    next_past();  // what another screen's count broke off
  }
}

void Reducer::on(const cmd::SetCountingRule& c) {
  const model::Round* round = chosen_round(s, c.round);
  if (round == nullptr) return;
  if (!may_change_rule(s, *round)) {
    problem(Error(ErrorCode::kNotAllowed, "error.rule_fixed"));
    return;
  }
  const model::CountingRule rule = normalised(c.rule);
  const rules::RuleEntry* entry = rules::find_rule(rule.id);
  const bool prepared = is_prepared(*round);
  model::CountingRule looked = rule;
  // With codes on paper the lot can wait until all boxes are closed (app/evening): then no word is announced.
  if (prepared && looked.seed.empty()) looked.seed = round->id;
  auto params = params_of(looked);
  if (!params || entry == nullptr) {
    problem(params ? Error(ErrorCode::kUnknownId, "error.unknown_rule").with("rule", rule.id)
                   : std::move(params).error());
    return;
  }
  if (!defined_on(*entry, round->form.method)) {
    problem(Error(ErrorCode::kRuleNotDefined, "error.rule_not_defined").with("rule", rule.id));
    return;
  }
  if (rule == round->rule) return;
  model::Round after = *round;
  after.rule = rule;
  if (!edit({RecordEdit<model::Round>{*round, std::move(after)}}, "undo.rule")) return;
  if (!prepared) {
    s.counting.stopped = false;
    s.counting.failed.reset();
  }
  toast("toast.rule", true, true);
}

void Reducer::take(const platform::CountProgress& a) {
  auto& running = s.counting.running;
  if (!running || running->ticket != a.ticket) return;
  running->done = a.done;
  running->total = a.total;
}

void Reducer::take(const platform::CountDone& a) {
  if (!s.counting.running || s.counting.running->ticket != a.ticket) return;
  const CountState::Running running = *std::exchange(s.counting.running, std::nullopt);
  const bool past = running.kind == CountJob::Kind::kPast;
  if (!past && running.urn != s.urn) {  // somebody voted meanwhile: that count is of nothing any more
    count_for(s.route);
    return;
  }
  Result<CountAnswer> answer = read_answer(a.bytes);
  if (!answer || (answer->kind != running.kind && !answer->error)) {
    take(platform::CountFailed{a.ticket, Error(ErrorCode::kUnknown, "error.count_failed")});
    return;
  }
  finish_job(running, std::move(answer).value());
  if (running.kind == CountJob::Kind::kCount && s.result != nullptr) announce(lang().tr("announce.counted"));
  if (past) {
    next_past();
  } else if (running.kind == CountJob::Kind::kCount) {
    count_for(s.route);
  }
}

void Reducer::take(const platform::CountFailed& a) {
  const bool ours = s.counting.running && s.counting.running->ticket == a.ticket;
  const CountState::Running running = ours ? *std::exchange(s.counting.running, std::nullopt) : CountState::Running{};
  if (!ours) return;
  CountAnswer answer;
  answer.kind = running.kind;
  answer.error = a.error;
  finish_job(running, std::move(answer));
}

}  // namespace stoepkrijt::app
