// Packages that were made on this device: their fingerprint, their files, and a plan that is withdrawn.
#include <algorithm>

#include "ui/office_parts.hpp"
#include "ui/screen_codes.hpp"

namespace stoepkrijt::ui {

namespace {

using app::OfficeView;
using app::office::ask;

void withdrawal(const OfficeView& view, OfficeUi& mem, Ui& ui, app::CommandQueue& out) {
  if (!(mem.withdrawal_sent == view.withdrawal)) mem.withdrawal = mem.withdrawal_sent = view.withdrawal;
  ui.gap(12);
  ui.heading("maken/intrekken-kop", 4, plain(view.withdraw_title), TextStyle::kH3);
  ui.gap(4);
  ui.text("maken/intrekken-woorden", plain(view.withdraw_words));
  ui.gap(8);
  std::vector<std::string>& plans = mem.withdrawal.plans;
  for (const OfficeView::Plan& plan : view.plans) {
    const bool on = std::find(plans.begin(), plans.end(), plan.id) != plans.end();
    if (!ui.checkbox(key("maken/intrekken/", plan.id), plan.words, on)) continue;
    if (on) std::erase(plans, plan.id);
    if (!on) plans.push_back(plan.id);
  }
  ui.gap(8);
  ui.text_area("maken/reden", mem.withdrawal.reason,
               {.label = view.reason_label, .hint = view.reason_hint, .height = 96});
  ui.gap(12);
  if (ui.button("maken/intrekken-geef", view.withdraw_give, {.icon = icon_by_name("file-export")})) {
    out.push_back(ask(app::office::ChangeWithdrawal{mem.withdrawal}));
    out.push_back(ask(app::office::GiveWithdrawal{}));
  }
  if (ui.link("maken/intrekken-stop", view.withdraw_stop, icon_by_name("x"))) {
    out.push_back(ask(app::office::StopWithdrawal{}));
  }
  if (mem.withdrawal == mem.withdrawal_sent) return;
  mem.withdrawal_sent = mem.withdrawal;
  out.insert(out.begin(), ask(app::office::ChangeWithdrawal{mem.withdrawal}));
}

void wiping(const OfficeView& view, std::size_t i, std::string_view k, Ui& ui, app::CommandQueue& out) {
  if (view.forget.empty()) return;
  if (!view.own[i].forgetting) {
    if (ui.link(key(k, "/wis"), view.forget, icon_by_name("trash"))) out.push_back(ask(app::office::ForgetOwn{i}));
    return;
  }
  ui.gap(8);
  ui.box(key(k, "/zeker"), Tone::kNegative, icon_by_name("alert-triangle"), view.forget, view.forgetting_words, [&] {
    ui.gap(8);
    ui.grid(2, 200, 12, [&](int at) {
      if (at == 0 && ui.button(key(k, "/zeker-nee"), view.forgetting_no)) out.push_back(ask(app::office::StayAtOwn{}));
      if (at == 1 && ui.button(key(k, "/zeker-ja"), view.forgetting_yes, {.kind = ButtonKind::kDanger})) {
        out.push_back(ask(app::office::ForgetOwn{i}));
      }
    });
  });
}

}  // namespace

void own_packages(const OfficeView& view, OfficeUi& mem, Ui& ui, app::CommandQueue& out) {
  if (view.own.empty()) return;
  ui.heading("maken/eigen-kop", 2, plain(view.own_title), TextStyle::kH2);
  ui.gap(4);
  ui.text("maken/eigen-woorden", plain(view.publish_words));
  ui.gap(12);
  for (std::size_t i = view.own.size(); i-- > 0;) {  // the newest first
    const OfficeView::Own& own = view.own[i];
    const std::string k = key("maken/eigen/", std::to_string(i + 1));
    ui.card(k, {}, [&] {
      ui.heading(key(k, "/titel"), 3, plain(own.title), TextStyle::kH3);
      ui.text(key(k, "/dagen"), plain(own.dates), TextStyle::kSmall, {.color = Token::kInk2});
      ui.gap(8);
      ui.text(key(k, "/codes"), plain(own.codes), TextStyle::kBodyBold);
      ui.gap(8);
      to_compare(ui, key(k, "/zes"), view.spoken_label, {own.spoken});
      ui.gap(8);
      to_compare(ui, key(k, "/vingerafdruk"), view.fingerprint_label, {own.fingerprint});
      ui.gap(12);
      const ButtonStyle style{.icon = icon_by_name("file-export"), .description = own.title};
      if (ui.button(key(k, "/pakket"), view.package_file, style)) out.push_back(ask(app::office::GivePackage{i}));
      ui.gap(16);
      package_codes(own.show, k, 4, ask(app::office::ShowPackage{i}), ui, out);
      ui.gap(16);
      ButtonStyle second = style;
      second.kind = ButtonKind::kSecondary;
      if (ui.button(key(k, "/organisator"), view.organiser_file, second)) {
        out.push_back(ask(app::office::GiveOrganiser{i}));
      }
      ui.gap(4);
      ui.text(key(k, "/organisator-woorden"), plain(view.organiser_words), TextStyle::kSmall, {.color = Token::kInk2});
      if (view.withdrawing && view.withdrawal.package == i) {
        withdrawal(view, mem, ui, out);
      } else if (ui.link(key(k, "/intrekken"), view.withdraw, icon_by_name("circle-x"))) {
        out.push_back(ask(app::office::Withdraw{i}));
      }
      wiping(view, i, k, ui, out);
    });
    ui.gap(16);
  }
}

}  // namespace stoepkrijt::ui
