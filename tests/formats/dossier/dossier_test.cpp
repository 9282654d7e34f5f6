#include "formats/dossier/dossier.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/sha256.hpp"
#include "model/sample.hpp"

namespace stoepkrijt::formats {
namespace {

std::string sample_text() { return write_dossier(testing::sample_dossier()); }

/// The sample with one piece of its text replaced; the piece must be there.
std::string changed(std::string_view from, std::string_view to) {
  std::string text = sample_text();
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  if (at != std::string::npos) text.replace(at, from.size(), to);
  return text;
}

TEST(Dossier, ComesBackAsTheSameValue) {
  const model::Dossier dossier = testing::sample_dossier();
  const auto read = read_dossier(write_dossier(dossier));
  ASSERT_TRUE(read) << read.error().key << ' ' << read.error().where.path;
  EXPECT_TRUE(*read == dossier);
}

TEST(Dossier, WithWalksAndTracksOfNowComesBackAsTheSameValue) {
  const model::Dossier dossier = testing::full_dossier();
  ASSERT_TRUE(model::validate(dossier));
  const std::string text = write_dossier(dossier);
  const auto read = read_dossier(text);
  ASSERT_TRUE(read) << read.error().key << ' ' << read.error().where.path;
  EXPECT_TRUE(*read == dossier);
  EXPECT_NE(text.find("[[44912345,519239147,4200,1790000000000,-45,53,6000,5000],"), std::string::npos)
      << "points as differences";
}

TEST(Dossier, RefusesATrackThatIsNone) {
  const std::string good = write_dossier(testing::full_dossier());
  struct Case {
    std::string_view from, to, key;
  };
  for (const Case& c : {Case{"-45,53,6000,5000]", "-45,53,6000]", "error.not_a_track"},
                        {"-45,53,6000,5000]", "-45,53,6000,-5000]", "error.not_by_time"},
                        {"-45,53,6000,5000]", "-45,2000000000,6000,5000]", "error.outside_world"},
                        {"-45,53,6000,5000]", "-45,53,6000,8640000000000000]", "error.bad_time"},
                        {"[44912000,519239000,5000,1790000200000]", "[]", "error.track_empty"},
                        {"\"walk_id\":\"schouw-2\"}", "\"walk_id\":\"schouw-9\"}", "error.unknown_walk"},
                        {"\"slug\":\"grofvuil\"", "\"slug\":\"container-vol\"", "error.tree_twice"},
                        {"[\"Noord\",\"Zuid\"]", "[\"Noord\",\"Noord\"]", "error.duplicate_id"}}) {
    std::string text = good;
    const std::size_t at = text.find(c.from);
    ASSERT_NE(at, std::string::npos) << c.from;
    text.replace(at, c.from.size(), c.to);
    const auto read = read_dossier(text);
    ASSERT_FALSE(read) << c.to;
    EXPECT_EQ(read.error().key, c.key) << c.to;
  }
}

TEST(Dossier, ComesBackAsTheSameBytes) {
  const std::string text = sample_text();
  EXPECT_EQ(write_dossier(*read_dossier(text)), text);
}

TEST(Dossier, ReadsTheFormForPeopleAndAnyOrderOfKeys) {
  const model::Dossier dossier = testing::sample_dossier();
  const auto pretty = read_dossier(write_dossier(dossier, json::Style::kPretty));
  ASSERT_TRUE(pretty);
  EXPECT_TRUE(*pretty == dossier);
  const auto shuffled = read_dossier(
      R"({"walks":[],"version":1,"title":"","signals":[],"rounds":[],"neighbourhood":{"name":"W","municipality":"","id":"w","buurten":[]},)"
      R"( "issues":[],"id":"d","format":"stoepkrijt-dossier"})");
  ASSERT_TRUE(shuffled) << shuffled.error().key;
  EXPECT_EQ(shuffled->id, "d");
}

TEST(Dossier, WritesPinnedBytes) {
  // The canonical form is a contract with every other reader: if this changes, the version must change.
  model::Dossier d;
  d.id = "d";
  d.neighbourhood = {"w", "Wijk", "", {}};
  model::Signal s;
  s.id = "s";
  s.words = "\"é\"\n";
  d.signals.push_back(s);
  EXPECT_EQ(
      write_dossier(d),
      R"({"format":"stoepkrijt-dossier","id":"d","issues":[],"neighbourhood":{"buurten":[],"id":"w","municipality":"",)"
      R"("name":"Wijk"},"rounds":[],"signals":[{"accuracy_mm":0,"buurt":"","id":"s","kind":"problem","level":"unset",)"
      R"("near_street":"","place":[0,0],"placed_by":"pin","subtheme":"","support":[],"theme":"schoon","time_ms":0,)"
      R"("title":"","walk_id":"","words":"\"é\"\n"}],"title":"","version":1,"walks":[]})");
}

