// A ballot as bytes of one length, whatever was chosen: so that the length of a sealed ballot says nothing.
//
// Shapes, for a round with n plans in the package's order (at most kMostPlans):
//   approval, knapsack   n bits, the first plan in the highest bit of the first byte; 1 is chosen
//   points, vouchers     n numbers of 16 bits, little-endian; 0 is none
//   ranking              n bytes: the place of the best plan counted from 1, of the next one, ..., and zeros
// and then zeros up to a multiple of 16. A blank ballot is all zeros. One ballot is one string of bytes and the other
// way round: what to_bytes() would not give is refused.
//
// Example: ballot_size(round) == 16 for approval of nine plans.
#pragma once

#include "ballotbox/bytes.hpp"
#include "base/result.hpp"
#include "model/round.hpp"

namespace stoepkrijt::ballotbox {

inline constexpr std::size_t kMostPlans = 255;

[[nodiscard]] std::size_t ballot_size(const model::Round& round);
/// Domain: model::validate(ballot, round) holds, and at most kMostPlans plans.
[[nodiscard]] Bytes to_bytes(const model::Ballot& ballot, const model::Round& round);
/// Errors: kDamaged "error.ballot_bytes" for what is no ballot of this shape; those of model::validate(ballot, round)
/// where the round's limits are broken, as only a changed program does.
[[nodiscard]] Result<model::Ballot> from_bytes(View bytes, const model::Round& round);

}  // namespace stoepkrijt::ballotbox
