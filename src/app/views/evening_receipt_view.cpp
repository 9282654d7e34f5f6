// "Is my vote in?": the published list of receipts, and the one of a voter.
#include "app/evening/command.hpp"
#include "app/evening/evening.hpp"
#include "app/views/evening_view.hpp"
#include "app/views/evening_words.hpp"
#include "ballotbox/spoken.hpp"

namespace stoepkrijt::app {

EveningPage make_receipt_view(const State& state, const Lang& lang) {
  using Kind = EveningPart::Kind;
  using evening::ask;
  EveningPage page = evening_page(state, lang, "evening.receipt.intro");
  const Evening none;
  const Evening::Receipt& receipt = state.evening == nullptr ? none.receipt : state.evening->receipt;
  EveningBuilder b(page);
  b.card("lijst", lang.tr("evening.receipt.list_title"), 1);
  if (receipt.list == nullptr) {
    b.add(Kind::kText, "woorden", lang.tr("evening.receipt.list_words"));
    if (receipt.error) b.box("fout", LabelTone::kNegative, lang.error(*receipt.error));
  } else {
    const auto n = static_cast<std::int64_t>(receipt.list->counted.size());
    b.add(Kind::kFact, "bestand", receipt.list_name, lang.count("evening.receipt.counted_votes", n)).last = true;
    b.add(Kind::kHeading, "urn-kop", lang.tr("evening.receipt.urn"));
    add_hash(b, "urn", receipt.list->urn);
    b.add(Kind::kSmall, "urn-woorden", lang.tr("evening.receipt.urn_words"));
  }
  b.button("kies", lang.tr("evening.receipt.pick"), "file-import", ask(evening::Pick{evening::For::kReceipt}),
           receipt.list == nullptr);
  b.card("bewijs", lang.tr("evening.receipt.own_title"), 2);
  if (receipt.list == nullptr) {
    b.add(Kind::kText, "eerst", lang.tr("evening.receipt.first_list"));
    return page;
  }
  EveningPart& field =
      b.field("typ", "receipt", lang.tr("evening.receipt.field"), lang.tr("evening.receipt.field_hint"), receipt.typed);
  if (receipt.error) field.error = lang.error(*receipt.error);
  field.press.push_back(ask(evening::LookUp{}));
  b.button("zoek", lang.tr("evening.receipt.look"), "search", ask(evening::LookUp{}), true);
  if (!receipt.place) return page;
  switch (*receipt.place) {
    case formats::ReceiptPlace::kCounted:
      b.box("geteld", LabelTone::kPositive, lang.tr("evening.receipt.counted"),
            lang.tr("evening.receipt.counted_words"));
      break;
    case formats::ReceiptPlace::kRefused:
      b.box("geweigerd", LabelTone::kNegative, lang.tr("evening.receipt.refused"),
            lang.tr("evening.receipt.refused_words"));
      break;
    case formats::ReceiptPlace::kSetAside:
      b.box("apart", LabelTone::kWarning, lang.tr("evening.receipt.set_aside"),
            lang.tr("evening.receipt.set_aside_words"));
      break;
    case formats::ReceiptPlace::kNowhere:
      b.box("nergens", LabelTone::kNegative, lang.tr("evening.receipt.nowhere"),
            lang.tr("evening.receipt.nowhere_words"));
      break;
  }
  return page;
}

}  // namespace stoepkrijt::app
