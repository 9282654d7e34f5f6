// What every fuzzer begins with (tests/fuzz/corpus), whole, cut off and with a byte of it changed: no reader stops the
// program, here without sanitizers. `make fuzz` looks much further.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "support/data_files.hpp"

using Entry = int(const std::uint8_t* data, std::size_t size);
extern "C" {
Entry fuzz_ballots, fuzz_codes, fuzz_delta, fuzz_dossier, fuzz_election, fuzz_geojson, fuzz_gpx, fuzz_gzip, fuzz_json,
    fuzz_kept, fuzz_map, fuzz_merge, fuzz_packed, fuzz_pb, fuzz_photos, fuzz_reports, fuzz_tree;
}

namespace stoepkrijt::test {
namespace {

struct Fuzzer {
  const char* name;
  Entry* entry;
};
void PrintTo(const Fuzzer& fuzzer, std::ostream* out) { *out << fuzzer.name; }

class Seeds : public testing::TestWithParam<Fuzzer> {};

TEST_P(Seeds, AreReadWholeCutOffAndChanged) {
  constexpr std::size_t kChanges = 24;
  const auto [name, entry] = GetParam();
  const auto give = [&](const std::string& bytes) {
    // A copy of exactly that size, as libFuzzer makes one.
    const std::vector<std::uint8_t> copy(bytes.begin(), bytes.end());
    entry(copy.data(), copy.size());
  };
  std::vector<std::filesystem::path> seeds;
  for (const auto& file :
       std::filesystem::directory_iterator(std::filesystem::path(STOEPKRIJT_SOURCE_DIR) / "tests/fuzz/corpus" / name))
    seeds.push_back(file.path());
  std::sort(seeds.begin(), seeds.end());
  ASSERT_FALSE(seeds.empty());
  give("");
  for (const std::filesystem::path& seed : seeds) {
    SCOPED_TRACE(seed.filename().string());
    std::string bytes = read_file(seed).value_or("");
    ASSERT_FALSE(bytes.empty());
    give(bytes);
    for (const std::size_t part : {1U, 2U, 3U}) give(bytes.substr(0, bytes.size() * part / 4));
    for (std::size_t i = 0; i < kChanges; ++i) {
      char& byte = bytes[i * bytes.size() / kChanges];
      const char before = byte;
      byte = static_cast<char>(before ^ static_cast<char>(1U << (i % 8)));
      give(bytes);
      byte = before;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(OfEveryFuzzer, Seeds,
                         testing::Values(Fuzzer{"ballots", fuzz_ballots}, Fuzzer{"codes", fuzz_codes},
                                         Fuzzer{"delta", fuzz_delta}, Fuzzer{"dossier", fuzz_dossier},
                                         Fuzzer{"election", fuzz_election}, Fuzzer{"geojson", fuzz_geojson},
                                         Fuzzer{"gpx", fuzz_gpx}, Fuzzer{"gzip", fuzz_gzip}, Fuzzer{"json", fuzz_json},
                                         Fuzzer{"kept", fuzz_kept}, Fuzzer{"map", fuzz_map},
                                         Fuzzer{"merge", fuzz_merge}, Fuzzer{"packed", fuzz_packed},
                                         Fuzzer{"pb", fuzz_pb}, Fuzzer{"photos", fuzz_photos},
                                         Fuzzer{"reports", fuzz_reports}, Fuzzer{"tree", fuzz_tree}),
                         [](const auto& one) { return std::string(one.param.name); });

}  // namespace
}  // namespace stoepkrijt::test
