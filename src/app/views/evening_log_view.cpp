// An audit log in words: whether its chain holds, whether it is that of the box, and what happened when.
#include <algorithm>
#include <string>

#include "app/evening/command.hpp"
#include "app/evening/evening.hpp"
#include "app/views/evening_view.hpp"
#include "app/views/evening_words.hpp"

namespace stoepkrijt::app {

namespace {

constexpr std::int64_t kMsPerMinute = 60'000;
constexpr std::size_t kMostShown = 400;  ///< entries; the newest of a longer log

/// The sentence of an event: "evening.log.<name>" with {a} and {b}, its numbers, and {text}.
std::string words_of(const ballotbox::AuditEntry& entry, const Lang& lang) {
  const ballotbox::AuditKind& kind = ballotbox::kind_of(entry.event);
  const std::string a = entry.numbers.empty() ? "" : lang.number(entry.numbers[0]);
  const std::string b = entry.numbers.size() < 2 ? "" : lang.number(entry.numbers[1]);
  const std::string key = "evening.log." + std::string(kind.name);  // lang-prefix: evening.log.
  return lang.tr(key, {{"a", a}, {"b", b}, {"text", entry.text}});
}

}  // namespace

EveningPage make_log_view(const State& state, const Lang& lang) {
  using Kind = EveningPart::Kind;
  EveningPage page = evening_page(state, lang, "evening.look.intro");
  const Evening none;
  const Evening::Look& look = state.evening == nullptr ? none.look : state.evening->look;
  EveningBuilder b(page);
  b.card("bestand", lang.tr("evening.look.title"));
  if (look.log == nullptr) b.add(Kind::kText, "woorden", lang.tr("evening.look.words"));
  if (look.error) b.box("fout", LabelTone::kNegative, lang.error(*look.error));
  if (look.log != nullptr) {
    b.add(Kind::kFact, "bus", lang.tr("evening.look.of"), look.log->box);
    b.add(Kind::kFact, "regels", look.log_name,
          lang.count("evening.entries", static_cast<std::int64_t>(look.log->entries.size())))
        .last = true;
    const Result<ballotbox::AuditReport>& verdict = *look.verdict;
    if (!verdict) {
      b.box("klopt-niet", LabelTone::kNegative, lang.tr("evening.look.wrong"), lang.error(verdict.error()));
    } else {
      b.box("klopt", LabelTone::kPositive, lang.tr("evening.look.sound"),
            look.box == nullptr ? lang.tr("evening.look.without_box")
                                : lang.tr("evening.look.with_box", {{"file", look.box_name}}));
      if (verdict->backwards > 0) {
        b.line("klok", LabelTone::kWarning,
               lang.tr("evening.log_says",
                       {{"box", look.log->box},
                        {"what", lang.count("cli.box.backwards", static_cast<std::int64_t>(verdict->backwards))}}));
      }
    }
  }
  b.button("kies", lang.tr("evening.look.pick"), "file-import", evening::ask(evening::Pick{evening::For::kLog}),
           look.log == nullptr);
  if (look.log == nullptr) return page;
  b.card("regels", lang.tr("evening.look.entries"));
  const std::vector<ballotbox::AuditEntry>& entries = look.log->entries;
  const std::size_t first = entries.size() > kMostShown ? entries.size() - kMostShown : 0;
  if (first > 0) {
    b.add(Kind::kSmall, "meer", lang.count("evening.look.not_shown", static_cast<std::int64_t>(first)));
  }
  for (std::size_t i = first; i < entries.size(); ++i) {
    b.add(Kind::kFact, "regel/" + std::to_string(i), std::to_string(i + 1) + ". " + words_of(entries[i], lang),
          lang.moment(entries[i].minute * kMsPerMinute, state.device.offset_minutes))
        .last = i + 1 == entries.size();
  }
  return page;
}

}  // namespace stoepkrijt::app
