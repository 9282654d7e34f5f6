// Links between doubles: which issue speaks for each of a group that is about the same thing.
//
// An edge is an element of an OR-set: the smaller id's record holds the larger id as text. The groups are the connected
// components; undoing one link may split a group. The canonical member is the smallest id that is shown; when none of
// the group is shown, the smallest id.
//
// Example: SK_TRY(link, link_write(Write::Op::kAdd, "issue", "doubles", "b", "a"));  // adds "b" to the set of issue a
//          canonical_of(links(document, "issue", "doubles"), "b") == "a"
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "merge/document.hpp"
#include "merge/write.hpp"

namespace stoepkrijt::merge {

/// Each linked id with the canonical one of its component; sorted by id. An id outside the list is its own.
using Links = std::vector<std::pair<std::string, std::string>>;

/// Elements that are no text, and edges from an id to itself, link nothing.
[[nodiscard]] Links links(const Document& document, std::string_view kind, std::string_view set);
[[nodiscard]] std::string_view canonical_of(const Links& links, std::string_view id);

/// The write that links two records (`op` kAdd) or takes the link away (kRemove). Error: kNotAllowed with
/// "error.linked_to_itself".
[[nodiscard]] Result<Write> link_write(Write::Op op, std::string_view kind, std::string_view set, std::string_view a,
                                       std::string_view b);

}  // namespace stoepkrijt::merge
