#include "app/station/keep.hpp"

#include <algorithm>
#include <utility>

#include "app/json_fields.hpp"
#include "formats/ballotbox/audit_json.hpp"
#include "formats/ballotbox/box_json.hpp"
#include "formats/ballotbox/package_json.hpp"

namespace stoepkrijt::app::station {

namespace {

constexpr std::int64_t kVersion = 1;
constexpr std::int64_t kMostCount = 1'000'000;

}  // namespace

std::string write_facts(const Facts& facts) {
  json::Writer out;
  out.begin_object();
  put_text(out, "box", facts.box);
  put_number(out, "copies", facts.copies);
  put_number(out, "hour", facts.hour);
  put_number(out, "hour_ballots", facts.hour_ballots);
  put_number(out, "hour_refused", facts.hour_refused);
  put_number(out, "last_ms", facts.last_ms);
  put_number(out, "not_logged", facts.not_logged);
  put_bool(out, "open", facts.open);
  put_number(out, "pin_after_ms", facts.pin_after_ms);
  put_text(out, "pin_hash", facts.pin_hash);
  put_text(out, "pin_salt", facts.pin_salt);
  put_number(out, "pin_wrong", facts.pin_wrong);
  put_bool(out, "reloads", facts.reloads);
  put_text(out, "use", kUseNames[static_cast<std::size_t>(facts.use)]);
  put_number(out, "version", kVersion);
  out.end_object();
  return out.take();
}

Result<Facts> read_facts(std::string_view json) {
  SK_TRY(document, json::Document::parse(json));
  const json::Cursor root = document.root();
  SK_TRY(version, integer_at(root, "version", 1, kVersion));
  static_cast<void>(version);
  Facts facts;
  SK_TRY(use, text_at(root, "use"));
  const auto* const name = std::find(kUseNames.begin(), kUseNames.end(), use);
  if (name == kUseNames.end()) return fail(Error(ErrorCode::kUnknownValue, "error.unknown_value").with("value", use));
  facts.use = static_cast<Use>(name - kUseNames.begin());
  SK_TRY(box, text_at(root, "box"));
  SK_TRY(open, bool_at(root, "open"));
  SK_TRY(reloads, bool_at(root, "reloads"));
  SK_TRY(salt, text_at(root, "pin_salt"));
  SK_TRY(hash, text_at(root, "pin_hash"));
  SK_TRY(wrong, integer_at(root, "pin_wrong", 0, kMostCount));
  SK_TRY(after, integer_at(root, "pin_after_ms", 0, kMaxMs));
  SK_TRY(hour, integer_at(root, "hour", 0, ballotbox::kLastMinute));
  SK_TRY(ballots, integer_at(root, "hour_ballots", 0, kMostCount));
  SK_TRY(refused, integer_at(root, "hour_refused", 0, kMostCount));
  SK_TRY(last, integer_at(root, "last_ms", 0, kMaxMs));
  SK_TRY(copies, integer_at(root, "copies", 0, kMostCount));
  SK_TRY(not_logged, integer_at(root, "not_logged", 0, kMostCount));
  facts.box = std::move(box);
  facts.open = open;
  facts.reloads = reloads;
  facts.pin_salt = std::move(salt);
  facts.pin_hash = std::move(hash);
  facts.pin_wrong = wrong;
  facts.pin_after_ms = after;
  facts.hour = hour;
  facts.hour_ballots = ballots;
  facts.hour_refused = refused;
  facts.last_ms = last;
  facts.copies = copies;
  facts.not_logged = not_logged;
  return facts;
}

Result<model::Round> open_round(const ballotbox::Package& package,
                                const std::vector<ballotbox::Amendment>& amendments) {
  SK_TRY(round, ballotbox::amended(package.round, amendments));
  round.phase = model::RoundPhase::kOpen;
  return round;
}

void add_record(Station& station, ballotbox::Record record) {
  const ballotbox::Tag tag = ballotbox::tag_of(record.public_key);
  auto records = station.records == nullptr ? std::make_shared<std::vector<ballotbox::Record>>()
                                            : std::make_shared<std::vector<ballotbox::Record>>(*station.records);
  records->push_back(std::move(record));
  station.records = std::move(records);
  station.used.insert(std::upper_bound(station.used.begin(), station.used.end(), tag), tag);
}

Result<Restored> restore(const std::vector<platform::Kept>& found) {
  const auto text_of_key = [&found](std::string_view name) -> const std::string* {
    const std::string key = key_of(name);
    for (const platform::Kept& one : found) {
      if (one.key == key) return &one.bytes;
    }
    return nullptr;
  };
  Restored out;
  Station& s = out.station;
  const std::string* package = text_of_key("package");
  const std::string* facts = text_of_key("state");
  if (package == nullptr || facts == nullptr) return fail(ErrorCode::kMissing, "error.station_incomplete");
  SK_TRY(read, formats::read_package(*package));
  SK_TRY(known, read_facts(*facts));
  s.facts = std::move(known);
  s.package = std::make_shared<const ballotbox::SignedPackage>(std::move(read));
  const ballotbox::ElectionId& election = s.package->package.election;
  const auto fault = [&out](std::string_view name, Error error) {
    out.faults.emplace_back(key_of(name), std::move(error));
  };
  if (const std::string* key = text_of_key("key")) s.key = *key;
  if (const std::string* mine = text_of_key("mine")) s.mine = *mine;
  if (const std::string* log = text_of_key("log")) {
    auto audit = formats::read_audit(*log);
    if (audit) {
      s.log = std::make_shared<const ballotbox::AuditLog>(std::move(audit).value());
    } else {
      fault("log", std::move(audit).error());
    }
  }
  s.spoilt.election = election;
  if (const std::string* spoilt = text_of_key("spoilt")) {
    auto list = formats::read_spoilt(*spoilt, *s.package);
    if (list) {
      s.spoilt = std::move(list).value();
    } else {
      fault("spoilt", std::move(list).error());
    }
  }
  std::vector<ballotbox::Amendment> amendments;
  auto records = std::make_shared<std::vector<ballotbox::Record>>();
  for (const platform::Kept& one : found) {
    if (one.key.starts_with(key_of("amendment/"))) {
      auto amendment = formats::read_amendment(one.bytes, *s.package);
      if (!amendment) {
        out.faults.emplace_back(one.key, std::move(amendment).error());
        continue;
      }
      s.amendments.push_back(one.bytes);
      s.reasons.push_back(amendment->reason);
      amendments.push_back(std::move(amendment).value());
    } else if (one.key.starts_with(key_of("v/"))) {
      auto vote = formats::read_vote_code(one.bytes);
      if (vote && vote->election != election) vote = fail(ErrorCode::kOtherElection, "error.vote_other_election");
      if (!vote) {
        out.faults.emplace_back(one.key, std::move(vote).error());
        continue;
      }
      s.used.push_back(ballotbox::tag_of(vote->record.public_key));
      records->push_back(std::move(vote)->record);
    }
  }
  std::sort(s.used.begin(), s.used.end());
  s.records = std::move(records);
  SK_TRY(round, open_round(s.package->package, amendments));
  s.round = std::make_shared<const model::Round>(std::move(round));
  return out;
}

}  // namespace stoepkrijt::app::station
