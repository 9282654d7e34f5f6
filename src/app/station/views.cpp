#include "app/station/views.hpp"

#include <algorithm>
#include <utility>

#include "app/office/sheets.hpp"
#include "app/views/round_words.hpp"
#include "ballotbox/spoken.hpp"
#include "formats/ballotbox/box_json.hpp"

namespace stoepkrijt::app::station {

namespace {

std::int64_t count_of(std::size_t n) { return static_cast<std::int64_t>(n); }

/// What people are told before they vote, as the organiser signed it.
std::vector<std::pair<std::string, std::string>> told(const model::Round& round, const Lang& lang) {
  std::vector<std::pair<std::string, std::string>> out;
  const auto add = [&](std::string_view key, std::string words) {
    if (!words.empty()) out.emplace_back(lang.tr(key), std::move(words));
  };
  // lang-prefix: ladder.words_
  add("station.fact_ladder", lang.tr("ladder.words_" + std::to_string(static_cast<int>(round.ladder) + 1)));
  add("station.fact_open", points_words(round.open_points, lang));
  add("station.fact_fixed", points_words(round.fixed_points, lang));
  add("station.fact_who", lang.of(round.who_may_vote));
  add("station.fact_after", lang.of(round.afterwards));
  return out;
}

PackageWords package_words(const ballotbox::SignedPackage& signed_package, const Lang& lang) {
  const ballotbox::Package& p = signed_package.package;
  PackageWords out;
  out.title = lang.of(p.round.title);
  out.told_title = lang.tr("station.told_title");
  out.told = told(p.round, lang);
  out.facts = {
      {lang.tr("station.fact_amount"), lang.money(p.round.budget)},
      {lang.tr("station.fact_when"),
       lang.tr("station.fact_days", {{"from", lang.day(p.round.opens)}, {"to", lang.day(p.round.closes)}})},
      {lang.tr("station.fact_plans"), lang.number(count_of(p.round.plans.size()))},
      {lang.tr("station.fact_codes"),
       lang.tr("station.fact_codes_words", {{"codes", lang.number(count_of(p.codes.size()))},
                                            {"reserves", lang.number(count_of(p.reserves.size()))}})},
      {lang.tr("station.fact_publish"),
       lang.tr(p.publication == ballotbox::Publication::kOpenUrn ? "station.publish_open"
                                                                 : "station.publish_witnessed")},
      {lang.tr("station.fact_delete"), lang.day_and_year(p.delete_by)},
  };
  if (!p.attended.empty()) {
    out.facts.insert(out.facts.begin() + 4,
                     {lang.tr("station.fact_attended"),
                      lang.tr("station.fact_attended_words", {{"n", lang.number(count_of(p.attended.size()))}})});
  }
  out.compare_title = lang.tr("station.compare_title");
  out.compare_words = lang.tr("station.compare_words");
  out.spoken = ballotbox::spoken(signed_package.fingerprint);
  out.hex = office::in_groups(to_hex(signed_package.fingerprint));
  return out;
}

std::size_t letters_in(std::string_view typed) {
  return static_cast<std::size_t>(
      std::count_if(typed.begin(), typed.end(), [](char c) { return c != '-' && c != ' '; }));
}

ConsentView consent_view(const State& state, const Lang& lang) {
  ConsentView v;
  v.title = lang.tr("station.consent_title");
  v.words = lang.tr("station.consent_words");
  v.alone = lang.tr("station.consent_alone");
  v.pin = pin_words(state, lang);
  v.pin.go = lang.tr("station.consent_go");
  if (state.station->code_error) v.pin.error = lang.error(*state.station->code_error);
  v.read = lang.tr(state.device.speaking ? "page.read_stop" : "page.read");
  v.not_now = lang.tr("station.consent_not");
  return v;
}

}  // namespace

PinWords pin_words(const State& state, const Lang& lang) {
  PinWords v;
  v.label = lang.tr("station.pin_label");
  v.go = lang.tr("station.pin_go");
  v.erase = lang.tr("station.erase");
  v.keys_name = lang.tr("station.pin_keys");
  const std::int64_t left = state.station->facts.pin_after_ms - state.device.now_ms;
  if (left > 0) v.wait = lang.count("station.pin_wait", (left + 999) / 1000);
  return v;
}

OpenView make_open_view(const State& state, const Lang& lang) {
  OpenView v;
  v.intro = lang.tr("station.open_intro");
  v.has_package = state.station != nullptr;
  v.fetch = lang.tr("station.fetch");
  v.scan = lang.tr("codes.scan");
  v.scan_words = lang.tr("station.scan_package_words");
  v.pick = lang.tr(v.has_package ? "station.pick_other" : "station.pick");
  std::string read = v.intro;
  if (v.has_package) {
    const Station& s = *state.station;
    v.package = package_words(*s.package, lang);
    v.codes = make_package_codes_view(state, lang, *s.package);
    v.at_home = !s.mine.empty();
    v.home_title = lang.tr("station.home_title");
    v.home_words = lang.tr("station.home_words");
    v.home_button = lang.tr(v.at_home ? "station.to_receipt" : "station.home_button");
    v.kiosk_title = lang.tr("station.kiosk_title");
    v.kiosk_words = lang.tr("station.kiosk_words");
    v.has_key = !s.key.empty();
    v.key_state = v.has_key ? lang.tr("station.key_is", {{"box", s.facts.box}}) : lang.tr("station.key_none");
    v.key_pick = lang.tr("station.key_pick");
    v.rows_label = lang.tr("station.key_rows");
    v.rows_hint = lang.tr("station.key_rows_hint");
    v.rows_use = lang.tr("station.key_rows_use");
    v.pin_label = lang.tr("station.pin_new");
    v.pin_hint = lang.tr("station.pin_hint");
    v.again_label = lang.tr("station.pin_again");
    v.start = lang.tr("station.kiosk_button");
    v.leave = lang.tr("station.leave");
    v.leave_words = lang.tr("station.leave_home_words");
    read += " " + v.package.title + ". ";
    for (const auto& [name, words] : v.package.told) read += name + " " + words + " ";
    read += v.package.compare_words + " " + v.package.spoken;
  }
  v.page = make_page(state, lang, lang.tr("screen.stembus-openen"), read);
  return v;
}

CodeView make_code_view(const State& state, const Lang& lang) {
  CodeView v;
  if (state.station == nullptr) {
    v.page = make_page(state, lang, lang.tr("screen.stembus"), "");
    return v;
  }
  const Station& s = *state.station;
  v.kiosk = s.facts.use == Use::kKiosk;
  v.open = state.writer && (!v.kiosk || s.facts.open);
  v.checking = s.stage == Stage::kChecking || s.stage == Stage::kKeeping;
  v.heading = lang.tr("start.kiosk_title", {{"amount", lang.money(s.round->budget)}});
  v.title = lang.tr("station.code_title");
  v.words = lang.tr("station.code_words");
  v.code = s.code;
  if (s.code_error) v.code_error = lang.error(*s.code_error);
  const std::size_t letters = letters_in(s.code);
  v.can_go = letters >= kCodeLetters;
  v.erase = lang.tr("station.erase");
  v.go = v.can_go ? lang.tr("station.go") : lang.count("station.letters_left", count_of(kCodeLetters - letters));
  v.scan = lang.tr("station.scan");
  v.read = lang.tr(state.device.speaking ? "page.read_stop" : "page.read");
  v.help = lang.tr("station.help");
  v.help_title = lang.tr("station.help_title");
  for (const char* n : {"1", "2", "3", "4"}) {
    // lang-prefix: station.help_
    v.help_words.push_back(lang.tr(std::string("station.help_") + n));
  }
  v.secret = lang.tr("station.secret");
  v.languages = {lang.tr("more.language.nl"), lang.tr("more.language.en")};
  v.language = static_cast<int>(state.settings.lang);
  v.languages_name = lang.tr("more.language");
  if (v.kiosk) v.host = lang.tr("station.host");
  const std::string today = iso_day(state.device.now_ms, state.device.offset_minutes);
  if (today < s.round->opens || today > s.round->closes) {
    v.out_of_time = lang.tr(
        "station.out_of_time",
        {{"from", lang.day(s.round->opens)}, {"to", lang.day(s.round->closes)}, {"today", lang.day_and_year(today)}});
  }
  if (!s.reasons.empty()) v.withdrawn_title = lang.tr("station.withdrawn_title");
  v.withdrawn = s.reasons;
  if (!state.writer) {
    v.wait_title = lang.tr("station.elsewhere_title");
    v.wait_words = lang.tr("error.other_tab");
  } else {
    v.wait_title = lang.tr(!v.open ? "station.closed_title" : "station.checking");
    v.wait_words = lang.tr(!v.open ? "station.closed_words" : "station.checking_words");
  }
  v.keys_name = lang.tr("station.keys_name");
  std::string read = v.title + ". " + v.words + " " + v.secret;
  for (const std::string& reason : v.withdrawn) read += " " + reason;
  if (s.stage == Stage::kConsent) {
    v.consent = consent_view(state, lang);
    v.page =
        make_page(state, lang, v.consent->title, v.consent->title + ". " + v.consent->words + " " + v.consent->alone);
    return v;
  }
  v.page = make_page(state, lang, lang.tr("screen.stembus"), v.open ? read : v.wait_title + ". " + v.wait_words);
  return v;
}

DoneView make_done_view(const State& state, const Lang& lang) {
  DoneView v;
  const Station& s = *state.station;
  v.kiosk = s.facts.use == Use::kKiosk;
  v.kept = s.stage != Stage::kNotKept;
  v.heading = lang.tr(!v.kept ? "station.not_kept_title" : v.kiosk ? "station.done_title" : "station.done_home_title");
  v.words = lang.tr(!v.kept ? "station.not_kept_words" : v.kiosk ? "station.done_words" : "station.done_home_words");
  v.in_box = v.kept && v.kiosk;
  v.receipt = s.receipt;
  v.vote = s.vote.empty() ? s.mine : s.vote;
  if (v.receipt.empty() && !v.vote.empty()) {
    if (const auto vote = formats::read_vote_code(v.vote)) v.receipt = ballotbox::receipt_of(vote->record.sealed);
  }
  v.receipt_title = lang.tr("station.receipt_title");
  v.receipt_words = lang.tr("station.receipt_words");
  v.receipt_qr_name = lang.tr("station.receipt_qr", {{"receipt", v.receipt}});
  if (v.kiosk && v.kept) v.vote.clear();  // it is in the box
  v.vote_title = lang.tr(v.kept ? "station.hand_over_title" : "station.hand_over_instead");
  v.vote_words = lang.tr(v.kept ? "station.hand_over_words" : "station.hand_over_instead_words");
  v.vote_qr_name = lang.tr("station.vote_qr");
  v.offer = lang.tr("station.offer_vote");
  v.again = lang.tr("station.keep_again");
  v.done = lang.tr(!v.kept ? "station.done_taken" : v.kiosk ? "station.done" : "station.done_home");
  if (v.kiosk && v.kept) {
    const std::int64_t left = std::max<std::int64_t>(0, s.until_ms - state.device.now_ms);
    v.seconds = static_cast<int>((left + 999) / 1000);
    v.of_seconds = std::max(30, v.seconds);
    v.time_words = lang.count("station.seconds", v.seconds);
    v.time_name = lang.tr("station.seconds_name");
    v.more_time = lang.tr("station.more_time");
  }
  v.page =
      make_page(state, lang, v.heading, v.words + " " + v.receipt_title + ": " + v.receipt + ". " + v.receipt_words);
  return v;
}

OverView make_over_view(const State& state, const Lang& lang) {
  OverView v;
  if (state.station == nullptr) return v;
  const Station& s = *state.station;
  v.cleans = s.cleaning;
  v.clean_title = lang.tr("station.clean_title");
  v.clean_words = lang.tr("station.clean_words");
  v.clean_stop = lang.tr("station.clean_stop");
  v.warns = s.warned;
  const std::int64_t left = std::max<std::int64_t>(0, s.until_ms - state.device.now_ms);
  v.title = lang.tr("station.idle_title");
  v.words = lang.count("station.idle_words", (left + 999) / 1000);
  v.stay = lang.tr("station.idle_stay");
  v.go = lang.tr("station.idle_go");
  return v;
}

}  // namespace stoepkrijt::app::station
