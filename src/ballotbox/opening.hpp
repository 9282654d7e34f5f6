// Opening the urn: two of the three holders exchange share files, and whoever has both reads the ballots.
//
// Neither of the two should have done the merge: who knows tags and ballots knows who voted what. The share files are
// not published: both together are the ballots beside their receipts.
// A holder that gives wrong shares can make ballots unreadable, never change one: what is refused is counted and told,
// and another pair then opens it.
//
// Guarantees: the ballots, receipts and numbers are the same whichever two open (of holders that give right shares),
// and in whatever order their files come.
//
// Example:
//   SK_TRY(mine, make_shares(urn, package, pair));                // on each of two devices
//   SK_TRY(opening, open_urn(urn, package, {mine, theirs}));
//   count(opening.ballots);
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "ballotbox/seal.hpp"
#include "ballotbox/urn.hpp"
#include "base/result.hpp"

namespace stoepkrijt::ballotbox {

struct ShareFile {
  ElectionId election{};
  Hash256 urn{};
  std::size_t holder = 0;                        ///< from 0
  std::vector<std::optional<OwnShares>> shares;  ///< as all_sealed(urn); nothing: that C does not open
  friend bool operator==(const ShareFile&, const ShareFile&) = default;
};
/// Errors: kUnknownId "error.holder_unknown": the pair is of none of the package's holders; kOtherElection
/// "error.urn_other_package".
[[nodiscard]] Result<ShareFile> make_shares(const Urn& urn, const SignedPackage& package, const HolderPair& pair);

/// A conflict with its ballots; nothing where C does not open or is no ballot.
struct OpenedConflict {
  Hash256 counted_hash{};
  std::optional<model::Ballot> counted;
  struct Other {
    std::optional<model::Ballot> ballot;
    bool counted_elsewhere = false;  ///< a copy: it stands in the urn for another card
    friend bool operator==(const Other&, const Other&) = default;
  };
  std::vector<Other> others;
  friend bool operator==(const OpenedConflict&, const OpenedConflict&) = default;
};
struct Opening {
  model::Urn ballots;                  ///< as cast, before amendments
  std::vector<std::string> receipts;   ///< of what is counted, sorted
  std::vector<std::string> refused;    ///< receipts of C that are not counted: changed, or no ballot of the round
  std::vector<std::string> set_aside;  ///< receipts of the others of conflicts
  std::vector<OpenedConflict> conflicts;
  friend bool operator==(const Opening&, const Opening&) = default;
};
/// Errors: kOtherElection "error.urn_other_package", "error.shares_other_urn" {file}; kDamaged "error.shares_number"
/// {file}; kNotAllowed "error.shares_same_holder".
[[nodiscard]] Result<Opening> open_urn(const Urn& urn, const SignedPackage& package,
                                       const std::array<ShareFile, 2>& files);

}  // namespace stoepkrijt::ballotbox
