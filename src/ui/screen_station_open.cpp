#include "app/station/command.hpp"
#include "ui/round_parts.hpp"
#include "ui/screen_codes.hpp"
#include "ui/screen_common.hpp"
#include "ui/screen_station.hpp"

namespace stoepkrijt::ui {

namespace {

using app::station::ask;
using app::station::OpenView;

void pairs(const std::vector<std::pair<std::string, std::string>>& all, std::string_view k, Ui& ui) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& [name, words] = all[i];
    ui.gap(4);
    ui.text(key(k, std::to_string(i)), "**" + plain(name) + "** " + plain(words));
  }
}

void package(const OpenView& view, Ui& ui) {
  ui.card("openen/pakket", {}, [&] {
    ui.heading("openen/titel", 2, plain(view.package.title), TextStyle::kH2);
    ui.gap(8);
    pairs(view.package.facts, "openen/feit/", ui);
    ui.gap(16);
    ui.heading("openen/vergelijk-kop", 3, plain(view.package.compare_title), TextStyle::kH3);
    ui.gap(4);
    ui.text("openen/vergelijk", plain(view.package.compare_words), TextStyle::kSmall, {.color = Token::kInk2});
    ui.gap(8);
    ui.text("openen/woorden", "**" + plain(view.package.spoken) + "**", TextStyle::kLead);
    ui.gap(4);
    ui.text("openen/afdruk", plain(view.package.hex), TextStyle::kSmall, {.color = Token::kInk2});
  });
}

/// What somebody who votes must know beforehand.
void told(const OpenView& view, Ui& ui) {
  ui.card("openen/vooraf", {}, [&] {
    ui.heading("openen/vooraf-kop", 2, plain(view.package.told_title), TextStyle::kH3);
    ui.gap(4);
    pairs(view.package.told, "openen/vooraf/", ui);
  });
}

void at_home(const OpenView& view, Ui& ui, app::CommandQueue& out) {
  ui.card("openen/thuis", {}, [&] {
    ui.heading("openen/thuis-kop", 2, plain(view.home_title), TextStyle::kH3);
    ui.gap(4);
    ui.text("openen/thuis-woorden", plain(view.home_words));
    ui.gap(12);
    if (ui.button("openen/thuis-knop", view.home_button, {.icon = icon_by_name("pencil")})) {
      if (view.at_home) {
        go(out, app::Screen::kVoteDone);
      } else {
        out.emplace_back(ask(app::station::StartHome{}));
      }
    }
  });
}

void as_kiosk(const OpenView& view, OpenStationUi& mem, Ui& ui, app::CommandQueue& out) {
  ui.card("openen/kiosk", {}, [&] {
    ui.heading("openen/kiosk-kop", 2, plain(view.kiosk_title), TextStyle::kH3);
    ui.gap(4);
    ui.text("openen/kiosk-woorden", plain(view.kiosk_words));
    ui.gap(12);
    ui.icon_line("openen/sleutel", icon_by_name(view.has_key ? "circle-check" : "key"),
                 view.has_key ? Token::kPos : Token::kInk2, plain(view.key_state), TextStyle::kBodyBold);
    if (!view.has_key) {
      ui.gap(8);
      if (ui.button("openen/sleutel-kies", view.key_pick,
                    {.kind = ButtonKind::kSecondary, .icon = icon_by_name("file")})) {
        out.emplace_back(ask(app::station::PickKey{}));
      }
      ui.gap(12);
      ui.text_area("openen/sleutel-rijen", mem.rows, {.label = view.rows_label, .hint = view.rows_hint, .height = 132});
      ui.gap(8);
      if (ui.button("openen/sleutel-neem", view.rows_use, {.kind = ButtonKind::kSecondary})) {
        out.emplace_back(ask(app::station::TakeKey{mem.rows}));
      }
      return;
    }
    ui.gap(12);
    ui.text_field("openen/pin", mem.pin,
                  {.label = view.pin_label, .hint = view.pin_hint, .numeric = true, .secret = true});
    ui.gap(12);
    ui.text_field("openen/pin-nog-eens", mem.again, {.label = view.again_label, .numeric = true, .secret = true});
    ui.gap(12);
    if (ui.button("openen/kiosk-knop", view.start, {.icon = icon_by_name("lock")})) {
      out.emplace_back(ask(app::station::StartKiosk{mem.pin, mem.again}));
    }
  });
}

}  // namespace

void draw(const OpenView& view, OpenStationUi& mem, Ui& ui, app::CommandQueue& out) {
  scrolling_page(ui, "openen/rol", view.page, "", 720, out, [&] {
    ui.text("openen/intro", plain(view.intro));
    ui.gap(16);
    if (view.has_package) {
      package(view, ui);
      ui.gap(16);
      told(view, ui);
      ui.gap(16);
      at_home(view, ui, out);
      if (!view.at_home) {
        ui.gap(16);
        as_kiosk(view, mem, ui, out);
      }
      ui.gap(16);
    }
    if (ui.button(
            "openen/kies", view.pick,
            {.kind = view.has_package ? ButtonKind::kSecondary : ButtonKind::kPrimary, .icon = icon_by_name("file")})) {
      out.emplace_back(ask(app::station::PickPackage{}));
    }
    ui.gap(8);
    if (ui.button("openen/site", view.fetch, {.kind = ButtonKind::kSecondary, .icon = icon_by_name("download")})) {
      out.emplace_back(ask(app::station::FetchPackage{}));
    }
    ui.gap(8);
    if (ui.button("openen/camera", view.scan, {.kind = ButtonKind::kSecondary, .icon = icon_by_name("camera")})) {
      out.emplace_back(ask(app::station::ScanPackage{}));
    }
    ui.gap(4);
    ui.text("openen/camera-woorden", plain(view.scan_words), TextStyle::kSmall, {.color = Token::kInk2});
    if (!view.has_package) return;
    ui.gap(16);
    ui.card("openen/doorgeven", {},
            [&] { package_codes(view.codes, "openen", 2, ask(app::station::ShowPackage{}), ui, out); });
    ui.gap(16);
    ui.text("openen/weg-woorden", plain(view.leave_words), TextStyle::kSmall, {.color = Token::kInk2});
    if (ui.link("openen/weg", view.leave, icon_by_name("x"))) out.emplace_back(ask(app::station::Leave{}));
  });
}

}  // namespace stoepkrijt::ui
