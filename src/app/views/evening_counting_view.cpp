// The counting evening: six steps, each with what was found.
#include <algorithm>
#include <utility>

#include "app/evening/command.hpp"
#include "app/evening/evening.hpp"
#include "app/views/evening_view.hpp"
#include "app/views/evening_words.hpp"
#include "ballotbox/spoken.hpp"

namespace stoepkrijt::app {

namespace {

using Kind = EveningPart::Kind;
using evening::ask;

std::int64_t n_of(std::size_t n) { return static_cast<std::int64_t>(n); }

/// The round of the dossier that stands in the way of this one's result: it is open. nullptr: none does.
const model::Round* open_round_beside(const State& state, const std::string& id) {
  if (state.dossier == nullptr) return nullptr;
  for (const model::Round& round : state.dossier->rounds) {
    if (round.phase == model::RoundPhase::kOpen && round.id != id) return &round;
  }
  return nullptr;
}

struct Writer {
  const State& state;
  const Evening& e;
  const Lang& lang;
  EveningBuilder& b;

  void pick(bool primary) const {
    b.button("kies", lang.tr("evening.pick"), "file-import", ask(evening::Pick{evening::For::kEvening}), primary);
  }

  void package() const {
    b.card("pakket", lang.tr("evening.package_title"), 1);
    if (e.package == nullptr) {
      b.add(Kind::kText, "woorden", lang.tr("evening.package_none"));
      if (!e.waiting.empty()) {
        b.line("wacht", LabelTone::kWarning, lang.count("evening.waiting", n_of(e.waiting.size())));
      }
      pick(true);
      return refused();
    }
    const ballotbox::Package& p = e.package->package;
    b.add(Kind::kFact, "ronde", lang.tr("evening.round"), lang.of(p.round.title));
    b.add(Kind::kFact, "codes", lang.tr("evening.codes"), lang.number(n_of(p.codes.size())));
    b.add(Kind::kFact, "reserve", lang.tr("evening.reserves"), lang.number(n_of(p.reserves.size())));
    if (!p.attended.empty()) {
      b.add(Kind::kFact, "balie", lang.tr("evening.attended"), lang.number(n_of(p.attended.size())));
    }
    b.add(Kind::kFact, "bussen", lang.tr("evening.boxes"), lang.number(n_of(p.boxes.size()))).last = true;
    b.add(Kind::kText, "openbaar",
          lang.tr(p.publication == ballotbox::Publication::kOpenUrn ? "evening.open_urn" : "evening.witnessed_urn"));
    b.add(Kind::kHeading, "klopt", lang.tr("evening.fingerprint"));
    add_hash(b, "vingerafdruk", e.package->fingerprint);
    b.add(Kind::kSmall, "vergelijk", lang.tr("evening.fingerprint_words"));
  }

  void refused() const {
    for (std::size_t i = 0; i < e.refused.size(); ++i) {
      b.box("geweigerd/" + std::to_string(i), LabelTone::kNegative,
            lang.tr("evening.not_used", {{"file", e.refused[i].name}}), lang.error(e.refused[i].why));
    }
    if (!e.refused.empty()) {
      b.link("geweigerd-weg", lang.tr("evening.refused_seen"), "x", ask(evening::ForgetRefused{}));
    }
  }

  void box(const Evening::BoxIn& box, std::size_t i) const {
    const std::string k = "bus/" + std::to_string(i);
    const ballotbox::BoxKey* key = ballotbox::find_box(e.package->package, box.id);
    const bool phone = key != nullptr && key->channel == ballotbox::Channel::kPhone;
    b.add(Kind::kFact, k, lang.tr(phone ? "evening.box_phone" : "evening.box", {{"box", box.id}}),
          lang.count("cli.box.votes", n_of(box.records)))
        .last = true;
    b.line(k + "/klopt", LabelTone::kPositive,
           lang.tr("evening.box_sound", {{"file", box.name}, {"words", ballotbox::spoken(box.hash)}}));
  }

