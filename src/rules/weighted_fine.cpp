// The exact half of WeightedMesEngine where the weights of the voters have no common denominator to reckon with: the
// same steps as in weighted_exact.cpp, in FineNumbers. A run in which their bounds left something open is done again.
#include <algorithm>
#include <utility>

#include "rules/weighted_mes.hpp"

namespace stoepkrijt::rules {

void WeightedMesEngine::make_fine(unsigned bits) {
  fine_ = std::make_unique<Fine>(bits);
  fine_->weights.reserve(weight_values_.size());
  for (const Ratio& weight : weight_values_) fine_->weights.emplace_back(fine_->context, weight);
}

WeightedRun WeightedMesEngine::fine_run(const Ratio& purse, std::optional<ProjectIndex> without) {
  for (;;) {
    fine_->prices.clear();
    fine_->start = FineNumber(fine_->context, purse);
    fine_->purse = purse;
    WeightedRun run = attempt(purse, without);
    run.rounded = true;
    if (!fine_->context.doubt()) return run;
    make_fine(fine_->context.bits() * 2);  // kept for the runs that follow
  }
}

/// What the people of these ballots have left together.
FineNumber WeightedMesEngine::fine_money(const std::vector<std::uint32_t>& ballots) {
  std::vector<FineNumber> paid(fine_->prices.size());  // weight by paid winner
  BigInt everyone;
  for (const std::uint32_t ballot : ballots) {
    const Ratio people(BigInt::from_unsigned(election_.ballots[ballot].count), BigInt(1));
    everyone += people.numerator();
    for (std::uint32_t i = ballot_begin_[ballot]; i < ballot_begin_[ballot + 1]; ++i) {
      const std::int32_t won = won_[on_ballot_[i].other];
      if (won >= 0) paid[static_cast<std::size_t>(won)] += fine_->weights[on_ballot_[i].weight] * people;
    }
  }
  FineNumber money = fine_->start * Ratio(everyone, BigInt(1));
  for (std::size_t j = 0; j < paid.size(); ++j) {
    if (!paid[j].is_zero()) money -= fine_->prices[j] * paid[j];
  }
  return money;
}

FineNumber WeightedMesEngine::fine_purse(std::uint32_t ballot) const {
  FineNumber purse = fine_->start;
  for (std::uint32_t i = ballot_begin_[ballot]; i < ballot_begin_[ballot + 1]; ++i) {
    const std::int32_t won = won_[on_ballot_[i].other];
    if (won >= 0) purse -= fine_->prices[static_cast<std::size_t>(won)] * fine_->weights[on_ballot_[i].weight];
  }
  return purse;
}

bool WeightedMesEngine::fine_can_pay(const Candidate& c) {
  std::vector<std::uint32_t> ballots;
  for (std::uint32_t i = project_begin_[c.project]; i < project_begin_[c.project + 1]; ++i) {
    if (purses_[for_project_[i].other] >= 0) ballots.push_back(for_project_[i].other);
  }
  return fine_money(ballots) >= FineNumber(fine_->context, election_.projects[c.project].cost);
}

/// As exact_price. Those in doubt go by the low bound of their purse per weight: at the first who certainly has more
/// than the price so far, all the others have as well.
WeightedMesEngine::FinePrice WeightedMesEngine::fine_price(const Candidate& c) {
  struct Doubt {
    std::uint32_t ballot = 0;
    std::uint32_t weight = 0;
    FineNumber purse;
    FineNumber ratio;
  };
  poor_.clear();
  FinePrice price;
  std::vector<Doubt> doubts;
  const auto rich_weight = [&](std::uint32_t ballot, std::uint32_t weight) {
    return fine_->weights[weight] * Ratio(BigInt::from_unsigned(election_.ballots[ballot].count), BigInt(1));
  };
  for (std::uint32_t i = project_begin_[c.project]; i < project_begin_[c.project + 1]; ++i) {
    const auto [ballot, weight_index] = for_project_[i];
    const double purse = purses_[ballot];
    if (purse < 0) continue;
    const double weight = weight_doubles_[weight_index];
    if ((purse - error_) * (1 - 4 * kRounding) > c.high * weight) {
      price.payers += rich_weight(ballot, weight_index);
    } else if ((purse + error_) * (1 + 4 * kRounding) < c.low * weight) {
      poor_.push_back(ballot);
    } else {
      const FineNumber has = fine_purse(ballot);
      doubts.push_back({ballot, weight_index, has, has / fine_->weights[weight_index]});
      price.payers += rich_weight(ballot, weight_index);
    }
  }
  price.numerator = FineNumber(fine_->context, election_.projects[c.project].cost) - fine_money(poor_);
  std::sort(doubts.begin(), doubts.end(), [](const Doubt& a, const Doubt& b) { return a.ratio.low() < b.ratio.low(); });
  for (const Doubt& doubt : doubts) {
    const std::strong_ordering order = doubt.ratio * price.payers <=> price.numerator;
    if (order > 0) break;
    poor_.push_back(doubt.ballot);
    if (order == 0) continue;  // has exactly the price: pays as one who can
    const Ratio people(BigInt::from_unsigned(election_.ballots[doubt.ballot].count), BigInt(1));
    price.numerator -= doubt.purse * people;
    price.payers -= rich_weight(doubt.ballot, doubt.weight);
  }
  return price;
}

std::strong_ordering WeightedMesEngine::fine_compare(const Candidate& a, const Candidate& b) {
  const FinePrice x = fine_price(a);
  const FinePrice y = fine_price(b);
  return x.numerator * y.payers * utilities_.factors[b.project].value <=>
         y.numerator * x.payers * utilities_.factors[a.project].value;
}

Ratio WeightedMesEngine::fine_buy(const Candidate& c) {
  const FinePrice exact = fine_price(c);
  FineNumber price = exact.numerator / exact.payers;
  // The price as a double is to be right to kRounding.
  constexpr unsigned kGood = 60;
  if (BigInt::shift_left(price.high() - price.low(), kGood) > price.low()) fine_->context.raise_doubt();
  const BigInt one = BigInt::power_of_two(fine_->context.bits());
  charge(c, nearest_double(price.low() * fine_->purse.denominator(), one * fine_->purse.numerator()));
  won_[c.project] = static_cast<std::int32_t>(fine_->prices.size());
  Ratio rounded = price.rounded();
  fine_->prices.push_back(std::move(price));
  return rounded;
}

}  // namespace stoepkrijt::rules
