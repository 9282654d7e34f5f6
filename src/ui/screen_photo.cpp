#include "ui/screen_photo.hpp"

#include <algorithm>

#include "ui/round_parts.hpp"
#include "ui/screen_common.hpp"

namespace stoepkrijt::ui {

namespace {

/// As large as it can be within `most`, in its own shape, in the middle of the column.
Rect fitted(Ui& ui, const app::PhotoTile& tile, float most) {
  const float w = static_cast<float>(std::max(tile.width, 1)), h = static_cast<float>(std::max(tile.height, 1));
  const float scale = std::min(ui.width() / w, most / h);
  const Rect row = ui.take(h * scale);
  return {row.x + (row.w - w * scale) / 2, row.y, w * scale, h * scale};
}

/// The finger paints on the photo; keys and readers hide one part after another.
void brush(const app::PhotoView& view, Ui& ui, Rect r, app::CommandQueue& out) {
  const float scale = r.w / static_cast<float>(std::max(view.tile.width, 1));
  const auto on_screen = [&](float x, float y, float w, float h) {
    return Rect{r.x + x * scale, r.y + y * scale, w * scale, h * scale};
  };
  for (const app::PhotoView::Cover& cover : view.covers) {
    // A little larger, so that no seam of the photo shows between two.
    Rect at = on_screen(cover.x, cover.y, cover.w, cover.h);
    at.w = std::min(at.w + 0.5F, r.x + r.w - at.x);
    at.h = std::min(at.h + 0.5F, r.y + r.h - at.y);
    ui.fill(at, Color{cover.colour.red, cover.colour.green, cover.colour.blue, 255});
  }
  const BrushGesture way = ui.brush_area("foto/kwast", r);
  if (way.painting) {
    out.emplace_back(app::cmd::PaintPhoto{{(way.from_x - r.x) / scale, (way.from_y - r.y) / scale},
                                          {(way.to_x - r.x) / scale, (way.to_y - r.y) / scale},
                                          view.brush,
                                          way.first});
  }
  ui.region("foto/vakken", Role::kGroup, view.parts_name, [&] {
    for (const app::PhotoView::Part& part : view.parts) {
      if (ui.photo_part(key("foto/vak/", part.key), part.name, on_screen(part.x, part.y, part.w, part.h),
                        part.hidden)) {
        out.emplace_back(app::cmd::HidePart{part.column, part.row, !part.hidden});
      }
    }
  });
}

void photo(const app::PhotoView& view, Ui& ui, float most, app::CommandQueue& out) {
  const app::PhotoTile& tile = view.tile;
  if (tile.width > 0) {
    const Rect r = fitted(ui, tile, most);
    ui.picture("foto/beeld", to_photo(tile), r, 0);
    if (view.can_paint) brush(view, ui, r, out);
  } else if (tile.gone) {
    ui.picture("foto/beeld", to_photo(tile), ui.take(std::min(most, ui.width() * 0.75F)));
    ui.gap(12);
    ui.text("foto/weg", plain(view.gone_words));
  } else {
    ui.picture("foto/beeld", to_photo(tile), ui.take(std::min(most, ui.width() * 0.75F)));
  }
}

void actions(const app::PhotoView& view, Ui& ui, app::CommandQueue& out) {
  if (view.to_look_at || view.painted) {
    ui.heading("foto/vraag", 2, plain(view.question), TextStyle::kH2);
    ui.gap(4);
  }
  if (!view.hint.empty()) {
    const bool done = !view.to_look_at && !view.painted;
    ui.icon_line("foto/hint", icon_by_name(done ? "eye-check" : "brush"), done ? Token::kPos : Token::kInk2,
                 plain(view.hint));
  }
  ui.gap(12);
  if (ui.button("foto/goed", view.good, {.icon = icon_by_name("check")})) {
    if (view.painted) {
      out.emplace_back(app::cmd::ApplyBrush{});
    } else {
      out.emplace_back(app::cmd::LookedAtPhoto{view.tile.name});
    }
  }
  ui.gap(12);
  if (!view.undo.empty()) {
    // While painting there is one thing to do beside: take a stroke back.
    if (ui.button("foto/terug-stap", view.undo,
                  {.kind = ButtonKind::kSecondary, .icon = icon_by_name("arrow-back-up"), .small = true})) {
      out.emplace_back(app::cmd::UndoStroke{});
    }
    return;
  }
  ui.grid(2, 140, 12, [&](int i) {
    if (i == 0 && ui.button("foto/opnieuw", view.retake,
                            {.kind = ButtonKind::kSecondary,
                             .icon = icon_by_name(view.camera ? "camera" : "photo-plus"),
                             .small = true})) {
      out.emplace_back(app::cmd::TakePhoto{view.camera, view.tile.name});
    }
    if (i == 1 && ui.button("foto/haal-weg", view.remove,
                            {.kind = ButtonKind::kSecondary, .icon = icon_by_name("trash"), .small = true})) {
      out.emplace_back(app::cmd::RemovePhoto{view.tile.name});
    }
  });
}

}  // namespace

void draw(const app::PhotoView& view, Ui& ui, app::CommandQueue& out) {
  if (!view.present || !view.in_draft) {
    scrolling_page(ui, "foto/rol", view.page, "", 1200, out, [&] {
      if (!view.present) {
        ui.empty_state("foto/leeg", view.gone_title, view.gone_words);
      } else {
        photo(view, ui, std::max(200.0F, ui.area().h - 130), out);
      }
    });
    return;
  }
  round_bar(ui, view.page, "", out);
  const bool beside = actions_beside(ui);
  const float most = beside ? ui.area().h - 130 : ui.area().h * 0.52F;
  action_page(
      ui, "foto", view.actions_name, 1200,
      [&] {
        centred(ui, 1200, [&] {
          ui.gap(16);
          photo(view, ui, std::max(160.0F, most), out);
        });
      },
      [&] { actions(view, ui, out); });
}

}  // namespace stoepkrijt::ui
