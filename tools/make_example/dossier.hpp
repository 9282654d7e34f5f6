// The example dossier in the app's own format (stoepkrijt-dossier, version 1): the round with its nine plans, and the
// walk of 14 November 2026 with its signals and agreements. The words are in round_text.cpp and walk_text.cpp.
#pragma once

#include <string>
#include <vector>

#include "compose.hpp"

namespace stoepkrijt::example {

struct PlanText {
  const char* id;
  const char* title_nl;
  const char* title_en;
  const char* summary_nl;
  const char* summary_en;
  const char* description_nl;
  const char* description_en;
  const char* proposer;
  int cost_euro;
  const char* theme;
  const char* icon;
  const char* buurt;
  Vec place;
  int people;
  int hours;
  const char* own;
  int third_euro;
  const char* third_who;
  int households;
  int asked;
  // Zwolle's seven rules: '+' or '-' and the reason.
  const char* checks[7];
};

struct SignalText {
  const char* kind;
  const char* theme;
  const char* subtheme;
  const char* level;
  Vec place;
  const char* near_street;
  const char* title;
  const char* words;
  int accuracy_m;
  const char* placed_by;
  int minute;   // after 10:00 on 14 November
  int support;  // how many others see it too
};

struct IssueText {
  const char* title;
  std::vector<int> signals;  // numbers from 1
  std::vector<const char*> statuses;
  const char* direction;
  const char* party;
  const char* promised;
};

struct StopText {
  const char* name;
  const char* question;
  Vec place;
};

std::vector<PlanText> plan_texts();
std::vector<SignalText> signal_texts();
std::vector<IssueText> issue_texts();
std::vector<StopText> stop_texts();
// The planned route along the streets, and the track that the group walked.
Line walk_route(const World& world);
Line walk_track(const Line& route);

std::string dossier_json(const World& world);

}  // namespace stoepkrijt::example
