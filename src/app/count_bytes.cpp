// The byte form of jobs and answers: numbers as variable-length integers (zigzag), texts with their length, lists with
// their number, records field by field. One list of fields serves both directions, so they cannot drift apart.
#include <cstddef>
#include <limits>
#include <type_traits>
#include <utility>

#include "app/count_job.hpp"

namespace stoepkrijt::app {

namespace {

constexpr std::string_view kMark = "SKC1";

class Out {
 public:
  static constexpr bool kReads = false;
  std::string bytes;

  void number(std::int64_t& value) {
    auto left = (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
    while (left >= 0x80) {
      bytes.push_back(static_cast<char>((left & 0x7fU) | 0x80U));
      left >>= 7U;
    }
    bytes.push_back(static_cast<char>(left));
  }
  void text(std::string& value) {
    auto size = static_cast<std::int64_t>(value.size());
    number(size);
    bytes += value;
  }
};

class In {
 public:
  static constexpr bool kReads = true;
  explicit In(std::string_view bytes) : left_(bytes) {}
  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool done() const { return ok_ && left_.empty(); }
  [[nodiscard]] std::size_t left() const { return left_.size(); }
  void stop() { ok_ = false; }

  void number(std::int64_t& value) {
    std::uint64_t raw = 0;
    for (unsigned shift = 0; ok_; shift += 7) {
      if (left_.empty() || shift > 63) return stop();
      const auto byte = static_cast<unsigned char>(left_.front());
      left_.remove_prefix(1);
      raw |= std::uint64_t{byte & 0x7fU} << shift;
      if ((byte & 0x80U) == 0) break;
    }
    value = static_cast<std::int64_t>((raw >> 1U) ^ (~(raw & 1U) + 1U));
  }
  void text(std::string& value) {
    std::int64_t size = 0;
    number(size);
    if (!ok_ || size < 0 || static_cast<std::uint64_t>(size) > left_.size()) return stop();
    value = left_.substr(0, static_cast<std::size_t>(size));
    left_.remove_prefix(static_cast<std::size_t>(size));
  }

