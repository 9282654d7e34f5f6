#include "rules/max_welfare.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "rules/best_set.hpp"
#include "rules/exact_real.hpp"
#include "rules/feasibility.hpp"
#include "rules/ties.hpp"
#include "rules/totals.hpp"

namespace stoepkrijt::rules {

namespace {

using Set = std::vector<ProjectIndex>;
enum class State : std::uint8_t { kOpen, kIn, kOut };

class Welfare {
 public:
  Welfare(const Election& election, const RuleParams& params, const Utilities& utilities, const Outcome& before)
      : election_(election),
        utilities_(utilities),
        totals_(total_weights(election, utilities)),
        rank_(tie_ranks(election, params)),
        watcher_(params.watcher),
        limited_(!Feasibility(election).trivial()),
        before_(before.winners) {
    const Ratio money = election.budget - before.cost;
    unit_ = money.denominator();
    for (const Project& project : election.projects) {
      const BigInt& d = project.cost.denominator();
      unit_ = unit_ / BigInt::gcd(unit_, d) * d;
    }
    money_ = in_units(money);
    const std::vector<std::uint64_t> votes = count_votes(election);
    for (ProjectIndex p = 0; p < election.projects.size(); ++p) {
      const bool chosen = std::find(before_.begin(), before_.end(), p) != before_.end();
      if (chosen || totals_.is_zero(p) || votes[p] < params.min_votes) continue;
      if (in_units(election.projects[p].cost) <= money_) candidates_.push_back(p);
    }
    std::sort(candidates_.begin(), candidates_.end(), [&](auto a, auto b) { return rank_[a] < rank_[b]; });
    rounds_ = totals_.fine();
    for (const ProjectIndex p : candidates_) rounds_ = rounds_ || utilities.factors[p].kind != Factor::Kind::kValue;
  }

  enum class End : std::uint8_t { kDone, kTooHard, kCancelled };
  End run() {
    // Sets that are not equal come apart long before this; the bound keeps a fault from becoming an endless count.
    constexpr unsigned kMostBits = 8192;
    for (unsigned bits = 64; bits <= kMostBits; bits *= 2) {
      round_values(bits);
      const std::optional<End> end = attempt();
      if (end) return *end;
    }
    return End::kTooHard;
  }

  /// In tie order.
  [[nodiscard]] const Set& winners() const { return winners_; }
  /// By winner: the projects of another optimal set that come in when it goes out.
  [[nodiscard]] const std::vector<Set>& instead() const { return instead_; }

 private:
  [[nodiscard]] BigInt in_units(const Ratio& amount) const {
    return amount.numerator() * (unit_ / amount.denominator());
  }

  /// The common denominator of the factors that are fractions.
  [[nodiscard]] BigInt scale_of_factors() const {
    BigInt scale(1);
    for (const ProjectIndex p : candidates_) {
      if (utilities_.factors[p].kind != Factor::Kind::kValue) continue;
      const BigInt& d = utilities_.factors[p].value.denominator();
      scale = scale / BigInt::gcd(scale, d) * d;
    }
    return scale;
  }

  /// Values as whole numbers: exact, or rounded down to 2^-bits where they have roots, logarithms or too
  /// fine weights. All sums of n of them are then at most 2·n too low.
  void round_values(unsigned bits) {
    values_.assign(election_.projects.size(), BigInt(0));
    const BigInt scale = rounds_ ? BigInt(1) : scale_of_factors();
    const BigInt one = BigInt::power_of_two(bits);
    for (const ProjectIndex p : candidates_) {
      const Factor& factor = utilities_.factors[p];
      if (totals_.fine()) {
        // The low bound of the total, times the factor, is cut by less than 2^-bits; then once more.
        const unsigned more = factor.value.ceil().bit_length() + 1;
        const BigInt low = totals_.sums[p].low(bits + more) * factor.value.numerator();
        values_[p] = BigInt::shift_right(BigInt::floor_divide(low, factor.value.denominator()), more);
        continue;
      }
      const BigInt& total = totals_.numerators[p];
      if (rounds_) {
        const RealBounds bounds = bounds_of(factor, bits + total.bit_length() + 2);
        values_[p] = BigInt::floor_divide(total * bounds.low.numerator() * one, bounds.low.denominator());
      } else {
        values_[p] = total * (factor.value.numerator() * (scale / factor.value.denominator()));
      }
    }
    // bounds.low is less than 2^-bits / total below the factor: with rounding down at most 2 lost per project.
    slack_ = rounds_ ? BigInt(2 * static_cast<std::int64_t>(candidates_.size())) : BigInt(0);
  }

