#include "base/json_sax.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>

// RapidJSON 1.1.0 adds to a null pointer when its stack is still empty (internal/stack.h, Push): undefined by the
// letter, harmless on every compiler we use. Only that check is silenced, and only there.
#if defined(__clang__)
#pragma clang attribute push(__attribute__((no_sanitize("pointer-overflow"))), apply_to = function)
#endif
#include <rapidjson/error/error.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#if defined(__clang__)
#pragma clang attribute pop
#endif

#include "base/utf8.hpp"

namespace stoepkrijt::json {
namespace {

constexpr bool is_number_char(char c) {
  return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

/// Stands between RapidJSON's static interface and SaxHandler, and counts depth.
class Adapter {
 public:
  Adapter(std::string_view text, const rapidjson::MemoryStream& stream, SaxHandler& handler, const Limits& limits)
      : text_(text), stream_(stream), handler_(handler), limits_(limits), escapes_(text.find("\\u") != text.npos) {}

  bool Null() { return handler_.null_value(end()); }
  bool Bool(bool value) { return handler_.boolean(value, end()); }
  bool RawNumber(const char*, rapidjson::SizeType, bool) {
    // The token is taken from the text itself: RapidJSON 1.1.0 hands over a copy of it.
    const std::size_t stop = end();
    std::size_t start = stop;
    while (start > 0 && is_number_char(text_[start - 1])) --start;
    return handler_.number(text_.substr(start, stop - start), stop);
  }
  bool String(const char* s, rapidjson::SizeType length, bool) {
    return well_formed({s, length}) && handler_.string({s, length}, end());
  }
  bool Key(const char* s, rapidjson::SizeType length, bool) {
    return well_formed({s, length}) && handler_.key({s, length}, end());
  }
  bool StartObject() { return deeper() && handler_.start_object(end()); }
  bool StartArray() { return deeper() && handler_.start_array(end()); }
  bool EndObject(rapidjson::SizeType) { return shallower() && handler_.end_object(end()); }
  bool EndArray(rapidjson::SizeType) { return shallower() && handler_.end_array(end()); }
  // Never called with kParseNumbersAsStringsFlag, but RapidJSON wants them to exist.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }

  [[nodiscard]] Error stop_reason() {
    if (own_error_.code != ErrorCode::kUnknown) return std::move(own_error_);
    return handler_.error();
  }

 private:
  [[nodiscard]] std::size_t end() const { return stream_.Tell(); }

  bool deeper() {
    if (depth_ < limits_.max_depth) {
      ++depth_;
      return true;
    }
    own_error_ = Error(ErrorCode::kTooDeep, "error.too_deep")
                     .with("limit", std::to_string(limits_.max_depth))
                     .at(where_is(text_, end()));
    return false;
  }
  bool shallower() {
    --depth_;
    return true;
  }
  /// The text was checked already; only an escape (\udc00) can still make ill-formed UTF-8.
  bool well_formed(std::string_view s) {
    if (!escapes_ || s.find('\xED') == std::string_view::npos || is_utf8(s)) return true;
    own_error_ = Error(ErrorCode::kNotUtf8, "error.not_utf8").at(where_is(text_, string_start(text_, end())));
    return false;
  }

  std::string_view text_;
  const rapidjson::MemoryStream& stream_;
  SaxHandler& handler_;
  const Limits& limits_;
  bool escapes_;  // is there any \u in the text?
  std::uint32_t depth_ = 0;
  Error own_error_;
};

bool not_finite_at(std::string_view text, std::size_t offset) {
  std::string_view rest = text.substr(std::min(offset, text.size()));
  if (rest.starts_with('-')) rest.remove_prefix(1);
  return rest.starts_with("NaN") || rest.starts_with("nan") || rest.starts_with("Inf") || rest.starts_with("inf");
}

Error syntax_error(std::string_view text, rapidjson::ParseErrorCode code, std::size_t offset) {
  const Where where = where_is(text, offset);
  switch (code) {
    case rapidjson::kParseErrorNumberTooBig:
      return Error(ErrorCode::kOverflow, "error.number_too_big").at(where);
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
    case rapidjson::kParseErrorStringInvalidEncoding:
      return Error(ErrorCode::kNotUtf8, "error.not_utf8").at(where);
    case rapidjson::kParseErrorDocumentEmpty:
      return Error(ErrorCode::kNotJson, "error.empty_file").at(where);
    default:
      break;
  }
  // After an "n" RapidJSON expects "null" and points behind it.
  if (not_finite_at(text, offset) || (offset > 0 && not_finite_at(text, offset - 1))) {
    return Error(ErrorCode::kNotANumber, "error.not_finite").at(where);
  }
  if (offset >= text.size()) return Error(ErrorCode::kNotJson, "error.cut_off").at(where);
  return Error(ErrorCode::kNotJson, "error.not_json").at(where);
}

/// Everything that is about the bytes and not yet about JSON.
Result<void> check_bytes(std::string_view text, const Limits& limits) {
  constexpr std::size_t kOffsetMax = std::numeric_limits<std::uint32_t>::max() - 1;
  const std::size_t max_bytes = std::min(limits.max_bytes, kOffsetMax);
  if (text.size() > max_bytes) {
    return fail(Error(ErrorCode::kTooLarge, "error.too_large").with("limit_mib", std::to_string(max_bytes / kMiB)));
  }
  const std::optional<std::size_t> fault = first_invalid_utf8(text);
  if (fault) return fail(Error(ErrorCode::kNotUtf8, "error.not_utf8").at(where_is(text, *fault)));
  // To RapidJSON a NUL is the end of the text; to RFC 8259 it is an error wherever it stands.
  const std::size_t nul = text.find('\0');
  if (nul != std::string_view::npos) {
    return fail(Error(ErrorCode::kNotJson, "error.not_json").at(where_is(text, nul)));
  }
  return {};
}

}  // namespace

Result<void> parse(std::string_view text, SaxHandler& handler, const Limits& limits) {
  SK_TRY_VOID(check_bytes(text, limits));
  rapidjson::MemoryStream stream(text.data(), text.size());
  if (text.starts_with("\xEF\xBB\xBF")) {
    for (int i = 0; i < 3; ++i) stream.Take();
  }
  Adapter adapter(text, stream, handler, limits);
  rapidjson::Reader reader;
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag;
  const rapidjson::ParseResult result = reader.Parse<kFlags>(stream, adapter);
  if (!result.IsError()) return {};
  if (result.Code() == rapidjson::kParseErrorTermination) return fail(adapter.stop_reason());
  return fail(syntax_error(text, result.Code(), result.Offset()));
}

Where where_is(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  Where where;
  where.offset = offset;
  where.line = 1;
  std::size_t line_start = text.starts_with("\xEF\xBB\xBF") && offset >= 3 ? 3 : 0;
  for (std::size_t i = line_start; i < offset; ++i) {
    const bool ends = text[i] == '\n' || (text[i] == '\r' && (i + 1 >= text.size() || text[i + 1] != '\n'));
    if (!ends) continue;
    ++where.line;
    line_start = i + 1;
  }
  where.column = static_cast<std::uint32_t>(count_code_points(text.substr(line_start, offset - line_start)) + 1);
  return where;
}

std::size_t string_start(std::string_view text, std::size_t end) {
  if (end < 2) return 0;
  std::size_t i = end - 1;  // the closing quote
  while (i > 0) {
    --i;
    if (text[i] != '"') continue;
    std::size_t backslashes = 0;
    while (backslashes < i && text[i - 1 - backslashes] == '\\') ++backslashes;
    if (backslashes % 2 == 0) return i;
  }
  return 0;
}

}  // namespace stoepkrijt::json
