#include "app/views/conflicts_view.hpp"

#include <algorithm>

#include "app/history.hpp"
#include "app/record_words.hpp"
#include "app/views/change_words.hpp"

namespace stoepkrijt::app {

namespace {

constexpr std::size_t kLongestValue = 600;

bool written_here(Origin origin) {
  return origin != Origin::kFile && origin != Origin::kFolder && origin != Origin::kCodes;
}

/// Also of an earlier session, whose actor is another: the journal knows what was done on this device.
bool is_own(const State& state, const ConflictItem& item, const ConflictItem::Value& value) {
  if (value.who.own) return true;
  for (const StepPtr& step : state.book.journal) {
    if (!written_here(step->origin)) continue;
    for (const merge::Change& change : step->changes) {
      if (change.kind != item.kind || change.id != item.id) continue;
      for (const merge::Change::Field& field : change.fields) {
        if (field.name != item.field) continue;
        if (std::find(field.after.begin(), field.after.end(), value.value) != field.after.end()) return true;
      }
    }
  }
  return false;
}

std::string who_words(const State& state, const Lang& lang, const ConflictItem& item,
                      const ConflictItem::Value& value) {
  if (!item.deletion && is_own(state, item, value)) return lang.tr("conflicts.who_own");
  if (item.deletion && value.who.own) return lang.tr("conflicts.who_own");
  return value.who.name.empty() ? lang.tr("conflicts.who_other") : cut(value.who.name, 60);
}

ConflictsView::Field deletion_of(const State& state, const Lang& lang, const ConflictItem& item) {
  ConflictsView::Field field;
  field.deletion = true;
  field.title = lang.tr("conflicts.deletion");
  field.words = lang.tr("conflicts.deletion_words");
  if (!item.values.empty()) {
    const ConflictItem::Value& last = item.values.back();
    field.words += " " + lang.tr("conflicts.deletion_changed", {{"who", who_words(state, lang, item, last)},
                                                                {"when", when_words(state, lang, last.time_ms)}});
  }
  return field;
}

ConflictsView::Field values_of(const State& state, const Lang& lang, const ConflictItem& item) {
  RecordWords w = record_words(state, lang);
  w.most = kLongestValue;
  ConflictsView::Field field;
  field.title = capital(field_words(lang, item.field));
  for (std::size_t i = 0; i < item.values.size(); ++i) {
    ConflictsView::Value value;
    value.words = value_words(w, item.kind, item.field, item.values[i].value);
    value.who = who_words(state, lang, item, item.values[i]);
    value.when = when_words(state, lang, item.values[i].time_ms);
    if (i == 0) value.now = lang.tr("conflicts.now");
    value.choose = lang.tr("conflicts.choose");
    value.choose_name = lang.tr("conflicts.choose_name", {{"value", cut(value.words)}});
    value.choice = i;
    field.values.push_back(std::move(value));
  }
  return field;
}

}  // namespace

ConflictsView make_conflicts_view(const State& state, const Lang& lang) {
  ConflictsView v;
  const std::vector<ConflictItem> list = conflict_list(state);
  const RecordWords w = record_words(state, lang);
  for (const ConflictItem& item : list) {
    if (v.cards.empty() || v.cards.back().kind != item.kind || v.cards.back().id != item.id) {
      if (v.cards.size() == kMostCards) {
        v.more = lang.tr("conflicts.more");
        break;
      }
      v.cards.push_back({item.kind + "/" + item.id, item.kind, item.id, record_title(w, item.kind, item.id), {}});
    }
    ConflictsView::Field field = item.deletion ? deletion_of(state, lang, item) : values_of(state, lang, item);
    field.field = item.field;
    field.key = v.cards.back().key + "/" + (item.deletion ? "weg" : item.field);
    if (item.deletion) {
      const std::string& record = v.cards.back().title;
      const auto choice = [&](std::string_view words, std::string_view name, std::size_t number) {
        ConflictsView::Value value;
        value.choose = lang.tr(words);
        value.choose_name = lang.tr(name, {{"record", record}});
        value.choice = number;
        field.values.push_back(std::move(value));
      };
      choice("conflicts.stay", "conflicts.stay_name", 0);
      choice("conflicts.delete", "conflicts.delete_name", 1);
    }
    v.cards.back().fields.push_back(std::move(field));
  }
  v.title = lang.count("conflicts.title", static_cast<std::int64_t>(list.size()));
  v.words = lang.tr("conflicts.words");
  v.later = lang.tr("conflicts.later");
  v.empty_title = lang.tr("conflicts.none_title");
  v.empty_words = lang.tr("conflicts.none_words");
  v.files = lang.tr("screen.bestanden");
  const std::string spoken =
      list.empty() ? v.empty_title + ". " + v.empty_words : v.title + ". " + v.words + " " + v.later;
  v.page = make_page(state, lang, lang.tr("screen.verschillen"), spoken);
  return v;
}

}  // namespace stoepkrijt::app
