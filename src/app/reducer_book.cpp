// The dossier as the document that merges: every change is a step of writes, kept in the log, told in the journal and
// taken back by writing the former values.
#include <algorithm>
#include <utility>

#include "app/keys.hpp"
#include "app/reducer.hpp"
#include "base/ids.hpp"
#include "formats/merged/merged.hpp"
#include "formats/records/edits.hpp"
#include "formats/records/records.hpp"
#include "merge/changes.hpp"
#include "merge/conflicts.hpp"
#include "merge/diff.hpp"
#include "merge/part.hpp"
#include "merge/value.hpp"

namespace stoepkrijt::app {

namespace {

/// The log is folded into a new snapshot when it is longer than a quarter of it: what a start reads stays small, and
/// what is written for a tap too.
constexpr std::size_t kLeastLog = std::size_t{64} << 10U;

}  // namespace

bool Reducer::may_write() {
  if (s.loading) {
    problem(Error(ErrorCode::kNotAllowed, "error.still_loading"));
    return false;
  }
  if (!s.writer) {
    problem(Error(ErrorCode::kNotAllowed, "error.other_tab"));
    return false;
  }
  if (!s.book.document->mergeable) {
    problem(Error(ErrorCode::kNotAllowed, "error.not_mergeable"));
    return false;
  }
  return true;
}

bool Reducer::take_pen(std::vector<merge::Write>& writes) {
  if (s.book.pen) return true;
  auto pen = merge::start_pen(merge::ActorId{fresh_bytes()}, *s.book.document, s.device.now_ms);
  if (!pen) {
    problem(std::move(pen).error());
    return false;
  }
  s.book.pen = *pen;
  if (!s.settings.device_name.empty()) {
    writes.push_back({merge::Write::Op::kSet, std::string(formats::kDeviceRecord), text_of(pen->clock.actor),
                      std::string(formats::kDeviceName), merge::text_value(s.settings.device_name)});
  }
  return true;
}

bool Reducer::take_step(std::vector<merge::Write> writes, std::shared_ptr<const model::Dossier> shown,
                        Happening happening) {
  if (!may_write() || !take_pen(writes)) return false;
  const std::vector<merge::RecordKey> keys = merge::touched_by(writes);
  const merge::ActorId& actor = s.book.pen->clock.actor;
  merge::Document before = merge::part_of(*s.book.document, keys, actor);
  auto next = s.book.document;
  // A copy, unless what is shown is known and the writing cannot leave anything half done.
  if (shown == nullptr || next.use_count() > 2) next = std::make_shared<merge::Document>(*s.book.document);
  merge::Pen pen = *s.book.pen;
  if (auto written = merge::write_all(*next, pen, writes, s.device.now_ms); !written) {
    problem(std::move(written).error());
    return false;
  }
  if (shown == nullptr) {
    auto view = formats::dossier_of(*next);
    if (!view) {
      problem(std::move(view).error());
      return false;
    }
    if (!form_may_become(view->dossier)) return false;
    shown = std::make_shared<const model::Dossier>(std::move(view->dossier));
  }
  s.book.document = std::move(next);
  s.book.pen = pen;
  show(std::move(shown));
  const merge::Document after = merge::part_of(*s.book.document, keys, actor);
  happening.changes = merge::changes_of(merge::diff(before, after));
  remember(std::move(happening));
  if (s.book.conflicts > 0) look_at_conflicts();  // this may have resolved one
  const bool all_there = after.records.size() == keys.size();
  keep_step(all_there ? formats::write_merged(after) : std::string());
  return true;
}

void Reducer::show(std::shared_ptr<const model::Dossier> next) {
  const model::Round* before = current_round(s);
  const model::VoteForm form = before == nullptr ? model::VoteForm{} : before->form;
  // A count of plans that are no longer these plans means nothing.
  if (next->rounds != s.dossier->rounds) s.result = nullptr;
  const bool same = next->id == s.dossier->id;
  s.dossier = std::move(next);
  s.example = is_example();
  const model::Round* after = current_round(s);
  if (same && after != nullptr && before != nullptr && after->form != form) after_form_change();
}

void Reducer::remember(Happening happening) {
  auto step = std::make_shared<JournalStep>();
  step->number = s.book.next_step++;
  step->time_ms = s.device.now_ms;
  step->origin = happening.origin;
  step->what_key = std::move(happening.what_key);
  step->source = std::move(happening.source);
  step->of = happening.of;
  step->changes = std::move(happening.changes);
  s.book.journal.push_back(step);
  UndoStacks stacks{std::move(s.undo), std::move(s.redo)};
  push_step(stacks, step);
  s.undo = std::move(stacks.undo);
  s.redo = std::move(stacks.redo);
  put(folder_of(s.slug) + numbered("journal", step->number), write_step(*step));
}

void Reducer::keep_step(std::string part) {
  const std::size_t room = std::max(kLeastLog, s.book.snapshot_bytes / 4);
  if (!s.book.kept || part.empty() || s.book.log_bytes + part.size() > room) {
    keep_snapshot();
  } else {
    const std::uint64_t number = s.book.next_step - 1;
    s.book.log_bytes += part.size();
    put(folder_of(s.slug) + numbered("log", number), std::move(part));
  }
  put_on_shelf();
  save("meta");
  ask_persist();
}

void Reducer::keep_snapshot() {
  std::string bytes = formats::write_merged(*s.book.document);
  s.book.snapshot_bytes = bytes.size();
  s.book.log_bytes = 0;
  s.book.kept = can_keep();
  forget(platform::keys_with(folder_of(s.slug) + "log/"));
  put(folder_of(s.slug) + "snapshot", std::move(bytes));
  put_on_shelf();
  save("current");
  save("meta");
}

void Reducer::look_at_conflicts() {
  const auto all = merge::conflicts(*s.book.document);
  s.book.conflicts = static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [](const merge::Conflict& one) { return !one.agree; }));
}

