// Inside of apply(): what happens at the polling station. Private to src/app.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "app/reducer.hpp"
#include "app/station/command.hpp"
#include "app/station/station.hpp"

namespace stoepkrijt::app::station {

void on(Reducer& r, const Ask& c);
/// At the start of the app: all that this room kept, keys that begin with "b/station/".
void loaded(Reducer& r, const std::vector<platform::Kept>& found);
/// A file whose purpose begins with "station/".
void take(Reducer& r, const platform::FilePicked& a);
/// What the camera sees while State::scan_room is "station".
void take(Reducer& r, const platform::CodeSeen& a);
/// All codes of a chain that was read for this room.
void take_chain(Reducer& r, const std::string& bytes);
/// All that was asked to be kept is durable now; or it could not be.
void kept(Reducer& r);
void not_kept(Reducer& r, const Error& error);
/// It may be later than before.
void tick(Reducer& r);
/// The next moment for tick(); 0: none.
[[nodiscard]] std::int64_t next_ms(const State& s);
/// The voter's ballot, as it stands, is sealed, signed and kept. Domain: is_voting().
void cast(Reducer& r);

// ---- For the files of this folder ----

/// A copy with changes takes the place of the station.
template <class F>
void change(Reducer& r, F how) {
  auto next = std::make_shared<Station>(*r.s.station);
  how(*next);
  r.s.station = std::move(next);
}
/// Facts and log as they are now, beside `more`, in one Commit, after `erased` is forgotten. False: nothing can be
/// kept.
bool keep_facts(Reducer& r, std::vector<platform::Kept> more = {}, const std::vector<platform::KeyRange>& erased = {});
/// The key of one more vote: random, so that the order of keys says nothing of the order of casting.
[[nodiscard]] std::string vote_key(const ballotbox::Secret<32>& random);
void note(Station& station, ballotbox::AuditEvent event, std::int64_t now_ms, std::vector<std::int64_t> numbers,
          std::string_view text = {});
/// What the hour that is over leaves in the log; `closing`: also the one that is not.
void settle_hour(Station& station, std::int64_t now_ms, bool closing = false);
/// One more ballot, or refused code, in the present hour.
void count_in_hour(Station& station, std::int64_t now_ms, bool refused);
/// A fresh page: nothing of this voter stays.
void wipe_screen(Reducer& r);

// voter.cpp
void on(Reducer& r, const TypeCode& c);
void on(Reducer& r, const Key& c);
void on(Reducer& r, const CheckCode& c);
void on(Reducer& r, const ScanCard& c);
void on(Reducer& r, const GiveConsent& c);
void on(Reducer& r, const KeepAgain& c);
void on(Reducer& r, const MoreTime& c);
void on(Reducer& r, const Done& c);
void on(Reducer& r, const OfferVote& c);
void on(Reducer& r, const Touched& c);
void scanned_card(Reducer& r, const std::string& text);
void check_now(Reducer& r);
// setup.cpp
void on(Reducer& r, const PickPackage& c);
void on(Reducer& r, const FetchPackage& c);
void on(Reducer& r, const ScanPackage& c);
void on(Reducer& r, const ShowPackage& c);
void on(Reducer& r, const StartHome& c);
void on(Reducer& r, const PickKey& c);
void on(Reducer& r, const TakeKey& c);
void on(Reducer& r, const StartKiosk& c);
void on(Reducer& r, const Leave& c);
void take_package(Reducer& r, const platform::FilePicked& a);
void take_key(Reducer& r, const platform::FilePicked& a);
// host.cpp
void on(Reducer& r, const EnterPin& c);
void on(Reducer& r, const LeaveHost& c);
void on(Reducer& r, const OpenBox& c);
void on(Reducer& r, const CloseBox& c);
void on(Reducer& r, const OfferBox& c);
void on(Reducer& r, const OfferLog& c);
void on(Reducer& r, const OfferSpoilt& c);
void on(Reducer& r, const ReplaceCard& c);
void on(Reducer& r, const PickAmendment& c);
void on(Reducer& r, const ScanVote& c);
void on(Reducer& r, const PickVotes& c);
void on(Reducer& r, const TestSound& c);
void on(Reducer& r, const TestCamera& c);
void on(Reducer& r, const CleanScreen& c);
void take_amendment(Reducer& r, const platform::FilePicked& a);
void scanned_vote(Reducer& r, const std::string& text);
/// A file with a vote on each line.
void take_votes(Reducer& r, const platform::FilePicked& a);
/// Is it the host's PIN? A wrong one is counted and makes the next wait longer, wherever it was typed, and is kept; the
/// first right one ends that. While there is to be waited nothing is looked at: nothing is returned.
[[nodiscard]] std::optional<bool> try_pin(Reducer& r, std::string_view pin);
[[nodiscard]] ballotbox::Channel channel_of(const Station& s);
/// Said, and shown to the host: at this field where it is about one.
void host_fault(Reducer& r, Error error, HostField field = HostField::kNone);
/// Keyed with salt: a guess at a stolen disk is cheap all the same, for a PIN is short. It keeps hands off the screen.
[[nodiscard]] std::string pin_hash(std::string_view salt, std::string_view pin);

}  // namespace stoepkrijt::app::station
