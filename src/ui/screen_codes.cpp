#include "ui/screen_codes.hpp"

#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

namespace {

void choices(const app::CodesView& view, Ui& ui, app::CommandQueue& out) {
  ui.grid(2, 240, 12, [&](int i) {
    if (i == 0 && ui.button("doorgeven/codes-tonen", view.show_button, {.icon = icon_by_name("qrcode")})) {
      out.emplace_back(app::cmd::ShowCodes{});
      ui.reveal("doorgeven/code");
    }
    if (i == 1 && ui.button("doorgeven/codes-lezen", view.scan_button,
                            {.kind = ButtonKind::kSecondary, .icon = icon_by_name("camera")})) {
      out.emplace_back(app::cmd::ScanCodes{});
    }
  });
  ui.gap(4);
  if (ui.link("doorgeven/codes-alles", view.all_button, icon_by_name("qrcode"))) {
    out.emplace_back(app::cmd::ShowCodes{true});
    ui.reveal("doorgeven/code");
  }
}

void going_through(const app::CodesView& view, std::string_view k, Ui& ui, app::CommandQueue& out) {
  ui.gap(12);
  ui.grid(3, 150, 8, [&](int i) {
    if (i == 0 && ui.button(key(k, "/codes-vorige"), view.back,
                            {.kind = ButtonKind::kSecondary, .icon = icon_by_name("chevron-left")})) {
      out.emplace_back(app::cmd::NextCode{true});
    }
    if (i == 1 && ui.button(key(k, "/codes-pauze"), view.pause,
                            {.kind = ButtonKind::kSecondary,
                             .icon = icon_by_name(view.playing ? "player-pause" : "player-play")})) {
      out.emplace_back(app::cmd::PauseCodes{view.playing});
    }
    if (i == 2 && ui.button(key(k, "/codes-volgende"), view.next,
                            {.kind = ButtonKind::kSecondary, .icon = icon_by_name("chevron-right")})) {
      out.emplace_back(app::cmd::NextCode{false});
    }
  });
}

void picture(const app::CodesView& view, std::string_view k, Ui& ui, app::CommandQueue& out) {
  ui.qr(key(k, "/code"), view.name, view.size, view.modules);
  ui.gap(8);
  ui.text(key(k, "/code-nummer"), plain(view.progress), TextStyle::kBodyBold);
  ui.text(key(k, "/code-wat"), plain(view.what), TextStyle::kSmall, {.color = Token::kInk2});
  if (view.several) going_through(view, k, ui, out);
}

/// Title, words, and the codes while they are shown. False: they are not.
bool shown_codes(const app::CodesView& view, std::string_view k, int level, Ui& ui, app::CommandQueue& out) {
  ui.heading(key(k, "/codes-kop"), level, plain(view.title), TextStyle::kH3);
  ui.gap(4);
  ui.text(key(k, "/codes-woorden"), plain(view.words));
  ui.gap(12);
  if (!view.showing) return false;
  if (view.nothing) {
    ui.note(key(k, "/codes-niets"), Tone::kAction, icon_by_name("info-circle"), plain(view.progress));
  } else {
    picture(view, k, ui, out);
  }
  ui.gap(12);
  if (ui.button(key(k, "/codes-klaar"), view.stop, {.icon = icon_by_name("check")})) {
    out.emplace_back(app::cmd::StopCodes{});
  }
  return true;
}

}  // namespace

void codes_card(const app::CodesView& view, Ui& ui, app::CommandQueue& out) {
  ui.card("doorgeven/codes", {}, [&] {
    if (!shown_codes(view, "doorgeven", 2, ui, out)) choices(view, ui, out);
  });
}

void package_codes(const app::CodesView& view, std::string_view k, int level, const app::Command& show, Ui& ui,
                   app::CommandQueue& out) {
  if (shown_codes(view, k, level, ui, out)) return;
  if (ui.button(key(k, "/codes-tonen"), view.show_button,
                {.kind = ButtonKind::kSecondary, .icon = icon_by_name("qrcode")})) {
    out.push_back(show);
    ui.reveal(key(k, "/code"));
  }
}

}  // namespace stoepkrijt::ui
