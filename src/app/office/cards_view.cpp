#include "app/office/cards_view.hpp"

#include <algorithm>

#include "app/office/sheets.hpp"
#include "ballotbox/spoken.hpp"

namespace stoepkrijt::app {

CardsView make_cards_view(const State& state, const Lang& lang) {
  CardsView v;
  v.intro = lang.tr("office.cards_intro");
  v.page = make_page(state, lang, lang.tr("screen.stemkaarten"), v.intro);
  if (state.office == nullptr || state.office->cards == nullptr) {
    v.none_title = lang.tr("office.no_cards_title");
    v.none_words = lang.tr("office.no_cards_words");
    v.none_button = lang.tr("screen.stemming-maken");
    return v;
  }
  const office::Cards& cards = *state.office->cards;
  v.present = true;
  v.round = lang.of(cards.package.package.round.title);
  v.counts = lang.count("office.n_cards", static_cast<std::int64_t>(cards.codes->texts.size())) + ", " +
             lang.count("office.n_reserves", static_cast<std::int64_t>(cards.reserves->texts.size()));
  const std::size_t attended = cards.attended->texts.size();
  if (attended > 0) v.counts += ", " + lang.count("office.n_attended", static_cast<std::int64_t>(attended));
  v.warning = lang.tr("office.codes_warning");
  const std::size_t sheets = office::card_sheets(cards);
  for (std::size_t i = 0; i < cards.printed.size(); ++i) {
    const std::size_t first = i * office::kBatch + 1;
    const std::size_t last = std::min(sheets, (i + 1) * office::kBatch);
    CardsView::Batch batch;
    batch.words = lang.tr("office.sheets", {{"first", lang.number(static_cast<std::int64_t>(first))},
                                            {"last", lang.number(static_cast<std::int64_t>(last))},
                                            {"all", lang.number(static_cast<std::int64_t>(sheets))}});
    batch.button = cards.printed.size() == 1
                       ? lang.tr("office.print_cards")
                       : lang.tr("office.print_batch", {{"first", lang.number(static_cast<std::int64_t>(first))},
                                                        {"last", lang.number(static_cast<std::int64_t>(last))}});
    if (cards.printed[i]) batch.done = lang.tr("office.was_printed");
    v.batches.push_back(std::move(batch));
  }
  v.steps_title = lang.tr("office.steps_title");
  for (int i = 1; i <= 4; ++i) v.steps.push_back(lang.tr("office.step_" + std::to_string(i)));
  // Before the last step, which is about the sheet for the witnesses.
  if (attended > 0) v.steps.insert(v.steps.end() - 1, lang.tr("office.step_attended"));
  v.fingerprint_label = lang.tr("office.fingerprint");
  v.fingerprint = office::in_groups(to_hex(cards.package.fingerprint));
  v.spoken_label = lang.tr("office.in_words");
  v.spoken = ballotbox::spoken(cards.package.fingerprint);
  v.wipe = lang.tr("office.codes_wipe");
  v.wipe_words = lang.tr("office.codes_wipe_words");
  if (!state.office->cards_leaving) return v;
  const bool all = std::find(cards.printed.begin(), cards.printed.end(), false) == cards.printed.end();
  v.leaving_title = lang.tr(all ? "office.cards_leaving_check" : "office.cards_leaving_title");
  v.leaving_words = lang.tr("office.cards_leaving_words");
  v.leaving_yes = lang.tr("office.cards_leaving_yes");
  v.leaving_no = lang.tr("office.cards_leaving_no");
  return v;
}

}  // namespace stoepkrijt::app
