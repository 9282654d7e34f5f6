#include <gtest/gtest.h>

#include <functional>

#include "model/names.hpp"
#include "model/sample.hpp"

namespace stoepkrijt::model {
namespace {

TEST(Validate, AcceptsTheSample) {
  const auto result = validate(testing::sample_dossier());
  EXPECT_TRUE(result) << result.error().key << ' ' << result.error().where.path;
}

struct Case {
  const char* name;
  std::function<void(Dossier&)> spoil;
  ErrorCode code;
  const char* path;
};

const Case kCases[] = {
    {"empty id", [](Dossier& d) { d.id.clear(); }, ErrorCode::kEmpty, "id"},
    {"id with a space", [](Dossier& d) { d.signals[1].id = "signaal 2"; }, ErrorCode::kNotAllowed, "signals[1].id"},
    {"id with a pb separator", [](Dossier& d) { d.rounds[0].plans[0].id = "a,b"; }, ErrorCode::kNotAllowed,
     "rounds[0].plans[0].id"},
    {"title too long", [](Dossier& d) { d.title = std::string(201, 'x'); }, ErrorCode::kTooLong, "title"},
    {"control character", [](Dossier& d) { d.signals[0].words = "a\x01"; }, ErrorCode::kNotAllowed, "signals[0].words"},
    {"bad UTF-8", [](Dossier& d) { d.signals[0].words = "caf\xE9"; }, ErrorCode::kNotUtf8, "signals[0].words"},
    {"budget of nothing", [](Dossier& d) { d.rounds[0].budget = Money{}; }, ErrorCode::kNotAllowed, "rounds[0].budget"},
    {"negative cost", [](Dossier& d) { d.rounds[0].plans[1].cost = Money{-1}; }, ErrorCode::kNegative,
     "rounds[0].plans[1].cost"},
    {"cost too large", [](Dossier& d) { d.rounds[0].plans[1].cost = Money{kMaxCents + 1}; }, ErrorCode::kOverflow,
     "rounds[0].plans[1].cost"},
    {"negative contribution", [](Dossier& d) { d.rounds[0].plans[0].third_party = Money{-5}; }, ErrorCode::kNegative,
     "rounds[0].plans[0].third_party"},
    {"no title", [](Dossier& d) { d.rounds[0].plans[0].title.nl.clear(); }, ErrorCode::kEmpty,
     "rounds[0].plans[0].title.nl"},
    {"no such day", [](Dossier& d) { d.rounds[0].opens = "2026-02-30"; }, ErrorCode::kBadDate, "rounds[0].opens"},
    {"closes before it opens", [](Dossier& d) { d.rounds[0].closes = "2026-11-15"; }, ErrorCode::kBadDate,
     "rounds[0].closes"},
    {"plan twice", [](Dossier& d) { d.rounds[0].plans[1].id = "bankjes"; }, ErrorCode::kDuplicateId,
     "rounds[0].plans[1].id"},
    {"more support than asked", [](Dossier& d) { d.rounds[0].plans[0].support_households = 81; },
     ErrorCode::kNotAllowed, "rounds[0].plans[0].support_households"},
    {"unknown buurt of a plan", [](Dossier& d) { d.rounds[0].plans[0].buurt = "BU99990109"; }, ErrorCode::kUnknownId,
     "rounds[0].plans[0].buurt"},
    {"plan outside the world", [](Dossier& d) { d.rounds[0].plans[0].place = geo::LonLat{1'800'000'001, 0}; },
     ErrorCode::kOutsideWorld, "rounds[0].plans[0].place"},
    {"bad reason", [](Dossier& d) { d.rounds[0].plans[0].checks[6].reason = "\x7f"; }, ErrorCode::kNotAllowed,
     "rounds[0].plans[0].checks[6].reason"},
    {"no points to give", [](Dossier& d) { d.rounds[0].form.points = 0; }, ErrorCode::kNotAllowed,
     "rounds[0].form.points"},
    {"more points than anyone counts", [](Dossier& d) { d.rounds[1].form.points = kMaxPoints + 1; },
     ErrorCode::kNotAllowed, "rounds[1].form.points"},
    {"fewer than no plans", [](Dossier& d) { d.rounds[0].form.most_plans = -1; }, ErrorCode::kNegative,
     "rounds[0].form.most_plans"},
    {"fewer than no points per plan", [](Dossier& d) { d.rounds[0].form.most_per_plan = -1; }, ErrorCode::kNegative,
     "rounds[0].form.most_per_plan"},
    {"rule word with a space", [](Dossier& d) { d.rounds[1].rule.ties = "cost votes"; }, ErrorCode::kNotAllowed,
     "rounds[1].counting.ties"},
    {"seed that cannot be read aloud", [](Dossier& d) { d.rounds[1].rule.seed = "a\x01"; }, ErrorCode::kNotAllowed,
     "rounds[1].counting.seed"},
    {"fewer than no votes", [](Dossier& d) { d.rounds[1].rule.min_votes = -1; }, ErrorCode::kNegative,
     "rounds[1].counting.min_votes"},
    {"plan excludes one that is not there", [](Dossier& d) { d.rounds[0].plans[0].excludes = {"x"}; },
     ErrorCode::kUnknownId, "rounds[0].plans[0].excludes[0]"},
    {"plan requires itself", [](Dossier& d) { d.rounds[0].plans[0].requires_plans = {"bankjes"}; },
     ErrorCode::kNotAllowed, "rounds[0].plans[0].requires[0]"},
    {"least cost above the cost", [](Dossier& d) { d.rounds[0].plans[0].least_cost = Money{960'001}; },
     ErrorCode::kNotAllowed, "rounds[0].plans[0].least_cost"},
    {"pots above the budget",
     [](Dossier& d) {
       d.rounds[0].limits = {{"", Theme::kOutdoor, Money{6'000'000}, {}, {}}, {"", Theme::kWork, Money{1}, {}, {}}};
     },
     ErrorCode::kOverBudget, "rounds[0].limits[1].pot"},
    {"two limits for one theme",
     [](Dossier& d) { d.rounds[0].limits = {{"", Theme::kWork, {}, {}, Money{9}}, {"", Theme::kWork, {}, {}, {}}}; },
     ErrorCode::kDuplicateId, "rounds[0].limits[1]"},
    {"least above most", [](Dossier& d) { d.rounds[0].limits = {{"", Theme::kWork, {}, Money{10}, Money{9}}}; },
     ErrorCode::kNotAllowed, "rounds[0].limits[0].least"},
    {"negative pot", [](Dossier& d) { d.rounds[0].limits = {{"", Theme::kWork, Money{-1}, {}, {}}}; },
     ErrorCode::kNegative, "rounds[0].limits[0].pot"},
    {"limit of an unknown buurt",
     [](Dossier& d) { d.rounds[0].limits = {{"BU99990109", Theme::kWork, Money{1}, {}, {}}}; }, ErrorCode::kUnknownId,
     "rounds[0].limits[0].buurt"},
    {"empty point", [](Dossier& d) { d.rounds[0].open_points[0].nl.clear(); }, ErrorCode::kEmpty,
     "rounds[0].open_points[0].nl"},
    {"signal outside the world", [](Dossier& d) { d.signals[1].place = {0, 900'000'001}; }, ErrorCode::kOutsideWorld,
     "signals[1].place"},
    {"signal twice", [](Dossier& d) { d.signals[1].id = "signaal-1"; }, ErrorCode::kDuplicateId, "signals[1].id"},
    {"signals out of order", [](Dossier& d) { std::swap(d.signals[0], d.signals[1]); }, ErrorCode::kNotAllowed,
     "signals[1].id"},
    {"unknown walk", [](Dossier& d) { d.signals[0].walk_id = "x"; }, ErrorCode::kUnknownId, "signals[0].walk_id"},
    {"unknown buurt of a signal", [](Dossier& d) { d.signals[0].buurt = "x"; }, ErrorCode::kUnknownId,
     "signals[0].buurt"},
    {"words too long", [](Dossier& d) { d.signals[0].words = std::string(kMaxWords + 1, 'a'); }, ErrorCode::kTooLong,
     "signals[0].words"},
    {"time before 1970", [](Dossier& d) { d.signals[0].time_ms = -1; }, ErrorCode::kNotAllowed, "signals[0].time_ms"},
    {"support twice", [](Dossier& d) { d.signals[0].support = {"k", "k"}; }, ErrorCode::kDuplicateId,
     "signals[0].support[1]"},
    {"support out of order", [](Dossier& d) { d.signals[0].support = {"l", "k"}; }, ErrorCode::kNotAllowed,
     "signals[0].support[1]"},
    {"issue about nothing", [](Dossier& d) { d.issues[1].signals.clear(); }, ErrorCode::kEmpty, "issues[1].signals"},
    {"issue about an unknown signal", [](Dossier& d) { d.issues[1].signals = {"x"}; }, ErrorCode::kUnknownId,
     "issues[1].signals[0]"},
    {"rejected without a reason", [](Dossier& d) { d.issues[0].history[1].reason.clear(); }, ErrorCode::kEmpty,
     "issues[0].history[1].reason"},
    {"history out of order", [](Dossier& d) { d.issues[0].history[1].time_ms = 4; }, ErrorCode::kNotAllowed,
     "issues[0].history[1].time_ms"},
    {"promised on no day", [](Dossier& d) { d.issues[0].action->promised = "morgen"; }, ErrorCode::kBadDate,
     "issues[0].action.promised"},
    {"walk on no day", [](Dossier& d) { d.walks[0].date = ""; }, ErrorCode::kBadDate, "walks[0].date"},
    {"route outside the world", [](Dossier& d) { d.walks[0].route[1] = {0, -900'000'001}; }, ErrorCode::kOutsideWorld,
     "walks[0].route[1]"},
    {"stop outside the world", [](Dossier& d) { d.walks[0].stops[0].place = {-1'800'000'001, 0}; },
     ErrorCode::kOutsideWorld, "walks[0].stops[0].place"},
    {"bad buurt code", [](Dossier& d) { d.neighbourhood.buurten[1].code = "BU9999010"; }, ErrorCode::kNotAllowed,
     "neighbourhood.buurten[1].code"},
    {"buurt twice", [](Dossier& d) { d.neighbourhood.buurten[1].code = "BU99990101"; }, ErrorCode::kDuplicateId,
     "neighbourhood.buurten[1].code"},
    {"fewer than no inhabitants", [](Dossier& d) { d.neighbourhood.buurten[0].inhabitants = -1; }, ErrorCode::kNegative,
     "neighbourhood.buurten[0].inhabitants"},
    {"ring of two points", [](Dossier& d) { d.neighbourhood.buurten[0].rings[0].resize(2); }, ErrorCode::kBadGeometry,
     "neighbourhood.buurten[0].rings[0]"},
    {"ring outside the world", [](Dossier& d) { d.neighbourhood.buurten[0].rings[0][3].lat_e7 = 900'000'001; },
     ErrorCode::kOutsideWorld, "neighbourhood.buurten[0].rings[0][3]"},
    {"ring without area", [](Dossier& d) { d.neighbourhood.buurten[0].rings[0] = {{0, 0}, {1, 1}, {2, 2}}; },
     ErrorCode::kBadGeometry, "neighbourhood.buurten[0].rings[0]"},
};

TEST(Validate, ReturnsTheFaultWithItsPath) {
  for (const Case& c : kCases) {
    Dossier d = testing::sample_dossier();
    c.spoil(d);
    const auto result = validate(d);
    ASSERT_FALSE(result) << c.name;
    EXPECT_EQ(result.error().code, c.code) << c.name;
    EXPECT_EQ(result.error().where.path, c.path) << c.name;
  }
}

TEST(Validate, CountsWordsInCodePoints) {
  Dossier d = testing::sample_dossier();
  d.signals[0].words.clear();
  for (std::size_t i = 0; i < kMaxWords; ++i) d.signals[0].words += "é";
  EXPECT_TRUE(validate(d));
  d.signals[0].words += "é";
  EXPECT_EQ(validate(d).error().code, ErrorCode::kTooLong);
}

TEST(ValidateBallot, AcceptsBlankAndWhatFits) {
  const Round round = testing::sample_dossier().rounds[0];
  EXPECT_TRUE(validate(Ballot{}, round));
  EXPECT_TRUE(validate(Ballot{{"bankjes"}}, round));
}

TEST(ValidateBallot, RefusesWhatDoesNotFitIsUnknownOrUnsorted) {
  const Round round = testing::sample_dossier().rounds[0];
  const auto over = validate(Ballot{{"bankjes", "boom"}}, round);
  EXPECT_EQ(over.error().code, ErrorCode::kOverBudget);
  EXPECT_EQ(over.error().where.path, "approved[1]");
  EXPECT_EQ(validate(Ballot{{"vijver"}}, round).error().code, ErrorCode::kUnknownId);
  EXPECT_EQ(validate(Ballot{{"bankjes", "bankjes"}}, round).error().code, ErrorCode::kDuplicateId);
  EXPECT_EQ(validate(Ballot{{"boom", "bankjes"}}, round).error().code, ErrorCode::kNotAllowed);
}

Round round_with(VoteForm form) {
  Round round = testing::sample_dossier().rounds[0];  // bankjes € 9.600, boom € 55.000, of € 60.000
  round.form = form;
  return round;
}

/// The fault's code and path, or "fits".
std::string verdict(const Ballot& ballot, const Round& round) {
  const auto result = validate(ballot, round);
  return result ? "fits" : result.error().key + " " + result.error().where.path;
}

TEST(ValidateBallot, AsksForMoneyOnlyInAKnapsack) {
  const Ballot both{{"bankjes", "boom"}};
  EXPECT_EQ(verdict(both, round_with({VoteMethod::kKnapsack})), "error.over_budget approved[1]");
  EXPECT_EQ(verdict(both, round_with({VoteMethod::kApproval})), "fits");
  EXPECT_EQ(verdict({{"boom", "bankjes"}}, round_with({VoteMethod::kRanking})), "fits");
  EXPECT_EQ(verdict({{"bankjes", "boom"}, {9, 1}}, round_with({VoteMethod::kPoints})), "fits");
}

TEST(ValidateBallot, KeepsToTheNumberOfPlans) {
  for (const VoteMethod method : {VoteMethod::kApproval, VoteMethod::kRanking, VoteMethod::kPoints}) {
    const Ballot both = gives_points(method) ? Ballot{{"bankjes", "boom"}, {1, 1}} : Ballot{{"bankjes", "boom"}};
    EXPECT_EQ(verdict(both, round_with({method, 1})), "error.too_many_plans approved[1]");
    EXPECT_EQ(verdict(both, round_with({method, 2})), "fits");
    EXPECT_EQ(verdict(Ballot{}, round_with({method, 1})), "fits") << "blank is always allowed";
  }
}

TEST(ValidateBallot, KeepsPointsAboveZeroBelowBothLimitsAndBesideTheirPlan) {
  const Round round = round_with({VoteMethod::kVouchers, 0, 10, 6});
  EXPECT_EQ(verdict({{"bankjes", "boom"}, {4, 6}}, round), "fits");
  EXPECT_EQ(verdict({{"bankjes", "boom"}, {5, 6}}, round), "error.points_too_many points[1]");
  EXPECT_EQ(verdict({{"bankjes"}, {7}}, round), "error.points_per_plan points[0]");
  EXPECT_EQ(verdict({{"bankjes"}, {0}}, round), "error.points_too_few points[0]");
  EXPECT_EQ(verdict({{"bankjes"}, {-1}}, round), "error.points_too_few points[0]");
  EXPECT_EQ(verdict({{"bankjes", "boom"}, {4}}, round), "error.points_count points");
  EXPECT_EQ(verdict({{"bankjes"}, {}}, round), "error.points_count points");
  EXPECT_EQ(verdict({{"boom", "bankjes"}, {1, 1}}, round), "error.not_sorted approved[1]");
  EXPECT_EQ(verdict({{"bankjes", "boom"}, {INT64_MAX, INT64_MAX}}, round_with({VoteMethod::kPoints})),
            "error.points_too_many points[0]");
  EXPECT_EQ(verdict({{"bankjes"}, {1}}, round_with({VoteMethod::kApproval})), "error.points_not_asked points");
}

TEST(ValidateBallot, TakesARankingInAnyOrderButNoPlanTwice) {
  const Round round = round_with({VoteMethod::kRanking});
  EXPECT_EQ(verdict({{"boom", "bankjes"}}, round), "fits");
  EXPECT_EQ(verdict({{"boom", "bankjes", "boom"}}, round), "error.duplicate_id approved[2]");
  EXPECT_EQ(verdict({{"vijver"}}, round), "error.unknown_plan approved[0]");
}

TEST(Names, ComeBack) {
  for (const Level level : {Level::kUnset, Level::kAPlus, Level::kA, Level::kB, Level::kC, Level::kD}) {
    EXPECT_EQ(from_name<Level>(name_of(level)), level);
  }
  EXPECT_EQ(name_of(SchouwTheme::kIntact), "heel");
  EXPECT_EQ(name_of(Theme::kTogether), "binding");
  EXPECT_EQ(name_of(IssueStatus::kDouble), "dubbel");
  EXPECT_FALSE(from_name<Level>("E"));
}

}  // namespace
}  // namespace stoepkrijt::model
