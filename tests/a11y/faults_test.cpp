#include "a11y/faults.hpp"

#include <gtest/gtest.h>

namespace stoepkrijt::a11y {
namespace {

SemNode node(NodeId id, Role role, std::string name, NodeId parent = 0) {
  SemNode n;
  n.id = id;
  n.parent = parent;
  n.role = role;
  n.name = std::move(name);
  n.level = role == Role::kHeading ? 2 : 0;
  return n;
}

std::vector<FaultKind> kinds(const std::vector<SemNode>& nodes) {
  std::vector<FaultKind> out;
  for (const Fault& f : faults(nodes)) out.push_back(f.kind);
  return out;
}

TEST(SemanticFaults, AcceptASoundScreen) {
  EXPECT_TRUE(faults(std::vector<SemNode>{node(1, Role::kHeading, "Plannen"), node(2, Role::kList, ""),
                                          node(3, Role::kListItem, "", 2), node(4, Role::kCheckbox, "Bankjes", 3),
                                          node(5, Role::kMap, "Kaart"), node(6, Role::kButton, "Lamp kapot", 5),
                                          node(7, Role::kRadioGroup, "Niveau"), node(8, Role::kRadio, "A", 7),
                                          node(9, Role::kTable, ""), node(10, Role::kRow, "", 9),
                                          node(11, Role::kCell, "", 10)})
                  .empty());
}

TEST(SemanticFaults, FindEveryInteractiveNodeWithoutAName) {
  for (int role = 0; role < 64; ++role) {
    const Role r = static_cast<Role>(role);
    if (!is_interactive(r) || r == Role::kTab || r == Role::kRadio) continue;
    EXPECT_EQ(kinds({node(1, r, "")}), std::vector<FaultKind>{FaultKind::kNoName}) << role;
  }
}

TEST(SemanticFaults, FindTwoNodesWithOneId) {
  EXPECT_EQ(kinds({node(1, Role::kButton, "a"), node(1, Role::kButton, "b")}),
            std::vector<FaultKind>{FaultKind::kDuplicateId});
}

TEST(SemanticFaults, FindAMissingAndALateParent) {
  EXPECT_EQ(kinds({node(2, Role::kButton, "a", 9)}), std::vector<FaultKind>{FaultKind::kUnknownParent});
  EXPECT_EQ(kinds({node(2, Role::kButton, "a", 3), node(3, Role::kGroup, "")}),
            std::vector<FaultKind>{FaultKind::kParentLater});
}

TEST(SemanticFaults, FindAHeadingWithoutALevel) {
  SemNode h = node(1, Role::kHeading, "Kop");
  h.level = 0;
  EXPECT_EQ(kinds({h}), std::vector<FaultKind>{FaultKind::kBadLevel});
}

TEST(SemanticFaults, FindWhatHangsInTheWrongPlace) {
  EXPECT_EQ(kinds({node(1, Role::kListItem, "a")}), std::vector<FaultKind>{FaultKind::kWrongParent});
  EXPECT_EQ(kinds({node(1, Role::kList, ""), node(2, Role::kButton, "a", 1)}),
            std::vector<FaultKind>{FaultKind::kWrongChild});
  EXPECT_EQ(kinds({node(1, Role::kButton, "a"), node(2, Role::kLink, "b", 1)}),
            std::vector<FaultKind>{FaultKind::kNestedControl});
}

TEST(SemanticFaults, FindASecondModalDialog) {
  SemNode first = node(1, Role::kDialog, "Weggooien?");
  SemNode second = node(2, Role::kDialog, "Zeker?");
  first.states = second.states = kModal;
  EXPECT_EQ(kinds({first, second}), std::vector<FaultKind>{FaultKind::kManyModals});
}

TEST(SemanticFaults, NameTheNodeInWords) {
  const std::vector<Fault> found = faults(std::vector<SemNode>{node(7, Role::kListItem, "Bankjes")});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].id, 7U);
  EXPECT_NE(found[0].words.find("Bankjes"), std::string::npos);
}

}  // namespace
}  // namespace stoepkrijt::a11y
