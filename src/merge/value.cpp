#include "merge/value.hpp"

#include <algorithm>

#include "base/decimal.hpp"
#include "base/json.hpp"
#include "base/json_sax.hpp"
#include "base/json_writer.hpp"

namespace stoepkrijt::merge {
namespace {

class ValueReader final : public json::SaxHandler {
 public:
  ValueReader(std::string_view text, std::string& out) : text_(text), builder_(out) {}
  bool null_value(std::size_t end) override { return keep(builder_.null_value(), end); }
  bool boolean(bool value, std::size_t end) override { return keep(builder_.boolean(value), end); }
  bool number(std::string_view text, std::size_t end) override { return keep(builder_.number(text), end); }
  bool string(std::string_view text, std::size_t end) override { return keep(builder_.string(text), end); }
  bool key(std::string_view text, std::size_t end) override { return keep(builder_.key(text), end); }
  bool start_object(std::size_t offset) override { return keep(builder_.start_object(), offset); }
  bool end_object(std::size_t end) override { return keep(builder_.end_object(), end); }
  bool start_array(std::size_t offset) override { return keep(builder_.start_array(), offset); }
  bool end_array(std::size_t end) override { return keep(builder_.end_array(), end); }
  Error error() override { return builder_.fault().at(json::where_is(text_, offset_)); }

 private:
  bool keep(bool good, std::size_t offset) {
    offset_ = offset;
    return good;
  }
  std::string_view text_;
  ValueBuilder builder_;
  std::size_t offset_ = 0;
};

}  // namespace

bool ValueBuilder::fail_with(ErrorCode code, std::string_view key) {
  fault_ = Error(code, key);
  return false;
}

void ValueBuilder::clear() {
  levels_.clear();
  members_.clear();
  keys_.clear();
  fault_ = {};
}

void ValueBuilder::before_value() {
  if (levels_.empty() || levels_.back().object) return;
  if (levels_.back().count++ > 0) out_ += ',';
}

void ValueBuilder::after_value() {
  if (!levels_.empty() && levels_.back().object) members_.back().end = out_.size();
}

bool ValueBuilder::null_value() {
  before_value();
  out_ += "null";
  after_value();
  return true;
}

bool ValueBuilder::boolean(bool value) {
  before_value();
  out_ += value ? "true" : "false";
  after_value();
  return true;
}

bool ValueBuilder::number(std::string_view text) {
  constexpr std::size_t kSurelyFits = 18;
  if (text.find_first_of(".eE") != std::string_view::npos) return fail_with(ErrorCode::kWrongType, "error.not_whole");
  if (text.size() > kSurelyFits && !parse_decimal(text, 0, Excess::kRefuse)) {
    return fail_with(ErrorCode::kOverflow, "error.number_too_big");
  }
  before_value();
  out_ += text == "-0" ? "0" : text;
  after_value();
  return true;
}

bool ValueBuilder::string(std::string_view text) {
  before_value();
  json::append_quoted(out_, text);
  after_value();
  return true;
}

bool ValueBuilder::key(std::string_view text) {
  Level& level = levels_.back();
  if (level.count > 0) {
    level.sorted = level.sorted && key_of(members_.back()) < text;
    out_ += ',';
  }
  ++level.count;
  members_.push_back({keys_.size(), text.size(), out_.size(), 0});
  keys_ += text;
  json::append_quoted(out_, text);
  out_ += ':';
  return true;
}

bool ValueBuilder::open(bool object) {
  if (levels_.size() >= kMaxValueDepth) {
    fault_ = Error(ErrorCode::kTooDeep, "error.too_deep").with("limit", std::to_string(kMaxValueDepth));
    return false;
  }
  before_value();
  levels_.push_back({object, true, members_.size(), out_.size(), keys_.size(), 0});
  out_ += object ? '{' : '[';
  return true;
}

bool ValueBuilder::end_object() {
  const Level level = levels_.back();
  const auto first = members_.begin() + static_cast<std::ptrdiff_t>(level.first_member);
  if (!level.sorted) {
    std::sort(first, members_.end(), [this](const Member& a, const Member& b) { return key_of(a) < key_of(b); });
    const auto twin = std::adjacent_find(first, members_.end(),
                                         [this](const Member& a, const Member& b) { return key_of(a) == key_of(b); });
    if (twin != members_.end()) {
      fault_ = Error(ErrorCode::kDuplicateKey, "error.duplicate_key").with("key", key_of(*twin));
      return false;
    }
    std::string sorted = "{";
    for (auto m = first; m != members_.end(); ++m) {
      if (m != first) sorted += ',';
      sorted.append(out_, m->at, m->end - m->at);
    }
    out_.replace(level.start, std::string::npos, sorted);
  }
  out_ += '}';
  keys_.resize(level.first_key);
  members_.resize(level.first_member);
  levels_.pop_back();
  after_value();
  return true;
}

bool ValueBuilder::end_array() {
  out_ += ']';
  levels_.pop_back();
  after_value();
  return true;
}

Result<std::string> make_value(std::string_view json) {
  std::string out;
  ValueReader reader(json, out);
  SK_TRY_VOID(json::parse(json, reader));
  return out;
}

std::string text_value(std::string_view text) {
  std::string out;
  json::append_quoted(out, text);
  return out;
}

std::string integer_value(std::int64_t number) { return std::to_string(number); }
std::string boolean_value(bool yes) { return yes ? "true" : "false"; }

std::optional<std::string> as_text(std::string_view value) {
  if (value.size() < 2 || value.front() != '"') return std::nullopt;
  const std::string_view inner = value.substr(1, value.size() - 2);
  if (inner.find('\\') == std::string_view::npos) return std::string(inner);
  const auto document = json::Document::parse(value);
  if (!document) return std::nullopt;
  const auto text = document->root().string();
  return text ? std::optional<std::string>(std::string(*text)) : std::nullopt;
}

std::optional<std::int64_t> as_integer(std::string_view value) {
  const auto number = parse_decimal(value, 0, Excess::kRefuse);
  return number ? std::optional<std::int64_t>(*number) : std::nullopt;
}

std::optional<bool> as_boolean(std::string_view value) {
  if (value == "true") return true;
  if (value == "false") return false;
  return std::nullopt;
}

}  // namespace stoepkrijt::merge
