// The ballot in its five forms, drawn at every size and used by screen-reader events alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "a11y/faults.hpp"
#include "app/apply.hpp"
#include "app/builtin.hpp"
#include "app/choice.hpp"
#include "ui/reader.hpp"
#include "ui/screens.hpp"
#include "ui/stage.hpp"

namespace stoepkrijt::ui {
namespace {

using app::Screen;
using namespace tests;
using model::VoteForm;
using model::VoteMethod;

constexpr VoteMethod kMethods[] = {VoteMethod::kApproval, VoteMethod::kKnapsack, VoteMethod::kPoints,
                                   VoteMethod::kRanking, VoteMethod::kVouchers};

/// The example with this form, an empty practice box, and the first plans chosen.
app::State state_in(VoteForm form, std::size_t chosen) {
  app::State state = app::start(fixed()).state;
  auto dossier = std::make_shared<model::Dossier>(*fixed().example_dossier);
  dossier->rounds[0].form = form;
  state.dossier = dossier;
  state.urn = std::make_shared<model::Urn>();
  state.loading = false;
  state.device.now_ms = 1'795'305'600'000;
  state.ballot = {dossier->rounds[0].id, {}};
  for (std::size_t i = 0; i < chosen; ++i) {
    state = app::apply(state, app::cmd::TogglePlan{dossier->rounds[0].plans[i].id}, fixed()).state;
    if (model::gives_points(form.method)) {
      state = app::apply(state, app::cmd::SetPoints{dossier->rounds[0].plans[i].id, 4}, fixed()).state;
    }
  }
  return state;
}

constexpr Size kSizes[] = {{"phone", 390, 844, 1, false},           {"small phone", 320, 568, 1, false},
                           {"320 at 200 %", 320, 640, 2, false},    {"tablet", 820, 1180, 1, false},
                           {"desktop", 1280, 800, 1, false},        {"kiosk upright", 1080, 1920, 1, true},
                           {"kiosk landscape", 1920, 1080, 1, true}};

/// With STOEPKRIJT_PICTURES set to a folder, each screen is saved there to be looked at.
void keep_picture(Reader& reader, const std::string& name) {
  if (const char* folder = std::getenv("STOEPKRIJT_PICTURES")) reader.save(std::string(folder) + "/" + name + ".png");
}

void expect_sound(const std::string& where, const Reader& reader, float width) {
  for (const std::string& fault : reader.faults()) ADD_FAILURE() << where << ": " << fault;
  for (const a11y::Fault& fault : a11y::faults(reader.nodes())) ADD_FAILURE() << where << ": " << fault.words;
  int titles = 0;
  int levels = 1;
  for (const a11y::SemNode& node : reader.nodes()) {
    if (node.role == a11y::Role::kHeading) {
      titles += node.level == 1 ? 1 : 0;
      EXPECT_LE(node.level, levels + 1) << where << ": heading jumps: " << node.name;
      levels = node.level;
    }
    for (const std::string* words : {&node.name, &node.description, &node.value}) {
      EXPECT_EQ(words->find('['), std::string::npos) << where << ": a missing word in " << *words;
      EXPECT_EQ(words->find('{'), std::string::npos) << where << ": an open place in " << *words;
    }
    if (node.rect.w <= 0) continue;
    EXPECT_GE(node.rect.x, -0.5F) << where << ": " << node.name;
    EXPECT_LE(node.rect.x + node.rect.w, width + 0.5F) << where << ": " << node.name;
  }
  EXPECT_EQ(titles, 1) << where << ": one h1 per screen";
  EXPECT_FALSE(reader.acted()) << where << ": a screen acts by itself";
}

TEST(VoteScreensDrawn, EveryFormIsSoundAtEverySizeAndTheme) {
  for (const Size& size : kSizes) {
    for (const ThemeName theme : {ThemeName::kLight, ThemeName::kDark, ThemeName::kContrast}) {
      if (theme != ThemeName::kLight && size.width != 390) continue;  // colours do not change the layout elsewhere
      for (const VoteMethod method : kMethods) {
        for (const std::size_t chosen : {std::size_t{0}, std::size_t{3}}) {
          Reader reader(size, state_in({method, 4, 10, 6}, chosen), theme);
          for (const Screen screen : {Screen::kVoteRead, Screen::kVoteChoose, Screen::kVoteCheck, Screen::kPlan,
                                      Screen::kVoteForm, Screen::kLimits}) {
            reader.open({screen, screen == Screen::kPlan ? app::current_round(reader.state)->plans[0].id : ""});
            const std::string where = std::string(size.name) + "-" + app::to_words({screen, ""}) + "-" +
                                      std::to_string(static_cast<int>(method)) + "-" + std::to_string(chosen) +
                                      (theme == ThemeName::kLight  ? ""
                                       : theme == ThemeName::kDark ? "-dark"
                                                                   : "-contrast");
            expect_sound(where, reader, size.width);
            keep_picture(reader, where);
          }
        }
      }
    }
  }
}

/// What lies in the part of the window that is always in view.
bool in_view(const a11y::SemNode* node, const Size& size) {
  return node != nullptr && node->rect.h > 0 && node->rect.y + node->rect.h <= size.height + 0.5F;
}

TEST(VoteScreensDrawn, TheBarIsInViewWithoutScrollingInEveryForm) {
  for (const Size& size : kSizes) {
    for (const VoteMethod method : kMethods) {
      Reader reader(size, state_in({method}, 2));
      reader.open({Screen::kVoteChoose, ""});
      EXPECT_TRUE(in_view(reader.find("stem/meter"), size)) << size.name << ' ' << static_cast<int>(method);
      if (size.height < 700) continue;  // there the bar stays alone, and the button ends the page
      EXPECT_TRUE(in_view(reader.find("stem/verder"), size)) << size.name << ' ' << static_cast<int>(method);
    }
  }
}

TEST(VoteScreensDrawn, EveryControlOfTheBallotIsLargeEnoughForAFinger) {
  for (const Size& size : {kSizes[0], kSizes[1], kSizes[4]}) {
    for (const VoteMethod method : kMethods) {
      Reader reader(size, state_in({method}, 2));
      reader.open({Screen::kVoteChoose, ""});
      for (const a11y::SemNode& node : reader.nodes()) {
        if (!a11y::is_interactive(node.role) || node.rect.h <= 0 || node.rect.y + node.rect.h >= size.height - 1)
          continue;
        EXPECT_GE(node.rect.w, 47.5F) << size.name << ": " << node.name;
      }
      const std::string id = app::current_round(reader.state)->plans[0].id;
      if (model::gives_points(method)) {
        for (const char* part : {"/less", "/more"}) {
          const a11y::SemNode* node = reader.find(key("plan/", id, part));
          ASSERT_NE(node, nullptr);
          EXPECT_GE(node->rect.w, 56.0F);
          EXPECT_FALSE(node->name.empty());
        }
      }
    }
  }
}

TEST(VoteScreensUsed, PointsAreGivenByButtonsAndBySliderAndTakenBack) {
  for (const VoteMethod method : {VoteMethod::kPoints, VoteMethod::kVouchers}) {
    for (const Size& size : {kSizes[0], kSizes[4], kSizes[5]}) {
      Reader reader(size, state_in({method, 0, 10, 0}, 0));
      const auto& plans = app::current_round(reader.state)->plans;
      const std::string a = plans[0].id, b = plans[1].id;
      reader.open({Screen::kVoteChoose, ""});
      reader.press(key("plan/", a, "/more"));
      reader.press(key("plan/", a, "/more"));
      EXPECT_EQ(app::points_on(reader.state.ballot, a), 2);
      reader.slide(key("plan/", b, "/number"), 8);
      EXPECT_EQ(app::points_on(reader.state.ballot, b), 8);
      const a11y::SemNode* slider = reader.find(key("plan/", a, "/number"));
      ASSERT_NE(slider, nullptr);
      EXPECT_EQ(slider->role, a11y::Role::kSlider);
      EXPECT_EQ(slider->now, 2);
      EXPECT_EQ(slider->max, 2) << "nothing is left to give";
      EXPECT_FALSE(slider->description.empty()) << "and it says why";
      const a11y::SemNode* more = reader.find(key("plan/", a, "/more"));
      ASSERT_NE(more, nullptr);
      EXPECT_NE(more->states & a11y::kDisabled, 0U);
      EXPECT_FALSE(more->description.empty());
      reader.press(key("plan/", a, "/more"));
      EXPECT_EQ(app::points_on(reader.state.ballot, a), 2);
      reader.press("stem/terug");
      EXPECT_EQ(app::points_on(reader.state.ballot, b), 0);
      reader.press(key("plan/", a, "/less"));
      reader.press(key("plan/", a, "/less"));
      EXPECT_TRUE(reader.state.ballot.chosen.empty());
      reader.slide(key("plan/", b, "/number"), 3);
      reader.send(a11y::SemEventType::kInput, key("plan/", b, "/number"), "drie");
      EXPECT_EQ(app::points_on(reader.state.ballot, b), 3) << "what is no number changes nothing";
      reader.press("stem/verder");
      reader.press("nakijken/inleveren");
      EXPECT_EQ(reader.state.route.screen, Screen::kVoteDone);
      ASSERT_EQ(reader.state.urn->total(), 1);
      EXPECT_EQ(reader.state.urn->entries[0].ballot, (model::Ballot{{b}, {3}}));
    }
  }
}

TEST(VoteScreensUsed, ARankingIsMadeWithButtonsAlone) {
  for (const Size& size : {kSizes[0], kSizes[2], kSizes[4], kSizes[5]}) {
    Reader reader(size, state_in({VoteMethod::kRanking}, 0));
    const auto& plans = app::current_round(reader.state)->plans;
    const std::string a = plans[0].id, b = plans[1].id, c = plans[2].id;
    reader.open({Screen::kVoteChoose, ""});
    for (const std::string& id : {a, b, c}) reader.press(key("plan/", id, "/choose"));
    reader.press(key("rang/", c, "/up"));
    EXPECT_EQ(reader.state.ballot.chosen, (std::vector<std::string>{a, c, b}));
    reader.press(key("rang/", a, "/down"));
    EXPECT_EQ(reader.state.ballot.chosen, (std::vector<std::string>{c, a, b}));
    EXPECT_NE(reader.find(key("rang/", c, "/up"))->states & a11y::kDisabled, 0U) << "the first goes no higher";
    EXPECT_NE(reader.find(key("rang/", b, "/down"))->states & a11y::kDisabled, 0U);
    reader.press(key("rang/", a, "/out"));
    EXPECT_EQ(reader.state.ballot.chosen, (std::vector<std::string>{c, b}));
    EXPECT_NE(reader.find(key("plan/", a, "/choose")), nullptr) << "it is among the others again";
    reader.press("stem/terug");
    EXPECT_EQ(reader.state.ballot.chosen, (std::vector<std::string>{c, a, b}));
    reader.press("stem/verder");
    EXPECT_NE(reader.find(key("nakijken/", c, "/rij")), nullptr);
    reader.press("nakijken/inleveren");
    EXPECT_EQ(reader.state.urn->entries.back().ballot.approved, (std::vector<std::string>{c, a, b}));
  }
}

TEST(VoteScreensUsed, ApprovalTakesMoreThanThereIsAndSaysSo) {
  Reader reader(kSizes[0], state_in({VoteMethod::kApproval}, 0));
  reader.open({Screen::kVoteChoose, ""});
  const std::size_t all = app::current_round(reader.state)->plans.size();
  for (std::size_t i = 0; i < all; ++i) {
    reader.press(key("plan/", app::current_round(reader.state)->plans[i].id, "/choose"));
  }
  EXPECT_EQ(reader.state.ballot.chosen.size(), all);
  reader.press("stem/verder");
  reader.press("nakijken/inleveren");
  EXPECT_EQ(reader.state.route.screen, Screen::kVoteDone);
}

TEST(VoteScreensUsed, AKnapsackLocksWhatNoLongerFitsAndTellsWhatToDo) {
  Reader reader(kSizes[0], state_in({VoteMethod::kKnapsack}, 0));
  const auto plans = app::current_round(reader.state)->plans;
  reader.open({Screen::kVoteChoose, ""});
  for (const model::Plan& plan : plans) reader.press(key("plan/", plan.id, "/choose"));
  EXPECT_LE(app::chosen_cost(reader.state), app::current_round(reader.state)->budget);
  std::size_t locked = 0;
  for (const model::Plan& plan : plans) {
    const a11y::SemNode* tick = reader.find(key("plan/", plan.id, "/choose"));
    ASSERT_NE(tick, nullptr);
    const bool chosen = app::place_of(reader.state.ballot, plan.id).has_value();
    EXPECT_EQ((tick->states & a11y::kDisabled) != 0, !chosen) << plan.id;
    if (chosen) continue;
    ++locked;
    EXPECT_NE(tick->description.find("Haal eerst een plan weg"), std::string::npos) << tick->description;
  }
  EXPECT_GT(locked, 0U);
}

TEST(VoteScreensUsed, ThePlanPageGivesPointsAndPlaces) {
  Reader points(kSizes[0], state_in({VoteMethod::kPoints}, 0));
  const std::string id = app::current_round(points.state)->plans[3].id;
  points.open({Screen::kPlan, id});
  points.press("plan/punten/more");
  points.slide("plan/punten/number", 6);
  EXPECT_EQ(app::points_on(points.state.ballot, id), 6);
  Reader ranking(kSizes[0], state_in({VoteMethod::kRanking}, 2));
  ranking.open({Screen::kPlan, id});
  ranking.press("plan/kies");
  EXPECT_EQ(app::place_of(ranking.state.ballot, id), 2U);
}

TEST(VoteScreensUsed, TheOrganiserChoosesTheFormAndItsNumbers) {
  Reader reader(kSizes[4], state_in({}, 0));
  reader.open({Screen::kVoteForm, ""});
  reader.press("vorm/manier/2");
  EXPECT_EQ(app::current_round(reader.state)->form.method, VoteMethod::kPoints);
  reader.press("vorm/points/more");
  reader.press("vorm/per_plan/more");
  reader.press("vorm/plans/more");
  EXPECT_TRUE(app::current_round(reader.state)->form == (VoteForm{VoteMethod::kPoints, 1, 11, 1}));
  reader.press("vorm/plans/less");
  EXPECT_EQ(app::current_round(reader.state)->form.most_plans, 0);
  reader.press("vorm/plans/less");
  EXPECT_EQ(app::current_round(reader.state)->form.most_plans, 0);
}

TEST(VoteScreensUsed, TheOrganiserSetsAPotAndTakesItAway) {
  Reader reader(kSizes[4], state_in({}, 0));
  reader.open({Screen::kLimits, ""});
  reader.press("potten/waarvoor/0");
  reader.type("potten/pot", "10.000");
  reader.type("potten/hoogstens", "veel");
  reader.press("potten/bewaar");
  EXPECT_TRUE(app::current_round(reader.state)->limits.empty());  // "veel" is no amount
  reader.type("potten/hoogstens", "20.000");
  reader.press("potten/bewaar");
  ASSERT_EQ(app::current_round(reader.state)->limits.size(), 1U);
  EXPECT_EQ(app::current_round(reader.state)->limits[0].pot, Money::from_euros(10'000));
  EXPECT_EQ(app::current_round(reader.state)->limits[0].most, Money::from_euros(20'000));
  reader.press("potten/regel/buitenruimte/weg");
  EXPECT_TRUE(app::current_round(reader.state)->limits.empty());
  reader.press("potten/kleiner-vak");
  EXPECT_TRUE(app::current_round(reader.state)->part_funding);
}

}  // namespace
}  // namespace stoepkrijt::ui
