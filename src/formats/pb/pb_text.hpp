// The cells of a .pb file as words, lists and numbers.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/ratio.hpp"
#include "base/result.hpp"
#include "base/trim.hpp"

namespace stoepkrijt::formats {

/// The keys that META must have.
inline constexpr std::array<std::string_view, 11> kPbRequired{"description",  "country",    "unit",    "instance",
                                                              "num_projects", "num_votes",  "budget",  "vote_type",
                                                              "rule",         "date_begin", "date_end"};

/// ASCII letters small.
[[nodiscard]] std::string lower(std::string_view text);
/// The items of a comma list, without white space around; an empty cell has none.
[[nodiscard]] std::vector<std::string_view> list_items(std::string_view cell);
[[nodiscard]] std::string joined(const std::vector<std::string>& parts);

/// A decimal number. No real one has more than 60 digits; longer ones would only cost time. Errors: kNotANumber,
/// kTooLarge.
[[nodiscard]] Result<Ratio> number_of(std::string_view text);
/// The same, at least zero. Error also: kNegative with the given key.
[[nodiscard]] Result<Ratio> amount_of(std::string_view text, std::string_view negative_key = "error.negative_amount");

/// "dd.mm.yyyy" of a day that exists, or "yyyy".
[[nodiscard]] bool is_pb_date(std::string_view text);

}  // namespace stoepkrijt::formats
