#include "merge/conflicts.hpp"

#include <algorithm>

#include "merge/record_builder.hpp"

namespace stoepkrijt::merge {
namespace {

bool all_equal(const std::vector<Content>& values) {
  return std::all_of(values.begin(), values.end(), [&](const Content& c) { return c.value == values[0].value; });
}

/// What is held beyond every deletion of the record.
std::vector<Content> beyond_deletions(const Document& document, const Record& record,
                                      const std::vector<Content>& deletions) {
  VersionVector known;
  for (const Content& deletion : deletions) {
    const auto vector = VersionVector::from_value(deletion.value);
    if (vector) known.join(*vector);
  }
  std::vector<Content> out;
  for (const Held& held : record.held) {
    const bool deletion = document.fields[held.field].kind == FieldKind::kDeletion;
    if (deletion || known.covers(dot_of(document, held))) continue;
    out.push_back({record.value(held), dot_of(document, held), clock_of(document, held)});
  }
  std::stable_sort(out.begin(), out.end(), [](const Content& a, const Content& b) { return a.clock < b.clock; });
  return out;
}

void of_registers(const Document& document, const Record& record, std::vector<Conflict>& out) {
  for (std::size_t i = 1; i < record.held.size(); ++i) {
    const std::uint32_t field = record.held[i].field;
    if (record.held[i - 1].field != field || document.fields[field].kind != FieldKind::kRegister) continue;
    Conflict conflict;
    conflict.record = &record;
    conflict.kind = document.kinds[record.kind];
    conflict.field = document.fields[field].name;
    conflict.values = contents(document, record, FieldKind::kRegister, conflict.field);
    conflict.agree = all_equal(conflict.values);
    while (i + 1 < record.held.size() && record.held[i + 1].field == field) ++i;
    out.push_back(std::move(conflict));
  }
}

}  // namespace

std::vector<Conflict> conflicts(const Document& document) {
  std::vector<Conflict> out;
  for (const Record& record : document.records) {
    if (is_hidden(document, record)) continue;
    of_registers(document, record, out);
    if (!deletion_disputed(document, record)) continue;
    Conflict conflict;
    conflict.what = Conflict::What::kDeletion;
    conflict.record = &record;
    conflict.kind = document.kinds[record.kind];
    conflict.values = contents(document, record, FieldKind::kDeletion, "");
    conflict.unknown = beyond_deletions(document, record, conflict.values);
    out.push_back(std::move(conflict));
  }
  return out;
}

std::vector<Warning> warnings(const Document& document, std::int64_t wall_ms) {
  std::vector<Warning> out;
  for (const Record& record : document.records) {
    for (std::size_t i = 0; i < record.held.size(); ++i) {
      const Held& held = record.held[i];
      Warning warning;
      warning.record = &record;
      warning.kind = document.kinds[record.kind];
      warning.field = document.fields[held.field].name;
      warning.dot = dot_of(document, held);
      warning.clock = clock_of(document, held);
      if (is_ahead(warning.clock, wall_ms)) {
        warning.what = Warning::What::kAhead;
        out.push_back(warning);
      }
      if (i == 0 || record.held[i - 1].field != held.field || !same_dot(record.held[i - 1], held)) continue;
      warning.what = Warning::What::kSameDot;
      out.push_back(warning);
    }
  }
  return out;
}

}  // namespace stoepkrijt::merge
