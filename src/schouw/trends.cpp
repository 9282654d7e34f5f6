#include "schouw/trends.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "base/check.hpp"

namespace stoepkrijt::schouw {

namespace {

constexpr std::int64_t kDayMs = 86'400'000;

BigInt power(std::int64_t base, std::int64_t exponent) {
  BigInt out = 1;
  BigInt square = base;
  for (; exponent > 0; exponent /= 2) {
    if (exponent % 2 == 1) out *= square;
    square *= square;
  }
  return out;
}

/// Holm's step-down: the smallest against level / m, the next against level / (m - 1), … until one is too large.
void mark_warnings(std::vector<Trend>& all, const TrendSettings& settings) {
  std::vector<Trend*> order;
  for (Trend& trend : all) order.push_back(&trend);
  std::stable_sort(order.begin(), order.end(), [](const Trend* a, const Trend* b) { return a->chance < b->chance; });
  auto left = static_cast<std::int64_t>(order.size());
  for (Trend* trend : order) {
    if (trend->chance * Ratio(left) > settings.level) return;
    trend->warning = trend->now >= settings.least;
    --left;
  }
}

}  // namespace

Ratio chance_of_rise(std::int64_t before, std::int64_t now, std::int64_t days_before, std::int64_t days_now) {
  SK_CHECK(before >= 0 && now >= 0 && days_before > 0 && days_now > 0);
  const std::int64_t common = std::gcd(days_before, days_now);
  const std::int64_t a = days_now / common, b = days_before / common, n = before + now;
  // The terms C(n, i) a^i b^(n-i), from i = n down to i = now; each follows exactly from the one before.
  BigInt term = power(a, n);
  BigInt sum = term;
  for (std::int64_t i = n; i > now; --i) {
    term *= BigInt(i * b);
    term = term / BigInt((n - i + 1) * a);
    sum += term;
  }
  return {std::move(sum), power(a + b, n)};
}

std::vector<Trend> trends(const model::Dossier& dossier, std::int64_t now_ms, const TrendSettings& settings) {
  const std::int64_t recent = now_ms - settings.days_now * kDayMs;
  const std::int64_t first = recent - settings.days_before * kDayMs;
  std::map<std::pair<std::string_view, model::SchouwTheme>, std::pair<std::int64_t, std::int64_t>> counts;
  for (const model::Signal& signal : dossier.signals) {
    if (signal.kind != model::SignalKind::kProblem || signal.time_ms > now_ms || signal.time_ms <= first) continue;
    auto& [before, now] = counts[{signal.buurt, signal.theme}];
    ++(signal.time_ms > recent ? now : before);
  }
  std::vector<Trend> out;
  for (const auto& [key, count] : counts) {
    Trend trend{std::string(key.first), key.second, count.first, count.second, {}, false};
    trend.chance = chance_of_rise(trend.before, trend.now, settings.days_before, settings.days_now);
    out.push_back(std::move(trend));
  }
  mark_warnings(out, settings);
  return out;
}

}  // namespace stoepkrijt::schouw
