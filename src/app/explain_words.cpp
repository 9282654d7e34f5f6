#include "app/explain_words.hpp"

#include <algorithm>
#include <utility>

#include "app/explain_words_parts.hpp"

namespace stoepkrijt::app {

namespace {

using rules::Claim;
using rules::ClaimKind;
using rules::TieBy;
using words::ClaimWriter;

std::string whole_words(const Claim& c, const ClaimWriter& w) {
  const Lang& lang = w.lang();
  switch (c.kind) {
    case ClaimKind::kVoters: {
      std::string out = w.count("claim.voters", c.people);
      if (c.of_people > 0) out += " " + w.count("claim.voters_blank", c.of_people);
      return out;
    }
    case ClaimKind::kPurse:
      if (c.amount * w.number_of(c.people) != c.of_amount) {
        return lang.tr("claim.purse", {{"amount", w.money(c.amount)}});
      }
      return w.count("claim.purse_divided", c.people,
                     {{"amount", w.money(c.amount)}, {"budget", w.money(c.of_amount)}});
    case ClaimKind::kPurseGrown:
      return lang.tr("claim.purse_grown", {{"first", w.money(c.of_amount)}, {"amount", w.money(c.amount)}});
    case ClaimKind::kGrowthExhausted:
      return lang.tr("claim.growth_exhausted", {{"amount", w.money(c.amount)}});
    case ClaimKind::kGrowthAllIn:
      return lang.tr("claim.growth_all_in");
    case ClaimKind::kGrowthOverran:
      return lang.tr("claim.growth_overran",
                     {{"amount", w.money(c.amount)}, {"budget", w.money(w.context().election.budget)}});
    case ClaimKind::kSpent:
      return w.count(
          "claim.spent", c.number,
          {{"amount", w.money(c.amount)}, {"budget", w.money(c.of_amount)}, {"left", w.money(c.of_amount - c.amount)}});
    case ClaimKind::kFilled:
      return w.count("claim.filled", c.projects.size(), {{"plans", w.plans(c.projects, true)}});
    case ClaimKind::kReplaced:
      return lang.tr(
          c.number == 1 ? "claim.replaced_nonempty" : "claim.replaced",
          {{"rule", lang.tr("rule.greedy.name")}, {"people", w.digits(c.people)}, {"others", w.digits(c.of_people)}});
    case ClaimKind::kNextBudget:
      return lang.tr("claim.next_budget", {{"amount", w.money(c.amount)}});
    case ClaimKind::kEmptyHanded:
      if (c.of_people == 0) return lang.tr("claim.empty_handed_blank");
      return c.people == 0 ? lang.tr("claim.empty_handed_none") : w.count("claim.empty_handed", c.people);
    case ClaimKind::kPhase:
      return lang.tr("claim.phase",
                     {{"name", w.group(c.name)}, {"budget", w.money(c.of_amount)}, {"amount", w.money(c.amount)}});
    case ClaimKind::kLeastUnmet:
      return lang.tr("claim.least_unmet",
                     {{"name", w.group(c.name)}, {"least", w.money(c.of_amount)}, {"amount", w.money(c.amount)}});
    case ClaimKind::kGroupMoney:
      return w.count("claim.group_money", c.people,
                     {{"name", w.group(c.name)},
                      {"percent", w.percent(w.number_of(c.people), w.number_of(c.of_people))},
                      {"amount", w.money(c.amount)},
                      {"spent", w.money(c.of_amount)}});
    case ClaimKind::kGroupEmpty:
      return c.people == 0 ? lang.tr("claim.group_empty_none") : w.count("claim.group_empty", c.people);
    default:
      return {};
  }
}

std::string tie_words(const Claim& c, const ClaimWriter& w) {
  const Lang& lang = w.lang();
  if (c.kind == ClaimKind::kTie) {
    const rules::ProjectIndex second =
        c.projects[0].project == c.project ? c.projects[1].project : c.projects[0].project;
    const char* key = c.by == TieBy::kCost    ? "claim.tie_by.cost"
                      : c.by == TieBy::kVotes ? "claim.tie_by.votes"
                      : c.by == TieBy::kLot   ? "claim.tie_by.lot"
                      : c.by == TieBy::kId    ? "claim.tie_by.id"
                                              : "claim.tie_by.given";
    return lang.tr("claim.tie", {{"number", w.digits(c.number)},
                                 {"plans", w.plans(c.projects, false)},
                                 {"plan", w.plan(c.project)},
                                 {"second", w.plan(second)},
                                 {"reason", lang.tr(key)}});
  }
  std::string out = lang.tr("claim.tie_if", {{"plan", w.plan(c.project)}});
  if (!c.projects.empty()) out += " " + lang.tr("claim.tie_in", {{"plans", w.plans(c.projects, false)}});
  std::vector<rules::ProjectAmount> lost;
  for (const rules::ProjectIndex p : c.lost) lost.push_back({p, {}});
  if (!lost.empty()) out += " " + lang.tr("claim.tie_out", {{"plans", w.plans(lost, false)}});
  if (c.projects.empty() && lost.empty()) out += " " + lang.tr("claim.tie_same");
  return out;
}

std::string votes_words(const Claim& c, const ClaimWriter& w) {
  switch (w.ballots()) {
    case words::BallotWords::kVouchers:
      return w.count("claim.votes.vouchers", c.people);
    case words::BallotWords::kRanking:
      return w.count("claim.votes.ranking", c.people);
    case words::BallotWords::kPoints:
      return w.count("claim.votes.points", c.people, {{"points", w.points(c.amount)}});
    case words::BallotWords::kApproval:
      break;
  }
  return w.count("claim.votes.approval", c.people);
}

std::string what_if_words(const Claim& c, const ClaimWriter& w) {
  const Lang& lang = w.lang();
  switch (c.kind) {
    case ClaimKind::kSupport:
      return lang.tr("claim.support", {{"percent", lang.tr("claim.percent", {{"n", w.digits(c.number)}})}});
    case ClaimKind::kEnoughCost:
      return lang.tr("claim.enough_cost", {{"amount", w.money(c.amount)},
                                           {"less", w.money(c.of_amount - c.amount)},
                                           {"more", w.money(std::min(c.of_amount, c.amount + Ratio(1)))}});
    case ClaimKind::kEnoughVotes: {
      const std::string fewer = w.digits(c.people - 1);
      const std::string_view key = w.ballots() == words::BallotWords::kApproval  ? "claim.enough_votes.approval"
                                   : w.ballots() == words::BallotWords::kRanking ? "claim.enough_votes.ranking"
                                                                                 : "claim.enough_votes.points";
      return w.count(key, c.people, {{"fewer", fewer}});
    }
    case ClaimKind::kNoEnoughCost:
      return lang.tr("claim.no_enough_cost", {{"amount", w.money(c.amount)}});
    case ClaimKind::kNoEnoughVotes:
      return w.count("claim.no_enough_votes", c.people);
    default:
      return lang.tr("claim.not_searched");
  }
}

}  // namespace

std::string claim_words(const rules::Claim& claim, const ClaimContext& context) {
  const ClaimWriter w(context);
  switch (claim.kind) {
    case ClaimKind::kTie:
    case ClaimKind::kTieOtherwise:
      return tie_words(claim, w);
    case ClaimKind::kVotes:
      return claim.people == 0 ? std::string() : votes_words(claim, w);
    case ClaimKind::kVotersGot:
      return claim.people == 0 ? w.lang().tr("claim.voters_got_none") : w.count("claim.voters_got", claim.people);
    case ClaimKind::kOut:
      return words::out_words(claim, w);
    case ClaimKind::kPartBought:
      return w.lang().tr("claim.part_bought", {{"percent", w.percent(claim.amount, Ratio(1))}});
    case ClaimKind::kMoneyWent: {
      Ratio told;
      for (const rules::ProjectAmount& each : claim.projects) told += each.amount;
      return w.lang().tr(told == claim.amount ? "claim.money_went" : "claim.money_went_most",
                         {{"amount", w.money(claim.amount)}, {"plans", w.plans(claim.projects, true)}});
    }
    case ClaimKind::kSupport:
    case ClaimKind::kEnoughCost:
    case ClaimKind::kEnoughVotes:
    case ClaimKind::kNoEnoughCost:
    case ClaimKind::kNoEnoughVotes:
    case ClaimKind::kNotSearched:
      return what_if_words(claim, w);
    default:
      break;
  }
  std::string out = words::winner_words(claim, w);
  return out.empty() ? whole_words(claim, w) : out;
}

std::vector<std::string> claims_words(const std::vector<rules::Claim>& claims, const ClaimContext& context) {
  std::vector<std::string> out;
  for (const Claim& claim : claims) {
    std::string sentence = claim_words(claim, context);
    if (!sentence.empty()) out.push_back(std::move(sentence));
  }
  return out;
}

std::string claim_money(const Ratio& amount, const ClaimContext& context) { return ClaimWriter(context).money(amount); }

}  // namespace stoepkrijt::app
