// Signals about the same thing: put together, kept apart, taken out; figures per buurt; what is shown.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/views/doubles_view.hpp"
#include "app/views/figures_view.hpp"
#include "app/views/filter_view.hpp"
#include "app/views/signals_view.hpp"
#include "app/views/tag_view.hpp"
#include "app_fixture.hpp"

namespace stoepkrijt::app::test {
namespace {

const Lang& nl() {
  static const auto* const lang = new Lang(read_lang(LangCode::kNl));
  return *lang;
}

/// Tags a problem so many metres east of the first signals; its id.
std::string tag(Bench& b, std::int32_t metres, const std::string& subtheme = "verlichting") {
  b.run(cmd::StartTag{model::SignalKind::kProblem, {52'000'000 + metres * 146, 525'000'000}, model::PlacedBy::kPin});
  b.run(cmd::SetTagTheme{model::SchouwTheme::kIntact});
  b.run(cmd::SetTagSubtheme{subtheme});
  const std::string id = b.state().tag->signal.id;
  b.run(cmd::SaveTag{});
  return id;
}

std::size_t pairs(const Bench& b) { return make_doubles_view(b.state(), nl(), {}).pair.size(); }

const model::Signal& signal(const Bench& b, const std::string& id) {
  const model::Signal* found = find_signal(*b.state().dossier, id);
  EXPECT_NE(found, nullptr);
  return *found;
}

/// The two of the example have no subtheme and lie on one spot: kept apart, so that only what a test tags is left.
Bench quiet_bench() {
  Bench b;
  b.run(cmd::KeepApart{"a1", "a2"});
  return b;
}

TEST(Doubles, AreSuggestedNearestFirstAndKeptApartForEverybody) {
  Bench b = quiet_bench();
  EXPECT_EQ(pairs(b), 0U);
  const std::string one = tag(b, 0), two = tag(b, 10);
  const DoublesView v = make_doubles_view(b.state(), nl(), {});
  ASSERT_EQ(v.pair.size(), 1U);
  EXPECT_EQ(v.pair[0].count, "1 van 1");
  EXPECT_EQ(v.pair[0].apart, "10 meter uit elkaar. Binnen een dag na elkaar.");
  b.run(cmd::KeepApart{one, two});
  EXPECT_EQ(pairs(b), 0U);
  EXPECT_EQ(signal(b, one).apart, std::vector<std::string>{two});
  b.restart();
  EXPECT_EQ(pairs(b), 0U) << "it stands in the dossier";
  b.run(cmd::Undo{});
  EXPECT_EQ(pairs(b), 1U);
}

TEST(Doubles, LinkedAreOneIssueAndCanBeTakenOut) {
  Bench b = quiet_bench();
  const std::string one = tag(b, 0), two = tag(b, 10);
  b.run(cmd::SetStatus{two, model::IssueStatus::kPlanned, "in mei", {"lamp", "Gemeente", "2027-05-03"}});
  const std::string kept = issue_of(*b.state().dossier, two)->id;
  b.run(cmd::LinkDouble{one, two});
  ASSERT_NE(issue_of(*b.state().dossier, one), nullptr);
  EXPECT_EQ(issue_of(*b.state().dossier, one)->id, kept) << "what was agreed stays, for both";
  EXPECT_EQ(issue_of(*b.state().dossier, one)->status(), model::IssueStatus::kPlanned);
  EXPECT_EQ(pairs(b), 0U);
  ASSERT_EQ(make_doubles_view(b.state(), nl(), {}).groups.size(), 1U);
  b.run(cmd::UnlinkDouble{one});
  EXPECT_EQ(issue_of(*b.state().dossier, one), nullptr);
  EXPECT_EQ(issue_of(*b.state().dossier, two)->id, kept);
  EXPECT_EQ(pairs(b), 1U);
  EXPECT_TRUE(model::validate(*b.state().dossier));
}

TEST(Doubles, OfTwoIssuesKeepBothHistories) {
  Bench b = quiet_bench();
  const std::string one = tag(b, 0), two = tag(b, 10);
  b.run(cmd::SetStatus{one, model::IssueStatus::kInProgress, "", {}});
  b.run(cmd::SetStatus{two, model::IssueStatus::kPlanned, "in mei", {}});
  const std::string first = issue_of(*b.state().dossier, one)->id;
  const std::string second = issue_of(*b.state().dossier, two)->id;
  b.run(cmd::LinkDouble{one, two});
  EXPECT_EQ(issue_of(*b.state().dossier, two)->id, first);
  const auto other = std::find_if(b.state().dossier->issues.begin(), b.state().dossier->issues.end(),
                                  [&](const model::Issue& i) { return i.id == second; });
  ASSERT_NE(other, b.state().dossier->issues.end());
  EXPECT_EQ(other->status(), model::IssueStatus::kDouble);
  EXPECT_EQ(other->history.size(), 2U);
  b.run(cmd::UnlinkDouble{two});
  EXPECT_EQ(issue_of(*b.state().dossier, two)->id, second) << "its own again, with what was said of it";
  EXPECT_EQ(issue_of(*b.state().dossier, two)->status(), model::IssueStatus::kReopened);
  EXPECT_TRUE(model::validate(*b.state().dossier));
}

TEST(Doubles, TakenOutGoWithAllThatCameInWithThem) {
  Bench b = quiet_bench();
  const std::string one = tag(b, 0), two = tag(b, 10), three = tag(b, 20);
  b.run(cmd::SetStatus{one, model::IssueStatus::kInProgress, "", {}});
  b.run(cmd::LinkDouble{two, three});
  const std::string second = issue_of(*b.state().dossier, two)->id;
  b.run(cmd::LinkDouble{one, two});
  EXPECT_EQ(issue_of(*b.state().dossier, three), issue_of(*b.state().dossier, one));
  b.run(cmd::UnlinkDouble{two});
  EXPECT_EQ(issue_of(*b.state().dossier, two)->id, second);
  EXPECT_EQ(issue_of(*b.state().dossier, three)->id, second) << "they were together before";
  EXPECT_EQ(issue_of(*b.state().dossier, one)->signals, std::vector<std::string>{one});
  EXPECT_TRUE(model::validate(*b.state().dossier));
}

TEST(Doubles, ThatWereKeptApartCanStillBeLinked) {
  Bench b = quiet_bench();
  const std::string one = tag(b, 0), two = tag(b, 10);
  b.run(cmd::KeepApart{one, two});
  b.run(cmd::LinkDouble{two, one});
  EXPECT_TRUE(signal(b, one).apart.empty());
  EXPECT_EQ(issue_of(*b.state().dossier, one), issue_of(*b.state().dossier, two));
}

TEST(Doubles, AreLookedForAsWideAsTheOrganiserWants) {
  Bench b = quiet_bench();
  tag(b, 0);
  tag(b, 100, "meubilair");
  EXPECT_EQ(pairs(b), 0U);
  b.run(cmd::SetDoubles{{150, 12, true}});
  EXPECT_EQ(pairs(b), 0U) << "another topic";
  b.run(cmd::SetDoubles{{150, 12, false}});
  EXPECT_EQ(pairs(b), 1U);
  b.run(cmd::SetDoubles{{0, 0, false}});
  EXPECT_EQ(b.state().doubles.radius_m, 1);
}

TEST(Doubles, AreOfferedWhileTaggingAndBecomeISeeThisToo) {
  Bench b = quiet_bench();
  const std::string there = tag(b, 0);
  b.run(cmd::StartTag{model::SignalKind::kProblem, {52'000'100, 525'000'000}, model::PlacedBy::kPin});
  EXPECT_TRUE(make_tag_view(b.state(), nl()).double_id.empty()) << "it does not say yet what it is";
  b.run(cmd::SetTagTheme{model::SchouwTheme::kIntact});
  b.run(cmd::SetTagSubtheme{"verlichting"});
  const TagView v = make_tag_view(b.state(), nl());
  EXPECT_EQ(v.double_id, there);
  EXPECT_EQ(v.double_title, "Is het dit? Straatlamp");
  const std::size_t before = b.state().dossier->signals.size();
  b.run(cmd::TagIsDouble{there});
  EXPECT_EQ(b.state().dossier->signals.size(), before);
  EXPECT_EQ(signal(b, there).support.size(), 1U);
  EXPECT_FALSE(b.state().tag.has_value());
  EXPECT_EQ(b.state().route.screen, Screen::kMap);
}

TEST(Figures, CountPerBuurtAndWarnOfARiseByItsMethod) {
  Bench b = quiet_bench();
  FiguresView v = make_figures_view(b.state(), nl());
  EXPECT_TRUE(v.warnings.empty());
  for (int i = 0; i < 9; ++i) tag(b, 200 * i);
  v = make_figures_view(b.state(), nl());
  ASSERT_EQ(v.warnings.size(), 1U);
  EXPECT_EQ(v.warnings[0].title, "Oud: Heel");
  // Nine of nine in 28 of 112 days: (1/4)^9 = 1 in 262,144.
  EXPECT_EQ(v.warnings[0].chance, "De kans dat dit toeval is: 1 op 262.144.");
  ASSERT_FALSE(v.buurten.empty());
  EXPECT_EQ(v.buurten[0].name, "Oud");
  EXPECT_EQ(v.buurten[0].rows[0].amount, "9");
  EXPECT_FLOAT_EQ(v.buurten[0].rows[0].share, 1.0F);
}

TEST(Filter, LeavesOutWhatIsNotAskedForOnMapAndInList) {
  Bench b = quiet_bench();
  const std::string one = tag(b, 0);
  tag(b, 300, "meubilair");
  const auto count = [&](const MapFilter& filter) {
    b.run(cmd::SetFilter{filter});
    EXPECT_EQ(make_map_screen_view(b.state(), nl(), {}).lines.size(), make_signals_view(b.state(), nl()).lines.size());
    return make_signals_view(b.state(), nl()).lines.size();
  };
  const std::size_t all = count({});
  EXPECT_EQ(all, 4U);
  MapFilter f;
  f.theme = model::SchouwTheme::kIntact;
  EXPECT_EQ(count(f), 2U);
  f = {};
  f.level = model::Level::kD;
  EXPECT_EQ(count(f), 0U);
  f = {};
  f.buurt = "BU99990101";
  EXPECT_EQ(count(f), 2U);
  f = {};
  f.days = 7;
  EXPECT_EQ(count(f), 4U);
  b.host.now_ms += 30LL * 86'400'000;
  b.settle();
  b.run(cmd::CloseToast{});
  EXPECT_EQ(count(f), 0U);
  b.run(cmd::SetStatus{one, model::IssueStatus::kDone, "", {"", "Gemeente", ""}});
  f = {};
  f.closed = true;
  EXPECT_EQ(count(f), 1U);
  f.closed = false;
  EXPECT_EQ(count(f), 3U);
  f = {};
  f.party = "Gemeente";
  EXPECT_EQ(count(f), 1U);
  f = {};
  f.walk = "geen";
  EXPECT_EQ(count(f), 0U);
}

TEST(Filter, EachChoiceIsTakenBackByPressingItAgain) {
  Bench b = quiet_bench();
  tag(b, 0);
  for (const FilterView::Group& group : make_filter_view(b.state(), nl()).groups) {
    for (std::size_t i = 0; i < group.choices.size(); ++i) {
      b.run(cmd::SetFilter{group.choices[i].then});
      const FilterView after = make_filter_view(b.state(), nl());
      const auto same = std::find_if(after.groups.begin(), after.groups.end(),
                                     [&](const FilterView::Group& g) { return g.key == group.key; });
      ASSERT_NE(same, after.groups.end());
      EXPECT_NE(same->choices[i].on, group.choices[i].on) << group.key << i;
      EXPECT_EQ(filter_words(b.state(), nl()).empty(), group.key == "soort");
      b.run(cmd::SetFilter{same->choices[i].then});
      EXPECT_EQ(b.state().filter, MapFilter{}) << group.key << i;
    }
  }
}

}  // namespace
}  // namespace stoepkrijt::app::test
