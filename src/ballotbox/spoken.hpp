// A hash in words, to read aloud: six Dutch words of a list of 256, eight bits each, the first 48 bits of the hash.
//
// The words are the same whatever the language of the interface: whoever listens compares sounds. They are short, plain
// and differ in their first four letters. 48 bits are enough to see that two files are the same when nobody can choose
// both; files themselves are compared whole.
//
// Example: spoken(hash) == "appel brug kaars duif molen zon"
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "base/sha256.hpp"

namespace stoepkrijt::ballotbox {

inline constexpr std::size_t kSpokenWords = 6;
[[nodiscard]] std::string spoken(const Hash256& hash);
/// All words, sorted.
[[nodiscard]] std::span<const std::string_view> word_list();

}  // namespace stoepkrijt::ballotbox
