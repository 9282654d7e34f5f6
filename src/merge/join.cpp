#include "merge/join.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "base/short_text.hpp"
#include "merge/join_order.hpp"
#include "merge/join_tables.hpp"
#include "merge/record_builder.hpp"

namespace stoepkrijt::merge {
namespace {

/// What a side says of the dots of one actor, by the joint number of the actor.
struct Says {
  Seq above = 0;      // up to here: only in the records that it holds
  Seq seen = 0;       // how far its writer had seen
  Seq raises = 0;     // how far the result has seen because of it
  bool known = true;  // false: `seen` is not told
};

std::vector<Says> said_by(const Document& side, const Part* part, const Map& map, const std::vector<ActorId>& actors) {
  std::vector<Says> out(actors.size());
  for (std::size_t i = 0; part != nullptr && i < actors.size(); ++i) {
    const bool unseen = std::binary_search(part->unseen.begin(), part->unseen.end(), actors[i]);
    out[i].known = part->since != nullptr || unseen;
    out[i].seen = part->since != nullptr && !unseen ? part->since->seen(actors[i]) : 0;
    out[i].above = out[i].seen;
  }
  for (std::size_t i = 0; i < side.actors.size(); ++i) {
    out[map[i]] = {part != nullptr ? part->base[i] : 0, side.seen[i], side.seen[i], true};
  }
  return out;
}

/// Walks through all records in their order; each is merged with what the sides hold of it, one side after the other.
class Merger {
 public:
  /// What was seen is by the joint numbers of the actors, as the documents are by now.
  Merger(std::vector<Record>& mine, std::vector<Seq> seen, std::vector<Side>& sides,
         std::vector<std::vector<Says>> theirs)
      : mine_(mine), sides_(sides), theirs_(std::move(theirs)), next_same_(sides.size(), 0) {
    before_.push_back(std::move(seen));
    for (const std::vector<Says>& side : theirs_) {
      before_.push_back(before_.back());
      for (std::size_t i = 0; i < side.size(); ++i) before_.back()[i] = std::max(before_.back()[i], side[i].raises);
    }
    entries_ = entries_in_order(sides_);
  }

  std::vector<Record> records() {
    std::size_t most = mine_.size();
    for (const Side& side : sides_) most = std::max(most, side.rest.records.size() + side.same.size());
    out_.reserve(most);
    auto entry = entries_.begin();
    std::uint32_t i = 0;
    while (i < mine_.size() || entry != entries_.end()) {
      const int order = entry == entries_.end() ? -1 : i == mine_.size() ? 1 : compare(entry_of(mine_[i], 0), *entry);
      auto last = entry;
      if (order >= 0) {
        while (last != entries_.end() && compare(*entry, *last) == 0) ++last;
      }
      const std::size_t same = order <= 0 ? take_same(i) : 0;
      if (order > 0) {
        join_record(Record{entry->record->kind, std::move(entry->record->id), {}, {}}, {entry, last});
      } else if (same == sides_.size()) {
        out_.push_back(std::move(mine_[i++]));
      } else {
        join_record(std::move(mine_[i++]), {entry, last});
      }
      entry = last;
    }
    return std::move(out_);
  }

  [[nodiscard]] const std::vector<Seq>& seen() const { return before_.back(); }
  [[nodiscard]] std::size_t in_doubt() const { return in_doubt_; }

 private:
  /// Which sides hold mine at i as it is; answers how many.
  std::size_t take_same(std::uint32_t i) {
    is_same_.assign(sides_.size(), false);
    std::size_t count = 0;
    for (std::size_t s = 0; s < sides_.size(); ++s) {
      const std::vector<std::uint32_t>& same = sides_[s].same;
      if (next_same_[s] == same.size() || same[next_same_[s]] != i) continue;
      ++next_same_[s];
      ++count;
      is_same_[s] = true;
    }
    return count;
  }

