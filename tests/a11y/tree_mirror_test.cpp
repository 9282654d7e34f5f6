#include "a11y/tree_mirror.hpp"

#include <gtest/gtest.h>

#include "a11y/page_model.hpp"

namespace stoepkrijt::a11y {
namespace {

SemNode node(NodeId id, float y, Role role = Role::kButton, NodeId parent = 0) {
  SemNode n;
  n.id = id;
  n.parent = parent;
  n.role = role;
  n.name = "knop";
  n.rect = {0, y, 10, 10};
  return n;
}

std::size_t ops_of(TreeMirror& mirror, std::vector<SemNode> nodes, std::int64_t now) {
  OpBuffer ops;
  mirror.update(std::move(nodes), now, ops);
  return ops.count();
}

TEST(TreeMirror, SendsRectanglesTenTimesASecondWhileScrolling) {
  TreeMirror mirror;
  std::size_t sent = ops_of(mirror, {node(1, 0)}, 0);
  EXPECT_EQ(sent, 1U);
  sent = 0;
  for (int frame = 1; frame <= 60; ++frame) sent += ops_of(mirror, {node(1, static_cast<float>(frame))}, frame * 16);
  EXPECT_GE(sent, 8U);
  EXPECT_LE(sent, 10U);
}

TEST(TreeMirror, SendsTheLastRectangleAfterTheScrollStops) {
  TreeMirror mirror;
  ops_of(mirror, {node(1, 0)}, 0);
  EXPECT_EQ(ops_of(mirror, {node(1, 1)}, 200), 1U);
  EXPECT_EQ(ops_of(mirror, {node(1, 2)}, 210), 0U);
  EXPECT_EQ(mirror.flush_due(), 300);
  EXPECT_EQ(ops_of(mirror, {node(1, 2)}, 300), 1U);
  EXPECT_EQ(mirror.flush_due(), 0);
  EXPECT_EQ(mirror.shown()[0].rect.y, 2);
}

TEST(TreeMirror, SendsTextFieldsAtOnceForTheyAreVisible) {
  TreeMirror mirror;
  ops_of(mirror, {node(1, 0, Role::kTextField)}, 0);
  EXPECT_EQ(ops_of(mirror, {node(1, 1, Role::kTextField)}, 1), 1U);
  EXPECT_EQ(ops_of(mirror, {node(1, 2, Role::kTextField)}, 2), 1U);
}

TEST(TreeMirror, SendsOtherChangesWhileRectanglesWait) {
  TreeMirror mirror;
  ops_of(mirror, {node(1, 0)}, 0);
  ops_of(mirror, {node(1, 1)}, 100);
  SemNode pressed = node(1, 2);
  pressed.states = kPressed;
  EXPECT_EQ(ops_of(mirror, {pressed}, 101), 1U);
  EXPECT_EQ(mirror.shown()[0].rect.y, 1);
}

TEST(TreeMirror, LeavesOutHiddenNodesAndAllBelowThem) {
  TreeMirror mirror;
  SemNode hidden = node(1, 0);
  hidden.states = kHidden;
  EXPECT_EQ(ops_of(mirror, {hidden, node(2, 0, Role::kButton, 1), node(3, 0, Role::kButton, 2), node(4, 0)}, 0), 1U);
  EXPECT_EQ(mirror.shown().size(), 1U);
}

TEST(TreeMirror, SaysNothingBackWhenTheCoreTakesTheTypedText) {
  TreeMirror mirror;
  SemNode field = node(1, 0, Role::kTextField);
  ops_of(mirror, {field}, 0);
  mirror.typed(1, "bank");
  field.value = "bank";
  EXPECT_EQ(ops_of(mirror, {field}, 10), 0U);
}

TEST(TreeMirror, CorrectsAFieldWhoseTextTheCoreRefuses) {
  TreeMirror mirror;
  SemNode field = node(1, 0, Role::kTextField);
  field.value = "abc";
  PageModel page;
  OpBuffer ops;
  mirror.update({field}, 0, ops);
  page.apply(ops);
  mirror.typed(1, "abcd");
  ops.clear();
  mirror.update({field}, 10, ops);
  ASSERT_EQ(ops.count(), 1U);
  page.apply(ops);
  EXPECT_EQ(page.read()[0].value, "abc");
}

}  // namespace
}  // namespace stoepkrijt::a11y