  /// A best set by rounded values with these projects in and out, when its value is above `floor`.
  KnapsackAnswer solve(const std::vector<State>& states, const BigInt& floor, Set& set) {
    Set open;
    std::vector<KnapsackItem> items;
    BigInt money = money_;
    BigInt value;
    set.clear();
    for (const ProjectIndex p : candidates_) {
      const BigInt cost = in_units(election_.projects[p].cost);
      if (states[p] == State::kIn) {
        money -= cost;
        value += values_[p];
        set.push_back(p);
      } else if (states[p] == State::kOpen) {
        open.push_back(p);
        items.push_back({cost, values_[p]});
      }
    }
    KnapsackAnswer answer;
    if (money.is_negative()) return answer;
    if (limited_) {
      Set held = before_;
      held.insert(held.end(), set.begin(), set.end());
      answer = solve_with_limits(election_, held, open, items, money, floor - value);
    } else {
      // Projects of no rounded value still count when they are free: they are in every best set.
      answer = solve_knapsack(items, money, floor - value, true);
    }
    for (const std::uint32_t i : answer.items) set.push_back(open[i]);
    answer.value += value;
    std::sort(set.begin(), set.end(), [&](auto a, auto b) { return rank_[a] < rank_[b]; });
    return answer;
  }

  /// The utility of one set against that of another, exact.
  [[nodiscard]] std::strong_ordering compare(const Set& a, const Set& b) const {
    if (totals_.fine()) {
      FractionSum difference;
      const auto add_others = [&](const Set& set, const Set& other, const Ratio& sign) {
        for (const ProjectIndex p : set) {
          if (std::find(other.begin(), other.end(), p) != other.end()) continue;
          difference.add(totals_.sums[p], sign * utilities_.factors[p].value);
        }
      };
      add_others(a, b, Ratio(1));
      add_others(b, a, Ratio(-1));
      return difference.sign();
    }
    std::vector<Term> terms;
    const auto add = [&](const Set& set, const Set& other, const Ratio& sign) {
      for (const ProjectIndex p : set) {
        if (std::find(other.begin(), other.end(), p) != other.end()) continue;
        terms.push_back({sign * Ratio(totals_.numerators[p], BigInt(1)), utilities_.factors[p]});
      }
    };
    add(a, b, Ratio(1));
    add(b, a, Ratio(-1));
    return sign_of_sum(terms);
  }

  enum class Found : std::uint8_t { kEqual, kNone, kRetry, kTooHard };
  /// Whether a set with these projects in and out is as good as the best; kRetry: too few places to say.
  Found as_good(const std::vector<State>& states, Set& set) {
    const KnapsackAnswer answer = solve(states, least_ - BigInt(1), set);
    if (answer.kind == KnapsackAnswer::Kind::kTooHard) return Found::kTooHard;
    if (answer.kind == KnapsackAnswer::Kind::kNone) return Found::kNone;
    if (!rounds_) return Found::kEqual;
    return compare(set, best_) == 0 ? Found::kEqual : Found::kRetry;
  }

