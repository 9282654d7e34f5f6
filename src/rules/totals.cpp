#include "rules/totals.hpp"

#include <map>
#include <utility>

#include "rules/exact_real.hpp"

namespace stoepkrijt::rules {

namespace {

/// Whole numbers by denominator: of one project.
using Parts = std::map<BigInt, BigInt>;

/// The totals as they are, when a common denominator would be too long.
std::vector<FractionSum> sums_of(const Election& election, const Utilities& utilities) {
  std::vector<FractionSum> sums(election.projects.size());
  for (std::size_t b = 0; b < election.ballots.size(); ++b) {
    const Ballot& ballot = election.ballots[b];
    for (std::size_t i = 0; i < ballot.projects.size(); ++i) {
      sums[ballot.projects[i]].add(utilities.weights[b][i], BigInt::from_unsigned(ballot.count));
    }
  }
  return sums;
}

std::vector<Parts> parts_of(const Election& election, const Utilities& utilities) {
  std::vector<Parts> parts(election.projects.size());
  for (std::size_t b = 0; b < election.ballots.size(); ++b) {
    const Ballot& ballot = election.ballots[b];
    const BigInt people = BigInt::from_unsigned(ballot.count);
    for (std::size_t i = 0; i < ballot.projects.size(); ++i) {
      const Ratio& weight = utilities.weights[b][i];
      if (!weight.is_zero()) parts[ballot.projects[i]][weight.denominator()] += weight.numerator() * people;
    }
  }
  return parts;
}

}  // namespace

Totals total_weights(const Election& election, const Utilities& utilities) {
  Totals totals;
  if (utilities.plain()) {
    for (const std::uint64_t votes : count_votes(election)) totals.numerators.push_back(BigInt::from_unsigned(votes));
    return totals;
  }
  if (utilities.fine()) {
    totals.sums = sums_of(election, utilities);
    return totals;
  }
  const std::vector<Parts> parts = parts_of(election, utilities);
  std::map<BigInt, BigInt> shares;  // denominator -> common denominator / denominator
  for (const Parts& of_project : parts) {
    for (const auto& [denominator, sum] : of_project) shares.emplace(denominator, BigInt(0));
  }
  for (const auto& [denominator, share] : shares) {
    totals.denominator *= denominator / BigInt::gcd(totals.denominator, denominator);
  }
  totals.numerators.resize(parts.size());
  for (std::size_t p = 0; p < parts.size(); ++p) {
    for (const auto& [denominator, sum] : parts[p]) totals.numerators[p] += totals.denominator / denominator * sum;
  }
  return totals;
}

std::strong_ordering compare_scores(const Score& a, const Score& b) {
  if (a.infinite || b.infinite) return a.infinite <=> b.infinite;
  if (a.is_zero() || b.is_zero()) return !a.is_zero() <=> !b.is_zero();
  if (!a.sum.empty() && !b.sum.empty()) {  // only relative utilities are fine: their factors are fractions
    return compare_sums(a.sum, a.scale * a.factor.value, b.sum, b.scale * b.factor.value);
  }
  if (a.factor == b.factor) {
    return a.total * (a.scale.numerator() * b.scale.denominator()) <=>
           b.total * (b.scale.numerator() * a.scale.denominator());
  }
  if (a.factor.kind == Factor::Kind::kValue && b.factor.kind == Factor::Kind::kValue) {
    const Ratio x = a.scale * a.factor.value;
    const Ratio y = b.scale * b.factor.value;
    return a.total * (x.numerator() * y.denominator()) <=> b.total * (y.numerator() * x.denominator());
  }
  return compare_products(Ratio(a.total, BigInt(1)) * a.scale, a.factor, Ratio(b.total, BigInt(1)) * b.scale, b.factor);
}

std::vector<Score> scores_per_cost(const Election& election, const Utilities& utilities, const Totals& totals) {
  const bool by_cost = utilities.kind == Utility::kCost || utilities.kind == Utility::kRelativeCost;
  const std::vector<std::uint64_t> supporters = count_supporters(election, utilities);
  std::vector<Score> scores(election.projects.size());
  for (std::size_t p = 0; p < scores.size(); ++p) {
    Score& score = scores[p];
    const Ratio& cost = election.projects[p].cost;
    if (totals.fine()) {
      score.sum = totals.sums[p];
      score.total = score.sum.empty() ? BigInt(0) : BigInt(1);
    } else {
      score.total = totals.numerators[p];
    }
    if (score.total.is_zero() || by_cost) continue;
    if (utilities.kind == Utility::kEffort) {
      score.scale = Ratio(BigInt(1), BigInt::from_unsigned(supporters[p]));
    } else if (!cost.is_zero()) {
      score.scale = Ratio(1) / cost;
      score.factor = utilities.factors[p];
    } else if (utilities.kind != Utility::kLogCost) {
      score.infinite = true;
    }
  }
  return scores;
}

std::string welfare_text(const Utilities& utilities, const Totals& totals, const std::vector<ProjectIndex>& set) {
  constexpr std::size_t kLongest = 100;
  constexpr unsigned kDigits = 6;
  if (totals.fine()) {
    FractionSum all;
    for (const ProjectIndex p : set) all.add(totals.sums[p], utilities.factors[p].value);
    return all.to_fixed(kDigits);
  }
  std::vector<Term> terms;
  BigInt scale(1);  // of the fractions among the factors
  for (const ProjectIndex p : set) {
    const BigInt& d = utilities.factors[p].value.denominator();
    scale = scale / BigInt::gcd(scale, d) * d;
  }
  BigInt sum;
  for (const ProjectIndex p : set) {
    const Factor& factor = utilities.factors[p];
    if (factor.kind == Factor::Kind::kValue) {
      sum += totals.numerators[p] * (factor.value.numerator() * (scale / factor.value.denominator()));
    } else {
      terms.push_back({Ratio(totals.numerators[p], totals.denominator), factor});
    }
  }
  const BigInt denominator = totals.denominator * scale;
  if (!terms.empty()) {
    terms.push_back({Ratio(sum, denominator), Factor{}});
    return text_of_sum(terms, kDigits);
  }
  if (denominator.bit_length() < 4 * kLongest) {
    std::string text = Ratio(sum, denominator).to_string();
    if (text.size() <= kLongest) return text;
  }
  const BigInt scaled = sum * BigInt::power_of_ten(kDigits);
  return Ratio(BigInt::floor_divide(scaled * BigInt(2) + denominator, denominator * BigInt(2)),
               BigInt::power_of_ten(kDigits))
      .to_fixed(kDigits);
}

}  // namespace stoepkrijt::rules
