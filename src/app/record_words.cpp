#include "app/record_words.hpp"

#include <array>

#include "app/json_fields.hpp"
#include "base/json.hpp"
#include "base/utf8.hpp"
#include "formats/records/edits.hpp"
#include "merge/value.hpp"
#include "merge/view.hpp"
#include "schouw/categories.hpp"

namespace stoepkrijt::app {

namespace {

/// The title of a record that is there: a text, or words in two languages.
std::string title_in(const Lang& lang, std::string_view value) {
  if (const auto text = merge::as_text(value)) return *text;
  const auto document = json::Document::parse(value);
  if (!document || !document->root().is(json::Type::kObject)) return {};
  return lang.of({text_or_empty(document->root(), "nl"), text_or_empty(document->root(), "en")});
}

constexpr std::array<std::string_view, 2> kTitles = {"title", "name"};

std::string untitled(const RecordWords& w, std::string_view subtheme) {
  const std::string slug = merge::as_text(subtheme).value_or("");
  if (schouw::find_subtheme(slug) != nullptr) return w.lang.tr("schouw.sub." + slug);  // lang-prefix: schouw.sub.
  return w.lang.tr("record.untitled");
}

std::string titled(const Lang& lang, std::string_view kind, const std::string& name) {
  return lang.tr("record.titled", {{"kind", capital(kind_of_record(lang, kind))}, {"name", name}});
}

}  // namespace

RecordWords record_words(const State& state, const Lang& lang) {
  return {*state.book.document, lang, state.device.offset_minutes};
}

std::string cut(std::string_view words, std::size_t most) {
  std::string out(first_code_points(words, most));
  if (out.size() < words.size()) {
    while (!out.empty() && out.back() == ' ') out.pop_back();
    out += "…";
  }
  for (char& c : out) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return out;
}

std::string capital(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

std::string kind_of_record(const Lang& lang, std::string_view kind) {
  const std::string key = "record.kind." + std::string(kind);  // lang-prefix: record.kind.
  return lang.has(key) ? lang.tr(key) : std::string(kind);
}

std::string record_name(const RecordWords& w, std::string_view kind, std::string_view id) {
  const merge::Record* record = merge::find(w.document, kind, id);
  if (record == nullptr) return w.lang.tr("record.untitled");
  for (const std::string_view field : kTitles) {
    const auto value = merge::shown(w.document, *record, field);
    if (!value) continue;
    if (std::string title = title_in(w.lang, value->content.value); !title.empty()) return cut(title);
  }
  const auto subtheme = merge::shown(w.document, *record, "subtheme");
  return untitled(w, subtheme ? subtheme->content.value : merge::kNoValue);
}

std::string record_name(const RecordWords& w, const merge::Change& change) {
  if (merge::find(w.document, change.kind, change.id) != nullptr) return record_name(w, change.kind, change.id);
  std::string_view subtheme = merge::kNoValue;
  for (const merge::Change::Field& field : change.fields) {
    const std::vector<std::string>& values = field.after.empty() ? field.before : field.after;
    if (values.empty()) continue;
    if (field.name == "subtheme") subtheme = values.front();
    if (field.name != kTitles[0] && field.name != kTitles[1]) continue;
    if (std::string title = title_in(w.lang, values.front()); !title.empty()) return cut(title);
  }
  return untitled(w, subtheme);
}

std::string record_title(const RecordWords& w, const merge::Change& change) {
  return titled(w.lang, change.kind, record_name(w, change));
}
std::string record_title(const RecordWords& w, std::string_view kind, std::string_view id) {
  return titled(w.lang, kind, record_name(w, kind, id));
}

std::string field_words(const Lang& lang, std::string_view field) {
  const std::string key = "field." + std::string(field);  // lang-prefix: field.
  return lang.has(key) ? lang.tr(key) : std::string(field);
}

FieldTold told(const RecordWords& w, std::string_view kind, const merge::Change::Field& field) {
  FieldTold out;
  out.field = field_words(w.lang, field.name);
  const auto all = [&](const std::vector<std::string>& values) {
    std::string words;
    for (std::size_t i = 0; i < values.size() && i < 3; ++i) {
      words += (words.empty() ? "" : ", ") + value_words(w, kind, field.name, values[i]);
    }
    if (values.size() > 3)
      words += " " + w.lang.tr("value.more", {{"n", w.lang.number(static_cast<std::int64_t>(values.size()) - 3)}});
    return words;
  };
  out.before = all(field.before);
  out.after = all(field.after);
  return out;
}

bool tells(const merge::Change& change) { return change.kind != formats::kDeviceRecord; }

}  // namespace stoepkrijt::app
