#include <set>

#include "assets/embedded.hpp"
#include "render/marker_outlines.hpp"
#include "render/overlay_batch.hpp"
#include "render/overlay_scene.hpp"
#include "render/sdf_atlas.hpp"
#include "render_fixtures.hpp"

namespace stoepkrijt::render {
namespace {

std::unique_ptr<SdfAtlas> make_atlas() {
  const FontData fonts{assets::file("fonts/atkinson-500.ttf"), assets::file("fonts/atkinson-600.ttf"),
                       assets::file("fonts/atkinson-800.ttf"), assets::file("fonts/icons.ttf")};
  auto atlas = SdfAtlas::create(fonts);
  if (!atlas) return nullptr;
  return std::move(atlas).value();
}

TEST(SdfAtlas, RefusesWhatIsNoFont) {
  const std::vector<unsigned char> junk(100, 7);
  const auto atlas = SdfAtlas::create({junk, junk, junk, junk});
  ASSERT_FALSE(atlas.has_value());
  EXPECT_EQ(atlas.error().code, ErrorCode::kWrongFormat);
  EXPECT_FALSE(SdfAtlas::create({}).has_value());
}

TEST(SdfAtlas, MakesAGlyphOnceAndKeepsItsPicture) {
  const auto atlas = make_atlas();
  ASSERT_NE(atlas, nullptr);
  const std::uint32_t before = atlas->revision();
  const Glyph a = atlas->glyph(Face::kMedium, U'a');
  EXPECT_GT(atlas->revision(), before);
  const std::uint32_t after = atlas->revision();
  const Glyph again = atlas->glyph(Face::kMedium, U'a');
  EXPECT_EQ(atlas->revision(), after);
  EXPECT_EQ(a.uv_low, again.uv_low);
  EXPECT_FALSE(a.empty);
  EXPECT_TRUE(atlas->glyph(Face::kMedium, U' ').empty);
  EXPECT_GT(atlas->glyph(Face::kMedium, U' ').advance, 0.1F);
}

TEST(SdfAtlas, GrowsWithoutLosingAnything) {
  const auto atlas = make_atlas();
  ASSERT_NE(atlas, nullptr);
  const int height = atlas->height_px();
  const auto texel_of = [&](const Glyph& g) {
    const auto x = static_cast<std::size_t>(std::lround(g.uv_low.x * SdfAtlas::kWidth)) + 20;
    const auto y = static_cast<std::size_t>(std::lround(g.uv_low.y * static_cast<float>(atlas->height_px()))) + 20;
    return atlas->pixels()[y * SdfAtlas::kWidth + x];
  };
  const auto first = texel_of(atlas->glyph(Face::kBold, U'A'));
  for (char32_t c = U'!'; c < 0x17F; ++c)
    for (const Face face : {Face::kMedium, Face::kSemiBold, Face::kBold}) (void)atlas->glyph(face, c);
  EXPECT_GT(atlas->height_px(), height);
  EXPECT_EQ(texel_of(atlas->glyph(Face::kBold, U'A')), first);
}

TEST(SdfAtlas, PutsPicturesApart) {
  const auto atlas = make_atlas();
  ASSERT_NE(atlas, nullptr);
  std::vector<Rect> rects;
  for (char32_t c = U'A'; c <= U'z'; ++c) {
    const Glyph g = atlas->glyph(Face::kMedium, c);
    const auto h = static_cast<float>(atlas->height_px());
    const Rect r{g.uv_low.x * SdfAtlas::kWidth, g.uv_low.y * h, (g.uv_high.x - g.uv_low.x) * SdfAtlas::kWidth,
                 (g.uv_high.y - g.uv_low.y) * h};
    for (const Rect& other : rects) EXPECT_FALSE(r.overlaps(other));
    rects.push_back(r);
  }
}

TEST(SdfAtlas, MeasuresTextByTheFont) {
  const auto atlas = make_atlas();
  ASSERT_NE(atlas, nullptr);
  const float one = atlas->width(Face::kMedium, "n");
  EXPECT_GT(one, 0.3F);
  EXPECT_LT(one, 0.9F);
  EXPECT_NEAR(atlas->width(Face::kMedium, "nn"), 2 * one, 0.05F);
  EXPECT_EQ(atlas->width(Face::kMedium, ""), 0.0F);
  EXPECT_GT(atlas->width(Face::kBold, "Stoepkrijt"), atlas->width(Face::kMedium, "Stoepkrijt"));
}

TEST(MarkerOutlines, FillTheirBoxAndEndInTheTip) {
  for (const MarkerShape shape : {MarkerShape::kSquare, MarkerShape::kCircle, MarkerShape::kHexagon}) {
    bool tip = false;
    for (const glm::vec2 p : marker_outline(shape)) {
      EXPECT_GE(p.x, 2.0F);
      EXPECT_LE(p.x, 46.0F);
      EXPECT_GE(p.y, 1.9F);
      EXPECT_LE(p.y, 56.0F);
      tip = tip || p == kMarkerTip;
    }
    EXPECT_TRUE(tip);
  }
}

TEST(OverlayBatch, MakesFourCornersAPieceAndKeepsColours) {
  const auto atlas = make_atlas();
  ASSERT_NE(atlas, nullptr);
  OverlayBatch batch(*atlas, 2.0F);
  batch.disc({100, 50}, 10, 0x11223344);
  ASSERT_EQ(batch.quads(), 1U);
  const OverlayVertex& v = batch.vertices().front();
  EXPECT_EQ(v.rgba[0], 0x11);
  EXPECT_EQ(v.rgba[3], 0x44);
  EXPECT_LE(v.x, 90.0F);
  EXPECT_LE(v.y, 40.0F);
  batch.text("ab c", {0, 0}, 0.0F, {Face::kMedium, 16, 0, 0xFF, 0xFFFFFFFF, 1.9F});
  EXPECT_EQ(batch.quads(), 1U + 2U * 3U);  // halo and ink of three letters; the space draws nothing
}

TEST(OverlayScene, DrawsTheMixOfAClusterAsPiecesOfARing) {
  const auto atlas = make_atlas();
  ASSERT_NE(atlas, nullptr);
  MapScene scene;
  scene.camera = {test::kOrigin, 0.8F, 0.0F};
  scene.viewport = {0, 0, 400, 400, 0, 0, 0, 0};
  for (int i = 0; i < 5; ++i) {
    Marker m;
    m.place = test::at_m(i, 0);
    m.shape = i < 3 ? MarkerShape::kSquare : MarkerShape::kCircle;
    m.fill = i < 3 ? 0xB3321FU : 0x166B43U;
    scene.markers.push_back(m);
  }
  const Plane plane(test::kOrigin);
  MarkerGroups groups;
  groups.gather(scene.markers, plane, 1);
  SceneLayout layout;
  layout.items = place_markers(scene, plane, groups);
  ASSERT_EQ(layout.items.size(), 1U);
  OverlayBatch batch(*atlas, 1.0F);
  draw_overlay(batch, scene, plane, layout, {});
  float turns = 0;
  std::size_t pieces = 0;
  for (std::size_t q = 0; q < batch.quads(); ++q) {
    const OverlayVertex& v = batch.vertices()[q * 4];
    if (v.kind != 2.0F) continue;
    ++pieces;
    turns += v.shape[3] - v.shape[2];
  }
  EXPECT_EQ(pieces, 2U);
  EXPECT_GT(turns, 0.9F);
  EXPECT_LE(turns, 1.0F);
}

}  // namespace
}  // namespace stoepkrijt::render
