#include "app/explain_words_parts.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace stoepkrijt::app::words {

using rules::Claim;
using rules::ClaimKind;
using rules::WhyOut;

BallotWords ClaimWriter::ballots() const {
  switch (context_.election.type) {
    case rules::BallotType::kApproval:
      return BallotWords::kApproval;
    case rules::BallotType::kOrdinal:
      return BallotWords::kRanking;
    case rules::BallotType::kCumulative:
    case rules::BallotType::kScoring:
      break;
  }
  return context_.trace.rule == "vouchers" ? BallotWords::kVouchers : BallotWords::kPoints;
}

std::string ClaimWriter::about(bool exact, std::string text) const {
  return exact ? text : lang().tr("claim.about", {{"amount", text}});
}

std::string ClaimWriter::money(const Ratio& amount) const {
  const bool dutch = lang().code() == LangCode::kNl;
  std::string text = format_money(amount, dutch ? NumberStyle::kDutch : NumberStyle::kEnglish);
  if (!context_.currency.empty() && context_.currency != "EUR") {
    const std::string_view sign = dutch ? "\u20AC\u00A0" : "\u20AC";
    const std::size_t at = text.find(sign);
    if (at != std::string::npos) text.replace(at, sign.size(), context_.currency + "\u00A0");
  }
  return about((amount * Ratio(100)).is_integer(), std::move(text));
}

std::string ClaimWriter::digits(std::uint64_t n) const {
  constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  return lang().number(static_cast<std::int64_t>(std::min(n, kMost)));
}

std::string ClaimWriter::decimal(const Ratio& value) const {
  const Ratio tenths = value * Ratio(10);
  const BigInt rounded = tenths.round();
  const BigInt whole = BigInt::floor_divide(rounded, BigInt(10));
  const std::int64_t rest = (rounded - whole * BigInt(10)).to_int64().value_or(0);
  std::string text = lang().number(whole.to_int64().value_or(0));
  if (rest != 0) text += (lang().code() == LangCode::kNl ? "," : ".") + std::to_string(rest);
  return about(tenths.is_integer(), std::move(text));
}

std::string ClaimWriter::points(const Ratio& value) const {
  const auto whole = value.numerator().to_int64();
  if (value.is_integer() && whole) return lang().count("claim.points", *whole);
  return lang().tr("claim.points_part", {{"points", decimal(value)}});
}

std::string ClaimWriter::percent(const Ratio& part, const Ratio& whole) const {
  const Ratio exact = whole.is_zero() ? Ratio(0) : part * Ratio(100) / whole;
  const std::string text = lang().number(exact.round().to_int64().value_or(0));
  return about(exact.is_integer(), lang().tr("claim.percent", {{"n", text}}));
}

std::string ClaimWriter::plan(rules::ProjectIndex project) const {
  const rules::Project& known = context_.election.projects[project];
  const std::string& name = project < context_.names.size() ? context_.names[project]
                            : known.name.empty()            ? known.id
                                                            : known.name;
  return lang().tr("claim.quoted", {{"plan", name}});
}

std::string ClaimWriter::plans(const std::vector<rules::ProjectAmount>& projects, bool with_amounts) const {
  std::string out;
  for (std::size_t i = 0; i < projects.size(); ++i) {
    if (i > 0) out += i + 1 == projects.size() ? lang().tr("claim.and") : ", ";
    const std::string name = plan(projects[i].project);
    out +=
        with_amounts ? lang().tr("claim.plan_amount", {{"plan", name}, {"amount", money(projects[i].amount)}}) : name;
  }
  return out;
}

std::string ClaimWriter::group(const std::string& name) const {
  const auto it = context_.groups.find(name);
  return it == context_.groups.end() ? name : it->second;
}

std::string ClaimWriter::count(std::string_view key, std::uint64_t n, Lang::Args args) const {
  return lang().count(key, static_cast<std::int64_t>(n), args);
}

