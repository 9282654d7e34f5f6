#include "ballotbox/urn.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace stoepkrijt::ballotbox {

namespace {

/// One C of one group.
struct Candidate {
  View sealed;
  Channel channel = Channel::kPhone;
};
/// By BLAKE2b(C).
using Candidates = std::map<Hash256, Candidate>;

/// Tags of one person lead to one of them.
class Groups {
 public:
  void join(const Tag& a, const Tag& b) {
    const Tag first = of(a);
    const Tag second = of(b);
    // The lower tag stands for both: so the outcome does not depend on the order of lists.
    if (first < second) parent_[second] = first;
    if (second < first) parent_[first] = second;
  }
  [[nodiscard]] Tag of(Tag tag) const {
    for (auto it = parent_.find(tag); it != parent_.end(); it = parent_.find(tag)) tag = it->second;
    return tag;
  }

 private:
  std::map<Tag, Tag> parent_;
};

struct Given {
  Groups groups;
  std::set<Tag> reserves;  // that were given out
};

Result<Given> given_out(const SignedPackage& package, const std::vector<SpoiltList>& spoilt, MergeReport& report) {
  Given out;
  std::map<Tag, std::set<Tag>> for_cards;
  std::set<Tag> replaced_cards;
  for (std::size_t i = 0; i < spoilt.size(); ++i) {
    const auto file = [i](Error error) { return fail(std::move(error).with("file", std::to_string(i + 1))); };
    if (spoilt[i].election != package.package.election) {
      return file(Error(ErrorCode::kOtherElection, "error.spoilt_other_election"));
    }
    if (Result<void> valid = validate(spoilt[i], package.package); !valid) return file(std::move(valid).error());
    for (const Replacement& replaced : spoilt[i].replaced) {
      out.groups.join(replaced.spoilt, replaced.reserve);
      out.reserves.insert(replaced.reserve);
      for_cards[replaced.reserve].insert(replaced.spoilt);
      replaced_cards.insert(replaced.spoilt);
    }
  }
  report.replaced = replaced_cards.size();
  for (const auto& [reserve, cards] : for_cards) report.shared_reserves += cards.size() > 1 ? 1U : 0U;
  return out;
}

/// The boxes, each once, sorted by their bytes.
Result<std::vector<const Box*>> different(const SignedPackage& package, const std::vector<Box>& boxes,
                                          MergeReport& report) {
  std::map<Hash256, const Box*> by_hash;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    if (Result<void> good = check(boxes[i], package); !good) {
      return fail(std::move(good).error().with("file", std::to_string(i + 1)));
    }
    by_hash.emplace(hash_of(boxes[i]), &boxes[i]);
  }
  std::map<std::string, BoxCount> counts;
  std::vector<const Box*> out;
  for (const auto& [hash, box] : by_hash) {
    out.push_back(box);
    BoxCount& count = counts[box->id];
    count.box = box->id;
    ++count.files;
    count.records = std::max(count.records, box->records.size());
  }
  for (auto& [id, count] : counts) report.boxes.push_back(std::move(count));
  return out;
}

/// Is this record a ballot? Cheapest question first.
bool is_ballot(const Record& record, const Tag& tag, Channel channel, const SignedPackage& package, const Given& given,
               MergeReport& report) {
  if (!has_size(record.sealed, package.package)) {
    ++report.wrong_size;
    return false;
  }
  const bool attended = has_tag(package.package.attended, tag);
  if (attended && channel == Channel::kPhone) {
    ++report.attended_by_phone;
    return false;
  }
  if (!attended && !has_tag(package.package.codes, tag) && !given.reserves.contains(tag)) {
    const bool reserve = has_tag(package.package.reserves, tag);
    ++(reserve ? report.unused_reserves : report.unknown_cards);
    return false;
  }
  if (is_signed(record, package.package.election)) return true;
  ++report.wrong_signatures;
  return false;
}

using ByGroup = std::map<Tag, Candidates>;

ByGroup gather(const SignedPackage& package, const std::vector<const Box*>& boxes, const Given& given,
               MergeReport& report) {
  ByGroup out;
  std::set<std::pair<Tag, Hash256>> seen;
  for (const Box* box : boxes) {
    const Channel channel = find_box(package.package, box->id)->channel;
    for (const Record& record : box->records) {
      const Tag tag = tag_of(record.public_key);
      if (!is_ballot(record, tag, channel, package, given, report)) continue;
      const Hash256 hash = blake2b(record.sealed);
      if (!seen.emplace(tag, hash).second) ++report.duplicates;
      Candidate& candidate =
          out[given.groups.of(tag)].try_emplace(hash, Candidate{record.sealed, channel}).first->second;
      candidate.channel = std::min(candidate.channel, channel);
    }
  }
  return out;
}

