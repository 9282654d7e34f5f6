// Reads canonical JSON (base/json_writer.hpp) where it stands, for the fast reader of formats/merged only: no copy, no
// events. Takes nothing that is not canonical, so what it takes can be kept as it is; whoever gets false leaves the
// text to the reader of any JSON, which says what is wrong, if anything is. UTF-8 is the caller's to check.
//
// Example: Scanner in("{\"a\":1}"); in.take('{') && in.take("\"a\":") && in.value() && in.take('}') && in.done()
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/short_text.hpp"
#include "merge/document.hpp"
#include "merge/value.hpp"

namespace stoepkrijt::formats {

class Scanner {
 public:
  explicit Scanner(std::string_view text) : begin_(text.data()), at_(begin_), end_(begin_ + text.size()) {}

  [[nodiscard]] std::string_view text() const { return {begin_, static_cast<std::size_t>(end_ - begin_)}; }
  [[nodiscard]] std::size_t offset() const { return static_cast<std::size_t>(at_ - begin_); }
  [[nodiscard]] bool done() const { return at_ == end_; }
  [[nodiscard]] bool next_is(char c) const { return at_ != end_ && *at_ == c; }
  [[nodiscard]] std::string_view since(std::size_t offset) const { return {begin_ + offset, this->offset() - offset}; }

  bool take(char c) {
    if (!next_is(c)) return false;
    ++at_;
    return true;
  }
  bool take(std::string_view text) {
    if (static_cast<std::size_t>(end_ - at_) < text.size() || !same_bytes(at_, text.data(), text.size())) return false;
    at_ += text.size();
    return true;
  }

  /// Both, the one directly after the other.
  bool take(std::string_view first, std::string_view second) {
    const std::size_t size = first.size() + second.size();
    if (static_cast<std::size_t>(end_ - at_) < size || !same_bytes(at_, first.data(), first.size()) ||
        !same_bytes(at_ + first.size(), second.data(), second.size())) {
      return false;
    }
    at_ += size;
    return true;
  }

  /// A number from 0 to max, of 18 digits at most.
  bool whole(std::int64_t max, std::int64_t& out) {
    const char* const start = at_;
    const char* const stop = end_ - at_ < 18 ? end_ : at_ + 18;
    std::int64_t value = 0;
    const char* p = at_;
    for (; p != stop; ++p) {
      const unsigned digit = static_cast<unsigned char>(*p) - unsigned{'0'};
      if (digit > 9) break;
      value = value * 10 + digit;
    }
    at_ = p;
    out = value;
    const std::ptrdiff_t digits = p - start;
    return (digits == 1 || (digits > 1 && *start != '0')) && value <= max;
  }

  /// A text without escapes, with its quotes; `out` is what stands between them.
  bool plain_text(std::string_view& out) {
    if (!take('"')) return false;
    const char* const start = at_;
    skip_letters();
    out = {start, static_cast<std::size_t>(at_ - start)};
    return take('"');
  }

  /// The text of an id: the only escape that can stand in it is that of a backslash.
  bool id(std::string& out) {
    const std::size_t from = offset();
    if (!next_is('"') || !value()) return false;
    const std::string_view text = since(from).substr(1, offset() - from - 2);
    const bool plain = end_of_plain<false>(text, 0) == text.size();
    out.assign(text.data(), plain ? text.size() : 0);
    for (std::size_t i = 0; i < text.size() && !plain; ++i) {
      if (text[i] == '\\' && text[++i] != '\\') return false;
      out += text[i];
    }
    return true;
  }

  /// Any value within the limits of merge/value.hpp.
  bool value() { return value(0); }

 private:
  void skip_letters() { at_ += end_of_plain<false>({at_, static_cast<std::size_t>(end_ - at_)}, 0); }

  bool string() {
    ++at_;
    for (;;) {
      skip_letters();
      if (take('"')) return true;
      if (!take('\\') || !escape()) return false;
    }
  }

  /// What comes after a backslash: a short escape, or \u00 and two digits for a control character that has none.
  bool escape() {
    if (at_ == end_) return false;
    const char c = *at_++;
    if (c != 'u') return std::string_view("\"\\bfnrt").find(c) != std::string_view::npos;
    if (!take("00") || end_ - at_ < 2) return false;
    const char high = *at_++;
    const char low = *at_++;
    const bool digit = low >= '0' && low <= '9';
    if ((high != '0' && high != '1') || (!digit && (low < 'a' || low > 'f'))) return false;
    return high == '1' || std::string_view("89acd").find(low) == std::string_view::npos;
  }

  bool number() {
    const bool negative = take('-');
    std::int64_t size = 0;
    return whole(INT64_MAX, size) && !(negative && size == 0);
  }

  bool value(std::uint32_t depth) {
    if (at_ == end_) return false;
    switch (*at_) {
      case '"':
        return string();
      case '{':
        return depth < merge::kMaxValueDepth && object(depth);
      case '[':
        return depth < merge::kMaxValueDepth && array(depth);
      case 't':
        return take("true");
      case 'f':
        return take("false");
      case 'n':
        return take("null");
      default:
        return number();
    }
  }

  bool array(std::uint32_t depth) {
    ++at_;
    if (take(']')) return true;
    do {
      if (!value(depth + 1)) return false;
    } while (take(','));
    return take(']');
  }

  /// With an escape in a key the order of what is meant is another than that of the bytes: not for us.
  bool object(std::uint32_t depth) {
    ++at_;
    if (take('}')) return true;
    std::string_view last;
    bool first = true;
    do {
      std::string_view key;
      if (!plain_text(key) || (!first && key <= last) || !take(':') || !value(depth + 1)) return false;
      last = key;
      first = false;
    } while (take(','));
    return take('}');
  }

  const char* begin_;
  const char* at_;
  const char* end_;
};

/// The bracket and the four numbers of a stamp (docs/formats/merge.md); what comes after them is the caller's.
[[nodiscard]] inline bool take_stamp(Scanner& in, merge::Held& held) {
  std::int64_t actor = 0;
  std::int64_t seq = 0;
  std::int64_t count = 0;
  if (!in.take('[') || !in.whole(UINT32_MAX, actor)) return false;
  if (!in.take(',') || !in.whole(std::int64_t{merge::kMaxSeq}, seq) || seq < 1) return false;
  if (!in.take(',') || !in.whole(merge::kMaxTimeMs, held.time_ms)) return false;
  if (!in.take(',') || !in.whole(std::int64_t{merge::kMaxCount}, count)) return false;
  held.actor = static_cast<std::uint32_t>(actor);
  held.seq = static_cast<merge::Seq>(seq);
  held.count = static_cast<std::uint32_t>(count);
  return true;
}

}  // namespace stoepkrijt::formats
