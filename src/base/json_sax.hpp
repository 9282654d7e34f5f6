// Reading JSON (RFC 8259) as a stream of events: for files too large to hold as a tree. The parser is RapidJSON's,
// iterative, so that depth costs no stack; this header keeps it out of everybody else's sight.
//
// What is refused beyond bad syntax: ill-formed UTF-8 and lone surrogate escapes, depth and size above the limits, NaN
// and Infinity, anything after the value. A byte order mark at the start is skipped. Numbers arrive as the text they
// were written in, so that nothing is rounded on the way.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/result.hpp"

namespace stoepkrijt::json {

inline constexpr std::size_t kMiB = std::size_t{1024} * 1024;

struct Limits {
  std::size_t max_bytes = 64 * kMiB;   ///< of the text; never above 4 GiB
  std::uint32_t max_depth = 64;        ///< arrays and objects within each other
  std::size_t max_nodes = 16'000'000;  ///< values in the whole document; only the tree (json::Document) counts them
};

/// Receives the events. A member returns false to stop; parse() then returns what error() gives.
/// `end` is the offset just after the token, except for start_object and start_array: there it is the bracket itself.
class SaxHandler {
 public:
  SaxHandler() = default;
  SaxHandler(const SaxHandler&) = delete;
  SaxHandler& operator=(const SaxHandler&) = delete;
  virtual ~SaxHandler() = default;

  virtual bool null_value(std::size_t end) = 0;
  virtual bool boolean(bool value, std::size_t end) = 0;
  virtual bool number(std::string_view text, std::size_t end) = 0;  ///< a view into the parsed text
  virtual bool string(std::string_view text, std::size_t end) = 0;  ///< unescaped; valid during the call only
  virtual bool key(std::string_view text, std::size_t end) = 0;     ///< as string()
  virtual bool start_object(std::size_t offset) = 0;
  virtual bool end_object(std::size_t end) = 0;
  virtual bool start_array(std::size_t offset) = 0;
  virtual bool end_array(std::size_t end) = 0;
  /// Why a member returned false; asked once.
  virtual Error error() = 0;
};

/// Errors, each with line and column: kTooLarge, kNotUtf8, kNotJson, kNotANumber (NaN, Infinity), kOverflow (a number
/// with an absurd exponent), kTooDeep, and the handler's own.
[[nodiscard]] Result<void> parse(std::string_view text, SaxHandler& handler, const Limits& limits = {});

/// Line and column (in code points, from 1) of a byte; lines end at "\n", "\r\n" or "\r".
[[nodiscard]] Where where_is(std::string_view text, std::size_t offset);

/// Offset of the opening quote of the string token that ends at `end`.
[[nodiscard]] std::size_t string_start(std::string_view text, std::size_t end);

}  // namespace stoepkrijt::json
