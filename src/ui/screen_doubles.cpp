#include "ui/screen_doubles.hpp"

#include <algorithm>

#include "ui/round_parts.hpp"
#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

namespace {

using app::DoublesView;

void side(const DoublesView::Side& s, std::string_view k, Ui& ui, app::CommandQueue& out) {
  ui.card(k, {}, [&] {
    if (s.photos.empty()) {
      ui.note(key(k, "/geen-foto"), Tone::kNeutral, icon_by_name("photo-off"), plain(s.no_photo));
    } else {
      PhotoData photo = to_photo(s.photos.front());
      photo.remove_name = {};
      if (ui.photo_tile(key(k, "/foto"), photo, ui.width()) == PhotoPress::kOpen) {
        go(out, app::Screen::kPhoto, s.photos.front().name);
      }
    }
    ui.gap(12);
    ui.text(key(k, "/titel"), plain(s.title), TextStyle::kH3);
    ui.gap(4);
    ui.icon_line(key(k, "/plek"), icon_by_name("map-pin"), Token::kInk2, plain(s.place), TextStyle::kSmall);
    ui.icon_line(key(k, "/wanneer"), icon_by_name("clock"), Token::kInk2, plain(s.when), TextStyle::kSmall);
    if (!s.words.empty()) {
      ui.gap(8);
      ui.text(key(k, "/woorden"), plain(s.words));
    }
    if (ui.link(key(k, "/open"), s.open)) go(out, app::Screen::kSignal, s.id);
  });
}

void pair(const DoublesView& view, app::DoublesForm& form, Ui& ui, app::CommandQueue& out) {
  if (view.pair.empty()) {
    ui.empty_state("dubbel/geen", view.none_title, view.none_words);
    return;
  }
  const DoublesView::Pair& p = view.pair.front();
  ui.heading_row("dubbel/vraag", 2, p.question, TextStyle::kH2, p.count);
  ui.gap(4);
  ui.text("dubbel/afstand", plain(p.apart), TextStyle::kBody, {.color = Token::kInk2});
  ui.gap(12);
  ui.grid(2, 260, 12,
          [&](int i) { side(i == 0 ? p.first : p.second, i == 0 ? "dubbel/een" : "dubbel/twee", ui, out); });
  ui.gap(16);
  if (ui.button("dubbel/ja", view.same, {.icon = icon_by_name("link")})) {
    out.emplace_back(app::cmd::LinkDouble{p.first.id, p.second.id});
  }
  ui.gap(12);
  ui.grid(2, 180, 12, [&](int i) {
    if (i == 0 && ui.button("dubbel/nee", view.different, {.kind = ButtonKind::kSecondary})) {
      out.emplace_back(app::cmd::KeepApart{p.first.id, p.second.id});
    }
    if (i == 1 && ui.button("dubbel/later", view.later, {.kind = ButtonKind::kQuiet})) ++form.at;
  });
}

void settings(const DoublesView& view, Ui& ui, const app::State& state, app::CommandQueue& out) {
  ui.gap(28);
  ui.heading("dubbel/instellen", 2, plain(view.settings_title), TextStyle::kH3);
  ui.gap(8);
  const auto chips = [&](std::string_view k, const std::string& title, const std::vector<DoublesView::Choice>& choices,
                         std::int32_t schouw::DoubleSettings::* field) {
    ui.text(key(k, "/kop"), plain(title), TextStyle::kSmallBold);
    ui.gap(6);
    ui.region(k, Role::kGroup, title, [&] {
      ui.flow(8, [&] {
        for (const DoublesView::Choice& choice : choices) {
          if (!ui.chip(key(k, "/", std::to_string(choice.value)), choice.words, 0, choice.on)) continue;
          schouw::DoubleSettings next = state.doubles;
          next.*field = choice.value;
          out.emplace_back(app::cmd::SetDoubles{next});
        }
      });
    });
    ui.gap(12);
  };
  chips("dubbel/straal", view.radius_title, view.radii, &schouw::DoubleSettings::radius_m);
  chips("dubbel/weken", view.weeks_title, view.weeks, &schouw::DoubleSettings::weeks);
  if (ui.checkbox("dubbel/zelfde", view.same_subject, view.same_subtheme, view.same_subject_small)) {
    schouw::DoubleSettings next = state.doubles;
    next.same_subtheme = !next.same_subtheme;
    out.emplace_back(app::cmd::SetDoubles{next});
  }
}

void together(const DoublesView& view, Ui& ui, app::CommandQueue& out) {
  if (view.groups.empty()) return;
  ui.gap(28);
  ui.heading("dubbel/samen-kop", 2, plain(view.together_title), TextStyle::kH3);
  for (std::size_t g = 0; g < view.groups.size(); ++g) {
    const DoublesView::Group& group = view.groups[g];
    const std::string k = key("dubbel/samen/", std::to_string(g));
    ui.gap(12);
    ui.card(k, {}, [&] {
      ui.text(key(k, "/titel"), plain(group.title), TextStyle::kBodyBold);
      for (std::size_t i = 0; i < group.lines.size(); ++i) {
        const app::SignalLine& line = group.lines[i];
        if (ui.list_row(key(k, "/", line.id), row_of(line, false))) go(out, app::Screen::kSignal, line.id);
        if (ui.link(key(k, "/", line.id, "/uit"), group.take_out[i])) {
          out.emplace_back(app::cmd::UnlinkDouble{line.id});
        }
      }
    });
  }
}

}  // namespace

