// Any bytes at all to every reader of the ballot box, and to that of a package from codes: they take or refuse them,
// what they take is written and read back the same, and merging, opening and verifying what was read ends well.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "ballotbox/ballot_bytes.hpp"
#include "formats/ballotbox/audit_json.hpp"
#include "formats/ballotbox/box_json.hpp"
#include "formats/ballotbox/package_chain.hpp"
#include "formats/ballotbox/package_json.hpp"
#include "formats/ballotbox/public_key.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace stoepkrijt;  // NOLINT(google-build-using-namespace)
using namespace ballotbox;   // NOLINT(google-build-using-namespace)

Secret<32> seed_of(std::uint8_t byte) {
  std::array<std::uint8_t, 32> out{};
  out.fill(byte);
  return Secret<32>(out);
}

/// That of the seeds in corpus/ballots, so that their boxes and lists fit.
const SignedPackage& package() {
  static const auto* const one = [] {
    Package p;
    p.election = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
    p.round.id = "r";
    p.round.title = {"R", ""};
    p.round.budget = Money{1'000};
    p.round.opens = p.round.closes = p.round.result_on = p.delete_by = "2026-11-16";
    p.round.who_may_vote = {"W", ""};
    for (const char* id : {"a", "b"}) {
      model::Plan plan;
      plan.id = id;
      plan.title = {"P", ""};
      plan.cost = Money{600};
      p.round.plans.push_back(plan);
    }
    p.cost = kLeastCost;
    p.codes = {tag_of(signing_pair(seed_of(1)).public_key)};
    p.reserves = {tag_of(signing_pair(seed_of(2)).public_key)};
    p.boxes = {{"k", Channel::kKiosk, signing_pair(seed_of(3)).public_key}};
    for (std::size_t i = 0; i < kHolders; ++i)
      p.holders[i] = holder_pair(seed_of(static_cast<std::uint8_t>(4 + i))).public_key;
    p.organiser = signing_pair(seed_of(7)).public_key;
    p.modes = {Mode::kSealed};
    return new SignedPackage(formats::sign_package(p, signing_pair(seed_of(7))));
  }();
  return *one;
}

/// The same round with a card of the host's desk and a box for phones: that of the seeds that are named so.
const SignedPackage& desk_package() {
  static const auto* const one = [] {
    Package p = package().package;
    p.attended = {tag_of(signing_pair(seed_of(8)).public_key)};
    p.boxes.push_back({"p", Channel::kPhone, signing_pair(seed_of(9)).public_key});
    return new SignedPackage(formats::sign_package(p, signing_pair(seed_of(7))));
  }();
  return *one;
}

void require(bool holds) {
  if (!holds) std::abort();
}

void read_urn(std::string_view text) {
  const auto urn = formats::read_urn(text);
  if (!urn) return;
  require(formats::read_urn(formats::write_urn(*urn)).value_or(Urn{}) == *urn);
  const auto one = make_shares(*urn, package(), holder_pair(seed_of(4)));
  const auto two = make_shares(*urn, package(), holder_pair(seed_of(5)));
  if (!one || !two) return;
  const auto opening = open_urn(*urn, package(), {*one, *two});
  require(opening && opening->receipts.size() + opening->refused.size() == urn->ballots.size());
}

void read_codes(std::string_view text) {
  if (const auto code = read_code(text, package().package.election)) {
    require(read_code(text_of(*code), package().package.election).value_or(Code{}) == *code);
  }
  for (const SecretKind kind : {SecretKind::kHolder, SecretKind::kOrganiser, SecretKind::kBox}) {
    if (const auto seed = read_paper_text(text, kind)) {
      const auto again = read_paper_text(paper_text(*seed, kind), kind);
      require(again && again->bytes() == seed->bytes());
    }
  }
  if (const auto receipt = read_receipt(text)) require(read_receipt(*receipt).value_or("") == *receipt);
  if (const auto vote = formats::read_vote_code(text)) require(formats::vote_code(*vote) == text);
  if (const auto key = formats::read_public_key_code(text)) {
    const std::string again = formats::public_key_code(*key);
    require(text.find(again) != std::string_view::npos);
    require(formats::read_public_key_code(again).value_or(formats::PublicKey{}) == *key);
  }
}

/// Packed bytes of a package: taken or refused, never also taken for a change; any text packs and comes back.
void read_chain(std::string_view text) {
  require(!formats::is_package_chain(text) || !formats::is_change_chain(text));
  if (const auto file = formats::unpack_package(text)) {
    require(formats::is_package_chain(text));
    static_cast<void>(formats::read_package(*file));
  }
  constexpr std::size_t kPacks = 4'000;  // packing takes longer than all the readers
  if (text.size() > kPacks) return;
  const auto packed = formats::pack_package(text);
  require(packed && formats::unpack_package(*packed).value_or("") == text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const View bytes(data, size);
  if (const auto read = formats::read_package(text)) {
    const auto again = formats::read_package(formats::write_package(*read));
    require(again && again->package == read->package && again->fingerprint == read->fingerprint);
  }
  if (const auto read = formats::read_amendment(text, package())) require(read->election == package().package.election);
  if (const auto read = formats::read_spoilt(text, package()))
    require(merge_boxes(package(), {}, {*read}, "").has_value());
  if (const auto read = formats::read_box(text)) {
    require(formats::read_box(formats::write_box(*read)).value_or(Box{}) == *read);
    const auto merged = merge_boxes(package(), {*read, *read}, {}, "lot");
    require(!merged || merged->report.boxes.size() == 1);
    if (const auto desk = merge_boxes(desk_package(), {*read, *read}, {}, "lot")) {
      const bool phone = find_box(desk_package().package, read->id)->channel == Channel::kPhone;
      require(phone ? desk->report.attended == 0 : desk->report.attended_by_phone == 0);
    }
  }
  read_chain(text);
  read_urn(text);
  if (const auto read = formats::read_shares(text)) {
    require(formats::read_shares(formats::write_shares(*read)).value_or(ShareFile{}) == *read);
  }
  if (const auto read = formats::read_receipts(text)) {
    require(formats::read_receipts(formats::write_receipts(*read)).value_or(formats::Receipts{}) == *read);
  }
  if (const auto read = formats::read_audit(text)) {
    require(formats::read_audit(formats::write_audit(*read)).value_or(AuditLog{}) == *read);
    static_cast<void>(verify(*read));
  }
  if (const auto read = formats::read_key(text)) require(formats::read_key(formats::write_key(*read)).has_value());
  read_codes(text);
  static_cast<void>(open_shares(bytes, 0, holder_pair(seed_of(4))));
  static_cast<void>(open_sealed(bytes, package().package.election, package().package.holders, {0, 1}, {}));
  if (const auto ballot = from_bytes(bytes, package().package.round)) {
    const Bytes again = to_bytes(*ballot, package().package.round);
    require(std::equal(again.begin(), again.end(), bytes.begin(), bytes.end()));
  }
  return 0;
}
