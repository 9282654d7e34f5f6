// Inside of apply(): one State on its way to the next. Private to src/app.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/apply.hpp"

namespace stoepkrijt::app {

inline constexpr std::uint64_t kMaxImportBytes = 64ULL * 1024 * 1024;
inline constexpr std::int64_t kToastMs = 8000;

class Reducer {
 public:
  Reducer(State state, const Fixed& fixed) : s(std::move(state)), fixed_(fixed) {}

  // reducer_go.cpp
  void on(const cmd::GoTo& c);
  void on(const cmd::Back& c);
  void on(const cmd::CloseProblem& c);
  void on(const cmd::CloseToast& c);
  void on(const cmd::AnswerDialog& c);
  void on(const cmd::Undo& c);
  void on(const cmd::Redo& c);
  void on(const cmd::SetLang& c);
  void on(const cmd::SetTheme& c);
  void on(const cmd::SetTextPercent& c);
  void on(const cmd::SetTextVersion& c);
  void on(const cmd::SetKiosk& c);
  void on(const cmd::ReadAloud& c);
  // reducer_vote.cpp
  void on(const cmd::TogglePlan& c);
  void on(const cmd::SetPoints& c);
  void on(const cmd::MoveRank& c);
  void on(const cmd::UndoChoice& c);
  void on(const cmd::SetVoteForm& c);
  void on(const cmd::ClearChoice& c);
  void on(const cmd::CastBallot& c);
  void on(const cmd::VoteAgain& c);
  // reducer_count.cpp
  void on(const cmd::Count& c);
  void on(const cmd::CancelCount& c);
  void on(const cmd::Compare& c);
  void on(const cmd::SetCountingRule& c);
  // reducer_past.cpp
  void on(const cmd::PickPast& c);
  void on(const cmd::ExamplePast& c);
  void on(const cmd::CountPast& c);
  // reducer_limits.cpp
  void on(const cmd::SetLimit& c);
  void on(const cmd::SetPartFunding& c);
  // reducer_schouw.cpp
  void on(const cmd::Locate& c);
  void on(const cmd::StopLocating& c);
  void on(const cmd::StartTag& c);
  void on(const cmd::SetTagTheme& c);
  void on(const cmd::SetTagSubtheme& c);
  void on(const cmd::SetTagLevel& c);
  void on(const cmd::SetTagTitle& c);
  void on(const cmd::SetTagWords& c);
  void on(const cmd::MoveTag& c);
  void on(const cmd::SetTagPlace& c);
  void on(const cmd::SaveTag& c);
  void on(const cmd::LaterTag& c);
  void on(const cmd::ResumeTag& c);
  void on(const cmd::DiscardTag& c);
  void on(const cmd::EditSignal& c);
  void on(const cmd::DeleteSignal& c);
  void on(const cmd::SupportSignal& c);
  void on(const cmd::Select& c);
  void on(const cmd::SelectBuurt& c);
  void on(const cmd::SetFilter& c);
  void on(const cmd::SetSearch& c);
  // reducer_files.cpp
  void on(const cmd::ExportDossier& c);
  void on(const cmd::ExportBallots& c);
  void on(const cmd::AskImport& c);
  void on(const cmd::ConfirmImport& c);
  void on(const cmd::CancelImport& c);
  void on(const cmd::Wipe& c);
  void on(const cmd::BackToExample& c);
  void on(const cmd::AskPersist& c);
  // reducer_device.cpp
  void on(const cmd::FromDevice& c);

  State s;
  std::vector<platform::Effect> effects;

  [[nodiscard]] const Lang& lang() const { return fixed_.lang(s.settings.lang); }
  [[nodiscard]] const Fixed& fixed() const { return fixed_; }

  /// Shows a fault; what is safe is said first.
  void problem(Error error, std::string_view safe_key = "problem.safe_unchanged");
  void toast(std::string_view key, bool can_undo = false, bool waits_for_save = false);
  void announce(std::string words, bool assertive = false);
  /// Carries the edits out, remembers them for undo and saves. False (with a problem shown) when one does not fit.
  bool edit(std::vector<Edit> edits, std::string_view what_key);
  /// Asks the device to keep what `key` stands for now: "settings", "dossier", "urn", "draft", "map".
  void save(std::string_view key);
  void go(Route route, bool remember = true);
  void refresh_page();
  /// Counts what the screen is about, as far as it is not there yet: result, help for a plan, comparison, past.
  void count_for(const Route& route);
  /// The file of a past election.
  void take_past(const platform::FilePicked& a);
  [[nodiscard]] std::string fresh_id();
  /// The organiser's new form, with what follows from it.
  void change_form(const model::VoteForm& form);
  /// A new start with the built-in example: after a wipe.
  void use_example();

 private:
  [[nodiscard]] std::string bytes_of(std::string_view key) const;
  [[nodiscard]] bool apply_all(const std::vector<Edit>& edits);
  /// The round and the plan on its ballot, ready to be changed; nullptr when there is no such plan. (reducer_vote.cpp)
  struct AtPlan {
    const model::Round* round = nullptr;
    const model::Plan* plan = nullptr;
  };
  [[nodiscard]] AtPlan at_plan(std::string_view plan_id);
  void refuse(const AtPlan& at);
  void remember_choice();
  void forget_choice();
  void say_choice(const AtPlan& at);
  /// Another form: ballots cast in the one before do not belong in the box. False, with a problem, when they are real.
  [[nodiscard]] bool form_may_become(const model::Dossier& next);
  void after_form_change();
  void take(const platform::Saved& a);
  void take(const platform::SaveFailed& a);
  void take(const platform::Loaded& a);
  void take(const platform::Erased& a);
  void take(const platform::Located& a);
  void take(const platform::FilePicked& a);
  void take(const platform::FileCancelled& a);
  void take(const platform::Failed& a);
  void take(const platform::MediaChanged& a);
  void take(const platform::OnlineChanged& a);
  void take(const platform::StorageState& a);
  void take(const platform::UpdateWaiting& a);
  void take(const platform::SpeechChanged& a);
  void take(const platform::RouteChanged& a);
  void take(const platform::Now& a);
  void take(const platform::Entropy& a);
  void take(const platform::CountProgress& a);
  void take(const platform::CountDone& a);
  void take(const platform::CountFailed& a);
  void take(const platform::LoadedRange& a);
  void take(const platform::Writer& a);
  // reducer_exchange.cpp
  void take(const platform::FolderState& a);
  void take(const platform::FolderFiles& a);
  void take(const platform::FolderWritten& a);
  void take(const platform::CodeSeen& a);
  void take(const platform::ScanEnded& a);
  void loaded_settings(const platform::Loaded& a);
  void loaded_dossier(const platform::Loaded& a);
  void loaded_urn(const platform::Loaded& a);
  void loaded_draft(const platform::Loaded& a);
  void loaded_map(const platform::Loaded& a);
  /// What was kept cannot be read: it is set aside under another name, never overwritten.
  void finish_loading();
  void set_aside(const platform::Loaded& a, Error error);
  void start_save(Saving::Slot& slot);
  void ask_help(const std::string& plan_id);
  void ask_fair(const Route& route);
  void compare_now();
  void next_past();
  void start_job(CountJob job, CountState::Running running);
  void finish_job(const CountState::Running& running, CountAnswer answer);

  const Fixed& fixed_;
};

}  // namespace stoepkrijt::app
