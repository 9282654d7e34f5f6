#include "ballotbox/opening.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "ballotbox/ballot_bytes.hpp"

namespace stoepkrijt::ballotbox {

namespace {

Result<void> check_urn(const Urn& urn, const SignedPackage& package) {
  if (urn.election != package.package.election || urn.package != package.fingerprint) {
    return fail(ErrorCode::kOtherElection, "error.urn_other_package");
  }
  return {};
}

Result<void> check_files(const Urn& urn, const std::array<ShareFile, 2>& files, std::size_t count) {
  const Hash256 hash = hash_of(urn);
  for (std::size_t i = 0; i < files.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    if (files[i].election != urn.election || files[i].urn != hash) {
      return fail(Error(ErrorCode::kOtherElection, "error.shares_other_urn").with("file", number));
    }
    if (files[i].shares.size() != count || files[i].holder >= kHolders) {
      return fail(Error(ErrorCode::kDamaged, "error.shares_number").with("file", number));
    }
  }
  if (files[0].holder == files[1].holder) return fail(ErrorCode::kNotAllowed, "error.shares_same_holder");
  return {};
}

/// The ballot of one C. Why it is none makes no difference to the count.
std::optional<model::Ballot> ballot_of(View sealed, std::size_t at, const Package& package,
                                       const std::array<ShareFile, 2>& files) {
  const std::optional<OwnShares>& a = files[0].shares[at];
  const std::optional<OwnShares>& b = files[1].shares[at];
  if (!a || !b || !has_size(sealed, package)) return std::nullopt;
  const std::array<std::size_t, 2> who{files[0].holder, files[1].holder};
  const Result<Bytes> bytes = open_sealed(sealed, package.election, package.holders, who,
                                          {(*a)[share_for(who[0], who[1])], (*b)[share_for(who[1], who[0])]});
  if (!bytes) return std::nullopt;
  Result<model::Ballot> ballot = from_bytes(*bytes, package.round);
  if (!ballot) return std::nullopt;
  return std::move(*ballot);
}

}  // namespace

Result<ShareFile> make_shares(const Urn& urn, const SignedPackage& package, const HolderPair& pair) {
  SK_TRY_VOID(check_urn(urn, package));
  const HolderKeys& holders = package.package.holders;
  const auto found = std::find(holders.begin(), holders.end(), pair.public_key);
  if (found == holders.end()) return fail(ErrorCode::kUnknownId, "error.holder_unknown");
  ShareFile out{urn.election, hash_of(urn), static_cast<std::size_t>(found - holders.begin()), {}};
  for (const View sealed : all_sealed(urn)) out.shares.push_back(open_shares(sealed, out.holder, pair));
  return out;
}

Result<Opening> open_urn(const Urn& urn, const SignedPackage& package, const std::array<ShareFile, 2>& files) {
  SK_TRY_VOID(check_urn(urn, package));
  const std::vector<View> sealed = all_sealed(urn);
  SK_TRY_VOID(check_files(urn, files, sealed.size()));
  std::vector<std::optional<model::Ballot>> opened;
  opened.reserve(sealed.size());
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    opened.push_back(ballot_of(sealed[i], i, package.package, files));
  }
  Opening out;
  out.ballots.round_id = package.package.round.id;
  std::vector<Hash256> hashes;
  // Sorted by hash is sorted by receipt: that is the hash's first bits, in letters that rise with them.
  for (std::size_t i = 0; i < urn.ballots.size(); ++i) {
    hashes.push_back(blake2b(urn.ballots[i]));
    if (opened[i]) out.ballots.add(*opened[i]);
    (opened[i] ? out.receipts : out.refused).push_back(receipt_of(urn.ballots[i]));
  }
  std::size_t at = urn.ballots.size();
  std::set<std::string> aside;
  for (const Conflict& conflict : urn.conflicts) {
    OpenedConflict one{conflict.counted, std::nullopt, {}};
    const auto counted = std::lower_bound(hashes.begin(), hashes.end(), conflict.counted);
    if (counted != hashes.end() && *counted == conflict.counted) {
      one.counted = opened[static_cast<std::size_t>(counted - hashes.begin())];
    }
    for (const Bytes& other : conflict.others) {
      const bool elsewhere = std::binary_search(hashes.begin(), hashes.end(), blake2b(other));
      if (!elsewhere) aside.insert(receipt_of(other));
      one.others.push_back({std::move(opened[at++]), elsewhere});
    }
    out.conflicts.push_back(std::move(one));
  }
  out.set_aside.assign(aside.begin(), aside.end());
  return out;
}

}  // namespace stoepkrijt::ballotbox
