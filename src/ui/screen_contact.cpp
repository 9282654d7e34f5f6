#include "ui/screen_contact.hpp"

#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

void draw(const app::ContactView& view, ContactUi& mem, Ui& ui, app::CommandQueue& out) {
  scrolling_page(ui, "contact/rol", view.page, "", 640, out, [&] {
    if (view.signal.empty()) {
      ui.empty_state("contact/weg", view.gone_title, view.gone_words);
      return;
    }
    if (mem.of != view.signal) mem = {view.signal, view.now};
    ui.heading("contact/over", 2, plain(view.about), TextStyle::kH2);
    ui.gap(8);
    ui.note("contact/woorden", Tone::kAction, icon_by_name("shield-check"), plain(view.words));
    ui.gap(16);
    ui.text_field("contact/naam", mem.contact.name, {.label = view.name_label, .hint = view.name_hint});
    ui.gap(12);
    ui.text_field("contact/mail", mem.contact.email, {.label = view.email_label, .hint = view.email_hint});
    ui.gap(12);
    ui.text_field("contact/telefoon", mem.contact.phone, {.label = view.phone_label, .hint = view.phone_hint});
    ui.gap(16);
    if (ui.button("contact/bewaar", view.save, {.icon = icon_by_name("check")})) {
      out.emplace_back(app::cmd::SetContact{view.signal, mem.contact});
    }
    if (view.remove.empty()) return;
    ui.gap(8);
    if (ui.button("contact/wis", view.remove, {.kind = ButtonKind::kQuiet, .icon = icon_by_name("trash")})) {
      mem = {};
      out.emplace_back(app::cmd::SetContact{view.signal, {}});
    }
  });
}

}  // namespace stoepkrijt::ui
