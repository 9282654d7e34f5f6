// Inside of apply(): one State on its way to the next. Private to src/app.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/apply.hpp"

namespace stoepkrijt::app {

inline constexpr std::uint64_t kMaxImportBytes = 128ULL * 1024 * 1024;
inline constexpr std::int64_t kToastMs = 8000;

/// What the names of photos depend on: when it is as before, so are they.
struct PhotoMark {
  std::string slug;
  std::uint64_t step = 0;
  std::size_t journal = 0, shelf = 0, kept = 0;
  const void* before_import = nullptr;
  std::vector<std::string> draft;
  bool loading = false;
  friend bool operator==(const PhotoMark&, const PhotoMark&) = default;
};
[[nodiscard]] PhotoMark photo_mark(const State& state);

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
  void on(const cmd::DrawArea& c);
  void on(const cmd::SetHeat& c);
  void on(const cmd::SetSearch& c);
  void on(const cmd::SetTagCount& c);
  void on(const cmd::TagIsDouble& c);
  // reducer_doubles.cpp
  void on(const cmd::LinkDouble& c);
  void on(const cmd::KeepApart& c);
  void on(const cmd::UnlinkDouble& c);
  void on(const cmd::SetDoubles& c);
  // reducer_walk.cpp
  void on(const cmd::StartWalk& c);
  void on(const cmd::PauseWalk& c);
  void on(const cmd::GoToStop& c);
  void on(const cmd::EndWalk& c);
  void on(const cmd::FollowMe& c);
  // reducer_prepare.cpp
  void on(const cmd::PrepareWalk& c);
  void on(const cmd::ChangeWalk& c);
  void on(const cmd::SaveWalk& c);
  void on(const cmd::DropWalk& c);
  void on(const cmd::DeleteWalk& c);
  void on(const cmd::PickTree& c);
  void on(const cmd::PlainTree& c);
  void on(const cmd::PickRoute& c);
  void on(const cmd::ExportWalk& c);
  // reducer_plan.cpp
  void on(const cmd::MakeIdea& c);
  void on(const cmd::PreparePlan& c);
  void on(const cmd::ChangePlan& c);
  void on(const cmd::SavePlan& c);
  void on(const cmd::DropPlan& c);
  void on(const cmd::DeletePlan& c);
  void on(const cmd::SetNextRound& c);
  void on(const cmd::SetRoundWords& c);
  // reducer_privacy.cpp
  void on(const cmd::SetContact& c);
  void on(const cmd::SetContactsLeave& c);
  void on(const cmd::SetDeleteBy& c);
  // reducer_status.cpp
  void on(const cmd::SetStatus& c);
  // reducer_files.cpp
  void on(const cmd::ExportDossier& c);
  void on(const cmd::Print& c);
  void on(const cmd::ExportBallots& c);
  void on(const cmd::ExportSignals& c);
  void on(const cmd::AskImport& c);
  void on(const cmd::AskMapFiles& c);
  void on(const cmd::SetMapAttribution& c);
  void on(const cmd::ExportMap& c);
  void on(const cmd::ConfirmImport& c);
  void on(const cmd::CancelImport& c);
  void on(const cmd::Wipe& c);
  void on(const cmd::BackToExample& c);
  void on(const cmd::AskPersist& c);
  void on(const cmd::SetExport& c);
  // reducer_store.cpp
  void on(const cmd::TrySave& c);
  // reducer_shelf.cpp
  void on(const cmd::OpenDossier& c);
  void on(const cmd::ForgetDossier& c);
  void on(const cmd::ForgetJournal& c);
  void on(const cmd::SetJournalDays& c);
  void on(const cmd::SetDeviceName& c);
  void on(const cmd::ExportAside& c);
  // reducer_history.cpp
  void on(const cmd::Resolve& c);
  void on(const cmd::RestoreRecord& c);
  // reducer_exchange.cpp
  void on(const cmd::PickFolder& c);
  void on(const cmd::OpenFolder& c);
  void on(const cmd::ForgetFolder& c);
  void on(const cmd::SyncFolder& c);
  // reducer_codes.cpp
  void on(const cmd::ShowCodes& c);
  void on(const cmd::StopCodes& c);
  void on(const cmd::NextCode& c);
  void on(const cmd::PauseCodes& c);
  void on(const cmd::ScanCodes& c);
  void on(const cmd::StopScanning& c);
  // reducer_photos.cpp
  void on(const cmd::TakePhoto& c);
  void on(const cmd::LookedAtPhoto& c);
  void on(const cmd::RemovePhoto& c);
  void on(const cmd::PaintPhoto& c);
  void on(const cmd::HidePart& c);
  void on(const cmd::UndoStroke& c);
  void on(const cmd::ApplyBrush& c);
  // reducer_rooms.cpp
  void on(const cmd::AtStation& c);
  void on(const cmd::AtOffice& c);
  void on(const cmd::AtEvening& c);
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
  /// Asks the device to keep what `name` stands for now: "settings", "current", "meta", "urn", "draft", "map",
  /// "passed-on".
  void save(std::string_view name);
  void go(Route route, bool remember = true);
  void refresh_page();
  /// Counts what the screen is about, as far as it is not there yet: result, help for a plan, comparison, past.
  void count_for(const Route& route);
  /// The file of a past election.
  void take_past(const platform::FilePicked& a);
  [[nodiscard]] std::string fresh_id();
  [[nodiscard]] IdBytes fresh_bytes();
  /// Asks the device for all that it kept; until it has answered nothing is written.
  void ask_all();
  /// The organiser's new form, with what follows from it.
  void change_form(const model::VoteForm& form);
  /// A new start with the built-in example: after a wipe.
  void use_example();
  [[nodiscard]] bool is_example() const;
  /// For the rooms of the secret ballot: kept and forgotten under keys of their own, together in one Commit.
  /// False: nothing can be kept on this device now.
  bool keep(std::vector<platform::Kept> puts, const std::vector<platform::KeyRange>& erased = {});
  /// The camera looks for a room, with these words; again with other words while it looks.
  void scan_for(std::string_view room, std::string words);
  /// The camera looks for a chain of codes: with a package in it for a room, or with news for the dossier (empty room).
  void scan_chain_for(std::string_view room);
  /// A package as codes, on the screen that is there now. `file`: as it is written; `fingerprint`: hexadecimal.
  void show_package(std::string_view file, std::string fingerprint);
  /// Asks for the time at the next moment at which something ends or goes on by itself.
  void wake();
  /// After every command: codes that nobody looks at any more go, and the device asks before what is only here is lost.
  void tend_page();
  /// After every command: asks for the photos that are to be seen, and forgets those that nothing names any more.
  void tend_photos(const PhotoMark& before);

