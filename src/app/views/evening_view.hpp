// The screens of the counting evening, as words: pure functions of what the room holds.
#pragma once

#include "app/state.hpp"
#include "app/views/evening_parts.hpp"

namespace stoepkrijt::app {

/// Of the screen of state.route.
[[nodiscard]] EveningPage make_evening_page(const State& state, const Lang& lang);

[[nodiscard]] EveningPage make_counting_view(const State& state, const Lang& lang);
[[nodiscard]] EveningPage make_holder_view(const State& state, const Lang& lang);
[[nodiscard]] EveningPage make_session_view(const State& state, const Lang& lang);
[[nodiscard]] EveningPage make_by_hand_view(const State& state, const Lang& lang);
[[nodiscard]] EveningPage make_log_view(const State& state, const Lang& lang);
[[nodiscard]] EveningPage make_protection_view(const State& state, const Lang& lang);
[[nodiscard]] EveningPage make_receipt_view(const State& state, const Lang& lang);

}  // namespace stoepkrijt::app
