#include <algorithm>
#include <charconv>
#include <utility>

#include "app/ballots.hpp"
#include "app/evening/hand.hpp"
#include "app/evening/work.hpp"

namespace stoepkrijt::app::evening {

namespace {

constexpr std::int64_t kMostNumber = 1'000'000;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

/// A whole number from 0; −1 for anything else.
std::int64_t number_of(std::string_view text) {
  text = trimmed(text);
  std::int64_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  const bool all = !text.empty() && error == std::errc() && end == text.data() + text.size();
  return all && out >= 0 && out <= kMostNumber ? out : -1;
}

Error bad_line(std::size_t line) {
  return Error(ErrorCode::kWrongFormat, "error.evening_paper_line").with("line", std::to_string(line));
}

Result<model::Ballot> ballot_of(std::string_view words, const model::Round& round, std::size_t line) {
  const bool points = model::gives_points(round.form.method);
  std::vector<std::pair<std::string, std::int64_t>> chosen;
  while (!(words = trimmed(words)).empty()) {
    const std::size_t end = std::min(words.size(), words.find_first_of(" ,;\t"));
    const std::string_view word = words.substr(0, end);
    words.remove_prefix(std::min(words.size(), end + 1));
    if (word.empty()) continue;
    const std::size_t is = word.find('=');
    if ((is != std::string_view::npos) != points) return fail(bad_line(line));
    const std::int64_t plan = number_of(word.substr(0, is));
    const std::int64_t given = points ? number_of(word.substr(is + 1)) : 1;
    if (plan < 0 || given < 1) return fail(bad_line(line));
    if (plan < 1 || plan > static_cast<std::int64_t>(round.plans.size())) {
      return fail(Error(ErrorCode::kUnknownId, "error.evening_paper_plan")
                      .with("line", std::to_string(line))
                      .with("plan", std::to_string(plan)));
    }
    chosen.emplace_back(round.plans[static_cast<std::size_t>(plan - 1)].id, given);
  }
  if (round.form.method != model::VoteMethod::kRanking) std::sort(chosen.begin(), chosen.end());
  model::Ballot ballot;
  for (auto& [plan, given] : chosen) {
    ballot.approved.push_back(std::move(plan));
    if (points) ballot.points.push_back(given);
  }
  return ballot;
}

Result<void> count_hand(Evening::Hand& hand, const model::Round& round, model::Urn urn) {
  urn.round_id = round.id;
  if (urn.total() <= 0) return fail(ErrorCode::kNoBallots, "error.no_ballots");
  SK_TRY(election, election_of(round, urn));
  SK_TRY_VOID(rules::validate(election));
  SK_TRY(count, count_by(election, round.rule, nullptr));
  hand.ballots = std::make_shared<const model::Urn>(std::move(urn));
  hand.count = std::make_shared<const RuleCount>(std::move(count));
  return {};
}

Result<void> compare_totals(Evening& e, const model::Round& round) {
  ballotbox::MeetingTotals totals;
  std::vector<std::string> fields{"people"};
  for (const model::Plan& plan : round.plans) fields.push_back(plan.id);
  for (const std::string& field : fields) {
    const std::int64_t first = number_of(e.text(total_field(1, field)));
    const std::int64_t second = number_of(e.text(total_field(2, field)));
    if (first < 0 || second < 0 || first != second) {
      e.hand.differs.push_back(field);
    } else if (field == "people") {
      totals.people = first;
    } else {
      totals.totals.push_back({field, first});
    }
  }
  if (!e.hand.differs.empty()) return {};
  std::sort(totals.totals.begin(), totals.totals.end(), [](const auto& a, const auto& b) { return a.plan < b.plan; });
  SK_TRY(urn, ballotbox::urn_of_totals(totals, round));
  return count_hand(e.hand, round, std::move(urn));
}

Result<void> compare_paper(Evening& e, const model::Round& round) {
  SK_TRY(first, read_paper(e.text(paper_field(1)), round));
  SK_TRY(second, read_paper(e.text(paper_field(2)), round));
  e.hand.papers = ballotbox::compare(first, second);
  if (!e.hand.papers.empty()) return {};
  SK_TRY(urn, ballotbox::urn_of_paper(first, second, round));
  return count_hand(e.hand, round, std::move(urn));
}

}  // namespace

const model::Round* hand_round(const State& s) {
  if (s.evening != nullptr && s.evening->package != nullptr) return &s.evening->package->package.round;
  return s.dossier == nullptr ? nullptr : current_round(s);
}

std::string total_field(int person, std::string_view plan) {
  return "hand/" + std::to_string(person) + "/" + (plan == "people" ? "people" : "plan/" + std::string(plan));
}
std::string paper_field(int person) { return "hand/" + std::to_string(person) + "/paper"; }

Result<std::vector<ballotbox::PaperBallot>> read_paper(std::string_view text, const model::Round& round) {
  std::vector<ballotbox::PaperBallot> out;
  for (std::size_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.size(), text.find('\n'));
    const std::string_view words = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
    if (words.empty()) continue;
    const std::size_t colon = words.find(':');
    const std::int64_t number = number_of(words.substr(0, colon));
    if (colon == std::string_view::npos || number < 0) return fail(bad_line(line));
    SK_TRY(ballot, ballot_of(words.substr(colon + 1), round, line));
    out.push_back({number, std::move(ballot)});
  }
  return out;
}

void on(Reducer& r, const Compare&) {
  const model::Round* round = hand_round(r.s);
  if (round == nullptr) return;
  Evening e = room_of(r.s);
  e.hand = {};
  const bool paper = e.text("hand/mode") == "paper";
  auto done = paper ? compare_paper(e, *round) : compare_totals(e, *round);
  e.hand.compared = true;
  if (!done) {
    e.hand.error = std::move(done).error();
    r.announce(r.lang().error(*e.hand.error), true);
  }
  put_back(r, std::move(e));
}

}  // namespace stoepkrijt::app::evening
