#include "app/state.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "app/station/station.hpp"

namespace stoepkrijt::app {

namespace {

struct ScreenWord {
  Screen screen;
  std::string_view word;
};
// The words of the address bar; they are part of shared links, so they never change meaning.
constexpr std::array kScreenWords = {
    ScreenWord{Screen::kStart, "start"},
    ScreenWord{Screen::kLadder, "wie-beslist"},
    ScreenWord{Screen::kPlans, "plannen"},
    ScreenWord{Screen::kPlan, "plan"},
    ScreenWord{Screen::kVoteRead, "stemmen"},
    ScreenWord{Screen::kVoteChoose, "kiezen"},
    ScreenWord{Screen::kVoteCheck, "nakijken"},
    ScreenWord{Screen::kVoteDone, "gestemd"},
    ScreenWord{Screen::kMap, "kaart"},
    ScreenWord{Screen::kTag, "melden"},
    ScreenWord{Screen::kSignals, "meldingen"},
    ScreenWord{Screen::kSignal, "melding"},
    ScreenWord{Screen::kResult, "uitslag"},
    ScreenWord{Screen::kWhy, "waarom"},
    ScreenWord{Screen::kCompare, "vergelijken"},
    ScreenWord{Screen::kMore, "meer"},
    ScreenWord{Screen::kFiles, "bestanden"},
    ScreenWord{Screen::kImport, "bestand-erbij"},
    ScreenWord{Screen::kAbout, "over"},
    ScreenWord{Screen::kComponents, "componenten"},
    ScreenWord{Screen::kVoteForm, "manier-van-stemmen"},
    ScreenWord{Screen::kLimits, "potten-en-grenzen"},
    ScreenWord{Screen::kRule, "telregel"},
    ScreenWord{Screen::kReplay, "naspelen"},
    ScreenWord{Screen::kConflicts, "verschillen"},
    ScreenWord{Screen::kHistory, "geschiedenis"},
    ScreenWord{Screen::kExchange, "doorgeven"},
    ScreenWord{Screen::kStatus, "stand"},
    ScreenWord{Screen::kPhoto, "foto"},
    ScreenWord{Screen::kWalks, "schouwen"},
    ScreenWord{Screen::kWalk, "schouw"},
    ScreenWord{Screen::kPrepare, "schouw-maken"},
    ScreenWord{Screen::kDoubles, "dubbel"},
    ScreenWord{Screen::kFigures, "cijfers"},
    ScreenWord{Screen::kFilter, "wat-u-ziet"},
    ScreenWord{Screen::kReport, "verslag"},
    ScreenWord{Screen::kOwnMap, "kaart-maken"},
    ScreenWord{Screen::kPlanning, "plan-maken"},
    ScreenWord{Screen::kNextRound, "volgende-ronde"},
    ScreenWord{Screen::kContact, "contact"},
    ScreenWord{Screen::kStation, "stembus"},
    ScreenWord{Screen::kOpenStation, "stembus-openen"},
    ScreenWord{Screen::kHost, "beheer"},
    ScreenWord{Screen::kOffice, "stemming-maken"},
    ScreenWord{Screen::kKeys, "sleutels"},
    ScreenWord{Screen::kCards, "stemkaarten"},
    ScreenWord{Screen::kEvening, "telavond"},
    ScreenWord{Screen::kHolder, "sleutelhouder"},
    ScreenWord{Screen::kSession, "proces-verbaal"},
    ScreenWord{Screen::kByHand, "met-de-hand"},
    ScreenWord{Screen::kLog, "logboek"},
    ScreenWord{Screen::kProtection, "wat-is-beschermd"},
    ScreenWord{Screen::kReceipt, "mijn-stem"},
};

}  // namespace

std::string to_words(const Route& route) {
  for (const ScreenWord& w : kScreenWords) {
    if (w.screen != route.screen) continue;
    std::string words(w.word);
    if (!route.id.empty()) words += "/" + route.id;
    return words;
  }
  return "start";
}

Route route_from(std::string_view words) {
  const std::size_t slash = words.find('/');
  const std::string_view first = words.substr(0, slash);
  Route route;
  for (const ScreenWord& w : kScreenWords) {
    if (w.word != first) continue;
    route.screen = w.screen;
    if (slash != std::string_view::npos) route.id = std::string(words.substr(slash + 1, 200));
    return route;
  }
  return route;
}

const model::Round* current_round(const State& state) {
  if (const model::Round* round = station::round_of(state)) return round;
  if (state.dossier == nullptr || state.dossier->rounds.empty()) return nullptr;
  for (const model::Round& round : state.dossier->rounds) {
    if (round.phase == model::RoundPhase::kOpen) return &round;
  }
  const auto& rounds = state.dossier->rounds;
  const auto last = std::find_if(rounds.rbegin(), rounds.rend(),
                                 [](const model::Round& r) { return r.phase != model::RoundPhase::kPreparing; });
  return last == rounds.rend() ? &rounds.back() : &*last;
}

const model::Round* next_round(const State& state) {
  if (state.dossier == nullptr) return nullptr;
  const model::Round* current = current_round(state);
  for (const model::Round& round : state.dossier->rounds) {
    if (round.phase == model::RoundPhase::kPreparing && &round != current) return &round;
  }
  return nullptr;
}

const model::Round* chosen_round(const State& state, std::string_view id) {
  if (id.empty()) return current_round(state);
  if (state.dossier == nullptr) return nullptr;
  const auto& rounds = state.dossier->rounds;
  const auto at = std::find_if(rounds.begin(), rounds.end(), [&](const model::Round& r) { return r.id == id; });
  return at == rounds.end() ? nullptr : &*at;
}

const model::Plan* find_plan(const model::Round& round, std::string_view id) {
  const auto it =
      std::find_if(round.plans.begin(), round.plans.end(), [&](const model::Plan& p) { return p.id == id; });
  return it == round.plans.end() ? nullptr : &*it;
}

const model::Walk* find_walk(const model::Dossier& dossier, std::string_view id) {
  for (const model::Walk& walk : dossier.walks) {
    if (walk.id == id) return &walk;
  }
  return nullptr;
}

const model::Signal* find_signal(const model::Dossier& dossier, std::string_view id) {
  const auto it = std::lower_bound(dossier.signals.begin(), dossier.signals.end(), id,
                                   [](const model::Signal& s, std::string_view key) { return s.id < key; });
  return it == dossier.signals.end() || it->id != id ? nullptr : &*it;
}

const model::Issue* issue_of(const model::Dossier& dossier, std::string_view signal_id) {
  // One that was closed as a double says where it went on: the other holds its signals too.
  const model::Issue* found = nullptr;
  for (const model::Issue& issue : dossier.issues) {
    if (!std::binary_search(issue.signals.begin(), issue.signals.end(), signal_id)) continue;
    if (issue.status() != model::IssueStatus::kDouble) return &issue;
    if (found == nullptr) found = &issue;
  }
  return found;
}

const model::Buurt* find_buurt(const model::Dossier& dossier, std::string_view code) {
  for (const model::Buurt& buurt : dossier.neighbourhood.buurten) {
    if (buurt.code == code) return &buurt;
  }
  return nullptr;
}

Money chosen_cost(const State& state) {
  Money sum;
  const model::Round* round = current_round(state);
  if (round == nullptr) return sum;
  for (const std::string& id : state.ballot.chosen) {
    if (const model::Plan* plan = find_plan(*round, id)) {
      const Result<Money> next = sum.plus(plan->cost);
      if (next) sum = *next;
    }
  }
  return sum;
}

}  // namespace stoepkrijt::app
