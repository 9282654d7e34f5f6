// Equal Shares at many start purses at once: what Add1 asks for. A certified filter in front of MesEngine.
//
// Tells the winners for start purses x, x + step, x + 2·step, ... (levels), each either proved or "not known here"; for
// the latter the caller runs MesEngine. It never guesses.
//
// Why it is fast. People who have paid for the same set of winners have the same purse: they share a history. All
// levels that have chosen the same set of winners, in whatever order, stand at the same node and share these histories,
// whatever their purses are; so the dear work, sorting the supporters of a plan by history, is done once per node, and
// only short lists of histories are walked per level. The price of a project never falls during a run, so an old price
// is a lower bound. Round by round each node passes its levels on to the nodes of the next round. Why it is exact.
// Money is counted in whole grid units, 2^60 of them at most together, with a proved error: the true purse is in [m, m
// + error], and bounds on a price follow as in MesEngine. Prices that are paid are computed anew in 120-bit fixed point
// from the number of people who paid each earlier winner, with an error bound of their own, so that errors do not feed
// on each other. Ratios are compared as doubles with a margin above their rounding. Where bounds overlap, the level is
// given up; only equal prices of two projects whose supporters can all pay are compared as whole numbers. Source:
// Peters, Pierczyński, Skowron, NeurIPS 2021 (the rule). The method is this project's own.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "rules/mes_engine.hpp"

namespace stoepkrijt::rules {

class MesLevels {
 public:
  static constexpr std::uint32_t kMost = 32;
  using Winners = std::optional<std::vector<ProjectIndex>>;  // in order of selection; absent: not known here

  /// The engine must outlive this.
  explicit MesLevels(const MesEngine& engine);

  /// By level: the winners when every purse is (numerator + level·step) / denominator units. 1 <= levels <= kMost.
  [[nodiscard]] std::vector<Winners> run(const BigInt& numerator, const BigInt& step, const BigInt& denominator,
                                         std::uint32_t levels);

 private:
  __extension__ using Int128 = __int128;
  using Lanes = std::uint32_t;                                                    // a set of levels, by bit
  using Row = std::array<std::int64_t, kMost>;                                    // by level
  using Ratios = std::array<double, kMost>;                                       // by level
  static constexpr std::int64_t kOut = std::numeric_limits<std::int64_t>::max();  // as a price: they cannot pay

  struct Candidate {
    ProjectIndex project = 0;
    Int128 cost = 0;            // 120-bit fixed point, exact
    std::int64_t cost_low = 0;  // grid
    std::int64_t cost_high = 0;
    double ratio_low = 0;   // price times this is at most price / value
    double ratio_high = 0;  // and this at least
    // At the node at hand:
    double least = 0;        // lower bound of price / value at every level; infinite: out, or seen in this round
    std::size_t groups = 0;  // in groups_: first those that have something left at some level, then the others
    std::uint32_t alive = 0;
    std::uint32_t gone = 0;
    std::int64_t people = 0;  // alive
  };
  struct Group {
    std::uint32_t history = 0;
    std::uint32_t people = 0;
  };
  /// Levels that have chosen the same set of winners.
  struct Node {
    std::vector<std::uint64_t> winners;  // by bit
    Lanes lanes = 0;
    std::vector<std::uint32_t> histories;  // by ballot
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
  struct Below {  // a threshold: people with less, and their money
    std::int64_t people = 0;
    std::int64_t money = 0;
  };

  // mes_levels.cpp: rounds and nodes
  bool start(const BigInt& numerator, const BigInt& step, const BigInt& denominator, std::uint32_t levels);
  void add_candidates(const BigInt& total, const BigInt& scale);
  void expand(Node& node);
  void pass_on(Node& node, std::size_t index, Lanes lanes, bool last);
  void decide(const Node& node);
  [[nodiscard]] std::size_t next_candidate(double worst) const;
  void finish(Lanes lanes);

