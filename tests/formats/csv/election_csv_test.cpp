#include "formats/csv/election_csv.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <vector>

#include "base/random.hpp"

namespace stoepkrijt::formats {
namespace {

/// RFC 4180, strictly: CRLF, quotes only around whole cells. Nothing when the text is not CSV.
std::optional<std::vector<std::vector<std::string>>> parse_csv(std::string_view text) {
  std::vector<std::vector<std::string>> rows;
  std::size_t at = 0;
  while (at < text.size()) {
    std::vector<std::string>& row = rows.emplace_back();
    for (bool more = true; more;) {
      std::string& cell = row.emplace_back();
      if (at < text.size() && text[at] == '"') {
        for (++at;; ++at) {
          if (at >= text.size()) return std::nullopt;
          if (text[at] == '"' && (at + 1 >= text.size() || text[at + 1] != '"')) break;
          if (text[at] == '"') ++at;
          cell.push_back(text[at]);
        }
        ++at;
      } else {
        while (at < text.size() && text[at] != ',' && text[at] != '\r') {
          if (text[at] == '"' || text[at] == '\n') return std::nullopt;
          cell.push_back(text[at++]);
        }
      }
      if (text.substr(at, 1) == ",") {
        ++at;
      } else if (text.substr(at, 2) == "\r\n") {
        at += 2;
        more = false;
      } else {
        return std::nullopt;
      }
    }
  }
  return rows;
}

rules::Election sample() {
  rules::Election election;
  election.type = rules::BallotType::kCumulative;
  election.points_unit = 2;
  election.projects.resize(2);
  election.projects[0].id = "a";
  election.projects[0].name = "Bench, \"new\"\nand green";
  election.projects[0].cost = Ratio::parse_decimal("12.50").value();
  election.projects[0].categories = {"Groen", "Jeugd"};
  election.projects[0].excludes = {1};
  election.projects[1].id = "=1+1";
  election.projects[1].area = "@noord";
  election.ballots = {{{1, 0}, {3, 1}, 4}, {{}, {}, 2}};
  return election;
}

TEST(ElectionCsv, IsOneRowPerProjectAndPerBallot) {
  const std::string text = write_election_csv(sample());
  ASSERT_TRUE(text.starts_with("\xEF\xBB\xBF"));
  const auto rows = parse_csv(std::string_view(text).substr(3));
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->size(), 5U);
  for (const auto& row : *rows) EXPECT_EQ(row.size(), 14U);
  EXPECT_EQ((*rows)[0][0], "record");
  EXPECT_EQ((*rows)[1], (std::vector<std::string>{"project", "1", "4", "a", "Bench, \"new\"\nand green", "12.5",
                                                  "Groen;Jeugd", "", "", "", "'=1+1", "", "", ""}));
  EXPECT_EQ((*rows)[2][3], "'=1+1");
  EXPECT_EQ((*rows)[2][7], "'@noord");
  EXPECT_EQ((*rows)[3],
            (std::vector<std::string>{"ballot", "1", "4", "", "", "", "", "", "", "", "", "", "'=1+1 a", "1.5 0.5"}));
  EXPECT_EQ((*rows)[4][2], "2");
  EXPECT_EQ((*rows)[4][12], "");
}

TEST(ElectionCsv, NoCellIsAFormula) {
  EXPECT_EQ(csv_text("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
  for (const char* start : {"=", "+", "-", "@", "\t", "\r", "\n"}) {
    const auto rows = parse_csv(csv_text(std::string(start) + "1") + "\r\n");
    ASSERT_TRUE(rows);
    EXPECT_EQ((*rows)[0][0], "'" + std::string(start) + "1");
  }
  EXPECT_EQ(csv_text("plain"), "plain");
  EXPECT_EQ(csv_text(""), "");
}

TEST(ElectionCsv, IsWellFormedWhateverTheTextHolds) {
  Random random(11);
  for (int i = 0; i < 500; ++i) {
    rules::Election election = sample();
    for (std::string* text : {&election.projects[0].name, &election.projects[1].area, &election.projects[0].id}) {
      text->clear();
      for (std::uint64_t n = random.below(12); n > 0; --n) {
        constexpr std::string_view kNasty = ",;\"\n\r=+-@ a\xC3\xA9";
        text->push_back(kNasty[random.index(kNasty.size())]);
      }
    }
    const std::string text = write_election_csv(election);
    const auto rows = parse_csv(std::string_view(text).substr(3));
    ASSERT_TRUE(rows) << text;
    ASSERT_EQ(rows->size(), 5U);
    for (const auto& row : *rows) {
      ASSERT_EQ(row.size(), 14U);
      for (const std::string& cell : row) {
        EXPECT_FALSE(!cell.empty() && std::string_view("=+-@\t\r\n").find(cell[0]) != std::string_view::npos) << cell;
      }
    }
    const std::string& name = election.projects[0].name;
    EXPECT_TRUE((*rows)[1][4] == name || (*rows)[1][4] == "'" + name);
  }
}

}  // namespace
}  // namespace stoepkrijt::formats
