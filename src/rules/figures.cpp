#include "rules/figures.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace stoepkrijt::rules {

namespace {

Ratio whole(std::uint64_t value) { return Ratio(BigInt::from_unsigned(value), BigInt(1)); }

/// Fractions as numerators over one denominator, so that sums over many ballots need no reduction.
class Common {
 public:
  explicit Common(const std::vector<Ratio>& values) : denominator_(1) {
    for (const Ratio& value : values) {
      denominator_ *= value.denominator() / BigInt::gcd(denominator_, value.denominator());
    }
    for (const Ratio& value : values) numerators_.push_back(value.numerator() * (denominator_ / value.denominator()));
  }
  [[nodiscard]] const BigInt& operator[](std::size_t i) const { return numerators_[i]; }
  [[nodiscard]] Ratio ratio(const BigInt& numerator) const { return Ratio(numerator, denominator_); }

 private:
  BigInt denominator_;
  std::vector<BigInt> numerators_;
};

class Collector {
 public:
  Collector(const Election& election, const Outcome& outcome)
      : election_(election),
        approved_(approved_projects(election)),
        won_(election.projects.size(), false),
        paid_(election.projects.size()),
        votes_(election.projects.size(), 0) {
    for (const ProjectIndex p : outcome.winners) {
      won_[p] = true;
      paid_[p] = election.projects[p].cost;
    }
    if (outcome.part_paid && !outcome.winners.empty()) paid_[outcome.winners.back()] = *outcome.part_paid;
    for (std::size_t b = 0; b < approved_.size(); ++b) {
      for (const ProjectIndex p : approved_[b]) votes_[p] += election.ballots[b].count;
    }
    figures_.voters = count_voters(election);
    figures_.left = election.budget;
    for (const Ratio& paid : paid_) figures_.left -= paid;
  }

  Figures collect() {
    count_winners();
    count_money();
    count_points();
    measure_fair_share();
    measure_spending();
    figures_.exhaustive = true;
    for (ProjectIndex p = 0; p < won_.size(); ++p) {
      const Ratio& cost = election_.projects[p].cost;
      if (!won_[p] && votes_[p] > 0 && !cost.is_zero() && cost <= figures_.left) figures_.exhaustive = false;
    }
    return std::move(figures_);
  }

 private:
  void count_winners() {
    std::uint64_t all = 0;
    for (std::size_t b = 0; b < approved_.size(); ++b) {
      const std::uint64_t people = election_.ballots[b].count;
      if (people == 0) continue;
      const auto winners = static_cast<std::size_t>(
          std::count_if(approved_[b].begin(), approved_[b].end(), [&](ProjectIndex p) { return won_[p]; }));
      if (winners >= figures_.winners_per_voter.size()) figures_.winners_per_voter.resize(winners + 1);
      figures_.winners_per_voter[winners] += people;
      all += people * winners;
      if (approved_[b].empty()) {
        figures_.blank += people;
      } else if (winners == 0) {
        figures_.empty_handed += people;
      }
    }
    figures_.mean_winners = whole(all) / whole(figures_.voters);
    if (figures_.voters > figures_.blank) {
      figures_.empty_handed_part = whole(figures_.empty_handed) / whole(figures_.voters - figures_.blank);
    }
    std::vector<std::pair<Ratio, std::uint64_t>> values;
    for (std::size_t k = 0; k < figures_.winners_per_voter.size(); ++k) {
      values.emplace_back(whole(k), figures_.winners_per_voter[k]);
    }
    figures_.gini_winners = gini(std::move(values));
  }

  void count_money() {
    const Common paid(paid_);
    std::vector<std::pair<Ratio, std::uint64_t>> values;
    BigInt all;
    for (std::size_t b = 0; b < approved_.size(); ++b) {
      BigInt sum;
      for (const ProjectIndex p : approved_[b]) {
        if (won_[p]) sum += paid[p];
      }
      all += sum * BigInt::from_unsigned(election_.ballots[b].count);
      values.emplace_back(Ratio(std::move(sum), BigInt(1)), election_.ballots[b].count);
    }
    figures_.mean_money = paid.ratio(all) / whole(figures_.voters);
    figures_.gini_money = gini(std::move(values));  // the unit does not matter
  }

  void count_points() {
    if (election_.type != BallotType::kCumulative && election_.type != BallotType::kScoring) return;
    std::vector<std::pair<Ratio, std::uint64_t>> values;
    for (const Ballot& ballot : election_.ballots) {
      Ratio sum;
      for (std::size_t i = 0; i < ballot.projects.size() && i < ballot.points.size(); ++i) {
        if (won_[ballot.projects[i]]) sum += Ratio(ballot.points[i]);
      }
      values.emplace_back(std::move(sum), ballot.count);
    }
    figures_.gini_points = gini(std::move(values));
  }

