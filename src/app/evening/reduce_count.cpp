// Boxes put together into the sealed urn; the urn opened with two share files and counted; what comes out as files.
#include <utility>

#include "app/ballots.hpp"
#include "app/evening/keep.hpp"
#include "app/evening/work.hpp"
#include "app/views/round_words.hpp"

namespace stoepkrijt::app::evening {

namespace {

using ballotbox::Publication;

bool is_counted(Reducer& r) { return r.s.evening != nullptr && r.s.evening->counted != nullptr; }

/// The last of these rounds is the one that the app shows, once these edits are made.
bool would_be_shown(const State& s, const std::vector<Edit>& edits, const std::string& id) {
  State probe;
  probe.dossier = s.dossier;
  for (const Edit& edit : edits) {
    auto dossier = apply_edit(probe.dossier, edit);
    if (!dossier) return false;
    probe.dossier = std::move(dossier).value();
  }
  const model::Round* round = current_round(probe);
  return round != nullptr && round->id == id;
}

std::string moment_of(const Lang& lang, const Device& device) {
  const std::int64_t minute = (device.now_ms / 60'000 + device.offset_minutes) % 1440;
  const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return lang.tr("evening.session.moment", {{"day", lang.day_and_year(iso_day(device.now_ms, device.offset_minutes))},
                                            {"hour", two(minute / 60)},
                                            {"minute", two(minute % 60)}});
}

}  // namespace

void on(Reducer& r, const Merge&) {
  Evening e = room_of(r.s);
  if (e.package == nullptr || !e.has_boxes()) return;
  std::vector<ballotbox::Box> boxes;
  std::vector<ballotbox::SpoiltList> lists;
  for (const Evening::BoxIn& box : e.boxes) {
    if (box.box != nullptr) boxes.push_back(*box.box);
  }
  for (const Evening::ListIn& list : e.spoilt) lists.push_back(list.list);
  auto merged = ballotbox::merge_boxes(*e.package, boxes, lists, e.text("lot"));
  if (!merged && merged.error().key == "error.lot_missing") {
    e.lot_needed = 1;
    for (const auto& [name, value] : merged.error().args) {
      if (name == "n") e.lot_needed = static_cast<std::size_t>(std::stoul(value));
    }
    put_back(r, std::move(e));
    r.announce(r.lang().count("evening.lot_needed", static_cast<std::int64_t>(r.s.evening->lot_needed)), true);
    return;
  }
  if (!merged) return r.problem(std::move(merged).error());
  Shelf shelf;
  forget_urn(e, shelf);
  const std::string bytes = formats::write_urn(merged->urn);
  e.report = merged->report;
  e.lot_needed = merged->report.conflicts;
  e.urn_hash = ballotbox::hash_of(merged->urn);
  e.urn = std::make_shared<const ballotbox::Urn>(std::move(merged->urn));
  keep_back(r, std::move(e), {{file_key("urn", mark_of(bytes)), "urn.json\n" + bytes}}, shelf.erased);
}

void on(Reducer& r, const OfferUrn&) {
  if (r.s.evening == nullptr || r.s.evening->urn == nullptr) return;
  offer(r, "urn.json", "application/json", formats::write_urn(*r.s.evening->urn));
}

void on(Reducer& r, const DropShare& c) {
  Evening e = room_of(r.s);
  std::vector<platform::KeyRange> erased;
  std::erase_if(e.shares, [&](const Evening::ShareIn& one) {
    if (one.shares->holder != c.holder) return false;
    erased.push_back(platform::keys_with(file_key("shares", one.mark)));
    return true;
  });
  if (erased.empty()) return;
  e.counted = nullptr;
  e.count = nullptr;
  keep_back(r, std::move(e), {}, erased);
}

Result<void> count_all(Evening& e) {
  std::vector<ballotbox::Amendment> amendments;
  for (const Evening::AmendmentIn& one : e.amendments) amendments.push_back(one.amendment);
  SK_TRY(counted,
         count_evening(*e.package, *e.urn, {*e.shares[0].shares, *e.shares[1].shares}, amendments, e.text("ties")));
  SK_TRY(election, election_of(counted.round, counted.ballots));
  SK_TRY(count, count_by(election, counted.round.rule, nullptr));
  e.counted = std::make_shared<const Counted>(std::move(counted));
  e.count = std::make_shared<const RuleCount>(std::move(count));
  return {};
}

void on(Reducer& r, const Open&) {
  Evening e = room_of(r.s);
  if (e.package == nullptr || e.urn == nullptr || e.shares.size() != 2) return;
  if (auto ok = count_all(e); !ok) return r.problem(std::move(ok).error());
  if (e.text("session/date").empty()) {
    e.texts["session/date"] = moment_of(r.lang(), r.s.device);
  }
  keep_back(r, std::move(e));
}

void on(Reducer& r, const OfferBallots&) {
  // In a witnessed urn no ballot leaves this device.
  if (!is_counted(r) || r.s.evening->package->package.publication != Publication::kOpenUrn) return;
  auto pb = write_ballots(r.s.evening->counted->round, r.s.evening->counted->ballots);
  if (!pb) return r.problem(std::move(pb).error());
  offer(r, "stemmen.pb", "text/plain", std::move(pb).value());
}

void on(Reducer& r, const OfferReceipts&) {
  if (!is_counted(r)) return;
  const Evening& e = *r.s.evening;
  offer(r, "bonnetjes.json", "application/json",
        formats::write_receipts(formats::receipts_of(*e.urn, e.counted->opening)));
}

void on(Reducer& r, const IntoDossier& c) {
  if (!is_counted(r)) return;
  const Evening& e = *r.s.evening;
  if (e.package->package.publication != Publication::kOpenUrn) {
    return r.problem(Error(ErrorCode::kNotAllowed, "error.evening_witnessed"));
  }
  if (!e.counted->decided.declared) return r.problem(Error(ErrorCode::kNotAllowed, "error.evening_not_declared"));
  RecordEdit<model::Round> change;
  change.after = e.counted->round;
  change.after->phase = model::RoundPhase::kCounted;
  for (const model::Round& round : r.s.dossier->rounds) {
    if (round.id == change.after->id) change.before = round;
  }
  std::vector<Edit> edits;
  for (const model::Round& round : r.s.dossier->rounds) {
    if (!c.closes || round.phase != model::RoundPhase::kOpen || round.id == change.after->id) continue;
    RecordEdit<model::Round> closing{round, round};
    closing.after->phase = model::RoundPhase::kClosed;
    edits.emplace_back(std::move(closing));
  }
  if (!(change.before == change.after)) edits.emplace_back(change);
  if (!would_be_shown(r.s, edits, change.after->id)) {
    return r.problem(Error(ErrorCode::kNotAllowed, "error.evening_other_round"));
  }
  if (!r.s.example && r.s.urn != nullptr && r.s.urn->total() > 0 && !(*r.s.urn == e.counted->ballots)) {
    return r.problem(Error(ErrorCode::kNotAllowed, "error.evening_other_ballots"));
  }
  if (!edits.empty() && !r.edit(std::move(edits), "undo.evening")) return;
  auto urn = std::make_shared<model::Urn>(e.counted->ballots);
  urn->round_id = change.after->id;
  r.s.urn = std::move(urn);
  r.s.result = nullptr;
  r.save("urn");
  r.go(Route{Screen::kResult, ""});
  r.toast("toast.evening_in_dossier", false, true);
}

}  // namespace stoepkrijt::app::evening
