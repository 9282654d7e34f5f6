// Any bytes at all: the reader of elections in JSON gives a valid election that comes back as itself, or a fault with a
// place; what it gives can be written as .pb and as CSV.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "formats/csv/election_csv.hpp"
#include "formats/election/election_json.hpp"
#include "formats/pb/pb.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stoepkrijt;
  const auto read = formats::read_election(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!read) {
    if (read.error().code == ErrorCode::kUnknown || read.error().where.line == 0) std::abort();
    return 0;
  }
  if (!rules::validate(read->election)) std::abort();
  const auto written = formats::write_election(*read);
  if (!written) std::abort();
  const auto again = formats::read_election(*written);
  if (!again || formats::write_election(*again).value_or("") != *written) std::abort();
  if (rules::count_voters(read->election) > 10'000) return 0;  // a row per voter
  if (!formats::write_pb(formats::make_pb(read->election, {}))) std::abort();
  if (formats::write_election_csv(read->election).empty()) std::abort();
  return 0;
}