bool Reducer::edit(std::vector<Edit> edits, std::string_view what_key) {
  auto next = s.dossier;
  std::vector<merge::Write> writes;
  for (const Edit& e : edits) {
    auto done = apply_edit(next, e);
    if (!done) {
      problem(std::move(done).error());
      return false;
    }
    next = std::move(done).value();
    std::visit(
        [&](const auto& one) {
          for (merge::Write& write : formats::writes_of(one.before, one.after)) writes.push_back(std::move(write));
        },
        e);
  }
  if (!form_may_become(*next)) return false;
  return take_step(std::move(writes), std::move(next), Happening{Origin::kOwn, std::string(what_key), "", 0, {}});
}

bool Reducer::turn_back(const UndoStep& step, Origin origin) {
  std::vector<merge::Write> writes = merge::undo_writes(
      step.step->changes, *s.book.document,
      [](std::string_view field, std::string_view event) { return formats::opposite_event(field, event); });
  add_former_states(*step.step, writes);
  return take_step(std::move(writes), nullptr, Happening{origin, step.what_key, "", step.number, {}});
}

bool Reducer::put_back_import() {
  if (!may_write()) return false;
  auto view = formats::dossier_of(*s.book.before_import);
  if (!view || !form_may_become(view->dossier)) return false;
  const UndoStep step = s.undo.back();
  Happening happening{Origin::kUndo, step.what_key, "", step.number, {}};
  happening.changes = merge::changes_of(merge::diff(*s.book.document, *s.book.before_import));
  s.book.document = std::make_shared<merge::Document>(*s.book.before_import);
  // Whoever wrote meanwhile wrote what nobody has seen; to be sure that no dot is ever two things, the next write has a
  // new actor.
  s.book.pen.reset();
  s.book.not_shown = view->not_shown.size();
  show(std::make_shared<const model::Dossier>(std::move(view->dossier)));
  remember(std::move(happening));
  forget_before_import();
  keep_snapshot();
  look_at_conflicts();
  return true;
}

void Reducer::forget_before_import() {
  if (s.book.before_import == nullptr) return;
  s.book.before_import = nullptr;
  s.book.import_step = 0;
  forget(platform::keys_with(folder_of(s.slug) + "before/"));
}

void Reducer::file_has_left() {
  forget_before_import();
  s.book.passed_on = merge::vector_of(*s.book.document);
  save("passed-on");
}

void Reducer::on(const cmd::Undo&) {
  if (s.undo.empty()) return;
  const UndoStep step = s.undo.back();
  const bool whole = s.book.before_import != nullptr && s.book.import_step == step.number;
  if (whole ? put_back_import() : turn_back(step, Origin::kUndo)) toast("toast.undone", false, true);
}

void Reducer::on(const cmd::Redo&) {
  if (s.redo.empty()) return;
  const UndoStep step = s.redo.back();
  if (turn_back(step, Origin::kRedo)) toast("toast.redone", false, true);
}

}  // namespace stoepkrijt::app
