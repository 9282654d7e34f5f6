#include "ui/screen_conflicts.hpp"

#include "ui/round_parts.hpp"
#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

namespace {

using app::ConflictsView;

app::cmd::Resolve choice_of(const ConflictsView::Card& card, const ConflictsView::Field& field, std::size_t choice) {
  return {card.kind, card.id, field.field, choice};
}

void value(const ConflictsView::Card& card, const ConflictsView::Field& field, const ConflictsView::Value& v,
           std::string_view k, Ui& ui, app::CommandQueue& out) {
  ui.card(key(k, "/kader"), {.fill = v.now.empty() ? Token::kDoc : Token::kSurface, .radius = 14, .elevation = 0}, [&] {
    if (!v.now.empty()) {
      ui.flow(8, [&] { ui.label(key(k, "/nu"), Tone::kPositive, icon_by_name("check"), v.now); });
      ui.gap(8);
    }
    ui.text(key(k, "/waarde"), plain(v.words), TextStyle::kLead);
    ui.gap(8);
    ui.icon_line(key(k, "/wie"), icon_by_name("device-mobile"), Token::kInk2, plain(v.who), TextStyle::kSmall,
                 {.color = Token::kInk2});
    ui.icon_line(key(k, "/wanneer"), icon_by_name("clock"), Token::kInk2, plain(v.when), TextStyle::kSmall,
                 {.color = Token::kInk2});
    ui.gap(12);
    if (ui.button(key(k, "/kies"), v.choose, {.kind = ButtonKind::kSecondary, .description = v.words})) {
      out.emplace_back(choice_of(card, field, v.choice));
    }
  });
}

void values(const ConflictsView::Card& card, const ConflictsView::Field& field, Ui& ui, app::CommandQueue& out) {
  const std::string k = key("verschil/", field.key);
  ui.list(key(k, "/lijst"), field.title, [&] {
    // Side by side where there is room for both; below each other on a phone.
    ui.grid(static_cast<int>(field.values.size() > 2 ? 3 : field.values.size()), 230, 12, [&](int at) {
      for (std::size_t i = static_cast<std::size_t>(at); i < field.values.size(); i += 3) {
        if (i >= 3) ui.gap(12);
        const std::string item = key(k, "/", std::to_string(i));
        ui.list_item(item, [&] { value(card, field, field.values[i], item, ui, out); });
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
