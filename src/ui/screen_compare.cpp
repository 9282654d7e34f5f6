#include "ui/screen_compare.hpp"

#include <optional>
#include <string>
#include <vector>

#include "ui/round_parts.hpp"

namespace stoepkrijt::ui {

namespace {

using app::CompareView;

void plan_row(const CompareView::Row& row, Ui& ui) {
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
    if (row.in_first != row.in_second) return;  // the list's own heading says it
    ui.gap(4);
    ui.icon_line(key(k, "/uitslag"), icon_by_name(row.in_first ? "circle-check" : "circle-x"),
                 row.in_first ? Token::kPos : Token::kNeg, plain(row.first), TextStyle::kSmall);
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
          ui.list_item(key(k, "/", rows[i].plan_id), [&] { plan_row(rows[i], ui); });
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

void money(const CompareView& view, Ui& ui, std::string_view name, std::string_view title,
           const std::vector<CompareView::Theme>& rows) {
  ui.card(name, {}, [&] {
    ui.heading(key(name, "-kop"), 2, plain(title), TextStyle::kH3);
    ui.list(key(name, "-lijst"), title, [&] {
      for (std::size_t i = 0; i < rows.size(); ++i) {
        const CompareView::Theme& theme = rows[i];
        const std::string k = key(name, "/", std::to_string(i));
        ui.gap(8);
        ui.list_item(k, [&] {
          if (theme.theme == 0) {
            ui.text(key(k, "/naam"), plain(theme.words), TextStyle::kBodyBold);
            ui.measure_row(key(k, "/een"), view.first_rule, theme.first_share, theme.first, Tone::kAction);
            ui.measure_row(key(k, "/twee"), view.second_rule, theme.second_share, theme.second, Tone::kAction);
            return;
          }
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

// The two rules by name; a press opens both lists.
void choices(const CompareView& view, Ui& ui, CompareUi& own, app::CommandQueue& out) {
  ui.card("vergelijk/regels", {}, [&] {
    ui.key_value("vergelijk/regel-een", view.first_choice_title, view.first_rule, true);
    ui.key_value("vergelijk/regel-twee", view.second_choice_title, view.second_rule, true);
    ui.gap(4);
    if (ui.link("vergelijk/kies", own.choosing ? view.close_button : view.change_button, icon_by_name("settings"))) {
      own.choosing = !own.choosing;
    }
    if (!own.choosing) return;
    std::vector<std::string_view> names;
    int chosen[2] = {-1, -1};
    for (std::size_t i = 0; i < view.choices.size(); ++i) {
      names.push_back(view.choices[i].name);
      if (view.choices[i].first) chosen[0] = static_cast<int>(i);
      if (view.choices[i].second) chosen[1] = static_cast<int>(i);
    }
    int next[2] = {-1, -1};
    ui.grid(2, 260, 16, [&](int i) {
      const bool one = i == 0;
      const std::string_view title = one ? view.first_choice_title : view.second_choice_title;
      ui.heading(one ? "vergelijk/een-kop" : "vergelijk/twee-kop", 3, plain(title), TextStyle::kSmallBold);
      ui.gap(6);
      next[i] = ui.radio_cards(one ? "vergelijk/een" : "vergelijk/twee", title, names, chosen[i]);
    });
    if (next[0] < 0 && next[1] < 0) return;
    const auto rule = [&](int i) -> std::optional<model::CountingRule> {
      const int at = next[i] >= 0 ? next[i] : chosen[i];
      if (at < 0) return std::nullopt;
      return view.choices[static_cast<std::size_t>(at)].rule;
    };
    out.emplace_back(app::cmd::Compare{rule(0), rule(1)});
  });
}

}  // namespace

void draw(const CompareView& view, Ui& ui, CompareUi& own, app::CommandQueue& out) {
  round_bar(ui, view.page, {}, out);
  if (!view.found && !view.busy.title.empty()) {
    plain_page(ui, "vergelijk", 640, [&] { busy_card(ui, "vergelijk/bezig", view.busy, out); });
    return;
  }
  if (!view.found) {
    empty_page(ui, "vergelijk", view.empty_title, view.empty_words, view.empty_button, {app::Screen::kResult, ""}, out);
    return;
  }
  bare_page(ui, "vergelijk", [&] {
    centred(ui, 1180, [&] {
      ui.gap(16);
      choices(view, ui, own, out);
      ui.gap(16);
      if (!view.ready) {
        if (!view.busy.title.empty()) busy_card(ui, "vergelijk/bezig", view.busy, out);
        ui.gap(32);
        return;
      }
      ui.heading("vergelijk/kop", 2, plain(view.headline), TextStyle::kH1);
      ui.gap(4);
      ui.text("vergelijk/inleiding", plain(view.intro), TextStyle::kLead, {.color = Token::kInk2});
      ui.gap(16);
      const bool wide = actions_beside(ui);
      const auto left = [&] {
        plans(view, ui, "vergelijk/alleen-een", view.first_title, view.first_count, view.only_first);
        ui.gap(12);
        plans(view, ui, "vergelijk/alleen-twee", view.second_title, view.second_count, view.only_second);
        ui.gap(12);
        people(view, ui);
        ui.gap(12);
        plans(view, ui, "vergelijk/gelijk", view.same_title, view.same_count, view.same);
      };
      const auto right = [&] {
        figures(view, ui);
        ui.gap(12);
        money(view, ui, "vergelijk/themas", view.themes_title, view.themes);
        ui.gap(12);
        money(view, ui, "vergelijk/buurten", view.buurten_title, view.buurten);
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
