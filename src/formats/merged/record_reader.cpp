#include "formats/merged/record_reader.hpp"

#include <algorithm>
#include <utility>

#include "base/short_text.hpp"
#include "merge/record_builder.hpp"

namespace stoepkrijt::formats {

using merge::FieldKind;
using merge::Held;

namespace {

/// The registers stand first; a plain field's dot and clock are its rank among them beyond the stamp of the record.
bool at_rank(Held& held, const Held& stamp, std::uint32_t rank) {
  held.actor = stamp.actor;
  held.seq = stamp.seq + rank;
  held.time_ms = stamp.time_ms;
  held.count = stamp.count + rank;
  return held.seq <= merge::kMaxSeq && held.count <= merge::kMaxCount;
}

}  // namespace

std::optional<std::uint32_t> NameTable::index(FieldKind kind, std::string_view name, std::size_t limit) {
  // Records of one kind have the same fields in the same order: mostly the next name is what it was the last time.
  if (last_ < next_.size()) {
    const std::uint32_t guess = next_[last_];
    const merge::FieldName& known = names_[guess];
    if (known.kind == kind && same_text(known.name, name)) return last_ = guess;
  }
  std::string key(1, static_cast<char>('0' + static_cast<int>(kind)));
  key += name;
  const auto known = known_.find(key);
  std::uint32_t found = 0;
  if (known != known_.end()) {
    found = known->second;
  } else {
    const bool good = kind == FieldKind::kDeletion ? name.empty() : merge::is_name(name);
    if (!good || names_.size() >= limit) return std::nullopt;
    found = static_cast<std::uint32_t>(names_.size());
    add(kind, name);
    known_.emplace(std::move(key), found);
  }
  next_[last_] = found;
  return last_ = found;
}

void NameTable::add(FieldKind kind, std::string_view name) {
  const auto index = static_cast<std::uint32_t>(names_.size());
  names_.push_back({kind, std::string(name)});
  keys_.push_back('"' + std::string(name) + "\":");
  const auto at = std::lower_bound(sorted_.begin(), sorted_.end(), index,
                                   [this](std::uint32_t a, std::uint32_t b) { return names_[a] < names_[b]; });
  const auto place = static_cast<std::uint32_t>(at - sorted_.begin());
  sorted_.insert(at, index);
  for (std::uint32_t& other : order_) other += other >= place ? 1 : 0;
  order_.push_back(place);
  next_.push_back(index);
}

void RecordReader::begin(std::string_view source) {
  source_ = source;
  values_.clear();
  items_.clear();
  members_.clear();
  size_ = 0;
  stamp_.reset();
  any_plain_ = false;
  more_dots_ = false;
}

void RecordReader::at(const Held& stamp) { stamp_ = stamp; }

void RecordReader::plain(std::uint32_t field, std::size_t value_at, std::size_t value_end) {
  dot({.field = field}, value_at, value_end);
  items_.back().plain = true;
  any_plain_ = true;
}

void RecordReader::dot(const Held& held, std::size_t value_at, std::size_t value_end) {
  Item& item = items_.emplace_back(Item{held, false});
  item.held.value_at = static_cast<std::uint32_t>(value_at);
  item.held.value_size = static_cast<std::uint32_t>(value_end - value_at);
  size_ += item.held.value_size;
}

/// Each name once, and none without a dot. Asked when there are not as many names as fields with dots.
std::string_view RecordReader::fault_of_members() {
  std::sort(members_.begin(), members_.end());
  if (std::adjacent_find(members_.begin(), members_.end()) != members_.end()) return "error.field_twice";
  return "error.field_empty";
}

/// By field. What the fields are is compared as one number each; they mostly come in a few sorted groups.
void RecordReader::put_in_order() {
  constexpr std::size_t kFew = 48;
  keys_.resize(items_.size());
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const std::uint64_t key = (std::uint64_t{names_.order(items_[i].held.field)} << 32U) | i;
    std::size_t to = i;
    if (items_.size() <= kFew) {
      for (; to > 0 && keys_[to - 1] > key; --to) keys_[to] = keys_[to - 1];
    }
    keys_[to] = key;
  }
  if (items_.size() > kFew && !std::is_sorted(keys_.begin(), keys_.end())) std::sort(keys_.begin(), keys_.end());
}

void RecordReader::move_items() {
  scratch_.clear();
  for (const std::uint64_t key : keys_) scratch_.push_back(items_[key & UINT32_MAX]);
  items_.swap(scratch_);
}

bool RecordReader::put_simple(merge::Record& record) {
  if (any_plain_ != stamp_.has_value()) return false;
  const Held stamp = stamp_.value_or(Held());
  if (text_.size() < size_) text_.resize(size_);
  record.held.reserve(items_.size());
  std::uint32_t fields = 0;
  std::uint32_t end = 0;
  for (const std::uint64_t key : keys_) {
    const Item& item = items_[key & UINT32_MAX];
    Held held = item.held;
    const bool again = fields > 0 && record.held.back().field == held.field;
    fields += again ? 0 : 1;
    if (item.plain && !at_rank(held, stamp, fields - 1)) return false;
    if (again && !merge::dot_before(record.held.back(), held)) return false;
    copy_bytes(text_.data() + end, source_.data() + held.value_at, held.value_size);
    held.value_at = end;
    end += held.value_size;
    record.held.push_back(held);
  }
  // No item came without its name before it: so many names as fields are these fields, each once.
  if (fields != members_.size() || fields == 0) return false;
  record.text.assign(text_.data(), size_);
  return true;
}

std::size_t RecordReader::count_fields() {
  std::size_t fields = 0;
  for (auto first = items_.begin(); first != items_.end(); ++fields) {
    auto last = first + 1;
    while (last != items_.end() && last->held.field == first->held.field) ++last;
    if (last - first > 1) {
      more_dots_ = true;
      std::stable_sort(first, last, [](const Item& a, const Item& b) { return merge::dot_before(a.held, b.held); });
    }
    first = last;
  }
  return fields;
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

bool RecordReader::stamp_plain() {
  std::uint32_t rank = 0;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    Held& held = items_[i].held;
    if (i > 0 && held.field != items_[i - 1].held.field) ++rank;
    if (items_[i].plain && !at_rank(held, *stamp_, rank)) return false;
  }
  return true;
}

std::optional<std::string_view> RecordReader::finish(merge::Record& record) {
  if (source_.empty()) source_ = values_;
  put_in_order();
  if (put_simple(record)) return std::nullopt;
  record.held.clear();
  move_items();
  const std::size_t fields = count_fields();
  if (fields != members_.size() || fields == 0) return fault_of_members();
  if (any_plain_ != stamp_.has_value()) return "error.bad_stamp";
  if (any_plain_ && !stamp_plain()) return "error.bad_stamp";
  if (more_dots_ && !put_contents_in_order()) return "error.dot_twice";
  put_values(record);
  return std::nullopt;
}

void RecordReader::put_values(merge::Record& record) {
  record.held.reserve(items_.size());
  if (text_.size() < size_) text_.resize(size_);
  std::uint32_t end = 0;
  for (const Item& item : items_) {
    copy_bytes(text_.data() + end, source_.data() + item.held.value_at, item.held.value_size);
    record.held.push_back(item.held);
    record.held.back().value_at = end;
    end += item.held.value_size;
  }
  record.text.assign(text_.data(), size_);
}

}  // namespace stoepkrijt::formats