void draw(const app::State& state, const app::Lang& lang, app::DoublesForm& form, Ui& ui, app::CommandQueue& out) {
  const DoublesView view = app::make_doubles_view(state, lang, form);
  scrolling_page(ui, "dubbel/rol", view.page, view.intro, 820, out, [&] {
    ui.text("dubbel/intro", plain(view.intro));
    ui.gap(16);
    pair(view, form, ui, out);
    settings(view, ui, state, out);
    together(view, ui, out);
  });
}

void draw(const app::FiguresView& view, Ui& ui, const app::State& state, app::CommandQueue& out) {
  scrolling_page(ui, "cijfers/rol", view.page, view.intro, 720, out, [&] {
    ui.text("cijfers/intro", plain(view.intro));
    ui.gap(20);
    ui.heading("cijfers/waarschuwing-kop", 2, plain(view.warnings_title), TextStyle::kH3);
    ui.gap(8);
    if (view.warnings.empty()) {
      ui.icon_line("cijfers/geen", icon_by_name("circle-check"), Token::kPos, plain(view.no_warnings));
    }
    for (std::size_t i = 0; i < view.warnings.size(); ++i) {
      const auto& w = view.warnings[i];
      const std::string k = key("cijfers/waarschuwing/", std::to_string(i));
      ui.box(k, Tone::kWarning, icon_by_name("alert-triangle"), w.title, w.words,
             [&] { ui.text(key(k, "/kans"), plain(w.chance), TextStyle::kSmall); });
      ui.gap(12);
    }
    ui.gap(8);
    ui.note("cijfers/methode", Tone::kNeutral, icon_by_name("info-circle"),
            "**" + plain(view.method_title) + "** " + plain(view.method));
    ui.gap(20);
    for (const auto& buurt : view.buurten) {
      const std::string k = key("cijfers/buurt/", buurt.code);
      ui.card(k, {}, [&] {
        ui.heading_row(key(k, "/kop"), 2, buurt.name, TextStyle::kH3, buurt.total);
        ui.gap(8);
        for (std::size_t i = 0; i < buurt.rows.size(); ++i) {
          const Tone tone = i == 0 ? Tone::kNegative : i == 1 ? Tone::kPositive : Tone::kIdea;
          ui.measure_row(key(k, "/", std::to_string(i)), buurt.rows[i].words, buurt.rows[i].share, buurt.rows[i].amount,
                         tone);
        }
        ui.gap(8);
        ui.text(key(k, "/verloop"), plain(buurt.trend), TextStyle::kSmall, {.color = Token::kInk2});
        if (!buurt.code.empty() && ui.link(key(k, "/verslag"), buurt.report, icon_by_name("printer"))) {
          go(out, app::Screen::kReport, buurt.code);
        }
        if (!buurt.code.empty() && ui.link(key(k, "/kaart"), buurt.show, icon_by_name("map-2"))) {
          app::MapFilter next = state.filter;
          next.buurt = buurt.code;
          out.emplace_back(app::cmd::SetFilter{next});
          out.emplace_back(app::cmd::SelectBuurt{buurt.code});
          go(out, app::Screen::kMap);
        }
      });
      ui.gap(12);
    }
    if (view.buurten.empty()) ui.empty_state("cijfers/leeg", view.none_title, view.none_words);
  });
}

void draw(const app::FilterView& view, Ui& ui, const app::State& state, app::CommandQueue& out) {
  scrolling_page(ui, "filter/rol", view.page, view.count, 720, out, [&] {
    ui.text("filter/aantal", plain(view.count), TextStyle::kBodyBold);
    for (const app::FilterView::Group& group : view.groups) {
      ui.gap(20);
      ui.heading(key("filter/", group.key, "/kop"), 2, plain(group.title), TextStyle::kH3);
      ui.gap(8);
      ui.region(key("filter/", group.key), Role::kGroup, group.title, [&] {
        ui.flow(8, [&] {
          for (std::size_t i = 0; i < group.choices.size(); ++i) {
            const app::FilterView::Choice& choice = group.choices[i];
            const std::string k = key("filter/", group.key, "/", std::to_string(i));
            if (ui.chip(k, choice.words, icon_by_name(choice.icon), choice.on)) {
              out.emplace_back(app::cmd::SetFilter{choice.then});
            }
          }
        });
      });
    }
    ui.gap(12);
    if (ui.checkbox("filter/warmte", view.heat, view.heat_on, view.heat_words)) {
      out.emplace_back(app::cmd::SetHeat{!view.heat_on});
    }
    if (!view.area_off.empty() && ui.link("filter/gebied-weg", view.area_off, icon_by_name("x"))) {
      out.emplace_back(app::cmd::DrawArea{});
    }
    ui.gap(24);
    ui.grid(2, 200, 12, [&](int i) {
      if (i == 0 && ui.button("filter/klaar", view.done, {.icon = icon_by_name("check")})) {
        out.emplace_back(app::cmd::Back{});
      }
      if (i == 1 && ui.button("filter/alles", view.all, {.kind = ButtonKind::kSecondary})) {
        out.emplace_back(app::cmd::SetFilter{});
      }
    });
  });
  (void)state;
}

}  // namespace stoepkrijt::ui
