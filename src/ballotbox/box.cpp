#include "ballotbox/box.hpp"

#include <algorithm>
#include <utility>

namespace stoepkrijt::ballotbox {

namespace {

Message signed_bytes(const Box& box) {
  Message message("stoepkrijt box 1");
  message.add_number(kBoxVersion, 1).add(box.election).add(box.package).add_counted(box.id);
  message.add_number(box.records.size(), 4);
  for (const Record& record : box.records) {
    message.add(record.public_key).add(record.signature).add_counted(record.sealed);
  }
  message.add(box.audit_head);
  return message;
}

using Order = std::pair<Hash256, Key32>;
std::vector<Order> orders_of(const std::vector<Record>& records) {
  std::vector<Order> out;
  out.reserve(records.size());
  for (const Record& record : records) out.emplace_back(blake2b(record.sealed), record.public_key);
  return out;
}

}  // namespace

void sort_records(std::vector<Record>& records) {
  const std::vector<Order> orders = orders_of(records);
  std::vector<std::size_t> places(records.size());
  for (std::size_t i = 0; i < places.size(); ++i) places[i] = i;
  // Of one key and one C there may be two signatures: by their bytes, so that nothing of the order given remains.
  std::sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
    return orders[a] != orders[b] ? orders[a] < orders[b] : records[a].signature < records[b].signature;
  });
  std::vector<Record> sorted;
  sorted.reserve(records.size());
  for (const std::size_t place : places) sorted.push_back(std::move(records[place]));
  records = std::move(sorted);
}

bool are_sorted(const std::vector<Record>& records) {
  const std::vector<Order> orders = orders_of(records);
  for (std::size_t i = 1; i < records.size(); ++i) {
    if (orders[i] < orders[i - 1]) return false;
    if (orders[i] == orders[i - 1] && records[i].signature < records[i - 1].signature) return false;
  }
  return true;
}

Box close_box(const SignedPackage& package, std::string id, std::vector<Record> records, const Hash256& audit_head,
              const SigningPair& pair) {
  sort_records(records);
  Box box{package.package.election, package.fingerprint, std::move(id), std::move(records), audit_head, {}};
  box.signature = sign(signed_bytes(box).view(), pair);
  return box;
}

Hash256 hash_of(const Box& box) { return signed_bytes(box).hash(); }

Result<void> check(const Box& box, const SignedPackage& package) {
  if (box.election != package.package.election) {
    return fail(ErrorCode::kOtherElection, "error.box_other_election");
  }
  if (box.package != package.fingerprint) return fail(ErrorCode::kOtherElection, "error.box_other_package");
  const BoxKey* key = find_box(package.package, box.id);
  if (key == nullptr) return fail(Error(ErrorCode::kUnknownId, "error.box_unknown").with("box", box.id));
  if (box.records.size() > kMostRecords) return fail(ErrorCode::kTooLarge, "error.box_records");
  if (!is_signed(signed_bytes(box).view(), box.signature, key->public_key)) {
    return fail(Error(ErrorCode::kBadSignature, "error.box_signature").with("box", box.id));
  }
  if (!are_sorted(box.records)) return fail(ErrorCode::kDamaged, "error.box_order");
  return {};
}

}  // namespace stoepkrijt::ballotbox
