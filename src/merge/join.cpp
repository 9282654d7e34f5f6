#include "merge/join.hpp"

#include <algorithm>
#include <compare>
#include <utility>

#include "merge/record_builder.hpp"

namespace stoepkrijt::merge {
namespace {

using Map = std::vector<std::uint32_t>;  // old index -> index in the joint table

bool changes_nothing(const Map& map) {
  for (std::size_t i = 0; i < map.size(); ++i) {
    if (map[i] != i) return false;
  }
  return true;
}

/// The union of two sorted tables, and where the entries of each came to stand.
template <class T>
std::vector<T> join_tables(const std::vector<T>& a, const std::vector<T>& b, Map& map_a, Map& map_b) {
  std::vector<T> joint;
  joint.reserve(std::max(a.size(), b.size()));
  map_a.resize(a.size());
  map_b.resize(b.size());
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    const auto order = i == a.size()   ? std::strong_ordering::greater
                       : j == b.size() ? std::strong_ordering::less
                                       : std::strong_ordering(a[i] <=> b[j]);
    joint.push_back(order > 0 ? b[j] : a[i]);
    const auto index = static_cast<std::uint32_t>(joint.size() - 1);
    if (order <= 0) map_a[i++] = index;
    if (order >= 0) map_b[j++] = index;
  }
  return joint;
}

struct Maps {
  Map actors;
  Map kinds;
  Map fields;
};

void renumber(std::vector<Record>& records, const Maps& maps) {
  const bool same_kinds = changes_nothing(maps.kinds);
  const bool same_held = changes_nothing(maps.actors) && changes_nothing(maps.fields);
  if (same_kinds && same_held) return;
  for (Record& record : records) {
    record.kind = maps.kinds[record.kind];
    if (same_held) continue;
    for (Held& held : record.held) {
      held.actor = maps.actors[held.actor];
      held.field = maps.fields[held.field];
    }
  }
}

/// What the side `from` says of the dots of one actor, by the joint number of the actor.
struct Says {
  Seq above = 0;      // up to here: only in the records that it holds
  Seq seen = 0;       // how far its writer had seen
  Seq raises = 0;     // how far the result has seen because of it
  bool known = true;  // false: `seen` is not told
};

std::vector<Says> said_by(const Document& from, const Part* part, const Map& map, const std::vector<ActorId>& actors) {
  std::vector<Says> out(actors.size());
  for (std::size_t i = 0; part != nullptr && i < actors.size(); ++i) {
    const bool unseen = std::binary_search(part->unseen.begin(), part->unseen.end(), actors[i]);
    out[i].known = part->since != nullptr || unseen;
    out[i].seen = part->since != nullptr && !unseen ? part->since->seen(actors[i]) : 0;
    out[i].above = out[i].seen;
  }
  for (std::size_t i = 0; i < from.actors.size(); ++i) {
    out[map[i]] = {part != nullptr ? part->base[i] : 0, from.seen[i], from.seen[i], true};
  }
  return out;
}

std::vector<Seq> seen_by(const std::vector<Seq>& seen, const Map& map, std::size_t actors) {
  std::vector<Seq> out(actors, 0);
  for (std::size_t i = 0; i < seen.size(); ++i) out[map[i]] = seen[i];
  return out;
}

/// a is `into`, b is `from`.
class Merger {
 public:
  Merger(std::vector<Seq> seen_a, std::vector<Says> b) : seen_a_(std::move(seen_a)), b_(std::move(b)) {}

  std::vector<Record> records(std::vector<Record>& a, std::vector<Record>& b) {
    std::vector<Record> out;
    out.reserve(std::max(a.size(), b.size()));
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() || j < b.size()) {
      const int order = i == a.size() ? 1 : j == b.size() ? -1 : compare(a[i], b[j]);
      if (order < 0) {
        one_side(a[i++], [this](const Held& h) { return h.seq > b_[h.actor].above && h.seq <= b_[h.actor].seen; }, out);
      } else if (order > 0) {
        one_side(b[j++], [this](const Held& h) { return h.seq <= seen_a_[h.actor]; }, out);
      } else {
        both(a[i++], b[j++], out);
      }
    }
    return out;
  }

  [[nodiscard]] std::vector<Seq> seen() const {
    std::vector<Seq> out(seen_a_.size());
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = std::max(seen_a_[i], b_[i].raises);
    return out;
  }

  [[nodiscard]] std::size_t in_doubt() const { return in_doubt_; }

