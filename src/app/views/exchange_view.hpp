// Passing on: codes from screen to camera, a shared folder, the name of this device, a file.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/views/codes_view.hpp"
#include "app/views/page.hpp"

namespace stoepkrijt::app {

struct ExchangeView {
  Page page;
  std::string words;

  enum class FolderButton : std::uint8_t { kNone, kPick, kOpen, kSync };
  std::string folder_title, folder_words;
  std::string folder_name;    ///< empty: none
  std::string folder_synced;  ///< when it was last brought up to date
  struct Files {
    std::string title;
    std::vector<std::string> names;
  };
  std::vector<Files> folder_files;  ///< that brought something; that were left out
  FolderButton folder_does = FolderButton::kNone;
  std::string folder_button;
  bool folder_busy = false;
  std::string folder_stop;  ///< empty: there is no folder to stop with

  CodesView codes;

  std::string device_title, device_words, device_label, device_hint, device_name;
  std::string file_title, file_words, file_button;
};
[[nodiscard]] ExchangeView make_exchange_view(const State& state, const Lang& lang);

}  // namespace stoepkrijt::app
