// What the screens of the round share: the bar, pages with pinned actions, and the way from view-models to the kit.
#pragma once

#include <string_view>
#include <vector>

#include "app/command.hpp"
#include "app/views/page.hpp"
#include "app/views/result_view.hpp"
#include "app/views/round_words.hpp"
#include "app/views/vote_view.hpp"
#include "ui/kit.hpp"

namespace stoepkrijt::ui {

/// The bar at the top with back, reading aloud and language: 64 high, or the desk bar right of the rail.
void round_bar(Ui& ui, const app::Page& page, std::string_view words, app::CommandQueue& out, bool pave = false);

/// What the kit multiplies its own lengths by: 1, and 1.75 on the kiosk.
[[nodiscard]] float unit(const Ui& ui);
/// True where a page has its actions beside it instead of in a sheet below.
[[nodiscard]] bool actions_beside(Ui& ui);
/// A page with its content and what one can do with it. Phone: the actions are a sheet at the bottom, or the end of the
/// page when they would take more than 45 % of the height (small screens, large text). Wide: a panel at the right.
void action_page(Ui& ui, std::string_view k, std::string_view actions_name, float max_width, Fn<void()> content,
                 Fn<void()> actions);
/// The same with a bar that never scrolls away: above the actions, or, where these would take more than 45 % of the
/// height, alone in a low strip at the bottom (`bar(true)`: the low form) with the actions at the end of the page.
void bar_page(Ui& ui, std::string_view k, std::string_view actions_name, float max_width, Fn<void()> content,
              Fn<void(bool)> bar, Fn<void()> actions);
/// Content in a scrolling column of at most `max_width`, centred.
void plain_page(Ui& ui, std::string_view k, float max_width, Fn<void()> content);
/// The same, from edge to edge: the content insets itself.
void bare_page(Ui& ui, std::string_view k, Fn<void()> content);
/// Content of at most `max_width`, centred in the column, inside the margins.
void centred(Ui& ui, float max_width, Fn<void()> content);

/// The words of the parts stay those of `parts`, which must live as long as the result.
[[nodiscard]] std::vector<Part> to_parts(const std::vector<app::BarPart>& parts);
[[nodiscard]] PlanCardData to_card(const app::PlanItem& plan, int tiles);

[[nodiscard]] PointsCardData to_points_card(const app::PlanItem& plan);

void step_band(Ui& ui, const app::StepBand& band);
/// Why voting is not possible now, with what is.
void no_vote_page(Ui& ui, std::string_view k, const app::NoVote& no, app::CommandQueue& out);
void empty_page(Ui& ui, std::string_view k, std::string_view title, std::string_view words, std::string_view button,
                const app::Route& route, app::CommandQueue& out);
void go(app::CommandQueue& out, app::Screen screen, std::string id = {});
/// Which round it is about, where it is not that of the app; nothing for empty words.
void of_round(Ui& ui, std::string_view k, std::string_view words);
/// What the device counts beside the page: how far it is, and the way to stop it.
void busy_card(Ui& ui, std::string_view k, const app::BusyView& busy, app::CommandQueue& out);
/// The money meter with what is left above it (b, sheet).
void purse_meter(Ui& ui, std::string_view k, const app::Purse& purse);
/// The same in as little height as can be read.
void purse_strip(Ui& ui, std::string_view k, const app::Purse& purse);

}  // namespace stoepkrijt::ui
