// A budget round: the money, the plans, who decides what, and until when.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/money.hpp"
#include "geo/position.hpp"

namespace stoepkrijt::model {

/// Crooswijk's six themes (design: product). The order is that of the theme colours 1 to 6.
enum class Theme : std::uint8_t { kOutdoor, kWork, kSafety, kLanguage, kHealth, kTogether };
inline constexpr std::size_t kThemeCount = 6;

/// Participation ladder (Zwolle), stated at every round before people give their time.
enum class LadderStep : std::uint8_t { kKnow, kThink, kDo, kDecide };  // meeweten, meedenken, meedoen, meebeslissen

enum class RoundPhase : std::uint8_t { kPreparing, kOpen, kClosed, kCounted };

/// One of Zwolle's seven rules for spending a neighbourhood budget, as judged for a plan.
struct RuleCheck {
  bool met = false;
  std::string reason;
  friend bool operator==(const RuleCheck&, const RuleCheck&) = default;
};
inline constexpr std::size_t kRuleChecks = 7;

/// No amount in a round is above this (one billion euros): sums of a round then never leave 64 bits.
inline constexpr std::int64_t kMaxCents = 100'000'000'000;

/// Words in Dutch with an optional English version; an empty `en` falls back to `nl`.
struct Words {
  std::string nl;
  std::string en;
  friend bool operator==(const Words&, const Words&) = default;
};

struct Plan {
  std::string id;  ///< unique in the round; also the project id in .pb files
  Words title;
  Words summary;  ///< one or two sentences
  Words description;
  std::string proposer;  ///< kind of proposer, in words
  Money cost;            ///< what is asked from the budget, > 0; contributions are already deducted
  Theme theme = Theme::kOutdoor;
  std::string icon;   ///< Tabler icon name
  std::string buurt;  ///< code, or empty for the whole neighbourhood
  std::optional<geo::LonLat> place;
  std::int32_t own_people = 0;  ///< residents who join
  std::int32_t own_hours = 0;
  std::string own_words;
  Money third_party;  ///< deducted beforehand, in the open
  std::string third_party_who;
  std::int32_t support_households = 0;  ///< draagvlak: households that back it ...
  std::int32_t support_of = 0;          ///< ... of so many asked
  std::array<RuleCheck, kRuleChecks> checks{};
  std::vector<std::string> excludes = {};        ///< plans that cannot be carried out beside it; holds both ways
  std::vector<std::string> requires_plans = {};  ///< plans without which it cannot be carried out
  Money least_cost = {};                         ///< its owner can do it smaller, for at least this much; 0: cannot
  std::vector<std::string> comes_from = {};      ///< ids of the signals (ideas) that it was made of, unique, sorted
  friend bool operator==(const Plan&, const Plan&) = default;
};

/// How people vote. Vouchers are points of which each is worth a part of the budget.
enum class VoteMethod : std::uint8_t { kApproval, kKnapsack, kPoints, kRanking, kVouchers };

/// kApproval: any plans. kKnapsack: plans that together cost at most the budget. Both give the same kind of ballot.
[[nodiscard]] constexpr bool gives_points(VoteMethod m) {
  return m == VoteMethod::kPoints || m == VoteMethod::kVouchers;
}
inline constexpr std::int32_t kMaxPoints = 10'000;

/// The form of the ballot. The default is what rounds were before they had a form: choose what fits.
struct VoteForm {
  VoteMethod method = VoteMethod::kKnapsack;
  std::int32_t most_plans = 0;     ///< at most so many plans on a ballot; 0: any number
  std::int32_t points = 10;        ///< points or vouchers that each voter may divide, 1 to kMaxPoints
  std::int32_t most_per_plan = 0;  ///< of those, at most so many on one plan; 0: all
  friend bool operator==(const VoteForm&, const VoteForm&) = default;
};

/// How the votes are counted: words of the command line (docs/cli.md), so that anyone can repeat it. Empty: its
/// default.
struct CountingRule {
  std::string id = "equal-shares";  ///< registry id
  std::string utility;
  std::string completion = "add1";
  std::string add1_start;  ///< of the completions that go step by step, as add1_stop
  std::string add1_stop;
  std::string then;
  std::string comparison;
  std::string variant;
  std::string ties;
  std::string seed;            ///< of the lot, published beforehand
  std::int64_t min_votes = 1;  ///< plans with fewer votes never win (greedy)
  friend bool operator==(const CountingRule&, const CountingRule&) = default;
};

/// Money for one buurt, or, when `buurt` is empty, for one theme. Zero: no such amount.
struct SpendingLimit {
  std::string buurt;
  Theme theme = Theme::kOutdoor;
  Money pot;    ///< a pot of its own: only its plans compete for it first; what it leaves goes to the whole wijk
  Money least;  ///< at least so much is spent on it, if its plans allow
  Money most;   ///< at most so much is spent on it
  friend bool operator==(const SpendingLimit&, const SpendingLimit&) = default;
};

struct Round {
  std::string id;
  Words title;
  Money budget;  ///< > 0
  RoundPhase phase = RoundPhase::kOpen;
  LadderStep ladder = LadderStep::kDecide;
  std::string opens;      ///< ISO 8601 date, "2026-11-16"
  std::string closes;     ///< last day to vote
  std::string result_on;  ///< day of the result
  Words who_may_vote;
  std::vector<Words> open_points;   ///< what the voters decide
  std::vector<Words> fixed_points;  ///< what is fixed
  Words afterwards;                 ///< what happens with the outcome
  VoteForm form;
  CountingRule rule;  ///< as announced
  std::vector<Plan> plans;
  std::vector<SpendingLimit> limits = {};  ///< pots are served in this order
  bool part_funding = false;               ///< what is left may go to a plan that can be done smaller
  friend bool operator==(const Round&, const Round&) = default;
};

/// What one person filled in. Empty = blank, and a blank vote is a vote.
/// `approved`: ids of plans, unique; sorted by bytes, or, on a ranking, in order of preference, best first.
/// `points`: parallel to `approved` where the form gives points or vouchers (each above zero), else empty.
struct Ballot {
  std::vector<std::string> approved;
  std::vector<std::int64_t> points = {};
  friend auto operator<=>(const Ballot&, const Ballot&) = default;
};

/// Has the ballot the shape that this form gives (points or none; sorted by bytes unless it is a ranking)? A blank
/// ballot fits every form. Says nothing of plans, money or limits: validate() does.
[[nodiscard]] bool fits_form(const Ballot& ballot, const VoteForm& form);

/// Equal ballots with their number, sorted by ballot: nothing of who or when is kept.
struct Urn {
  std::string round_id;
  struct Entry {
    Ballot ballot;
    std::int64_t count = 0;
    friend bool operator==(const Entry&, const Entry&) = default;
  };
  std::vector<Entry> entries;
  [[nodiscard]] std::int64_t total() const;
  void add(const Ballot& ballot, std::int64_t count = 1);
  /// People whose ballot fits the form.
  [[nodiscard]] std::int64_t total_in(const VoteForm& form) const;
  friend bool operator==(const Urn&, const Urn&) = default;
};

}  // namespace stoepkrijt::model
