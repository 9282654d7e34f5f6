#include "app/views/purse_bands.hpp"

#include <algorithm>

namespace stoepkrijt::app {

// One purse of a band: the mean of what its people spent, plan by plan, then what is left.
PurseBandView make_band(const model::Round& round, Money purse, const PurseBand& band, const Lang& lang) {
  PurseBandView out;
  const double all = static_cast<double>(purse.cents) * static_cast<double>(band.people);
  const auto part = [&](Money m) { return all <= 0 ? 0.0F : static_cast<float>(static_cast<double>(m.cents) / all); };
  for (const Spending& spending : band.spent) {
    const model::Plan* plan = find_plan(round, spending.plan_id);
    if (plan == nullptr) continue;
    const int theme = theme_number(plan->theme);
    const auto same =
        std::find_if(out.parts.begin(), out.parts.end(), [&](const BarPart& p) { return p.theme == theme; });
    if (same != out.parts.end())
      same->share += part(spending.amount);
    else
      out.parts.push_back({theme, part(spending.amount), std::string(theme_icon(plan->theme)), ""});
  }
  const Money mean{band.people == 0 ? 0 : (band.left.cents + band.people / 2) / band.people / 100 * 100};
  if (band.left.cents > 0)
    out.parts.push_back({0, part(band.left), "", part(band.left) > 0.28F ? lang.money(mean) : ""});
  out.people = lang.count(band.kind == PurseBand::Kind::kAll    ? "why.band_all"
                          : band.kind == PurseBand::Kind::kSome ? "why.band_some"
                                                                : "why.band_nothing",
                          band.people);
  out.amount = lang.money(band.left);
  return out;
}

}  // namespace stoepkrijt::app
