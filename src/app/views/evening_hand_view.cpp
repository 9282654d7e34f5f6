// Counted by hand: an open meeting, or paper ballots; two people type, and only what is equal counts.
#include <algorithm>
#include <string>

#include "app/evening/command.hpp"
#include "app/evening/evening.hpp"
#include "app/evening/hand.hpp"
#include "app/views/evening_view.hpp"
#include "app/views/evening_words.hpp"

namespace stoepkrijt::app {

namespace {

using Kind = EveningPart::Kind;
using evening::ask;

struct Writer {
  const Evening& e;
  const model::Round& round;
  const Lang& lang;
  EveningBuilder& b;

  [[nodiscard]] bool paper() const { return e.text("hand/mode") == "paper"; }
  [[nodiscard]] int who() const { return e.text("hand/who") == "2" ? 2 : 1; }

  void choice(std::string_view key, std::string words, std::string_view field, std::string_view value, bool on) const {
    EveningPart& part = b.add(Kind::kChoice, key, std::move(words));
    part.on = on;
    part.press.push_back(ask(evening::Type{std::string(field), std::string(value)}));
  }

  void mode() const {
    b.card("hoe", lang.tr("evening.hand.mode_title"), 1);
    b.add(Kind::kFact, "ronde", lang.tr("evening.round"), lang.of(round.title)).last = true;
    choice("handen", lang.tr("evening.hand.totals"), "hand/mode", "", !paper());
    choice("papier", lang.tr("evening.hand.paper"), "hand/mode", "paper", paper());
    b.add(Kind::kSmall, "uitleg", lang.tr(paper() ? "evening.hand.paper_words" : "evening.hand.totals_words"));
    if (!paper() && !ballotbox::counts_totals(round.rule.id)) {
      b.box("regel", LabelTone::kWarning, lang.tr("evening.hand.rule_title"), lang.tr("evening.hand.rule_words"));
    }
    if (e.package == nullptr) {
      b.link("pakket", lang.tr("evening.hand.package"), "file-import", ask(evening::Pick{evening::For::kEvening}));
    }
  }

  void typing() const {
    b.card("typen", lang.tr("evening.hand.type_title"), 2);
    b.add(Kind::kText, "twee", lang.tr("evening.hand.two"));
    choice("eerste", lang.tr("evening.hand.person", {{"n", "1"}}), "hand/who", "", who() == 1);
    choice("tweede", lang.tr("evening.hand.person", {{"n", "2"}}), "hand/who", "2", who() == 2);
    const std::string k = std::to_string(who()) + "/";
    const std::string name = lang.tr("evening.hand.person", {{"n", std::to_string(who())}}) + ": ";
    if (paper()) {
      for (std::size_t i = 0; i < round.plans.size(); ++i) {
        b.add(Kind::kFact, "plan/" + std::to_string(i + 1), std::to_string(i + 1), lang.of(round.plans[i].title)).last =
            i + 1 == round.plans.size();
      }
      const std::string field = evening::paper_field(who());
      b.field(k + "biljetten", field, name + lang.tr("evening.hand.ballots"),
              lang.tr(model::gives_points(round.form.method)             ? "evening.hand.hint_points"
                      : round.form.method == model::VoteMethod::kRanking ? "evening.hand.hint_ranking"
                                                                         : "evening.hand.hint"),
              e.text(field))
          .kind = Kind::kArea;
      return;
    }
    const auto total = [&](std::string_view id, const std::string& label) {
      const std::string field = evening::total_field(who(), id);
      b.field(k + std::string(id), field, name + label, "", e.text(field)).numeric = true;
    };
    total("people", lang.tr("evening.hand.people"));
    for (const model::Plan& plan : round.plans) total(plan.id, lang.of(plan.title));
  }

