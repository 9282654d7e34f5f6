#include "ui/screen_result.hpp"

#include <string>
#include <vector>

#include "ui/round_parts.hpp"
#include "ui/screen_result_figures.hpp"

namespace stoepkrijt::ui {

namespace {

using app::ResultView;

void before_counting(const ResultView& view, Ui& ui, app::CommandQueue& out) {
  plain_page(ui, "uitslag", 640, [&] {
    if (!view.busy.title.empty()) {
      busy_card(ui, "uitslag/bezig", view.busy, out);
    } else {
      ui.card("uitslag/tellen", {}, [&] {
        if (view.failed) {
          ui.box("uitslag/fout", Tone::kNegative, icon_by_name("alert-triangle"), view.stopped_title,
                 view.stopped_words);
        } else {
          ui.heading("uitslag/gestopt", 2, plain(view.stopped_title), TextStyle::kH3);
          ui.gap(4);
          ui.text("uitslag/gestopt-regel", plain(view.stopped_words));
        }
        ui.gap(16);
        if (ui.button("uitslag/tel", view.again_button, {.icon = icon_by_name("calculator")})) {
          out.emplace_back(app::cmd::Count{});
        }
        ui.gap(8);
        if (ui.link_row("uitslag/telregel", view.rule_link, icon_by_name("chevron-right"))) {
          go(out, app::Screen::kRule);
        }
      });
    }
    if (!view.trial.empty()) {
      ui.gap(12);
      ui.note("uitslag/proef", Tone::kWarning, icon_by_name("info-circle"), plain(view.trial));
    }
  });
}

void hero_words(const ResultView& view, Ui& ui) {
  ui.text("uitslag/onder", plain(view.subline), TextStyle::kSmall, {.color = Token::kChalk2});
  ui.gap(4);
  ui.heading("uitslag/kop", 2, plain(view.headline), TextStyle::kH1, {.color = Token::kChalk});
  ui.gap(14);
  const std::vector<Part> parts = to_parts(view.bar);
  ui.result_bar("uitslag/balk", view.bar_name, parts);
  ui.gap(8);
  const Rect line = ui.take(ui.line_height(TextStyle::kSmallBold));
  const float spent = ui.words(view.spent, line.x, line.y, TextStyle::kSmallBold, Token::kChalk);
  if (spent + 16 + ui.text_width(view.left, TextStyle::kSmallBold) <= line.w) {
    ui.words(view.left, line.x + line.w, line.y, TextStyle::kSmallBold, Token::kChalk2, Align::kRight);
  } else {
    const Rect second = ui.take(ui.line_height(TextStyle::kSmallBold));
    ui.words(view.left, second.x, second.y, TextStyle::kSmallBold, Token::kChalk2);
  }
}

void hero(const ResultView& view, Ui& ui, float radius) {
  const float side = ui.kiosk() ? 56 : 20;
  const float height = ui.measure(ui.width() - 2 * side, [&] { hero_words(view, ui); }) + 32;
  ui.pavement({ui.x(), ui.y(), ui.width(), height}, radius);
  ui.gap(16);
  ui.inset(side, [&] { hero_words(view, ui); });
  ui.gap(16);
}

void rows(Ui& ui, std::string_view k, std::string_view title, std::string_view count,
          const std::vector<ResultView::Row>& rows, bool won, app::CommandQueue& out) {
  ui.heading_row(key(k, "/kop"), 2, title, TextStyle::kH3, count);
  ui.gap(8);
  if (rows.empty()) return;
  ui.card(key(k, "/kaart"), {.padding = 0}, [&] {
    ui.inset(16, [&] {
      ui.list(key(k, "/lijst"), title, [&] {
        for (std::size_t i = 0; i < rows.size(); ++i) {
          const ResultView::Row& row = rows[i];
          const std::string small = row.reason.empty() ? row.small : row.small + "\n" + row.reason;
          ui.list_item(key(k, "/", row.plan_id), [&] {
            if (ui.result_row(key("uitslag/plan/", row.plan_id), row.theme, icon_by_name(row.icon), row.title, small,
                              icon_by_name("chevron-right"), won ? Token::kPos : Token::kNeg, !won,
                              i + 1 == rows.size())) {
              go(out, app::Screen::kWhy, row.plan_id);
            }
          });
        }
      });
    });
  });
}

void shares(Ui& ui, std::string_view k, std::string_view title, const std::vector<ResultView::Share>& shares) {
  if (shares.empty()) return;
  ui.card(k, {}, [&] {
    ui.heading(key(k, "/kop"), 2, plain(title), TextStyle::kH3);
    ui.gap(6);
    ui.list(key(k, "/lijst"), title, [&] {
      for (std::size_t i = 0; i < shares.size(); ++i) {
        const ResultView::Share& share = shares[i];
        const std::string item = key(k, "/", std::to_string(i));
        ui.list_item(item, [&] {
          if (share.theme > 0) {
            ui.chart_row(key(item, "/rij"), share.theme, icon_by_name(share.icon), share.words, share.share,
                         share.amount);
          } else {
            ui.measure_row(key(item, "/rij"), share.words, share.share, share.amount, Tone::kAction);
          }
        });
      }
    });
  });
}

void rounds(const ResultView& view, Ui& ui) {
  if (view.rounds.empty()) return;
  ui.card("uitslag/rondes", {.padding = 18}, [&] {
    ui.heading("uitslag/rondes-kop", 2, plain(view.rounds_title), TextStyle::kH2);
    ui.gap(3);
    ui.text("uitslag/rondes-tekst", plain(view.rounds_words), TextStyle::kBody, {.color = Token::kInk2});
    ui.gap(8);
    std::vector<Ui::RoundRow> table;
    for (const ResultView::Round& round : view.rounds) {
      Ui::RoundRow row;
      row.label = round.label;
      row.theme = round.theme;
      row.icon = icon_by_name(round.icon);
      row.title = round.title;
      row.votes = round.votes;
      row.per_person = round.per_person;
      row.from = round.from;
      row.share = round.share;
      row.amount = round.amount;
      row.hatched = round.filled;
      table.push_back(row);
    }
    Ui::RoundTable head;
    head.name = view.rounds_title;
    head.col_plan = view.col_plan;
    head.col_votes = view.col_votes;
    head.col_per_person = view.col_per_person;
    head.from_words = view.axis_from;
    head.to_words = view.axis_to;
    head.left_title = view.left_title;
    head.left_amount = view.left_amount;
    head.left_from = view.left_from;
    ui.round_timeline("uitslag/rondes-tabel", head, table);
    for (const std::string* words : {&view.purse_words, &view.ties, &view.replaced}) {
      if (words->empty()) continue;
      ui.gap(10);
      ui.icon_line(words == &view.ties          ? "uitslag/gelijk"
                   : words == &view.purse_words ? "uitslag/beurs"
                                                : "uitslag/vervangen",
                   icon_by_name("info-circle"), Token::kInk2, plain(*words), TextStyle::kSmall,
                   {.color = Token::kInk2});
    }
  });
}

void recount(const ResultView& view, Ui& ui, app::CommandQueue& out) {
  ui.card("uitslag/nareken", {}, [&] {
    ui.heading("uitslag/nareken-kop", 2, plain(view.recount_title), TextStyle::kH3);
    ui.gap(4);
    ui.text("uitslag/nareken-tekst", view.recount_words);
    ui.gap(8);
    ui.card("uitslag/nareken-regel", {.fill = Token::kSunk, .padding = 12, .radius = 12, .elevation = 0},
            [&] { ui.text("uitslag/nareken-opdracht", plain(view.recount_command), TextStyle::kSmallBold); });
    ui.gap(12);
    if (ui.button("uitslag/nareken-knop", view.recount_button,
                  {.kind = ButtonKind::kSecondary, .icon = icon_by_name("file-export")})) {
      out.emplace_back(app::cmd::ExportBallots{});
    }
  });
}

void how(const ResultView& view, Ui& ui, app::CommandQueue& out) {
  ui.card("uitslag/hoe", {}, [&] {
    ui.heading("uitslag/hoe-kop", 2, plain(view.how_title), TextStyle::kH3);
    ui.gap(4);
    ui.text("uitslag/hoe-naam", plain(view.how_name), TextStyle::kBodyBold);
    ui.text("uitslag/hoe-tekst", plain(view.how_words), TextStyle::kSmall);
    ui.gap(10);
    ui.divider();
    const Icon chevron = icon_by_name("chevron-right");
    if (ui.link_row("uitslag/naspelen", view.replay_link, chevron)) go(out, app::Screen::kReplay);
    ui.divider();
    if (ui.link_row("uitslag/vergelijk", view.compare_link, chevron)) go(out, app::Screen::kCompare);
    ui.divider();
    if (ui.link_row("uitslag/telregel", view.rule_link, chevron)) go(out, app::Screen::kRule);
  });
}

void money_map(const ResultView& view, Ui& ui, MapBoard& maps, float height) {
  if (view.donuts.empty()) return;
  ui.card("uitslag/kaart", {.padding = 12}, [&] {
    ui.heading("uitslag/kaart-kop", 2, plain(view.map_title), TextStyle::kH3);
    ui.gap(8);
    std::vector<app::MapDonut> donuts;
    for (const ResultView::Donut& d : view.donuts) {
      app::MapDonut donut;
      donut.place = d.place;
      donut.radius = 46 * ui.input().text_scale;
      donut.text = d.amount;
      for (const app::BarPart& part : d.parts) donut.pieces.push_back({part.theme, part.share});
      donuts.push_back(std::move(donut));
    }
    donut_map(ui, maps, "uitslag/geldkaart", view.map_name, ui.take(height), std::move(donuts), view.map_attribution);
  });
  ui.gap(12);
}

void lists(const ResultView& view, Ui& ui, app::CommandQueue& out) {
  rows(ui, "uitslag/winst", view.winners_title, view.winners_count, view.winners, true, out);
  ui.gap(16);
  rows(ui, "uitslag/verlies", view.losers_title, view.losers_count, view.losers, false, out);
}

void trial(const ResultView& view, Ui& ui) {
  if (view.trial.empty()) return;
  ui.note("uitslag/proef", Tone::kWarning, icon_by_name("info-circle"), plain(view.trial));
  ui.gap(12);
}

void narrow(const ResultView& view, Ui& ui, ResultUi& own, MapBoard& maps, app::CommandQueue& out) {
  bare_page(ui, "uitslag", [&] {
    hero(view, ui, 0);
    ui.gap(14);
    ui.inset(ui.margin(), [&] {
      trial(view, ui);
      lists(view, ui, out);
      ui.gap(16);
      how(view, ui, out);
      ui.gap(12);
      result_figures(view, ui, own);
      ui.gap(12);
      money_map(view, ui, maps, 320);
      shares(ui, "uitslag/themas", view.themes_title, view.themes);
      ui.gap(12);
      shares(ui, "uitslag/buurten", view.buurten_title, view.buurten);
      ui.gap(12);
      rounds(view, ui);
      ui.gap(12);
      recount(view, ui, out);
      ui.gap(32);
    });
  });
}

void wide(const ResultView& view, Ui& ui, ResultUi& own, MapBoard& maps, app::CommandQueue& out) {
  bare_page(ui, "uitslag", [&] {
    ui.gap(16);
    ui.inset(ui.kiosk() ? 56 : 20, [&] {
      ui.row({Cell::grow(17), Cell::grow(10)}, 16, VAlign::kTop, [&](int column) {
        if (column == 0) {
          hero(view, ui, 18);
          ui.gap(16);
          rounds(view, ui);
          ui.gap(20);
          lists(view, ui, out);
        } else {
          trial(view, ui);
          money_map(view, ui, maps, 380);
          shares(ui, "uitslag/themas", view.themes_title, view.themes);
          ui.gap(16);
          shares(ui, "uitslag/buurten", view.buurten_title, view.buurten);
          ui.gap(16);
          how(view, ui, out);
          ui.gap(16);
          result_figures(view, ui, own);
          ui.gap(16);
          recount(view, ui, out);
        }
      });
      ui.gap(32);
    });
  });
}

}  // namespace

void draw(const ResultView& view, Ui& ui, ResultUi& own, MapBoard& maps, app::CommandQueue& out) {
  round_bar(ui, view.page, {}, out);
  if (!view.has_votes) {
    plain_page(ui, "uitslag", 560, [&] { ui.empty_state("uitslag/leeg", view.empty_title, view.empty_words); });
    return;
  }
  if (!view.counted) return before_counting(view, ui, out);
  if (actions_beside(ui)) return wide(view, ui, own, maps, out);
  narrow(view, ui, own, maps, out);
}

}  // namespace stoepkrijt::ui
