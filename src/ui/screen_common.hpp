// What the screens of walk and settings share: from the app's words to the kit's things.
#pragma once

#include "app/command.hpp"
#include "app/map_request.hpp"
#include "app/views/page.hpp"
#include "app/views/photo_view.hpp"
#include "app/views/schouw_words.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

[[nodiscard]] Kind to_kind(model::SignalKind kind);
[[nodiscard]] Kind to_kind(app::MarkerKind kind);
[[nodiscard]] Level to_level(model::Level level);
[[nodiscard]] model::Level from_level(Level level);
[[nodiscard]] Tone to_tone(app::LabelTone tone);

/// The words stay those of `tile`.
[[nodiscard]] PhotoData to_photo(const app::PhotoTile& tile);

/// What is left of the area below the current y.
[[nodiscard]] Rect rest(Ui& ui);

[[nodiscard]] ListRowData row_of(const app::SignalLine& line, bool chosen);

/// Two buttons, `k`/ongedaan and `k`/opnieuw.
void undo_buttons(Ui& ui, std::string_view k, const app::UndoView& view, app::CommandQueue& out);

/// A day in words, and two buttons below it that move it. −1: earlier, +1: later, 0: neither. `name`: what day it is.
int day_row(Ui& ui, std::string_view k, std::string_view name, std::string_view day, std::string_view earlier,
            std::string_view later);

/// A page of cards: bar, and a scrolling column of at most `max_width`, centred.
void scrolling_page(Ui& ui, std::string_view k, const app::Page& page, std::string_view words, float max_width,
                    app::CommandQueue& out, Fn<void()> content);

}  // namespace stoepkrijt::ui
