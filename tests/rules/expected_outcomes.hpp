// The outcomes of other implementations on real elections: expected.jsonl beside the project (absent elsewhere).
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "base/json.hpp"
#include "formats/pb/pb.hpp"
#include "rules/registry.hpp"
#include "support/data_files.hpp"

namespace stoepkrijt::rules::test_expected {

inline std::optional<Election> real_election(const std::string& name) {
  const auto bytes = test::read_file(test::real_data() / "elections" / name);
  if (!bytes) return std::nullopt;
  formats::PbReport report;
  auto read = formats::read_pb(*bytes, report);
  EXPECT_TRUE(read) << name;
  if (!read) return std::nullopt;
  merge_ballots(read->election);
  return std::move(read->election);
}

inline std::vector<std::string> ids_of(const Election& election, const std::vector<ProjectIndex>& winners) {
  std::vector<std::string> ids;
  for (const ProjectIndex p : winners) ids.push_back(election.projects[p].id);
  return ids;
}

inline std::vector<std::string> strings(const json::Cursor& list) {
  std::vector<std::string> out;
  for (const json::Cursor item : list) out.emplace_back(*item.string());
  return out;
}

/// Calls check(name, election, line) for every election; false when there are no real elections.
template <class Check>
bool for_each_line(const Check& check) {
  const auto lines = test::read_file(test::real_data() / "elections" / "expected.jsonl");
  if (!lines) return false;
  std::istringstream stream(*lines);
  std::string line;
  while (std::getline(stream, line)) {
    const auto document = json::Document::parse(line);
    EXPECT_TRUE(document);
    if (!document) continue;
    const std::string name(*document->root().get("file")->string());
    const auto election = real_election(name);
    EXPECT_TRUE(election.has_value()) << name;
    if (election) check(name, *election, document->root());
  }
  return true;
}

}  // namespace stoepkrijt::rules::test_expected
