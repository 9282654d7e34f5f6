// A small, valid dossier that uses every field: the ground that tests vary. What came later stands in full_dossier():
// golden files hold the bytes of the first.
#pragma once

#include "model/dossier.hpp"

namespace stoepkrijt::testing {

inline model::Dossier sample_dossier() {
  model::Dossier d;
  d.id = "dossier-1";
  d.title = "Lindekwartier — voorjaar";
  d.neighbourhood = {"WK999901", "Lindekwartier", "Voorbeeldstad", {}};
  d.neighbourhood.buurten.push_back(
      {"BU99990101", "Singelbuurt", 2026, 2310, 1145, {{{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}}}});
  d.neighbourhood.buurten.push_back({"BU99990102", "Parkbuurt", 2026, 0, 0, {}});
  model::Round round;
  round.id = "ronde-2026";
  round.title = {"Wijkbudget 2026", "Neighbourhood budget 2026"};
  round.budget = Money{6'000'000};
  round.opens = "2026-11-16";
  round.closes = "2026-12-06";
  round.result_on = "2026-12-13";
  round.who_may_vote = {"Iedereen vanaf 12 jaar", ""};
  round.open_points = {{"Welke plannen doorgaan", "Which plans go ahead"}};
  round.fixed_points = {{"Het bedrag", ""}};
  round.afterwards = {"De uitkomst wordt uitgevoerd.", ""};
  model::Plan plan;
  plan.id = "bankjes";
  plan.title = {"Bankjes langs de singel", "Benches"};
  plan.summary = {"Zes bankjes.", ""};
  plan.description = {"Regel een.\nRegel \"twee\" \\ é € 😀", ""};
  plan.proposer = "bewoners van de Singel";
  plan.cost = Money{960'000};
  plan.theme = model::Theme::kTogether;
  plan.icon = "armchair";
  plan.buurt = "BU99990101";
  plan.place = geo::LonLat{44912345, 519239147};
  plan.own_people = 12;
  plan.own_hours = 40;
  plan.own_words = "schilderen";
  plan.third_party = Money{50'000};
  plan.third_party_who = "woningcorporatie";
  plan.support_households = 64;
  plan.support_of = 80;
  plan.checks[2] = {true, "Iedereen kan er zitten."};
  round.plans.push_back(plan);
  plan = {};
  plan.id = "boom";
  plan.title = {"Bomen", ""};
  plan.cost = Money{5'500'000};
  round.plans.push_back(plan);
  d.rounds.push_back(round);
  round.id = "ronde-2027";
  round.plans.pop_back();
  round.form = {model::VoteMethod::kVouchers, 3, 12, 6};
  round.rule = {"equal-shares", "points", "add1", "", "", "greedy", "nonempty", "ewt", "cost-votes", "trekking 7", 2};
  d.rounds.push_back(round);
  d.walks.push_back({"schouw-1",
                     "Schouw Singelbuurt",
                     "2026-10-03",
                     "droog, 12 graden",
                     {"bewoner", "wijkagent"},
                     {{0, 0}, {10, 10}},
                     {{-5, 3}},
                     {{"Brug", "Is het hier licht genoeg?", {7, 8}}}});
  model::Signal s;
  s.id = "signaal-1";
  s.kind = model::SignalKind::kStrong;
  s.theme = model::SchouwTheme::kIntact;
  s.subtheme = "bestrating";
  s.level = model::Level::kAPlus;
  s.place = {44912300, -519239100};
  s.accuracy_mm = 4200;
  s.placed_by = model::PlacedBy::kGps;
  s.near_street = "Lindesingel";
  s.buurt = "BU99990101";
  s.title = "Mooie stoep";
  s.words = "Net nieuw.";
  s.walk_id = "schouw-1";
  s.time_ms = 1'790'000'000'000;
  s.support = {"k1", "k2"};
  d.signals.push_back(s);
  s = {};
  s.id = "signaal-2";
  d.signals.push_back(s);
  model::Issue issue;
  issue.id = "zaak-1";
  issue.title = "Stoep";
  issue.signals = {"signaal-1", "signaal-2"};
  issue.history = {{model::IssueStatus::kInProgress, 5, ""}, {model::IssueStatus::kRejected, 9, "Niet nodig"}};
  issue.action = model::Action{"herstraten", "gemeente", "2027-02-28"};
  d.issues.push_back(issue);
  d.issues.push_back({"zaak-2", "", {"signaal-2"}, {}, std::nullopt});
  return d;
}

/// With what came later: of walks, stops and signals, a track, what an idea and a plan come from, the last day.
inline model::Dossier full_dossier() {
  model::Dossier d = sample_dossier();
  model::Walk walk;
  walk.id = "schouw-2";
  walk.title = "Schouw in het najaar";
  walk.date = "2026-11-03";
  walk.stops = {{"Brug", "", {7, 8}, {"grof-zwerfvuil", "onkruid"}}};
  walk.themes = {model::SchouwTheme::kClean, model::SchouwTheme::kSafe};
  walk.kinds = {model::SignalKind::kProblem, model::SignalKind::kStrong};
  walk.elsewhere = "Is er haast bij? Bel 112.";
  walk.tree = {
      {"Afval", model::SchouwTheme::kClean, {{"container-vol", "Container is vol"}, {"grofvuil", "Grofvuil"}}}};
  walk.teams = {"Noord", "Zuid"};
  walk.walkers = {{"Fatma", "bewoner", "Noord"}};
  walk.same_route_as = "schouw-1";
  d.walks.push_back(walk);
  d.tracks.push_back(
      {"spoor-1",
       "schouw-2",
       "Noord",
       {{{{44912345, 519239147}, 4200, 1'790'000'000'000}, {{44912300, 519239200}, 6000, 1'790'000'005'000}},
        {{{44912000, 519239000}, 5000, 1'790'000'200'000}}}});
  d.signals[0].apart = {"signaal-2"};
  d.signals[0].measure = "onkruid";
  d.signals[0].counted = 7;
  d.signals[0].team = "Noord";
  d.signals[1].kind = model::SignalKind::kIdea;
  d.signals[1].comes_from = "signaal-1";
  d.rounds[0].plans[0].comes_from = {"signaal-1", "signaal-2"};
  d.delete_by = "2028-12-31";
  return d;
}

}  // namespace stoepkrijt::testing
