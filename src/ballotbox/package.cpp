#include "ballotbox/package.hpp"

#include <algorithm>
#include <utility>

#include "ballotbox/ballot_bytes.hpp"
#include "ballotbox/seal.hpp"
#include "model/checks.hpp"
#include "model/dossier.hpp"

namespace stoepkrijt::ballotbox {

namespace {

using model::checks::refuse;

template <class T>
bool strictly_sorted(const std::vector<T>& values) {
  return std::adjacent_find(values.begin(), values.end(), [](const T& a, const T& b) { return !(a < b); }) ==
         values.end();
}

Result<void> check_tags(const Package& package) {
  if (package.codes.size() + package.reserves.size() + package.attended.size() > kMostCodes) {
    return refuse(ErrorCode::kTooLarge, "error.package_codes", "codes");
  }
  if (!strictly_sorted(package.codes)) return refuse(ErrorCode::kNotAllowed, "error.package_tags", "codes");
  if (!strictly_sorted(package.reserves)) return refuse(ErrorCode::kNotAllowed, "error.package_tags", "reserves");
  if (!strictly_sorted(package.attended)) return refuse(ErrorCode::kNotAllowed, "error.package_tags", "attended");
  const auto any_in = [](const std::vector<Tag>& tags, const std::vector<Tag>& others) {
    return std::any_of(tags.begin(), tags.end(), [&others](const Tag& tag) { return has_tag(others, tag); });
  };
  if (any_in(package.reserves, package.codes)) return refuse(ErrorCode::kNotAllowed, "error.package_tags", "reserves");
  if (any_in(package.attended, package.codes) || any_in(package.attended, package.reserves)) {
    return refuse(ErrorCode::kNotAllowed, "error.package_tags", "attended");
  }
  const bool sealed = std::find(package.modes.begin(), package.modes.end(), Mode::kSealed) != package.modes.end();
  if (sealed && package.codes.empty()) return refuse(ErrorCode::kEmpty, "error.package_no_codes", "codes");
  return {};
}

Result<void> check_boxes(const Package& package) {
  if (package.boxes.size() > kMostBoxes) return refuse(ErrorCode::kTooLarge, "error.package_boxes", "boxes");
  SK_TRY_VOID(
      model::checks::each(package.boxes, "boxes", [](const BoxKey& box) { return model::checks::id(box.id, "id"); }));
  SK_TRY_VOID(model::checks::sorted_by_id(package.boxes, "boxes", "id",
                                          [](const BoxKey& box) -> std::string_view { return box.id; }));
  std::vector<Key32> keys{package.organiser};
  for (const BoxKey& box : package.boxes) keys.push_back(box.public_key);
  std::sort(keys.begin(), keys.end());
  // Two boxes with one key could be taken for each other.
  if (!strictly_sorted(keys)) return refuse(ErrorCode::kNotAllowed, "error.package_box_key", "boxes");
  return {};
}

Result<void> check_holders(const HolderKeys& holders) {
  const bool good = std::all_of(holders.begin(), holders.end(), &is_holder_key);
  const bool differ = holders[0] != holders[1] && holders[0] != holders[2] && holders[1] != holders[2];
  if (!good || !differ) return refuse(ErrorCode::kNotAllowed, "error.package_holders", "holders");
  return {};
}

/// Beyond this number it does not matter how many more there are.
constexpr std::uint64_t kMany = std::uint64_t{1} << 20U;

/// n over k, or kMany + 1 when it is more than kMany. After step i the product is i + 1 over itself: exact.
std::uint64_t binomial(std::uint64_t n, std::uint64_t k) {
  std::uint64_t product = 1;
  for (std::uint64_t i = 0; i < std::min(k, n - k); ++i) {
    product = product * (n - i) / (i + 1);
    if (product > kMany) return kMany + 1;
  }
  return product;
}

}  // namespace

Result<void> validate(const Package& package) {
  SK_TRY_VOID(model::checks::within(model::validate(package.round), "round"));
  if (package.round.plans.empty() || package.round.plans.size() > kMostPlans) {
    return refuse(ErrorCode::kTooLarge, "error.package_plans", "round.plans");
  }
  if (!is_within_bounds(package.cost)) return refuse(ErrorCode::kNotAllowed, "error.package_cost", "argon2id");
  if (package.modes.empty() || !strictly_sorted(package.modes)) {
    return refuse(ErrorCode::kNotAllowed, "error.package_modes", "modes");
  }
  SK_TRY_VOID(check_tags(package));
  SK_TRY_VOID(check_boxes(package));
  SK_TRY_VOID(check_holders(package.holders));
  SK_TRY_VOID(model::checks::date(package.delete_by, "delete_by"));
  if (package.delete_by < package.round.result_on) {
    return refuse(ErrorCode::kBadDate, "error.package_delete_by", "delete_by");
  }
  return {};
}

const BoxKey* find_box(const Package& package, std::string_view id) {
  const auto found =
      std::find_if(package.boxes.begin(), package.boxes.end(), [id](const BoxKey& box) { return box.id == id; });
  return found == package.boxes.end() ? nullptr : &*found;
}

bool has_tag(const std::vector<Tag>& sorted, const Tag& tag) {
  return std::binary_search(sorted.begin(), sorted.end(), tag);
}

bool is_card(const Package& package, const Tag& tag) {
  return has_tag(package.codes, tag) || has_tag(package.reserves, tag) || has_tag(package.attended, tag);
}

bool has_size(View sealed, const Package& package) {
  return sealed.size() == sealed_size(ballot_size(package.round)) && sealed[0] == kSealVersion;
}

bool could_sign_a_ballot(const model::Round& round) {
  const std::uint64_t plans = round.plans.size();
  const auto most = static_cast<std::uint64_t>(round.form.most_plans);
  const std::uint64_t chosen = most > 0 ? std::min(plans, most) : plans;
  if (round.form.method == model::VoteMethod::kRanking) {
    std::uint64_t rankings = 1;
    for (std::uint64_t i = 0; i < chosen && rankings <= kMany; ++i) rankings *= plans - i;
    return rankings > kMany;
  }
  if (!model::gives_points(round.form.method)) return binomial(plans, chosen / 2) > kMany;
  // Which plans, and how the points lie over them and over nothing; a limit per plan is left out of account.
  const auto points = static_cast<std::uint64_t>(round.form.points);
  return binomial(plans, chosen) * binomial(points + chosen, chosen) > kMany;
}

Result<model::Round> amended(const model::Round& round, const std::vector<Amendment>& amendments) {
  std::vector<std::string> gone;
  for (const Amendment& amendment : amendments)
    gone.insert(gone.end(), amendment.withdrawn.begin(), amendment.withdrawn.end());
  const auto is_gone = [&gone](const std::string& id) { return std::find(gone.begin(), gone.end(), id) != gone.end(); };
  for (const std::string& id : gone) {
    const bool known =
        std::any_of(round.plans.begin(), round.plans.end(), [&id](const model::Plan& plan) { return plan.id == id; });
    if (!known) return fail(Error(ErrorCode::kUnknownId, "error.amendment_plan").with("plan", id));
  }
  model::Round out = round;
  std::erase_if(out.plans, [&is_gone](const model::Plan& plan) { return is_gone(plan.id); });
  if (out.plans.empty()) return fail(ErrorCode::kNotAllowed, "error.amendment_all");
  for (model::Plan& plan : out.plans) {
    std::erase_if(plan.excludes, is_gone);
    const auto needed = std::find_if(plan.requires_plans.begin(), plan.requires_plans.end(), is_gone);
    if (needed != plan.requires_plans.end()) {
      return fail(Error(ErrorCode::kNotAllowed, "error.amendment_required").with("plan", *needed).with("by", plan.id));
    }
  }
  return out;
}

model::Ballot amended(const model::Ballot& ballot, const model::Round& round) {
  model::Ballot out;
  for (std::size_t i = 0; i < ballot.approved.size(); ++i) {
    const bool stays = std::any_of(round.plans.begin(), round.plans.end(),
                                   [&](const model::Plan& plan) { return plan.id == ballot.approved[i]; });
    if (!stays) continue;
    out.approved.push_back(ballot.approved[i]);
    if (!ballot.points.empty()) out.points.push_back(ballot.points[i]);
  }
  return out;
}

Result<void> validate(const SpoiltList& list, const Package& package) {
  for (std::size_t i = 0; i < list.replaced.size(); ++i) {
    const Replacement& replaced = list.replaced[i];
    const std::string path = "replaced[" + std::to_string(i) + "]";
    if (!has_tag(package.codes, replaced.spoilt) && !has_tag(package.reserves, replaced.spoilt)) {
      return refuse(ErrorCode::kUnknownId, "error.spoilt_tag", path);
    }
    if (!has_tag(package.reserves, replaced.reserve) || replaced.reserve == replaced.spoilt) {
      return refuse(ErrorCode::kUnknownId, "error.spoilt_reserve", path);
    }
  }
  return {};
}

}  // namespace stoepkrijt::ballotbox
