#include "ui/screen_conflicts.hpp"

#include <algorithm>
#include <string>

#include "ui/round_parts.hpp"
#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

namespace {

using app::ConflictsView;

app::cmd::Resolve choice_of(const ConflictsView::Card& card, const ConflictsView::Field& field, std::size_t choice) {
  return {card.kind, card.id, field.field, choice};
}

void head(const ConflictsView::Value& v, std::string_view k, Ui& ui) {
  if (!v.now.empty()) {
    ui.flow(8, [&] { ui.label(key(k, "/nu"), Tone::kPositive, icon_by_name("check"), v.now); });
    ui.gap(8);
  }
  ui.text(key(k, "/waarde"), plain(v.words), TextStyle::kLead);
  ui.gap(8);
  ui.icon_line(key(k, "/wie"), icon_by_name("device-mobile"), Token::kInk2, plain(v.who), TextStyle::kSmall,
               {.color = Token::kInk2});
  ui.gap(4);
  ui.icon_line(key(k, "/wanneer"), icon_by_name("clock"), Token::kInk2, plain(v.when), TextStyle::kSmall,
               {.color = Token::kInk2});
}

/// `highest`: of the values beside it, so that their buttons stand on one line.
void value(const ConflictsView::Card& card, const ConflictsView::Field& field, const ConflictsView::Value& v,
           std::string_view k, float highest, Ui& ui, app::CommandQueue& out) {
  const Token ground = v.now.empty() ? Token::kDoc : Token::kSurface;
  ui.card(key(k, "/kader"), {.fill = ground, .radius = 14, .elevation = 0}, [&] {
    const float own = ui.measure(ui.width(), [&] { head(v, k, ui); });
    head(v, k, ui);
    ui.gap(std::max(0.0F, highest - own) + 12);
    if (ui.button(key(k, "/kies"), v.choose, {.kind = ButtonKind::kSecondary, .description = v.words})) {
      out.emplace_back(choice_of(card, field, v.choice));
    }
  });
}

void values(const ConflictsView::Card& card, const ConflictsView::Field& field, Ui& ui, app::CommandQueue& out) {
  const std::string k = key("verschil/", field.key);
  const auto key_of = [&](std::size_t i) { return key(k, "/", std::to_string(i)); };
  const float whole = ui.width();
  constexpr std::size_t kColumns = 3;
  ui.list(key(k, "/lijst"), field.title, [&] {
    // Side by side where there is room; below each other on a phone.
    ui.grid(static_cast<int>(std::min(field.values.size(), kColumns)), 230, 12, [&](int at) {
      const bool beside = ui.width() < whole * 0.9F;
      float highest = 0;
      for (std::size_t i = 0; beside && i < field.values.size(); ++i) {
        const float inner = ui.width() - 32 * unit(ui);
        highest = std::max(highest, ui.measure(inner, [&] { head(field.values[i], key_of(i), ui); }));
      }
      for (std::size_t i = static_cast<std::size_t>(at); i < field.values.size(); i += kColumns) {
        if (i >= kColumns) ui.gap(12);
        ui.list_item(key_of(i), [&] { value(card, field, field.values[i], key_of(i), highest, ui, out); });
      }
    });
  });
}

void deletion(const ConflictsView::Card& card, const ConflictsView::Field& field, Ui& ui, app::CommandQueue& out) {
  const std::string k = key("verschil/", field.key);
  ui.text(key(k, "/woorden"), plain(field.words));
  ui.gap(12);
  ui.grid(2, 200, 12, [&](int i) {
    const ConflictsView::Value& v = field.values[static_cast<std::size_t>(i)];
    if (ui.button(key(k, i == 0 ? "/laat" : "/verwijder"), v.choose,
                  {.kind = i == 0 ? ButtonKind::kSecondary : ButtonKind::kQuiet,
                   .icon = icon_by_name(i == 0 ? "check" : "trash"),
                   .description = card.title})) {
      out.emplace_back(choice_of(card, field, v.choice));
    }
  });
}

void record(const ConflictsView::Card& card, Ui& ui, app::CommandQueue& out) {
  ui.card(key("verschil/", card.key), {}, [&] {
    ui.heading(key("verschil/", card.key, "/kop"), 2, plain(card.title), TextStyle::kH3);
    for (const ConflictsView::Field& field : card.fields) {
      ui.gap(12);
      ui.heading(key("verschil/", field.key, "/veld"), 3, plain(field.title), TextStyle::kBodyBold);
      ui.gap(8);
      field.deletion ? deletion(card, field, ui, out) : values(card, field, ui, out);
    }
  });
}

}  // namespace

void draw(const ConflictsView& view, Ui& ui, app::CommandQueue& out) {
  scrolling_page(ui, "verschillen/rol", view.page, "", 720, out, [&] {
    if (view.cards.empty()) {
      ui.empty_state("verschillen/geen", view.empty_title, view.empty_words);
      ui.gap(16);
      if (ui.button("verschillen/bestanden", view.files, {.kind = ButtonKind::kSecondary})) {
        go(out, app::Screen::kFiles);
      }
      return;
    }
    ui.heading("verschillen/kop", 2, plain(view.title), TextStyle::kH2);
    ui.gap(4);
    ui.text("verschillen/woorden", plain(view.words));
    ui.gap(12);
    ui.note("verschillen/later", Tone::kAction, icon_by_name("info-circle"), plain(view.later));
    for (const ConflictsView::Card& card : view.cards) {
      ui.gap(16);
      record(card, ui, out);
    }
    if (view.more.empty()) return;
    ui.gap(12);
    ui.text("verschillen/meer", plain(view.more), TextStyle::kSmall, {.color = Token::kInk2});
  });
}

}  // namespace stoepkrijt::ui