 private:
  std::string_view left_;
  bool ok_ = true;
};

template <class Ar, class T>
  requires(std::is_integral_v<T> || std::is_enum_v<T>)
void put(Ar& ar, T& value) {
  auto number = static_cast<std::int64_t>(value);
  ar.number(number);
  if constexpr (Ar::kReads) value = static_cast<T>(number);
}
template <class Ar>
void put(Ar& ar, std::string& value) {
  ar.text(value);
}
template <class Ar>
void put(Ar& ar, Money& value) {
  ar.number(value.cents);
}
template <class Ar, class T>
void put(Ar& ar, std::optional<T>& value);
template <class Ar, class T>
void put(Ar& ar, std::vector<T>& list);
template <class Ar, class... T>
void all(Ar& ar, T&... values) {
  (put(ar, values), ...);
}

template <class Ar>
void put(Ar& ar, std::pair<std::string, std::string>& v) {
  all(ar, v.first, v.second);
}
template <class Ar>
void put(Ar& ar, model::Plan& v) {
  all(ar, v.id, v.title.nl, v.title.en, v.cost, v.theme, v.buurt, v.third_party, v.excludes, v.requires_plans,
      v.least_cost);
}
template <class Ar>
void put(Ar& ar, model::CountingRule& v) {
  all(ar, v.id, v.utility, v.completion, v.add1_start, v.add1_stop, v.then, v.comparison, v.variant, v.ties, v.seed,
      v.min_votes);
}
template <class Ar>
void put(Ar& ar, model::SpendingLimit& v) {
  all(ar, v.buurt, v.theme, v.pot, v.least, v.most);
}
template <class Ar>
void put(Ar& ar, model::Round& v) {
  all(ar, v.id, v.budget, v.form.method, v.form.most_plans, v.form.points, v.form.most_per_plan, v.rule, v.plans,
      v.limits, v.part_funding);
}
template <class Ar>
void put(Ar& ar, model::Urn::Entry& v) {
  all(ar, v.ballot.approved, v.ballot.points, v.count);
}
template <class Ar>
void put(Ar& ar, model::Urn& v) {
  all(ar, v.round_id, v.entries);
}
template <class Ar>
void put(Ar& ar, CountJob& v) {
  all(ar, v.kind, v.round, v.urn, v.rules, v.plan_id, v.buurten, v.search, v.pb, v.pb_name);
}
template <class Ar>
void put(Ar& ar, Error& v) {
  all(ar, v.code, v.key, v.args, v.where.file, v.where.path, v.where.offset, v.where.line, v.where.column);
}
template <class Ar>
void put(Ar& ar, Spending& v) {
  all(ar, v.plan_id, v.amount);
}
template <class Ar>
void put(Ar& ar, PurseBand& v) {
  all(ar, v.kind, v.people, v.left, v.paid, v.spent);
}
template <class Ar>
void put(Ar& ar, CountPart& v) {
  all(ar, v.kind, v.name, v.area, v.budget, v.voters, v.purse);
}
template <class Ar>
void put(Ar& ar, PlanCount& v) {
  all(ar, v.plan_id, v.votes, v.fate, v.turn, v.gets, v.filled, v.tied, v.share, v.pay_share, v.pay_rest,
      v.rest_together, v.unpaid, v.have, v.bands, v.part, v.left_before);
}
template <class Ar>
void put(Ar& ar, OutcomeFigures& v) {
  all(ar, v.empty_handed, v.winners_tenths, v.gini_percent, v.exhaustive);
}
template <class Ar>
void put(Ar& ar, RuleCount& v) {
  all(ar, v.rule, v.money, v.equal_price, v.winners, v.spent, v.left, v.purse_first, v.purse_final, v.ties, v.replaced,
      v.next_budget, v.plans, v.parts, v.figures);
}
template <class Ar>
void put(Ar& ar, CountResult& v) {
  all(ar, v.round_id, v.ballots, v.blank, v.counted, v.other, v.prefer_counted, v.prefer_other, v.same);
}
template <class Ar>
void put(Ar& ar, PlanHelp& v) {
  all(ar, v.plan_id, v.cheaper, v.more_voters, v.words_nl, v.words_en);
}
template <class Ar>
void put(Ar& ar, GuaranteeFound& v) {
  all(ar, v.guarantee, v.kept, v.people, v.plan_ids, v.entitled, v.got, v.purse);
}
template <class Ar>
void put(Ar& ar, Fairness& v) {
  all(ar, v.rule, v.found);
}
template <class Ar>
void put(Ar& ar, PastRow& v) {
  all(ar, v.rule, v.error, v.winners, v.spent, v.figures, v.of_category);
}
template <class Ar>
void put(Ar& ar, PastResult& v) {
  all(ar, v.name, v.about, v.voters, v.projects, v.budget, v.categories, v.rows);
}
template <class Ar, class T>
void put(Ar& ar, std::shared_ptr<const T>& v) {
  std::optional<T> value;
  if (v != nullptr) value = *v;
  put(ar, value);
  if constexpr (Ar::kReads) v = value ? std::make_shared<const T>(std::move(*value)) : nullptr;
}
template <class Ar>
void put(Ar& ar, CountAnswer& v) {
  all(ar, v.kind, v.error, v.count, v.help, v.past, v.fair);
}

template <class Ar, class T>
void put(Ar& ar, std::optional<T>& value) {
  bool there = value.has_value();
  put(ar, there);
  if constexpr (Ar::kReads) {
    if (there && ar.ok()) value.emplace();
  }
  if (value) put(ar, *value);
}
template <class Ar, class T>
void put(Ar& ar, std::vector<T>& list) {
  auto size = static_cast<std::int64_t>(list.size());
  ar.number(size);
  if constexpr (Ar::kReads) {
    // Each record takes at least a byte: a larger number is no list of ours.
    if (!ar.ok() || size < 0 || static_cast<std::uint64_t>(size) > ar.left()) return ar.stop();
    list.resize(static_cast<std::size_t>(size));
  }
  for (T& each : list) {
    if constexpr (Ar::kReads) {
      if (!ar.ok()) return;
    }
    put(ar, each);
  }
}

template <class T>
std::string write(const T& value) {
  Out out;
  out.bytes = kMark;
  T copy = value;
  put(out, copy);
  return std::move(out.bytes);
}

template <class T>
Result<T> read(std::string_view bytes) {
  T value;
  if (!bytes.starts_with(kMark)) return fail(ErrorCode::kWrongFormat, "error.count_failed");
  In in(bytes.substr(kMark.size()));
  put(in, value);
  if (!in.done()) return fail(ErrorCode::kWrongFormat, "error.count_failed");
  return value;
}

}  // namespace

std::string write_job(const CountJob& job) { return write(job); }
Result<CountJob> read_job(std::string_view bytes) { return read<CountJob>(bytes); }
std::string write_answer(const CountAnswer& answer) { return write(answer); }
Result<CountAnswer> read_answer(std::string_view bytes) { return read<CountAnswer>(bytes); }

}  // namespace stoepkrijt::app