 private:
  // reducer_store.cpp
  [[nodiscard]] std::string key_of(std::string_view name) const;
  [[nodiscard]] std::string bytes_of(std::string_view name) const;
  [[nodiscard]] bool can_keep() const;
  void put(std::string key, std::string bytes);
  void forget(const platform::KeyRange& range);
  void settle_names();
  void pump();
  void ask_persist();
  // reducer_book.cpp
  /// What a step of the journal says beside its number and time.
  struct Happening {
    Origin origin = Origin::kOwn;
    std::string what_key;
    std::string source;
    std::uint64_t of = 0;
    merge::Changes changes;
  };
  [[nodiscard]] bool may_write();
  [[nodiscard]] bool take_pen(std::vector<merge::Write>& writes);
  /// Writes, shows, remembers and keeps. `shown`: what the dossier shows after it; nullptr: it is found out. False
  /// (with a problem shown, and nothing changed) when it cannot be.
  bool take_step(std::vector<merge::Write> writes, std::shared_ptr<const model::Dossier> shown, Happening happening);
  void show(std::shared_ptr<const model::Dossier> next);
  // reducer_status.cpp
  void add_former_states(const JournalStep& step, std::vector<merge::Write>& writes);
  // reducer_book.cpp
  void remember(Happening happening);
  /// `part`: the records that changed, or empty when only a snapshot can tell.
  void keep_step(std::string part);
  void keep_snapshot();
  void look_at_conflicts();
  [[nodiscard]] bool turn_back(const UndoStep& step, Origin origin);
  [[nodiscard]] bool put_back_import();
  void forget_before_import();
  void file_has_left();
  // reducer_rooms.cpp
  void loaded_rooms(const std::vector<platform::Kept>& found);
  [[nodiscard]] bool file_for_room(const platform::FilePicked& a);
  void code_for_room(const platform::CodeSeen& a);
  void chain_for_room(std::string_view room, const std::string& bytes);
  void tick_rooms();
  [[nodiscard]] std::int64_t rooms_next_ms() const;
  void rooms_kept();
  void rooms_not_kept(const Error& error);
  // reducer_load.cpp
  void ask_dossier(std::string slug);
  void loading_failed(const Error& error);
  void set_aside(const std::string& key, std::string bytes, Error error);
  /// What was read; nothing, with the bytes set aside and the fault told, when it could not be.
  template <class T>
  [[nodiscard]] std::optional<T> kept(const std::string& key, const std::string& bytes, Result<T> read) {
    if (read) return std::move(read).value();
    set_aside(key, bytes, std::move(read).error());
    return std::nullopt;
  }
  void put_folder_aside(const std::vector<platform::Kept>& found, Error error);
  void loaded_settings(const std::string& bytes);
  void loaded_current(const platform::Loaded& a);
  void loaded_old(const platform::Loaded& a);
  void loaded_map(const std::string& bytes);
  void loaded_small(std::string_view name, const std::string& bytes);
  void loaded_shelf(const std::vector<platform::Kept>& found);
  void loaded_book(const std::vector<platform::Kept>& found);
  void loaded_aside(const std::vector<platform::Kept>& found);
  [[nodiscard]] bool open_snapshot(const std::string& bytes, const std::vector<platform::Kept>& found);
  void loaded_step(const std::string& bytes);
  void loaded_before(std::string_view number, const std::string& bytes);
  void forget_old_steps();
  void open_book(std::shared_ptr<merge::Document> document, std::shared_ptr<const model::Dossier> dossier);
  void finish_loading();
  // reducer_shelf.cpp
  [[nodiscard]] bool may_leave_dossier();
  [[nodiscard]] bool may_read_dossier(const std::string& slug);
  void leave_dossier();
  void put_on_shelf();
  void forget_dossier(const std::string& slug);
  void forget_journal();
  /// False when it cannot be used yet.
  bool confirm_map();
  void use_map(std::shared_ptr<const model::BaseMap> map, std::string bytes);
  /// The map of a file, where this device has only the built-in one.
  void take_map(const PendingImport& import);
  void adopt(std::shared_ptr<const merge::Document> document, std::shared_ptr<const model::Dossier> dossier);
  // reducer_files.cpp
  /// Files for the page of an import; what waited there is put away.
  void pick_files(std::string accept);
  void confirm_dossier();
  void confirm_reports();
  void offer_dossier();
  void leave_import(Screen to);
  [[nodiscard]] bool take_in(const PendingImport& import);
  void preview_again();
  [[nodiscard]] bool look_anew();
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
  // reducer_walk.cpp
  void take(const platform::Awake& a);
  /// Asks for place and screen, after the start, a pause or a closed tab.
  void go_on_walking();
  void stand_still();
  void end_walk();
  void note_place(const platform::Located& place);
  // reducer_schouw.cpp
  /// The signal in the making waits for later. False (with a problem shown): too many wait already.
  [[nodiscard]] bool lay_tag_aside();
  /// A new signal is in the making. False: the one before could not be laid aside.
  [[nodiscard]] bool begin_tag(const cmd::StartTag& c);
  /// The one of this id (empty: the last) is the one in the making. False: there is none.
  [[nodiscard]] bool take_up_tag(const std::string& id);
  // reducer_plan.cpp
  /// Of the round in preparation, or of one that comes after what was there.
  [[nodiscard]] RecordEdit<model::Round> next_round_edit();
  void drop_plan();
  void delete_plan(const std::string& id);
  // reducer_privacy.cpp
  void drop_contact(const std::string& signal);
  void take_contacts(const PendingImport& import);
  void ask_about_keeping();
  // reducer_prepare.cpp
  void drop_walk();
  void delete_walk(const std::string& id);
  void take_tree(const platform::FilePicked& a);
  void take_route(const platform::FilePicked& a);
  // reducer_photos.cpp
  void take(const platform::PhotoTaken& a);
  void take(const platform::PhotoEncoded& a);
  void take(const platform::PhotoShown& a);
  void encode(PicturePtr picture, std::string instead_of, bool looked_at);
  void add_photo(std::string jpeg, const Photos::Making& making);
  void keep_photo(const std::string& name, const std::string& jpeg);
  void name_photo(const std::string& name);
  void leave_photo();
  /// Ready to paint on the photo that is open; nullptr when that cannot be.
  [[nodiscard]] Photos::Brush* brush();
  static void remember_stroke(Photos::Brush& brush);
  void remove_photo(const std::string& name);
  /// False, and at the photo, when one of the draft was not looked at.
  [[nodiscard]] bool photos_looked_at();
  void loaded_photos(const std::vector<platform::Kept>& found);
  void loaded_photo(const platform::Loaded& a);
  [[nodiscard]] bool photos_not_loaded();
  /// The words of a draft must not wait for photos that do not fit. True when there were any.
  [[nodiscard]] bool give_up_photos();
  void show_photos();
  /// Keeps the photos of a file that was taken in, and says how many. Before what names them goes to the storage.
  std::size_t take_photos(const PendingImport& import);
  void photo_for_file(const std::string& name, const platform::Loaded* loaded);
  void hide_photo(std::string name);
  void forget_names(const std::string& slug);
  // reducer_exchange.cpp
  [[nodiscard]] std::string folder_prefix() const;
  void ask_folder(std::string prefix, std::uint64_t max_bytes, bool photos);
  // reducer_photos_folder.cpp
  [[nodiscard]] std::string photo_file(std::string_view name) const;
  [[nodiscard]] std::string name_in_folder(std::string_view file) const;
  void list_folder_photos();
  void take_folder_photos(const platform::FolderFiles& a);
  void exchange_photos();
  void photo_for_folder(const std::string& name, const std::string& jpeg);
  void forget_folder_photos();
  void write_to_folder();
  // reducer_codes.cpp
  void show_codes(CodeShow show);
  void step_codes(std::size_t steps);
  void play_codes();
  void let_sleep();
  void tell_scan();
  [[nodiscard]] bool read_from_folder(const platform::FolderFiles::File& file);
  void ask_help(const std::string& plan_id);
  void ask_fair(const Route& route);
  void compare_now();
  void next_past();
  void start_job(CountJob job, CountState::Running running);
  void finish_job(const CountState::Running& running, CountAnswer answer);

  const Fixed& fixed_;
};

}  // namespace stoepkrijt::app