  [[nodiscard]] std::string paper_words(const ballotbox::PaperDifference& d) const {
    const std::string n = lang.number(d.number);
    switch (d.why) {
      case ballotbox::PaperDifference::Why::kOnlyFirst:
        return lang.tr("evening.hand.only_first", {{"n", n}});
      case ballotbox::PaperDifference::Why::kOnlySecond:
        return lang.tr("evening.hand.only_second", {{"n", n}});
      case ballotbox::PaperDifference::Why::kTwice:
        return lang.tr("evening.hand.twice", {{"n", n}});
      case ballotbox::PaperDifference::Why::kDiffers:
        break;
    }
    return lang.tr("evening.hand.differs", {{"n", n}});
  }

  void compared() const {
    b.card("vergelijken", lang.tr("evening.hand.compare_title"), 3);
    b.add(Kind::kText, "woorden", lang.tr("evening.hand.compare_words"));
    b.button("vergelijk", lang.tr("evening.hand.compare"), "check", ask(evening::Compare{}), e.hand.count == nullptr);
    if (!e.hand.compared) return;
    if (e.hand.error) b.box("fout", LabelTone::kNegative, lang.error(*e.hand.error));
    const std::size_t n = e.hand.differs.size() + e.hand.papers.size();
    if (n > 0) {
      b.box("verschil", LabelTone::kNegative, lang.count("evening.hand.differences", static_cast<std::int64_t>(n)),
            lang.tr("evening.hand.differences_words"));
    }
    for (const std::string& id : e.hand.differs) {
      const std::string name = id == "people" ? lang.tr("evening.hand.people") : title_of(round, id, lang);
      const auto typed = [&](int person) {
        const std::string words = e.text(evening::total_field(person, id));
        return words.empty() ? lang.tr("evening.hand.empty") : words;
      };
      b.add(Kind::kFact, "verschil/" + id, name, typed(1) + " / " + typed(2));
    }
    for (const ballotbox::PaperDifference& d : e.hand.papers) {
      b.line("biljet/" + std::to_string(d.number), LabelTone::kWarning, paper_words(d));
    }
    if (e.hand.count == nullptr) return;
    b.line("gelijk", LabelTone::kPositive, lang.tr("evening.hand.equal"));
    b.add(Kind::kFact, "geteld", lang.tr("evening.counted"), lang.count("cli.box.votes", e.hand.ballots->total()))
        .last = true;
    add_outcome(b, round, *e.hand.count, true, lang);
  }

  void reset() const {
    const bool any =
        std::any_of(e.texts.begin(), e.texts.end(), [](const auto& one) { return one.first.starts_with("hand/"); });
    if (!any) return;
    b.card("opnieuw", "");
    if (!e.asks_reset_hand) {
      b.link("opnieuw", lang.tr("evening.reset"), "trash", ask(evening::Reset{.hand = true, .sure = false}));
      return;
    }
    b.box("zeker", LabelTone::kNegative, lang.tr("evening.reset_sure"), lang.tr("evening.hand.reset_words"));
    b.button("nee", lang.tr("evening.reset_no"), "x", ask(evening::KeepOn{}));
    b.button("ja", lang.tr("evening.reset_yes"), "trash", ask(evening::Reset{.hand = true, .sure = true}));
  }
};

}  // namespace

EveningPage make_by_hand_view(const State& state, const Lang& lang) {
  EveningPage page = evening_page(state, lang, "evening.hand.intro");
  EveningBuilder b(page);
  const model::Round* round = evening::hand_round(state);
  if (round == nullptr) {
    b.card("geen", lang.tr("evening.hand.no_round"));
    b.button("pakket", lang.tr("evening.hand.package"), "file-import", ask(evening::Pick{evening::For::kEvening}),
             true);
    return page;
  }
  const Evening none;
  const Writer w{state.evening == nullptr ? none : *state.evening, *round, lang, b};
  w.mode();
  w.typing();
  w.compared();
  w.reset();
  return page;
}

}  // namespace stoepkrijt::app
