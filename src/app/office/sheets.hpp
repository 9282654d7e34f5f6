// What the office puts on paper: whole A4 sheets as SVG documents, for platform::PrintSheets. Millimetres; only
// attributes that a page's policy allows (no styles, no scripts, nothing from elsewhere).
//
// Cards: ten on a sheet, 95 by 54 mm, with cut lines; first all codes, then the reserves, then the cards of the desk,
// each on sheets of their own.
// Nothing on a card tells which one it is. One print is at most kBatch sheets, so that a browser can carry it.
//
// Example: card_batch(cards, 0, lang) gives the first sheets; after the last cards comes one for the witnesses.
#pragma once

#include <string>
#include <vector>

#include "app/lang.hpp"
#include "app/office/office.hpp"

namespace stoepkrijt::app::office {

inline constexpr std::size_t kCardsOnSheet = 10;
inline constexpr std::size_t kBatch = 40;  ///< sheets in one print

[[nodiscard]] std::size_t card_sheets(const Cards& cards);  ///< with that of the witnesses
[[nodiscard]] std::size_t card_batches(const Cards& cards);
/// The sheets of one print. Both languages stand on a card, whatever that of the interface is.
[[nodiscard]] std::vector<std::string> card_batch(const Cards& cards, std::size_t batch, const Lang& nl,
                                                  const Lang& en);
/// A secret key, twice on one sheet with a line to fold and cut.
[[nodiscard]] std::string key_sheet(const NewKey& key, const Lang& lang);

/// "d5e3 fdc3 …": digits in groups of four.
[[nodiscard]] std::string in_groups(std::string_view digits);

}  // namespace stoepkrijt::app::office
