// A key holder at an own device: package, urn, the secret, and out comes a share file.
#include <utility>

#include "app/evening/command.hpp"
#include "app/evening/evening.hpp"
#include "app/views/evening_view.hpp"
#include "app/views/evening_words.hpp"

namespace stoepkrijt::app {

EveningPage make_holder_view(const State& state, const Lang& lang) {
  using Kind = EveningPart::Kind;
  using evening::ask;
  EveningPage page = evening_page(state, lang, "evening.holder.intro");
  const Evening none;
  const Evening::Holder& h = state.evening == nullptr ? none.holder : state.evening->holder;
  EveningBuilder b(page);
  const auto pick = [&](std::string_view k, std::string_view words, bool primary) {
    b.button(k, lang.tr(words), "file-import", ask(evening::Pick{evening::For::kHolder}), primary);
  };
  b.card("bestanden", lang.tr("evening.holder.files_title"), 1);
  if (h.package == nullptr) {
    b.add(Kind::kText, "woorden", lang.tr("evening.holder.files_words"));
  } else {
    b.add(Kind::kFact, "ronde", lang.tr("evening.round"), lang.of(h.package->package.round.title)).last = true;
    add_hash(b, "vingerafdruk", h.package->fingerprint);
    b.add(Kind::kSmall, "vergelijk", lang.tr("evening.fingerprint_words"));
  }
  if (h.urn == nullptr) {
    if (h.package != nullptr) b.add(Kind::kText, "nu-urn", lang.tr("evening.holder.now_urn"));
    if (h.error) b.box("fout", LabelTone::kNegative, lang.error(*h.error));
    pick("kies", "evening.pick", true);
  } else {
    b.add(Kind::kHeading, "urn-kop", lang.tr("evening.holder.urn"));
    add_hash(b, "urn", h.urn_hash);
    b.add(Kind::kSmall, "hardop", lang.tr("evening.holder.aloud"));
  }

  b.card("sleutel", lang.tr("evening.holder.key_title"), 2);
  if (h.urn == nullptr) {
    b.add(Kind::kText, "eerst", lang.tr("evening.holder.first_urn"));
  } else if (!h.made) {
    b.box("weet", LabelTone::kAction,
          lang.tr("evening.holder.opens", {{"round", lang.of(h.package->package.round.title)}}),
          lang.tr("evening.holder.opens_words"));
    if (h.error) b.box("fout", LabelTone::kNegative, lang.error(*h.error));
    EveningPart& paper = b.field("papier", "holder/paper", lang.tr("evening.holder.paper"),
                                 lang.tr("evening.holder.paper_hint"), h.paper);
    paper.kind = Kind::kArea;
    EveningPart& make = b.button("maak", lang.tr("evening.holder.make"), "check", ask(evening::MakeShare{}), true);
    make.disabled = h.paper.empty();
    make.reason = lang.tr("evening.holder.make_first");
    b.button("camera", lang.tr("evening.holder.camera"), "camera", ask(evening::ScanKey{}));
    pick("bestand", "evening.holder.file", false);
    b.add(Kind::kSmall, "geheim", lang.tr("evening.holder.secret"));
  } else {
    b.line("gemaakt", LabelTone::kPositive,
           lang.tr("evening.holder.made", {{"holder", lang.number(static_cast<std::int64_t>(*h.made) + 1)}}));
    b.add(Kind::kText, "geef", lang.tr("evening.holder.give"));
    b.button("bewaar", lang.tr("evening.holder.save"), "file-export", ask(evening::OfferShare{}), true);
    b.button("klaar", lang.tr("evening.holder.done"), "check", ask(evening::LeaveHolder{}));
  }
  return page;
}

}  // namespace stoepkrijt::app
