// What a field holds: any JSON value without fractions, as its canonical text (base/json_writer.hpp). Equal values are
// equal texts, so that merging never looks inside them.
//
// Guarantees: for every text t that make_value accepts, make_value(*make_value(t)) == *make_value(t).
//
// Example: *make_value("{\"b\": 1, \"a\": \"\\u00e9\"}") == "{\"a\":\"é\",\"b\":1}"; text_value("A+") == "\"A+\""
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace stoepkrijt::merge {

inline constexpr std::uint32_t kMaxValueDepth = 32;
inline constexpr std::string_view kNoValue = "null";  ///< in a register: there is none (any more)

/// The canonical text of a JSON value. Errors, with line and column: those of json::parse, kDuplicateKey, kWrongType
/// (a number with a point or exponent), kOverflow (beyond 64 bits).
[[nodiscard]] Result<std::string> make_value(std::string_view json);
[[nodiscard]] std::string text_value(std::string_view text);
[[nodiscard]] std::string integer_value(std::int64_t number);
[[nodiscard]] std::string boolean_value(bool yes);

/// The content of a canonical text; nothing when it is another type.
[[nodiscard]] std::optional<std::string> as_text(std::string_view value);
[[nodiscard]] std::optional<std::int64_t> as_integer(std::string_view value);
[[nodiscard]] std::optional<bool> as_boolean(std::string_view value);

/// Builds the canonical text of one value from the events of a reader (json::SaxHandler), at the end of `out`, so that
/// a file is read without a tree. A member answers false at a fault; fault() then says which.
class ValueBuilder {
 public:
  explicit ValueBuilder(std::string& out) : out_(out) {}

  bool null_value();
  bool boolean(bool value);
  bool number(std::string_view text);
  bool string(std::string_view text);
  bool key(std::string_view text);
  bool start_object() { return open(true); }
  bool start_array() { return open(false); }
  bool end_object();
  bool end_array();

  /// Is a value under way? (After a whole value: no.)
  [[nodiscard]] bool inside() const { return !levels_.empty(); }
  [[nodiscard]] Error fault() const { return fault_; }
  void clear();

 private:
  struct Member {
    std::size_t key_at = 0;  ///< in keys_, unescaped: canonical order is that of the bytes meant
    std::size_t key_size = 0;
    std::size_t at = 0;  ///< in out_, from the quote of the key to the end of the value
    std::size_t end = 0;
  };
  struct Level {
    bool object = false;
    bool sorted = true;
    std::size_t first_member = 0;
    std::size_t start = 0;      ///< in out_
    std::size_t first_key = 0;  ///< in keys_
    std::uint32_t count = 0;
  };
  bool open(bool object);
  void before_value();
  void after_value();
  bool fail_with(ErrorCode code, std::string_view key);
  [[nodiscard]] std::string_view key_of(const Member& m) const {
    return std::string_view(keys_).substr(m.key_at, m.key_size);
  }

  std::string& out_;
  std::string keys_;
  std::vector<Member> members_;
  std::vector<Level> levels_;
  Error fault_;
};

}  // namespace stoepkrijt::merge
