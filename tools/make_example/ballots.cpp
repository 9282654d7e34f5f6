#include "ballots.hpp"

#include <array>
#include <vector>

#include "geom.hpp"

namespace stoepkrijt::example {

namespace {

constexpr int kPlans = 9;
constexpr int kVoters = 480;
constexpr int kBudget = 60000;  // euros; also the most that one ballot may add up to

struct Plan {
  const char* id;
  int cost;
  const char* name;
  const char* theme;
  const char* buurt;
  // Chance of approval, per mille: by buurt (Oud Lindewaard, Speelkwartier, Vogelhorst), then added by age.
  std::array<int, 3> by_buurt;
  std::array<int, 4> by_age;  // 12-24, 25-44, 45-64, 65 and older
};

constexpr std::array<Plan, kPlans> kPlan = {{
    {"1", 9600, "Meer bankjes in het Zwanenpark", "buitenruimte", "BU99990102", {260, 520, 270}, {-90, -20, 30, 140}},
    {"2", 14500, "Beter licht langs het Singelpad", "veiligheid", "BU99990103", {190, 260, 690}, {60, 20, 0, 30}},
    {"3", 4200, "Taalcafé in De Hinkelsteen", "taal", "BU99990102", {210, 470, 190}, {-20, 60, 20, -30}},
    {"4", 3500, "Samen eten op donderdag", "binding", "BU99990101", {500, 250, 180}, {-90, -30, 30, 130}},
    {"5", 6800, "Geveltuinen in tien straten", "buitenruimte", "BU99990101", {700, 340, 110}, {-80, 60, 40, -20}},
    {"6", 7400, "Fietspomp en klusplek", "economie", "BU99990102", {180, 480, 130}, {100, 40, -10, -70}},
    {"7", 16000, "Speelplek van hout en water", "buitenruimte", "BU99990103", {120, 170, 630}, {80, 170, -70, -110}},
    {"8", 18500, "Beweegtuin bij de Reigerflat", "gezondheid", "BU99990103", {150, 160, 620}, {-120, -60, 60, 190}},
    {"9", 5200, "Kleurig zebrapad bij De Klimboom", "veiligheid", "BU99990101", {430, 130, 90}, {40, 110, -30, -40}},
}};

constexpr std::array<int, 3> kBuurtVoters = {118, 150, 212};
constexpr std::array<int, 4> kAge = {90, 330, 320, 260};  // per mille

using Ballot = std::vector<int>;

Ballot fill_in(int buurt, Rng* rng) {
  int age = 0;
  for (int draw = rng->whole(0, 999); age < 3 && draw >= kAge[static_cast<std::size_t>(age)]; ++age)
    draw -= kAge[static_cast<std::size_t>(age)];
  for (;;) {
    Ballot ballot;
    int sum = 0;
    for (int p = 0; p < kPlans; ++p) {
      const Plan& plan = kPlan[static_cast<std::size_t>(p)];
      const int chance = plan.by_buurt[static_cast<std::size_t>(buurt)] + plan.by_age[static_cast<std::size_t>(age)];
      if (rng->whole(0, 999) >= chance) continue;
      ballot.push_back(p);
      sum += plan.cost;
    }
    // People hand in at least one plan, and the app lets nobody go over the budget.
    if (!ballot.empty() && sum <= kBudget) return ballot;
  }
}

std::vector<Ballot> cast() {
  Rng rng(480);
  std::vector<Ballot> ballots;
  for (int buurt = 0; buurt < 3; ++buurt)
    for (int i = 0; i < kBuurtVoters[static_cast<std::size_t>(buurt)]; ++i) ballots.push_back(fill_in(buurt, &rng));
  // Shaken, so that the order tells nothing.
  for (std::size_t i = ballots.size() - 1; i > 0; --i)
    std::swap(ballots[i], ballots[static_cast<std::size_t>(rng.whole(0, static_cast<int>(i)))]);
  return ballots;
}

}  // namespace

std::string ballots_pb() {
  const std::vector<Ballot> ballots = cast();
  std::string out =
      "META\nkey;value\n"
      "description;Voorbeeld: Wijkbudget Lindewaard 2026 (verzonnen wijk, verzonnen stemmen)\n"
      "country;Netherlands\nunit;Lindewaard\ninstance;2026\n";
  out += "num_projects;" + std::to_string(kPlans) + "\nnum_votes;" + std::to_string(kVoters) + "\nbudget;" +
         std::to_string(kBudget) + "\n";
  out +=
      "vote_type;approval\nrule;equalshares/add1\ndate_begin;16.11.2026\ndate_end;13.12.2026\n"
      "min_length;1\nmax_length;9\nmax_sum_cost;60000\nlanguage;nl\ncurrency;EUR\n"
      "PROJECTS\nproject_id;cost;votes;name;category;neighborhood\n";
  for (int p = 0; p < kPlans; ++p) {
    const Plan& plan = kPlan[static_cast<std::size_t>(p)];
    int votes = 0;
    for (const Ballot& b : ballots)
      for (const int chosen : b) votes += chosen == p ? 1 : 0;
    out += std::string(plan.id) + ";" + std::to_string(plan.cost) + ";" + std::to_string(votes) + ";" + plan.name +
           ";" + plan.theme + ";" + plan.buurt + "\n";
  }
  out += "VOTES\nvoter_id;vote\n";
  for (std::size_t i = 0; i < ballots.size(); ++i) {
    out += std::to_string(i + 1) + ";";
    for (std::size_t k = 0; k < ballots[i].size(); ++k)
      out += (k > 0 ? "," : "") + std::string(kPlan[static_cast<std::size_t>(ballots[i][k])].id);
    out += "\n";
  }
  return out;
}

}  // namespace stoepkrijt::example
