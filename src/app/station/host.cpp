// The host of a kiosk: opening and closing, copies, cards that are replaced, what the organiser signs later.
#include <algorithm>
#include <utility>

#include "app/fresh_secret.hpp"
#include "app/station/keep.hpp"
#include "app/station/reduce.hpp"
#include "ballotbox/box.hpp"
#include "ballotbox/code.hpp"
#include "base/trim.hpp"
#include "formats/ballotbox/audit_json.hpp"
#include "formats/ballotbox/box_json.hpp"
#include "formats/ballotbox/package_json.hpp"

namespace stoepkrijt::app::station {

namespace {

constexpr std::uint64_t kMostVotes = 64ULL * 1024 * 1024;
constexpr std::uint64_t kMostAmendment = 1024ULL * 1024;

bool host_may(Reducer& r) { return r.s.station->facts.use == Use::kKiosk && r.s.station->host; }

std::string file_name(std::string_view what, const Station& s) {
  return "stoepkrijt-" + std::string(what) + "-" + s.facts.box + ".json";
}

ballotbox::SigningPair pair_of_box(const Station& s) {
  const auto key = formats::read_key(s.key);  // it was read before it was kept
  return ballotbox::signing_pair(key ? key->seed : ballotbox::Secret<32>());
}

std::uint64_t megabytes_left(const platform::StorageState& storage) {
  return storage.quota_bytes <= storage.used_bytes ? 0 : (storage.quota_bytes - storage.used_bytes) / (1024 * 1024);
}

/// Of a card that the host types: its tag.
Result<ballotbox::Tag> tag_of_code(const Station& s, std::string_view typed) {
  const ballotbox::Package& package = s.package->package;
  SK_TRY(code, ballotbox::read_code(typed, package.election));
  SK_TRY(pair, ballotbox::pair_of(code, package.election, package.cost));
  return ballotbox::tag_of(pair.public_key);
}

/// `field`: of the code that is not right, where there is none.
Result<ballotbox::Replacement> replacement(const Station& s, const ReplaceCard& c, HostField& field) {
  field = HostField::kOldCard;
  SK_TRY(spoilt, tag_of_code(s, c.spoilt));
  field = HostField::kReserve;
  SK_TRY(reserve, tag_of_code(s, c.reserve));
  const ballotbox::Package& package = s.package->package;
  if (ballotbox::has_tag(package.attended, spoilt) || ballotbox::has_tag(package.attended, reserve)) {
    field = ballotbox::has_tag(package.attended, spoilt) ? HostField::kOldCard : HostField::kReserve;
    return fail(ErrorCode::kNotAllowed, "error.station_attended_spoilt");
  }
  field = HostField::kOldCard;
  if (!ballotbox::has_tag(package.codes, spoilt)) return fail(ErrorCode::kUnknownId, "error.station_not_spoilt");
  if (std::binary_search(s.used.begin(), s.used.end(), spoilt)) {
    return fail(ErrorCode::kNotAllowed, "error.station_spoilt_voted");
  }
  for (const ballotbox::Replacement& one : s.spoilt.replaced) {
    if (one.spoilt == spoilt) return fail(ErrorCode::kNotAllowed, "error.station_spoilt_twice");
  }
  field = HostField::kReserve;
  if (!ballotbox::has_tag(package.reserves, reserve)) return fail(ErrorCode::kUnknownId, "error.station_not_reserve");
  for (const ballotbox::Replacement& one : s.spoilt.replaced) {
    if (one.reserve == reserve) return fail(ErrorCode::kNotAllowed, "error.station_reserve_twice");
  }
  return ballotbox::Replacement{spoilt, reserve};
}

/// A file of the closed box: offered, and counted as a copy.
ballotbox::Box box_of(const Station& s) {
  return ballotbox::close_box(*s.package, s.facts.box,
                              s.records == nullptr ? std::vector<ballotbox::Record>() : *s.records,
                              ballotbox::head_of(*s.log), pair_of_box(s));
}

/// A vote that a phone sealed, into this box; once.
Result<void> take_vote(Reducer& r, const std::string& text) {
  const Station& s = *r.s.station;
  const ballotbox::Package& package = s.package->package;
  SK_TRY(vote, formats::read_vote_code(text));
  if (vote.election != package.election) return fail(ErrorCode::kOtherElection, "error.vote_other_election");
  if (!ballotbox::has_size(vote.record.sealed, package) || !ballotbox::is_signed(vote.record, package.election)) {
    return fail(ErrorCode::kDamaged, "error.vote_qr_damaged");
  }
  const ballotbox::Tag tag = ballotbox::tag_of(vote.record.public_key);
  if (!ballotbox::is_card(package, tag)) return fail(ErrorCode::kUnknownId, "error.code_not_in_package");
  if (ballotbox::has_tag(package.attended, tag)) return fail(ErrorCode::kNotAllowed, "error.station_attended_phone");
  if (std::binary_search(s.used.begin(), s.used.end(), tag)) {
    return fail(ErrorCode::kNotAllowed, "error.station_card_used");
  }
  const auto place = fresh_secret(r, "place");
  if (!place) return fail(ErrorCode::kUnreadable, "error.no_random");
  change(r, [&](Station& next) {
    add_record(next, std::move(vote.record));
    count_in_hour(next, r.s.device.now_ms, false);
    next.host_error.reset();
  });
  keep_facts(r, {{vote_key(*place), text}});
  return {};
}

}  // namespace

ballotbox::Channel channel_of(const Station& s) {
  const ballotbox::BoxKey* box = ballotbox::find_box(s.package->package, s.facts.box);
  return box == nullptr ? ballotbox::Channel::kKiosk : box->channel;
}

void on(Reducer& r, const LeaveHost& /*c*/) {
  change(r, [](Station& s) {
    s.host = false;
    s.host_error.reset();
    s.cleaning = false;
  });
  r.s.back.clear();
  r.go(Route{Screen::kStation, ""}, false);
}

void on(Reducer& r, const OpenBox& /*c*/) {
  if (!host_may(r) || r.s.station->facts.open) return;
  if (!r.s.writer) return host_fault(r, Error(ErrorCode::kNotAllowed, "error.other_tab"));
  const std::int64_t now = r.s.device.now_ms;
  change(r, [&](Station& s) {
    if (s.facts.not_logged > 0) {
      note(s, ballotbox::AuditEvent::kExported, now, {static_cast<std::int64_t>(ballots_in(s))});
    }
    const std::uint64_t left = megabytes_left(r.s.device.storage);
    if (r.s.device.storage.quota_bytes > 0 && left < kLowSpace / (1024 * 1024)) {
      note(s, ballotbox::AuditEvent::kSpaceLow, now, {static_cast<std::int64_t>(left)});
    }
    const ballotbox::Package& package = s.package->package;
    note(s, ballotbox::AuditEvent::kOpened, now,
         {static_cast<std::int64_t>(package.codes.size()), static_cast<std::int64_t>(package.reserves.size())});
    s.facts.not_logged = s.facts.copies = 0;
    s.facts.open = true;
    s.facts.last_ms = now;
    s.host_error.reset();
  });
  if (!keep_facts(r)) {
    change(r, [](Station& s) { s.facts.open = false; });
    return host_fault(r, Error(ErrorCode::kStorageMissing, "error.station_no_storage"));
  }
  on(r, LeaveHost{});
}

void on(Reducer& r, const CloseBox& /*c*/) {
  if (!host_may(r) || !r.s.station->facts.open) return;
  const std::int64_t now = r.s.device.now_ms;
  change(r, [now](Station& s) {
    settle_hour(s, now, true);
    // Told here only, never by the hour: there are few, and whose they are stands on the list of residents.
    if (!s.package->package.attended.empty()) {
      note(s, ballotbox::AuditEvent::kAttended, now, {static_cast<std::int64_t>(attended_in(s))});
    }
    note(s, ballotbox::AuditEvent::kClosed, now, {static_cast<std::int64_t>(ballots_in(s))});
    s.facts.open = false;
    s.facts.copies = s.facts.not_logged = 0;
    s.stage = Stage::kCode;
    s.code.clear();
    s.code_error.reset();
    s.voter = nullptr;
  });
  r.s.ballot = BallotDraft{};
  r.s.ballot_undo.clear();
  keep_facts(r);
  r.announce(r.lang().count("station.closed_with", static_cast<std::int64_t>(ballots_in(*r.s.station))));
}

void on(Reducer& r, const OfferBox& /*c*/) {
  if (!host_may(r) || r.s.station->facts.open || r.s.station->log == nullptr) return;
  const Station& s = *r.s.station;
  r.effects.emplace_back(platform::OfferFile{file_name("bus", s), "application/json", formats::write_box(box_of(s))});
  change(r, [](Station& next) {
    ++next.facts.copies;
    ++next.facts.not_logged;
  });
  keep_facts(r);
}

void on(Reducer& r, const OfferLog& /*c*/) {
  const Station& s = *r.s.station;
  if (!host_may(r) || s.log == nullptr) return;
  r.effects.emplace_back(
      platform::OfferFile{file_name("logboek", s), "application/json", formats::write_audit(*s.log)});
}

void on(Reducer& r, const OfferSpoilt& /*c*/) {
  const Station& s = *r.s.station;
  if (!host_may(r) || s.spoilt.replaced.empty()) return;
  r.effects.emplace_back(platform::OfferFile{file_name("vervangen-kaarten", s), "application/json",
                                             formats::write_spoilt(s.spoilt, pair_of_box(s))});
}

void on(Reducer& r, const ReplaceCard& c) {
  if (!host_may(r)) return;
  HostField field = HostField::kNone;
  auto one = replacement(*r.s.station, c, field);
  if (!one) return host_fault(r, std::move(one).error(), field);
  change(r, [&](Station& s) {
    auto& list = s.spoilt.replaced;
    list.insert(std::upper_bound(list.begin(), list.end(), *one), *one);
    note(s, ballotbox::AuditEvent::kCardReplaced, r.s.device.now_ms, {});
    s.host_error.reset();
  });
  keep_facts(r, {{key_of("spoilt"), formats::write_spoilt(r.s.station->spoilt, pair_of_box(*r.s.station))}});
  r.toast("station.card_replaced", false, true);
}

void on(Reducer& r, const PickAmendment& /*c*/) {
  if (r.s.station->facts.use == Use::kKiosk && !r.s.station->host) return;
  r.effects.emplace_back(platform::PickFile{".json,application/json", "station/amendment", kMostAmendment, false});
}

void take_amendment(Reducer& r, const platform::FilePicked& a) {
  auto amendment = formats::read_amendment(a.bytes, *r.s.station->package);
  std::vector<ballotbox::Amendment> all;
  for (const std::string& text : r.s.station->amendments) {
    if (auto before = formats::read_amendment(text, *r.s.station->package)) all.push_back(std::move(before).value());
  }
  const auto round = [&]() -> Result<model::Round> {
    if (!amendment) return fail(amendment.error());
    all.push_back(*amendment);
    return open_round(r.s.station->package->package, all);
  }();
  if (!round) {
    Error error = round.error();
    if (error.where.file.empty()) error.where.file = a.name;
    return r.problem(std::move(error));
  }
  const std::string hash = to_hex(ballotbox::blake2b(ballotbox::view_of(a.bytes)));
  if (std::find(r.s.station->amendments.begin(), r.s.station->amendments.end(), a.bytes) !=
      r.s.station->amendments.end()) {
    return r.toast("station.amendment_there");
  }
  change(r, [&](Station& s) {
    s.round = std::make_shared<const model::Round>(*round);
    s.amendments.push_back(a.bytes);
    s.reasons.push_back(amendment->reason);
    if (s.facts.use == Use::kKiosk) {
      note(s, ballotbox::AuditEvent::kAmendment, r.s.device.now_ms,
           {static_cast<std::int64_t>(amendment->withdrawn.size())});
    }
  });
  keep_facts(r, {{key_of("amendment/" + hash), a.bytes}});
  r.toast("station.amendment_taken", false, true);
}

void on(Reducer& r, const ScanVote& /*c*/) {
  if (!host_may(r)) return;
  if (channel_of(*r.s.station) != ballotbox::Channel::kPhone) {
    return host_fault(r, Error(ErrorCode::kNotAllowed, "error.station_no_phones"));
  }
  change(r, [](Station& s) { s.testing_camera = false; });
  r.scan_for("station", r.lang().tr("station.scan_vote"));
}

void on(Reducer& r, const PickVotes& /*c*/) {
  if (!host_may(r)) return;
  if (channel_of(*r.s.station) != ballotbox::Channel::kPhone) {
    return host_fault(r, Error(ErrorCode::kNotAllowed, "error.station_no_phones"));
  }
  r.effects.emplace_back(platform::PickFile{".txt,text/plain", "station/votes", kMostVotes, true});
}

void take_votes(Reducer& r, const platform::FilePicked& a) {
  if (!host_may(r)) return;
  std::uint32_t line = 0;
  std::int64_t taken = 0;
  for (std::string_view rest = a.bytes; !rest.empty();) {
    const std::string_view text = trimmed(rest.substr(0, rest.find('\n')));
    rest.remove_prefix(
        std::min(rest.size(), rest.find('\n') == std::string_view::npos ? rest.size() : rest.find('\n') + 1));
    ++line;
    if (text.empty()) continue;
    if (auto took = take_vote(r, std::string(text)); !took) {
      Error error = std::move(took).error();
      error.where.file = a.name;
      error.where.line = line;
      error.where.column = 1;
      return r.problem(std::move(error));
    }
    ++taken;
  }
  if (taken == 0) return r.problem(Error(ErrorCode::kEmpty, "error.station_no_votes").with("file", a.name));
  r.toast("station.vote_taken", false, true);
}

void scanned_vote(Reducer& r, const std::string& text) {
  r.effects.emplace_back(platform::StopScanning{});
  r.s.scan_room.clear();
  if (r.s.station->testing_camera) {
    change(r, [](Station& s) { s.testing_camera = false; });
    return r.toast("station.camera_works");
  }
  if (auto took = take_vote(r, text); !took) return host_fault(r, std::move(took).error());
  r.toast("station.vote_taken", false, true);
}

void on(Reducer& r, const TestSound& /*c*/) {
  r.effects.emplace_back(platform::Speak{r.lang().tr("station.test_words"), std::string(r.lang().bcp47())});
}

void on(Reducer& r, const TestCamera& /*c*/) {
  change(r, [](Station& s) { s.testing_camera = true; });
  r.scan_for("station", r.lang().tr("station.test_camera_words"));
}

void on(Reducer& r, const CleanScreen& c) {
  change(r, [&](Station& s) { s.cleaning = c.on; });
}

}  // namespace stoepkrijt::app::station
