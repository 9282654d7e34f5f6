#include "rules/add1.hpp"

#include <algorithm>
#include <utility>

#include "rules/add1_skip.hpp"
#include "rules/equal_shares.hpp"
#include "rules/mes_levels.hpp"

namespace stoepkrijt::rules {

namespace {

constexpr std::uint64_t kMaxRuns = 1'000'000;

BigInt cost_of(const MesEngine& engine, const std::vector<ProjectIndex>& winners) {
  BigInt cost;
  for (const ProjectIndex p : winners) cost += engine.costs()[p];
  return cost;
}

/// Whether some supported, not free project outside the run exists, and whether one of them still fits.
struct Left {
  bool any = false;
  bool fits = false;
};

Left what_is_left(const MesEngine& engine, const std::vector<ProjectIndex>& winners) {
  std::vector<bool> won(engine.costs().size(), false);
  for (const ProjectIndex p : winners) won[p] = true;
  const BigInt money = engine.budget() - cost_of(engine, winners);
  Left left;
  for (std::size_t p = 0; p < won.size(); ++p) {
    if (won[p] || engine.votes()[p] == 0 || engine.costs()[p].is_zero()) continue;
    left.any = true;
    if (engine.costs()[p] <= money) left.fits = true;
  }
  return left;
}

/// Decides when it pays to prove that the coming steps change nothing: in small elections, after some equal runs.
class Skipper {
 public:
  Skipper(const Election& election, const RuleParams& params) : election_(election), params_(params) {
    for (const Ballot& ballot : election.ballots) approvals_ += ballot.projects.size();
  }

  /// Steps after the run with these winners that need no run of their own.
  std::uint64_t after(const std::vector<ProjectIndex>& winners, bool same_winners, const BigInt& purse,
                      const BigInt& step) {
    constexpr std::uint64_t kMostWork = 100'000;
    constexpr std::uint64_t kFarthest = std::uint64_t{1} << 50U;
    constexpr std::uint64_t kWorthwhile = 8;
    equal_runs_ = same_winners ? equal_runs_ + 1 : 0;
    if (equal_runs_ < patience_ || (winners.size() + 1) * approvals_ > kMostWork) return 0;
    const std::uint64_t steps =
        add1_steps_without_change(election_, params_, Outcome{winners, Ratio(0)}, Ratio(purse, step), kFarthest);
    equal_runs_ = 0;
    if (steps < kWorthwhile) patience_ *= 2;
    return steps;
  }

 private:
  const Election& election_;
  const RuleParams& params_;
  std::uint64_t approvals_ = 0;
  std::uint64_t equal_runs_ = 0;
  std::uint64_t patience_ = 16;
};

/// The winners per step, computed in blocks; what a block does not know is run by itself.
class Runs {
 public:
  Runs(MesEngine& engine, const BigInt& step) : engine_(engine), levels_(engine), step_(step) {}

  /// True when the run of this purse (over the number of voters, in units) has still to be computed.
  [[nodiscard]] bool needs_work(const BigInt& purse) const { return !index_of(purse) || !block_[*index_of(purse)]; }

  const std::vector<ProjectIndex>& winners(const BigInt& purse) {
    std::optional<std::size_t> at = index_of(purse);
    if (!at) {
      compute_block(purse);
      at = 0;
    }
    if (!block_[*at]) block_[*at] = engine_.run(purse, voters()).winners;
    return *block_[*at];
  }

 private:
  [[nodiscard]] BigInt voters() const { return BigInt::from_unsigned(engine_.voters()); }

  [[nodiscard]] std::optional<std::size_t> index_of(const BigInt& purse) const {
    if (block_.empty() || purse < first_) return std::nullopt;
    const auto index = ((purse - first_) / step_).to_int64();
    if (!index || static_cast<std::size_t>(*index) >= block_.size()) return std::nullopt;
    return static_cast<std::size_t>(*index);
  }

  void compute_block(const BigInt& purse) {
    const bool goes_on = !block_.empty() && purse == first_ + step_ * BigInt(static_cast<std::int64_t>(block_.size()));
    first_ = purse;
    if (useless_blocks_ >= kPatience) {  // too many ties for bounds: one exact run after another
      block_.assign(1, std::nullopt);
      return;
    }
    const std::uint32_t size = goes_on ? MesLevels::kMost : 1;  // the first by itself: most elections need no second
    block_ = levels_.run(purse, step_, voters(), size);
    const auto unknown = static_cast<std::size_t>(std::count(block_.begin(), block_.end(), std::nullopt));
    useless_blocks_ = 2 * unknown > block_.size() ? useless_blocks_ + 1 : 0;
  }

  static constexpr std::uint32_t kPatience = 2;
  MesEngine& engine_;
  MesLevels levels_;
  BigInt step_;
  BigInt first_;  // purse of block_[0]
  std::vector<MesLevels::Winners> block_;
  std::uint32_t useless_blocks_ = 0;
};

}  // namespace

Result<Outcome> equal_shares_add1(const Election& election, const RuleParams& params, Trace& trace) {
  SK_TRY_VOID(check_equal_shares(election));
  MesEngine engine(election, params);
  const BigInt voters = BigInt::from_unsigned(engine.voters());
  const BigInt step = engine.unit() * voters;  // one currency unit, in units over `voters`
  BigInt purse = engine.budget();
  if (params.add1_start == Add1Start::kIntegral) purse = BigInt::floor_divide(purse, step) * step;

  Runs ahead(engine, step);
  Skipper skipper(election, params);
  std::vector<ProjectIndex> winners = ahead.winners(purse);
  Left left = what_is_left(engine, winners);
  std::uint64_t steps = 0;
  std::uint64_t runs = 1;
  bool overran = false;
  bool same_winners = false;
  while (left.any && (params.add1_stop == Add1Stop::kNever || left.fits)) {
    if (++runs > kMaxRuns) return fail(ErrorCode::kTooLarge, "error.add1_too_long");
    const std::uint64_t skipped = skipper.after(winners, same_winners, purse, step);
    purse += step * BigInt::from_unsigned(skipped);
    steps += skipped;
    if (params.watcher != nullptr && ahead.needs_work(purse + step) && !params.watcher->on_progress(steps, 0)) {
      return fail(ErrorCode::kCancelled, "error.cancelled");
    }
    const std::vector<ProjectIndex>& next = ahead.winners(purse + step);
    same_winners = next == winners;
    if (!same_winners) {
      if (cost_of(engine, next) > engine.budget()) {
        overran = true;
        break;
      }
      winners = next;
      left = what_is_left(engine, winners);
    }
    ++steps;
    purse += step;
  }
  const MesRun run = engine.run(purse, voters);  // with its prices and ties
  SK_CHECK(run.winners == winners);
  Outcome outcome = report_run(election, engine, run, Ratio(purse, step), trace);
  trace.add1_steps = steps;
  trace.add1_runs = runs;
  trace.add1_overran = overran;
  return outcome;
}

}  // namespace stoepkrijt::rules
