#include "app/views/exchange_view.hpp"

#include "app/views/change_words.hpp"

namespace stoepkrijt::app {

namespace {

using What = platform::FolderState::What;

void add_files(ExchangeView& v, const SharedFolder& folder, const Lang& lang) {
  if (!folder.took_in.empty()) v.folder_files.push_back({lang.tr("exchange.folder.took_in"), folder.took_in});
  if (!folder.left_out.empty()) v.folder_files.push_back({lang.tr("exchange.folder.left_out"), folder.left_out});
}

void add_folder(ExchangeView& v, const State& state, const Lang& lang) {
  const SharedFolder& folder = state.folder;
  v.folder_title = lang.tr("exchange.folder.title");
  switch (folder.what) {
    case What::kCannot:
      v.folder_words = lang.tr("exchange.folder.cannot");
      return;
    case What::kNone:
      v.folder_words = lang.tr("exchange.folder.none");
      v.folder_does = ExchangeView::FolderButton::kPick;
      v.folder_button = lang.tr("exchange.folder.pick");
      return;
    case What::kAsks:
      v.folder_words = lang.tr("exchange.folder.asks");
      v.folder_does = ExchangeView::FolderButton::kOpen;
      v.folder_button = lang.tr("exchange.folder.open");
      break;
    case What::kOpen:
      v.folder_words = lang.tr("exchange.folder.is_open");
      v.folder_does = ExchangeView::FolderButton::kSync;
      v.folder_busy = folder.reading;
      v.folder_button = lang.tr(folder.reading ? "exchange.folder.busy" : "exchange.folder.sync");
      v.folder_synced = folder.synced_ms == 0
                            ? lang.tr("exchange.folder.not_synced")
                            : lang.tr("exchange.folder.synced", {{"when", when_words(state, lang, folder.synced_ms)}});
      add_files(v, folder, lang);
      break;
  }
  v.folder_name = folder.name;
  v.folder_stop = lang.tr("exchange.folder.stop");
}

}  // namespace

ExchangeView make_exchange_view(const State& state, const Lang& lang) {
  ExchangeView v;
  v.words = lang.tr("exchange.words");
  add_folder(v, state, lang);
  v.device_title = lang.tr("exchange.device.title");
  v.device_words = lang.tr("exchange.device.words");
  v.device_label = lang.tr("exchange.device.label");
  v.device_hint = lang.tr("exchange.device.hint");
  v.device_name = state.settings.device_name;
  v.file_title = lang.tr("exchange.file.title");
  v.file_words = lang.tr("exchange.file.words");
  v.file_button = lang.tr("exchange.file.button");
  v.page = make_page(state, lang, lang.tr("screen.doorgeven"),
                     v.words + " " + v.folder_title + ". " + v.folder_words + " " + v.folder_synced);
  v.codes = make_codes_view(state, lang);
  return v;
}

}  // namespace stoepkrijt::app
