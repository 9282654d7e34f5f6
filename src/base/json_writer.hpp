// Writing JSON in one canonical form, so that equal values are equal bytes on every device (design: merge).
// Canonical: UTF-8, no white space, keys sorted by bytes, shortest escapes (\" \\ \b \f \n \r \t, else \u00xx for
// control characters only), integers only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stoepkrijt::json {

enum class Style : std::uint8_t {
  kCanonical,
  kPretty,  ///< for reading by people: two spaces per level, a line per value
};

/// Appends the text as a JSON string in canonical form, quotes included; a bad byte of UTF-8 becomes U+FFFD.
void append_quoted(std::string& out, std::string_view text);

/// Appends values to a text. Misuse (a key out of order or twice, a value without a key in an object, closing what is
/// not open) is a fault of the program and trips SK_CHECK. Text that is not UTF-8 is written with U+FFFD for each bad
/// byte, so that the output is always JSON.
class Writer {
 public:
  explicit Writer(Style style = Style::kCanonical) : style_(style) {}

  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  void key(std::string_view name);
  void string(std::string_view text);
  void integer(std::int64_t value);
  void boolean(bool value);
  void null();
  /// A value that is canonical JSON already; it is not looked at, and in kPretty it stays on its line.
  void raw(std::string_view canonical);

  /// The text; everything must be closed.
  [[nodiscard]] std::string take();

 private:
  struct Level {
    bool object = false;
    bool first = true;
    bool has_key = false;
    std::string last_key;
  };
  void before_value();
  void new_line();
  void open(char bracket, bool object);
  void close(char bracket, bool object);

  Style style_;
  bool done_ = false;
  std::vector<Level> levels_;
  std::string out_;
};

}  // namespace stoepkrijt::json
