#include "formats/records/edits.hpp"

#include <algorithm>
#include <utility>

#include "base/json.hpp"
#include "formats/records/registers.hpp"
#include "merge/value.hpp"

namespace stoepkrijt::formats {
namespace {

using merge::Write;

class Writes {
 public:
  Writes(std::string_view kind, std::string id) : kind_(kind), id_(std::move(id)) {}

  void add(Write::Op op, std::string_view name, std::string value) {
    out_.push_back({op, std::string(kind_), id_, std::string(name), std::move(value)});
  }
  void remove() { add(Write::Op::kDelete, "", ""); }

  /// Both sorted by name.
  void registers(const Registers& before, const Registers& after) {
    auto i = before.begin();
    auto j = after.begin();
    while (i != before.end() || j != after.end()) {
      if (j == after.end() || (i != before.end() && i->first < j->first)) {
        add(Write::Op::kSet, (i++)->first, std::string(merge::kNoValue));
      } else if (i == before.end() || j->first < i->first) {
        add(Write::Op::kSet, j->first, j->second);
        ++j;
      } else {
        if (i->second != j->second) add(Write::Op::kSet, j->first, j->second);
        ++i;
        ++j;
      }
    }
  }

  /// A set that is shown in the order of adding: what comes after the first difference is added anew, in its order.
  void in_order(std::string_view name, const std::vector<std::string>& before, const std::vector<std::string>& after) {
    const auto [gone, came] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    for (auto one = gone; one != before.end(); ++one) {
      if (std::find(came, after.end(), *one) == after.end()) add(Write::Op::kRemove, name, merge::text_value(*one));
    }
    for (auto one = came; one != after.end(); ++one) add(Write::Op::kAdd, name, merge::text_value(*one));
  }

  std::vector<Write> take() { return std::move(out_); }

 private:
  std::string_view kind_;
  std::string id_;
  std::vector<Write> out_;
};

template <class T>
Registers registers_or_none(const std::optional<T>& value) {
  return value ? registers_of(*value) : Registers{};
}

template <class T>
const T& either(const std::optional<T>& before, const std::optional<T>& after) {
  return after ? *after : *before;
}

/// Calls `gone` and `came` for what only one of two sorted lists has.
template <class Gone, class Came>
void compare_lists(const std::vector<std::string>& before, const std::vector<std::string>& after, Gone gone,
                   Came came) {
  for (const std::string& one : before) {
    if (!std::binary_search(after.begin(), after.end(), one)) gone(one);
  }
  for (const std::string& one : after) {
    if (!std::binary_search(before.begin(), before.end(), one)) came(one);
  }
}

Registers plan_registers(const model::Plan& plan, std::string_view round) {
  Registers out = registers_of(plan);
  out.emplace_back(std::string(kRoundOfPlan), merge::text_value(round));
  std::sort(out.begin(), out.end());
  return out;
}

const model::Plan* plan_in(const std::optional<model::Round>& round, std::string_view id) {
  if (!round) return nullptr;
  for (const model::Plan& plan : round->plans) {
    if (plan.id == id) return &plan;
  }
  return nullptr;
}

void append(std::vector<Write>& to, std::vector<Write> more) {
  for (Write& write : more) to.push_back(std::move(write));
}

Registers round_registers(const std::optional<model::Round>& round) {
  if (!round) return {};
  Registers out = registers_of(*round);
  out.emplace_back(std::string(kPlanOrder), plan_order_of(*round));
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

std::vector<Write> writes_of(const std::optional<model::Signal>& before, const std::optional<model::Signal>& after) {
  Writes out(kSignalRecord, either(before, after).id);
  if (!after) {
    out.remove();
    return out.take();
  }
  out.registers(registers_or_none(before), registers_or_none(after));
  compare_lists(
      before ? before->support : std::vector<std::string>(), after->support,
      [&](const std::string& key) { out.add(Write::Op::kEvent, "support", support_event(key, false)); },
      [&](const std::string& key) { out.add(Write::Op::kEvent, "support", support_event(key, true)); });
  compare_lists(
      before ? before->apart : std::vector<std::string>(), after->apart,
      [&](const std::string& id) { out.add(Write::Op::kRemove, kApart, merge::text_value(id)); },
      [&](const std::string& id) { out.add(Write::Op::kAdd, kApart, merge::text_value(id)); });
  out.in_order(kPhotos, before ? before->photos : std::vector<std::string>(), after->photos);
  return out.take();
}

std::vector<Write> writes_of(const std::optional<model::Issue>& before, const std::optional<model::Issue>& after) {
  Writes out(kIssueRecord, either(before, after).id);
  if (!after) {
    out.remove();
    return out.take();
  }
  out.registers(registers_or_none(before), registers_or_none(after));
  compare_lists(
      before ? before->signals : std::vector<std::string>(), after->signals,
      [&](const std::string& id) { out.add(Write::Op::kRemove, "signals", merge::text_value(id)); },
      [&](const std::string& id) { out.add(Write::Op::kAdd, "signals", merge::text_value(id)); });
  // History only grows: what is beyond what stood there is new.
  for (std::size_t i = before ? before->history.size() : 0; i < after->history.size(); ++i) {
    out.add(Write::Op::kEvent, "history", status_event(after->history[i]));
  }
  return out.take();
}

namespace {

/// Of a record that is registers only.
template <class T>
std::vector<Write> plain_writes(std::string_view kind, const std::optional<T>& before, const std::optional<T>& after) {
  Writes out(kind, either(before, after).id);
  if (after) {
    out.registers(registers_or_none(before), registers_or_none(after));
  } else {
    out.remove();
  }
  return out.take();
}

}  // namespace

std::vector<Write> writes_of(const std::optional<model::Walk>& before, const std::optional<model::Walk>& after) {
  return plain_writes(kWalkRecord, before, after);
}
std::vector<Write> writes_of(const std::optional<model::Track>& before, const std::optional<model::Track>& after) {
  return plain_writes(kTrackRecord, before, after);
}

std::vector<Write> writes_of(const std::optional<model::Round>& before, const std::optional<model::Round>& after) {
  const std::string& id = either(before, after).id;
  Writes own(kRoundRecord, id);
  if (after) {
    own.registers(round_registers(before), round_registers(after));
  } else {
    own.remove();
  }
  std::vector<Write> out = own.take();
  if (before) {
    for (const model::Plan& plan : before->plans) {
      if (plan_in(after, plan.id) != nullptr) continue;
      Writes gone(kPlanRecord, plan_record_id(id, plan.id));
      gone.remove();
      append(out, gone.take());
    }
  }
  if (after) {
    for (const model::Plan& plan : after->plans) {
      const model::Plan* old = plan_in(before, plan.id);
      Writes writes(kPlanRecord, plan_record_id(id, plan.id));
      writes.registers(old == nullptr ? Registers{} : plan_registers(*old, id), plan_registers(plan, id));
      append(out, writes.take());
    }
  }
  return out;
}

std::string status_event_value(const model::StatusEvent& event) { return status_event(event); }

std::optional<std::string> opposite_event(std::string_view field, std::string_view event) {
  if (field != "support") return std::nullopt;
  const auto value = json::Document::parse(event);
  const auto key = value ? value->root().find("key") : std::nullopt;
  const auto sees = value ? value->root().find("sees") : std::nullopt;
  if (!key || !sees || !key->string() || !sees->boolean()) return std::nullopt;
  return support_event(*key->string(), !*sees->boolean());
}

}  // namespace stoepkrijt::formats
