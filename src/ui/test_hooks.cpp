#include "ui/test_hooks.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <string_view>

namespace stoepkrijt::ui::test_hooks {
namespace {

std::vector<ImGuiID>& items() {
  static std::vector<ImGuiID> list;
  return list;
}

bool& watching() {
  static bool on = false;
  return on;
}

}  // namespace

void watch() { watching() = true; }

void begin_frame() {
  items().clear();
  ImGui::GetCurrentContext()->TestEngineHookItems = watching();
}

void end_frame(const std::vector<a11y::SemNode>& nodes, std::vector<std::string>& faults) {
  for (ImGuiID id : items()) {
    if (std::none_of(nodes.begin(), nodes.end(), [id](const a11y::SemNode& n) { return n.id == id; })) {
      faults.push_back("item without node: " + std::to_string(id));
    }
  }
}

std::size_t items_seen() { return items().size(); }

}  // namespace stoepkrijt::ui::test_hooks

void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect&, const ImGuiLastItemData*) {
  // Only what is ours: ImGui's own debug window and borders are items too.
  const ImGuiWindow* window = context->CurrentWindow;
  if (id == 0 || window == nullptr || std::string_view(window->Name) != "stoepkrijt" || id == window->MoveId ||
      id == window->ID)
    return;
  stoepkrijt::ui::test_hooks::items().push_back(id);
}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }
