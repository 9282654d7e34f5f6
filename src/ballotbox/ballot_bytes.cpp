#include "ballotbox/ballot_bytes.hpp"

#include <algorithm>
#include <utility>

#include "model/dossier.hpp"

namespace stoepkrijt::ballotbox {

namespace {

std::size_t plain_size(const model::Round& round) {
  const std::size_t n = round.plans.size();
  if (model::gives_points(round.form.method)) return 2 * n;
  return round.form.method == model::VoteMethod::kRanking ? n : (n + 7) / 8;
}

std::size_t place_of(const std::string& id, const model::Round& round) {
  const auto plan =
      std::find_if(round.plans.begin(), round.plans.end(), [&id](const model::Plan& p) { return p.id == id; });
  SK_CHECK(plan != round.plans.end());
  return static_cast<std::size_t>(plan - round.plans.begin());
}

/// Ids and points in the order that ballots have: by id.
model::Ballot sorted(std::vector<std::pair<std::string, std::int64_t>> chosen, bool with_points) {
  std::sort(chosen.begin(), chosen.end());
  model::Ballot ballot;
  for (auto& [id, points] : chosen) {
    ballot.approved.push_back(std::move(id));
    if (with_points) ballot.points.push_back(points);
  }
  return ballot;
}

model::Ballot chosen_ballot(View bytes, const model::Round& round) {
  const bool points = model::gives_points(round.form.method);
  std::vector<std::pair<std::string, std::int64_t>> chosen;
  for (std::size_t i = 0; i < round.plans.size(); ++i) {
    const std::int64_t value = points ? bytes[2 * i] | (std::int64_t{bytes[2 * i + 1]} << 8)
                                      : (static_cast<unsigned>(bytes[i / 8]) >> (7U - i % 8)) & 1U;
    if (value > 0) chosen.emplace_back(round.plans[i].id, value);
  }
  return sorted(std::move(chosen), points);
}

/// Nothing when a place is beyond the plans.
std::optional<model::Ballot> ranked_ballot(View bytes, const model::Round& round) {
  model::Ballot ballot;
  for (std::size_t i = 0; i < round.plans.size() && bytes[i] != 0; ++i) {
    if (bytes[i] > round.plans.size()) return std::nullopt;
    ballot.approved.push_back(round.plans[bytes[i] - 1U].id);
  }
  return ballot;
}

}  // namespace

std::size_t ballot_size(const model::Round& round) {
  return (std::max<std::size_t>(plain_size(round), 1) + 15) / 16 * 16;
}

Bytes to_bytes(const model::Ballot& ballot, const model::Round& round) {
  SK_CHECK(round.plans.size() <= kMostPlans);
  Bytes bytes(ballot_size(round), 0);
  for (std::size_t i = 0; i < ballot.approved.size(); ++i) {
    const std::size_t place = place_of(ballot.approved[i], round);
    if (model::gives_points(round.form.method)) {
      const auto points = static_cast<std::uint64_t>(ballot.points[i]);
      bytes[2 * place] = static_cast<std::uint8_t>(points);
      bytes[2 * place + 1] = static_cast<std::uint8_t>(points >> 8U);
    } else if (round.form.method == model::VoteMethod::kRanking) {
      bytes[i] = static_cast<std::uint8_t>(place + 1);
    } else {
      bytes[place / 8] = static_cast<std::uint8_t>(bytes[place / 8] | (0x80U >> (place % 8)));
    }
  }
  return bytes;
}

Result<model::Ballot> from_bytes(View bytes, const model::Round& round) {
  SK_CHECK(round.plans.size() <= kMostPlans);
  const auto refused = [] { return fail(ErrorCode::kDamaged, "error.ballot_bytes"); };
  if (bytes.size() != ballot_size(round)) return refused();
  std::optional<model::Ballot> ballot =
      round.form.method == model::VoteMethod::kRanking ? ranked_ballot(bytes, round) : chosen_ballot(bytes, round);
  if (!ballot) return refused();
  SK_TRY_VOID(model::validate(*ballot, round));
  const Bytes again = to_bytes(*ballot, round);
  if (!std::equal(again.begin(), again.end(), bytes.begin(), bytes.end())) return refused();
  return std::move(*ballot);
}

}  // namespace stoepkrijt::ballotbox