namespace {

std::string paid_words(const Claim& c, const ClaimWriter& w) {
  const std::string amount = w.money(c.amount);
  switch (c.kind) {
    case ClaimKind::kPaidSame:
      return w.count("claim.paid_same", c.people, {{"amount", amount}});
    case ClaimKind::kPaidMost:
      return w.count("claim.paid_most", c.people, {{"amount", amount}});
    case ClaimKind::kPaidRest:
      return w.count("claim.paid_rest", c.people, {{"amount", amount}});
    case ClaimKind::kPaidLess:
      return w.count("claim.paid_less", c.people, {{"amount", amount}});
    case ClaimKind::kPaidNothing:
      return w.count("claim.paid_nothing", c.people);
    case ClaimKind::kPaidAverage:
      return w.lang().tr("claim.paid_average", {{"amount", amount}});
    case ClaimKind::kPaidTogether:
      if (c.amount == c.of_amount) return w.lang().tr("claim.paid_whole", {{"cost", amount}});
      return w.lang().tr("claim.paid_together", {{"amount", amount}, {"cost", w.money(c.of_amount)}});
    case ClaimKind::kLoadSame:
      return w.count("claim.load_same", c.people, {{"amount", amount}});
    case ClaimKind::kLoadMost:
      return w.count("claim.load_most", c.people, {{"amount", amount}});
    case ClaimKind::kEffectiveVotes:
      return w.lang().tr("claim.effective_votes", {{"votes", w.decimal(c.amount)}});
    case ClaimKind::kMoneyAfter:
      return w.lang().tr("claim.money_after", {{"amount", amount}});
    default:
      return {};
  }
}

std::string too_poor_words(const Claim& c, const ClaimWriter& w) {
  const std::string cost = w.money(c.of_amount);
  if (!rules::knows_what_is_left(w.context().trace)) {
    return w.lang().tr("claim.out.cannot_pay", {{"cost", cost}});
  }
  const std::string have = w.money(c.amount);
  if (c.amount >= c.of_amount) return w.count("claim.out.uneven", c.people, {{"have", have}, {"cost", cost}});
  return w.count("claim.out.too_poor", c.people,
                 {{"have", have}, {"cost", cost}, {"short", w.money(c.of_amount - c.amount)}});
}

std::string no_support_words(const Claim& c, const ClaimWriter& w) {
  if (c.people == 0) return w.lang().tr("claim.out.nobody");
  if (c.people < c.number) return w.lang().tr("claim.out.few", {{"needed", w.digits(c.number)}});
  if (c.of_amount.is_zero()) return w.lang().tr("claim.out.no_score");
  return w.lang().tr("claim.out.threshold", {{"needed", w.decimal(c.of_amount)}});
}

std::string limit_words(const Claim& c, const ClaimWriter& w) {
  const Lang& lang = w.lang();
  if (c.why == WhyOut::kExcluded) return lang.tr("claim.out.excluded", {{"plans", w.plans(c.projects, false)}});
  if (c.why == WhyOut::kLacksRequired) {
    if (c.projects.empty()) return lang.tr("claim.out.lacks_then");
    return lang.tr("claim.out.lacks", {{"plans", w.plans(c.projects, false)}});
  }
  if (c.name.empty()) return lang.tr("claim.out.category_full");
  return lang.tr("claim.out.category", {{"name", w.group(c.name)},
                                        {"most", w.money(c.of_amount)},
                                        {"spent", w.money(c.amount)},
                                        {"cost", w.money(w.context().election.projects[c.project].cost)}});
}

}  // namespace

std::string winner_words(const Claim& c, const ClaimWriter& w) {
  const Lang& lang = w.lang();
  switch (c.kind) {
    case ClaimKind::kChosen:
      return lang.tr("claim.chosen", {{"number", w.digits(c.number)}, {"of", w.digits(c.of_people)}});
    case ClaimKind::kTurn:
      return lang.tr("claim.turn", {{"left", w.money(c.amount)}, {"cost", w.money(c.of_amount)}});
    case ClaimKind::kInBestSet:
      return lang.tr("claim.in_best_set");
    case ClaimKind::kFilling:
      return lang.tr("claim.filling");
    case ClaimKind::kPartPaid:
      return lang.tr("claim.part_paid", {{"amount", w.money(c.amount)}, {"cost", w.money(c.of_amount)}});
    default:
      return paid_words(c, w);
  }
}

std::string out_words(const Claim& c, const ClaimWriter& w) {
  const Lang& lang = w.lang();
  switch (c.why) {
    case WhyOut::kSelected:
      return {};
    case WhyOut::kNoSupport:
      return no_support_words(c, w);
    case WhyOut::kDidNotFit:
      if (c.amount >= c.of_amount) return lang.tr("claim.out.no_place");
      return lang.tr(
          "claim.out.did_not_fit",
          {{"left", w.money(c.amount)}, {"cost", w.money(c.of_amount)}, {"short", w.money(c.of_amount - c.amount)}});
    case WhyOut::kSupportersTooPoor:
      return too_poor_words(c, w);
    case WhyOut::kTooDear:
      return lang.tr("claim.out.too_dear", {{"cost", w.money(c.of_amount)}, {"budget", w.money(c.amount)}});
    case WhyOut::kExcluded:
    case WhyOut::kLacksRequired:
    case WhyOut::kCategoryFull:
      return limit_words(c, w);
    case WhyOut::kAfterStop:
      return lang.tr("claim.out.after_stop", {{"left", w.money(c.amount)}, {"cost", w.money(c.of_amount)}});
    case WhyOut::kEliminated:
      return lang.tr("claim.out.eliminated");
    case WhyOut::kNotBest:
      return lang.tr("claim.out.not_best");
  }
  return {};
}

}  // namespace stoepkrijt::app::words
