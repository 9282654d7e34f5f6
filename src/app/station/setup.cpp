// What this device is for: a package is opened, at home for one voter or as a kiosk with a key and a host.
#include <algorithm>
#include <utility>

#include "app/fresh_secret.hpp"
#include "app/station/keep.hpp"
#include "app/station/reduce.hpp"
#include "ballotbox/keys.hpp"
#include "formats/ballotbox/audit_json.hpp"
#include "formats/ballotbox/package_chain.hpp"
#include "formats/ballotbox/package_json.hpp"

namespace stoepkrijt::app::station {

namespace {

constexpr std::string_view kOnSite = "stemming.json";
constexpr std::uint64_t kMostPackage = 8ULL * 1024 * 1024;
constexpr std::uint64_t kMostKey = 64ULL * 1024;
constexpr std::size_t kSaltDigits = 32;

/// May another package come? Votes that are not copied yet would be lost.
Result<void> may_replace(const State& s) {
  if (s.station == nullptr) return {};
  if (!s.station->mine.empty()) return fail(ErrorCode::kNotAllowed, "error.station_mine_there");
  if (s.station->facts.use != Use::kKiosk) return {};
  if (s.station->facts.open) return fail(ErrorCode::kNotAllowed, "error.station_still_open");
  if (ballots_in(*s.station) > 0 && s.station->facts.copies < static_cast<std::int64_t>(kCopies)) {
    return fail(ErrorCode::kNotAllowed, "error.station_not_copied");
  }
  return {};
}

void use_key(Reducer& r, formats::KeyFile key) {
  if (key.kind != ballotbox::SecretKind::kBox) {
    return r.problem(Error(ErrorCode::kNotAllowed, "error.station_other_key"));
  }
  const ballotbox::Key32 own = formats::public_key_of(key);
  const auto& boxes = r.s.station->package->package.boxes;
  const auto box = std::find_if(boxes.begin(), boxes.end(), [&](const auto& one) { return one.public_key == own; });
  if (box == boxes.end()) return r.problem(Error(ErrorCode::kUnknownId, "error.key_not_in_package"));
  change(r, [&](Station& s) {
    s.key = formats::write_key(key);
    s.facts.box = box->id;
  });
  r.announce(r.lang().tr("station.key_is", {{"box", box->id}}));
}

bool is_pin(std::string_view pin) {
  return pin.size() >= kLeastPin && pin.size() <= kMostPin &&
         pin.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

void on(Reducer& r, const PickPackage& /*c*/) {
  if (auto may = may_replace(r.s); !may) return r.problem(std::move(may).error());
  r.effects.emplace_back(platform::PickFile{".json,application/json", "station/package", kMostPackage, false});
}

void on(Reducer& r, const FetchPackage& /*c*/) {
  if (auto may = may_replace(r.s); !may) return r.problem(std::move(may).error());
  r.effects.emplace_back(platform::ReadSite{std::string(kOnSite), "station/package", kMostPackage});
}

void on(Reducer& r, const ScanPackage& /*c*/) {
  if (auto may = may_replace(r.s); !may) return r.problem(std::move(may).error());
  r.scan_chain_for("station");
}

void on(Reducer& r, const ShowPackage& /*c*/) {
  const Station& s = *r.s.station;
  if (s.facts.use == Use::kKiosk && !s.host) return;
  r.show_package(formats::write_package(*s.package), to_hex(s.package->fingerprint));
}

void take_chain(Reducer& r, const std::string& bytes) {
  auto file = formats::unpack_package(bytes);
  if (!file) return r.problem(std::move(file).error());
  take_package(r, {"station/package", r.lang().tr("scan.source"), std::move(file).value()});
}

void take_package(Reducer& r, const platform::FilePicked& a) {
  if (auto may = may_replace(r.s); !may) return r.problem(std::move(may).error());
  auto package = formats::read_package(a.bytes);
  auto round = package ? open_round(package->package, {}) : Result<model::Round>(fail(package.error()));
  if (!round) {
    Error error = std::move(round).error();
    if (error.where.file.empty()) error.where.file = a.name;
    return r.problem(std::move(error));
  }
  auto station = std::make_shared<Station>();
  station->spoilt.election = package->package.election;
  station->package = std::make_shared<const ballotbox::SignedPackage>(std::move(package).value());
  station->round = std::make_shared<const model::Round>(std::move(round).value());
  station->touched_ms = r.s.device.now_ms;
  r.s.station = std::move(station);
  r.s.ballot = BallotDraft{};
  r.s.ballot_undo.clear();
  r.go(Route{Screen::kOpenStation, ""});
}

void on(Reducer& r, const StartHome& /*c*/) {
  if (r.s.station->facts.use == Use::kKiosk) return;
  // In the place of what another package left here.
  keep_facts(r, {{key_of("package"), formats::write_package(*r.s.station->package)}}, {platform::keys_with(kFolder)});
  r.go(Route{Screen::kStation, ""});
}

void on(Reducer& r, const PickKey& /*c*/) {
  r.effects.emplace_back(platform::PickFile{".json,application/json", "station/key", kMostKey, false});
}

void take_key(Reducer& r, const platform::FilePicked& a) {
  auto key = formats::read_key(a.bytes);
  if (!key) {
    Error error = std::move(key).error();
    if (error.where.file.empty()) error.where.file = a.name;
    return r.problem(std::move(error));
  }
  use_key(r, std::move(key).value());
}

void on(Reducer& r, const TakeKey& c) {
  auto seed = ballotbox::read_paper_text(c.rows, ballotbox::SecretKind::kBox);
  if (!seed) return r.problem(std::move(seed).error());
  use_key(r, formats::KeyFile{ballotbox::SecretKind::kBox, std::move(seed).value()});
}

void on(Reducer& r, const StartKiosk& c) {
  if (r.s.station->key.empty()) return r.problem(Error(ErrorCode::kMissing, "error.station_no_key"));
  if (!is_pin(c.pin)) return r.problem(Error(ErrorCode::kNotAllowed, "error.station_pin_form"));
  if (c.pin != c.again) return r.problem(Error(ErrorCode::kNotAllowed, "error.station_pin_again"));
  const auto salt = fresh_secret(r, "pin");
  if (!salt) return;
  change(r, [&](Station& s) {
    s.facts.use = Use::kKiosk;
    s.facts.pin_salt = to_hex(salt->bytes()).substr(0, kSaltDigits);
    s.facts.pin_hash = pin_hash(s.facts.pin_salt, c.pin);
    s.facts.last_ms = r.s.device.now_ms;
    s.host = true;
    note(s, ballotbox::AuditEvent::kVersion, r.s.device.now_ms, {}, r.lang().tr("about.version"));
  });
  r.s.settings.kiosk = true;
  r.save("settings");
  r.effects.emplace_back(platform::AskPersist{});
  r.effects.emplace_back(platform::AskStorage{});
  if (!keep_facts(
          r, {{key_of("package"), formats::write_package(*r.s.station->package)}, {key_of("key"), r.s.station->key}})) {
    r.problem(Error(ErrorCode::kStorageMissing, "error.station_no_storage"));
  }
  r.s.back.clear();
  r.go(Route{Screen::kHost, ""});
}

void on(Reducer& r, const Leave& /*c*/) {
  if (r.s.station->facts.use == Use::kKiosk) {
    if (!r.s.station->host) return;
    if (auto may = may_replace(r.s); !may) return r.problem(std::move(may).error());
  }
  r.keep({}, {platform::keys_with(kFolder)});
  const bool kiosk = r.s.station->facts.use == Use::kKiosk;
  r.s.station = nullptr;
  r.s.ballot = BallotDraft{};
  r.s.ballot_undo.clear();
  if (kiosk) {
    r.s.settings.kiosk = false;
    r.save("settings");
  }
  r.s.back.clear();
  r.go(Route{Screen::kStart, ""}, false);
}

}  // namespace stoepkrijt::app::station
