#include "cli/words.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "base/json.hpp"

namespace stoepkrijt::cli {

namespace {

/// The sentence of a key, in a flat file ("error.not_json": …) or a nested one ("error": {"not_json": …}).
std::optional<std::string> sentence_of(std::string_view key, std::string_view language) {
  if (language.empty()) return std::nullopt;
  const Result<json::Document> document = json::Document::parse(language);
  if (!document) return std::nullopt;
  std::optional<json::Cursor> found = document->root().find(key);
  const std::size_t dot = key.find('.');
  if (!found && dot != std::string_view::npos) {
    if (const auto group = document->root().find(key.substr(0, dot))) found = group->find(key.substr(dot + 1));
  }
  if (!found) return std::nullopt;
  const Result<std::string_view> text = found->string();
  if (!text) return std::nullopt;
  return std::string(*text);
}

}  // namespace

std::string words_for(const Error& error, std::string_view language) {
  std::string out;
  if (!error.where.file.empty()) out += error.where.file + ":";
  if (error.where.line > 0) {
    out += std::to_string(error.where.line) + ":" + std::to_string(error.where.column) + ":";
  }
  if (!out.empty()) out += " ";
  std::string sentence = sentence_of(error.key, language).value_or(error.key);
  std::string rest;
  std::vector<std::pair<std::string, std::string>> args = error.args;
  // Where sentences name the place themselves; it is not repeated behind them.
  for (const auto& [name, value] : {std::pair<std::string, std::string>{"line", std::to_string(error.where.line)},
                                    {"column", std::to_string(error.where.column)},
                                    {"path", error.where.path}}) {
    if (sentence.find("{" + name + "}") != std::string::npos) args.emplace_back(name, value);
  }
  for (const auto& [name, value] : args) {
    const std::string place = "{" + name + "}";
    const std::size_t at = sentence.find(place);
    if (at != std::string::npos) {
      sentence.replace(at, place.size(), value);
    } else if (!value.empty()) {
      rest.append(rest.empty() ? "" : ", ").append(name).append(": ").append(value);
    }
  }
  out += sentence;
  if (!rest.empty()) out += " (" + rest + ")";
  return out;
}

}  // namespace stoepkrijt::cli
