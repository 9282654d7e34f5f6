#include "formats/pb/pb_constraints.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "formats/pb/pb_text.hpp"

namespace stoepkrijt::formats {

namespace {

using rules::CategoryLimit;
using rules::Pot;

constexpr std::string_view kPots = "stoepkrijt_pots";
constexpr std::string_view kLimits = "stoepkrijt_limits";
constexpr std::string_view kPartFunding = "stoepkrijt_part_funding";
constexpr std::string_view kForm = "error.pb_limits_form";

std::string_view names_key(bool area) { return area ? "neighborhoods" : "categories"; }
std::string_view budget_key(bool area) { return area ? "budget_per_neighborhood" : "budget_per_category"; }

/// "category Groen=…" in its three parts.
struct Item {
  bool area = false;
  std::string_view name;
  std::string_view value;
};

std::optional<Item> item_of(std::string_view text) {
  Item item;
  const std::size_t equals = text.rfind('=');
  if (equals == std::string_view::npos) return std::nullopt;
  item.value = trimmed(text.substr(equals + 1));
  text = text.substr(0, equals);
  for (const bool area : {false, true}) {
    const std::string_view word = area ? "neighborhood " : "category ";
    if (!text.starts_with(word)) continue;
    item.area = area;
    item.name = trimmed(text.substr(word.size()));
    return item.name.empty() ? std::nullopt : std::optional(item);
  }
  return std::nullopt;
}

std::string start_of(bool area, const std::string& name) { return (area ? "neighborhood " : "category ") + name + "="; }

class Reader {
 public:
  explicit Reader(PbDraft& draft) : draft_(draft), out_(draft.out.constraints) {}

  void read() {
    for (const bool area : {false, true}) read_public(area);
    for (const std::string_view text : list_items(value(kPots))) read_pot(text);
    for (const std::string_view text : list_items(value(kLimits))) read_limit(text);
    const std::string_view part = value(kPartFunding);
    out_.part_funding = part == "1";
    if (!part.empty() && part != "0" && part != "1") fault(kPartFunding, part);
  }

 private:
  [[nodiscard]] std::string_view value(std::string_view key) const { return trimmed(draft_.out.file.meta_value(key)); }
  void fault(std::string_view key, std::string_view text) {
    draft_.about_meta(PbGrade::kFault, key, ErrorCode::kWrongFormat, kForm, text);
  }

  /// As many amounts as names, or nothing of it.
  void read_public(bool area) {
    const std::vector<std::string_view> amounts = list_items(value(budget_key(area)));
    const std::vector<std::string_view> names = list_items(value(names_key(area)));
    if (amounts.empty()) return;
    std::vector<CategoryLimit> limits;
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < amounts.size() && amounts.size() == names.size(); ++i) {
      if (names[i].empty() || !seen.insert(names[i]).second) break;
      CategoryLimit limit{std::string(names[i]), area, std::nullopt, std::nullopt};
      if (!amounts[i].empty()) {
        Result<Ratio> most = amount_of(amounts[i]);
        if (!most) break;
        limit.most = std::move(most).value();
      }
      limits.push_back(std::move(limit));
    }
    if (limits.size() != amounts.size()) {
      return draft_.about_meta(PbGrade::kWarning, budget_key(area), ErrorCode::kWrongFormat, "error.pb_budgets_form",
                               value(budget_key(area)));
    }
    std::erase_if(limits, [](const CategoryLimit& limit) { return !limit.most; });
    out_.limits.insert(out_.limits.end(), limits.begin(), limits.end());
  }

  void read_pot(std::string_view text) {
    const std::optional<Item> item = item_of(text);
    const Result<Ratio> budget = amount_of(item ? item->value : std::string_view{});
    if (!item || !budget) return fault(kPots, text);
    const bool there = std::any_of(out_.pots.begin(), out_.pots.end(),
                                   [&](const Pot& pot) { return pot.area == item->area && pot.name == item->name; });
    if (there) return fault(kPots, text);
    out_.pots.push_back(Pot{std::string(item->name), item->area, *budget});
  }

  void read_limit(std::string_view text) {
    const std::optional<Item> item = item_of(text);
    const std::size_t dots = item ? item->value.find("..") : std::string_view::npos;
    if (dots == std::string_view::npos) return fault(kLimits, text);
    CategoryLimit limit{std::string(item->name), item->area, std::nullopt, std::nullopt};
    const auto side = [&](std::string_view amount, std::optional<Ratio>& out) {
      if (amount.empty()) return true;
      Result<Ratio> read = amount_of(amount);
      if (read) out = std::move(read).value();
      return out.has_value();
    };
    if (!side(trimmed(item->value.substr(0, dots)), limit.least) ||
        !side(trimmed(item->value.substr(dots + 2)), limit.most) ||
        (limit.least && limit.most && *limit.least > *limit.most)) {
      return fault(kLimits, text);
    }
    const bool there = std::any_of(out_.limits.begin(), out_.limits.end(), [&](const CategoryLimit& other) {
      return other.area == limit.area && other.name == limit.name;
    });
    if (there) return fault(kLimits, text);
    out_.limits.push_back(std::move(limit));
  }

  PbDraft& draft_;
  rules::Constraints& out_;
};

/// Whether names and budget_per_… of one kind say all of the limits.
bool public_form(const std::vector<CategoryLimit>& limits) {
  return std::all_of(limits.begin(), limits.end(), [&](const CategoryLimit& limit) {
    return limit.area == limits.front().area && limit.most && !limit.least;
  });
}

}  // namespace

void read_constraints(PbDraft& draft) { Reader(draft).read(); }

std::vector<std::pair<std::string, std::string>> write_constraints(const rules::Constraints& constraints) {
  std::vector<std::pair<std::string, std::string>> rows;
  const std::vector<CategoryLimit>& limits = constraints.limits;
  std::vector<std::string> items;
  if (!limits.empty() && public_form(limits)) {
    std::vector<std::string> names;
    for (const CategoryLimit& limit : limits) {
      names.push_back(limit.name);
      items.push_back(limit.most->to_string());
    }
    rows.emplace_back(names_key(limits.front().area), joined(names));
    rows.emplace_back(budget_key(limits.front().area), joined(items));
  } else if (!limits.empty()) {
    for (const CategoryLimit& limit : limits) {
      items.push_back(start_of(limit.area, limit.name) + (limit.least ? limit.least->to_string() : "") + ".." +
                      (limit.most ? limit.most->to_string() : ""));
    }
    rows.emplace_back(kLimits, joined(items));
  }
  items.clear();
  for (const Pot& pot : constraints.pots) items.push_back(start_of(pot.area, pot.name) + pot.budget.to_string());
  if (!items.empty()) rows.emplace_back(kPots, joined(items));
  if (constraints.part_funding) rows.emplace_back(kPartFunding, "1");
  return rows;
}

}  // namespace stoepkrijt::formats