  void log(const Evening::LogIn& log, std::size_t i) const {
    const std::string k = "logboek/" + std::to_string(i);
    const std::string n = lang.count("evening.entries", n_of(log.log->entries.size()));
    const LogFits how = fits(e, log);
    if (how == LogFits::kNo) {
      b.box(k, LabelTone::kNegative, lang.tr("evening.log_not", {{"box", log.log->box}}),
            lang.tr("evening.log_not_words"));
    } else {
      b.line(
          k, how == LogFits::kYes ? LabelTone::kPositive : LabelTone::kWarning,
          lang.tr(how == LogFits::kYes ? "evening.log_fits" : "evening.log_alone", {{"box", log.log->box}, {"n", n}}));
    }
    if (log.report.backwards > 0) {
      b.line(k + "/klok", LabelTone::kWarning,
             lang.tr("evening.log_says",
                     {{"box", log.log->box}, {"what", lang.count("cli.box.backwards", n_of(log.report.backwards))}}));
    }
    if (log.report.ballots_closed && *log.report.ballots_closed != log.report.ballots_by_hour) {
      b.line(k + "/uren", LabelTone::kWarning,
             lang.tr("evening.log_says",
                     {{"box", log.log->box},
                      {"what", lang.tr("cli.box.hours", {{"hours", lang.number(log.report.ballots_by_hour)},
                                                         {"closed", lang.number(*log.report.ballots_closed)}})}}));
    }
  }

  void files() const {
    b.card("bussen", lang.tr("evening.boxes_title"), 2);
    if (e.package == nullptr) {
      b.add(Kind::kText, "eerst", lang.tr("evening.first_package"));
      return;
    }
    const bool sealed = e.urn != nullptr && !e.has_boxes();
    if (e.boxes.empty()) b.add(Kind::kText, "geen", lang.tr(sealed ? "evening.urn_came" : "evening.no_boxes"));
    for (std::size_t i = 0; i < e.boxes.size(); ++i) box(e.boxes[i], i);
    std::string missing;
    for (const ballotbox::BoxKey& key : e.package->package.boxes) {
      const bool here = std::any_of(e.boxes.begin(), e.boxes.end(), [&](const auto& box) { return box.id == key.id; });
      if (!here) missing += (missing.empty() ? "" : ", ") + key.id;
    }
    if (!missing.empty() && !e.boxes.empty()) {
      b.line("mist", LabelTone::kWarning, lang.tr("evening.missing_boxes", {{"boxes", missing}}));
    }
    for (std::size_t i = 0; i < e.spoilt.size(); ++i) {
      b.line("vervangen/" + std::to_string(i), LabelTone::kPositive,
             lang.count("evening.spoilt", n_of(e.spoilt[i].list.replaced.size()), {{"file", e.spoilt[i].name}}));
    }
    for (std::size_t i = 0; i < e.amendments.size(); ++i) {
      std::string plans;
      for (const std::string& plan : e.amendments[i].amendment.withdrawn) {
        plans += (plans.empty() ? "“" : ", “") + title_of(e.package->package.round, plan, lang) + "”";
      }
      b.line("wijziging/" + std::to_string(i), LabelTone::kPositive,
             lang.tr("evening.amendment", {{"plans", plans}, {"reason", e.amendments[i].amendment.reason}}));
    }
    for (std::size_t i = 0; i < e.logs.size(); ++i) log(e.logs[i], i);
    refused();
    if (sealed && !e.boxes.empty()) b.add(Kind::kSmall, "weg", lang.tr("evening.boxes_left"));
    b.add(Kind::kSmall, "hint", lang.tr("evening.pick_hint"));
    if (!e.logs.empty()) {
      b.link("logboeken", lang.tr("evening.look_at_logs"), "list-details", cmd::GoTo{{Screen::kLog, ""}});
    }
    pick(e.boxes.empty() && e.urn == nullptr);
  }