/// The C of a group in the order in which they are taken.
std::vector<View> settled(const Candidates& candidates, const Key32& lot_key) {
  struct Place {
    Channel channel;
    Hash256 drawn;
    View sealed;
  };
  std::vector<Place> places;
  for (const auto& [hash, candidate] : candidates) {
    places.push_back({candidate.channel, blake2b(lot_key, candidate.sealed), candidate.sealed});
  }
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
    return a.channel != b.channel ? a.channel < b.channel : a.drawn < b.drawn;
  });
  std::vector<View> out;
  for (const Place& place : places) out.push_back(place.sealed);
  return out;
}

Bytes copy_of(View bytes) { return {bytes.begin(), bytes.end()}; }

void sort_conflicts(std::vector<Conflict>& conflicts) {
  const auto key = [](const Conflict& conflict) {
    std::vector<Hash256> out{conflict.counted};
    for (const Bytes& other : conflict.others) out.push_back(blake2b(other));
    return out;
  };
  std::sort(conflicts.begin(), conflicts.end(),
            [&key](const Conflict& a, const Conflict& b) { return key(a) < key(b); });
}

}  // namespace

Hash256 hash_of(const Urn& urn) {
  Message message("stoepkrijt urn 1");
  message.add_number(kUrnVersion, 1).add(urn.election).add(urn.package).add_counted(urn.lot);
  message.add_number(urn.ballots.size(), 4);
  for (const Bytes& sealed : urn.ballots) message.add_counted(sealed);
  message.add_number(urn.conflicts.size(), 4);
  for (const Conflict& conflict : urn.conflicts) {
    message.add(conflict.counted).add_number(conflict.others.size(), 4);
    for (const Bytes& sealed : conflict.others) message.add_counted(sealed);
  }
  return message.hash();
}

std::vector<View> all_sealed(const Urn& urn) {
  std::vector<View> out(urn.ballots.begin(), urn.ballots.end());
  for (const Conflict& conflict : urn.conflicts) out.insert(out.end(), conflict.others.begin(), conflict.others.end());
  return out;
}

Result<Merged> merge_boxes(const SignedPackage& package, const std::vector<Box>& boxes,
                           const std::vector<SpoiltList>& spoilt, std::string_view lot) {
  Merged out;
  SK_TRY(given, given_out(package, spoilt, out.report));
  SK_TRY(each_once, different(package, boxes, out.report));
  const ByGroup groups = gather(package, each_once, given, out.report);
  out.report.conflicts = static_cast<std::size_t>(
      std::count_if(groups.begin(), groups.end(), [](const auto& group) { return group.second.size() > 1; }));
  if (out.report.conflicts > 0 && lot.empty()) {
    return fail(Error(ErrorCode::kMissing, "error.lot_missing").with("n", std::to_string(out.report.conflicts)));
  }
  out.report.attended = static_cast<std::size_t>(std::count_if(
      groups.begin(), groups.end(), [&](const auto& group) { return has_tag(package.package.attended, group.first); }));
  const Key32 lot_key = blake2b(view_of(lot));
  std::map<Hash256, View> counted;
  std::set<Hash256> copied;
  for (const auto& [tag, candidates] : groups) {
    const std::vector<View> order = settled(candidates, lot_key);
    const Hash256 hash = blake2b(order.front());
    if (!counted.emplace(hash, order.front()).second) copied.insert(hash);
    if (order.size() == 1) continue;
    Conflict conflict{hash, {}};
    for (std::size_t i = 1; i < order.size(); ++i) conflict.others.push_back(copy_of(order[i]));
    out.urn.conflicts.push_back(std::move(conflict));
  }
  out.report.copies = copied.size();
  sort_conflicts(out.urn.conflicts);
  out.urn.election = package.package.election;
  out.urn.package = package.fingerprint;
  out.urn.lot = out.report.conflicts > 0 ? std::string(lot) : std::string();
  for (const auto& [hash, sealed] : counted) out.urn.ballots.push_back(copy_of(sealed));
  return out;
}

}  // namespace stoepkrijt::ballotbox
