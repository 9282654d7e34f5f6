#include "app/station/command.hpp"
#include "ui/round_parts.hpp"
#include "ui/screen_codes.hpp"
#include "ui/screen_common.hpp"
#include "ui/screen_station.hpp"

namespace stoepkrijt::ui {

namespace {

using app::station::ask;
using app::station::HostView;

constexpr ButtonStyle second(Icon icon) { return {.kind = ButtonKind::kSecondary, .icon = icon}; }

void fault(const HostView& view, Ui& ui) {
  if (view.fault.empty()) return;
  ui.box("beheer/fout", Tone::kNegative, icon_by_name("alert-triangle"), view.fault, "");
  ui.gap(16);
}

void pin(const HostView& view, HostUi& mem, Ui& ui, app::CommandQueue& out) {
  ui.card("beheer/pin-kaart", {}, [&] {
    ui.heading("beheer/pin-kop", 2, plain(view.pin_title), TextStyle::kH2);
    ui.gap(12);
    if (pin_form(ui, "beheer", view.pin, mem.pin, icon_by_name("lock-open"))) {
      out.emplace_back(ask(app::station::EnterPin{take_secret(mem.pin)}));
    }
  });
}

void state(const HostView& view, Ui& ui, app::CommandQueue& out) {
  ui.card("beheer/stand", {}, [&] {
    ui.heading("beheer/stand-kop", 2, plain(view.state_title), TextStyle::kH2);
    ui.gap(4);
    ui.text("beheer/stand-woorden", plain(view.state_words), TextStyle::kLead);
    if (!view.attended.empty()) {
      ui.gap(4);
      ui.text("beheer/stand-balie", plain(view.attended));
    }
    ui.gap(16);
    if (view.open) {
      if (ui.button("beheer/sluit", view.close_button, {.kind = ButtonKind::kDanger, .icon = icon_by_name("lock")})) {
        out.emplace_back(ask(app::station::CloseBox{}));
      }
    } else if (ui.button("beheer/open", view.open_button, {.icon = icon_by_name("lock-open")})) {
      out.emplace_back(ask(app::station::OpenBox{}));
    }
  });
}

void checks(const HostView& view, Ui& ui, app::CommandQueue& out) {
  ui.card("beheer/nakijken", {}, [&] {
    ui.heading("beheer/nakijken-kop", 2, plain(view.checks_title), TextStyle::kH3);
    for (std::size_t i = 0; i < view.checks.size(); ++i) {
      ui.gap(8);
      const HostView::Check& check = view.checks[i];
      ui.icon_line(key("beheer/nakijken/", std::to_string(i)),
                   icon_by_name(check.good ? "circle-check" : "alert-triangle"), check.good ? Token::kPos : Token::kNeg,
                   plain(check.words));
    }
    ui.gap(12);
    ui.grid(2, 200, 12, [&](int i) {
      if (i == 0 && ui.button("beheer/geluid", view.sound, second(icon_by_name("volume")))) {
        out.emplace_back(ask(app::station::TestSound{}));
      }
      if (i == 1 && ui.button("beheer/camera", view.camera, second(icon_by_name("camera")))) {
        out.emplace_back(ask(app::station::TestCamera{}));
      }
    });
  });
}

void box(const HostView& view, Ui& ui, app::CommandQueue& out) {
  ui.card("beheer/bus", {}, [&] {
    ui.heading("beheer/bus-kop", 2, plain(view.box_title), TextStyle::kH3);
    ui.gap(4);
    ui.text("beheer/bus-woorden", plain(view.box_words));
    if (!view.can_copy) return;
    ui.gap(8);
    ui.text("beheer/bus-gesproken", "**" + plain(view.box_spoken) + "**");
    ui.gap(12);
    if (ui.button("beheer/bus-bestand", view.box_offer, {.icon = icon_by_name("download")})) {
      out.emplace_back(ask(app::station::OfferBox{}));
    }
    ui.gap(8);
    if (ui.button("beheer/logboek", view.log_offer, second(icon_by_name("file-text")))) {
      out.emplace_back(ask(app::station::OfferLog{}));
    }
    if (view.spoilt_offer.empty()) return;
    ui.gap(8);
    if (ui.button("beheer/vervangen-bestand", view.spoilt_offer, second(icon_by_name("file")))) {
      out.emplace_back(ask(app::station::OfferSpoilt{}));
    }
  });
}

void replace(const HostView& view, HostUi& mem, Ui& ui, app::CommandQueue& out) {
  if (mem.replaced != view.replaced) {
    mem.spoilt.clear();
    mem.reserve.clear();
    mem.card = 0;
    mem.replaced = view.replaced;
  }
  ui.card("beheer/vervangen", {}, [&] {
    ui.heading("beheer/vervangen-kop", 2, plain(view.replace_title), TextStyle::kH3);
    ui.gap(4);
    ui.text("beheer/vervangen-woorden", plain(view.replace_words));
    ui.gap(12);
    ui.text_field("beheer/oude-kaart", mem.spoilt, {.label = view.spoilt_label, .error = view.spoilt_error});
    ui.gap(12);
    ui.text_field("beheer/nieuwe-kaart", mem.reserve, {.label = view.reserve_label, .error = view.reserve_error});
    ui.gap(12);
    if (ui.has_focus("beheer/oude-kaart")) mem.card = 0;
    if (ui.has_focus("beheer/nieuwe-kaart")) mem.card = 1;
    if (ui.kiosk()) {
      std::string& card = mem.card == 0 ? mem.spoilt : mem.reserve;
      if (const char letter = code_keys(ui, "beheer/toets/", view.keys_name);
          letter != 0 && card.size() < app::station::kCodeLetters) {
        card += letter;
        if (card.size() == app::station::kCodeLetters) mem.card = 1;
      }
      if (ui.button("beheer/wissen", view.erase, second(icon_by_name("backspace")))) {
        if (!card.empty()) card.pop_back();
      }
      ui.gap(12);
    }
    if (ui.button("beheer/vervang", view.replace_button, second(icon_by_name("refresh")))) {
      out.emplace_back(ask(app::station::ReplaceCard{mem.spoilt, mem.reserve}));
    }
  });
}

void more(const HostView& view, Ui& ui, app::CommandQueue& out) {
  ui.card("beheer/verder", {}, [&] {
    ui.heading("beheer/verder-kop", 2, plain(view.more_title), TextStyle::kH3);
    ui.gap(12);
    if (view.may_take_phones) {
      if (ui.button("beheer/telefoon", view.phone, second(icon_by_name("qrcode")))) {
        out.emplace_back(ask(app::station::ScanVote{}));
      }
      ui.gap(8);
      if (ui.button("beheer/telefoon-bestand", view.phone_files, second(icon_by_name("file-import")))) {
        out.emplace_back(ask(app::station::PickVotes{}));
      }
      ui.gap(8);
    }
    if (ui.button("beheer/intrekken", view.amendment, second(icon_by_name("file-import")))) {
      out.emplace_back(ask(app::station::PickAmendment{}));
    }
    ui.gap(8);
    if (ui.button("beheer/schoonmaken", view.clean, second(icon_by_name("brush")))) {
      out.emplace_back(ask(app::station::CleanScreen{true}));
    }
    ui.gap(8);
    if (ui.button("beheer/afdrukken", view.print, second(icon_by_name("printer")))) {
      out.emplace_back(app::cmd::Print{});
    }
    if (view.open) return;
    ui.gap(16);
    ui.text("beheer/weg-woorden", plain(view.leave_words), TextStyle::kSmall, {.color = Token::kInk2});
    ui.gap(8);
    if (ui.button("beheer/weg", view.leave, {.kind = ButtonKind::kDanger, .icon = icon_by_name("trash")})) {
      out.emplace_back(ask(app::station::Leave{}));
    }
  });
}

}  // namespace

void draw(const HostView& view, HostUi& mem, Ui& ui, app::CommandQueue& out) {
  scrolling_page(ui, "beheer/rol", view.page, "", 900, out, [&] {
    if (ui.button("beheer/terug", view.back, second(icon_by_name("arrow-left")))) {
      out.emplace_back(ask(app::station::LeaveHost{}));
    }
    ui.gap(16);
    fault(view, ui);
    if (view.asks_pin) return pin(view, mem, ui, out);
    if (!view.clock.empty()) {
      ui.note("beheer/klok", Tone::kWarning, icon_by_name("clock"), plain(view.clock));
      ui.gap(16);
    }
    state(view, ui, out);
    ui.gap(16);
    checks(view, ui, out);
    ui.gap(16);
    box(view, ui, out);
    ui.gap(16);
    replace(view, mem, ui, out);
    ui.gap(16);
    ui.card("beheer/doorgeven", {},
            [&] { package_codes(view.codes, "beheer", 2, ask(app::station::ShowPackage{}), ui, out); });
    ui.gap(16);
    more(view, ui, out);
  });
}

}  // namespace stoepkrijt::ui