  /// `record` is mine, or empty where I hold none; of a side that holds it as it was, the original stands in its place.
  void join_record(Record record, std::span<const Entry> others) {
    const bool was_there = !record.held.empty();
    Record original;  // what it held, once it holds something else
    bool changed = false;
    const auto put = [&] {
      if (!std::exchange(changed, true)) {
        original.held.swap(record.held);
        original.text.swap(record.text);
      }
      builder_.put(record);
    };
    auto other = others.begin();
    for (std::size_t s = 0; s < sides_.size(); ++s) {
      const std::vector<Says>& says = theirs_[s];
      if (other != others.end() && other->side == s) {
        Record& b = *(other++)->record;
        if (record.held.empty() && all_unseen(b, before_[s])) {
          record.held.swap(b.held);
          record.text.swap(b.text);
          changed = true;
        } else if (both(record, b, before_[s], says)) {
          put();
        }
      } else if (was_there && is_same_[s]) {
        // Merging with what it is itself changes nothing.
        if (changed && both_with_original(record, original, says)) put();
      } else {
        // Held by one side only: what the other has seen it has dropped.
        const auto gone = [&says](const Held& held) {
          return held.seq > says[held.actor].above && held.seq <= says[held.actor].seen;
        };
        if (without(record, gone)) put();
      }
    }
    if (!record.held.empty()) out_.push_back(std::move(record));
  }

  static bool all_unseen(const Record& record, const std::vector<Seq>& seen) {
    return std::all_of(record.held.begin(), record.held.end(),
                       [&seen](const Held& held) { return held.seq > seen[held.actor]; });
  }

  // These build what the record becomes, and answer whether it is another; if not, nothing is built.

  template <class Gone>
  bool without(const Record& record, Gone gone) {
    std::size_t from = 0;
    bool any = false;
    for (std::size_t i = 0; i < record.held.size(); ++i) {
      if (!gone(record.held[i])) continue;
      builder_.add(record, from, i);
      from = i + 1;
      any = true;
    }
    if (any) builder_.add(record, from, record.held.size());
    return any;
  }

  /// `record` came from the original by merging with sides that are whole documents; now with one that holds the
  /// original. What it has no longer was seen, and stays away; what both hold has its contents here already; so only
  /// what is new can go, where that side has seen it.
  bool both_with_original(const Record& record, const Record& original, const std::vector<Says>& says) {
    std::size_t at = 0;
    return without(record, [&](const Held& held) {
      while (at < original.held.size() && dot_before(original.held[at], held)) ++at;
      const bool is_new = at == original.held.size() || dot_before(held, original.held[at]);
      return is_new && held.seq <= says[held.actor].seen;
    });
  }

  bool both(const Record& a, const Record& b, const std::vector<Seq>& seen_a, const std::vector<Says>& says_b) {
    std::size_t from = 0;  // of a, what is kept and not yet added
    std::size_t i = 0;
    std::size_t j = 0;
    bool changed = false;
    const auto add_kept = [&] {
      builder_.add(a, from, i);
      from = i;
      changed = true;
    };
    while (i < a.held.size() || j < b.held.size()) {
      if (j == b.held.size() || (i < a.held.size() && dot_before(a.held[i], b.held[j]))) {
        if (!keeps_unsaid(a.held[i], says_b)) {
          add_kept();
          ++from;
        }
        ++i;
      } else if (i == a.held.size() || dot_before(b.held[j], a.held[i])) {
        if (b.held[j].seq > seen_a[b.held[j].actor]) {
          add_kept();
          builder_.add(b, j, j + 1);
        }
        ++j;
      } else if (same_content(a, a.held[i], b, b.held[j]) && !has_twin(a, i) && !has_twin(b, j)) {
        ++i;
        ++j;
      } else {
        add_kept();
        contents(a, i, b, j);
        from = i;
      }
    }
    if (changed) add_kept();
    return changed;
  }

