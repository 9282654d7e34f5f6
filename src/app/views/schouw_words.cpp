#include "app/views/schouw_words.hpp"

#include <algorithm>
#include <array>

#include "base/fold.hpp"
#include "geo/area.hpp"
#include "schouw/categories.hpp"
#include "schouw/measures.hpp"
#include "schouw/status.hpp"

namespace stoepkrijt::app {

namespace {

bool holds(std::string_view text, const std::string& folded_words) {
  return folded(text).find(folded_words) != std::string::npos;
}

std::string kind_slug(model::SignalKind kind) {
  switch (kind) {
    case model::SignalKind::kProblem:
      return "problem";
    case model::SignalKind::kStrong:
      return "strong";
    case model::SignalKind::kIdea:
      return "idea";
  }
  return "problem";
}

std::string level_slug(model::Level level) {
  constexpr std::array kSlugs = {"none", "aplus", "a", "b", "c", "d"};
  return kSlugs[static_cast<std::size_t>(level)];
}

}  // namespace

std::string kind_words(const Lang& lang, model::SignalKind kind) {
  return lang.tr("schouw.kind." + kind_slug(kind));  // lang-prefix: schouw.kind.
}

std::string theme_words(const Lang& lang, model::SchouwTheme theme) {
  return lang.tr("schouw.theme." + std::string(schouw::theme_slug(theme)));  // lang-prefix: schouw.theme.
}

std::string level_letter(model::Level level) {
  constexpr std::array kLetters = {"", "A+", "A", "B", "C", "D"};
  return kLetters[static_cast<std::size_t>(level)];
}

std::string level_words(const Lang& lang, model::SchouwTheme theme, model::Level level) {
  return lang.tr("schouw.level." + std::string(schouw::theme_slug(theme)) + "." +
                 level_slug(level));  // lang-prefix: schouw.level.
}

std::string status_words(const Lang& lang, model::IssueStatus status) {
  constexpr std::array kSlugs = {"open", "progress", "planned", "done", "rejected", "waiting", "reopened", "double"};
  return lang.tr("schouw.status." +
                 std::string(kSlugs[static_cast<std::size_t>(status)]));  // lang-prefix: schouw.status.
}

LabelTone status_tone(model::IssueStatus status) {
  switch (status) {
    case model::IssueStatus::kOpen:
    case model::IssueStatus::kReopened:
      return LabelTone::kNegative;
    case model::IssueStatus::kInProgress:
    case model::IssueStatus::kWaiting:
      return LabelTone::kWarning;
    case model::IssueStatus::kPlanned:
      return LabelTone::kAction;
    case model::IssueStatus::kDone:
      return LabelTone::kPositive;
    case model::IssueStatus::kRejected:
    case model::IssueStatus::kDouble:
      return LabelTone::kNeutral;
  }
  return LabelTone::kNeutral;
}

std::string subtheme_words(const model::Dossier& dossier, const Lang& lang, const model::Signal& signal) {
  if (signal.subtheme.empty()) return {};
  const auto name_in = [&](const model::Walk& walk) -> const std::string* {
    for (const model::Category& category : walk.tree) {
      for (const model::Subcategory& sub : category.subs) {
        if (sub.slug == signal.subtheme) return &sub.name;
      }
    }
    return nullptr;
  };
  const model::Walk* own = find_walk(dossier, signal.walk_id);
  if (const std::string* name = own == nullptr ? nullptr : name_in(*own)) return *name;
  if (schouw::find_subtheme(signal.subtheme) != nullptr) {
    return lang.tr("schouw.sub." + signal.subtheme);  // lang-prefix: schouw.sub.
  }
  for (const model::Walk& walk : dossier.walks) {
    if (const std::string* name = name_in(walk)) return *name;
  }
  return {};
}

std::string counted_words(const Lang& lang, const model::Signal& signal) {
  const schouw::Measure* measure = schouw::find_measure(signal.measure);
  if (measure == nullptr) return {};
  return lang.tr("measure." + signal.measure + ".counted",  // lang-prefix: measure.
                 {{"n", lang.number(signal.counted)}});
}

std::string signal_title(const model::Dossier& dossier, const Lang& lang, const model::Signal& signal) {
  if (!signal.title.empty()) return signal.title;
  if (std::string words = subtheme_words(dossier, lang, signal); !words.empty()) return words;
  return lang.tr("schouw.untitled",
                 {{"kind", kind_words(lang, signal.kind)}, {"theme", theme_words(lang, signal.theme)}});
}

std::string signal_icon(const model::Signal& signal) {
  if (const schouw::Subtheme* sub = schouw::find_subtheme(signal.subtheme)) return std::string(sub->icon);
  if (signal.kind == model::SignalKind::kIdea) return "bulb";
  if (signal.kind == model::SignalKind::kStrong && signal.theme == model::SchouwTheme::kClean) return "thumb-up";
  return std::string(schouw::theme_icon(signal.theme));
}

std::string place_words(const Lang& lang, const model::Signal& signal) {
  if (signal.near_street.empty()) return lang.tr("schouw.place.unnamed");
  if (signal.placed_by == model::PlacedBy::kGps && signal.accuracy_mm > 0) {
    return lang.tr("schouw.place.gps", {{"street", signal.near_street},
                                        {"metres", lang.distance(static_cast<double>(signal.accuracy_mm) / 1000.0)}});
  }
  return lang.tr("schouw.place.pin", {{"street", signal.near_street}});
}

std::string attribution_words(const State& state) {
  std::string words;
  if (state.map == nullptr) return words;
  for (const std::string& a : state.map->attributions) words += (words.empty() ? "" : " · ") + a;
  return words;
}

std::string save_words(const State& state, const Lang& lang) {
  switch (state.saving.state) {
    case SaveState::kNothingYet:
    case SaveState::kSaved:
      return lang.tr("save.saved");
    case SaveState::kSaving:
      return lang.tr("save.saving");
    case SaveState::kFailed:
      return lang.tr("save.failed");
    case SaveState::kNoStorage:
      return lang.tr("save.none");
  }
  return {};
}

int badness(const model::Signal& signal) {
  const int level = static_cast<int>(signal.level);
  if (signal.kind == model::SignalKind::kProblem) return 100 + level;
  return signal.kind == model::SignalKind::kIdea ? 50 : 10 - level;
}

SignalLine make_signal_line(const State& state, const Lang& lang, const model::Signal& signal) {
  return make_signal_line(state, lang, signal, issue_of(*state.dossier, signal.id));
}

SignalLine make_signal_line(const State& state, const Lang& lang, const model::Signal& signal,
                            const model::Issue* issue) {
  SignalLine line;
  line.id = signal.id;
  line.kind = signal.kind;
  line.icon = signal_icon(signal);
  line.title = signal_title(*state.dossier, lang, signal);
  line.level = signal.level;
  line.seen = lang.number(static_cast<std::int64_t>(signal.support.size()) + 1);
  if (!signal.near_street.empty()) {
    line.place = signal.near_street;
  } else if (const model::Buurt* buurt = find_buurt(*state.dossier, signal.buurt)) {
    line.place = buurt->name;
  }
  if (issue != nullptr) {
    line.status = status_words(lang, issue->status());
    line.tone = status_tone(issue->status());
  } else if (signal.kind == model::SignalKind::kProblem) {
    line.status = status_words(lang, model::IssueStatus::kOpen);
    line.tone = LabelTone::kNegative;
  }
  if (signal.kind == model::SignalKind::kStrong) {
    line.status = lang.tr("schouw.label.strong");
    line.tone = LabelTone::kPositive;
  } else if (signal.kind == model::SignalKind::kIdea) {
    line.status = lang.tr("schouw.label.idea");
    line.tone = LabelTone::kIdea;
  }
  line.spoken = lang.tr(
      "schouw.spoken",
      {{"title", line.title}, {"kind", kind_words(lang, signal.kind)}, {"status", line.status}, {"place", line.place}});
  if (signal.level != model::Level::kUnset) {
    line.spoken += " " + lang.tr("schouw.spoken.level", {{"level", level_letter(signal.level)}});
  }
  line.spoken += " " + lang.count("schouw.spoken.seen", static_cast<std::int64_t>(signal.support.size()) + 1);
  return line;
}

bool passes(const State& state, const model::Signal& signal, const std::function<const model::Issue*()>& issue_of_it) {
  const MapFilter& f = state.filter;
  if (signal.kind == model::SignalKind::kProblem && !f.problems) return false;
  if (signal.kind == model::SignalKind::kStrong && !f.strong) return false;
  if (signal.kind == model::SignalKind::kIdea && !f.ideas) return false;
  if (f.theme && signal.theme != *f.theme) return false;
  if (f.level != model::Level::kUnset && signal.level != f.level) return false;
  if (!f.buurt.empty() && signal.buurt != f.buurt) return false;
  if (!f.walk.empty() && signal.walk_id != f.walk) return false;
  if (f.days > 0 && state.device.now_ms - signal.time_ms > f.days * 86'400'000LL) return false;
  if (!f.area.empty() && !geo::in_area(signal.place, f.area)) return false;
  if (!f.closed && f.party.empty()) return true;
  const model::Issue* issue = issue_of_it();
  if (f.closed && *f.closed != (issue != nullptr && schouw::is_closed(issue->status()))) return false;
  return f.party.empty() || (issue != nullptr && issue->action && issue->action->party == f.party);
}

bool shown(const State& state, const Lang& lang, const model::Signal& signal) {
  if (!passes(state, signal, [&] { return issue_of(*state.dossier, signal.id); })) return false;
  if (state.search.empty()) return true;
  const std::string words = folded(state.search);
  return holds(signal_title(*state.dossier, lang, signal), words) ||
         holds(subtheme_words(*state.dossier, lang, signal), words) || holds(signal.words, words) ||
         holds(signal.near_street, words) || holds(theme_words(lang, signal.theme), words);
}

MapMarker marker_of(const model::Signal& signal, bool chosen) {
  MapMarker m;
  m.id = signal.id;
  m.kind = signal.kind == model::SignalKind::kProblem  ? MarkerKind::kProblem
           : signal.kind == model::SignalKind::kStrong ? MarkerKind::kStrong
                                                       : MarkerKind::kIdea;
  m.icon = signal_icon(signal);
  m.level = signal.level;
  m.place = signal.place;
  m.chosen = chosen;
  return m;
}

MapMarker marker_of(const model::Plan& plan, bool chosen) {
  MapMarker m;
  m.id = plan.id;
  m.kind = MarkerKind::kPlan;
  m.icon = plan.icon;
  m.theme = static_cast<std::uint8_t>(static_cast<int>(plan.theme) + 1);
  if (plan.place) m.place = *plan.place;
  m.chosen = chosen;
  return m;
}

}  // namespace stoepkrijt::app