TEST(Dossier, LeavesOutTheFormAndTheCountingThatSayNothingNew) {
  // Files of before had neither: they are read with the defaults, and their bytes stay what they were.
  model::Dossier d = testing::sample_dossier();
  EXPECT_TRUE(d.rounds[0].form == model::VoteForm{});
  d.rounds.pop_back();
  const std::string text = write_dossier(d);
  EXPECT_EQ(text.find("\"form\":"), std::string::npos);
  EXPECT_EQ(text.find("\"counting\":"), std::string::npos);
  const auto read = read_dossier(text);
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->rounds[0].form == model::VoteForm{});
  EXPECT_TRUE(read->rounds[0].rule == model::CountingRule{});
  d.rounds[0].rule.id = "greedy";  // the id alone is no reason to write how it counts
  EXPECT_EQ(write_dossier(d).find("\"counting\":"), std::string::npos);
}

TEST(Dossier, PinsTheBytesOfFormAndCounting) {
  const std::string text = sample_text();
  EXPECT_NE(text.find(R"("form":{"method":"vouchers","most_per_plan":6,"most_plans":3,"points":12},)"),
            std::string::npos);
  EXPECT_NE(text.find(R"("counting":{"comparison":"nonempty","completion":"add1","min_votes":2,"seed":"trekking 7",)"
                      R"("then":"greedy","ties":"cost-votes","utility":"points","variant":"ewt"},)"),
            std::string::npos);
}

TEST(Dossier, KeepsHowAdd1BeginsAndEndsOnlyWhenItIsSaid) {
  model::Dossier d = testing::sample_dossier();
  EXPECT_EQ(write_dossier(d).find("add1_st"), std::string::npos);
  d.rounds[0].rule.add1_start = "integral";
  d.rounds[0].rule.add1_stop = "never";
  const std::string text = write_dossier(d);
  EXPECT_NE(text.find(R"("counting":{"add1_start":"integral","add1_stop":"never","comparison":)"), std::string::npos);
  const auto read = read_dossier(text);
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->rounds[0].rule == d.rounds[0].rule);
}

