// What the name of a category says: its slug, and under which theme it most likely stands.
#include <algorithm>
#include <array>
#include <utility>

#include "formats/tree/category_tree.hpp"

namespace stoepkrijt::formats {
namespace {

using model::SchouwTheme;

struct Hint {
  std::string_view words;
  SchouwTheme theme;
};
/// The first that is found in the name counts.
constexpr std::array kHints = {
    Hint{"overlast", SchouwTheme::kSafe},    Hint{"veilig", SchouwTheme::kSafe},
    Hint{"verkeer", SchouwTheme::kSafe},     Hint{"voertuig", SchouwTheme::kSafe},
    Hint{"parke", SchouwTheme::kSafe},       Hint{"ondermijn", SchouwTheme::kSafe},
    Hint{"afval", SchouwTheme::kClean},      Hint{"vuil", SchouwTheme::kClean},
    Hint{"schoon", SchouwTheme::kClean},     Hint{"container", SchouwTheme::kClean},
    Hint{"graffiti", SchouwTheme::kClean},   Hint{"dier", SchouwTheme::kClean},
    Hint{"weg", SchouwTheme::kIntact},       Hint{"straat", SchouwTheme::kIntact},
    Hint{"pad", SchouwTheme::kIntact},       Hint{"brug", SchouwTheme::kIntact},
    Hint{"licht", SchouwTheme::kIntact},     Hint{"groen", SchouwTheme::kIntact},
    Hint{"boom", SchouwTheme::kIntact},      Hint{"bomen", SchouwTheme::kIntact},
    Hint{"water", SchouwTheme::kIntact},     Hint{"sloot", SchouwTheme::kIntact},
    Hint{"sloten", SchouwTheme::kIntact},    Hint{"singel", SchouwTheme::kIntact},
    Hint{"speel", SchouwTheme::kIntact},     Hint{"meubilair", SchouwTheme::kIntact},
    Hint{"onderhoud", SchouwTheme::kIntact}, Hint{"riool", SchouwTheme::kIntact},
    Hint{"wegen", SchouwTheme::kIntact},     Hint{"waste", SchouwTheme::kClean},
    Hint{"litter", SchouwTheme::kClean},     Hint{"road", SchouwTheme::kIntact},
    Hint{"light", SchouwTheme::kIntact},     Hint{"safe", SchouwTheme::kSafe},
};

/// Letters with a mark without it, as they stand in Dutch words.
constexpr std::array<std::pair<std::string_view, char>, 20> kMarked = {
    {{"á", 'a'}, {"à", 'a'}, {"ä", 'a'}, {"â", 'a'}, {"é", 'e'}, {"è", 'e'}, {"ë", 'e'},
     {"ê", 'e'}, {"É", 'e'}, {"í", 'i'}, {"ï", 'i'}, {"î", 'i'}, {"ó", 'o'}, {"ö", 'o'},
     {"ô", 'o'}, {"ú", 'u'}, {"ü", 'u'}, {"û", 'u'}, {"ç", 'c'}, {"ñ", 'n'}}};

}  // namespace

std::string slug_of_name(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size() && out.size() < 60;) {
    const auto marked = std::find_if(kMarked.begin(), kMarked.end(),
                                     [&](const auto& one) { return name.substr(i).starts_with(one.first); });
    char c = name[i];
    if (marked != kMarked.end()) c = marked->second;
    i += marked != kMarked.end() ? marked->first.size() : 1;
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      out += c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out.empty() ? "x" : out;
}

SchouwTheme guess_theme(std::string_view name) {
  const std::string words = slug_of_name(name);
  const auto hint = std::find_if(kHints.begin(), kHints.end(),
                                 [&](const Hint& h) { return words.find(h.words) != std::string::npos; });
  return hint == kHints.end() ? SchouwTheme::kTogether : hint->theme;
}

}  // namespace stoepkrijt::formats
