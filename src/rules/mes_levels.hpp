// Equal Shares at many start purses at once: what Add1 asks for. A certified filter in front of MesEngine.
//
// Tells the winners for start purses x, x + step, x + 2·step, ... (levels), each either proved or "not known here"; for
// the latter the caller runs MesEngine. It never guesses.
//
// Why it is fast. People who have paid for the same winners have the same purse: they share a history. As long as two
// levels choose the same winners they share these histories too, whatever their purses are; so the dear work, sorting
// the supporters of a plan by history, is done once for all levels, and only short lists of histories are walked per
// level. When levels choose different winners the set is split, each part goes on by itself (depth first, with what the
// other parts need put back afterwards). The price of a project never falls during a run, so an old price is a lower
// bound.
//
// Why it is exact. Money is counted in whole grid units, 2^60 of them at most together, with a proved error: the true
// purse is in [m, m + error], and bounds on a price follow as in MesEngine. Prices that are paid are computed anew in
// 120-bit fixed point from the number of people who paid each earlier winner, with an error bound of their own, so that
// errors do not feed on each other. Ratios are compared as doubles with a margin above their rounding. Where bounds
// overlap, the level is given up; only equal prices of two projects whose supporters can all pay are compared as whole
// numbers. Source: Peters, Pierczyński, Skowron, NeurIPS 2021 (the rule). The method is this project's own.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "rules/mes_engine.hpp"

namespace stoepkrijt::rules {

class MesLevels {
 public:
  static constexpr std::uint32_t kMost = 16;
  using Winners = std::optional<std::vector<ProjectIndex>>;  // in order of selection; absent: not known here

  /// The engine must outlive this.
  explicit MesLevels(const MesEngine& engine);

  /// By level: the winners when every purse is (numerator + level·step) / denominator units. 1 <= levels <= kMost.
  [[nodiscard]] std::vector<Winners> run(const BigInt& numerator, const BigInt& step, const BigInt& denominator,
                                         std::uint32_t levels);

 private:
  __extension__ using Int128 = __int128;
  using Lanes = std::uint32_t;  // a set of levels, by bit
  static constexpr std::uint32_t kChunk = 2;
  static constexpr Lanes kChunkLanes = (Lanes{1} << kChunk) - 1;
  static constexpr std::int64_t kOut = std::numeric_limits<std::int64_t>::max();  // as a price: they cannot pay
  using Quad = std::array<std::int64_t, kChunk>;                                  // by level of a chunk
  using Row = std::array<std::int64_t, kMost>;                                    // by level
  using Ratios = std::array<double, kMost>;

  struct Candidate {
    ProjectIndex project = 0;
    Int128 cost = 0;            // 120-bit fixed point, exact
    std::int64_t cost_low = 0;  // grid
    std::int64_t cost_high = 0;
    double ratio_low = 0;     // price times this is at most price / value
    double ratio_high = 0;    // and this at least
    double least = 0;         // lower bound of price / value at every level; infinite: out
    std::uint64_t stamp = 0;  // of the round last evaluated in
    std::size_t view = 0;     // its ballots in arena_, when not fresh
    std::uint32_t count = 0;  // of them
    bool fresh = true;        // its ballots are still those of the engine
    std::size_t groups = 0;   // in groups_, of the last evaluation
    std::uint32_t groups_count = 0;
    std::int64_t people = 0;  // in those groups
  };
  struct Group {
    std::uint32_t history = 0;
    std::int64_t people = 0;
  };
  /// The best project so far in this round, by level.
  struct Choice {
    std::array<std::int32_t, kMost> best{};  // index in candidates_, or -1
    Ratios ratio_low{};
    Ratios ratio_high{};
    Row price_low{};
    Row price_high{};
    Row all_pay{};  // that many people pay the same; 0: some are poor
    Lanes doubt = 0;
  };
  struct Poor {  // people who pay all they have, by level
    Row people{};
    Row with_money{};
  };
  struct Pass {
    Quad poor{};
    Quad poor_money{};
    Quad money{};
  };
  struct Saved;

