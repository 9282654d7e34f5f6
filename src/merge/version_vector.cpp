#include "merge/version_vector.hpp"

#include <algorithm>
#include <utility>

#include "base/json.hpp"
#include "base/json_writer.hpp"

namespace stoepkrijt::merge {
namespace {

bool before(const Dot& entry, const ActorId& actor) { return entry.actor < actor; }

}  // namespace

Seq VersionVector::seen(const ActorId& actor) const {
  const auto at = std::lower_bound(entries_.begin(), entries_.end(), actor, before);
  return at != entries_.end() && at->actor == actor ? at->seq : 0;
}

void VersionVector::raise(const Dot& dot) {
  const auto at = std::lower_bound(entries_.begin(), entries_.end(), dot.actor, before);
  if (at == entries_.end() || at->actor != dot.actor) {
    entries_.insert(at, dot);
  } else {
    at->seq = std::max(at->seq, dot.seq);
  }
}

void VersionVector::join(const VersionVector& other) {
  std::vector<Dot> joint;
  joint.reserve(std::max(entries_.size(), other.entries_.size()));
  auto a = entries_.begin();
  auto b = other.entries_.begin();
  while (a != entries_.end() || b != other.entries_.end()) {
    const bool take_a = b == other.entries_.end() || (a != entries_.end() && a->actor <= b->actor);
    const bool take_b = a == entries_.end() || (b != other.entries_.end() && b->actor <= a->actor);
    joint.push_back(take_a ? *a : *b);
    if (take_a && take_b) joint.back().seq = std::max(a->seq, b->seq);
    if (take_a) ++a;
    if (take_b) ++b;
  }
  entries_ = std::move(joint);
}

std::string VersionVector::to_value() const {
  json::Writer out;
  out.begin_object();
  for (const Dot& dot : entries_) {
    out.key(text_of(dot.actor));
    out.integer(static_cast<std::int64_t>(dot.seq));
  }
  out.end_object();
  return out.take();
}

std::optional<VersionVector> VersionVector::from_value(std::string_view canonical) {
  const auto document = json::Document::parse(canonical);
  if (!document || !document->root().is(json::Type::kObject)) return std::nullopt;
  VersionVector vector;
  for (const json::Cursor member : document->root()) {
    const std::optional<ActorId> actor = actor_of(member.key());
    const auto seq = member.integer(1, static_cast<std::int64_t>(kMaxSeq));
    if (!actor || !seq) return std::nullopt;
    vector.raise({*actor, static_cast<Seq>(*seq)});
  }
  return vector;
}

}  // namespace stoepkrijt::merge