TEST(Dossier, KeepsPotsLimitsAndLinksBetweenPlans) {
  model::Dossier d = testing::sample_dossier();
  EXPECT_EQ(write_dossier(d).find("\"limits\":"), std::string::npos);
  EXPECT_EQ(write_dossier(d).find("\"part_funding\":"), std::string::npos);
  model::Round& round = d.rounds[0];
  round.limits = {{"BU99990101", model::Theme::kOutdoor, Money{100'000}, {}, {}},
                  {"", model::Theme::kHealth, {}, Money{5'000}, Money{50'000}}};
  round.part_funding = true;
  round.plans[0].excludes = {round.plans[1].id};
  round.plans[1].requires_plans = {round.plans[0].id};
  round.plans[1].least_cost = Money{1'000};
  const std::string text = write_dossier(d);
  EXPECT_NE(text.find(R"("limits":[{"buurt":"BU99990101","pot":100000,"theme":"buitenruimte"},)"
                      R"({"buurt":"","least":5000,"most":50000,"theme":"gezondheid"}],)"),
            std::string::npos);
  const auto read = read_dossier(text);
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->rounds[0] == round);
}

TEST(Dossier, ReadsEveryMethodOfVotingByItsWord) {
  for (const model::VoteMethod method :
       {model::VoteMethod::kApproval, model::VoteMethod::kKnapsack, model::VoteMethod::kPoints,
        model::VoteMethod::kRanking, model::VoteMethod::kVouchers}) {
    model::Dossier d = testing::sample_dossier();
    d.rounds[0].form.method = method;
    const auto read = read_dossier(write_dossier(d));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->rounds[0].form.method, method);
  }
}

TEST(Dossier, NamesItsStateByTheHashOfItsBytes) {
  model::Dossier d = testing::sample_dossier();
  const std::string hash = state_hash(d);
  EXPECT_EQ(hash, to_hex(sha256(std::string_view(write_dossier(d)))));
  EXPECT_EQ(hash, state_hash(*read_dossier(write_dossier(d, json::Style::kPretty))));
  d.signals[0].place.lon_e7 += 1;
  EXPECT_NE(hash, state_hash(d));
}

struct Case {
  const char* name;
  std::string text;
  ErrorCode code;
  const char* key;
  const char* path;
};

std::vector<Case> bad_files() {
  const std::string deep = std::string(3'000'000, '[');
  return {
      {"nothing", "", ErrorCode::kNotJson, "error.empty_file", ""},
      {"no JSON", "hallo", ErrorCode::kNotJson, "error.not_json", ""},
      {"a picture", std::string("\x89PNG\r\n\x1a\n\0\0", 10), ErrorCode::kNotUtf8, "error.not_utf8", ""},
      {"cut off", sample_text().substr(0, 900), ErrorCode::kNotJson, "error.cut_off", ""},
      {"hostile depth", deep, ErrorCode::kTooDeep, "error.too_deep", ""},
      {"NaN", changed("\"cost\":960000", "\"cost\":NaN"), ErrorCode::kNotANumber, "error.not_finite", ""},
      {"wrong UTF-8", changed("Mooie stoep", "Mo\xEFoie stoep"), ErrorCode::kNotUtf8, "error.not_utf8", ""},
      {"duplicate key", changed("\"cost\":960000", "\"cost\":960000,\"cost\":1"), ErrorCode::kDuplicateKey,
       "error.duplicate_key", "rounds[0].plans[0].cost"},
      {"another format", R"({"type":"FeatureCollection","features":[]})", ErrorCode::kWrongFormat, "error.wrong_format",
       ""},
      {"a list", "[1,2]", ErrorCode::kWrongFormat, "error.wrong_format", ""},
      {"newer version", changed("\"version\":1", "\"version\":2"), ErrorCode::kNewerVersion, "error.newer_version",
       "version"},
      {"newer version with what we cannot know", R"({"format":"stoepkrijt-dossier","version":7,"new":{}})",
       ErrorCode::kNewerVersion, "error.newer_version", "version"},
      {"version zero", changed("\"version\":1", "\"version\":0"), ErrorCode::kWrongFormat, "error.no_such_version",
       "version"},
      {"version in words", changed("\"version\":1", "\"version\":\"1\""), ErrorCode::kWrongType, "error.wrong_type",
       "version"},
      {"negative money", changed("\"cost\":960000", "\"cost\":-960000"), ErrorCode::kNegative, "error.negative_money",
       "rounds[0].plans[0].cost"},
      {"overflowing money", changed("\"cost\":960000", "\"cost\":9223372036854775808"), ErrorCode::kOverflow,
       "error.number_too_big", "rounds[0].plans[0].cost"},
      {"too much money", changed("\"budget\":6000000", "\"budget\":9223372036854775807"), ErrorCode::kOverflow,
       "error.money_too_big", "rounds[0].budget"},
      {"broken money", changed("\"cost\":960000", "\"cost\":9600.00"), ErrorCode::kWrongType, "error.not_whole",
       "rounds[0].plans[0].cost"},
      {"money in words", changed("\"cost\":960000", "\"cost\":\"960000\""), ErrorCode::kWrongType, "error.wrong_type",
       "rounds[0].plans[0].cost"},
      {"absurd number", changed("\"cost\":960000", "\"cost\":1e999"), ErrorCode::kOverflow, "error.number_too_big", ""},
      {"outside the world", changed("[44912300,-519239100]", "[1800000001,0]"), ErrorCode::kOutsideWorld,
       "error.outside_world", "signals[0].place"},
      {"far outside the world", changed("[44912300,-519239100]", "[0,99999999999]"), ErrorCode::kOutsideWorld,
       "error.outside_world", "signals[0].place"},
      {"three coordinates", changed("[44912300,-519239100]", "[1,2,3]"), ErrorCode::kWrongType, "error.not_a_position",
       "signals[0].place"},
      {"missing field", changed("\"icon\":\"armchair\",", ""), ErrorCode::kMissing, "error.missing",
       "rounds[0].plans[0]"},
      {"unknown field", changed("\"icon\":\"armchair\",", "\"icon\":\"armchair\",\"iconen\":1,"),
       ErrorCode::kUnknownKey, "error.unknown_key", "rounds[0].plans[0].iconen"},
      {"unknown word", changed("\"heel\"", "\"stuk\""), ErrorCode::kUnknownValue, "error.unknown_value",
       "signals[0].theme"},
      {"six checks", changed("{\"met\":false,\"reason\":\"\"},", ""), ErrorCode::kWrongType, "error.wrong_count",
       "rounds[0].plans[0].checks"},
      {"no such day", changed("2026-12-06", "2026-12-32"), ErrorCode::kBadDate, "error.bad_date", "rounds[0].closes"},
      {"unknown walk", changed("\"walk_id\":\"schouw-1\"", "\"walk_id\":\"schouw-2\""), ErrorCode::kUnknownId,
       "error.unknown_walk", "signals[0].walk_id"},
      {"too many people", changed("\"own_people\":12", "\"own_people\":2147483648"), ErrorCode::kOverflow,
       "error.number_above_limit", "rounds[0].plans[0].own_people"},
      {"rubbish behind it", sample_text() + "x", ErrorCode::kNotJson, "error.not_json", ""},
  };
}

TEST(Dossier, RefusesEachBadFileWithItsOwnReasonAndPlace) {
  for (const Case& c : bad_files()) {
    const auto read = read_dossier(c.text);
    ASSERT_FALSE(read) << c.name;
    const Error& error = read.error();
    EXPECT_EQ(error.code, c.code) << c.name;
    EXPECT_EQ(error.key, c.key) << c.name;
    EXPECT_EQ(error.where.path, c.path) << c.name;
    EXPECT_EQ(error.where.line, 1U) << c.name;
    EXPECT_GE(error.where.column, 1U) << c.name;
  }
}

TEST(Dossier, RefusesAFileAboveTheLimit) {
  json::Limits limits;
  limits.max_bytes = 1000;
  const auto read = read_dossier(sample_text(), limits);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kTooLarge);
}

