// Sentences that several screens of the counting evening say. For src/app/views.
#pragma once

#include <string>
#include <vector>

#include "app/evening/evening.hpp"
#include "app/lang.hpp"
#include "app/views/evening_parts.hpp"

namespace stoepkrijt::app {

[[nodiscard]] EveningPage evening_page(const State& state, const Lang& lang, std::string_view intro_key);
/// What merging found, a sentence each; nothing where there was nothing.
[[nodiscard]] std::vector<std::string> merge_words(const ballotbox::MergeReport& report, const Lang& lang);
/// Is it known here how many votes were cast with cards of the desk?
[[nodiscard]] bool tells_attended(const Evening& e);
/// Six words to read aloud, and the digits.
void add_hash(EveningBuilder& b, std::string_view key, const Hash256& hash);
/// Of the counted votes those that choose nothing.
[[nodiscard]] std::int64_t blank_votes(const evening::Counted& counted);
/// Why there is no result; empty: there is one.
[[nodiscard]] std::string not_declared_words(const evening::Counted& counted, const Lang& lang);
/// Each plan with its votes; those that were chosen first, with what they get.
void add_outcome(EveningBuilder& b, const model::Round& round, const RuleCount& count, bool declared, const Lang& lang);
[[nodiscard]] std::string title_of(const model::Round& round, std::string_view plan, const Lang& lang);
/// Is the log that of this box? kBoxMissing: no box of it is here.
enum class LogFits : std::uint8_t { kYes, kNo, kBoxMissing };
[[nodiscard]] LogFits fits(const Evening& e, const Evening::LogIn& log);

}  // namespace stoepkrijt::app
