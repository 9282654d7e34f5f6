// What the counting evening keeps on the device beside the files themselves, as one small JSON. For src/app/evening.
//
//   b/evening/state                      this
//   b/evening/file/<kind>/<mark>         a file: its name, a line end, its bytes; kinds: package, box, spoilt,
//   amendment,
//                                        audit, urn, shares
#pragma once

#include <string>
#include <string_view>

#include "app/evening/evening.hpp"
#include "base/result.hpp"

namespace stoepkrijt::app::evening {

inline constexpr std::string_view kStateKey = "b/evening/state";
[[nodiscard]] std::string file_key(std::string_view kind, std::string_view mark);

struct KeptSmall {
  std::vector<Evening::BoxIn> gone;  ///< boxes whose records have left this device
  bool counted = false;
  std::optional<ballotbox::MergeReport> report;
  std::map<std::string, std::string, std::less<>> texts;
};
[[nodiscard]] std::string write_small(const Evening& evening);
/// Errors: those of json::Document and of the values.
[[nodiscard]] Result<KeptSmall> read_small(std::string_view json);

}  // namespace stoepkrijt::app::evening
