// The benchmarks of stoepkrijt_bench. Each prints its lines; the process ends after one of them, so that its peak of
// memory is its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "model/dossier.hpp"

namespace stoepkrijt::bench {

/// Counts a .pb file by greedy, equal shares, and equal shares with Add1.
void tally(const std::string& pb_file, int runs);
/// A made election of so many voters and projects, and a budget of so much per voter: merge, equal shares, Add1. Big
/// ones run once, without warming up.
struct Made {
  std::uint32_t voters = 0;
  std::uint32_t projects = 0;
  std::uint32_t per_voter = 0;
};
void synthetic(const Made& made, int runs);
/// The same election as plain JSON, for the peer that is written in JavaScript.
void print_election(const std::string& pb_file);
/// The example's dossier with so many signals, at most 100,000, in the place of its own few: varied by a fixed seed,
/// the same everywhere.
[[nodiscard]] model::Dossier busy_dossier(std::size_t signals);
/// Writes, reads and validates a dossier of 10,000 signals; with `out` also saves its bytes there for the peer.
void dossier(int runs, const std::string& out);
/// Plays a list of edits (bench/edits.mjs), and merges the files of its devices; with `out`, a folder, also saves what
/// came of it there.
void merging(const std::string& edits, const std::string& out, int runs);
/// Writes a file of so many megabytes, of the signals in a list of edits over and over.
void large(const std::string& edits, std::size_t megabytes, const std::string& out);
/// Opens such a file: reads it, and reads it until it can be shown.
void opening(const std::string& file, int runs);
/// Reads GeoJSON files and joins them to one map.
void geojson(const std::vector<std::string>& files, int runs);
/// Takes in 100,000 signals as the app does, from GeoJSON, from CSV, and from a packed dossier; with `out` also saves
/// the GeoJSON there for the peer.
void importing(int runs, const std::string& out);
/// Writes so many places, and what is looked for in them, for geo_indices() and its peers; `kind`: uniform or streets.
void places(const std::string& kind, std::size_t n, const std::string& out);
/// Indexes the places of such a file, and asks the index.
void geo_indices(const std::string& file, int runs);
/// The map's whole screen with 100,000 signals, without the map itself: words, widgets, nodes, and what the page is
/// told.
void screen(int runs);
/// What the map computes for its frames with 100,000 markers on the example neighbourhood, without any graphics card.
void map(int runs);

}  // namespace stoepkrijt::bench
