// stoepkrijt_bench: runs one benchmark and prints a line of JSON per figure; the last line is the peak of memory.
//
//   stoepkrijt_bench tally FILE.pb | election FILE.pb | synthetic VOTERS PROJECTS PER_VOTER | dossier [OUT.json] |
//                    merge EDITS [FOLDER] | large EDITS MEGABYTES OUT.json | open FILE | geojson FILE... | map | screen
//                    | import [OUT.geojson] | places uniform|streets N OUT | geo FILE | nothing   [--runs N]
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "benches.hpp"
#include "measure.hpp"

int main(int argc, char** argv) {
  using namespace stoepkrijt::bench;  // NOLINT: the program
  std::vector<std::string> words;
  int runs = 5;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--runs" && i + 1 < argc) {
      runs = std::atoi(argv[++i]);
    } else {
      words.emplace_back(argv[i]);
    }
  }
  const std::string what = words.empty() ? "" : words[0];
  const std::vector<std::string> files(words.begin() + (words.empty() ? 0 : 1), words.end());
  if (runs < 1) {
    std::fprintf(stderr, "stoepkrijt_bench: --runs wants a number from 1\n");
    return 2;
  }
  if (what == "election" && files.size() == 1) {
    print_election(files[0]);
    return 0;
  }
  if (what == "large" && files.size() == 3) {
    large(files[0], static_cast<std::size_t>(std::atoi(files[1].c_str())), files[2]);
    return 0;
  }
  if (what == "places" && files.size() == 3 && (files[0] == "uniform" || files[0] == "streets")) {
    places(files[0], static_cast<std::size_t>(std::atoi(files[1].c_str())), files[2]);
    return 0;
  }
  if (what == "tally" && files.size() == 1) {
    tally(files[0], runs);
  } else if (what == "synthetic" && files.size() == 3) {
    const auto number = [](const std::string& text) { return static_cast<std::uint32_t>(std::atoi(text.c_str())); };
    synthetic({number(files[0]), number(files[1]), number(files[2])}, runs);
  } else if (what == "dossier" && files.size() < 2) {
    dossier(runs, files.empty() ? "" : files[0]);
  } else if (what == "merge" && (files.size() == 1 || files.size() == 2)) {
    merging(files[0], files.size() == 1 ? "" : files[1], runs);
  } else if (what == "open" && files.size() == 1) {
    opening(files[0], runs);
  } else if (what == "geojson" && !files.empty()) {
    geojson(files, runs);
  } else if (what == "map" && files.empty()) {
    map(runs);
  } else if (what == "screen" && files.empty()) {
    screen(runs);
  } else if (what == "import" && files.size() < 2) {
    importing(runs, files.empty() ? "" : files[0]);
  } else if (what == "geo" && files.size() == 1) {
    geo_indices(files[0], runs);
  } else if (what != "nothing") {
    std::fprintf(
        stderr,
        "usage: stoepkrijt_bench tally FILE.pb | election FILE.pb | synthetic VOTERS PROJECTS PER_VOTER | "
        "dossier [OUT.json] | merge EDITS [FOLDER] | large EDITS MEGABYTES OUT.json | open FILE | geojson FILE... | "
        "map | screen | import [OUT.geojson] | places uniform|streets N OUT | geo FILE | nothing  [--runs N]\n");
    return 2;
  }
  Line("memory").count("peak_kib", peak_memory_kib()).count("heap_kib", wasm_memory_kib());
  return 0;
}
