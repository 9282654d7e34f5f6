#include "rules/claims_json.hpp"

#include <algorithm>
#include <limits>

namespace stoepkrijt::rules {

namespace {

void write_count(json::Writer& writer, std::string_view key, std::uint64_t value) {
  if (value == 0) return;
  constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  writer.key(key);
  writer.integer(static_cast<std::int64_t>(std::min(value, kMost)));
}

void write_text(json::Writer& writer, std::string_view key, std::string_view value) {
  writer.key(key);
  writer.string(value);
}

std::string_view by_name(TieBy by) {
  switch (by) {
    case TieBy::kCost:
      return "cost";
    case TieBy::kVotes:
      return "votes";
    case TieBy::kLot:
      return "lot";
    case TieBy::kId:
      return "id";
    case TieBy::kGiven:
      return "given";
  }
  return "id";
}

/// Keys in byte order, as the writer wants them. Zero and empty fields are left out; "amount" stands where it counts.
void write_claim(json::Writer& writer, const Claim& claim, const Election& election) {
  writer.begin_object();
  if (!claim.amount.is_zero() || !claim.of_amount.is_zero()) write_text(writer, "amount", claim.amount.to_string());
  if (!claim.name.empty()) {
    writer.key("area");
    writer.boolean(claim.area);
  }
  if (claim.kind == ClaimKind::kTie) write_text(writer, "by", by_name(claim.by));
  write_text(writer, "kind", kind_name(claim.kind));
  if (!claim.lost.empty()) {
    writer.key("lost");
    writer.begin_array();
    for (const ProjectIndex p : claim.lost) writer.string(election.projects[p].id);
    writer.end_array();
  }
  if (!claim.name.empty()) write_text(writer, "name", claim.name);
  write_count(writer, "number", claim.number);
  if (!claim.of_amount.is_zero()) write_text(writer, "of_amount", claim.of_amount.to_string());
  write_count(writer, "of_people", claim.of_people);
  if (claim.people == 0 && claim.of_people > 0) {
    writer.key("people");
    writer.integer(0);
  }
  write_count(writer, "people", claim.people);
  if (claim.project != kNoProject) write_text(writer, "project", election.projects[claim.project].id);
  if (!claim.projects.empty()) {
    writer.key("projects");
    writer.begin_array();
    for (const ProjectAmount& each : claim.projects) {
      writer.begin_object();
      write_text(writer, "amount", each.amount.to_string());
      write_text(writer, "id", election.projects[each.project].id);
      writer.end_object();
    }
    writer.end_array();
  }
  if (claim.kind == ClaimKind::kOut) write_text(writer, "why", why_name(claim.why));
  writer.end_object();
}

}  // namespace

std::string_view kind_name(ClaimKind kind) {
  switch (kind) {
    case ClaimKind::kVoters:
      return "voters";
    case ClaimKind::kPurse:
      return "purse";
    case ClaimKind::kPurseGrown:
      return "purse_grown";
    case ClaimKind::kGrowthExhausted:
      return "growth_exhausted";
    case ClaimKind::kGrowthAllIn:
      return "growth_all_in";
    case ClaimKind::kGrowthOverran:
      return "growth_overran";
    case ClaimKind::kSpent:
      return "spent";
    case ClaimKind::kFilled:
      return "filled";
    case ClaimKind::kReplaced:
      return "replaced";
    case ClaimKind::kTie:
      return "tie";
    case ClaimKind::kTieOtherwise:
      return "tie_otherwise";
    case ClaimKind::kNextBudget:
      return "next_budget";
    case ClaimKind::kEmptyHanded:
      return "empty_handed";
    case ClaimKind::kPhase:
      return "phase";
    case ClaimKind::kLeastUnmet:
      return "least_unmet";
    case ClaimKind::kGroupMoney:
      return "group_money";
    case ClaimKind::kGroupEmpty:
      return "group_empty";
    case ClaimKind::kVotes:
      return "votes";
    case ClaimKind::kVotersGot:
      return "voters_got";
    case ClaimKind::kChosen:
      return "chosen";
    case ClaimKind::kTurn:
      return "turn";
    case ClaimKind::kInBestSet:
      return "in_best_set";
    case ClaimKind::kFilling:
      return "filling";
    case ClaimKind::kPaidSame:
      return "paid_same";
    case ClaimKind::kPaidMost:
      return "paid_most";
    case ClaimKind::kPaidRest:
      return "paid_rest";
    case ClaimKind::kPaidLess:
      return "paid_less";
    case ClaimKind::kPaidNothing:
      return "paid_nothing";
    case ClaimKind::kPaidAverage:
      return "paid_average";
    case ClaimKind::kPaidTogether:
      return "paid_together";
    case ClaimKind::kLoadSame:
      return "load_same";
    case ClaimKind::kLoadMost:
      return "load_most";
    case ClaimKind::kEffectiveVotes:
      return "effective_votes";
    case ClaimKind::kMoneyAfter:
      return "money_after";
    case ClaimKind::kPartPaid:
      return "part_paid";
    case ClaimKind::kOut:
      return "out";
    case ClaimKind::kPartBought:
      return "part_bought";
    case ClaimKind::kMoneyWent:
      return "money_went";
    case ClaimKind::kSupport:
      return "support";
    case ClaimKind::kEnoughCost:
      return "enough_cost";
    case ClaimKind::kEnoughVotes:
      return "enough_votes";
    case ClaimKind::kNoEnoughCost:
      return "no_enough_cost";
    case ClaimKind::kNoEnoughVotes:
      return "no_enough_votes";
    case ClaimKind::kNotSearched:
      return "not_searched";
  }
  return "unknown";
}

std::string_view why_name(WhyOut why) {
  switch (why) {
    case WhyOut::kSelected:
      return "selected";
    case WhyOut::kNoSupport:
      return "no_support";
    case WhyOut::kDidNotFit:
      return "did_not_fit";
    case WhyOut::kSupportersTooPoor:
      return "supporters_too_poor";
    case WhyOut::kTooDear:
      return "too_dear";
    case WhyOut::kExcluded:
      return "excluded";
    case WhyOut::kLacksRequired:
      return "lacks_required";
    case WhyOut::kCategoryFull:
      return "category_full";
    case WhyOut::kAfterStop:
      return "after_stop";
    case WhyOut::kEliminated:
      return "eliminated";
    case WhyOut::kNotBest:
      return "not_best";
  }
  return "unknown";
}

void write_claims(json::Writer& writer, const std::vector<Claim>& claims, const Election& election) {
  writer.begin_array();
  for (const Claim& claim : claims) write_claim(writer, claim, election);
  writer.end_array();
}

std::string claims_json(const std::vector<Claim>& claims, const Election& election, json::Style style) {
  json::Writer writer(style);
  write_claims(writer, claims, election);
  return writer.take();
}

}  // namespace stoepkrijt::rules
