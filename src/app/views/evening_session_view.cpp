// The protocol of the session (proces-verbaal), to print. Fields and buttons are not on paper.
#include <algorithm>
#include <string>

#include "app/evening/command.hpp"
#include "app/evening/evening.hpp"
#include "app/views/evening_view.hpp"
#include "app/views/evening_words.hpp"
#include "app/views/result_view.hpp"
#include "ballotbox/spoken.hpp"

namespace stoepkrijt::app {

namespace {

using Kind = EveningPart::Kind;
constexpr int kMostPeople = 8;
constexpr int kLeastPeople = 4;

std::string person(int i, std::string_view what) {
  return "session/person/" + std::to_string(i) + "/" + std::string(what);
}
/// So many rows as are filled in, and one more.
int rows(const Evening& e) {
  int out = kLeastPeople;
  for (int i = 0; i < kMostPeople; ++i) {
    if (!e.text(person(i, "name")).empty()) out = std::max(out, i + 2);
  }
  return std::min(out, kMostPeople);
}

std::string or_dots(const std::string& words) { return words.empty() ? "……………………………" : words; }

void fill_in(const Evening& e, const Lang& lang, EveningBuilder& b) {
  b.card("invullen", "");  // without a heading: on paper there is nothing below it
  b.field("plek", "session/place", lang.tr("evening.session.place"), lang.tr("evening.session.how"),
          e.text("session/place"));
  b.field("dag", "session/date", lang.tr("evening.session.date"), "", e.text("session/date"));
  for (int i = 0; i < rows(e); ++i) {
    const std::string n = std::to_string(i + 1);
    b.field("naam/" + n, person(i, "name"), lang.tr("evening.session.name", {{"n", n}}), "", e.text(person(i, "name")));
    b.field("rol/" + n, person(i, "role"), lang.tr("evening.session.role", {{"n", n}}),
            i == 0 ? lang.tr("evening.session.role_hint") : "", e.text(person(i, "role")));
  }
  EveningPart& remarks = b.field("opmerkingen", "session/remarks", lang.tr("evening.session.remarks"),
                                 lang.tr("evening.session.remarks_hint"), e.text("session/remarks"));
  remarks.kind = Kind::kArea;
  b.button("druk-af", lang.tr("evening.session.print"), "printer", cmd::Print{}, true);
}

void facts(const Evening& e, const Lang& lang, EveningBuilder& b) {
  const ballotbox::Package& p = e.package->package;
  b.card("zitting", lang.tr("evening.session.of", {{"round", lang.of(p.round.title)}}));
  b.add(Kind::kFact, "plek", lang.tr("evening.session.place"), or_dots(e.text("session/place")));
  b.add(Kind::kFact, "dag", lang.tr("evening.session.date"), or_dots(e.text("session/date")));
  b.add(Kind::kFact, "stemdagen", lang.tr("evening.session.days"),
        lang.tr("station.fact_days", {{"from", lang.day(p.round.opens)}, {"to", lang.day_and_year(p.round.closes)}}));
  b.add(Kind::kFact, "geld", lang.tr("evening.session.money"), lang.money(p.round.budget));
  b.add(Kind::kFact, "regel", lang.tr("evening.session.rule"), rule_name(p.round.rule.id, lang));
  b.add(Kind::kFact, "codes", lang.tr("evening.codes"), lang.number(static_cast<std::int64_t>(p.codes.size())));
  b.add(Kind::kFact, "reserve", lang.tr("evening.reserves"), lang.number(static_cast<std::int64_t>(p.reserves.size())))
      .last = p.attended.empty();
  if (!p.attended.empty()) {
    b.add(Kind::kFact, "balie", lang.tr("evening.attended"), lang.number(static_cast<std::int64_t>(p.attended.size())))
        .last = true;
  }
  b.add(Kind::kHeading, "pakket", lang.tr("evening.session.package"));
  add_hash(b, "vingerafdruk", e.package->fingerprint);
  b.add(Kind::kHeading, "wie", lang.tr("evening.session.there"));
  bool any = false;
  for (int i = 0; i < kMostPeople; ++i) {
    if (e.text(person(i, "name")).empty()) continue;
    b.add(Kind::kFact, "wie/" + std::to_string(i), e.text(person(i, "name")), e.text(person(i, "role")));
    any = true;
  }
  if (!any) b.add(Kind::kText, "wie-niemand", or_dots(""));
}

void found(const Evening& e, const Lang& lang, EveningBuilder& b) {
  b.card("bussen", lang.tr("evening.session.boxes"));
  if (e.boxes.empty()) b.add(Kind::kText, "geen", lang.tr(e.urn != nullptr ? "evening.urn_came" : "evening.no_boxes"));
  for (std::size_t i = 0; i < e.boxes.size(); ++i) {
    const std::string k = "bus/" + std::to_string(i);
    b.add(Kind::kFact, k, lang.tr("evening.box", {{"box", e.boxes[i].id}}),
          lang.count("cli.box.votes", static_cast<std::int64_t>(e.boxes[i].records)))
        .last = true;
    b.add(Kind::kSmall, k + "/woorden", ballotbox::spoken(e.boxes[i].hash));
  }
  for (std::size_t i = 0; i < e.amendments.size(); ++i) {
    for (const std::string& plan : e.amendments[i].amendment.withdrawn) {
      b.add(Kind::kText, "wijziging/" + std::to_string(i) + "/" + plan,
            lang.tr("evening.amendment", {{"plans", "“" + title_of(e.package->package.round, plan, lang) + "”"},
                                          {"reason", e.amendments[i].amendment.reason}}));
    }
  }
  if (e.urn == nullptr) return;
  b.card("urn", lang.tr("evening.session.urn"));
  b.add(Kind::kFact, "stemmen", lang.tr("evening.in_urn"),
        lang.count("cli.box.votes", static_cast<std::int64_t>(e.urn->ballots.size())));
  if (tells_attended(e)) {
    b.add(Kind::kFact, "met-balie", lang.tr("evening.attended_votes"),
          lang.count("cli.box.votes", static_cast<std::int64_t>(e.report->attended)));
  }
  b.add(Kind::kFact, "lot", lang.tr("evening.lot"), e.urn->lot.empty() ? lang.tr("evening.session.no_lot") : e.urn->lot)
      .last = e.text("ties").empty();
  if (!e.text("ties").empty()) b.add(Kind::kFact, "gelijk", lang.tr("evening.ties"), e.text("ties")).last = true;
  if (e.report) {
    const std::vector<std::string> words = merge_words(*e.report, lang);
    for (std::size_t i = 0; i < words.size(); ++i) b.add(Kind::kText, "gevonden/" + std::to_string(i), words[i]);
  }
  add_hash(b, "woorden", e.urn_hash);
}

void outcome(const Evening& e, const Lang& lang, EveningBuilder& b) {
  b.card("uitslag", lang.tr("evening.session.outcome"));
  if (e.counted == nullptr) {
    b.add(Kind::kText, "nog-niet", lang.tr("evening.session.not_yet"));
    return;
  }
  const evening::Counted& c = *e.counted;
  std::string holders;
  for (const Evening::ShareIn& one : e.shares) {
    holders += (holders.empty() ? "" : ", ") + lang.number(static_cast<std::int64_t>(one.shares->holder) + 1);
  }
  b.add(Kind::kFact, "openden", lang.tr("evening.session.openers"), holders);
  b.add(Kind::kFact, "geteld", lang.tr("evening.counted"), lang.count("cli.box.votes", c.ballots.total()));
  b.add(Kind::kFact, "blanco", lang.tr("evening.blank"), lang.number(blank_votes(c)));
  b.add(Kind::kFact, "geweigerd", lang.tr("evening.refused"),
        lang.number(static_cast<std::int64_t>(c.opening.refused.size())));
  b.add(Kind::kFact, "apart", lang.tr("evening.set_aside"),
        lang.number(static_cast<std::int64_t>(c.opening.set_aside.size())));
  b.add(Kind::kFact, "k", lang.tr("evening.k"), lang.number(static_cast<std::int64_t>(c.decided.conflicts))).last =
      true;
  const std::string why = not_declared_words(c, lang);
  if (!why.empty()) b.box("geen-uitslag", LabelTone::kNegative, lang.tr("evening.no_result"), why);
  add_outcome(b, c.round, *e.count, c.decided.declared, lang);
}

void sign(const Evening& e, const Lang& lang, EveningBuilder& b) {
  b.card("tekenen", lang.tr("evening.session.remarks"));
  b.add(Kind::kText, "opmerkingen", or_dots(e.text("session/remarks")));
  b.add(Kind::kHeading, "tekenen-kop", lang.tr("evening.session.sign"));
  for (int i = 0; i < kMostPeople; ++i) {
    const std::string name = e.text(person(i, "name"));
    if (name.empty() && i >= kLeastPeople) continue;
    b.add(Kind::kSign, "teken/" + std::to_string(i), name.empty() ? or_dots("") : name + ": " + or_dots(""));
  }
}

}  // namespace

EveningPage make_session_view(const State& state, const Lang& lang) {
  EveningPage page = evening_page(state, lang, "evening.session.intro");
  EveningBuilder b(page);
  if (state.evening == nullptr || state.evening->package == nullptr) {
    b.card("eerst", lang.tr("evening.session.nothing"));
    b.add(Kind::kText, "woorden", lang.tr("evening.session.nothing_words"));
    b.button("telavond", lang.tr("evening.session.to_evening"), "arrow-right", cmd::GoTo{{Screen::kEvening, ""}}, true);
    return page;
  }
  const Evening& e = *state.evening;
  fill_in(e, lang, b);
  facts(e, lang, b);
  found(e, lang, b);
  outcome(e, lang, b);
  sign(e, lang, b);
  return page;
}

}  // namespace stoepkrijt::app
