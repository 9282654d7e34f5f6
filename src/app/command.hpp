// Everything a person (or the device) can tell the app, as values. Screens push these; tests and fuzzers write them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/state.hpp"
#include "base/one_of.hpp"

namespace stoepkrijt::app {
namespace station {
struct Ask;
}
namespace office {
struct Ask;
}
namespace evening {
struct Ask;
}
}  // namespace stoepkrijt::app

namespace stoepkrijt::app::cmd {

// Going about
struct GoTo {
  Route route;
};
struct Back {};
struct CloseProblem {};
struct CloseToast {};
struct AnswerDialog {
  bool yes = false;
};
struct Undo {};
struct Redo {};

// Settings
struct SetLang {
  LangCode lang = LangCode::kNl;
};
struct SetTheme {
  ThemeChoice theme = ThemeChoice::kDevice;
};
struct SetTextPercent {
  std::int32_t percent = 100;
};
struct SetTextVersion {
  bool on = false;
};
struct SetKiosk {
  bool on = false;
};
struct ReadAloud {
  std::string words;
};  ///< empty: stop

// Voting
struct TogglePlan {
  std::string plan_id;
};  ///< on or off; where points are given: one point or none; on a ranking: at the end or out
struct SetPoints {
  std::string plan_id;
  std::int64_t points = 0;
};  ///< 0 takes the plan off
struct MoveRank {
  std::string plan_id;
  std::int32_t to = 0;  ///< place from 0; beyond the ends is the end
};
struct UndoChoice {};  ///< takes the last step of the ballot in the making back
struct ClearChoice {};
struct CastBallot {};
struct VoteAgain {};  ///< practice: a next voter on the same device
// What the organiser chooses for a round: its id, or empty for the round of the app.
/// For its theme or buurt; all zero: none any more.
struct SetLimit {
  model::SpendingLimit limit;
  std::string round = {};
};
struct SetPartFunding {
  bool on = false;
  std::string round = {};
};
struct SetVoteForm {
  model::VoteForm form;
  std::string round = {};
};  ///< in practice asks to empty the box first

// Counting
struct Count {};

// The walk
struct Locate {
  bool follow = false;
};
struct StopLocating {};
struct StartTag {
  model::SignalKind kind = model::SignalKind::kProblem;
  geo::LonLat place;
  model::PlacedBy placed_by = model::PlacedBy::kPin;
};
struct SetTagTheme {
  model::SchouwTheme theme = model::SchouwTheme::kClean;
};
struct SetTagSubtheme {
  std::string subtheme;
};
struct SetTagLevel {
  model::Level level = model::Level::kUnset;
};
struct SetTagTitle {
  std::string text;
};
struct SetTagWords {
  std::string text;
};
struct MoveTag {
  bool on = true;
};  ///< start or stop moving the pin
struct SetTagPlace {
  geo::LonLat place;
  std::string near_street;
  std::string buurt;
  model::PlacedBy placed_by = model::PlacedBy::kPin;
};
struct SaveTag {};
struct LaterTag {};  ///< keep as a draft
struct ResumeTag {
  std::string id = {};  ///< of the signal in the making; empty: the last one
};
struct DiscardTag {};  ///< asks first
struct EditSignal {
  std::string id;
};
struct DeleteSignal {
  std::string id;
};  ///< asks first
struct SupportSignal {
  std::string id;
  bool on = true;
};
/// Takes or chooses a photo for the draft; `instead_of` names one of its photos, or is empty.
struct TakePhoto {
  bool camera = false;
  std::string instead_of;
};
struct LookedAtPhoto {
  std::string name;
};  ///< nobody can be recognised on it
struct RemovePhoto {
  std::string name;
};  ///< asks first
/// Hides what lies under the finger, of the photo that is open; in pixels of the picture.
struct PaintPhoto {
  schouw::Point from, to;
  float width = 0;
  bool first = true;  ///< a stroke begins
};
/// The same by one of the parts of app::parts_of.
struct HidePart {
  std::int32_t column = 0, row = 0;
  bool on = true;
};
struct UndoStroke {};
struct ApplyBrush {};  ///< makes it so, for good
/// What was counted, for the level: a slug of schouw/measures.hpp; empty: the level is chosen by eye again.
struct SetTagCount {
  std::string measure;
  std::int32_t counted = 0;
};

// A walk that is being walked
struct StartWalk {
  std::string id;
  std::string team;
};
struct PauseWalk {
  bool on = true;
};
struct GoToStop {
  std::int32_t index = 0;  ///< beyond the last: all stops are done
};
struct EndWalk {};  ///< asks first
struct FollowMe {
  bool on = true;
};  ///< the map stays where the walker is

// A walk that is being prepared; what is filled in is kept on the device until it is saved
struct PrepareWalk {
  std::string id;      ///< empty: a new one
  bool again = false;  ///< a new one of the same route
};
struct ChangeWalk {
  model::Walk walk;
};
struct SaveWalk {};
struct DropWalk {};  ///< asks first
struct DeleteWalk {
  std::string id;
};  ///< asks first
struct PickTree {};   ///< categories from a file
struct PlainTree {};  ///< back to the built-in ones
struct PickRoute {};  ///< route and stops from a GPX file
struct ExportWalk {
  std::string id;
};  ///< route, stops and ways walked, as GPX

// From what was seen to an idea, and from an idea to a plan of the next round; what is filled in is kept on the device
struct MakeIdea {
  std::string signal;  ///< that gives the idea
};
struct PreparePlan {
  std::string idea;  ///< id of the signal that it is made of; empty: of none
  std::string plan;  ///< a plan of the next round that is changed; empty: a new one
};
struct ChangePlan {
  model::Plan plan;
};
struct SavePlan {};
struct DropPlan {};  ///< asks first
struct DeletePlan {
  std::string id;
};  ///< asks first
/// Title, money and days of the round in preparation; there is one after this.
struct SetNextRound {
  model::Words title;
  Money budget;
  std::string opens, closes, result_on;  ///< ISO dates
};
/// What people are told beforehand of the round in preparation; there is one after this. Points: a line each.
struct SetRoundWords {
  LangCode lang = LangCode::kNl;  ///< in which these are written
  model::LadderStep ladder = model::LadderStep::kDecide;
  std::string who_may_vote, open_points, fixed_points, afterwards;
};

// Privacy
/// How a reporter can be reached; without e-mail and phone: not any more.
struct SetContact {
  std::string signal;
  Contact contact;
};
struct SetContactsLeave {
  bool on = false;
};
struct SetDeleteBy {
  std::string day;  ///< ISO date
};

struct Select {
  std::string id;
};  ///< marker or row; empty: nothing
struct SelectBuurt {
  std::string code;
};
/// A step of the state of what a signal is about, and what was agreed. Nothing of it may be new.
struct SetStatus {
  std::string signal;
  std::optional<model::IssueStatus> status = {};  ///< nothing: it stays as it is
  std::string reason = {};
  model::Action action = {};
};
/// Two signals are about one thing; or they are not; or one that was taken for it is not.
struct LinkDouble {
  std::string first, second;
};
struct KeepApart {
  std::string first, second;
};
struct UnlinkDouble {
  std::string signal;
};
struct SetDoubles {
  schouw::DoubleSettings settings;
};
/// What is being tagged is there already: "ik zie dit ook" for that one, and the draft goes.
struct TagIsDouble {
  std::string id;
};
struct SetFilter {
  MapFilter filter;
};
struct SetSearch {
  std::string text;
};
/// Only what lies in it is shown from now on: the filter gets the area that a hand drew. No places: everywhere again.
struct DrawArea {
  std::vector<geo::LonLat> drawn;
};
struct SetHeat {
  bool on = true;
};

// Files
struct ExportDossier {};
struct Print {
  std::uint32_t map_node = 0;  ///< semantic node of the map on the page; 0: none
};
struct ExportBallots {};  ///< the urn as .pb
struct ExportSignals {
  ReportFormat format = ReportFormat::kCsv;
};
struct AskImport {};
struct AskMapFiles {};
struct SetMapAttribution {
  std::string words;
};
struct ExportMap {};
struct ConfirmImport {};
struct CancelImport {};
struct Wipe {};  ///< asks first
struct BackToExample {};
struct AskPersist {};
struct TrySave {};  ///< what could not be saved, once more
struct SetExport {
  bool gzip = false;
  bool pretty = false;
  bool photos = true;
};
struct ExportAside {};  ///< what could not be read, as it is

// Several dossiers, what was done, and what people have to choose between
struct OpenDossier {
  std::string slug;
};
struct ForgetDossier {
  std::string slug;
};  ///< asks first
struct ForgetJournal {};  ///< asks first
struct SetJournalDays {
  std::int32_t days = 90;
};
struct SetDeviceName {
  std::string name;
};
/// Chooses one of the values of a conflict (its place in the list of app/history.hpp); in a deletion: 0 lets the
/// record stay, 1 deletes it.
struct Resolve {
  std::string kind;
  std::string id;
  std::string field;  ///< empty: the deletion
  std::size_t choice = 0;
};
/// The record as it was just after this step of the journal.
struct RestoreRecord {
  std::string kind;
  std::string id;
  std::uint64_t step = 0;
};

// Exchange with other devices
struct PickFolder {};
struct OpenFolder {};
struct ForgetFolder {};
struct SyncFolder {};  ///< read what the others wrote, write the own file
/// What is new since the last exchange; `all`: everything, for a device that does not have this dossier yet.
struct ShowCodes {
  bool all = false;
};
struct StopCodes {};
struct NextCode {
  bool back = false;
};
struct PauseCodes {
  bool on = true;
};
struct ScanCodes {};
struct StopScanning {};

// Counting rules
struct CancelCount {};
/// Two rules side by side. Absent: the round's own rule, or the one that is shown beside it.
struct Compare {
  std::optional<model::CountingRule> first, second;
};
/// Announces another counting rule for the round; refused once voting has opened.
struct SetCountingRule {
  model::CountingRule rule;
  std::string round = {};  ///< id; empty: the round of the app
};
struct PickPast {};     ///< asks for the .pb file of an earlier election
struct ExamplePast {};  ///< back to the ballots of the example
struct CountPast {};    ///< every rule on the ballots of the past election

// The secret ballot: made with station::ask() and the like
struct AtStation {
  std::shared_ptr<const station::Ask> what;
};
struct AtOffice {
  std::shared_ptr<const office::Ask> what;
};
struct AtEvening {
  std::shared_ptr<const evening::Ask> what;
};

// From the device
struct FromDevice {
  platform::Answer answer;
};

}  // namespace stoepkrijt::app::cmd

