#include "app/evening/counting.hpp"

#include <algorithm>
#include <utility>

#include "app/ballots.hpp"
#include "app/count_params.hpp"
#include "rules/registry.hpp"

namespace stoepkrijt::app::evening {

bool needs_ties_lot(const model::Round& round) { return round.rule.ties.ends_with("lot") && round.rule.seed.empty(); }

model::Urn amended(const model::Urn& urn, const model::Round& round) {
  model::Urn out;
  out.round_id = urn.round_id;
  for (const model::Urn::Entry& entry : urn.entries) out.add(ballotbox::amended(entry.ballot, round), entry.count);
  return out;
}

Result<std::vector<std::string>> winners_of(const model::Round& round, const model::Urn& urn) {
  SK_TRY(election, election_of(round, amended(urn, round)));
  SK_TRY_VOID(rules::validate(election));
  SK_TRY(params, params_of(round.rule));
  rules::Trace trace;
  SK_TRY(outcome, rules::tally(round.rule.id, election, params, trace));
  std::vector<std::string> out;
  for (const rules::ProjectIndex winner : outcome.winners) out.push_back(election.projects[winner].id);
  std::sort(out.begin(), out.end());
  return out;
}

Result<Counted> count_evening(const ballotbox::SignedPackage& package, const ballotbox::Urn& urn,
                              const std::array<ballotbox::ShareFile, 2>& shares,
                              const std::vector<ballotbox::Amendment>& amendments, std::string_view ties_lot) {
  Counted out;
  SK_TRY(opening, ballotbox::open_urn(urn, package, shares));
  out.opening = std::move(opening);
  SK_TRY(round, ballotbox::amended(package.package.round, amendments));
  out.round = std::move(round);
  // A lot that is drawn afterwards decides ties as well, where the round left that open.
  if (needs_ties_lot(out.round)) {
    if (ties_lot.empty()) return fail(ErrorCode::kMissing, "error.evening_ties_lot");
    out.round.rule.seed = ties_lot;
  }
  const auto count = [&out](const model::Urn& ballots) { return winners_of(out.round, ballots); };
  SK_TRY(decided, ballotbox::decided(out.opening, count));
  out.decided = std::move(decided);
  out.ballots = amended(out.opening.ballots, out.round);
  return out;
}

std::vector<std::pair<std::string_view, std::int64_t>> told_of(const ballotbox::MergeReport& report) {
  std::vector<std::pair<std::string_view, std::int64_t>> out{
      {"cli.box.conflicts", static_cast<std::int64_t>(report.conflicts)}};
  const auto add = [&out](std::string_view key, std::size_t n) {
    if (n > 0) out.emplace_back(key, static_cast<std::int64_t>(n));
  };
  add("cli.box.duplicates", report.duplicates);
  add("cli.box.copies", report.copies);
  add("cli.box.unknown_cards", report.unknown_cards);
  add("cli.box.unused_reserves", report.unused_reserves);
  add("cli.box.attended_by_phone", report.attended_by_phone);
  add("cli.box.replaced", report.replaced);
  add("cli.box.shared_reserves", report.shared_reserves);
  add("cli.box.wrong_signatures", report.wrong_signatures);
  add("cli.box.wrong_size", report.wrong_size);
  return out;
}

}  // namespace stoepkrijt::app::evening
