#include "rules/knapsack.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "rules/subset_sum.hpp"

namespace stoepkrijt::rules {

namespace {

__extension__ using Int128 = __int128;

constexpr std::size_t kMostStates = 20'000'000;  // over the whole solution
constexpr std::uint32_t kRoot = static_cast<std::uint32_t>(-1);

/// Numbers small enough that their sums stay in 64 bits and their products in 128; else BigInt for both.
struct Small {
  using Int = std::int64_t;
  using Wide = Int128;
  static Wide wide(Int value) { return value; }
};
struct Large {
  using Int = BigInt;
  using Wide = BigInt;
  static Wide wide(const Int& value) { return value; }
};

template <class Numbers>
class Solver {
  using Int = typename Numbers::Int;

 public:
  struct Item {
    Int cost{};
    Int value{};
    std::uint32_t index = 0;
  };
  struct State {
    Int cost{};
    Int value{};
    std::uint32_t history = kRoot;  // place in changes_
  };

  Solver(std::vector<Item> items, Int capacity, Int floor, bool with_items)
      : items_(std::move(items)), capacity_(std::move(capacity)), best_(std::move(floor)), with_items_(with_items) {}

  KnapsackAnswer::Kind solve() {
    std::erase_if(items_, [&](const Item& item) { return item.cost > capacity_ || item.value == Int(0); });
    std::sort(items_.begin(), items_.end(), [](const Item& a, const Item& b) {
      const auto left = Numbers::wide(a.value) * Numbers::wide(b.cost);
      const auto right = Numbers::wide(b.value) * Numbers::wide(a.cost);
      return left != right ? left > right : a.index < b.index;
    });
    State start;
    while (break_ < items_.size() && start.cost + items_[break_].cost <= capacity_) {
      start.cost += items_[break_].cost;
      start.value += items_[break_].value;
      ++break_;
    }
    states_.push_back(start);
    note(start);
    left_ = break_;
    right_ = break_;
    for (prune(); !states_.empty() && (left_ > 0 || right_ < items_.size()); prune()) {
      if (right_ < items_.size()) {
        branch(items_[right_++], true);
        prune();
      }
      if (left_ > 0) branch(items_[--left_], false);
      if (created_ > kMostStates) return KnapsackAnswer::Kind::kTooHard;
    }
    return found_ ? KnapsackAnswer::Kind::kFound : KnapsackAnswer::Kind::kNone;
  }

  [[nodiscard]] const Int& value() const { return best_; }

  [[nodiscard]] std::vector<std::uint32_t> chosen() const {
    std::vector<bool> in(items_.size(), false);
    std::fill(in.begin(), in.begin() + static_cast<std::ptrdiff_t>(break_), true);
    for (std::uint32_t at = best_history_; at != kRoot; at = changes_[at].before) {
      in[changes_[at].item] = !in[changes_[at].item];
    }
    std::vector<std::uint32_t> out;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (in[i]) out.push_back(items_[i].index);
    }
    std::sort(out.begin(), out.end());
    return out;
  }

 private:
  struct Change {
    std::uint32_t before = kRoot;
    std::uint32_t item = 0;
  };

  void note(const State& state) {
    if (state.cost > capacity_ || state.value <= best_) return;
    best_ = state.value;
    best_history_ = state.history;
    found_ = true;
  }

  /// Merges the states with the same states after one more change, keeping those that no other dominates. Both lists
  /// rise in cost and in value.
  void branch(const Item& item, bool add) {
    const auto changed_of = [&](const State& state) {
      return add ? State{state.cost + item.cost, state.value + item.value, state.history}
                 : State{state.cost - item.cost, state.value - item.value, state.history};
    };
    const std::uint32_t number = static_cast<std::uint32_t>(&item - items_.data());
    std::vector<State> merged;
    merged.reserve(states_.size() * 2);
    const auto keep = [&](State state, bool is_changed) {
      if (!merged.empty() && merged.back().value >= state.value) return;
      if (!merged.empty() && merged.back().cost == state.cost) merged.pop_back();
      if (is_changed && with_items_) {
        changes_.push_back({state.history, number});
        state.history = static_cast<std::uint32_t>(changes_.size() - 1);
      }
      if (is_changed) note(state);
      merged.push_back(std::move(state));
    };
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < states_.size() || j < states_.size()) {
      if (j == states_.size()) {
        keep(states_[i++], false);
        continue;
      }
      State changed = changed_of(states_[j]);
      const bool old_first =
          i < states_.size() &&
          (states_[i].cost < changed.cost || (states_[i].cost == changed.cost && states_[i].value >= changed.value));
      if (old_first) {
        keep(states_[i++], false);
      } else {
        keep(std::move(changed), true);
        ++j;
      }
    }
    created_ += merged.size();
    states_ = std::move(merged);
  }

