// Any bytes at all: the .pb reader gives an election or faults, and what it gives survives writing and counting.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "formats/pb/pb.hpp"
#include "rules/registry.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stoepkrijt;
  formats::PbReport report;
  const auto read = formats::read_pb(std::string_view(reinterpret_cast<const char*>(data), size), report);
  if (read.has_value() != (report.fault_count == 0)) std::abort();
  if (!read) return 0;
  if (const auto written = formats::write_pb(read->file)) {
    const auto again = formats::read_pb(*written, report);
    if (!again || !(again->file == read->file)) std::abort();
  }
  for (const rules::RuleEntry& rule : rules::registry()) {
    rules::Trace trace;
    const auto outcome = rule.run(read->election, {}, trace);
    if (outcome && outcome->cost > read->election.budget) std::abort();
  }
  return 0;
}
