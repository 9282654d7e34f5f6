// A key holder at an own device; a log that is looked at; a receipt that is looked up.
#include <algorithm>
#include <utility>

#include "app/evening/work.hpp"
#include "formats/ballotbox/audit_json.hpp"
#include "formats/ballotbox/package_json.hpp"

namespace stoepkrijt::app::evening {

namespace {

/// What was typed of a secret, overwritten before it is let go.
void wipe_text(std::string& text) {
  ballotbox::wipe({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});
  text.clear();
}

Result<void> has_urn(const Evening::Holder& h) {
  if (h.package == nullptr || h.urn == nullptr) return fail(ErrorCode::kMissing, "error.evening_first_urn");
  return {};
}

Result<void> make_share(Evening::Holder& h, const ballotbox::Secret<32>& seed) {
  SK_TRY_VOID(has_urn(h));
  SK_TRY(shares, ballotbox::make_shares(*h.urn, *h.package, ballotbox::holder_pair(seed)));
  h.made = shares.holder;
  h.share_file = formats::write_shares(shares);
  return {};
}

std::string share_name(const Evening::Holder& h) { return "sleuteldeel-" + std::to_string(*h.made + 1) + ".json"; }

void finish(Reducer& r, Evening e, Result<void> made) {
  if (made) {
    wipe_text(e.holder.paper);
    e.holder.error.reset();
    const std::string name = share_name(e.holder);
    std::string bytes = e.holder.share_file;
    put_back(r, std::move(e));
    return offer(r, name, "application/json", std::move(bytes));
  }
  e.holder.error = std::move(made).error();
  r.announce(r.lang().error(*e.holder.error), true);
  put_back(r, std::move(e));
}

Result<void> take_holder_file(Evening::Holder& h, const std::string& bytes) {
  const std::string format = format_of(bytes);
  if (format == "stoepkrijt-package") {
    SK_TRY(package, formats::read_package(bytes));
    if (h.urn != nullptr && (h.package == nullptr || h.package->fingerprint != package.fingerprint)) h.urn = nullptr;
    h.package = std::make_shared<const ballotbox::SignedPackage>(std::move(package));
    h.made.reset();
    h.share_file.clear();
    return {};
  }
  if (format == "stoepkrijt-urn") {
    if (h.package == nullptr) return fail(ErrorCode::kMissing, "error.evening_first_package");
    SK_TRY(urn, formats::read_urn(bytes));
    if (urn.election != h.package->package.election || urn.package != h.package->fingerprint) {
      return fail(ErrorCode::kOtherElection, "error.urn_other_package");
    }
    h.urn_hash = ballotbox::hash_of(urn);
    h.urn = std::make_shared<const ballotbox::Urn>(std::move(urn));
    h.made.reset();
    h.share_file.clear();
    return {};
  }
  return fail(ErrorCode::kWrongFormat, "error.evening_holder_file");
}

}  // namespace

void take_for_holder(Reducer& r, const platform::FilePicked& a) {
  Evening e = room_of(r.s);
  if (format_of(a.bytes) == "stoepkrijt-key") {
    auto key = formats::read_key(a.bytes);
    if (key && key->kind != ballotbox::SecretKind::kHolder) {
      return finish(r, std::move(e), fail(ErrorCode::kUnknownId, "error.holder_unknown"));
    }
    Result<void> made = key ? make_share(e.holder, key->seed) : Result<void>(fail(std::move(key).error()));
    return finish(r, std::move(e), std::move(made));
  }
  auto taken = take_holder_file(e.holder, a.bytes);
  e.holder.error.reset();
  if (!taken) {
    e.holder.error = std::move(taken).error();
    r.announce(r.lang().error(*e.holder.error), true);
  }
  put_back(r, std::move(e));
}

void on(Reducer& r, const ScanKey&) {
  const Evening e = room_of(r.s);
  if (auto ok = has_urn(e.holder); !ok) return finish(r, e, std::move(ok));
  r.scan_for("evening", r.lang().tr("evening.holder.scan"));
}

void take_key_code(Reducer& r, const std::string& text) {
  Evening e = room_of(r.s);
  auto seed = ballotbox::read_paper_text(text, ballotbox::SecretKind::kHolder);
  Result<void> made = seed ? make_share(e.holder, *seed) : Result<void>(fail(std::move(seed).error()));
  if (!made) return r.scan_for("evening", r.lang().error(made.error()));
  r.s.scan_room.clear();
  r.effects.emplace_back(platform::StopScanning{});
  finish(r, std::move(e), std::move(made));
}

void on(Reducer& r, const MakeShare&) {
  Evening e = room_of(r.s);
  auto seed = ballotbox::read_paper_text(e.holder.paper, ballotbox::SecretKind::kHolder);
  Result<void> made = seed ? make_share(e.holder, *seed) : Result<void>(fail(std::move(seed).error()));
  finish(r, std::move(e), std::move(made));
}

void on(Reducer& r, const OfferShare&) {
  if (r.s.evening == nullptr || !r.s.evening->holder.made) return;
  const Evening::Holder& h = r.s.evening->holder;
  offer(r, share_name(h), "application/json", h.share_file);
}

void on(Reducer& r, const LeaveHolder&) {
  Evening e = room_of(r.s);
  wipe_text(e.holder.paper);
  e.holder = {};
  put_back(r, std::move(e));
}

void take_for_log(Reducer& r, const platform::FilePicked& a) {
  Evening e = room_of(r.s);
  Evening::Look& look = e.look;
  look.error.reset();
  const std::string format = format_of(a.bytes);
  if (format == "stoepkrijt-box") {
    auto box = formats::read_box(a.bytes);
    if (box) {
      look.box = std::make_shared<const ballotbox::Box>(std::move(*box));
      look.box_name = a.name;
    } else {
      look.error = std::move(box).error();
    }
  } else {
    auto log = formats::read_audit(a.bytes);
    if (log) {
      look.log = std::make_shared<const ballotbox::AuditLog>(std::move(*log));
      look.log_name = a.name;
      // A box of another log says nothing of this one.
      if (look.box != nullptr && look.box->id != look.log->box) look.box = nullptr;
    } else {
      look.error = std::move(log).error();
    }
  }
  look.verdict = nullptr;
  if (look.log != nullptr) {
    auto report = look.box == nullptr ? ballotbox::verify(*look.log) : ballotbox::verify(*look.log, *look.box);
    look.verdict = std::make_shared<const Result<ballotbox::AuditReport>>(std::move(report));
  }
  if (look.error) r.announce(r.lang().error(*look.error), true);
  put_back(r, std::move(e));
}

void take_receipts(Reducer& r, const platform::FilePicked& a) {
  Evening e = room_of(r.s);
  e.receipt.error.reset();
  e.receipt.place.reset();
  auto list = formats::read_receipts(a.bytes);
  if (list) {
    e.receipt.list = std::make_shared<const formats::Receipts>(std::move(*list));
    e.receipt.list_name = a.name;
  } else {
    e.receipt.error = std::move(list).error();
    r.announce(r.lang().error(*e.receipt.error), true);
  }
  put_back(r, std::move(e));
}

void on(Reducer& r, const LookUp&) {
  Evening e = room_of(r.s);
  if (e.receipt.list == nullptr) return;
  e.receipt.error.reset();
  auto place = formats::place_of(*e.receipt.list, e.receipt.typed);
  if (place) {
    e.receipt.place = *place;
  } else {
    e.receipt.error = std::move(place).error();
    r.announce(r.lang().error(*e.receipt.error), true);
  }
  put_back(r, std::move(e));
}

}  // namespace stoepkrijt::app::evening
