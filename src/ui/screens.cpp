#include "ui/screens.hpp"

#include <span>
#include <utility>
#include <vector>

#include "app/station/station.hpp"
#include "app/views/more_view.hpp"
#include "ui/screen_common.hpp"
#include "ui/screen_conflicts.hpp"
#include "ui/screen_contact.hpp"
#include "ui/screen_doubles.hpp"
#include "ui/screen_exchange.hpp"
#include "ui/screen_files.hpp"
#include "ui/screen_history.hpp"
#include "ui/screen_import.hpp"
#include "ui/screen_map.hpp"
#include "ui/screen_more.hpp"
#include "ui/screen_own_map.hpp"
#include "ui/screen_photo.hpp"
#include "ui/screen_planning.hpp"
#include "ui/screen_report.hpp"
#include "ui/screen_signals.hpp"
#include "ui/screen_status.hpp"
#include "ui/screen_tag.hpp"
#include "ui/screen_walk.hpp"
#include "ui/screens_evening.hpp"
#include "ui/screens_office.hpp"
#include "ui/screens_round.hpp"
#include "ui/screens_station.hpp"

namespace stoepkrijt::ui {

struct Screens::Impl {
  TagUi tag;
  MapUi map;
  app::MapCaches caches;
  SignalsUi signals;
  RoundScreens round;
  StationScreens station;
  OfficeScreens office;
  EveningScreens evening;
  HistoryUi history;
  app::StatusForm status;
  app::WalkForm walk;
  PrepareUi prepare;
  PlanningUi planning;
  NextRoundUi next_round;
  ContactUi contact;
  app::DoublesForm doubles;
  ExchangeUi exchange;
  app::Route shown;
  std::int64_t toast_until = 0;
  double toast_since = 0;
};

Screens::Screens() : impl_(std::make_unique<Impl>()) {}
Screens::~Screens() = default;

namespace {

using app::Screen;

/// The phone's bottom bar gives way where a screen has its own action at the bottom.
bool has_bottom_bar(Screen screen) {
  switch (screen) {
    case Screen::kPlan:
    case Screen::kVoteRead:
    case Screen::kVoteChoose:
    case Screen::kVoteCheck:
    case Screen::kVoteDone:
    case Screen::kTag:
    case Screen::kPhoto:
    case Screen::kWhy:
    case Screen::kImport:
    case Screen::kStatus:
    case Screen::kPrepare:
    case Screen::kPlanning:
      return false;
    default:
      return true;
  }
}

void navigation(const std::vector<app::ChromeView::Item>& items, std::string_view name, bool rail, Ui& ui,
                app::CommandQueue& out) {
  std::vector<NavItem> nav;
  int current = -1;
  for (const auto& item : items) {
    if (item.current) current = static_cast<int>(nav.size());
    nav.push_back({item.key, icon_by_name(item.icon), item.words});
  }
  const int pressed = rail ? ui.rail(name, nav, current) : ui.bottom_bar(name, nav, current);
  if (pressed >= 0) out.emplace_back(app::cmd::GoTo{items[static_cast<std::size_t>(pressed)].route});
}

void dialog(const app::ChromeView& view, const app::State& state, Ui& ui, app::CommandQueue& out) {
  if (view.dialog_title.empty()) return;
  const bool open = ui.dialog("venster", view.dialog_title, view.dialog_words, {}, [&] {
    ui.grid(2, 150, 12, [&](int i) {
      if (i == 0 && ui.button("venster/nee", view.dialog_no, {.kind = ButtonKind::kSecondary})) {
        out.emplace_back(app::cmd::AnswerDialog{false});
      }
      if (i == 1 && ui.button("venster/ja", view.dialog_yes, {.kind = ButtonKind::kDanger})) {
        out.emplace_back(app::cmd::AnswerDialog{true});
      }
    });
  });
  if (!open) out.emplace_back(app::cmd::AnswerDialog{false});
  (void)state;
}

void problem(const app::ChromeView& view, Ui& ui, app::CommandQueue& out) {
  if (view.problem_title.empty()) return;
  const bool open = ui.dialog("probleem", view.problem_title, view.problem_safe, {.max_width = 480}, [&] {
    ui.box("probleem/fout", Tone::kNegative, icon_by_name("alert-triangle"), view.problem_words, "");
    ui.gap(16);
    if (ui.button("probleem/sluit", view.problem_close)) out.emplace_back(app::cmd::CloseProblem{});
  });
  if (!open) out.emplace_back(app::cmd::CloseProblem{});
}

/// That this page may only look: calm, above every screen. Gives what is left of the area below it.
Rect looks_bar(const app::ChromeView& view, const Rect& area, Ui& ui) {
  if (view.only_looks.empty()) return area;
  std::string_view words = view.only_looks;
  const auto content = [&] {
    ui.inset(ui.margin(), [&] {
      ui.gap(10);
      // A status as a whole: it is said once, and again when it changes.
      ui.region("alleen-kijken", Role::kStatus, view.only_looks, [&] {
        ui.icon_line("alleen-kijken/woorden", icon_by_name("eye"), Token::kInk2, plain(words), TextStyle::kSmall,
                     {.role = Role::kNone});
      });
      ui.gap(10);
    });
  };
  // Where it would take too much of a small page with large letters, less is drawn; all of it is still said.
  if (ui.measure(area.w, content) > area.h * 0.25F) words = view.only_looks_short;
  const float h = ui.measure(area.w, content);
  ui.fill({area.x, area.y, area.w, h}, Token::kSunk);
  ui.place({area.x, area.y, area.w, h}, content);
  ui.fill({area.x, area.y + h - 1, area.w, 1}, Token::kLine);
  return {area.x, area.y + h, area.w, area.h - h};
}

}  // namespace

void Screens::draw(const app::State& state, const app::Fixed& fixed, Ui& ui, MapBoard& maps, app::CommandQueue& out) {
  const app::Lang& lang = fixed.lang(state.settings.lang);
  const app::ChromeView chrome = app::make_chrome_view(state, lang);
  ui.fill(ui.screen(), Token::kDoc);
  const bool locked = app::station::is_locked(state);
  const bool side = !locked && (ui.layout() == Layout::kDesktop || ui.layout() == Layout::kTablet);
  const bool walks = state.route.screen == Screen::kMap && state.walking.has_value();  // the map needs the room
  const bool bar = !locked && !side && !walks && has_bottom_bar(state.route.screen);
  if (!chrome.loading.empty()) {
    // Some tens of milliseconds: what the device keeps must not be seen to replace the example.
    ui.place(ui.safe(), [&] {
      ui.gap(ui.screen().h * 0.4F);
      ui.text("laden", chrome.loading, TextStyle::kLead, {.align = Align::kCentre});
    });
    return;
  }
  if (side) navigation(chrome.rail, chrome.nav_name, true, ui, out);

  const Rect safe = ui.safe();
  const Rect screen = ui.screen();
  const float left = side ? ui.rail_width() : safe.x;
  const float bottom = bar ? ui.bottom_bar_height() : 0.0F;
  const Rect area = looks_bar(chrome, {left, safe.y, safe.x + safe.w - left, screen.h - bottom - safe.y}, ui);
  if (impl_->shown != state.route) {
    // After a merge the top says how it stands; else the page stays where the reader left it.
    if (impl_->shown.screen == Screen::kImport) ui.scroll_to_top("bestanden/rol");
    if (state.route.screen == Screen::kImport) ui.scroll_to_top("erbij/rol");
    impl_->shown = state.route;
    impl_->status = {};  // what was not saved is not kept for another time
    impl_->contact = {};
    impl_->next_round.facts = {};
    if (state.route.screen == Screen::kPlanning) impl_->planning = {};
    if (state.route.screen == Screen::kHistory) {
      impl_->history = {};
      ui.scroll_to_top("geschiedenis/rol");
    }
  }
  ui.place(area, [&] {
    Impl& m = *impl_;
    switch (state.route.screen) {
      case Screen::kMap:
        ui::draw(state, lang, m.map, m.caches, ui, maps, out);
        break;
      case Screen::kTag:
        ui::draw(app::make_tag_view(state, lang), m.tag, ui, maps, out);
        break;
      case Screen::kSignals:
        ui::draw(app::make_signals_view(state, lang, m.caches.signals, m.signals.most), m.signals, ui, state, out);
        break;
      case Screen::kSignal:
        ui::draw(app::make_signal_view(state, lang), ui, maps, out);
        break;
      case Screen::kStatus:
        ui::draw(state, lang, m.status, ui, out);
        break;
      case Screen::kWalks:
        ui::draw(app::make_walks_view(state, lang), ui, out);
        break;
      case Screen::kWalk:
        ui::draw(state, lang, m.walk, ui, maps, out);
        break;
      case Screen::kPrepare:
        ui::draw(app::make_prepare_view(state, lang), m.prepare, ui, maps, out);
        break;
      case Screen::kPlanning:
        ui::draw(app::make_planning_view(state, lang), m.planning, ui, maps, out);
        break;
      case Screen::kNextRound:
        ui::draw(app::make_next_round_view(state, lang, m.next_round.facts), m.next_round, ui, out);
        break;
      case Screen::kContact:
        ui::draw(app::make_contact_view(state, lang), m.contact, ui, out);
        break;
      case Screen::kDoubles:
        ui::draw(state, lang, m.doubles, ui, out);
        break;
      case Screen::kFigures:
        ui::draw(app::make_figures_view(state, lang), ui, state, out);
        break;
      case Screen::kReport:
        ui::draw(app::make_report_view(state, lang), ui, maps, out);
        break;
      case Screen::kFilter:
        ui::draw(app::make_filter_view(state, lang, m.caches.signals), ui, state, out);
        break;
      case Screen::kPhoto:
        ui::draw(app::make_photo_view(state, lang), ui, out);
        break;
      case Screen::kMore:
        ui::draw(app::make_more_view(state, lang), ui, out);
        break;
      case Screen::kFiles:
        ui::draw(app::make_files_view(state, lang), ui, out);
        break;
      case Screen::kImport:
        ui::draw(app::make_import_view(state, lang), ui, maps, out);
        break;
      case Screen::kOwnMap:
        ui::draw(app::make_own_map_view(state, lang), ui, maps, out);
        break;
      case Screen::kConflicts:
        ui::draw(app::make_conflicts_view(state, lang), ui, out);
        break;
      case Screen::kHistory:
        ui::draw(app::make_history_view(state, lang, m.history.most), m.history, ui, out);
        break;
      case Screen::kExchange:
        ui::draw(app::make_exchange_view(state, lang), m.exchange, ui, out);
        break;
      case Screen::kAbout:
        ui::draw(app::make_about_view(state, lang), ui, out);
        break;
      default:
        if (StationScreens::has(state)) {
          m.station.draw(state, lang, ui, maps, out);
        } else if (OfficeScreens::has(state.route.screen)) {
          m.office.draw(state, lang, ui, maps, out);
        } else if (EveningScreens::has(state.route.screen)) {
          m.evening.draw(state, lang, ui, maps, out);
        } else {
          m.round.draw(state, lang, ui, maps, out);
        }
        break;
    }
  });
  if (bar) navigation(chrome.bar, chrome.nav_name, false, ui, out);

  if (!chrome.toast.empty()) {
    if (impl_->toast_until != state.toast->until_ms) {
      impl_->toast_until = state.toast->until_ms;
      impl_->toast_since = ui.now();
    }
    if (ui.toast("melding-kort", chrome.toast, chrome.toast_action, impl_->toast_since, bottom)) {
      out.emplace_back(app::cmd::CloseToast{});
      out.emplace_back(app::cmd::Undo{});
    }
  }
  problem(chrome, ui, out);
  dialog(chrome, state, ui, out);
  StationScreens::draw_over(state, lang, ui, out);
}

}  // namespace stoepkrijt::ui