  void merging() const {
    b.card("samen", lang.tr("evening.merge_title"), 3);
    const bool can = e.has_boxes();
    if (e.urn == nullptr && !can) {
      b.add(Kind::kText, "eerst", lang.tr("evening.first_boxes"));
      return;
    }
    if (e.lot_needed > 0 && (can || !e.text("lot").empty())) lot(can);
    if (e.urn == nullptr) {
      b.add(Kind::kText, "woorden", lang.tr("evening.merge_words"));
      b.button("voeg", lang.tr("evening.merge"), "check", ask(evening::Merge{}), true);
      return;
    }
    b.add(Kind::kFact, "stemmen", lang.tr("evening.in_urn"), lang.count("cli.box.votes", n_of(e.urn->ballots.size())))
        .last = !tells_attended(e);
    if (tells_attended(e)) {
      b.add(Kind::kFact, "met-balie", lang.tr("evening.attended_votes"),
            lang.count("cli.box.votes", n_of(e.report->attended)))
          .last = true;
    }
    if (e.report) {
      const std::vector<std::string> words = merge_words(*e.report, lang);
      for (std::size_t i = 0; i < words.size(); ++i) {
        b.line("gevonden/" + std::to_string(i),
               i == 0 && e.report->conflicts == 0 ? LabelTone::kPositive : LabelTone::kWarning, words[i]);
      }
    } else {
      b.add(Kind::kSmall, "bestand", lang.tr("evening.urn_came"));
    }
    b.add(Kind::kHeading, "urn-kop", lang.tr("evening.urn_words"));
    add_hash(b, "urn", e.urn_hash);
    b.add(Kind::kSmall, "urn-uitleg", lang.tr("evening.urn_help"));
    b.button("bewaar-urn", lang.tr("evening.save_urn"), "file-export", ask(evening::OfferUrn{}), e.shares.empty());
  }

  void lot(bool can) const {
    if (can) {
      b.box("loten", LabelTone::kWarning, lang.count("evening.lot_needed", n_of(e.lot_needed)),
            lang.tr("evening.lot_words"));
      b.field("lot", "lot", lang.tr("evening.lot"), lang.tr("evening.lot_hint"), e.text("lot"));
    }
    if (!e.text("lot").empty()) b.add(Kind::kLarge, "lot-groot", e.text("lot"), lang.tr("evening.lot"));
  }

  void shares() const {
    b.card("sleuteldelen", lang.tr("evening.shares_title"), 4);
    if (e.urn == nullptr) {
      b.add(Kind::kText, "eerst", lang.tr("evening.first_merge"));
      return;
    }
    b.add(Kind::kText, "woorden", lang.tr("evening.shares_words"));
    if (e.has_boxes())
      b.box("bussen-weg", LabelTone::kWarning, lang.tr("evening.boxes_will_go"),
            lang.tr("evening.boxes_will_go_words"));
    for (const Evening::ShareIn& one : e.shares) {
      const std::string holder = lang.number(n_of(one.shares->holder) + 1);
      b.line("deel/" + holder, LabelTone::kPositive,
             lang.tr("evening.share", {{"holder", holder}, {"file", one.name}}));
      b.link("deel/" + holder + "/weg", lang.tr("evening.drop_share", {{"holder", holder}}), "x",
             ask(evening::DropShare{one.shares->holder}));
    }
    if (e.shares.size() < 2) {
      b.button("kies", lang.count("evening.pick_shares", n_of(2 - e.shares.size())), "file-import",
               ask(evening::Pick{evening::For::kEvening}), true);
      b.link("houder", lang.tr("evening.to_holder"), "lock", cmd::GoTo{{Screen::kHolder, ""}});
    }
  }

