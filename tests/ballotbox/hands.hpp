// A small round, keys and voters with fixed seeds, for the tests of the ballot box.
#pragma once

#include <string>
#include <vector>

#include "ballotbox/ballot_bytes.hpp"
#include "ballotbox/bytes.hpp"
#include "ballotbox/code.hpp"
#include "ballotbox/keys.hpp"
#include "ballotbox/seal.hpp"
#include "base/random.hpp"
#include "model/dossier.hpp"
#include "model/round.hpp"

namespace stoepkrijt::ballotbox::test {

inline constexpr Cost kTestCost{8, 1};
inline constexpr ElectionId kElection{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
inline constexpr ElectionId kOther{16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1};

template <std::size_t N>
[[nodiscard]] std::array<std::uint8_t, N> bytes_of(Random& random) {
  std::array<std::uint8_t, N> out{};
  for (std::uint8_t& byte : out) byte = static_cast<std::uint8_t>(random.below(256));
  return out;
}
[[nodiscard]] inline Secret<32> seed_of(Random& random) { return Secret<32>(bytes_of<32>(random)); }
/// 32 equal bytes.
[[nodiscard]] inline Secret<32> seed_of(std::uint8_t byte) {
  std::array<std::uint8_t, 32> out{};
  out.fill(byte);
  return Secret<32>(out);
}

[[nodiscard]] inline model::Round sample_round(model::VoteMethod method = model::VoteMethod::kApproval,
                                               std::size_t plans = 9) {
  model::Round round;
  round.id = "round-1";
  round.title = {"Voorjaarsronde", ""};
  round.budget = Money{100'000};
  round.opens = "2026-11-16";
  round.closes = "2026-11-29";
  round.result_on = "2026-12-01";
  round.who_may_vote = {"Iedereen van 12 jaar en ouder", ""};
  round.form.method = method;
  round.rule.id = "greedy";
  round.rule.completion = "";
  for (std::size_t i = 0; i < plans; ++i) {
    model::Plan plan;
    plan.id = std::to_string(i + 1);
    plan.title = {"Plan " + plan.id, ""};
    plan.cost = Money{static_cast<std::int64_t>(10'000 * (i + 1))};
    round.plans.push_back(plan);
  }
  return round;
}

struct Holders {
  std::array<HolderPair, kHolders> pairs{holder_pair(seed_of(0x11)), holder_pair(seed_of(0x22)),
                                         holder_pair(seed_of(0x33))};
  [[nodiscard]] HolderKeys keys() const { return {pairs[0].public_key, pairs[1].public_key, pairs[2].public_key}; }
};

}  // namespace stoepkrijt::ballotbox::test