  /// Drops the states whose bound is not above the best known. Below the capacity at most the money left goes to the
  /// best item not yet looked at; above it at least the excess is freed by the worst item still in.
  void prune() {
    std::erase_if(states_, [&](const State& state) {
      if (state.cost <= capacity_) {
        if (right_ == items_.size()) return state.value <= best_;
        const Item& next = items_[right_];
        if (next.cost == Int(0)) return false;
        return Numbers::wide(state.value - best_) * Numbers::wide(next.cost) +
                   Numbers::wide(capacity_ - state.cost) * Numbers::wide(next.value) <=
               0;
      }
      if (left_ == 0) return true;
      const Item& next = items_[left_ - 1];
      if (next.cost == Int(0)) return true;
      return Numbers::wide(state.value - best_) * Numbers::wide(next.cost) -
                 Numbers::wide(state.cost - capacity_) * Numbers::wide(next.value) <=
             0;
    });
  }

  std::vector<Item> items_;
  Int capacity_;
  Int best_;
  bool with_items_;
  std::size_t break_ = 0;
  std::size_t left_ = 0;   // items before it are still in, not looked at
  std::size_t right_ = 0;  // items from it on are still out, not looked at
  std::vector<State> states_;
  std::vector<Change> changes_;
  std::size_t created_ = 0;
  std::uint32_t best_history_ = kRoot;
  bool found_ = false;
};

template <class Numbers, class Convert>
KnapsackAnswer run(const std::vector<KnapsackItem>& items, const BigInt& capacity, const BigInt& floor, bool with_items,
                   const Convert& convert) {
  std::vector<typename Solver<Numbers>::Item> own;
  own.reserve(items.size());
  for (std::uint32_t i = 0; i < items.size(); ++i) own.push_back({convert(items[i].cost), convert(items[i].value), i});
  Solver<Numbers> solver(std::move(own), convert(capacity), convert(floor), with_items);
  KnapsackAnswer answer;
  answer.kind = solver.solve();
  if (answer.kind != KnapsackAnswer::Kind::kFound) return answer;
  answer.value = BigInt(solver.value());
  if (with_items) answer.items = solver.chosen();
  return answer;
}

/// Many items, each worth what it costs.
bool is_subset_sum(const std::vector<KnapsackItem>& items, const BigInt& room) {
  constexpr std::size_t kFew = 32;  // the solver is quicker
  return items.size() > kFew && items.size() <= LargestSum::kMostNumbers && room <= BigInt(LargestSum::kMostLimit) &&
         !room.is_negative() &&
         std::all_of(items.begin(), items.end(), [](const auto& i) { return i.cost == i.value; });
}

KnapsackAnswer solve_subset_sum(const std::vector<KnapsackItem>& items, const BigInt& room, const BigInt& floor) {
  std::vector<std::int64_t> costs;
  costs.reserve(items.size());  // one that fits in no room at all is left out as such
  for (const KnapsackItem& item : items) costs.push_back(item.cost.to_int64().value_or(LargestSum::kMostLimit + 1));
  LargestSum best = largest_sum(costs, *room.to_int64());
  KnapsackAnswer answer;
  if (BigInt(best.sum) <= floor) return answer;
  answer.kind = KnapsackAnswer::Kind::kFound;
  answer.value = BigInt(best.sum);
  answer.items = std::move(best.numbers);
  return answer;
}

}  // namespace

KnapsackAnswer solve_knapsack(const std::vector<KnapsackItem>& items, const BigInt& capacity, const BigInt& floor,
                              bool with_items) {
  // In the largest units that fit all items: smaller numbers, and a capacity that can be reached.
  BigInt cost_unit;
  BigInt value_unit;
  for (const KnapsackItem& item : items) {
    cost_unit = BigInt::gcd(cost_unit, item.cost);
    value_unit = BigInt::gcd(value_unit, item.value);
  }
  if (cost_unit.is_zero()) cost_unit = BigInt(1);
  if (value_unit.is_zero()) value_unit = BigInt(1);
  std::vector<KnapsackItem> scaled;
  scaled.reserve(items.size());
  BigInt cost;
  BigInt value;
  for (const KnapsackItem& item : items) {
    scaled.push_back({item.cost / cost_unit, item.value / value_unit});
    cost += scaled.back().cost;
    value += scaled.back().value;
  }
  const BigInt room = std::min(BigInt::floor_divide(capacity, cost_unit), cost);
  const BigInt above = BigInt::floor_divide(floor, value_unit);
  const unsigned bits = std::max({cost.bit_length(), value.bit_length(), room.bit_length(), above.bit_length()});
  if (is_subset_sum(scaled, room)) {
    KnapsackAnswer sum = solve_subset_sum(scaled, room, above);
    sum.value *= value_unit;
    return sum;
  }
  KnapsackAnswer answer =
      bits <= 61 ? run<Small>(scaled, room, above, with_items, [](const BigInt& number) { return *number.to_int64(); })
                 : run<Large>(scaled, room, above, with_items, [](const BigInt& number) { return number; });
  answer.value *= value_unit;
  return answer;
}

}  // namespace stoepkrijt::rules
