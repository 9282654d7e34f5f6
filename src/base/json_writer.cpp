#include "base/json_writer.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/check.hpp"
#include "base/short_text.hpp"
#include "base/utf8.hpp"

namespace stoepkrijt::json {

namespace {

/// What stands for a byte that has to be escaped: at most six letters, in `out`.
std::string_view escape(unsigned char byte, char (&out)[6]) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  static constexpr std::string_view kBytes = "\"\\\b\f\n\r\t";
  static constexpr std::string_view kLetters = "\"\\bfnrt";
  const std::size_t known = kBytes.find(static_cast<char>(byte));
  out[0] = '\\';
  if (known != std::string_view::npos) {
    out[1] = kLetters[known];
    return {out, 2};
  }
  out[1] = 'u';
  out[2] = out[3] = '0';
  out[4] = kHex[byte >> 4U];
  out[5] = kHex[byte & 0xFU];
  return {out, 6};
}

/// The pieces of a JSON string, without its quotes.
template <class Put>
void each_piece(std::string_view text, Put put) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = end_of_plain<true>(text, i);
    if (end > i) put(text.substr(i, end - i));
    i = end;
    if (i == text.size()) return;
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      char escaped[6];
      put(escape(byte, escaped));
      ++i;
      continue;
    }
    while (end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80) ++end;
    if (is_utf8(text.substr(i, end - i))) {
      put(text.substr(i, end - i));
      i = end;
      continue;
    }
    std::string letters;
    while (i < end) append_utf8(letters, next_code_point(text, i));
    put(letters);
  }
}

}  // namespace

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  each_piece(text, [&out](std::string_view piece) { out.append(piece.data(), piece.size()); });
  out += '"';
}

void Writer::end_piece() {
  if (!pieces_.empty()) pieces_.back().size = static_cast<std::size_t>(at_ - pieces_.back().bytes.get());
}

void Writer::new_piece(std::size_t bytes) {
  constexpr std::size_t kFirst = 128;
  constexpr std::size_t kMost = std::size_t{1} << 20U;
  end_piece();
  piece_size_ = std::max(bytes, std::clamp(piece_size_ * 2, kFirst, kMost));
  pieces_.push_back({std::unique_ptr<char[]>(new char[piece_size_]), 0});  // NOLINT(modernize-avoid-c-arrays)
  at_ = pieces_.back().bytes.get();
  end_ = at_ + piece_size_;
}

void Writer::put(std::string_view text) {
  reserve(text.size());
  copy_bytes(at_, text.data(), text.size());
  at_ += text.size();
}

void Writer::put_quoted(std::string_view text) {
  reserve(text.size() + 2);
  put('"');
  each_piece(text, [this](std::string_view piece) { put(piece); });
  put('"');
}

void Writer::indent() {
  put('\n');
  for (std::size_t i = 0; i < levels_.size(); ++i) put("  ");
}

void Writer::before_member() {
  if (levels_.empty()) {
    SK_CHECK(!done_);
    done_ = true;
    return;
  }
  Level& level = levels_.back();
  SK_CHECK(level.has_key);
  level.has_key = false;
}

void Writer::open(char bracket, bool object) {
  before_value();
  put(bracket);
  Level level;
  level.object = object;
  level.key_at = levels_.empty() ? 0 : levels_.back().key_at + levels_.back().key_size;
  levels_.push_back(level);
}

void Writer::close(char bracket, bool object) {
  SK_CHECK(!levels_.empty() && levels_.back().object == object && !levels_.back().has_key);
  const bool was_empty = levels_.back().first;
  levels_.pop_back();
  if (!was_empty) new_line();
  put(bracket);
}

void Writer::begin_object() { open('{', true); }
void Writer::end_object() { close('}', true); }
void Writer::begin_array() { open('[', false); }
void Writer::end_array() { close(']', false); }

void Writer::begin_key(std::string_view name) {
  SK_CHECK(!levels_.empty() && levels_.back().object && !levels_.back().has_key);
  Level& level = levels_.back();
  SK_CHECK(level.first || text_before({keys_.data() + level.key_at, level.key_size}, name));
  if (!level.first) put(',');
  level.first = false;
  level.has_key = true;
  level.key_size = name.size();
  if (keys_.size() < level.key_at + name.size()) keys_.resize(level.key_at + name.size());
  copy_bytes(keys_.data() + level.key_at, name.data(), name.size());
  new_line();
}

void Writer::key(std::string_view name) {
  begin_key(name);
  put_quoted(name);
  put(':');
  if (style_ == Style::kPretty) put(' ');
}

void Writer::key(std::string_view name, std::string_view quoted) {
  begin_key(name);
  put(quoted);
  if (style_ == Style::kPretty) put(' ');
}

void Writer::string(std::string_view text) {
  before_value();
  put_quoted(text);
}

void Writer::integer(std::int64_t value) {
  constexpr std::size_t kMostDigits = 20;
  before_value();
  reserve(kMostDigits);
  at_ = std::to_chars(at_, end_, value).ptr;
}

void Writer::boolean(bool value) {
  before_value();
  put(value ? std::string_view("true") : std::string_view("false"));
}

void Writer::null() {
  before_value();
  put("null");
}

void Writer::raw(std::string_view canonical) {
  before_value();
  put(canonical);
}

std::string Writer::take() {
  SK_CHECK(done_ && levels_.empty());
  done_ = false;
  end_piece();
  std::size_t size = 0;
  for (const Piece& piece : pieces_) size += piece.size;
  std::string out;
  out.reserve(size);
  for (Piece& piece : pieces_) {
    out.append(piece.bytes.get(), piece.size);
    piece.bytes.reset();
  }
  pieces_.clear();
  piece_size_ = 0;
  at_ = end_ = nullptr;
  return out;
}

}  // namespace stoepkrijt::json