  // mes_levels.cpp: the rounds
  bool start(const BigInt& numerator, const BigInt& step, const BigInt& denominator, std::uint32_t levels);
  void add_candidates(const BigInt& most);
  void follow(Lanes lanes);
  void decide(Lanes lanes);
  [[nodiscard]] std::size_t next_candidate(double worst) const;
  [[nodiscard]] Saved save() const;
  void restore(const Saved& saved);
  void finish(Lanes lanes);

  // mes_levels_price.cpp: what a project costs its supporters
  void evaluate(std::size_t index, Lanes lanes);
  void gather(Candidate& c);
  void drop_gone(Candidate& c, std::size_t left);
  template <bool kAll>
  static Pass pass(std::span<const Group> groups, const Quad* purses, const Quad& threshold);
  void evaluate_chunk(std::size_t index, std::uint32_t first, Lanes lanes);
  void offer(std::size_t index, std::uint32_t lane, std::int64_t price_high, std::int64_t all_pay);
  [[nodiscard]] int compare_when_all_pay(std::size_t a, std::int64_t payers_a, std::size_t b,
                                         std::int64_t payers_b) const;

  // mes_levels_buy.cpp: paying
  [[nodiscard]] Lanes buy(std::size_t index, Lanes lanes);
  [[nodiscard]] Lanes find_poor(std::span<const Group> groups, Lanes lanes);
  void count_poor(std::span<const Group> groups, Lanes lanes, Poor& poor);
  void count_history(std::uint32_t history, std::int64_t people, Lanes lanes);
  [[nodiscard]] bool price(const Candidate& c, std::uint32_t lane, const Poor& poor);
  void make_histories(std::span<const Group> groups, Lanes lanes);
  void move_people(const Candidate& c);

  [[nodiscard]] std::span<const std::uint32_t> ballots_of(const Candidate& c) const {
    return c.fresh ? engine_.supporters(c.project) : std::span(arena_).subspan(c.view, c.count);
  }
  [[nodiscard]] std::span<const Group> groups_of(const Candidate& c) const {
    return std::span(groups_).subspan(c.groups, c.groups_count);
  }

  const MesEngine& engine_;
  struct Ballots {
    std::uint32_t history = 0;
    std::uint32_t people = 0;
  };
  std::vector<Ballots> ballots_;
  bool usable_ = true;
  std::vector<ProjectIndex> free_;
  std::vector<Winners> results_;

  std::vector<Candidate> candidates_;
  std::vector<Row> price_low_;  // by candidate and level; stays valid in later rounds; or kOut
  std::uint64_t stamp_ = 0;
  Choice choice_;

  // Histories, by number. 0: nobody there has anything left at any level; 1: has paid for nothing yet.
  std::uint32_t histories_ = 0;
  std::array<std::vector<Quad>, kMost / kChunk> purses_;        // grid; by chunk of levels, then by history
  std::vector<Lanes> emptied_;                                  // levels at which they have exactly nothing left
  std::vector<std::uint32_t> parent_;                           // the history before the last payment
  std::vector<std::uint32_t> paid_;                             // which winner that was, by round
  std::vector<std::uint32_t> child_;                            // scratch: where a payment leads
  std::vector<std::pair<std::uint32_t, std::uint32_t>> moved_;  // ballot and the history it had: to go back
  std::int64_t error_ = 0;

  std::vector<std::uint32_t> arena_;  // lists of ballots, on a stack
  std::size_t arena_used_ = 0;
  std::vector<Group> groups_;  // likewise
  std::size_t groups_used_ = 0;
  std::vector<std::int64_t> tally_;  // scratch of gather, by history

  std::vector<ProjectIndex> path_;  // winners so far
  std::array<Int128, kMost> start_{};
  std::vector<std::array<Int128, kMost>> prices_;  // by round and level
  std::vector<Ratios> price_errors_;
  std::vector<Lanes> poor_;      // scratch of buy, by group: levels at which they pay all they have
  std::vector<Lanes> not_rich_;  // and those at which they may have less than the price
  std::vector<std::int64_t> common_counts_;
  std::vector<Row> lane_counts_;
  std::int64_t common_people_ = 0;
  Row paid_low_{};  // what is paid, in grid units
  Row paid_high_{};
};

}  // namespace stoepkrijt::rules
