#include "merge/view.hpp"

#include <algorithm>

namespace stoepkrijt::merge {
namespace {

Content content_of(const Document& document, const Record& record, const Held& held) {
  return {record.value(held), dot_of(document, held), clock_of(document, held)};
}

/// Upwards; equal clocks keep the order of the record, which is that of dots and content hashes.
std::vector<Content> by_clock(const Document& document, const Record& record, std::span<const Held> field) {
  std::vector<Content> out;
  out.reserve(field.size());
  for (const Held& held : field) out.push_back(content_of(document, record, held));
  const auto before = [](const Content& a, const Content& b) { return a.clock < b.clock; };
  if (!std::is_sorted(out.begin(), out.end(), before)) std::stable_sort(out.begin(), out.end(), before);
  return out;
}

enum class Fate : std::uint8_t { kStands, kHidden, kDisputed };

/// One deletion that nobody disputes hides a record; more hide it when together they knew all of it.
Fate fate_of(const Document& document, const Record& record) {
  // Its dots stand last, and nearly no record has any.
  if (record.held.empty() || document.fields[record.held.back().field].kind != FieldKind::kDeletion) {
    return Fate::kStands;
  }
  const std::span<const Held> deletions = field_of(document, record, FieldKind::kDeletion, "");
  VersionVector known;
  bool deleted = false;
  bool back = false;
  for (const Held& held : deletions) {
    const auto vector = VersionVector::from_value(record.value(held));
    if (vector) known.join(*vector);
    deleted = deleted || vector.has_value();
    back = back || !vector.has_value();
  }
  if (!deleted) return Fate::kStands;
  if (back) return Fate::kDisputed;
  const std::uint32_t deletion = deletions.front().field;
  const bool all_known = std::all_of(record.held.begin(), record.held.end(), [&](const Held& held) {
    return held.field == deletion || known.covers(dot_of(document, held));
  });
  return all_known ? Fate::kHidden : Fate::kDisputed;
}

}  // namespace

std::optional<Shown> shown(const Document& document, const Record& record, std::string_view name) {
  const std::span<const Held> field = field_of(document, record, FieldKind::kRegister, name);
  if (field.empty()) return std::nullopt;
  const Held* best = &field.front();
  for (const Held& held : field) {
    if (clock_of(document, held) >= clock_of(document, *best)) best = &held;
  }
  if (record.value(*best) == "null") return std::nullopt;
  return Shown{content_of(document, record, *best), field.size() > 1};
}

std::vector<Content> contents(const Document& document, const Record& record, FieldKind kind, std::string_view name) {
  std::vector<Content> out = by_clock(document, record, field_of(document, record, kind, name));
  std::reverse(out.begin(), out.end());
  return out;
}

std::vector<Content> events(const Document& document, const Record& record, std::string_view name) {
  return by_clock(document, record, field_of(document, record, FieldKind::kEvents, name));
}

std::vector<std::string_view> members(const Document& document, const Record& record, std::string_view name) {
  std::vector<std::string_view> out;
  for (const Held& held : field_of(document, record, FieldKind::kSet, name)) out.push_back(record.value(held));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool is_hidden(const Document& document, const Record& record) { return fate_of(document, record) == Fate::kHidden; }

bool deletion_disputed(const Document& document, const Record& record) {
  return fate_of(document, record) == Fate::kDisputed;
}

}  // namespace stoepkrijt::merge
