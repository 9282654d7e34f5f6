#include "app/views/history_view.hpp"

#include "app/history.hpp"

namespace stoepkrijt::app {

namespace {

constexpr std::size_t kRecordsPerStep = 3;

std::string what_words(const Lang& lang, const JournalStep& step) {
  const std::string what = lang.has(step.what_key) ? lang.tr(step.what_key) : lang.tr("undo.change");
  if (step.origin == Origin::kUndo) return lang.tr("history.undone", {{"what", what}});
  if (step.origin == Origin::kRedo) return lang.tr("history.redone", {{"what", what}});
  return capital(what);
}

std::string source_words(const Lang& lang, const JournalStep& step) {
  if (step.origin == Origin::kFile) return lang.tr("history.from_file", {{"name", step.source}});
  if (step.origin == Origin::kFolder) return lang.tr("history.from_folder", {{"name", step.source}});
  if (step.origin == Origin::kCodes) return lang.tr("history.from_codes");
  return {};
}

HistoryView::Entry entry_of(const State& state, const Lang& lang, const JournalStep& step) {
  HistoryView::Entry entry;
  entry.step = step.number;
  entry.when = when_words(state, lang, step.time_ms);
  entry.what = what_words(lang, step);
  entry.source = source_words(lang, step);
  return entry;
}

/// "Nieuw: melding …" for what came and went; its fields for what changed.
ChangeLine line_of(const RecordWords& w, const merge::Change& change, std::size_t fields) {
  using What = merge::RecordChange::What;
  ChangeLine line = change_line(w, change, Tense::kDid, fields);
  if (change.what == What::kAdded) line.fields.push_back(w.lang.tr("history.came"));
  if (change.what == What::kRemoved) line.fields.push_back(w.lang.tr("history.went"));
  return line;
}

void all_steps(HistoryView& v, const State& state, const Lang& lang, std::size_t most) {
  const RecordWords w = record_words(state, lang);
  const auto& journal = state.book.journal;
  for (auto it = journal.rbegin(); it != journal.rend() && v.entries.size() < most; ++it) {
    const JournalStep& step = **it;
    HistoryView::Entry entry = entry_of(state, lang, step);
    std::size_t told = 0, all = 0;
    for (const merge::Change& change : step.changes) {
      if (!tells(change)) continue;
      ++all;
      if (told == kRecordsPerStep) continue;
      ++told;
      entry.changes.push_back(line_of(w, change, 3));
    }
    if (all > told) entry.more = lang.count("history.more_records", static_cast<std::int64_t>(all - told));
    v.entries.push_back(std::move(entry));
  }
  v.count = lang.count("history.count", static_cast<std::int64_t>(journal.size()));
  if (journal.size() > v.entries.size()) v.more = lang.tr("history.more");
}

void one_record(HistoryView& v, const State& state, const Lang& lang, std::size_t most) {
  const RecordWords w = record_words(state, lang);
  const std::vector<HistoryEntry> found = history_of(state, v.kind, v.id);
  for (std::size_t i = 0; i < found.size() && v.entries.size() < most; ++i) {
    HistoryView::Entry entry = entry_of(state, lang, *found[i].step);
    ChangeLine line = line_of(w, *found[i].change, 12);
    line.title.clear();
    entry.changes.push_back(std::move(line));
    if (!restore_writes(state, v.kind, v.id, entry.step).empty()) {
      entry.restore = lang.tr("history.restore");
      entry.restore_name = lang.tr("history.restore_name", {{"when", entry.when}});
    } else if (i == 0) {
      entry.now =
          lang.tr(found[i].change->what == merge::RecordChange::What::kRemoved ? "history.gone_now" : "history.now");
    }
    v.entries.push_back(std::move(entry));
  }
  v.count = lang.count("history.count", static_cast<std::int64_t>(found.size()));
  if (found.size() > v.entries.size()) {
    v.more = lang.tr("history.more");
  } else if (!found.empty() && !restore_writes(state, v.kind, v.id, 0).empty()) {
    // Before the first step that is known: then it came from a file, or the journal of that time is gone.
    HistoryView::Entry first;
    first.when = lang.tr("history.first_when");
    first.what = lang.tr("history.first");
    first.restore = lang.tr("history.restore");
    first.restore_name = lang.tr("history.restore_name", {{"when", first.what}});
    v.entries.push_back(std::move(first));
  }
}

void add_keeping(HistoryView& v, const State& state, const Lang& lang) {
  v.keep_title = lang.tr("history.keep_title");
  v.keep_words = lang.tr("history.keep_words");
  for (std::size_t i = 0; i < kJournalDays.size(); ++i) {
    v.keep_names.push_back(lang.tr("history.keep_days", {{"n", lang.number(kJournalDays[i])}}));
    if (state.settings.journal_days == kJournalDays[i]) v.keep = static_cast<int>(i);
  }
  if (!state.book.journal.empty()) v.forget = lang.tr("history.forget");
}

}  // namespace

HistoryView make_history_view(const State& state, const Lang& lang, std::size_t most) {
  HistoryView v;
  const std::string& route = state.route.id;
  if (const std::size_t slash = route.find('/'); slash != std::string::npos) {
    v.of_record = true;
    v.kind = route.substr(0, slash);
    v.id = route.substr(slash + 1);
    v.title = record_title(record_words(state, lang), v.kind, v.id);
    v.words = lang.tr("history.words_record");
    one_record(v, state, lang, most);
  } else {
    v.title = lang.tr("history.title");
    v.words = lang.tr("history.words");
    all_steps(v, state, lang, most);
    v.undo = make_undo_view(state, lang);
    add_keeping(v, state, lang);
  }
  v.empty_title = lang.tr("history.none_title");
  v.empty_words = lang.tr(v.of_record ? "history.none_record" : "history.none_words");
  std::string spoken = v.title + ". " + v.words;
  for (const HistoryView::Entry& entry : v.entries) spoken += " " + entry.when + ": " + entry.what + ".";
  v.page = make_page(state, lang, lang.tr("screen.geschiedenis"), spoken);
  return v;
}

}  // namespace stoepkrijt::app
