#include "app/journal.hpp"

#include <utility>

#include "app/json_fields.hpp"
#include "base/json.hpp"
#include "base/json_writer.hpp"

namespace stoepkrijt::app {

namespace {

constexpr std::string_view kFormat = "stoepkrijt-step";
constexpr std::int64_t kVersion = 1;
constexpr auto kLastOrigin = static_cast<std::int64_t>(Origin::kResolve);
constexpr auto kLastWhat = static_cast<std::int64_t>(merge::RecordChange::What::kRemoved);
constexpr auto kLastKind = static_cast<std::int64_t>(merge::FieldKind::kDeletion);
constexpr std::int64_t kMaxNumber = std::int64_t{1} << 53U;

json::Limits step_limits() {
  json::Limits limits;
  limits.max_bytes = 256 * json::kMiB;  // an import changes as much as a dossier holds
  return limits;
}

void texts(json::Writer& w, std::string_view key, const std::vector<std::string>& list) {
  w.key(key);
  w.begin_array();
  for (const std::string& text : list) w.string(text);
  w.end_array();
}
void text(json::Writer& w, std::string_view key, std::string_view value) {
  w.key(key);
  w.string(value);
}
void number(json::Writer& w, std::string_view key, std::int64_t value) {
  w.key(key);
  w.integer(value);
}

void write_change(json::Writer& w, const merge::Change& change) {
  w.begin_object();
  w.key("fields");
  w.begin_array();
  for (const merge::Change::Field& field : change.fields) {
    w.begin_object();
    texts(w, "after", field.after);
    texts(w, "before", field.before);
    number(w, "kind", static_cast<std::int64_t>(field.kind));
    text(w, "name", field.name);
    w.end_object();
  }
  w.end_array();
  text(w, "id", change.id);
  text(w, "kind", change.kind);
  number(w, "what", static_cast<std::int64_t>(change.what));
  w.end_object();
}

Result<merge::Change::Field> read_field(json::Cursor c) {
  merge::Change::Field field;
  SK_TRY(kind, integer_at(c, "kind", 0, kLastKind));
  SK_TRY(name, text_at(c, "name"));
  SK_TRY(before, texts_at(c, "before"));
  SK_TRY(after, texts_at(c, "after"));
  field.kind = static_cast<merge::FieldKind>(kind);
  field.name = std::move(name);
  field.before = std::move(before);
  field.after = std::move(after);
  return field;
}

Result<merge::Change> read_change(json::Cursor c) {
  merge::Change change;
  SK_TRY(what, integer_at(c, "what", 0, kLastWhat));
  SK_TRY(kind, text_at(c, "kind"));
  SK_TRY(id, text_at(c, "id"));
  SK_TRY(fields, c.get("fields"));
  SK_TRY_VOID(fields.expect(json::Type::kArray));
  for (const json::Cursor item : fields) {
    SK_TRY(field, read_field(item));
    change.fields.push_back(std::move(field));
  }
  change.what = static_cast<merge::RecordChange::What>(what);
  change.kind = std::move(kind);
  change.id = std::move(id);
  return change;
}

}  // namespace

std::string write_step(const JournalStep& step) {
  json::Writer w;
  w.begin_object();
  w.key("changes");
  w.begin_array();
  for (const merge::Change& change : step.changes) write_change(w, change);
  w.end_array();
  text(w, "format", kFormat);
  number(w, "number", static_cast<std::int64_t>(step.number));
  number(w, "of", static_cast<std::int64_t>(step.of));
  number(w, "origin", static_cast<std::int64_t>(step.origin));
  text(w, "source", step.source);
  number(w, "time_ms", step.time_ms);
  number(w, "version", kVersion);
  text(w, "what", step.what_key);
  w.end_object();
  return w.take();
}

Result<JournalStep> read_step(std::string_view json) {
  SK_TRY(document, json::Document::parse(json, step_limits()));
  const json::Cursor root = document.root();
  SK_TRY_VOID(root.expect(json::Type::kObject));
  SK_TRY_VOID(integer_at(root, "version", kVersion, kVersion));
  JournalStep step;
  SK_TRY(count, integer_at(root, "number", 1, kMaxNumber));
  SK_TRY(of, integer_at(root, "of", 0, kMaxNumber));
  SK_TRY(origin, integer_at(root, "origin", 0, kLastOrigin));
  SK_TRY(time, integer_at(root, "time_ms", -kMaxMs, kMaxMs));
  SK_TRY(source, text_at(root, "source"));
  SK_TRY(what, text_at(root, "what"));
  SK_TRY(changes, root.get("changes"));
  SK_TRY_VOID(changes.expect(json::Type::kArray));
  for (const json::Cursor item : changes) {
    SK_TRY(change, read_change(item));
    step.changes.push_back(std::move(change));
  }
  step.number = static_cast<std::uint64_t>(count);
  step.of = static_cast<std::uint64_t>(of);
  step.origin = static_cast<Origin>(origin);
  step.time_ms = time;
  step.source = std::move(source);
  step.what_key = std::move(what);
  return step;
}

void push_step(UndoStacks& stacks, const StepPtr& step) {
  const auto move_top = [&](std::vector<UndoStep>& from, std::vector<UndoStep>& to) {
    if (from.empty() || from.back().number != step->of) return;  // the step itself is no longer in the journal
    UndoStep moved = std::move(from.back());
    from.pop_back();
    moved.step = step;
    to.push_back(std::move(moved));
  };
  switch (step->origin) {
    case Origin::kUndo:
      move_top(stacks.undo, stacks.redo);
      return;
    case Origin::kRedo:
      move_top(stacks.redo, stacks.undo);
      return;
    case Origin::kFolder:
      return;  // comes by itself: nothing the user did
    case Origin::kOwn:
    case Origin::kFile:
    case Origin::kCodes:
    case Origin::kRestore:
    case Origin::kResolve:
      break;
  }
  stacks.undo.push_back({step->what_key, step->number, step});
  if (stacks.undo.size() > kMaxUndo) stacks.undo.erase(stacks.undo.begin());
  stacks.redo.clear();
}

UndoStacks stacks_of(const std::vector<StepPtr>& journal) {
  UndoStacks stacks;
  for (const StepPtr& step : journal) push_step(stacks, step);
  return stacks;
}

}  // namespace stoepkrijt::app
