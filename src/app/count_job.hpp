// A count as bytes in and bytes out, so that it can be done by another instance of this program: the page's worker, or
// the same process in tests. The bytes are between two instances of one version and are never kept.
//
// Example:
//   const std::string answer = run_job(write_job(job), &watcher);
//   Result<CountAnswer> a = read_answer(answer);   // a->error, or what the job's kind fills
//
// Errors of the readers: kWrongFormat. run_job() never fails: what went wrong is in its answer.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/count.hpp"
#include "app/count_fair.hpp"
#include "app/count_past.hpp"

namespace stoepkrijt::app {

struct CountJob {
  enum class Kind : std::uint8_t {
    kCount,  ///< rules[0] beside rules[1] on the round's ballots
    kHelp,   ///< why `plan_id` won or lost by rules[0], and with `search` what would have carried it
    kFair,   ///< which guarantees to groups each of `rules` keeps on the round's ballots
    kPast,   ///< every rule on `pb`, or on the round's ballots when `pb` is empty
  } kind = Kind::kCount;
  model::Round round;  ///< of which only what a count needs is carried over
  model::Urn urn;
  std::vector<model::CountingRule> rules;
  std::string plan_id;
  std::vector<std::pair<std::string, std::string>> buurten;  ///< code and name, for sentences (kHelp)
  bool search = true;
  std::string pb;
  std::string pb_name;
};

struct CountAnswer {
  CountJob::Kind kind = CountJob::Kind::kCount;
  std::optional<Error> error;
  std::shared_ptr<const CountResult> count;
  std::optional<PlanHelp> help;
  std::shared_ptr<const PastResult> past;
  std::vector<Fairness> fair;
};

/// Roughly how often a ballot is looked at for a plan: different ballots × plans × counts × the rule's own passes.
[[nodiscard]] std::uint64_t work_of(const CountJob& job);
/// Above this a job is for the worker. A step takes some tens of nanoseconds on a laptop, so below it the page rests
/// for less than a tenth of a second there.
inline constexpr std::uint64_t kMostWorkAtOnce = 2'000'000;

[[nodiscard]] CountAnswer do_job(const CountJob& job, rules::Watcher* watcher);

[[nodiscard]] std::string write_job(const CountJob& job);
[[nodiscard]] Result<CountJob> read_job(std::string_view bytes);
[[nodiscard]] std::string write_answer(const CountAnswer& answer);
[[nodiscard]] Result<CountAnswer> read_answer(std::string_view bytes);
[[nodiscard]] std::string run_job(std::string_view job, rules::Watcher* watcher);

}  // namespace stoepkrijt::app
