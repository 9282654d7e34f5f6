// A pair of keys for a holder or a box (app/office/keys_view.hpp).
#include "ui/office_parts.hpp"
#include "ui/round_parts.hpp"

namespace stoepkrijt::ui {

namespace {

using app::KeysView;
using app::office::ask;

void form(const KeysView& view, KeysUi& mem, Ui& ui, app::CommandQueue& out) {
  ui.text("sleutels/intro", plain(view.intro));
  ui.gap(20);
  ui.heading("sleutels/wat-kop", 2, plain(view.what_title), TextStyle::kH3);
  ui.gap(8);
  std::vector<std::string_view> owners(view.owners.begin(), view.owners.end());
  if (const int next = ui.radio_cards("sleutels/wat", view.what_title, owners, mem.owner); next >= 0) mem.owner = next;
  const auto at = static_cast<std::size_t>(mem.owner);
  ui.gap(8);
  ui.text("sleutels/uitleg", plain(view.abouts[at]), TextStyle::kSmall, {.color = Token::kInk2});
  ui.gap(20);
  ui.text_field("sleutels/naam", mem.name,
                {.label = view.name_labels[at], .hint = view.name_hints[at], .required = true});
  ui.gap(20);
  if (ui.button("sleutels/maak", view.make, {.icon = icon_by_name("key")})) {
    out.push_back(ask(app::office::MakeKey{static_cast<formats::KeyOwner>(mem.owner), mem.name}));
  }
}

void open_part(const KeysView& view, Ui& ui, app::CommandQueue& out) {
  ui.card("sleutels/open", {}, [&] {
    ui.heading("sleutels/open-kop", 3, plain(view.open_title), TextStyle::kH3);
    ui.gap(4);
    ui.text("sleutels/open-woorden", plain(view.open_words));
    ui.gap(12);
    ui.qr("sleutels/open-code", view.qr_name, view.size, view.modules);
    ui.gap(12);
    to_compare(ui, "sleutels/zes", view.words_label, {view.spoken});
    ui.gap(8);
    to_compare(ui, "sleutels/cijfers", view.digits_label, view.digits);
    ui.gap(12);
    if (ui.button("sleutels/open-bestand", view.open_file,
                  {.kind = ButtonKind::kSecondary, .icon = icon_by_name("file-export")})) {
      out.push_back(ask(app::office::GiveOpenKey{}));
    }
  });
}

void secret_part(const KeysView& view, Ui& ui, app::CommandQueue& out) {
  ui.card("sleutels/geheim", {}, [&] {
    ui.heading("sleutels/geheim-kop", 3, plain(view.secret_title), TextStyle::kH3);
    ui.gap(8);
    ui.note("sleutels/geheim-woorden", Tone::kWarning, icon_by_name("lock"), plain(view.secret_words));
    ui.gap(12);
    if (ui.button("sleutels/print", view.print, {.icon = icon_by_name("printer")})) {
      out.push_back(ask(app::office::PrintKey{}));
    }
    ui.gap(4);
    ui.text("sleutels/print-woorden", plain(view.print_words), TextStyle::kSmall, {.color = Token::kInk2});
    ui.gap(16);
    if (ui.button("sleutels/bestand", view.file,
                  {.kind = ButtonKind::kSecondary, .icon = icon_by_name("file-export")})) {
      out.push_back(ask(app::office::GiveSecretKey{}));
    }
    ui.gap(4);
    ui.text("sleutels/bestand-woorden", plain(view.file_words), TextStyle::kSmall, {.color = Token::kInk2});
  });
}

void leaving(const KeysView& view, Ui& ui, app::CommandQueue& out) {
  ui.box("sleutels/zeker", Tone::kNegative, icon_by_name("alert-triangle"), view.leaving_title, view.leaving_words,
         [&] {
           ui.gap(8);
           ui.grid(2, 220, 12, [&](int i) {
             if (i == 0 && ui.button("sleutels/zeker-nee", view.leaving_no))
               out.push_back(ask(app::office::StayAtKey{}));
             if (i == 1 && ui.button("sleutels/zeker-ja", view.leaving_yes, {.kind = ButtonKind::kDanger})) {
               out.push_back(ask(app::office::ForgetKey{}));
             }
           });
         });
}

}  // namespace

void to_compare(Ui& ui, std::string_view k, std::string_view title, const std::vector<std::string>& lines) {
  ui.text(key(k, "-kop"), plain(title), TextStyle::kSmall, {.color = Token::kInk2});
  ui.gap(2);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    ui.text(key(k, "/", std::to_string(i)), plain(lines[i]), TextStyle::kBodyBold);
  }
}

void draw(const KeysView& view, KeysUi& mem, Ui& ui, app::CommandQueue& out) {
  scrolling_page(ui, "sleutels/rol", view.page, "", 640, out, [&] {
    if (!view.made) {
      form(view, mem, ui, out);
      return;
    }
    mem.name.clear();
    ui.heading("sleutels/klaar", 2, plain(view.done_title), TextStyle::kH2);
    ui.gap(12);
    open_part(view, ui, out);
    ui.gap(16);
    secret_part(view, ui, out);
    ui.gap(20);
    if (!view.leaving_title.empty()) {
      leaving(view, ui, out);
      return;
    }
    if (ui.button("sleutels/wis", view.wipe, {.kind = ButtonKind::kSecondary, .icon = icon_by_name("trash")})) {
      out.push_back(ask(app::office::ForgetKey{}));
    }
  });
}

}  // namespace stoepkrijt::ui