  /// nullopt: more binary places are needed.
  std::optional<End> attempt() {
    std::vector<State> states(election_.projects.size(), State::kOpen);
    instead_.clear();
    const KnapsackAnswer first = solve(states, BigInt(-1), best_);
    if (first.kind == KnapsackAnswer::Kind::kTooHard) return End::kTooHard;
    least_ = first.value - slack_;
    Set witness = best_;
    std::uint64_t done = 0;
    for (const ProjectIndex p : candidates_) {
      if (watcher_ != nullptr && !watcher_->on_progress(done++, candidates_.size())) return End::kCancelled;
      Set other;
      const bool in = std::find(witness.begin(), witness.end(), p) != witness.end();
      states[p] = in ? State::kOut : State::kIn;
      const Found found = as_good(states, other);
      if (found == Found::kTooHard) return End::kTooHard;
      if (found == Found::kRetry) return std::nullopt;
      if (in) {
        instead_.push_back(found == Found::kEqual ? other : Set{});
        states[p] = State::kIn;
      } else if (found == Found::kEqual) {
        instead_.push_back(std::move(witness));
        witness = std::move(other);
      } else {
        states[p] = State::kOut;
      }
    }
    winners_ = std::move(witness);
    for (Set& set : instead_) {
      std::erase_if(set, [&](auto p) { return std::find(winners_.begin(), winners_.end(), p) != winners_.end(); });
    }
    return End::kDone;
  }

  const Election& election_;
  const Utilities& utilities_;
  Totals totals_;
  std::vector<std::uint32_t> rank_;
  Watcher* watcher_;
  bool limited_;
  bool rounds_ = false;  // the values are rounded, and compare() decides
  Set before_;
  BigInt unit_;
  BigInt money_;
  Set candidates_;  // in tie order
  std::vector<BigInt> values_;
  BigInt slack_;
  BigInt least_;  // rounded value that no optimal set is below
  Set best_;
  Set winners_;
  std::vector<Set> instead_;
};

}  // namespace

Result<void> fill_with_max_welfare(const Election& election, const RuleParams& params, Outcome& outcome, Trace& trace) {
  SK_TRY(utilities, utilities_of(election, params.utility));
  Welfare welfare(election, params, utilities, outcome);
  const Welfare::End end = welfare.run();
  if (end == Welfare::End::kTooHard) return fail(ErrorCode::kTooLarge, "error.max_welfare_too_hard");
  if (end == Welfare::End::kCancelled) return fail(ErrorCode::kCancelled, "error.cancelled");
  const bool filling = !trace.rule.empty();
  for (std::size_t i = 0; i < welfare.winners().size(); ++i) {
    const ProjectIndex p = welfare.winners()[i];
    Round round;
    round.project = p;
    round.money_before = election.budget - outcome.cost;
    round.completed = filling;
    round.tied = welfare.instead()[i];
    if (!round.tied.empty()) round.tied.insert(round.tied.begin(), p);
    trace.projects[p].money_then = round.money_before;
    trace.rounds.push_back(std::move(round));
    outcome.winners.push_back(p);
    outcome.cost += election.projects[p].cost;
    trace.projects[p].why = WhyOut::kSelected;
    trace.projects[p].turn = static_cast<std::uint32_t>(outcome.winners.size());
  }
  return {};
}

Result<Outcome> max_welfare(const Election& election, const RuleParams& params, Trace& trace) {
  SK_TRY_VOID(validate(election));
  trace = Trace{};
  trace.projects.resize(election.projects.size());
  SK_TRY(utilities, utilities_of(election, params.utility));
  const std::vector<std::uint64_t> votes = count_votes(election);
  const std::vector<std::uint64_t> supporters = count_supporters(election, utilities);
  for (std::size_t p = 0; p < votes.size(); ++p) {
    ProjectTrace& project = trace.projects[p];
    project.votes = votes[p];
    const bool unsupported = supporters[p] == 0 || votes[p] < params.min_votes;
    const bool too_dear = election.projects[p].cost > election.budget;
    project.why = unsupported ? WhyOut::kNoSupport : too_dear ? WhyOut::kTooDear : WhyOut::kNotBest;
  }
  Outcome outcome;
  SK_TRY_VOID(fill_with_max_welfare(election, params, outcome, trace));
  trace.rule = "max-welfare";
  trace.utility = utilities.kind;
  trace.voters = count_voters(election);
  return outcome;
}

}  // namespace stoepkrijt::rules
