#include "render/base_transform.hpp"

#include "render_fixtures.hpp"

namespace stoepkrijt::render {
namespace {

TEST(BaseTransform, PutsThingsWhereTheCameraSaysTheyAre) {
  const Plane plane(test::kOrigin);
  test::Dice dice(3);
  for (int i = 0; i < 100; ++i) {
    BaseLook look;
    look.viewport = {30, 70, 640, 480, 0, 0, 0, 0};
    look.device_pixel_ratio = i % 2 == 0 ? 1.0F : 2.5F;
    look.camera = {test::at_m(dice.between(-500, 500), dice.between(-500, 500)),
                   static_cast<float>(dice.between(0.1, 6)), static_cast<float>(dice.between(-3, 3))};
    const glm::dvec2 place(dice.between(-600, 600), dice.between(-600, 600));
    const Rows r = rows(plane, look);
    const auto x = static_cast<float>(place.x);
    const auto y = static_cast<float>(place.y);
    const glm::vec2 screen = ViewTransform(plane, look.camera, look.viewport).to_screen(place);
    const float k = look.device_pixel_ratio;
    EXPECT_NEAR(r.x[0] * x + r.x[1] * y + r.x[2], (screen.x - 30) * k, 0.05F);
    EXPECT_NEAR(r.y[0] * x + r.y[1] * y + r.y[2], (70 + 480 - screen.y) * k, 0.05F);
  }
}

TEST(BaseTransform, SeesTheCornersOfTheViewport) {
  const Plane plane(test::kOrigin);
  const BaseLook look{
      {test::at_m(10, 20), 2.0F, 0.8F}, {0, 0, 800, 600, 0, 0, 0, 0}, 1.0F, MapTheme::kLight, -1, false};
  const Box seen = seen_box(plane, look);
  const ViewTransform view(plane, look.camera, look.viewport);
  for (const glm::vec2 corner : {glm::vec2(0, 0), glm::vec2(800, 0), glm::vec2(0, 600), glm::vec2(800, 600)}) {
    const glm::vec2 m(view.to_world(corner));
    EXPECT_TRUE(m.x > seen.low.x && m.x < seen.high.x && m.y > seen.low.y && m.y < seen.high.y);
  }
}

TEST(BaseTransform, PremultipliesAlpha) {
  const auto colours = premultiplied(palette(MapTheme::kLight));
  const auto at = static_cast<std::size_t>(Paint::kTree) * 4;
  EXPECT_NEAR(colours[at + 3], 0.88F, 0.005F);
  EXPECT_NEAR(colours[at], 0xBA / 255.0F * colours[at + 3], 0.001F);
}

}  // namespace
}  // namespace stoepkrijt::render
