#include "merge/record_builder.hpp"

#include "base/check.hpp"

namespace stoepkrijt::merge {

Hash256 content_hash(const Held& held, std::string_view value) {
  std::string bytes = "[" + std::to_string(held.time_ms) + "," + std::to_string(held.count) + ",";
  bytes += value;
  bytes += ']';
  return sha256(bytes);
}

bool held_before(const Record& a, const Held& x, const Record& b, const Held& y) {
  if (x.field != y.field || !same_dot(x, y)) return dot_before(x, y);
  if (same_content(a, x, b, y)) return false;
  return content_hash(x, a.value(x)) < content_hash(y, b.value(y));
}

void RecordBuilder::add(const Held& held, std::string_view value) {
  SK_CHECK(text_.size() + value.size() <= UINT32_MAX);
  held_.push_back(held);
  held_.back().value_at = static_cast<std::uint32_t>(text_.size());
  held_.back().value_size = static_cast<std::uint32_t>(value.size());
  text_.insert(text_.end(), value.begin(), value.end());
}

void RecordBuilder::add(const Record& from, std::size_t first, std::size_t last) {
  if (first == last) return;
  const std::uint32_t begin = from.held[first].value_at;
  const std::uint32_t end = from.held[last - 1].value_at + from.held[last - 1].value_size;
  SK_CHECK(text_.size() + (end - begin) <= UINT32_MAX);
  const auto at = static_cast<std::uint32_t>(text_.size());
  text_.insert(text_.end(), from.text.data() + begin, from.text.data() + end);
  for (std::size_t i = first; i < last; ++i) {
    held_.push_back(from.held[i]);
    held_.back().value_at = from.held[i].value_at - begin + at;
  }
}

void RecordBuilder::put(Record& record) {
  record.held.assign(held_.begin(), held_.end());
  record.text.assign(text_.data(), text_.size());
  held_.clear();
  text_.clear();
}

}  // namespace stoepkrijt::merge
