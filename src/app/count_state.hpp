// What the app remembers of counting: the job under way, what was found, and what is being compared. Never kept.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/count_job.hpp"

namespace stoepkrijt::app {

struct CountState {
  /// A job that the device counts beside the page.
  struct Running {
    CountJob::Kind kind = CountJob::Kind::kCount;
    std::uint32_t ticket = 0;
    std::uint64_t done = 0, total = 0;
    std::string plan_id;                       ///< kHelp
    std::vector<model::CountingRule> fair_of;  ///< kFair
    bool compares = false;                     ///< kCount: for the page that compares
    std::shared_ptr<const model::Urn> urn;     ///< of which it is; another by now: the answer is of no use
  };
  std::optional<Running> running;
  std::uint32_t last_ticket = 0;
  bool stopped = false;         ///< the user stopped the count of the result; it starts again when asked
  std::optional<Error> failed;  ///< the count of the result failed
  std::map<std::string, PlanHelp, std::less<>> help;  ///< by plan, of the present result
  /// Two rules side by side; absent: the round's own, and the one beside it.
  std::optional<model::CountingRule> first, second;
  std::shared_ptr<const CountResult> compared;
  std::vector<Fairness> fair;                  ///< of the rules that were asked for, on the present ballots
  std::shared_ptr<const PastResult> past;      ///< what each rule would have done
  std::vector<model::CountingRule> past_todo;  ///< still to be counted for `past`, one job each
  std::shared_ptr<const std::string> past_pb;  ///< the file that the organiser opened; nullptr: the example
  std::string past_name;
  std::optional<Error> past_failed;
};

}  // namespace stoepkrijt::app
