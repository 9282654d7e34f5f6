// The ballot in the making against the round's form: what it uses, what is left, and why one step more is not possible.
//
// Pure; the reducer refuses by it and the views explain by it, so that both always agree.
//
// Example: limit_for(state, round, plan) is Limit::kMoney when the plan no longer fits in a knapsack; limit_words()
// then says "Dit past niet meer: u heeft nog € 2.000, dit plan kost € 4.500. Haal eerst een plan weg."
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/lang.hpp"
#include "app/state.hpp"

namespace stoepkrijt::app {

/// The choice so far, in the numbers of the round's form.
struct Choice {
  model::VoteForm form;
  std::int64_t plans = 0;
  Money cost;                    ///< of the chosen plans together
  Money money_left;              ///< of the budget; below zero where the form has no limit
  std::int64_t points = 0;       ///< given
  std::int64_t points_left = 0;  ///< of form.points
};
[[nodiscard]] Choice choice_of(const State& state, const model::Round& round);

/// Points on a plan, 0 when it is not chosen.
[[nodiscard]] std::int64_t points_on(const BallotDraft& draft, std::string_view plan_id);
/// Place among the chosen, from 0.
[[nodiscard]] std::optional<std::size_t> place_of(const BallotDraft& draft, std::string_view plan_id);

/// Why one more is not possible: this plan, or on a form with points one more point on it.
enum class Limit : std::uint8_t {
  kNone,
  kMoney,    ///< knapsack: costs more than is left
  kPlans,    ///< as many plans as one may choose
  kPoints,   ///< all points are given
  kPerPlan,  ///< as many points as one plan may have
};
[[nodiscard]] Limit limit_for(const State& state, const model::Round& round, const model::Plan& plan);
/// The same in a sentence with what to do about it; empty for kNone.
[[nodiscard]] std::string limit_words(Limit limit, const State& state, const model::Round& round,
                                      const model::Plan& plan, const Lang& lang);
/// The most points that this plan can have now, beside what other plans have.
[[nodiscard]] std::int64_t most_points(const State& state, const model::Round& round, const model::Plan& plan);

/// What one voucher is worth: the budget over all vouchers of `voters` people. Until fifty ballots are in, five hundred
/// voters are taken as an example.
struct VoucherWorth {
  std::int64_t voters = 0;
  Money each;  ///< rounded to the cent
};
[[nodiscard]] VoucherWorth voucher_worth(const State& state, const model::Round& round);
/// Of so many vouchers, from the exact worth.
[[nodiscard]] Money vouchers_worth(const State& state, const model::Round& round, std::int64_t vouchers);

/// "4 punten", "1 bon".
[[nodiscard]] std::string points_words(const model::VoteForm& form, std::int64_t n, const Lang& lang);

/// May the organiser still change how people vote and how their votes are counted? Error: kNotAllowed
/// "error.form_has_ballots" when real ballots are in the box. (In practice the box is emptied first.)
[[nodiscard]] Result<void> may_change_form(const State& state);
/// The same for any round: one that is in preparation has no ballots yet and is still open in all; of another that is
/// not the round of the app nothing changes any more (kNotAllowed "error.round_over").
[[nodiscard]] Result<void> may_change_form(const State& state, const model::Round& round);
/// Is it still being prepared? Then a lot may wait for the evening.
[[nodiscard]] inline bool is_prepared(const model::Round& round) {
  return round.phase == model::RoundPhase::kPreparing;
}
/// Is it the round of the app?
[[nodiscard]] bool is_current(const State& state, const model::Round& round);

/// The ballot as it is cast.
[[nodiscard]] model::Ballot make_ballot(const BallotDraft& draft, const model::VoteForm& form);
/// The draft without what the round does not know, and without points where it asks none.
[[nodiscard]] BallotDraft tidied(BallotDraft draft, const model::Round* round);

}  // namespace stoepkrijt::app
