#include "base/json_writer.hpp"

#include "base/check.hpp"
#include "base/utf8.hpp"

namespace stoepkrijt::json {

namespace {

/// ASCII that stands in a JSON text as it is.
constexpr bool is_plain(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

}  // namespace

void append_quoted(std::string& out, std::string_view text) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  out += '"';
  for (std::size_t i = 0; i < text.size();) {
    // What needs no escape goes as a whole: in WebAssembly a call per letter costs more than all the rest.
    const std::size_t start = i;
    while (i < text.size() && is_plain(text[i])) ++i;
    if (i > start) out.append(text.data() + start, i - start);
    if (i == text.size()) break;
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x80) {
      append_utf8(out, next_code_point(text, i));
      continue;
    }
    ++i;
    switch (byte) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += "\\u00";
        out += kHex[byte >> 4U];
        out += kHex[byte & 0xFU];
    }
  }
  out += '"';
}

void Writer::new_line() {
  if (style_ == Style::kCanonical) return;
  out_ += '\n';
  out_.append(levels_.size() * 2, ' ');
}

void Writer::before_value() {
  if (levels_.empty()) {
    SK_CHECK(!done_);
    done_ = true;
    return;
  }
  Level& level = levels_.back();
  if (level.object) {
    SK_CHECK(level.has_key);
    level.has_key = false;
    return;
  }
  if (!level.first) out_ += ',';
  level.first = false;
  new_line();
}

void Writer::open(char bracket, bool object) {
  before_value();
  out_ += bracket;
  Level level;
  level.object = object;
  levels_.push_back(std::move(level));
}

void Writer::close(char bracket, bool object) {
  SK_CHECK(!levels_.empty() && levels_.back().object == object && !levels_.back().has_key);
  const bool was_empty = levels_.back().first;
  levels_.pop_back();
  if (!was_empty) new_line();
  out_ += bracket;
}

void Writer::begin_object() { open('{', true); }
void Writer::end_object() { close('}', true); }
void Writer::begin_array() { open('[', false); }
void Writer::end_array() { close(']', false); }

void Writer::key(std::string_view name) {
  SK_CHECK(!levels_.empty() && levels_.back().object && !levels_.back().has_key);
  Level& level = levels_.back();
  SK_CHECK(level.first || level.last_key < name);
  if (!level.first) out_ += ',';
  level.first = false;
  level.has_key = true;
  level.last_key = name;
  new_line();
  append_quoted(out_, name);
  out_ += style_ == Style::kPretty ? ": " : ":";
}

void Writer::string(std::string_view text) {
  before_value();
  append_quoted(out_, text);
}

void Writer::integer(std::int64_t value) {
  before_value();
  out_ += std::to_string(value);
}

void Writer::boolean(bool value) {
  before_value();
  out_ += value ? "true" : "false";
}

void Writer::null() {
  before_value();
  out_ += "null";
}

void Writer::raw(std::string_view canonical) {
  before_value();
  out_ += canonical;
}

std::string Writer::take() {
  SK_CHECK(done_ && levels_.empty());
  done_ = false;
  return std::move(out_);
}

}  // namespace stoepkrijt::json
