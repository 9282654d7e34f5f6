// An Error in words, from a language file. Without the sentence the key and its arguments still tell the fault.
#pragma once

#include <string>
#include <string_view>

#include "base/error.hpp"

namespace stoepkrijt::cli {

/// "file.pb:12:4: sentence (field: cost, value: 12x)". The arguments that the sentence does not use come behind it.
[[nodiscard]] std::string words_for(const Error& error, std::string_view language);

}  // namespace stoepkrijt::cli