  void opening() const {
    b.card("openen", lang.tr("evening.open_title"), 5);
    if (e.shares.size() < 2) {
      b.add(Kind::kText, "eerst", lang.tr("evening.first_shares"));
      return;
    }
    if (evening::needs_ties_lot(e.package->package.round)) {
      b.field("gelijk", "ties", lang.tr("evening.ties"), lang.tr("evening.ties_hint"), e.text("ties"));
      if (!e.text("ties").empty()) b.add(Kind::kLarge, "gelijk-groot", e.text("ties"), lang.tr("evening.ties"));
    }
    if (e.counted == nullptr) {
      b.add(Kind::kText, "woorden", lang.tr("evening.open_words"));
      b.button("open", lang.tr("evening.open"), "lock", ask(evening::Open{}), true);
      return;
    }
    const evening::Counted& c = *e.counted;
    const auto refused_votes = n_of(c.opening.refused.size());
    b.add(Kind::kFact, "geteld", lang.tr("evening.counted"), lang.count("cli.box.votes", c.ballots.total()));
    b.add(Kind::kFact, "blanco", lang.tr("evening.blank"), lang.number(blank_votes(c)));
    b.add(Kind::kFact, "geweigerd", lang.tr("evening.refused"), lang.number(refused_votes));
    b.add(Kind::kFact, "apart", lang.tr("evening.set_aside"), lang.number(n_of(c.opening.set_aside.size())));
    b.add(Kind::kFact, "k", lang.tr("evening.k"), lang.number(n_of(c.decided.conflicts))).last = true;
    if (refused_votes > 0) {
      b.box("weigering", LabelTone::kWarning, lang.count("cli.box.refused", refused_votes) + ".");
    }
    const std::string why = not_declared_words(c, lang);
    if (!why.empty()) b.box("geen-uitslag", LabelTone::kNegative, lang.tr("evening.no_result"), why);
    add_outcome(b, c.round, *e.count, c.decided.declared, lang);
  }

  void files_out() const {
    b.card("bewaren", lang.tr("evening.out_title"), 6);
    if (e.counted == nullptr) {
      b.add(Kind::kText, "eerst", lang.tr("evening.first_count"));
      return;
    }
    const bool open = e.package->package.publication == ballotbox::Publication::kOpenUrn;
    b.add(Kind::kText, "woorden", lang.tr(open ? "evening.out_open" : "evening.out_witnessed"));
    if (open) b.button("stemmen", lang.tr("evening.save_ballots"), "file-export", ask(evening::OfferBallots{}));
    b.button("bewijzen", lang.tr("evening.save_receipts"), "file-export", ask(evening::OfferReceipts{}));
    b.button("verbaal", lang.tr("evening.to_session"), "file-text", cmd::GoTo{{Screen::kSession, ""}}, true);
    if (!open) return;
    const model::Round* other = open_round_beside(state, e.counted->round.id);
    if (other == nullptr) {
      b.button("dossier", lang.tr("evening.into_dossier"), "check", ask(evening::IntoDossier{}));
      return;
    }
    b.box("dossier-ander", LabelTone::kWarning, lang.tr("evening.dossier_other"),
          lang.tr("evening.dossier_other_words", {{"round", lang.of(other->title)}}));
    b.button("dossier", lang.tr("evening.into_dossier_closing"), "check", ask(evening::IntoDossier{.closes = true}));
  }

  void reset() const {
    if (e.package == nullptr && e.waiting.empty()) return;
    b.card("opnieuw", "");
    if (!e.asks_reset) {
      b.link("opnieuw", lang.tr("evening.reset"), "trash", ask(evening::Reset{}));
      return;
    }
    b.box("zeker", LabelTone::kNegative, lang.tr("evening.reset_sure"), lang.tr("evening.reset_words"));
    b.button("nee", lang.tr("evening.reset_no"), "x", ask(evening::KeepOn{}));
    b.button("ja", lang.tr("evening.reset_yes"), "trash", ask(evening::Reset{.hand = false, .sure = true}));
  }
};

}  // namespace

EveningPage make_counting_view(const State& state, const Lang& lang) {
  EveningPage page = evening_page(state, lang, "evening.intro");
  const Evening none;
  EveningBuilder b(page);
  const Writer w{state, state.evening == nullptr ? none : *state.evening, lang, b};
  w.package();
  w.files();
  w.merging();
  w.shares();
  w.opening();
  w.files_out();
  w.reset();
  return page;
}

EveningPage make_evening_page(const State& state, const Lang& lang) {
  switch (state.route.screen) {
    case Screen::kHolder:
      return make_holder_view(state, lang);
    case Screen::kSession:
      return make_session_view(state, lang);
    case Screen::kByHand:
      return make_by_hand_view(state, lang);
    case Screen::kLog:
      return make_log_view(state, lang);
    case Screen::kProtection:
      return make_protection_view(state, lang);
    case Screen::kReceipt:
      return make_receipt_view(state, lang);
    default:
      return make_counting_view(state, lang);
  }
}

}  // namespace stoepkrijt::app
