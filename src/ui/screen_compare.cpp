#include "ui/screen_compare.hpp"

#include <string>
#include <vector>

#include "ui/round_parts.hpp"

namespace stoepkrijt::ui {

namespace {

using app::CompareView;

void verdict(Ui& ui, std::string_view k, std::string_view rule, std::string_view words, bool yes) {
  ui.icon_line(k, icon_by_name(yes ? "circle-check" : "circle-x"), yes ? Token::kPos : Token::kNeg,
               key(plain(rule), ": **", plain(words), "**"), TextStyle::kSmall);
}

void plan_row(const CompareView& view, const CompareView::Row& row, Ui& ui) {
  const std::string k = key("vergelijk/plan/", row.plan_id);
  const float tile = 44 * unit(ui);
  ui.gap(10);
  ui.row({Cell::width(tile), Cell::grow()}, 12, VAlign::kTop, [&](int i) {
    if (i == 0) {
      const Rect r = ui.take(tile);
      ui.theme_tile(row.theme, icon_by_name(row.icon), r.x, r.y, tile);
      return;
    }
    ui.text(key(k, "/titel"), plain(row.title), TextStyle::kBodyBold);
    ui.text(key(k, "/klein"), plain(row.small), TextStyle::kSmall, {.color = Token::kInk2});
    ui.gap(4);
    verdict(ui, key(k, "/een"), view.first_rule, row.first, row.in_first);
    if (row.in_first != row.in_second) {
      ui.gap(2);
      verdict(ui, key(k, "/twee"), view.second_rule, row.second, row.in_second);
    }
  });
  ui.gap(10);
}

void plans(const CompareView& view, Ui& ui, std::string_view k, std::string_view title, std::string_view count,
           const std::vector<CompareView::Row>& rows) {
  ui.heading_row(key(k, "/kop"), 2, title, TextStyle::kH3, count);
  ui.gap(8);
  ui.card(key(k, "/kaart"), {.padding = 4}, [&] {
    ui.inset(12, [&] {
      if (rows.empty()) {
        ui.gap(10);
        ui.text(key(k, "/geen"), view.differ_none);
        ui.gap(10);
        return;
      }
      ui.list(key(k, "/lijst"), title, [&] {
        for (std::size_t i = 0; i < rows.size(); ++i) {
          ui.list_item(key(k, "/", rows[i].plan_id), [&] { plan_row(view, rows[i], ui); });
          if (i + 1 < rows.size()) ui.divider();
        }
      });
    });
  });
}

void people(const CompareView& view, Ui& ui) {
  ui.card("vergelijk/mensen", {}, [&] {
    ui.heading("vergelijk/mensen-kop", 2, plain(view.people_title), TextStyle::kH3);
    ui.list("vergelijk/mensen-lijst", view.people_title, [&] {
      for (std::size_t i = 0; i < view.people.size(); ++i) {
        const std::string k = key("vergelijk/mensen/", std::to_string(i));
        ui.gap(8);
        ui.list_item(
            k, [&] { ui.icon_line(key(k, "/tekst"), icon_by_name("users"), Token::kInk2, plain(view.people[i])); });
      }
    });
  });
}

void rule_names(const CompareView& view, Ui& ui, std::string_view k) {
  ui.text(key(k, "/een-naam"), key("1. ", plain(view.first_rule)), TextStyle::kSmallBold);
  ui.text(key(k, "/twee-naam"), key("2. ", plain(view.second_rule)), TextStyle::kSmallBold);
}

void figures(const CompareView& view, Ui& ui) {
  ui.card("vergelijk/cijfers", {}, [&] {
    ui.heading("vergelijk/cijfers-kop", 2, plain(view.figures_title), TextStyle::kH3);
    ui.gap(6);
    ui.list("vergelijk/cijfers-lijst", view.figures_title, [&] {
      for (std::size_t i = 0; i < view.figures.size(); ++i) {
        const CompareView::Figure& figure = view.figures[i];
        const std::string k = key("vergelijk/cijfer/", std::to_string(i));
        ui.list_item(k, [&] {
          ui.text(key(k, "/naam"), plain(figure.words), TextStyle::kBodyBold);
          ui.key_value(key(k, "/een"), view.first_rule, figure.first, true);
          ui.key_value(key(k, "/twee"), view.second_rule, figure.second, i + 1 == view.figures.size());
        });
        ui.gap(6);
      }
    });
  });
}

void themes(const CompareView& view, Ui& ui) {
  ui.card("vergelijk/themas", {}, [&] {
    ui.heading("vergelijk/themas-kop", 2, plain(view.themes_title), TextStyle::kH3);
    ui.gap(4);
    rule_names(view, ui, "vergelijk/themas");
    ui.list("vergelijk/themas-lijst", view.themes_title, [&] {
      for (std::size_t i = 0; i < view.themes.size(); ++i) {
        const CompareView::Theme& theme = view.themes[i];
        const std::string k = key("vergelijk/thema/", std::to_string(i));
        ui.gap(8);
        ui.list_item(k, [&] {
          ui.theme_tag(key(k, "/naam"), theme.theme, icon_by_name(theme.icon), theme.words);
          ui.chart_row(key(k, "/een"), theme.theme, icon_by_name(theme.icon), view.first_rule, theme.first_share,
                       theme.first);
          ui.chart_row(key(k, "/twee"), theme.theme, icon_by_name(theme.icon), view.second_rule, theme.second_share,
                       theme.second);
        });
      }
    });
  });
}

}  // namespace

void draw(const CompareView& view, Ui& ui, app::CommandQueue& out) {
  round_bar(ui, view.page, {}, out);
  if (!view.found) {
    empty_page(ui, "vergelijk", view.empty_title, view.empty_words, view.empty_button, {app::Screen::kResult, ""}, out);
    return;
  }
  bare_page(ui, "vergelijk", [&] {
    centred(ui, 1180, [&] {
      ui.gap(16);
      ui.heading("vergelijk/kop", 2, plain(view.headline), TextStyle::kH1);
      ui.gap(4);
      ui.text("vergelijk/inleiding", plain(view.intro), TextStyle::kLead, {.color = Token::kInk2});
      ui.gap(16);
      const bool wide = actions_beside(ui);
      const auto left = [&] {
        plans(view, ui, "vergelijk/verschil", view.differ_title, view.differ_count, view.differ);
        ui.gap(12);
        people(view, ui);
        ui.gap(12);
        plans(view, ui, "vergelijk/gelijk", view.same_title, view.same_count, view.same);
      };
      const auto right = [&] {
        figures(view, ui);
        ui.gap(12);
        themes(view, ui);
      };
      if (wide) {
        ui.row({Cell::grow(), Cell::grow()}, 16, VAlign::kTop, [&](int i) { i == 0 ? left() : right(); });
      } else {
        left();
        ui.gap(12);
        right();
      }
      ui.gap(32);
    });
  });
}

}  // namespace stoepkrijt::ui
