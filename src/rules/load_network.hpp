// Splitting costs among groups of voters so that no one carries more than z = P/Q: a transport problem in whole
// numbers.
//
// Slots are the projects, groups the voters with the same approvals among them. A slot supplies cost · Q, a group takes
// at most P · people; T is std::int64_t when every product fits, else BigInt. A flow at one bound is a start for the
// flow at a higher bound. Source of the algorithm: Dinitz 1970 (blocking flows on shortest paths).
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/bigint.hpp"

namespace stoepkrijt::rules {

/// z = total / people, in units per person.
struct LoadBound {
  BigInt total;
  std::int64_t people = 1;
};

inline std::strong_ordering compare(const LoadBound& a, const LoadBound& b) {
  return a.total * BigInt(b.people) <=> b.total * BigInt(a.people);
}

template <class T>
class LoadNetwork {
 public:
  /// All voters in one group that approves nothing.
  explicit LoadNetwork(std::int64_t people) : people_{people}, first_{0, 0} {}

  [[nodiscard]] std::size_t groups() const noexcept { return people_.size(); }
  [[nodiscard]] const LoadBound& bound() const noexcept { return bound_; }

  /// One slot more. `approvers[g]` people of group g approve it: each group falls apart in those who do not and those
  /// who do; without[g] and with[g] are their new numbers.
  [[nodiscard]] LoadNetwork split(const BigInt& cost, const std::vector<std::int64_t>& approvers,
                                  std::vector<std::uint32_t>& without, std::vector<std::uint32_t>& with) const;
  /// Whether no one needs to carry more than `bound`, which is at least the bound so far. If not, `denser` is a set of
  /// slots with a higher cost per person.
  [[nodiscard]] bool carries(const LoadBound& bound, LoadBound& denser);

 private:
  void add_group(std::int64_t people) {
    people_.push_back(people);
    first_.push_back(static_cast<std::uint32_t>(slot_.size()));
  }
  void rescale(const LoadBound& bound);
  void index_slots();
  [[nodiscard]] bool reach();
  T push(std::uint32_t slot, const T& limit);
  T push_into(std::uint32_t group, std::uint32_t edge, const T& limit);
  [[nodiscard]] LoadBound reached() const;
  static T times(const BigInt& a, std::int64_t b);
  static T scaled(const T& value, std::int64_t multiply, std::int64_t divide);

