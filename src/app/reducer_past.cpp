// What each rule would have done in an earlier election: one job per rule, which follow each other.
#include <memory>
#include <utility>

#include "app/count_params.hpp"
#include "app/reducer.hpp"

namespace stoepkrijt::app {

namespace {

constexpr std::uint64_t kMaxPastBytes = 64ULL * 1024 * 1024;

}  // namespace

void Reducer::on(const cmd::PickPast&) {
  platform::PickFile pick;
  pick.accept = ".pb,text/plain";
  pick.purpose = "past";
  pick.max_bytes = kMaxPastBytes;
  effects.emplace_back(std::move(pick));
}

void Reducer::take_past(const platform::FilePicked& a) {
  s.counting.past_pb = std::make_shared<const std::string>(a.bytes);
  s.counting.past_name = a.name;
  on(cmd::CountPast{});
}

void Reducer::on(const cmd::ExamplePast&) {
  s.counting.past_pb = nullptr;
  s.counting.past_name.clear();
  on(cmd::CountPast{});
}

void Reducer::on(const cmd::CountPast&) {
  CountState& counting = s.counting;
  counting.past = nullptr;
  counting.past_failed.reset();
  counting.past_todo.clear();
  const model::Round* round = current_round(s);
  for (const rules::RuleEntry& entry : rules::registry()) {
    const bool own = round != nullptr && round->rule.id == entry.id;
    counting.past_todo.push_back(own ? normalised(round->rule) : offered(entry.id));
  }
  next_past();
}

void Reducer::next_past() {
  CountState& counting = s.counting;
  const auto& example = fixed().example_dossier;
  while (!counting.past_todo.empty() && !(counting.running && counting.running->kind == CountJob::Kind::kPast)) {
    CountJob job;
    job.kind = CountJob::Kind::kPast;
    job.rules = {counting.past_todo.front()};
    if (counting.past_pb != nullptr) {
      job.pb = *counting.past_pb;
      job.pb_name = counting.past_name;
    } else if (example != nullptr && !example->rounds.empty()) {
      job.round = example->rounds.front();
      job.urn = *fixed().example_urn;
    } else {
      counting.past_todo.clear();
      return;
    }
    start_job(std::move(job), {});
  }
}

}  // namespace stoepkrijt::app
