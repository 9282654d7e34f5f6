#include "rules/units.hpp"

#include <cmath>
#include <limits>

namespace stoepkrijt::rules {

Units units_of(const Election& election) {
  Units out;
  out.unit = election.budget.denominator();
  for (const Project& project : election.projects) {
    const BigInt& d = project.cost.denominator();
    out.unit = out.unit / BigInt::gcd(out.unit, d) * d;
  }
  const auto in_units = [&](const Ratio& amount) { return amount.numerator() * (out.unit / amount.denominator()); };
  out.budget = in_units(election.budget);
  out.costs.reserve(election.projects.size());
  for (const Project& project : election.projects) out.costs.push_back(in_units(project.cost));
  return out;
}

double approximate(const BigInt& numerator, const BigInt& denominator) {
  if (numerator.is_zero()) return 0;
  // Scaled so that the whole quotient has 60 or 61 bits: rounding it down costs at most 2^-59, the conversion 2^-53.
  const int shift = 61 - static_cast<int>(numerator.bit_length()) + static_cast<int>(denominator.bit_length());
  constexpr int kSafe = 400;  // far from the limits of a double, products of two as well
  if (shift > kSafe || shift < -kSafe) return std::numeric_limits<double>::quiet_NaN();
  const BigInt scale = BigInt::power_of_two(static_cast<unsigned>(shift < 0 ? -shift : shift));
  const BigInt quotient = shift >= 0 ? numerator * scale / denominator : numerator / (denominator * scale);
  return std::ldexp(static_cast<double>(*quotient.to_int64()), -shift);
}

}  // namespace stoepkrijt::rules
