#include "merge/delta.hpp"

#include <algorithm>
#include <utility>

#include "base/sha256.hpp"
#include "merge/join.hpp"

namespace stoepkrijt::merge {
namespace {

constexpr std::size_t kDigestSize = 32;

/// Old index -> index among those that are used; the table keeps what is used.
template <class T>
std::vector<std::uint32_t> keep_used(std::vector<T>& table, const std::vector<bool>& used) {
  std::vector<std::uint32_t> map(table.size(), 0);
  std::vector<T> kept;
  for (std::size_t i = 0; i < table.size(); ++i) {
    map[i] = static_cast<std::uint32_t>(kept.size());
    if (used[i]) kept.push_back(std::move(table[i]));
  }
  table = std::move(kept);
  return map;
}

/// The tables without what no record uses; of the actors also those of `listed` stay.
void trim(Delta& out, std::vector<bool> listed) {
  Document& part = out.part;
  std::vector<bool> kinds(part.kinds.size(), false);
  std::vector<bool> fields(part.fields.size(), false);
  for (const Record& record : part.records) {
    kinds[record.kind] = true;
    for (const Held& held : record.held) {
      fields[held.field] = true;
      listed[held.actor] = true;
    }
  }
  const std::vector<std::uint32_t> kind_map = keep_used(part.kinds, kinds);
  const std::vector<std::uint32_t> field_map = keep_used(part.fields, fields);
  keep_used(part.seen, listed);
  keep_used(out.base, listed);
  const std::vector<std::uint32_t> actor_map = keep_used(part.actors, listed);
  for (Record& record : part.records) {
    record.kind = kind_map[record.kind];
    for (Held& held : record.held) {
      held.field = field_map[held.field];
      held.actor = actor_map[held.actor];
    }
  }
}

bool covers_base(const VersionVector& vector, const Delta& delta) {
  for (std::size_t i = 0; i < delta.base.size(); ++i) {
    if (vector.seen(delta.part.actors[i]) < delta.base[i]) return false;
  }
  return true;
}

}  // namespace

std::string digest_of(const VersionVector& vector) { return to_hex(sha256(vector.to_value())).substr(0, kDigestSize); }

bool is_digest(std::string_view text) {
  return text.size() == kDigestSize && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Result<Delta> delta(const Document& document, const VersionVector& since) {
  if (!document.mergeable) return fail(ErrorCode::kNotAllowed, "error.not_mergeable");
  Delta out;
  out.since = digest_of(since);
  out.part.id = document.id;
  out.part.actors = document.actors;
  out.part.seen = document.seen;
  out.part.kinds = document.kinds;
  out.part.fields = document.fields;
  std::vector<bool> listed(document.actors.size(), false);
  std::vector<Seq> told(document.actors.size(), 0);
  for (std::size_t i = 0; i < told.size(); ++i) {
    told[i] = since.seen(document.actors[i]);
    listed[i] = told[i] != document.seen[i];
    out.base.push_back(std::min(told[i], document.seen[i]));
  }
  for (const Record& record : document.records) {
    const auto is_new = [&told](const Held& held) { return held.seq > told[held.actor]; };
    if (std::any_of(record.held.begin(), record.held.end(), is_new)) out.part.records.push_back(record);
  }
  for (const Dot& entry : since.entries()) {
    if (!std::binary_search(document.actors.begin(), document.actors.end(), entry.actor)) {
      out.unseen.push_back(entry.actor);
    }
  }
  trim(out, std::move(listed));
  return out;
}

Result<Applied> apply(Document& into, Delta delta, std::span<const VersionVector> known) {
  if (into.id != delta.part.id) return fail(ErrorCode::kNotAllowed, "error.other_dossier");
  if (!into.mergeable || !delta.part.mergeable) return fail(ErrorCode::kNotAllowed, "error.not_mergeable");
  const VersionVector own = vector_of(into);
  if (!covers_base(own, delta)) return fail(ErrorCode::kNotAllowed, "error.delta_gap");
  Part part{std::move(delta.base), std::move(delta.unseen), nullptr};
  if (digest_of(own) == delta.since) part.since = &own;
  for (std::size_t i = 0; i < known.size() && part.since == nullptr; ++i) {
    if (digest_of(known[i]) == delta.since) part.since = &known[i];
  }
  std::vector<Side> sides;
  sides.push_back({std::move(delta.part), {}});
  SK_TRY(in_doubt, join(into, std::move(sides), &part));
  return Applied{in_doubt};
}

VersionVector writer_vector(const Delta& delta, const VersionVector& since) {
  VersionVector out;
  for (const Dot& entry : since.entries()) {
    const bool unseen = std::binary_search(delta.unseen.begin(), delta.unseen.end(), entry.actor);
    const bool listed = std::binary_search(delta.part.actors.begin(), delta.part.actors.end(), entry.actor);
    if (!unseen && !listed) out.raise(entry);
  }
  out.join(vector_of(delta.part));
  return out;
}

bool is_empty(const Delta& delta) { return delta.part.records.empty() && delta.part.seen == delta.base; }

bool well_formed(const Delta& delta) {
  if (!well_formed(delta.part) || !delta.part.mergeable || delta.base.size() != delta.part.actors.size()) return false;
  for (std::size_t i = 0; i < delta.base.size(); ++i) {
    if (delta.base[i] > delta.part.seen[i]) return false;
  }
  const auto not_before = [](const ActorId& a, const ActorId& b) { return !(a < b); };
  if (std::adjacent_find(delta.unseen.begin(), delta.unseen.end(), not_before) != delta.unseen.end()) return false;
  for (const ActorId& actor : delta.unseen) {
    if (std::binary_search(delta.part.actors.begin(), delta.part.actors.end(), actor)) return false;
  }
  return is_digest(delta.since);
}

}  // namespace stoepkrijt::merge