  // mes_levels_price.cpp: what a project costs its supporters
  void evaluate(const Node& node, std::size_t index, Lanes lanes);
  void gather(const Node& node, Candidate& c);
  [[nodiscard]] static Below below(std::span<const Group> groups, const std::int64_t* purses, std::int64_t threshold);
  void evaluate_level(std::size_t index, std::uint32_t lane);
  void offer(std::size_t index, std::uint32_t lane, std::int64_t price_high, std::int64_t all_pay);
  [[nodiscard]] int compare_when_all_pay(std::size_t a, std::int64_t payers_a, std::size_t b,
                                         std::int64_t payers_b) const;

  // mes_levels_buy.cpp: paying
  [[nodiscard]] Lanes buy(std::size_t index, Lanes lanes);
  [[nodiscard]] Lanes find_poor(std::span<const Group> groups, Lanes lanes);
  void count_poor(std::span<const Group> groups, Lanes lanes, Poor& poor);
  [[nodiscard]] bool price(std::size_t index, std::uint32_t lane, const Poor& poor);
  void make_histories(std::size_t index, Lanes lanes);
  [[nodiscard]] std::uint32_t history_after(std::uint32_t history, std::uint32_t candidate);
  [[nodiscard]] std::uint32_t find_history(std::uint32_t history, std::uint32_t candidate);
  void grow_table();

  [[nodiscard]] std::span<const Group> alive_of(const Candidate& c) const {
    return std::span(groups_).subspan(c.groups, c.alive);
  }

  const MesEngine& engine_;
  std::vector<std::uint32_t> people_;  // by ballot
  bool usable_ = true;
  std::vector<ProjectIndex> free_;
  std::vector<Winners> results_;

  std::vector<Candidate> candidates_;
  std::size_t words_ = 0;  // of a set of candidates, by bit
  std::vector<Node> nodes_;
  std::vector<Node> next_nodes_;
  std::vector<std::vector<std::uint32_t>> spare_;  // lists of nodes that are no more
  Choice choice_;

  // Histories: sets of winners paid for. 0: none yet.
  std::uint32_t histories_ = 0;
  std::array<std::vector<std::int64_t>, kMost> purses_;  // grid; by level, then by history
  std::vector<Lanes> emptied_;                           // levels at which they have exactly nothing left
  std::vector<std::uint32_t> parent_;                    // the set without one of its winners,
  std::vector<std::uint32_t> paid_;                      // and which one that is, as a candidate
  std::vector<std::uint64_t> sets_;                      // words_ each
  std::vector<std::uint64_t> hashes_;
  std::vector<std::uint32_t> table_;  // open addressing, by hash: history + 1, or 0
  struct Step {
    std::uint32_t candidate = 0;
    std::uint32_t after = 0;
  };
  std::vector<Step> last_steps_;      // by history: the last payment asked for
  std::vector<std::uint32_t> child_;  // scratch: where a payment leads

  std::vector<Group> groups_;  // of the node at hand
  std::size_t groups_used_ = 0;
  std::vector<std::uint32_t> tally_;  // scratch of gather, by history

  // By level.
  std::array<Int128, kMost> start_{};
  std::array<std::vector<std::uint32_t>, kMost> paths_;  // winners so far, as candidates
  std::array<std::uint32_t, kMost> path_ids_{};          // equal for equal paths
  Row errors_{};
  // By candidate and level.
  std::vector<Row> price_low_;  // stays valid in later rounds; or kOut
  std::vector<std::array<Int128, kMost>> prices_;
  std::vector<Ratios> price_errors_;

  // Scratch of buy.
  std::vector<std::uint32_t> after_;  // by group
  std::vector<Lanes> poor_;           // by group: levels at which they pay all they have
  std::vector<std::int64_t> common_counts_;
  std::vector<Row> lane_counts_;
  std::int64_t common_people_ = 0;
  Row paid_low_{};  // what is paid, in grid units
  Row paid_high_{};
};

}  // namespace stoepkrijt::rules
