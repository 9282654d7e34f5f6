// What is protected and what is not, in plain words (docs/threat-model.md has it precisely).
#include <string>

#include "app/views/evening_view.hpp"
#include "app/views/evening_words.hpp"

namespace stoepkrijt::app {

EveningPage make_protection_view(const State& state, const Lang& lang) {
  EveningPage page = evening_page(state, lang, "protection.intro");
  EveningBuilder b(page);
  struct Chapter {
    const char* key;
    const char* name;
    int lines;
    LabelTone tone;
  };
  constexpr Chapter kChapters[] = {{"kort", "short", 3, LabelTone::kAction},
                                   {"wel", "yes", 8, LabelTone::kPositive},
                                   {"niet", "no", 10, LabelTone::kWarning},
                                   {"zelf", "own", 6, LabelTone::kAction},
                                   {"rollen", "roles", 5, LabelTone::kNeutral}};
  for (const Chapter& chapter : kChapters) {
    const std::string key = "protection." + std::string(chapter.name);  // lang-prefix: protection.
    b.card(chapter.key, lang.tr(key + ".title"));
    for (int i = 1; i <= chapter.lines; ++i) {
      b.line(std::to_string(i), chapter.tone, lang.tr(key + "." + std::to_string(i)));
    }
  }
  return page;
}

}  // namespace stoepkrijt::app
