// A small .pb file that the tests of the reader and the writer take apart.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace stoepkrijt::formats {

inline constexpr std::string_view kMeta =
    "META\nkey;value\ndescription;Test\ncountry;X\nunit;Y\ninstance;1\nnum_projects;2\nnum_votes;2\nbudget;100.5\n"
    "vote_type;approval\nrule;greedy\ndate_begin;01.01.2026\ndate_end;2026\nsomething_new;kept\n";
inline constexpr std::string_view kProjects =
    "PROJECTS\nproject_id;cost;name\np1;10.25;Bench\np2;20;\"Path; \"\"new\"\"\"\n";
inline constexpr std::string_view kVotes = "VOTES\nvoter_id;vote;age\n1;p2,p1;40\n2;;\n";

inline std::string file(std::string_view meta = kMeta, std::string_view projects = kProjects,
                        std::string_view votes = kVotes) {
  return std::string(meta) + std::string(projects) + std::string(votes);
}

inline std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

}  // namespace stoepkrijt::formats