namespace stoepkrijt::app {

/// One of the commands above: every screen and every test makes them, and only apply.cpp looks inside.
class Command
    : public OneOf<cmd::GoTo, cmd::Back, cmd::CloseProblem, cmd::CloseToast, cmd::AnswerDialog, cmd::Undo, cmd::Redo,
                   cmd::SetLang, cmd::SetTheme, cmd::SetTextPercent, cmd::SetTextVersion, cmd::SetKiosk, cmd::ReadAloud,
                   cmd::TogglePlan, cmd::SetPoints, cmd::MoveRank, cmd::UndoChoice, cmd::SetVoteForm, cmd::SetLimit,
                   cmd::SetPartFunding, cmd::ClearChoice, cmd::CastBallot, cmd::VoteAgain, cmd::Count, cmd::Locate,
                   cmd::StopLocating, cmd::StartTag, cmd::SetTagTheme, cmd::SetTagSubtheme, cmd::SetTagLevel,
                   cmd::SetTagTitle, cmd::SetTagWords, cmd::MoveTag, cmd::SetTagPlace, cmd::SaveTag, cmd::LaterTag,
                   cmd::ResumeTag, cmd::DiscardTag, cmd::EditSignal, cmd::DeleteSignal, cmd::SupportSignal, cmd::Select,
                   cmd::SelectBuurt, cmd::SetStatus, cmd::SetFilter, cmd::SetSearch, cmd::DrawArea, cmd::SetHeat,
                   cmd::ExportDossier, cmd::Print, cmd::ExportBallots, cmd::ExportSignals, cmd::AskImport,
                   cmd::AskMapFiles, cmd::SetMapAttribution, cmd::ExportMap, cmd::ConfirmImport, cmd::CancelImport,
                   cmd::Wipe, cmd::BackToExample, cmd::AskPersist, cmd::CancelCount, cmd::Compare, cmd::SetCountingRule,
                   cmd::PickPast, cmd::ExamplePast, cmd::CountPast, cmd::TrySave, cmd::SetExport, cmd::ExportAside,
                   cmd::OpenDossier, cmd::ForgetDossier, cmd::ForgetJournal, cmd::SetJournalDays, cmd::SetDeviceName,
                   cmd::Resolve, cmd::RestoreRecord, cmd::PickFolder, cmd::OpenFolder, cmd::ForgetFolder,
                   cmd::SyncFolder, cmd::ShowCodes, cmd::StopCodes, cmd::NextCode, cmd::PauseCodes, cmd::ScanCodes,
                   cmd::StopScanning, cmd::TakePhoto, cmd::LookedAtPhoto, cmd::RemovePhoto, cmd::PaintPhoto,
                   cmd::HidePart, cmd::SetTagCount, cmd::LinkDouble, cmd::KeepApart, cmd::UnlinkDouble, cmd::SetDoubles,
                   cmd::TagIsDouble, cmd::StartWalk, cmd::PauseWalk, cmd::GoToStop, cmd::EndWalk, cmd::FollowMe,
                   cmd::PrepareWalk, cmd::ChangeWalk, cmd::SaveWalk, cmd::DropWalk, cmd::DeleteWalk, cmd::PickTree,
                   cmd::PlainTree, cmd::PickRoute, cmd::ExportWalk, cmd::MakeIdea, cmd::PreparePlan, cmd::ChangePlan,
                   cmd::SavePlan, cmd::DropPlan, cmd::DeletePlan, cmd::SetNextRound, cmd::SetRoundWords,
                   cmd::SetContact, cmd::SetContactsLeave, cmd::SetDeleteBy, cmd::UndoStroke, cmd::ApplyBrush,
                   cmd::AtStation, cmd::AtOffice, cmd::AtEvening, cmd::FromDevice> {
 public:
  using OneOf::OneOf;
};

/// What the screens want done, in the order in which the person asked it.
using CommandQueue = std::vector<Command>;

}  // namespace stoepkrijt::app
