// What a polling station keeps on the device, under keys that begin with "b/station/" (docs/architecture.md).
//
//   package, key, log, spoilt   the files of docs/formats/ballots.md
//   amendment/<fingerprint>     such a file
//   state                       own JSON, version 1: Facts
//   mine                        at home: the vote, as its QR code says it
//   v/<32 random digits>        at a kiosk: a vote, in the same form. Sorted by key, so that order says nothing of time
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/station/station.hpp"
#include "base/result.hpp"
#include "platform/host.hpp"

namespace stoepkrijt::app::station {

inline constexpr std::string_view kFolder = "b/station/";
[[nodiscard]] inline std::string key_of(std::string_view name) { return std::string(kFolder) + std::string(name); }

[[nodiscard]] std::string write_facts(const Facts& facts);
/// Errors: those of json::Document and of the values.
[[nodiscard]] Result<Facts> read_facts(std::string_view json);

/// All of it again. Votes that cannot be read are told of by the first error in `faults`, and stay where they are.
struct Restored {
  Station station;
  std::vector<std::pair<std::string, Error>> faults;  ///< key, and why
};
/// `found`: what is kept in kFolder. Error: there is no package that can be read, or the facts are damaged.
[[nodiscard]] Result<Restored> restore(const std::vector<platform::Kept>& found);

/// The round as voters see it: amended, and open. Errors: those of ballotbox::amended().
[[nodiscard]] Result<model::Round> open_round(const ballotbox::Package& package,
                                              const std::vector<ballotbox::Amendment>& amendments);
/// Adds it to the records and to the used tags.
void add_record(Station& station, ballotbox::Record record);

}  // namespace stoepkrijt::app::station
