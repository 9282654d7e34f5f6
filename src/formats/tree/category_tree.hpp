// Category trees of other programs and of municipalities, as JSON: what a walk offers to choose from.
//
// Read tolerantly, by what the names mean in Dutch or English:
//  - nested: [{"categorie": "Afval", "onderwerpen": ["Grofvuil", {"naam": "Container is vol", "slug": "vol"}]}]; also
//    "hoofdcategorie"/"subcategorieen", and Signalen's {"results": [{"name", "slug", "sub_categories"}]};
//  - flat: [{"id": 1, "naam": "Afval"}, {"id": 2, "ouder": 1, "naam": "Grofvuil"}], in any order.
// Deeper levels are taken up in the first: a signal names one thing. A category without children is its own topic.
// Slugs that are not given are made of the names. A theme that is not given ("thema": "heel") is guessed by the words;
// the organiser can change it.
//
// Errors: those of json::Document; kWrongFormat "error.tree_none" (no categories in it), kContradiction
// "error.tree_cycle" (a category lies in itself), kUnknownId "error.tree_parent", kTooLarge "error.tree_too_large",
// kMissing "error.tree_nameless".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/schouw.hpp"

namespace stoepkrijt::formats {

/// Valid as model::Walk::tree: every slug once, at most model::kMaxSubcategories.
[[nodiscard]] Result<std::vector<model::Category>> read_category_tree(std::string_view text);
/// The nested form, for people: it reads back as the same tree.
[[nodiscard]] std::string write_category_tree(const std::vector<model::Category>& tree);

/// "Container is vol" is "container-is-vol": letters and digits, at most 60 bytes; "x" when nothing is left.
[[nodiscard]] std::string slug_of_name(std::string_view name);
/// By the words that municipalities use: "Verlichting" is heel, "Zwerfvuil" schoon; unknown words are samen.
[[nodiscard]] model::SchouwTheme guess_theme(std::string_view name);

}  // namespace stoepkrijt::formats
