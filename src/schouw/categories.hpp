// The built-in category tree of the wijkschouw (design: schouw, "Category trees"): four themes, few sub-themes.
// Slugs are part of the file format; words come from the language files (schouw.sub.<slug>).
#pragma once

#include <span>
#include <string_view>

#include "model/schouw.hpp"

namespace stoepkrijt::schouw {

struct Subtheme {
  model::SchouwTheme theme;
  std::string_view slug;
  std::string_view icon;  ///< Tabler icon name
};

/// All sub-themes in their printed order.
[[nodiscard]] std::span<const Subtheme> subthemes();
/// nullptr for a slug of another tree.
[[nodiscard]] const Subtheme* find_subtheme(std::string_view slug);
/// Icon of a theme: trash, hammer, shield-check, users-group.
[[nodiscard]] std::string_view theme_icon(model::SchouwTheme theme);
/// "schoon", "heel", "veilig", "samen": for keys and files.
[[nodiscard]] std::string_view theme_slug(model::SchouwTheme theme);
/// CROW levels say something about what is clean, intact or safe; not about meeting each other.
[[nodiscard]] bool has_levels(model::SchouwTheme theme);

}  // namespace stoepkrijt::schouw
