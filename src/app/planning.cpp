#include "app/planning.hpp"

#include <algorithm>
#include <utility>

#include "app/json_fields.hpp"
#include "app/views/round_words.hpp"
#include "base/json_writer.hpp"
#include "base/trim.hpp"
#include "formats/dossier/read_archive.hpp"
#include "formats/dossier/write_archive.hpp"
#include "model/date.hpp"

namespace stoepkrijt::app {

namespace {

constexpr std::int64_t kVersion = 1;
constexpr std::int64_t kUntilOpen = 56, kOpenFor = 21, kUntilResult = 7;  // days
constexpr std::int64_t kKeptFor = 730;                                    // days: two years
constexpr std::size_t kMostSummary = 280;                                 // code points, a few sentences

/// Where an idea of the walk is likely to be at home in a round; a person has the last word.
model::Theme theme_of(model::SchouwTheme theme) {
  switch (theme) {
    case model::SchouwTheme::kClean:
    case model::SchouwTheme::kIntact:
      return model::Theme::kOutdoor;
    case model::SchouwTheme::kSafe:
      return model::Theme::kSafety;
    case model::SchouwTheme::kTogether:
      break;
  }
  return model::Theme::kTogether;
}

/// The first sentences, so that a list shows them whole.
std::string summary_of(const std::string& words) {
  const std::string_view cut = first_code_points(words, kMostSummary);
  if (cut.size() == words.size()) return words;
  const std::size_t stop = cut.find_last_of(".!?");
  return std::string(stop == std::string_view::npos ? cut : cut.substr(0, stop + 1));
}

/// A title that has a year, with the next one: "Wijkbudget 2026" is followed by "Wijkbudget 2027".
std::string title_after(std::string title, std::string_view year) {
  for (std::size_t i = 0; i + 4 <= title.size(); ++i) {
    const std::string_view word = std::string_view(title).substr(i, 4);
    if (!word.starts_with("20") || word.find_first_not_of("0123456789") != std::string_view::npos) continue;
    title.replace(i, 4, word >= year ? std::to_string(std::stoi(std::string(word)) + 1) : std::string(year));
    return title;
  }
  return title.empty() ? title : title + " " + std::string(year);
}

}  // namespace

std::string write_plan_draft(const std::optional<PlanDraft>& draft) {
  json::Writer out;
  out.begin_object();
  if (draft) {
    out.key("is_new");
    formats::WriteArchive(out).value(draft->is_new);
    out.key("plan");
    formats::WriteArchive(out).value(draft->plan);
  }
  out.key("version");
  out.integer(kVersion);
  out.end_object();
  return out.take();
}

Result<std::optional<PlanDraft>> read_plan_draft(std::string_view json) {
  SK_TRY(document, json::Document::parse(json));
  SK_TRY_VOID(integer_at(document.root(), "version", kVersion, kVersion));
  const auto plan = document.root().find("plan");
  if (!plan) return std::optional<PlanDraft>();
  PlanDraft draft;
  SK_TRY_VOID(formats::read(*plan, draft.plan));
  SK_TRY(is_new, bool_at(document.root(), "is_new"));
  draft.is_new = is_new;
  return std::optional(std::move(draft));
}

model::Plan plan_of(const model::Signal& idea, std::string id) {
  model::Plan plan;
  plan.id = std::move(id);
  plan.title.nl = idea.title;
  plan.summary.nl = summary_of(idea.words);
  if (plan.summary.nl != idea.words) plan.description.nl = idea.words;
  plan.theme = theme_of(idea.theme);
  plan.icon = theme_icon(plan.theme);
  plan.buurt = idea.buurt;
  plan.place = idea.place;
  plan.comes_from = {idea.id};
  return plan;
}

model::Round round_after(const model::Round* before, std::string id, std::string_view today) {
  model::Round round;
  if (before != nullptr) {
    // How people vote and who may is mostly as it was; money, plans and limits are of their own round.
    round = *before;
    round.plans.clear();
    round.limits.clear();
    round.rule.seed.clear();
  } else {
    round.title.nl = "Wijkbudget";
    round.budget = Money::from_euros(10'000);
  }
  round.id = std::move(id);
  round.phase = model::RoundPhase::kPreparing;
  round.opens = model::moved(today, kUntilOpen);
  round.closes = model::moved(today, kUntilOpen + kOpenFor);
  round.result_on = model::moved(today, kUntilOpen + kOpenFor + kUntilResult);
  const std::string_view year = std::string_view(round.opens).substr(0, 4);
  round.title.nl = title_after(round.title.nl, year);
  round.title.en = title_after(round.title.en, year);
  return round;
}

namespace {

/// As it is read in this language: without English, the Dutch.
const std::string& read_in(const model::Words& words, LangCode lang) {
  return lang == LangCode::kEn && !words.en.empty() ? words.en : words.nl;
}

}  // namespace

model::Words reworded(const model::Words& before, std::string text, LangCode lang) {
  text = trimmed(text);
  if (text == read_in(before, lang)) return before;
  if (lang == LangCode::kEn && !before.nl.empty()) return {before.nl, std::move(text)};
  return {std::move(text), {}};
}

std::string lines_of(const std::vector<model::Words>& points, LangCode lang) {
  std::string out;
  for (const model::Words& point : points) out += (out.empty() ? "" : "\n") + read_in(point, lang);
  return out;
}

std::vector<model::Words> points_of(std::string_view lines, const std::vector<model::Words>& before, LangCode lang) {
  std::vector<std::string_view> texts;
  for (std::size_t at = 0; at <= lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    if (const std::string_view line = trimmed(lines.substr(at, end - at)); !line.empty()) texts.push_back(line);
    at = end + 1;
  }
  const auto stands = [&](const model::Words& point) {
    return std::find(texts.begin(), texts.end(), read_in(point, lang)) != texts.end();
  };
  std::vector<model::Words> out;
  for (const std::string_view text : texts) {
    const auto same = std::find_if(before.begin(), before.end(),
                                   [&](const model::Words& point) { return read_in(point, lang) == text; });
    if (same != before.end()) {
      out.push_back(*same);
    } else if (texts.size() == before.size() && !stands(before[out.size()])) {
      out.push_back(reworded(before[out.size()], std::string(text), lang));  // the same point in other words
    } else {
      out.push_back({std::string(text), {}});
    }
  }
  return out;
}

std::string last_day(const model::Dossier& dossier) {
  if (!dossier.delete_by.empty()) return dossier.delete_by;
  std::int64_t newest = INT64_MIN;
  const auto moment = [&](std::int64_t ms) { newest = std::max(newest, ms / 86'400'000); };
  const auto date = [&](const std::string& iso) { newest = std::max(newest, model::day_number(iso).value_or(newest)); };
  for (const model::Signal& signal : dossier.signals) moment(signal.time_ms);
  for (const model::Issue& issue : dossier.issues) {
    for (const model::StatusEvent& event : issue.history) moment(event.time_ms);
  }
  for (const model::Walk& walk : dossier.walks) date(walk.date);
  for (const model::Round& round : dossier.rounds) date(round.result_on);
  return newest == INT64_MIN ? std::string() : model::nearest_date(newest + kKeptFor);
}

}  // namespace stoepkrijt::app
