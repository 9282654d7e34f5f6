#include "render/camera_control.hpp"

#include <algorithm>
#include <numbers>

#include "render_fixtures.hpp"

namespace stoepkrijt::render {
namespace {

using test::at_m;
using test::Dice;
using test::kOrigin;

constexpr Viewport kView{40, 20, 800, 600, 10, 20, 150, 30};

// Camera::centre lies on a grid of 1e-7 degree (11 mm): at 12 px/m that is at most 0.2 px.
constexpr float kGridPx = 0.2F;

Camera any_camera(Dice& dice) {
  return {at_m(dice.between(-800, 800), dice.between(-800, 800)), static_cast<float>(dice.between(0.1, 8)),
          static_cast<float>(dice.between(-3, 3))};
}
Point any_point(Dice& dice) {
  return {static_cast<float>(dice.between(40, 840)), static_cast<float>(dice.between(20, 620))};
}

void expect_near(Point a, Point b, float px) {
  EXPECT_NEAR(a.x, b.x, px);
  EXPECT_NEAR(a.y, b.y, px);
}

TEST(CameraControl, DrawsItsCentreInTheMiddleOfTheViewport) {
  const CameraControl control(kOrigin);
  const Camera camera{at_m(120, -60), 2.0F, 0.7F};
  expect_near(control.to_screen(camera, kView, camera.centre), {440, 320}, 0.001F);
}

TEST(CameraControl, HasNorthUpAndEastRightWhenNotTurned) {
  const CameraControl control(kOrigin);
  const Camera camera{kOrigin, 2.0F, 0.0F};
  expect_near(control.to_screen(camera, kView, at_m(10, 30)), {440 + 20, 320 - 60}, 0.05F);
}

TEST(CameraControl, TurnsCounterClockwise) {
  const CameraControl control(kOrigin);
  const Camera camera{kOrigin, 1.0F, std::numbers::pi_v<float> / 2};
  expect_near(control.to_screen(camera, kView, at_m(100, 0)), {440, 320 - 100}, 0.05F);  // east now points up
}

TEST(CameraControl, FindsTheWayBackFromScreenToPlace) {
  const CameraControl control(kOrigin);
  Dice dice(1);
  for (int i = 0; i < 200; ++i) {
    const Camera camera = any_camera(dice);
    const Point point = any_point(dice);
    expect_near(control.to_screen(camera, kView, control.to_place(camera, kView, point)), point, kGridPx);
  }
}

TEST(CameraControl, KeepsTheGrabbedPlaceUnderTheFingerWhenPanning) {
  const CameraControl control(kOrigin);
  Dice dice(2);
  for (int i = 0; i < 200; ++i) {
    const Camera camera = any_camera(dice);
    const Point from = any_point(dice);
    const Point to = any_point(dice);
    const geo::LonLat grabbed = control.to_place(camera, kView, from);
    expect_near(control.to_screen(control.pan(camera, kView, from, to), kView, grabbed), to, 2 * kGridPx);
  }
}

TEST(CameraControl, KeepsThePlaceUnderThePointerWhenZoomingAndTurning) {
  const CameraControl control(kOrigin);
  Dice dice(3);
  for (int i = 0; i < 200; ++i) {
    const Camera camera = any_camera(dice);
    const Point about = any_point(dice);
    const geo::LonLat kept = control.to_place(camera, kView, about);
    const Camera zoomed = control.zoom_about(camera, kView, about, static_cast<float>(dice.between(0.3, 3)));
    expect_near(control.to_screen(zoomed, kView, kept), about, 2 * kGridPx);
    const Camera turned = control.rotate_about(camera, kView, about, static_cast<float>(dice.between(-7, 7)));
    expect_near(control.to_screen(turned, kView, kept), about, 2 * kGridPx);
    EXPECT_LE(std::abs(turned.rotation), std::numbers::pi_v<float> + 1e-5F);
  }
}

TEST(CameraControl, StopsAtTheLimitsOfZoom) {
  const CameraControl control(kOrigin);
  const Camera camera{kOrigin, 1.0F, 0.0F};
  EXPECT_EQ(control.zoom_about(camera, kView, {100, 100}, 1e9F).px_per_m, kMaxPxPerM);
  EXPECT_EQ(control.zoom_about(camera, kView, {100, 100}, 1e-9F).px_per_m, kMinPxPerM);
}

TEST(CameraControl, PinchesByTheDistanceOfTheFingersWithoutTurningByAccident) {
  const CameraControl control(kOrigin);
  const Camera start{kOrigin, 1.0F, 0.0F};
  bool turning = false;
  // The fingers go twice as far apart and turn by 6 degrees: less than the threshold.
  const float a = 0.105F;
  const Point a1{440 - 100 * std::cos(a), 320 + 100 * std::sin(a)};
  const Point b1{440 + 100 * std::cos(a), 320 - 100 * std::sin(a)};
  const Camera camera = control.pinch(start, kView, {390, 320}, {490, 320}, a1, b1, turning);
  EXPECT_FALSE(turning);
  EXPECT_NEAR(camera.px_per_m, 2.0F, 0.001F);
  EXPECT_EQ(camera.rotation, 0.0F);
}

TEST(CameraControl, PinchTurnsWithTheFingersOncePastTheThreshold) {
  const CameraControl control(kOrigin);
  const Camera start{kOrigin, 1.0F, 0.0F};
  bool turning = false;
  const float a = 1.0F;  // counter-clockwise: the right finger goes up
  const Point a1{440 - 50 * std::cos(a), 320 + 50 * std::sin(a)};
  const Point b1{440 + 50 * std::cos(a), 320 - 50 * std::sin(a)};
  const Camera camera = control.pinch(start, kView, {390, 320}, {490, 320}, a1, b1, turning);
  EXPECT_TRUE(turning);
  EXPECT_NEAR(camera.rotation, a - kRotateThreshold, 0.001F);
  // Turning back below the threshold in the same gesture does not jump.
  const Camera back = control.pinch(start, kView, {390, 320}, {490, 320}, {390, 320}, {490, 320}, turning);
  EXPECT_TRUE(turning);
  EXPECT_NEAR(back.rotation, 0.0F, 1e-6F);
}

TEST(CameraControl, PinchMovesTheMapWithTheMiddleOfTheFingers) {
  const CameraControl control(kOrigin);
  const Camera start{at_m(50, 50), 1.5F, 0.4F};
  bool turning = false;
  const geo::LonLat between = control.to_place(start, kView, {300, 300});
  const Camera camera = control.pinch(start, kView, {250, 300}, {350, 300}, {400, 420}, {520, 420}, turning);
  expect_near(control.to_screen(camera, kView, between), {460, 420}, 2 * kGridPx);
}

TEST(CameraControl, FitsPlacesIntoTheFreePartOfTheViewport) {
  const CameraControl control(kOrigin);
  Dice dice(4);
  const Rect room = free_part(kView);
  for (int i = 0; i < 100; ++i) {
    std::vector<geo::LonLat> places;
    for (int k = 0; k < 5; ++k) places.push_back(at_m(dice.between(-700, 700), dice.between(-700, 700)));
    const Camera camera =
        control.fit(std::span<const geo::LonLat>(places), kView, static_cast<float>(dice.between(-3, 3)));
    float nearest = 1e9F;
    for (const geo::LonLat p : places) {
      const Point s = control.to_screen(camera, kView, p);
      EXPECT_GE(s.x, room.x + 23);
      EXPECT_GE(s.y, room.y + 23);
      EXPECT_LE(s.x, room.x + room.w - 23);
      EXPECT_LE(s.y, room.y + room.h - 23);
      nearest = std::min({nearest, s.x - room.x, s.y - room.y, room.x + room.w - s.x, room.y + room.h - s.y});
    }
    if (camera.px_per_m < 2.0F) {  // and no smaller than needed
      EXPECT_NEAR(nearest, 24.0F, 1.0F);
    }
  }
}

TEST(CameraControl, FitsASinglePlaceAtTheGivenZoomAndNothingAtAll) {
  const CameraControl control(kOrigin);
  const std::vector<geo::LonLat> one{at_m(10, 10)};
  EXPECT_EQ(control.fit(std::span<const geo::LonLat>(one), kView, 0.0F, 24.0F, 1.5F).px_per_m, 1.5F);
  EXPECT_EQ(control.fit(geo::Bounds{}, kView, 0.0F).centre, kOrigin);
}

TEST(CameraControl, KeepsTheCentreWithinTheBounds) {
  const CameraControl control(kOrigin);
  geo::Bounds bounds;
  bounds.add(at_m(-100, -100));
  bounds.add(at_m(100, 100));
  EXPECT_TRUE(bounds.contains(control.limited({at_m(5000, -9000), 99.0F, 9.0F}, bounds).centre));
  EXPECT_EQ(control.limited({at_m(5000, -9000), 99.0F, 9.0F}, bounds).px_per_m, kMaxPxPerM);
}

TEST(CameraControl, GlidesFromOneCameraToAnotherByTheShorterTurn) {
  const CameraControl control(kOrigin);
  const Camera from{at_m(0, 0), 0.5F, 3.0F};
  const Camera to{at_m(100, 0), 2.0F, -3.0F};
  EXPECT_EQ(control.between(from, to, 0.0F).centre, from.centre);
  EXPECT_EQ(control.between(from, to, 1.0F).centre, to.centre);
  const Camera half = control.between(from, to, 0.5F);
  EXPECT_NEAR(half.px_per_m, 1.0F, 0.001F);  // geometric mean
  EXPECT_NEAR(std::abs(half.rotation), std::numbers::pi_v<float>, 0.001F);
}

}  // namespace
}  // namespace stoepkrijt::render