  /// Does the next one hold another content of the same dot?
  static bool has_twin(const Record& record, std::size_t i) {
    const std::vector<Held>& held = record.held;
    return i + 1 < held.size() && held[i + 1].field == held[i].field && same_dot(held[i + 1], held[i]);
  }

  bool keeps_unsaid(const Held& held, const std::vector<Says>& says_b) {
    const Says& says = says_b[held.actor];
    if (says.known && held.seq <= says.seen) return false;
    if (!says.known) ++in_doubt_;
    return true;
  }

  /// Both hold the dot at i and j in this field: the union of its contents, which is one in every honest file.
  void contents(const Record& a, std::size_t& i, const Record& b, std::size_t& j) {
    const Held dot = a.held[i];
    const auto of_dot = [&dot](const Record& r, std::size_t at) {
      return at < r.held.size() && r.held[at].field == dot.field && same_dot(r.held[at], dot);
    };
    while (of_dot(a, i) || of_dot(b, j)) {
      if (of_dot(a, i) && of_dot(b, j) && same_content(a, a.held[i], b, b.held[j])) {
        builder_.add(a, i, i + 1);
        ++i;
        ++j;
      } else if (!of_dot(b, j) || (of_dot(a, i) && held_before(a, a.held[i], b, b.held[j]))) {
        builder_.add(a, i, i + 1);
        ++i;
      } else {
        builder_.add(b, j, j + 1);
        ++j;
      }
    }
  }

  std::vector<Record>& mine_;
  std::vector<Side>& sides_;
  std::vector<std::vector<Says>> theirs_;  // what each side says
  std::vector<std::vector<Seq>> before_;   // what was seen before each side, and at the end
  std::vector<std::size_t> next_same_;
  std::vector<bool> is_same_;
  std::vector<Entry> entries_;  // of all sides, in order
  std::vector<Record> out_;
  RecordBuilder builder_;
  std::size_t in_doubt_ = 0;
};

/// Would all fit beside each other? Then so does their merge, and nothing has to be copied to find out.
bool surely_fits(const Document& into, const std::vector<Side>& sides) {
  Size size = size_of(into);
  for (const Side& side : sides) size.add(size_of(side.rest));
  return size.fits();
}

Result<std::size_t> join_all(Document& into, std::vector<Side> sides, const Part* part) {
  std::vector<ActorId> actors = into.actors;
  std::vector<std::string> kinds = into.kinds;
  std::vector<FieldName> fields = into.fields;
  for (const Side& side : sides) {
    join_tables(actors, side.rest.actors);
    join_tables(kinds, side.rest.kinds);
    join_tables(fields, side.rest.fields);
  }
  if (kinds.size() > kMaxKinds || fields.size() > kMaxFields) {
    return fail(ErrorCode::kTooLarge, "error.too_many_names");
  }
  const auto move_in = [&](Document& document) {
    Maps maps{places(document.actors, actors), places(document.kinds, kinds), places(document.fields, fields)};
    renumber(document.records, maps);
    return std::move(maps.actors);
  };
  std::vector<Seq> seen = seen_by(into.seen, move_in(into), actors.size());
  std::vector<std::vector<Says>> theirs;
  for (Side& side : sides) theirs.push_back(said_by(side.rest, part, move_in(side.rest), actors));
  Merger merger(into.records, std::move(seen), sides, std::move(theirs));
  into.records = merger.records();
  into.seen = merger.seen();
  into.actors = std::move(actors);
  into.kinds = std::move(kinds);
  into.fields = std::move(fields);
  return merger.in_doubt();
}

}  // namespace

Result<std::size_t> join(Document& into, std::vector<Side> sides, const Part* part) {
  if (surely_fits(into, sides)) return join_all(into, std::move(sides), part);
  Document candidate = into;
  SK_TRY(in_doubt, join_all(candidate, std::move(sides), part));
  if (!fits(candidate)) return fail(ErrorCode::kTooLarge, "error.too_many_records");
  into = std::move(candidate);
  return in_doubt;
}

}  // namespace stoepkrijt::merge
