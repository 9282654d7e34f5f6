#include "app/count_job.hpp"

#include <algorithm>
#include <utility>

#include "app/count_help.hpp"

namespace stoepkrijt::app {

namespace {

// How many passes over ballots × plans one count takes, from measurements of each rule; generous for those that solve
// programs or step through budgets.
std::uint64_t passes_of(const model::CountingRule& rule) {
  std::uint64_t passes = 4;
  if (rule.id.starts_with("greedy")) passes = 1;
  if (rule.id == "maximin-support" || rule.id == "max-welfare") passes = 2000;
  if (rule.id == "bos" || rule.id == "fres" || rule.id == "phragmen" || rule.id == "cstv" || rule.id == "ees" ||
      rule.id == "expanding-approvals" || rule.id == "vouchers") {
    passes = 20;
  }
  if (!rule.completion.empty() && rule.completion != "none" && rule.completion != "utilitarian") passes *= 4;
  if (!rule.then.empty() && rule.then != "none") passes += rule.then == "max-welfare" ? 2000U : 1U;
  return passes;
}

CountAnswer failed(CountJob::Kind kind, Error error) {
  CountAnswer answer;
  answer.kind = kind;
  answer.error = std::move(error);
  return answer;
}

}  // namespace

std::uint64_t work_of(const CountJob& job) {
  // A .pb row is some tens of bytes; that its columns name plans is not known before it is read.
  const bool pb = job.kind == CountJob::Kind::kPast && !job.pb.empty();
  const std::uint64_t cells =
      pb ? std::uint64_t{job.pb.size()}
         : std::uint64_t{job.urn.entries.size()} * std::max<std::size_t>(1, job.round.plans.size());
  std::uint64_t passes = 0;
  for (const model::CountingRule& rule : job.rules) passes += passes_of(rule);
  if (job.kind == CountJob::Kind::kHelp && job.search) passes *= 30;
  if (pb) passes += 8;                                 // reading it
  if (job.kind == CountJob::Kind::kPast) passes *= 8;  // one of many jobs, which follow each other at once
  std::uint64_t checks = 0;
  if (job.kind == CountJob::Kind::kFair) {
    checks = job.rules.size() * std::min(4 * kFairWork, fair_work(job.urn.entries.size(), job.round.plans.size()));
  }
  return cells * passes + checks;
}

CountAnswer do_job(const CountJob& job, rules::Watcher* watcher) {
  CountAnswer answer;
  answer.kind = job.kind;
  const std::size_t wanted = job.kind == CountJob::Kind::kCount ? 2 : 1;
  if (job.rules.size() < wanted) return failed(job.kind, Error(ErrorCode::kWrongFormat, "error.count_failed"));
  if (job.kind == CountJob::Kind::kCount) {
    auto count = count_round(job.round, job.urn, job.rules[0], job.rules[1], watcher);
    if (!count) return failed(job.kind, std::move(count).error());
    answer.count = std::move(count).value();
    return answer;
  }
  if (job.kind == CountJob::Kind::kPast && !job.pb.empty()) {
    auto past = past_of_pb(job.pb, job.rules, watcher);
    if (!past) {
      Error error = std::move(past).error();
      if (error.where.file.empty()) error.where.file = job.pb_name;
      return failed(job.kind, std::move(error));
    }
    past->name = job.pb_name;
    answer.past = std::make_shared<const PastResult>(std::move(past).value());
    return answer;
  }
  auto election = round_election(job.round, job.urn);
  if (!election) return failed(job.kind, std::move(election).error());
  if (job.kind == CountJob::Kind::kHelp) {
    PlanHelp blank;
    blank.plan_id = job.plan_id;
    Result<PlanHelp> help = std::move(blank);
    if (job.search) help = find_help(*election, job.rules[0], job.plan_id, watcher);
    if (!help) return failed(job.kind, std::move(help).error());
    std::vector<model::Words> names;
    for (const model::Plan& plan : job.round.plans) names.push_back(plan.title);
    if (auto words = add_words(*election, job.rules[0], {names, job.buurten}, *help); !words) {
      return failed(job.kind, std::move(words).error());
    }
    answer.help = std::move(help).value();
    return answer;
  }
  if (job.kind == CountJob::Kind::kFair) {
    for (const model::CountingRule& rule : job.rules) {
      auto fair = fairness_of(*election, rule, kFairWork, watcher);
      if (!fair) return failed(job.kind, std::move(fair).error());
      answer.fair.push_back(std::move(fair).value());
    }
    return answer;
  }
  auto past = past_of(*election, job.rules, watcher);
  if (!past) return failed(job.kind, std::move(past).error());
  answer.past = std::make_shared<const PastResult>(std::move(past).value());
  return answer;
}

std::string run_job(std::string_view bytes, rules::Watcher* watcher) {
  const Result<CountJob> job = read_job(bytes);
  if (!job) return write_answer(failed(CountJob::Kind::kCount, job.error()));
  return write_answer(do_job(*job, watcher));
}

}  // namespace stoepkrijt::app
