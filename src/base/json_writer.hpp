// Writing JSON in one canonical form, so that equal values are equal bytes on every device (design: merge).
// Canonical: UTF-8, no white space, keys sorted by bytes, shortest escapes (\" \\ \b \f \n \r \t, else \u00xx for
// control characters only), integers only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
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
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  void key(std::string_view name);
  /// A key that is written over and over: `quoted` is `name` as append_quoted() gives it, with the colon.
  void key(std::string_view name, std::string_view quoted);
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
    std::size_t key_at = 0;  ///< the last key, in keys_
    std::size_t key_size = 0;
  };
  void before_value() {
    if (levels_.empty() || levels_.back().object) return before_member();
    if (!levels_.back().first) put(',');
    levels_.back().first = false;
    new_line();
  }
  void before_member();
  void begin_key(std::string_view name);
  void new_line() {
    if (style_ == Style::kPretty) indent();
  }
  void indent();
  void open(char bracket, bool object);
  void close(char bracket, bool object);
  /// Room for so many bytes at `at_`.
  void reserve(std::size_t bytes) {
    if (static_cast<std::size_t>(end_ - at_) < bytes) new_piece(bytes);
  }
  void new_piece(std::size_t bytes);
  void end_piece();
  void put(char c) {
    reserve(1);
    *at_++ = c;
  }
  void put(std::string_view text);
  void put_quoted(std::string_view text);

  Style style_;
  bool done_ = false;
  std::vector<Level> levels_;
  std::vector<char> keys_;  // the last key of each level that is open
  // The text grows by pieces, and is written by a pointer: in WebAssembly a call of std::string per letter costs too
  // much.
  struct Piece {
    std::unique_ptr<char[]> bytes;  // NOLINT(modernize-avoid-c-arrays): not filled with zeros first
    std::size_t size = 0;
  };
  std::vector<Piece> pieces_;
  std::size_t piece_size_ = 0;  // of the last one
  char* at_ = nullptr;
  char* end_ = nullptr;
};

}  // namespace stoepkrijt::json
