#include "a11y/diff.hpp"

#include <gtest/gtest.h>

#include <random>
#include <utility>

#include "a11y/page_model.hpp"

namespace stoepkrijt::a11y {
namespace {

SemNode node(NodeId id, NodeId parent = 0, std::string name = "x", Role role = Role::kButton) {
  SemNode n;
  n.id = id;
  n.parent = parent;
  n.role = role;
  n.name = std::move(name);
  return n;
}

PageModel shown(const std::vector<SemNode>& nodes) {
  PageModel page;
  OpBuffer ops;
  diff({}, nodes, ops);
  page.apply(ops);
  return page;
}

PageModel changes(const std::vector<SemNode>& before, const std::vector<SemNode>& after) {
  PageModel page = shown(before);
  page.seen.clear();
  OpBuffer ops;
  diff(before, after, ops);
  page.apply(ops);
  EXPECT_EQ(page.read(), after);
  EXPECT_TRUE(page.faults.empty()) << page.faults.front();
  return page;
}

TEST(SemanticDiff, SaysNothingWhenNothingChanged) {
  const std::vector<SemNode> nodes{node(1), node(2, 1), node(3)};
  OpBuffer ops;
  diff(nodes, nodes, ops);
  EXPECT_TRUE(ops.empty());
  EXPECT_EQ(ops.size(), 0U);
}

TEST(SemanticDiff, AddsOneNodeBetweenTwoWithOneOp) {
  const PageModel page = changes({node(1), node(2)}, {node(1), node(3), node(2)});
  EXPECT_EQ(page.seen, (std::map<Op, int>{{Op::kAdd, 1}}));
}

TEST(SemanticDiff, KeepsAllButOneStillWhenTheFirstGoesToTheEnd) {
  const PageModel page = changes({node(1), node(2), node(3), node(4)}, {node(2), node(3), node(4), node(1)});
  EXPECT_EQ(page.seen, (std::map<Op, int>{{Op::kMove, 1}}));
}

TEST(SemanticDiff, RemovesABranchWithOneOp) {
  const PageModel page = changes({node(1), node(2, 1), node(3, 2), node(4)}, {node(4)});
  EXPECT_EQ(page.seen, (std::map<Op, int>{{Op::kRemove, 1}}));
}

TEST(SemanticDiff, SavesAChildFromARemovedBranch) {
  const PageModel page = changes({node(1), node(2, 1), node(3, 2)}, {node(3)});
  EXPECT_EQ(page.seen, (std::map<Op, int>{{Op::kMove, 1}, {Op::kRemove, 1}}));
}

TEST(SemanticDiff, TurnsParentAndChildRound) { changes({node(1), node(2, 1)}, {node(2), node(1, 2)}); }

TEST(SemanticDiff, SendsOnlyTheTextThatChanged) {
  std::vector<SemNode> after{node(1)};
  after[0].value = "Bankjes \xE2\x82\xAC";
  std::vector<SemNode> before{node(1, 0, std::string(400, 'n'))};
  after[0].name = before[0].name;
  OpBuffer ops;
  diff(before, after, ops);
  EXPECT_EQ(ops.count(), 1U);
  EXPECT_LT(ops.size(), 60U);
  changes(before, after);
}

TEST(SemanticDiff, SendsAMovedRectangleAsRectAndNothingElse) {
  std::vector<SemNode> after{node(1)};
  after[0].rect = {1, 2, 3, 4};
  EXPECT_EQ(changes({node(1)}, after).seen, (std::map<Op, int>{{Op::kRect, 1}}));
  std::vector<SemNode> cut = after;
  cut[0].clip = {0, 0, 10, 10};
  EXPECT_EQ(changes(after, cut).seen, (std::map<Op, int>{{Op::kRect, 1}}));
}

TEST(SemanticDiff, TreatsAParentChangeAsAMoveAlsoWhenTheOrderStays) {
  const PageModel page = changes({node(1), node(2), node(3)}, {node(1), node(2), node(3, 2)});
  EXPECT_EQ(page.seen, (std::map<Op, int>{{Op::kMove, 1}}));
}

/// A random sound tree: ids from a small range, so that two trees share many of them.
std::vector<SemNode> random_tree(std::mt19937& random) {
  const auto pick = [&random](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
  std::vector<NodeId> ids;
  for (NodeId id = 1; id <= 24; ++id) ids.push_back(id * 7919U);
  for (std::size_t i = ids.size(); i > 1; --i) std::swap(ids[i - 1], ids[pick(static_cast<std::uint32_t>(i))]);
  ids.resize(pick(25));
  std::vector<SemNode> out;
  std::vector<NodeId> open;  // the path to the place where the next node goes: a list in true reading order
  for (NodeId id : ids) {
    while (!open.empty() && pick(3) == 0) open.pop_back();
    SemNode n = node(id, open.empty() ? 0 : open.back(), pick(2) == 0 ? "a" : "b\xC3\xA9");
    if (pick(3) == 0) n.description = std::string(pick(6), 'd');
    if (pick(3) == 0) n.value = std::string(pick(6), 'v');
    if (pick(9) == 0) n.lang = "en";
    n.role = pick(5) == 0 ? Role::kHeading : Role::kGroup;
    n.level = static_cast<std::uint8_t>(pick(7));
    n.states = pick(3) == 0 ? pick(4096) : 0;
    n.now = -static_cast<std::int32_t>(pick(5));
    n.rect = {static_cast<float>(pick(4)), 0.5F, 10, static_cast<float>(pick(2))};
    if (pick(2) == 0) open.push_back(id);
    out.push_back(std::move(n));
  }
  return out;
}

TEST(SemanticDiff, TurnsAnyTreeIntoAnyOther) {
  std::mt19937 random(20261122);
  std::vector<SemNode> before = random_tree(random);
  PageModel page = shown(before);
  for (int round = 0; round < 5000; ++round) {
    const std::vector<SemNode> after = random_tree(random);
    OpBuffer ops;
    diff(before, after, ops);
    page.apply(ops);
    ASSERT_TRUE(page.faults.empty()) << round << ": " << page.faults.front();
    ASSERT_EQ(page.read(), after) << round;
    before = after;
  }
}

/// The size of a longest increasing subsequence by trying all subsets: for short rows only.
std::size_t longest_by_trying(const std::vector<std::size_t>& row) {
  std::size_t best = 0;
  for (std::uint32_t set = 0; set < (1U << row.size()); ++set) {
    std::size_t n = 0;
    std::size_t last = 0;
    bool rising = true;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if ((set >> i & 1U) == 0) continue;
      rising = rising && (n == 0 || row[i] > last);
      last = row[i];
      ++n;
    }
    if (rising) best = std::max(best, n);
  }
  return best;
}

TEST(SemanticDiff, MovesAsFewSiblingsAsPossible) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::size_t> order{0, 1, 2, 3, 4, 5, 6, 7};
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
    std::vector<SemNode> before;
    std::vector<SemNode> after;
    for (std::size_t i = 0; i < order.size(); ++i) before.push_back(node(static_cast<NodeId>(i + 1)));
    for (std::size_t i : order) after.push_back(node(static_cast<NodeId>(i + 1)));
    PageModel page = changes(before, after);
    EXPECT_EQ(static_cast<std::size_t>(page.seen[Op::kMove]), order.size() - longest_by_trying(order));
  }
}

TEST(OpBuffer, CarriesAFocusRequest) {
  PageModel page = shown({node(5)});
  OpBuffer ops;
  ops.focus(5);
  page.apply(ops);
  EXPECT_EQ(page.focused, 5U);
  ops.clear();
  EXPECT_TRUE(ops.empty());
}

TEST(OpBuffer, KeepsItsDocumentedBytes) {
  SemNode n = node(0x01020304, 0, "Ja");
  n.rect = {1, 0, 0, 0};
  OpBuffer ops;
  ops.attr(n, kTextName);
  const std::vector<std::uint8_t> wanted{4, 32, 0, 1, 4, 3, 2, 1, 0, 0, 0, 0, 0,   0,   0, 0,
                                         0, 0,  0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 'J', 'a', 0, 0};
  EXPECT_EQ(std::vector<std::uint8_t>(ops.data(), ops.data() + ops.size()), wanted);
}

}  // namespace
}  // namespace stoepkrijt::a11y
