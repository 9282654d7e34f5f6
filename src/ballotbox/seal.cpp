#include "ballotbox/seal.hpp"

#include <sodium.h>

#include <algorithm>

namespace stoepkrijt::ballotbox {

namespace {

constexpr std::size_t kHead = 1 + 16 + 32;  // of the content: version, election, seed
constexpr std::size_t kMac = crypto_secretbox_MACBYTES;
constexpr std::size_t kShare = 32;
constexpr std::size_t kSealedShare = kShare + crypto_box_SEALBYTES;
constexpr std::size_t kShares = 2 * kPairs * kSealedShare;
static_assert(sealed_size(0) == 1 + kMac + kHead + kShares);

using Pair = std::array<std::size_t, 2>;
constexpr std::array<Pair, kPairs> kPairOf{{{0, 1}, {0, 2}, {1, 2}}};
constexpr std::array<std::uint8_t, crypto_secretbox_NONCEBYTES> kNoNonce{};

enum class Label : std::uint8_t { kKey = 0, kPad = 1, kOneTime = 2 };

Key32 derived(const Secret<32>& seed, Label label, std::size_t i) {
  return blake2b(seed.bytes(),
                 Message("stoepkrijt seal 1").add_number(static_cast<std::uint64_t>(label), 1).add_number(i, 1).view());
}

Key32 exclusive_or(const Key32& a, const Key32& b) {
  Key32 out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<std::uint8_t>(a[i] ^ b[i]);
  return out;
}

/// As crypto_box_seal, with the one-time pair of this seed.
void add_sealed_share(Bytes& out, const Key32& share, const Key32& holder, const Key32& one_time_seed) {
  Key32 one_time{};
  Secret<32> secret;
  SK_CHECK(crypto_box_seed_keypair(one_time.data(), secret.data(), one_time_seed.data()) == 0);
  std::array<std::uint8_t, 64> both{};
  std::copy(one_time.begin(), one_time.end(), both.begin());
  std::copy(holder.begin(), holder.end(), both.begin() + 32);
  std::array<std::uint8_t, crypto_box_NONCEBYTES> nonce{};
  SK_CHECK(crypto_generichash(nonce.data(), nonce.size(), both.data(), both.size(), nullptr, 0) == 0);
  const std::size_t at = out.size();
  out.resize(at + kSealedShare);
  std::copy(one_time.begin(), one_time.end(), out.begin() + static_cast<std::ptrdiff_t>(at));
  // Fails only for a holder's key that is no point of large order; a package with one is refused when it is read.
  SK_CHECK(crypto_box_easy(out.data() + at + 32, share.data(), share.size(), nonce.data(), holder.data(),
                           secret.data()) == 0);
}

View share_at(View sealed, std::size_t i) {
  return sealed.subspan(sealed.size() - kShares + i * kSealedShare, kSealedShare);
}

std::size_t pair_of_holders(const std::array<std::size_t, 2>& who) {
  const Pair sorted{std::min(who[0], who[1]), std::max(who[0], who[1])};
  const auto found = std::find(kPairOf.begin(), kPairOf.end(), sorted);
  SK_CHECK(found != kPairOf.end());
  return static_cast<std::size_t>(found - kPairOf.begin());
}

}  // namespace

Bytes seal(const ElectionId& election, View ballot, const HolderKeys& holders, const Secret<32>& seed) {
  Bytes content;
  content.reserve(kHead + ballot.size());
  content.push_back(kSealVersion);
  content.insert(content.end(), election.begin(), election.end());
  content.insert(content.end(), seed.bytes().begin(), seed.bytes().end());
  content.insert(content.end(), ballot.begin(), ballot.end());
  Key32 key = derived(seed, Label::kKey, 0);
  Bytes out(1 + kMac + content.size());
  out.reserve(sealed_size(ballot.size()));
  out[0] = kSealVersion;
  SK_CHECK(crypto_secretbox_easy(out.data() + 1, content.data(), content.size(), kNoNonce.data(), key.data()) == 0);
  for (std::size_t p = 0; p < kPairs; ++p) {
    const Key32 pad = derived(seed, Label::kPad, p);
    add_sealed_share(out, pad, holders[kPairOf[p][0]], derived(seed, Label::kOneTime, 2 * p));
    add_sealed_share(out, exclusive_or(key, pad), holders[kPairOf[p][1]], derived(seed, Label::kOneTime, 2 * p + 1));
  }
  wipe(content);
  wipe(key);
  return out;
}

std::optional<OwnShares> open_shares(View sealed, std::size_t holder, const HolderPair& pair) {
  SK_CHECK(holder < kHolders);
  if (sealed.size() < sealed_size(0)) return std::nullopt;
  OwnShares out{};
  for (std::size_t p = 0; p < kPairs; ++p) {
    for (std::size_t side = 0; side < 2; ++side) {
      if (kPairOf[p][side] != holder) continue;
      const View share = share_at(sealed, 2 * p + side);
      Key32& into = out[share_for(holder, kPairOf[p][1 - side])];
      if (crypto_box_seal_open(into.data(), share.data(), share.size(), pair.public_key.data(), pair.secret.data()) !=
          0) {
        return std::nullopt;
      }
    }
  }
  return out;
}

Result<Bytes> open_sealed(View sealed, const ElectionId& election, const HolderKeys& holders,
                          const std::array<std::size_t, 2>& who, const std::array<Key32, 2>& shares) {
  static_cast<void>(pair_of_holders(who));
  const auto damaged = [] { return fail(ErrorCode::kDamaged, "error.sealed_damaged"); };
  if (!sealed.empty() && sealed[0] > kSealVersion) return fail(ErrorCode::kNewerVersion, "error.sealed_newer");
  if (sealed.size() < sealed_size(0) || sealed[0] != kSealVersion) return damaged();
  const Key32 key = exclusive_or(shares[0], shares[1]);
  const View box = sealed.subspan(1, sealed.size() - 1 - kShares);
  Bytes content(box.size() - kMac);
  if (crypto_secretbox_open_easy(content.data(), box.data(), box.size(), kNoNonce.data(), key.data()) != 0) {
    return damaged();
  }
  if (content[0] != kSealVersion) return damaged();
  if (!std::equal(election.begin(), election.end(), content.begin() + 1)) {
    return fail(ErrorCode::kOtherElection, "error.sealed_other_election");
  }
  std::array<std::uint8_t, 32> seed{};
  std::copy_n(content.begin() + 17, seed.size(), seed.begin());
  Bytes ballot(content.begin() + static_cast<std::ptrdiff_t>(kHead), content.end());
  const Bytes again = seal(election, ballot, holders, Secret<32>(seed));
  if (!std::equal(again.begin(), again.end(), sealed.begin(), sealed.end())) return damaged();
  return ballot;
}

}  // namespace stoepkrijt::ballotbox
