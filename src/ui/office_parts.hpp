// What the screens of the organiser's office share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/office/cards_view.hpp"
#include "app/office/command.hpp"
#include "app/office/keys_view.hpp"
#include "app/office/office_view.hpp"
#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

/// What the screen of keys remembers of itself.
struct KeysUi {
  int owner = 0;
  std::string name;
};
/// What the wizard remembers of itself: what is typed and not yet a key.
struct OfficeUi {
  app::office::Draft draft, sent;
  app::office::Withdrawal withdrawal, withdrawal_sent;
  std::string hand;  ///< key of the row whose field for typing is open
  std::string hand_text, hand_name;
  int hand_channel = 0;
};

void draw(const app::KeysView& view, KeysUi& mem, Ui& ui, app::CommandQueue& out);
void draw(const app::OfficeView& view, OfficeUi& mem, Ui& ui, app::CommandQueue& out);
void draw(const app::CardsView& view, Ui& ui, app::CommandQueue& out);

/// Packages that were made on this device (screen_office_own.cpp).
void own_packages(const app::OfficeView& view, OfficeUi& mem, Ui& ui, app::CommandQueue& out);

/// Digits or words that are read aloud and compared: a small title and one line of monospaced-looking text each.
void to_compare(Ui& ui, std::string_view k, std::string_view title, const std::vector<std::string>& lines);

}  // namespace stoepkrijt::ui
