#include "rules/best_set.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace stoepkrijt::rules {

namespace {

constexpr std::uint64_t kMostSteps = 20'000'000;

class Search {
 public:
  Search(const Election& election, std::vector<ProjectIndex> chosen, const std::vector<ProjectIndex>& projects,
         const std::vector<KnapsackItem>& items, const BigInt& floor)
      : may_(election), set_(std::move(chosen)), projects_(projects), items_(items), best_(floor) {
    order_.resize(items.size());
    std::iota(order_.begin(), order_.end(), 0U);
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
      // Free ones first: one without value would otherwise count as equal to all others.
      if (items[a].cost.is_zero() != items[b].cost.is_zero()) return items[a].cost.is_zero();
      const BigInt left = items[a].value * items[b].cost;
      const BigInt right = items[b].value * items[a].cost;
      return left != right ? left > right : a < b;
    });
  }

  KnapsackAnswer run(const BigInt& capacity) {
    visit(0, capacity, BigInt(0));
    KnapsackAnswer answer;
    if (steps_ > kMostSteps) {
      answer.kind = KnapsackAnswer::Kind::kTooHard;
    } else if (found_) {
      answer.kind = KnapsackAnswer::Kind::kFound;
      answer.value = best_;
      answer.items = best_items_;
      std::sort(answer.items.begin(), answer.items.end());
    }
    return answer;
  }

 private:
  /// Whether the items from `at` on can, cut in parts if need be, lead above the best known.
  [[nodiscard]] bool can_improve(std::size_t at, BigInt money, BigInt value) const {
    for (; at < order_.size(); ++at) {
      const KnapsackItem& item = items_[order_[at]];
      if (item.cost > money) {
        return (value - best_) * item.cost + money * item.value > BigInt(0);
      }
      money -= item.cost;
      value += item.value;
    }
    return value > best_;
  }

  void visit(std::size_t at, const BigInt& money, const BigInt& value) {
    if (++steps_ > kMostSteps || !can_improve(at, money, value)) return;
    if (value > best_ && may_.allows(set_)) {
      best_ = value;
      best_items_ = in_;
      found_ = true;
    }
    if (at == order_.size()) return;
    const KnapsackItem& item = items_[order_[at]];
    if (item.cost <= money) {
      set_.push_back(projects_[order_[at]]);
      in_.push_back(order_[at]);
      if (may_.extendable(set_)) visit(at + 1, money - item.cost, value + item.value);
      in_.pop_back();
      set_.pop_back();
    }
    visit(at + 1, money, value);
  }

  Feasibility may_;
  std::vector<ProjectIndex> set_;
  const std::vector<ProjectIndex>& projects_;
  const std::vector<KnapsackItem>& items_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> in_;
  BigInt best_;
  std::vector<std::uint32_t> best_items_;
  std::uint64_t steps_ = 0;
  bool found_ = false;
};

}  // namespace

KnapsackAnswer solve_with_limits(const Election& election, const std::vector<ProjectIndex>& chosen,
                                 const std::vector<ProjectIndex>& projects, const std::vector<KnapsackItem>& items,
                                 const BigInt& capacity, const BigInt& floor) {
  return Search(election, chosen, projects, items, floor).run(capacity);
}

}  // namespace stoepkrijt::rules
