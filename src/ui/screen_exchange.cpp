#include "ui/screen_exchange.hpp"

#include "ui/round_parts.hpp"
#include "ui/screen_codes.hpp"
#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

namespace {

using app::ExchangeView;

void folder_files(const ExchangeView::Files& files, std::string_view k, Ui& ui) {
  ui.gap(8);
  ui.text(key(k, "/kop"), plain(files.title), TextStyle::kSmallBold);
  ui.list(key(k, "/lijst"), files.title, [&] {
    for (std::size_t i = 0; i < files.names.size(); ++i) {
      const std::string item = key(k, "/", std::to_string(i));
      ui.list_item(item, [&] {
        ui.icon_line(key(item, "/naam"), icon_by_name("file-text"), Token::kInk2, plain(files.names[i]),
                     TextStyle::kSmall);
      });
    }
  });
}

void press(const ExchangeView& view, app::CommandQueue& out) {
  switch (view.folder_does) {
    case ExchangeView::FolderButton::kPick:
      out.emplace_back(app::cmd::PickFolder{});
      break;
    case ExchangeView::FolderButton::kOpen:
      out.emplace_back(app::cmd::OpenFolder{});
      break;
    case ExchangeView::FolderButton::kSync:
      out.emplace_back(app::cmd::SyncFolder{});
      break;
    case ExchangeView::FolderButton::kNone:
      break;
  }
}

void folder(const ExchangeView& view, Ui& ui, app::CommandQueue& out) {
  ui.card("doorgeven/map", {}, [&] {
    ui.heading("doorgeven/map-kop", 2, plain(view.folder_title), TextStyle::kH3);
    ui.gap(4);
    ui.text("doorgeven/map-woorden", plain(view.folder_words));
    if (!view.folder_name.empty()) {
      ui.gap(10);
      ui.icon_line("doorgeven/map-naam", icon_by_name("folder"), Token::kInk2, plain(view.folder_name),
                   TextStyle::kBodyBold);
    }
    if (!view.folder_synced.empty()) {
      ui.gap(4);
      ui.icon_line("doorgeven/map-wanneer", icon_by_name("clock"), Token::kInk2, plain(view.folder_synced),
                   TextStyle::kSmall, {.color = Token::kInk2});
    }
    for (std::size_t i = 0; i < view.folder_files.size(); ++i) {
      folder_files(view.folder_files[i], key("doorgeven/map/", std::to_string(i)), ui);
    }
    if (view.folder_does == ExchangeView::FolderButton::kNone) return;
    ui.gap(12);
    const bool sync = view.folder_does == ExchangeView::FolderButton::kSync;
    if (ui.button("doorgeven/map-knop", view.folder_button,
                  {.icon = icon_by_name(sync ? "refresh" : "folder"),
                   .disabled = view.folder_busy,
                   .reason = view.folder_busy ? std::string_view(view.folder_button) : std::string_view{}})) {
      press(view, out);
    }
    if (view.folder_stop.empty()) return;
    ui.gap(4);
    if (ui.link("doorgeven/map-stop", view.folder_stop, icon_by_name("x"))) {
      out.emplace_back(app::cmd::ForgetFolder{});
    }
  });
}

void device(const ExchangeView& view, ExchangeUi& mem, Ui& ui, app::CommandQueue& out) {
  ui.card("doorgeven/toestel", {}, [&] {
    ui.heading("doorgeven/toestel-kop", 2, plain(view.device_title), TextStyle::kH3);
    ui.gap(4);
    ui.text("doorgeven/toestel-woorden", plain(view.device_words));
    ui.gap(12);
    mem.device_name = view.device_name;
    if (ui.text_field("doorgeven/toestel-naam", mem.device_name, {.label = view.device_label, .hint = view.device_hint})
            .changed) {
      out.emplace_back(app::cmd::SetDeviceName{mem.device_name});
    }
  });
}

void file(const ExchangeView& view, Ui& ui, app::CommandQueue& out) {
  ui.card("doorgeven/bestand", {}, [&] {
    ui.heading("doorgeven/bestand-kop", 2, plain(view.file_title), TextStyle::kH3);
    ui.gap(4);
    ui.text("doorgeven/bestand-woorden", plain(view.file_words));
    ui.gap(12);
    if (ui.button("doorgeven/bestand-knop", view.file_button,
                  {.kind = ButtonKind::kSecondary, .icon = icon_by_name("file-export")})) {
      go(out, app::Screen::kFiles);
    }
  });
}

}  // namespace

void draw(const ExchangeView& view, ExchangeUi& mem, Ui& ui, app::CommandQueue& out) {
  scrolling_page(ui, "doorgeven/rol", view.page, "", 720, out, [&] {
    ui.text("doorgeven/woorden", plain(view.words), TextStyle::kLead);
    ui.gap(16);
    codes_card(view.codes, ui, out);
    ui.gap(12);
    folder(view, ui, out);
    ui.gap(12);
    file(view, ui, out);
    ui.gap(12);
    device(view, mem, ui, out);
  });
}

}  // namespace stoepkrijt::ui
