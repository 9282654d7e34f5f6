#include "app/views/status_view.hpp"

#include <algorithm>
#include <array>

#include "model/date.hpp"
#include "schouw/status.hpp"
#include "schouw/working_days.hpp"

namespace stoepkrijt::app {

namespace {

constexpr std::array kParties = {"municipality", "housing", "police", "welfare", "residents", "business"};
constexpr std::array kWorkingDays = {5, 10, 30};
constexpr std::int64_t kDayMs = 86'400'000;

void add_states(StatusView& v, model::IssueStatus now, const StatusForm& form, const Lang& lang) {
  v.states_title = lang.tr("status.states");
  v.states.push_back({lang.tr("status.stays", {{"status", status_words(lang, now)}}), std::nullopt});
  for (const model::IssueStatus next : schouw::next_states(now)) {
    if (form.status == next) v.chosen = static_cast<int>(v.states.size());
    v.states.push_back({status_words(lang, next), next});
  }
  v.asks_reason = form.status.has_value();
  v.needs_reason = form.status && schouw::needs_reason(*form.status);
  v.reason_label = lang.tr(v.needs_reason ? "status.reason_needed" : "status.reason");
  v.reason_hint = lang.tr("status.reason_hint");
}

void add_parties(StatusView& v, const StatusForm& form, const Lang& lang) {
  v.who_title = lang.tr("status.who");
  v.parties.push_back(lang.tr("status.nobody"));
  for (const char* party : kParties) {
    v.parties.push_back(lang.tr(std::string("status.party.") + party));  // lang-prefix: status.party.
  }
  const std::string& party = form.action.party;
  if (party.empty()) return;
  const auto it = std::find(v.parties.begin(), v.parties.end(), party);
  v.party = static_cast<int>(it - v.parties.begin());
  if (it == v.parties.end()) v.parties.push_back(party);  // a word of somebody else
}

void add_days(StatusView& v, const State& state, const StatusForm& form, const Lang& lang) {
  v.when_title = lang.tr("status.when");
  v.days.push_back({lang.tr("status.no_day"), ""});
  const std::int64_t today = (state.device.now_ms + state.device.offset_minutes * 60'000LL) / kDayMs;
  for (const int days : kWorkingDays) {
    std::string date = model::iso_date(schouw::deadline(today, days, schouw::DayCount::kWorking));
    std::string words = lang.tr("status.in_days", {{"n", lang.number(days)}, {"day", lang.day(date)}});
    v.days.push_back({std::move(words), std::move(date)});
  }
  const std::string& promised = form.action.promised;
  const auto it = std::find_if(v.days.begin(), v.days.end(), [&](const auto& d) { return d.date == promised; });
  v.day = static_cast<int>(it - v.days.begin());
  if (it == v.days.end()) v.days.push_back({lang.day_and_year(promised), promised});
}

}  // namespace

StatusForm status_form(const State& state, const std::string& signal_id) {
  StatusForm form;
  form.signal = signal_id;
  if (const model::Issue* issue = issue_of(*state.dossier, signal_id); issue != nullptr && issue->action) {
    form.action = *issue->action;
  }
  return form;
}

StatusView make_status_view(const State& state, const Lang& lang, const StatusForm& form) {
  StatusView v;
  const model::Signal* signal = find_signal(*state.dossier, state.route.id);
  v.gone_title = lang.tr("signal.gone_title");
  v.gone_words = lang.tr("signal.gone_words");
  v.page = make_page(state, lang, lang.tr("screen.stand"), v.gone_title);
  if (signal == nullptr) return v;
  v.present = true;
  v.title = signal_title(*state.dossier, lang, *signal);
  const model::Issue* issue = issue_of(*state.dossier, signal->id);
  const model::IssueStatus now = issue == nullptr ? model::IssueStatus::kOpen : issue->status();
  v.now = status_words(lang, now);
  v.tone = status_tone(now);
  if (issue != nullptr && !issue->history.empty()) v.now_words = issue->history.back().reason;
  add_states(v, now, form, lang);
  add_parties(v, form, lang);
  v.what_label = lang.tr("status.what");
  v.what_hint = lang.tr("status.what_hint");
  add_days(v, state, form, lang);
  v.save = lang.tr("status.save");
  v.back = lang.tr("status.back");
  v.page = make_page(state, lang, lang.tr("screen.stand"), v.title + ". " + v.now + ". " + v.now_words);
  return v;
}

}  // namespace stoepkrijt::app
