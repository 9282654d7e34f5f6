// Canonical values in words, by what their field means.
#include <array>
#include <optional>

#include "app/json_fields.hpp"
#include "app/record_words.hpp"
#include "app/views/result_view.hpp"
#include "app/views/round_words.hpp"
#include "app/views/schouw_words.hpp"
#include "base/json.hpp"
#include "formats/records/records.hpp"
#include "merge/value.hpp"
#include "model/names.hpp"
#include "schouw/categories.hpp"

namespace stoepkrijt::app {

namespace {

/// How the value of a field is said.
enum class As : std::uint8_t {
  kText,
  kMoney,
  kDay,
  kMoment,
  kDistance,
  kPlace,
  kCount,   ///< a list of which only the length says something
  kRecord,  ///< the id of another record
  kEnum,    ///< a word of an enumeration: value.<field>.<word>
  kTheme,
  kLevel,
  kSignalKind,
  kSubtheme,
  kRule,
  kSupport,
  kPhoto,
  kStatus,
  kAction,
};

struct FieldAs {
  std::string_view kind;  ///< empty: of any kind
  std::string_view field;
  As as;
  std::string_view of = {};  ///< kRecord: kind of the other record
};
constexpr std::array kFields = {
    FieldAs{"signal", "kind", As::kSignalKind},
    FieldAs{"signal", "level", As::kLevel},
    FieldAs{"signal", "subtheme", As::kSubtheme},
    FieldAs{"signal", "support", As::kSupport},
    FieldAs{"signal", "photos", As::kPhoto},
    FieldAs{"signal", "apart", As::kRecord, formats::kSignalRecord},
    FieldAs{"signal", "comes_from", As::kRecord, formats::kSignalRecord},
    FieldAs{"signal", "time_ms", As::kMoment},
    FieldAs{"signal", "accuracy_mm", As::kDistance},
    FieldAs{"signal", "walk_id", As::kRecord, formats::kWalkRecord},
    FieldAs{"signal", "placed_by", As::kEnum},
    FieldAs{"issue", "history", As::kStatus},
    FieldAs{"issue", "signals", As::kRecord, formats::kSignalRecord},
    FieldAs{"issue", "action", As::kAction},
    FieldAs{"round", "budget", As::kMoney},
    FieldAs{"round", "opens", As::kDay},
    FieldAs{"round", "closes", As::kDay},
    FieldAs{"round", "result_on", As::kDay},
    FieldAs{"round", "rule", As::kRule},
    FieldAs{"round", "ladder", As::kEnum},
    FieldAs{"round", "phase", As::kEnum},
    FieldAs{"round", "limits", As::kCount},
    FieldAs{"round", "plan_order", As::kCount},
    FieldAs{"plan", "cost", As::kMoney},
    FieldAs{"plan", "least_cost", As::kMoney},
    FieldAs{"plan", "third_party", As::kMoney},
    FieldAs{"plan", "checks", As::kCount},
    FieldAs{"plan", "comes_from", As::kCount},
    FieldAs{"dossier", "delete_by", As::kDay},
    FieldAs{"plan", "round", As::kRecord, formats::kRoundRecord},
    FieldAs{"walk", "date", As::kDay},
    FieldAs{"walk", "route", As::kCount},
    FieldAs{"walk", "track", As::kCount},
    FieldAs{"walk", "stops", As::kCount},
    FieldAs{"walk", "tree", As::kCount},
    FieldAs{"walk", "walkers", As::kCount},
    FieldAs{"walk", "same_route_as", As::kRecord, formats::kWalkRecord},
    FieldAs{"track", "segments", As::kCount},
    FieldAs{"track", "walk_id", As::kRecord, formats::kWalkRecord},
    FieldAs{"buurt", "rings", As::kCount},
    FieldAs{"", "theme", As::kTheme},
    FieldAs{"", "place", As::kPlace},
    FieldAs{"", "buurt", As::kRecord, formats::kBuurtRecord},
};

FieldAs field_as(std::string_view kind, std::string_view field) {
  for (const FieldAs& one : kFields) {
    if (one.field == field && (one.kind.empty() || one.kind == kind)) return one;
  }
  return {kind, field, As::kText};
}

/// A coordinate in 10⁻⁷ degree with four decimals (ten metres): what people can compare.
std::string degrees(const Lang& lang, std::int64_t e7) {
  const std::int64_t rounded = (e7 < 0 ? -e7 : e7) / 1000;
  std::string part = std::to_string(rounded % 10'000);
  part.insert(0, 4 - part.size(), '0');
  return (e7 < 0 ? "−" : "") + std::to_string(rounded / 10'000) + (lang.code() == LangCode::kNl ? "," : ".") + part;
}

std::string nothing(const Lang& lang) { return lang.tr("value.nothing"); }

/// Text, numbers, yes or no, words in two languages, lists of these; else the JSON itself.
std::string plain_value(const RecordWords& w, const json::Cursor& value, std::string_view canonical) {
  const Lang& lang = w.lang;
  switch (value.type()) {
    case json::Type::kNull:
      return nothing(lang);
    case json::Type::kBoolean:
      return lang.tr(*value.boolean() ? "value.yes" : "value.no");
    case json::Type::kNumber: {
      const auto number = value.integer();
      return number ? lang.number(*number) : std::string(canonical);
    }
    case json::Type::kString:
      return value.string()->empty() ? nothing(lang) : "“" + cut(*value.string(), w.most) + "”";
    case json::Type::kArray: {
      if (value.size() == 0) return nothing(lang);
      std::string all;
      for (const json::Cursor item : value) {
        if (!item.is(json::Type::kString) || value.size() > 4) {
          return lang.count("value.items", static_cast<std::int64_t>(value.size()));
        }
        all += (all.empty() ? "" : ", ") + std::string(*item.string());
      }
      return cut(all, w.most);
    }
    case json::Type::kObject: {
      const std::string words = lang.of({text_or_empty(value, "nl"), text_or_empty(value, "en")});
      return words.empty() ? cut(canonical) : "“" + cut(words, w.most) + "”";
    }
  }
  return cut(canonical);
}

std::string status_value(const Lang& lang, const json::Cursor& value) {
  const auto status = model::from_name<model::IssueStatus>(text_or_empty(value, "status"));
  std::string words = status ? status_words(lang, *status) : text_or_empty(value, "status");
  if (const std::string reason = text_or_empty(value, "reason"); !reason.empty()) words += ": " + cut(reason);
  return words;
}

std::string action_value(const Lang& lang, const json::Cursor& value) {
  std::string words = text_or_empty(value, "direction");
  const std::string party = text_or_empty(value, "party"), promised = text_or_empty(value, "promised");
  if (!party.empty()) words += (words.empty() ? "" : ", ") + party;
  if (!promised.empty()) words += (words.empty() ? "" : ", ") + lang.day_and_year(promised);
  return words.empty() ? nothing(lang) : cut(words);
}

std::string support_value(const Lang& lang, const json::Cursor& value) {
  const auto sees = value.find("sees");
  const bool on = sees && sees->is(json::Type::kBoolean) && *sees->boolean();
  return lang.tr(on ? "value.support.on" : "value.support.off");
}

std::string word_value(const RecordWords& w, const FieldAs& field, std::string_view kind, std::string_view word) {
  const Lang& lang = w.lang;
  switch (field.as) {
    case As::kDay:
      return lang.day_and_year(word);
    case As::kRecord:
      return merge::find(w.document, field.of, word) == nullptr ? std::string(word) : record_name(w, field.of, word);
    case As::kEnum: {
      const std::string key = "value." + std::string(field.field) + "." + std::string(word);  // lang-prefix: value.
      return lang.has(key) ? lang.tr(key) : std::string(word);
    }
    case As::kTheme:
      if (kind == formats::kSignalRecord) {
        const auto theme = model::from_name<model::SchouwTheme>(word);
        return theme ? theme_words(lang, *theme) : std::string(word);
      } else {
        const auto theme = model::from_name<model::Theme>(word);
        return theme ? theme_name(*theme, lang) : std::string(word);
      }
    case As::kLevel:
      return word == "unset" ? nothing(lang) : std::string(word);
    case As::kSignalKind: {
      const auto signal = model::from_name<model::SignalKind>(word);
      return signal ? kind_words(lang, *signal) : std::string(word);
    }
    case As::kSubtheme:
      return schouw::find_subtheme(word) == nullptr
                 ? std::string(word)
                 : lang.tr("schouw.sub." + std::string(word));  // lang-prefix: schouw.sub.
    case As::kRule:
      return rule_name(word, lang);
    case As::kPhoto:
      return lang.tr("value.photo");
    default:
      return "“" + cut(word, w.most) + "”";
  }
}

std::optional<std::string> number_value(const RecordWords& w, As as, std::int64_t number) {
  switch (as) {
    case As::kMoney:
      return w.lang.money(Money{number});
    case As::kMoment:
      return w.lang.moment(number, w.offset_minutes);
    case As::kDistance:
      return w.lang.distance(static_cast<double>(number) / 1000.0);
    default:
      return std::nullopt;
  }
}

std::optional<std::string> place_value(const Lang& lang, const json::Cursor& value) {
  std::array<std::int64_t, 2> at{};
  std::size_t i = 0;
  if (value.size() != at.size()) return std::nullopt;
  for (const json::Cursor part : value) {
    const auto number = part.integer();
    if (!number) return std::nullopt;
    at[i++] = *number;
  }
  return lang.tr("value.place", {{"north", degrees(lang, at[1])}, {"east", degrees(lang, at[0])}});
}

}  // namespace

std::string value_words(const RecordWords& w, std::string_view kind, std::string_view field, std::string_view value) {
  if (value.empty()) return nothing(w.lang);
  const auto document = json::Document::parse(value);
  if (!document) return cut(value);
  const json::Cursor root = document->root();
  const FieldAs as = field_as(kind, field);
  if (root.is(json::Type::kString) && as.as != As::kText && !root.string()->empty()) {
    return word_value(w, as, kind, *root.string());
  }
  if (root.is(json::Type::kNumber)) {
    const auto number = root.integer();
    if (const auto words = number ? number_value(w, as.as, *number) : std::nullopt) return *words;
  }
  if (root.is(json::Type::kArray) && as.as == As::kPlace) {
    if (const auto words = place_value(w.lang, root)) return *words;
  }
  if (root.is(json::Type::kArray) && as.as == As::kCount && root.size() > 0) {
    return w.lang.count("value.items", static_cast<std::int64_t>(root.size()));
  }
  if (root.is(json::Type::kObject)) {
    if (as.as == As::kStatus) return status_value(w.lang, root);
    if (as.as == As::kAction) return action_value(w.lang, root);
    if (as.as == As::kSupport) return support_value(w.lang, root);
  }
  return plain_value(w, root, value);
}

}  // namespace stoepkrijt::app
