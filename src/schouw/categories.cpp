#include "schouw/categories.hpp"

#include <algorithm>
#include <array>

namespace stoepkrijt::schouw {

namespace {

using model::SchouwTheme;

constexpr std::array kSubthemes = {
    Subtheme{SchouwTheme::kClean, "zwerfvuil", "trash"},
    Subtheme{SchouwTheme::kClean, "bijgeplaatst-afval", "trash"},
    Subtheme{SchouwTheme::kClean, "hondenpoep", "alert-triangle"},
    Subtheme{SchouwTheme::kClean, "graffiti", "pencil"},
    Subtheme{SchouwTheme::kIntact, "bestrating", "hammer"},
    Subtheme{SchouwTheme::kIntact, "verlichting", "lamp"},
    Subtheme{SchouwTheme::kIntact, "meubilair", "tools"},
    Subtheme{SchouwTheme::kIntact, "groenonderhoud", "plant-2"},
    Subtheme{SchouwTheme::kSafe, "verkeer", "traffic-lights"},
    Subtheme{SchouwTheme::kSafe, "zicht-donker", "bulb"},
    Subtheme{SchouwTheme::kSafe, "overlast", "volume"},
    Subtheme{SchouwTheme::kSafe, "sociale-veiligheid", "shield-check"},
    Subtheme{SchouwTheme::kTogether, "ontmoeten", "users-group"},
    Subtheme{SchouwTheme::kTogether, "initiatief", "bulb"},
    Subtheme{SchouwTheme::kTogether, "talent", "thumb-up"},
};

}  // namespace

std::span<const Subtheme> subthemes() { return kSubthemes; }

const Subtheme* find_subtheme(std::string_view slug) {
  const auto it = std::find_if(kSubthemes.begin(), kSubthemes.end(), [&](const Subtheme& s) { return s.slug == slug; });
  return it == kSubthemes.end() ? nullptr : &*it;
}

std::string_view theme_icon(SchouwTheme theme) {
  switch (theme) {
    case SchouwTheme::kClean:
      return "trash";
    case SchouwTheme::kIntact:
      return "hammer";
    case SchouwTheme::kSafe:
      return "shield-check";
    case SchouwTheme::kTogether:
      return "users-group";
  }
  return "trash";
}

std::string_view theme_slug(SchouwTheme theme) {
  switch (theme) {
    case SchouwTheme::kClean:
      return "schoon";
    case SchouwTheme::kIntact:
      return "heel";
    case SchouwTheme::kSafe:
      return "veilig";
    case SchouwTheme::kTogether:
      return "samen";
  }
  return "schoon";
}

bool has_levels(SchouwTheme theme) { return theme != SchouwTheme::kTogether; }

}  // namespace stoepkrijt::schouw
