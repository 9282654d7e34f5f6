// The words and figures of a round that several screens share: themes, tiles, plan cards, whether voting is possible.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/lang.hpp"
#include "app/state.hpp"

namespace stoepkrijt::app {

/// Whether this device takes votes today. The built-in example is practice: it is always open, until a count of the
/// evening was put into it.
enum class VoteStatus : std::uint8_t { kPractice, kNotYet, kOpen, kClosed, kCounted, kNeedsCode };
/// Ballots on this device that belong to this round. Sealed votes are not among them.
[[nodiscard]] std::int64_t votes_here(const State& state, const model::Round& round);
[[nodiscard]] VoteStatus vote_status(const State& state, const model::Round& round);
/// May the organiser still announce another rule for this round?
[[nodiscard]] bool may_change_rule(const State& state, const model::Round& round);
[[nodiscard]] inline bool may_vote(VoteStatus s) { return s == VoteStatus::kPractice || s == VoteStatus::kOpen; }

/// The local day of a moment, as ISO 8601 ("2026-11-22").
[[nodiscard]] std::string iso_day(std::int64_t time_ms, std::int32_t offset_minutes);

/// "Wijkbudget 2027, in voorbereiding": above what is chosen for a round that is being prepared. Empty for any other.
[[nodiscard]] std::string prepared_words(const model::Round& round, const Lang& lang);

/// What is open or fixed in a round, as one text.
[[nodiscard]] std::string points_words(const std::vector<model::Words>& points, const Lang& lang);

/// 1 to 6, as the theme colours.
[[nodiscard]] int theme_number(model::Theme theme);
[[nodiscard]] std::string_view theme_icon(model::Theme theme);
[[nodiscard]] std::string theme_name(model::Theme theme, const Lang& lang);
[[nodiscard]] std::string buurt_name(const State& state, const model::Plan& plan, const Lang& lang);

/// The measure of all bars: the round amount that divides the budget in 4 to 10 tiles.
struct Tiles {
  int count = 6;
  Money each;
};
[[nodiscard]] Tiles tiles_of(Money budget);
/// `part` of `whole` for a drawing, 0 to 1.
[[nodiscard]] float share_of(Money part, Money whole);
/// An amount that was typed; nothing typed is no money. False, with `wrong` set and `into` as it was, when it is no
/// amount that a round can hold.
bool read_amount(const std::string& text, Money& into, bool& wrong);
[[nodiscard]] Money minus(Money a, Money b);  ///< for amounts of one round, which cannot overflow

/// A plan as a card or row.
struct PlanItem {
  std::string id;
  std::string title;
  std::string summary;
  std::string price;
  std::string buurt_code;
  std::string buurt;
  std::string theme_name;
  std::string theme_icon;
  std::string icon;
  std::string reason;     ///< why it does not fit beside what is chosen; empty: it fits
  std::string open_name;  ///< for the screen reader
  std::string choose_name;
  int theme = 1;
  float share = 0;
  Money cost;
  bool chosen = false;
  std::string limit;  ///< why one more (plan or point) is not possible, as a whole sentence; empty: it is
  // Where points or vouchers are given
  std::int64_t points = 0;
  std::int64_t most_points = 0;  ///< that it can have now
  std::string points_words;      ///< "punten", below the number
  std::string worth;             ///< vouchers: "ongeveer € 37,50"; empty for none
  std::string slider_name, less_name, more_name;
  // Where plans are ranked
  std::size_t place = 0;  ///< from 1; 0: not ranked
  bool last_place = false;
  std::string up_name, down_name, out_name;
};
[[nodiscard]] PlanItem plan_item(const State& state, const model::Round& round, const model::Plan& plan,
                                 const Lang& lang);

/// A block of a bar: what a plan takes of the whole amount.
struct BarPart {
  int theme = 0;
  float share = 0;
  std::string icon;
  std::string words;
};
/// The choice as blocks, and what is left, in words and in the numbers of the round's form: the bar that is always in
/// view.
struct Purse {
  std::vector<BarPart> parts;
  Tiles tiles;
  std::string tile_words;   ///< "Eén vak is € 10.000."
  std::string left_amount;  ///< what is left: "€ 28.200", the excess when `over`, "4" points; else what was chosen
  std::string left_word;    ///< "over", "over: alles gebruikt", "te veel. Haal een plan weg."
  std::string of_words;     ///< "van € 60.000"
  std::string together;     ///< sum of the chosen plans
  std::string small;        ///< a second line; may be empty
  std::string strip;        ///< all of it in a few words, where there is little room; **bold**
  std::string name;         ///< the whole in one sentence
  bool over = false;        ///< more than may be
};
[[nodiscard]] Purse make_purse(const State& state, const model::Round& round, const Lang& lang);

}  // namespace stoepkrijt::app
