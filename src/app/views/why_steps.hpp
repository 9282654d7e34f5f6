// The steps that the answers to "why" share. Private to why_view.cpp and why_money.cpp.
#pragma once

#include <string>

#include "app/views/why_view.hpp"

namespace stoepkrijt::app {

/// What each voter held when the plan was paid or last looked at, and where that came from.
struct PurseWords {
  std::string text, note, amount;
  bool part = false;  ///< of a pot or a minimum: over some voters only
};
[[nodiscard]] PurseWords purse_words(const State& state, const model::Round& round, const CountResult& result,
                                     const PlanCount& p, const Lang& lang);

void add_dots(std::int64_t votes, const Lang& lang, WhyStep& step);
/// In words alone: what no bar can show.
[[nodiscard]] WhyStep reason_step(const PlanCount& p, const model::Plan& plan, const Lang& lang);
[[nodiscard]] WhyStep people_step(const PlanCount& p, std::string text, const Lang& lang);
/// The costs lie on the voters: what they carried already, and what this plan adds.
void loads_steps(const model::Round& round, const model::Plan& plan, const PlanCount& p, const Lang& lang,
                 WhyView& view);
void shares_winner(const model::Round& round, const CountResult& result, const PlanCount& p, const PurseWords& purse,
                   const Lang& lang, WhyView& view);
void shares_loser(const model::Round& round, const CountResult& result, const model::Plan& plan, const PlanCount& p,
                  const PurseWords& purse, const Lang& lang, WhyView& view);

}  // namespace stoepkrijt::app