  LoadBound bound_{BigInt(0), 1};
  std::vector<BigInt> costs_;         // by slot
  std::vector<std::int64_t> people_;  // by group
  std::vector<std::uint32_t> first_;  // by group: its edges
  std::vector<std::uint32_t> slot_;   // by edge
  std::vector<T> flow_;               // by edge
  // While a flow is sought:
  std::vector<std::uint32_t> group_;       // by edge
  std::vector<std::uint32_t> slot_first_;  // by slot: its edges in slot_edges_
  std::vector<std::uint32_t> slot_edges_;
  std::vector<T> supply_;  // by slot: not yet placed
  std::vector<T> room_;    // by group: still free
  std::vector<std::int32_t> slot_level_;
  std::vector<std::int32_t> group_level_;
  std::vector<std::uint32_t> slot_next_;
  std::vector<std::uint32_t> group_next_;
};

template <>
inline std::int64_t LoadNetwork<std::int64_t>::times(const BigInt& a, std::int64_t b) {
  return *a.to_int64() * b;
}
template <>
inline BigInt LoadNetwork<BigInt>::times(const BigInt& a, std::int64_t b) {
  return a * BigInt(b);
}
template <>
inline std::int64_t LoadNetwork<std::int64_t>::scaled(const std::int64_t& value, std::int64_t multiply,
                                                      std::int64_t divide) {
  __extension__ using Int128 = __int128;
  return static_cast<std::int64_t>(static_cast<Int128>(value) * multiply / divide);
}
template <>
inline BigInt LoadNetwork<BigInt>::scaled(const BigInt& value, std::int64_t multiply, std::int64_t divide) {
  return value * BigInt(multiply) / BigInt(divide);
}

template <class T>
LoadNetwork<T> LoadNetwork<T>::split(const BigInt& cost, const std::vector<std::int64_t>& approvers,
                                     std::vector<std::uint32_t>& without, std::vector<std::uint32_t>& with) const {
  LoadNetwork out(0);
  out.people_.clear();
  out.first_.assign(1, 0);
  out.bound_ = bound_;
  out.costs_ = costs_;
  out.costs_.push_back(cost);
  without.assign(groups(), 0);
  with.assign(groups(), 0);
  std::vector<T> rest;
  for (std::size_t g = 0; g < groups(); ++g) {
    const std::int64_t others = people_[g] - approvers[g];
    rest.assign(flow_.begin() + static_cast<std::ptrdiff_t>(first_[g]),
                flow_.begin() + static_cast<std::ptrdiff_t>(first_[g + 1]));
    if (others > 0) {  // they carry as much of the group's flow as they can: that leaves room for the new slot
      without[g] = static_cast<std::uint32_t>(out.groups());
      T room = times(bound_.total, others);
      for (std::size_t i = 0; i < rest.size(); ++i) {
        const T part = approvers[g] == 0 ? rest[i] : std::min(rest[i], room);
        out.slot_.push_back(slot_[first_[g] + i]);
        out.flow_.push_back(part);
        room -= part;
        rest[i] -= part;
      }
      out.add_group(others);
    }
    if (approvers[g] > 0) {
      with[g] = static_cast<std::uint32_t>(out.groups());
      for (std::size_t i = 0; i < rest.size(); ++i) {
        out.slot_.push_back(slot_[first_[g] + i]);
        out.flow_.push_back(rest[i]);
      }
      out.slot_.push_back(static_cast<std::uint32_t>(costs_.size()));
      out.flow_.push_back(T(0));
      out.add_group(approvers[g]);
    }
  }
  out.index_slots();
  return out;
}

template <class T>
void LoadNetwork<T>::index_slots() {
  group_.resize(slot_.size());
  slot_first_.assign(costs_.size() + 1, 0);
  for (std::uint32_t g = 0; g < groups(); ++g) {
    for (std::uint32_t e = first_[g]; e < first_[g + 1]; ++e) {
      group_[e] = g;
      ++slot_first_[slot_[e] + 1];
    }
  }
  for (std::size_t s = 1; s < slot_first_.size(); ++s) slot_first_[s] += slot_first_[s - 1];
  slot_edges_.resize(slot_.size());
  std::vector<std::uint32_t> next(slot_first_.begin(), slot_first_.end() - 1);
  for (std::uint32_t e = 0; e < slot_.size(); ++e) slot_edges_[next[slot_[e]]++] = e;
}

/// The flow of a lower bound, rounded down, is a flow of a higher one: every slot and group has room for it.
template <class T>
void LoadNetwork<T>::rescale(const LoadBound& bound) {
  supply_.clear();
  for (const BigInt& cost : costs_) supply_.push_back(times(cost, bound.people));
  room_.clear();
  for (const std::int64_t people : people_) room_.push_back(times(bound.total, people));
  for (std::size_t e = 0; e < flow_.size(); ++e) {
    if (flow_[e] == T(0)) continue;
    if (bound.people != bound_.people) flow_[e] = scaled(flow_[e], bound.people, bound_.people);
    supply_[slot_[e]] -= flow_[e];
    room_[group_[e]] -= flow_[e];
  }
  bound_ = bound;
}

/// Distances from the slots that still have supply; whether any group with room is reached.
template <class T>
bool LoadNetwork<T>::reach() {
  bool found = false;
  slot_level_.assign(costs_.size(), -1);
  group_level_.assign(groups(), -1);
  std::vector<std::uint32_t> slots;
  for (std::uint32_t s = 0; s < costs_.size(); ++s) {
    if (supply_[s] == T(0)) continue;
    slot_level_[s] = 0;
    slots.push_back(s);
  }
  std::vector<std::uint32_t> next;
  for (std::int32_t level = 1; !slots.empty(); level += 2) {
    next.clear();
    for (const std::uint32_t s : slots) {
      for (std::uint32_t i = slot_first_[s]; i < slot_first_[s + 1]; ++i) {
        const std::uint32_t g = group_[slot_edges_[i]];
        if (group_level_[g] >= 0) continue;
        group_level_[g] = level;
        if (room_[g] > T(0)) found = true;
        for (std::uint32_t e = first_[g]; e < first_[g + 1]; ++e) {
          if (slot_level_[slot_[e]] >= 0 || flow_[e] == T(0)) continue;
          slot_level_[slot_[e]] = level + 1;
          next.push_back(slot_[e]);
        }
      }
    }
    slots.swap(next);
  }
  return found;
}

/// Moves up to `limit` from a slot along shortest ways to groups with room; returns how much.
template <class T>
T LoadNetwork<T>::push(std::uint32_t slot, const T& limit) {
  T pushed(0);
  for (std::uint32_t& i = slot_next_[slot]; i < slot_first_[slot + 1]; ++i) {
    const std::uint32_t e = slot_edges_[i];
    if (group_level_[group_[e]] != slot_level_[slot] + 1) continue;
    pushed += push_into(group_[e], e, limit - pushed);
    if (pushed == limit) break;
  }
  return pushed;
}

template <class T>
T LoadNetwork<T>::push_into(std::uint32_t group, std::uint32_t edge, const T& limit) {
  T pushed = std::min(limit, room_[group]);
  room_[group] -= pushed;
  for (std::uint32_t& e = group_next_[group]; pushed < limit && e < first_[group + 1]; ++e) {
    if (flow_[e] == T(0) || slot_level_[slot_[e]] != group_level_[group] + 1) continue;
    const T wanted = std::min(T(limit - pushed), flow_[e]);
    const T moved = push(slot_[e], wanted);
    flow_[e] -= moved;
    pushed += moved;
    if (pushed == limit) break;
  }
  flow_[edge] += pushed;
  return pushed;
}

template <class T>
LoadBound LoadNetwork<T>::reached() const {
  LoadBound set{BigInt(0), 0};
  for (std::size_t s = 0; s < costs_.size(); ++s) {
    if (slot_level_[s] >= 0) set.total += costs_[s];
  }
  for (std::size_t g = 0; g < groups(); ++g) {
    if (group_level_[g] >= 0) set.people += people_[g];
  }
  return set;
}

template <class T>
bool LoadNetwork<T>::carries(const LoadBound& bound, LoadBound& denser) {
  rescale(bound);
  while (reach()) {
    slot_next_.assign(slot_first_.begin(), slot_first_.end() - 1);
    group_next_.assign(first_.begin(), first_.end() - 1);
    for (std::uint32_t s = 0; s < costs_.size(); ++s) {
      if (supply_[s] > T(0)) supply_[s] -= push(s, supply_[s]);
    }
  }
  if (std::all_of(supply_.begin(), supply_.end(), [](const T& left) { return left == T(0); })) return true;
  denser = reached();
  return false;
}

}  // namespace stoepkrijt::rules