  void measure_fair_share() {
    const std::size_t projects = won_.size();
    std::vector<Ratio> shares;  // of a supporter in what is paid, then in the cost, then the equal share
    for (ProjectIndex p = 0; p < projects; ++p)
      shares.push_back(votes_[p] == 0 ? Ratio(0) : paid_[p] / whole(votes_[p]));
    for (ProjectIndex p = 0; p < projects; ++p) {
      shares.push_back(votes_[p] == 0 ? Ratio(0) : election_.projects[p].cost / whole(votes_[p]));
    }
    shares.push_back(election_.budget / whole(figures_.voters));
    const Common common(shares);
    BigInt distance;
    for (std::size_t b = 0; b < approved_.size(); ++b) {
      BigInt share;
      BigInt attainable;
      for (const ProjectIndex p : approved_[b]) {
        share += common[p];
        attainable += common[projects + p];
      }
      const BigInt fair = std::min(attainable, common[2 * projects]);
      const BigInt difference = share > fair ? share - fair : fair - share;
      distance += difference * BigInt::from_unsigned(election_.ballots[b].count);
    }
    figures_.fair_share_distance = common.ratio(distance) / whole(figures_.voters);
  }

  void measure_spending() {
    Ratio spent;
    Ratio wished;
    std::map<std::pair<bool, std::string>, SpendingOn> on;
    const auto add = [&](bool area, const std::string& name, ProjectIndex p, const Ratio& wish) {
      SpendingOn& entry = on[{area, name}];
      entry.name = name;
      entry.area = area;
      entry.spent += paid_[p];
      entry.wished_part += wish;
      entry.chosen += won_[p] ? 1U : 0U;
      ++entry.offered;
    };
    bool any_theme = false;
    for (ProjectIndex p = 0; p < won_.size(); ++p) {
      const Project& project = election_.projects[p];
      const Ratio wish = project.cost * whole(votes_[p]);
      spent += paid_[p];
      wished += wish;
      for (const std::string& theme : project.categories) add(false, theme, p, wish);
      if (project.categories.empty()) add(false, "", p, wish);
      any_theme = any_theme || !project.categories.empty();
      add(true, project.area, p, wish);
    }
    Ratio squares;
    std::uint64_t themes = 0;
    for (auto& [key, entry] : on) {
      entry.spent_part = spent.is_zero() ? Ratio(0) : entry.spent / spent;
      entry.wished_part = wished.is_zero() ? Ratio(0) : entry.wished_part / wished;
      if (!entry.area && !entry.name.empty()) {
        const Ratio difference = entry.spent_part - entry.wished_part;
        squares += difference * difference;
        ++themes;
      }
      figures_.spending.push_back(std::move(entry));
    }
    if (any_theme) figures_.category_distance = squares / whole(themes);
  }

  const Election& election_;
  std::vector<std::vector<ProjectIndex>> approved_;
  std::vector<bool> won_;
  std::vector<Ratio> paid_;  // by project; 0 for losers
  std::vector<std::uint64_t> votes_;
  Figures figures_;
};

}  // namespace

std::vector<std::vector<ProjectIndex>> approved_projects(const Election& election) {
  const bool points = election.type == BallotType::kCumulative || election.type == BallotType::kScoring;
  std::vector<std::vector<ProjectIndex>> out;
  out.reserve(election.ballots.size());
  for (const Ballot& ballot : election.ballots) {
    std::vector<ProjectIndex> approved;
    for (std::size_t i = 0; i < ballot.projects.size(); ++i) {
      if (!points || (i < ballot.points.size() && ballot.points[i] > 0)) approved.push_back(ballot.projects[i]);
    }
    out.push_back(std::move(approved));
  }
  return out;
}

// Sorted ascending, with `before` people before a value that `people` have, the sum over all pairs of the absolute
// difference is 2 · sum of value · people · (2·before + people − n); divided by 2·n·(sum of values).
Ratio gini(std::vector<std::pair<Ratio, std::uint64_t>> values) {
  std::sort(values.begin(), values.end());
  std::uint64_t all = 0;
  for (const auto& [value, people] : values) all += people;
  Ratio sum;
  Ratio differences;
  std::uint64_t before = 0;
  for (const auto& [value, people] : values) {
    const Ratio together = value * whole(people);
    sum += together;
    differences += together * (whole(2 * before + people) - whole(all));
    before += people;
  }
  if (sum.is_zero()) return Ratio(0);
  return differences / (whole(all) * sum);
}

Result<Figures> figures_of(const Election& election, const Outcome& outcome) {
  SK_TRY_VOID(validate(election));
  if (count_voters(election) == 0) return fail(ErrorCode::kNoBallots, "error.no_ballots");
  return Collector(election, outcome).collect();
}

}  // namespace stoepkrijt::rules
