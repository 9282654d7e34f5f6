#include "app/office/office_view.hpp"

#include <algorithm>

#include "app/office/sheets.hpp"
#include "app/views/planning_view.hpp"
#include "app/views/result_view.hpp"
#include "app/views/round_words.hpp"
#include "ballotbox/spoken.hpp"
#include "model/date.hpp"
#include "model/names.hpp"

namespace stoepkrijt::app {

namespace {

using office::Draft;

constexpr std::int64_t kStepDays = 30;

const Office& office_in(const State& state) {
  static const Office kNone;
  return state.office == nullptr ? kNone : *state.office;
}

void add_round(OfficeView& v, const State& state, const model::Round& round, const Lang& lang) {
  v.round_title = lang.tr("office.round_title");
  v.round_words = lang.tr("office.round_words");
  const model::Round* next = next_round(state);
  const model::Round* current = current_round(state);
  for (const model::Round* each : {next, current}) {
    if (each == nullptr) continue;
    const std::string name =
        lang.of(each->title) + " · " + lang.tr(each == next ? "office.round_next" : "office.round_current");
    v.rounds.push_back({each->id, name, each->id == round.id});
  }
  const auto fact = [&](std::string_view key, std::string words) {
    if (!words.empty()) v.facts.push_back({lang.tr(key), std::move(words)});
  };
  fact("office.fact_title", lang.of(round.title));
  fact("office.fact_money", lang.money(round.budget));
  fact("office.fact_plans", lang.count("plans.count", static_cast<std::int64_t>(round.plans.size())));
  // lang-prefix: ladder.title_
  fact("office.fact_ladder", lang.tr("ladder.title_" + std::to_string(static_cast<int>(round.ladder) + 1)));
  fact("office.fact_open", points_words(round.open_points, lang));
  fact("office.fact_fixed", points_words(round.fixed_points, lang));
  fact("office.fact_who", lang.of(round.who_may_vote));
  fact("office.fact_when", lang.tr("office.from_to", {{"first", lang.day_and_year(round.opens)},
                                                      {"last", lang.day_and_year(round.closes)}}));
  fact("office.fact_result", lang.day_and_year(round.result_on));
  fact("office.fact_after", lang.of(round.afterwards));
  // lang-prefix: form.
  fact("office.fact_form", lang.tr("form." + std::string(model::name_of(round.form.method))));
  fact("office.fact_rule", rule_name(round.rule.id, lang));
  // lang-prefix: option.ties.
  const std::string ties = round.rule.ties.empty() ? "id" : round.rule.ties;
  fact("office.fact_ties", lang.tr("option.ties." + ties));
  if (ties.ends_with("lot") && round.rule.seed.empty()) fact("office.fact_lot", lang.tr("office.lot_later"));
  if (!round.limits.empty()) {
    fact("office.fact_limits", lang.count("office.limits", static_cast<std::int64_t>(round.limits.size())));
  }
  if (&round == next) {
    v.change_next = lang.tr("office.change_next");
    v.old_words = words_of_before(state, round, lang, "office.old_words");
    v.round = round.id;
  }
  v.change_form = lang.tr("office.choose_form");
  v.change_rule = lang.tr("office.choose_rule");
  v.change_limits = lang.tr("office.choose_limits");
  if (&round == current && state.example) v.practice_note = lang.tr("office.example_note");
}

void add_cards(OfficeView& v, const Lang& lang) {
  v.cards_title = lang.tr("office.cards_title");
  v.codes_label = lang.tr("office.codes");
  v.codes_hint = lang.tr("office.codes_hint");
  v.reserves_label = lang.tr("office.reserves");
  v.not_number = lang.tr("office.not_number");
  const auto codes = office::typed_number(v.draft.codes, 1, ballotbox::kMostCodes);
  v.codes_wrong = !v.draft.codes.empty() && !codes;
  v.reserves_wrong = !v.draft.reserves.empty() && !office::typed_number(v.draft.reserves, 0, ballotbox::kMostCodes);
  const auto suggested = static_cast<std::int64_t>(office::suggested_reserves(codes.value_or(0)));
  v.reserves_hint = lang.tr("office.reserves_hint", {{"n", lang.number(suggested)}});
  v.attended_label = lang.tr("office.attended");
  v.attended_hint = lang.tr("office.attended_hint");
  v.attended_wrong = !v.draft.attended.empty() && !office::typed_number(v.draft.attended, 0, ballotbox::kMostCodes);
  v.place_label = lang.tr("office.place");
  v.place_hint = lang.tr("office.place_hint");
  // Half a second a code on a cheap tablet.
  if (const auto numbers = office::numbers_of(v.draft)) {
    v.minutes = lang.count("office.minutes", static_cast<std::int64_t>((numbers->all() + 119) / 120));
  }
}

OfficeView::KeyRow row_of(office::KeyPlace where, const formats::PublicKey& key, std::string k, std::string title,
                          const Lang& lang) {
  OfficeView::KeyRow row;
  row.where = where;
  row.key = std::move(k);
  row.title = std::move(title);
  row.name = key.name;
  row.words = lang.tr("office.key_words", {{"words", ballotbox::spoken(key.key)}});
  row.drop = lang.tr("office.key_drop", {{"name", key.name}});
  return row;
}

void add_keys(OfficeView& v, const Lang& lang) {
  v.holders_title = lang.tr("office.holders_title");
  v.holders_words = lang.tr("office.holders_words");
  for (std::size_t i = 0; i < ballotbox::kHolders; ++i) {
    const std::string n = std::to_string(i + 1);
    const auto& holder = v.draft.holders[i];
    const std::string k = "houder/" + n;
    if (holder) {
      v.holders.push_back(
          row_of({i}, *holder, k, lang.tr("office.holder_named", {{"n", n}, {"name", holder->name}}), lang));
    } else {
      OfficeView::KeyRow row;
      row.where = {i};
      row.key = k;
      row.title = lang.tr("office.holder", {{"n", n}});
      v.holders.push_back(std::move(row));
    }
  }
  v.boxes_title = lang.tr("office.boxes_title");
  v.boxes_words = lang.tr("office.boxes_words");
  for (const formats::PublicKey& box : v.draft.boxes) {
    const bool phone = box.owner == formats::KeyOwner::kPhone;
    const std::string title = lang.tr(phone ? "office.box_phone" : "office.box_kiosk", {{"name", box.name}});
    v.boxes.push_back(row_of({}, box, "bus/" + box.name, title, lang));
  }
  v.from_file = lang.tr("office.from_file");
  v.from_camera = lang.tr("office.from_camera");
  v.by_hand = lang.tr("office.by_hand");
  v.hand_label = lang.tr("office.hand_label");
  v.hand_hint = lang.tr("office.hand_hint");
  v.hand_name = lang.tr("office.hand_name");
  v.hand_box = lang.tr("office.key_name_box");
  v.hand_put = lang.tr("office.hand_put");
  v.hand_channel = lang.tr("office.hand_channel");
  v.kiosk = lang.tr("office.owner_kiosk");
  v.phone = lang.tr("office.owner_phone");
  v.keys_link = lang.tr("office.keys_link");
}

void add_publication(OfficeView& v, const model::Round& round, const Lang& lang) {
  v.modes_title = lang.tr("office.modes_title");
  v.modes_words = lang.tr("office.modes_words");
  v.open_meeting = lang.tr("office.mode_meeting");
  v.open_meeting_small = lang.tr("office.mode_meeting_small");
  v.paper = lang.tr("office.mode_paper");
  v.paper_small = lang.tr("office.mode_paper_small");
  v.practice = lang.tr("office.mode_practice");
  v.practice_small = lang.tr("office.mode_practice_small");
  v.publish_title = lang.tr("office.publish_title");
  v.open_urn = lang.tr("office.open_urn");
  v.open_urn_about = lang.tr("office.open_urn_about");
  v.witnessed_urn = lang.tr("office.witnessed_urn");
  v.witnessed_urn_about = lang.tr("office.witnessed_urn_about");
  if (v.draft.publication == ballotbox::Publication::kOpenUrn && ballotbox::could_sign_a_ballot(round)) {
    v.signature_warning = lang.tr("office.signature_warning");
  }
  const std::string day =
      v.draft.delete_by.empty() ? model::moved(round.result_on, office::kKeepDays) : v.draft.delete_by;
  v.delete_name = lang.tr("office.delete_by");
  v.delete_words = lang.day_and_year(day);
  v.delete_less = lang.tr("office.month_earlier");
  v.delete_more = lang.tr("office.month_later");
  v.delete_before = std::max(model::moved(day, -kStepDays), round.result_on);
  v.delete_after = model::moved(day, kStepDays);
}

void add_summary(OfficeView& v, const model::Round& round, const Lang& lang) {
  v.summary_title = lang.tr("office.summary_title");
  v.make = lang.tr("office.make");
  const auto package = office::package_of(v.draft, &round);
  if (!package) {
    v.missing = lang.error(package.error());
    return;
  }
  const office::Numbers numbers = office::numbers_of(v.draft).value_or(office::Numbers{});
  v.summary.push_back(lang.of(round.title) + ": " +
                      lang.count("plans.count", static_cast<std::int64_t>(round.plans.size())) + ", " +
                      lang.money(round.budget));
  v.summary.push_back(lang.tr("office.from_to",
                              {{"first", lang.day_and_year(round.opens)}, {"last", lang.day_and_year(round.closes)}}));
  v.summary.push_back(lang.count("office.n_cards", static_cast<std::int64_t>(numbers.codes)) + ", " +
                      lang.count("office.n_reserves", static_cast<std::int64_t>(numbers.reserves)));
  v.summary.push_back(numbers.attended == 0
                          ? lang.tr("office.no_attended")
                          : lang.count("office.n_attended", static_cast<std::int64_t>(numbers.attended)));
  v.summary.push_back(
      lang.tr(v.draft.publication == ballotbox::Publication::kOpenUrn ? "office.open_urn" : "office.witnessed_urn"));
  v.summary.push_back(v.delete_name + ": " + v.delete_words);
}

void add_making(OfficeView& v, const State& state, const office::Making& making, const Lang& lang) {
  v.stage = OfficeView::Stage::kMaking;
  v.done = static_cast<int>(making.done());
  v.all = static_cast<int>(making.all());
  v.making_title = lang.tr("office.making");
  v.making_words = lang.tr("office.making_words", {{"done", lang.number(v.done)}, {"all", lang.number(v.all)}});
  v.stop = lang.tr("office.stop");
  const std::int64_t took = state.device.now_ms - making.began_ms;
  if (v.done < 3 || took <= 0) return;
  const std::int64_t seconds = took * (v.all - v.done) / v.done / 1000;
  v.making_left = seconds < 90 ? lang.count("office.seconds_left", std::max<std::int64_t>(1, seconds))
                               : lang.count("office.minutes_left", (seconds + 59) / 60);
}

void add_own(OfficeView& v, const State& state, const Office& office, const Lang& lang) {
  for (std::size_t i = 0; i < office.own.size(); ++i) {
    const ballotbox::SignedPackage& package = office.own[i].package;
    OfficeView::Own own;
    own.title = lang.of(package.package.round.title);
    own.codes = lang.count("office.n_codes", static_cast<std::int64_t>(package.package.codes.size())) + ", " +
                lang.count("office.n_reserves", static_cast<std::int64_t>(package.package.reserves.size()));
    if (const std::size_t attended = package.package.attended.size(); attended > 0) {
      own.codes += ", " + lang.count("office.n_attended", static_cast<std::int64_t>(attended));
    }
    own.fingerprint = office::in_groups(to_hex(package.fingerprint));
    own.spoken = ballotbox::spoken(package.fingerprint);
    own.dates = lang.tr("office.from_to", {{"first", lang.day_and_year(package.package.round.opens)},
                                           {"last", lang.day_and_year(package.package.round.closes)}});
    own.show = make_package_codes_view(state, lang, package);
    own.forgetting = office.forgetting == i;
    v.own.push_back(std::move(own));
  }
  v.own_title = lang.tr("office.own_title");
  v.publish_words = lang.tr("office.publish_words");
  v.fingerprint_label = lang.tr("office.fingerprint");
  v.spoken_label = lang.tr("office.in_words");
  v.package_file = lang.tr("office.package_file");
  v.organiser_file = lang.tr("office.organiser_file");
  v.organiser_words = lang.tr("office.organiser_words");
  v.withdraw = lang.tr("office.withdraw");
  if (office.cards == nullptr) v.forget = lang.tr("office.forget");
  v.forgetting_words = lang.tr("office.forgetting_words");
  v.forgetting_yes = lang.tr("office.forgetting_yes");
  v.forgetting_no = lang.tr("office.forgetting_no");
  if (!office.withdrawal || office.withdrawal->package >= office.own.size()) return;
  v.withdrawing = true;
  v.withdrawal = *office.withdrawal;
  v.withdraw_title = lang.tr("office.withdraw");
  v.withdraw_words = lang.tr("office.withdraw_words");
  v.reason_label = lang.tr("office.reason");
  v.reason_hint = lang.tr("office.reason_hint");
  v.withdraw_give = lang.tr("office.withdraw_give");
  v.withdraw_stop = lang.tr("office.withdraw_stop");
  for (const model::Plan& plan : office.own[v.withdrawal.package].package.package.round.plans) {
    v.plans.push_back({plan.id, lang.of(plan.title)});
  }
}

}  // namespace

OfficeView make_office_view(const State& state, const Lang& lang) {
  OfficeView v;
  const Office& office = office_in(state);
  v.draft = office.draft;
  v.intro = lang.tr("office.intro");
  v.page = make_page(state, lang, lang.tr("screen.stemming-maken"), v.intro);
  add_own(v, state, office, lang);
  if (office.making != nullptr) {
    add_making(v, state, *office.making, lang);
    return v;
  }
  if (office.cards != nullptr) {
    v.stage = OfficeView::Stage::kMade;
    v.made_title = lang.tr("office.made");
    v.made_words = lang.tr("office.made_words");
    v.codes_warning = lang.tr("office.codes_warning");
    v.to_cards = lang.tr("office.to_cards");
    return v;
  }
  const model::Round* round = office::round_of(state, office.draft);
  if (round == nullptr || round->plans.empty()) {
    v.stage = OfficeView::Stage::kNoRound;
    v.none_title = lang.tr("office.none_title");
    v.none_words = lang.tr("office.none_words");
    v.none_button = lang.tr("screen.volgende-ronde");
    return v;
  }
  v.fill_title = lang.tr("office.fill_title");
  add_round(v, state, *round, lang);
  add_cards(v, lang);
  add_keys(v, lang);
  add_publication(v, *round, lang);
  add_summary(v, *round, lang);
  return v;
}

}  // namespace stoepkrijt::app
