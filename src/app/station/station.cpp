#include "app/station/station.hpp"

#include <algorithm>
#include <utility>

#include "app/state.hpp"

namespace stoepkrijt::app::station {

bool is_locked(const State& s) { return s.station != nullptr && s.station->facts.use == Use::kKiosk; }

bool is_voting(const State& s) { return s.station != nullptr && s.station->stage == Stage::kVoting; }

const model::Round* round_of(const State& s) { return s.station == nullptr ? nullptr : s.station->round.get(); }

std::size_t ballots_in(const Station& s) { return s.records == nullptr ? 0 : s.records->size(); }

std::size_t attended_in(const Station& s) {
  const std::vector<ballotbox::Tag>& attended = s.package->package.attended;
  return static_cast<std::size_t>(std::count_if(
      s.used.begin(), s.used.end(), [&](const ballotbox::Tag& tag) { return ballotbox::has_tag(attended, tag); }));
}

bool has_ended(const State& s) {
  return s.station != nullptr && (s.station->stage == Stage::kDone || s.station->stage == Stage::kNotKept);
}

Route allowed(const State& s, Route route) {
  if (!is_locked(s)) return route;
  switch (route.screen) {
    case Screen::kStation:
    case Screen::kHost:
      return route;
    case Screen::kVoteRead:
    case Screen::kVoteChoose:
    case Screen::kVoteCheck:
    case Screen::kPlan:
      if (is_voting(s)) return route;
      break;
    case Screen::kVoteDone:
      if (has_ended(s)) return route;
      break;
    default:
      // A voter who goes astray comes back to the plans, not to a code that was typed already.
      if (is_voting(s)) return Route{Screen::kVoteChoose, ""};
      break;
  }
  return Route{Screen::kStation, ""};
}

}  // namespace stoepkrijt::app::station