 private:
  static int compare(const Record& a, const Record& b) {
    if (a.kind != b.kind) return a.kind < b.kind ? -1 : 1;
    return a.id.compare(b.id);
  }

  /// Held by one side only: what the other has seen it has dropped.
  template <class Dropped>
  void one_side(Record& record, Dropped dropped, std::vector<Record>& out) {
    drop_if(record, builder_, dropped);
    if (!record.held.empty()) out.push_back(std::move(record));
  }

  void both(Record& a, const Record& b, std::vector<Record>& out) {
    if (a.held != b.held || a.text != b.text) {
      std::size_t i = 0;
      std::size_t j = 0;
      while (i < a.held.size() || j < b.held.size()) {
        if (j == b.held.size() || (i < a.held.size() && dot_before(a.held[i], b.held[j]))) {
          keep_unseen_by_b(a, a.held[i++]);
        } else if (i == a.held.size() || dot_before(b.held[j], a.held[i])) {
          keep_unseen_by_a(b, b.held[j++]);
        } else {
          contents(a, i, b, j);
        }
      }
      builder_.put(a);
    }
    if (!a.held.empty()) out.push_back(std::move(a));
  }

  void keep_unseen_by_a(const Record& b, const Held& held) {
    if (held.seq > seen_a_[held.actor]) builder_.add(held, b.value(held));
  }
  void keep_unseen_by_b(const Record& a, const Held& held) {
    const Says& b = b_[held.actor];
    if (b.known && held.seq <= b.seen) return;
    if (!b.known) ++in_doubt_;
    builder_.add(held, a.value(held));
  }

  /// Both hold the dot at i and j in this field: the union of its contents, which is one in every honest file.
  void contents(const Record& a, std::size_t& i, const Record& b, std::size_t& j) {
    const Held dot = a.held[i];
    const auto of_dot = [&dot](const Record& r, std::size_t at) {
      return at < r.held.size() && r.held[at].field == dot.field && same_dot(r.held[at], dot);
    };
    while (of_dot(a, i) || of_dot(b, j)) {
      if (of_dot(a, i) && of_dot(b, j) && same_content(a, a.held[i], b, b.held[j])) {
        builder_.add(a.held[i], a.value(a.held[i]));
        ++i;
        ++j;
      } else if (!of_dot(b, j) || (of_dot(a, i) && held_before(a, a.held[i], b, b.held[j]))) {
        builder_.add(a.held[i], a.value(a.held[i]));
        ++i;
      } else {
        builder_.add(b.held[j], b.value(b.held[j]));
        ++j;
      }
    }
  }

  std::vector<Seq> seen_a_;
  std::vector<Says> b_;
  RecordBuilder builder_;
  std::size_t in_doubt_ = 0;
};

/// Would both fit beside each other? Then so does their merge, and nothing has to be copied to find out.
bool surely_fits(const Document& a, const Document& b) {
  Size size = size_of(a);
  size.add(size_of(b));
  return size.fits();
}

Result<std::size_t> join_all(Document& into, Document from, const Part* part) {
  Maps map_into;
  Maps map_from;
  std::vector<ActorId> actors = join_tables(into.actors, from.actors, map_into.actors, map_from.actors);
  std::vector<std::string> kinds = join_tables(into.kinds, from.kinds, map_into.kinds, map_from.kinds);
  std::vector<FieldName> fields = join_tables(into.fields, from.fields, map_into.fields, map_from.fields);
  if (kinds.size() > kMaxKinds || fields.size() > kMaxFields) {
    return fail(ErrorCode::kTooLarge, "error.too_many_names");
  }
  renumber(into.records, map_into);
  renumber(from.records, map_from);
  Merger merger(seen_by(into.seen, map_into.actors, actors.size()), said_by(from, part, map_from.actors, actors));
  into.records = merger.records(into.records, from.records);
  into.seen = merger.seen();
  into.actors = std::move(actors);
  into.kinds = std::move(kinds);
  into.fields = std::move(fields);
  return merger.in_doubt();
}

}  // namespace

Result<std::size_t> join(Document& into, Document from, const Part* part) {
  if (surely_fits(into, from)) return join_all(into, std::move(from), part);
  Document candidate = into;
  SK_TRY(in_doubt, join_all(candidate, std::move(from), part));
  if (!fits(candidate)) return fail(ErrorCode::kTooLarge, "error.too_many_records");
  into = std::move(candidate);
  return in_doubt;
}

}  // namespace stoepkrijt::merge
