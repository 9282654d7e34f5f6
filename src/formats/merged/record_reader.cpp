#include "formats/merged/record_reader.hpp"

#include <algorithm>
#include <utility>

#include "merge/record_builder.hpp"

namespace stoepkrijt::formats {

using merge::FieldKind;
using merge::Held;

std::optional<std::uint32_t> NameTable::index(FieldKind kind, std::string_view name, std::size_t limit) {
  // Records of one kind have their fields in the same order: mostly the next name is the one after the last.
  for (const std::uint32_t guess : {last_ + 1, last_}) {
    if (guess < names_.size() && names_[guess].kind == kind && names_[guess].name == name) return last_ = guess;
  }
  std::string key(1, static_cast<char>('0' + static_cast<int>(kind)));
  key += name;
  const auto known = known_.find(key);
  if (known != known_.end()) return last_ = known->second;
  const bool good = kind == FieldKind::kDeletion ? name.empty() : merge::is_name(name);
  if (!good || names_.size() >= limit) return std::nullopt;
  last_ = static_cast<std::uint32_t>(names_.size());
  known_.emplace(std::move(key), last_);
  names_.push_back({kind, std::string(name)});
  return last_;
}

void RecordReader::begin() {
  values_.clear();
  items_.clear();
  members_.clear();
  stamp_.reset();
  any_plain_ = false;
}

void RecordReader::at(const Held& stamp) { stamp_ = stamp; }

void RecordReader::plain(std::uint32_t field, std::size_t value_at) {
  Held held;
  held.field = field;
  dot(held, value_at);
  items_.back().plain = true;
  any_plain_ = true;
}

void RecordReader::dot(const Held& held, std::size_t value_at) {
  Item item;
  item.held = held;
  item.held.value_at = static_cast<std::uint32_t>(value_at);
  item.held.value_size = static_cast<std::uint32_t>(values_.size() - value_at);
  items_.push_back(item);
}

/// Each name once, and none without a dot.
std::optional<std::string_view> RecordReader::check_members() {
  const auto before = [this](std::uint32_t a, std::uint32_t b) { return field_before(a, b); };
  if (!std::is_sorted(members_.begin(), members_.end(), before)) {
    std::sort(members_.begin(), members_.end(), before);
  }
  if (std::adjacent_find(members_.begin(), members_.end()) != members_.end()) return "error.field_twice";
  std::size_t fields = 0;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (i == 0 || items_[i].held.field != items_[i - 1].held.field) ++fields;
  }
  // Sorted by field already, so a field without dots shows as a difference in number.
  if (fields != members_.size() || items_.empty()) return "error.field_empty";
  return std::nullopt;
}

bool RecordReader::item_before(const Item& a, const Item& b) const {
  if (a.held.field != b.held.field) return field_before(a.held.field, b.held.field);
  return merge::dot_before(a.held, b.held);
}

void RecordReader::put_in_order() {
  const auto before = [this](const Item& a, const Item& b) { return item_before(a, b); };
  if (!std::is_sorted(items_.begin(), items_.end(), before)) std::sort(items_.begin(), items_.end(), before);
}

/// Contents of one dot by their hash, each hashed once; false when two are the same.
bool RecordReader::put_contents_in_order() {
  for (std::size_t i = 0; i < items_.size();) {
    std::size_t end = i + 1;
    while (end < items_.size() && items_[end].held.field == items_[i].held.field &&
           same_dot(items_[end].held, items_[i].held)) {
      ++end;
    }
    if (end - i > 1) {
      std::vector<std::pair<Hash256, Item>> contents;
      for (std::size_t k = i; k < end; ++k) {
        contents.emplace_back(merge::content_hash(items_[k].held, value(items_[k])), items_[k]);
      }
      const auto by_hash = [](const auto& a, const auto& b) { return a.first < b.first; };
      std::sort(contents.begin(), contents.end(), by_hash);
      for (std::size_t k = i; k < end; ++k) {
        if (k > i && contents[k - i].first == contents[k - i - 1].first) return false;
        items_[k] = contents[k - i].second;
      }
    }
    i = end;
  }
  return true;
}

/// The registers stand first; a plain field's dot and clock are its rank among them beyond the stamp of the record.
bool RecordReader::stamp_plain() {
  std::uint32_t rank = 0;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    Held& held = items_[i].held;
    if (i > 0 && held.field != items_[i - 1].held.field) ++rank;
    if (!items_[i].plain) continue;
    held.actor = stamp_->actor;
    held.seq = stamp_->seq + rank;
    held.time_ms = stamp_->time_ms;
    held.count = stamp_->count + rank;
    if (held.seq > merge::kMaxSeq || held.count > merge::kMaxCount) return false;
  }
  return true;
}

std::optional<std::string_view> RecordReader::finish(merge::Record& record) {
  put_in_order();
  if (const auto fault = check_members()) return fault;
  if (any_plain_ != stamp_.has_value()) return "error.bad_stamp";
  if (any_plain_ && !stamp_plain()) return "error.bad_stamp";
  if (!put_contents_in_order()) return "error.dot_twice";
  record.held.reserve(items_.size());
  record.text.reserve(values_.size());
  for (const Item& item : items_) {
    Held held = item.held;
    held.value_at = static_cast<std::uint32_t>(record.text.size());
    record.text += value(item);
    record.held.push_back(held);
  }
  return std::nullopt;
}

}  // namespace stoepkrijt::formats