TEST(Dossier, PointsAtTheLineOfAFaultThatValidationFound) {
  model::Dossier d = testing::sample_dossier();
  d.signals[0].walk_id = "weg";
  const std::string text = write_dossier(d, json::Style::kPretty);
  const auto read = read_dossier(text);
  ASSERT_FALSE(read);
  const auto offset = static_cast<std::size_t>(read.error().where.offset);
  const std::string before = text.substr(0, offset);
  EXPECT_TRUE(text.substr(offset).starts_with("\"weg\""));
  EXPECT_EQ(read.error().where.line, 1 + std::count(before.begin(), before.end(), '\n'));
}

TEST(Dossier, NeverReadsATruncatedOrAlteredFileAsSomethingElse) {
  const std::string text = sample_text();
  for (std::size_t n = 0; n < text.size(); n += 7) EXPECT_FALSE(read_dossier(text.substr(0, n))) << n;
  for (std::size_t n = 0; n < text.size(); n += 3) {
    std::string altered = text;
    altered[n] = static_cast<char>(altered[n] ^ 0x15);
    const auto read = read_dossier(altered);
    if (!read) continue;
    EXPECT_TRUE(*read_dossier(write_dossier(*read)) == *read) << n;
  }
}

TEST(Dossier, HoldsTenThousandSignals) {
  model::Dossier d = testing::sample_dossier();
  const model::Signal pattern = d.signals[0];
  d.issues.clear();
  d.signals.clear();
  for (int i = 0; i < 10'000; ++i) {
    model::Signal s = pattern;
    s.id = "s" + std::to_string(100'000 + i);
    s.place.lon_e7 += i * 13;
    d.signals.push_back(s);
  }
  const std::string text = write_dossier(d);
  const auto read = read_dossier(text);
  ASSERT_TRUE(read) << read.error().key;
  EXPECT_TRUE(*read == d);
}

}  // namespace
}  // namespace stoepkrijt::formats
