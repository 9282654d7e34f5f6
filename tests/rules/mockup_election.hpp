// The election of the mockups: 480 voters, 60,000 euros, 125 each; a playground of 16,000 that its 160 supporters
// cannot pay, because 24 of them have 125 left, 56 have 75 and 80 have 25.
#pragma once

#include "rules/election.hpp"

namespace stoepkrijt::rules {

inline constexpr ProjectIndex kBenches = 0;
inline constexpr ProjectIndex kDinner = 1;
inline constexpr ProjectIndex kLanguage = 2;
inline constexpr ProjectIndex kPlayground = 3;

inline Election mockup_election() {
  Election election;
  election.budget = Ratio(60'000);
  const auto project = [&](const char* id, std::int64_t cost, const char* theme) {
    Project out;
    out.id = id;
    out.cost = Ratio(cost);
    out.categories = {theme};
    election.projects.push_back(out);
  };
  project("benches", 9'600, "outside");
  project("dinner", 3'500, "together");
  project("language", 4'200, "language");
  project("playground", 16'000, "outside");
  add_ballot(election, {kPlayground, kDinner, kLanguage, kBenches}, 80);
  add_ballot(election, {kPlayground, kBenches}, 56);
  add_ballot(election, {kPlayground}, 24);
  add_ballot(election, {kBenches}, 56);
  add_ballot(election, {kDinner}, 95);
  add_ballot(election, {kLanguage}, 60);
  add_ballot(election, {}, 109);
  return election;
}

}  // namespace stoepkrijt::rules
