// "Meer": settings and about; and what stands around every screen: navigation, toasts, problems, dialogs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/command.hpp"
#include "app/views/page.hpp"

namespace stoepkrijt::app {

struct MoreView {
  Page page;
  std::string own_map;
  std::string files, files_words, about, signals, walks, doubles, figures, next_round, ladder, vote_form, limits, rule;
  std::string secret_title;
  struct Link {
    std::string words;
    Route to;
  };
  std::vector<Link> secret;  ///< the rooms of the secret ballot
  std::string display_title;
  std::string language_title;
  std::vector<std::string> languages;  ///< in LangCode's order
  int language = 0;
  std::string theme_title;
  std::vector<std::string> themes;  ///< in ThemeChoice's order
  int theme = 0;
  std::string text_title, text_value, text_less, text_more;
  bool can_less = false, can_more = false;
  std::int32_t text_percent = 100;
  std::string text_version, text_version_small;
  bool text_version_on = false;
  std::string kiosk, kiosk_small;
  bool kiosk_on = false;
  UndoView undo;
  std::string update;  ///< a newer version waits; empty: none
};
[[nodiscard]] MoreView make_more_view(const State& state, const Lang& lang);

struct AboutView {
  Page page;
  struct Part {
    std::string title, words;
  };
  std::vector<Part> parts;
  std::string licences, version;
};
[[nodiscard]] AboutView make_about_view(const State& state, const Lang& lang);

/// What stands around a screen.
struct ChromeView {
  std::string nav_name;
  struct Item {
    std::string key, icon, words;
    Route route;
    bool current = false;
  };
  std::vector<Item> rail;  ///< desktop and tablet
  std::vector<Item> bar;   ///< phone: four, the result is reached from start and plans
  std::string toast, toast_action;
  std::string problem_title, problem_safe, problem_words, problem_close;
  std::string dialog_title, dialog_words, dialog_yes, dialog_no;
  std::string loading;     ///< not empty: what the device keeps is still being read
  std::string only_looks;  ///< not empty: another page of this app writes, this one may only look
  std::string only_looks_short;
};
[[nodiscard]] ChromeView make_chrome_view(const State& state, const Lang& lang);

}  // namespace stoepkrijt::app
