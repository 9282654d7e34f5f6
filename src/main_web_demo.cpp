// A frontend without the app: a few plain ImGui items with their nodes, to prove the frame loop, the mirror and the host.
// It goes away when main_web_app.cpp comes.
#include <imgui.h>

#include <string>
#include <utility>
#include <variant>

#include "a11y/sem_node.hpp"
#include "main_web_frontend.hpp"

namespace stoepkrijt::shell {
namespace {

using a11y::NodeId;
using a11y::Role;
using a11y::SemNode;

class Demo final : public Frontend {
 public:
  void take(std::vector<platform::Answer> answers) override {
    for (platform::Answer& answer : answers) {
      if (const auto* loaded = std::get_if<platform::Loaded>(&answer)) text_ = loaded->bytes;
      if (std::holds_alternative<platform::Saved>(answer)) said_ = "Bewaard";
      if (const auto* failed = std::get_if<platform::Failed>(&answer)) said_ = failed->error.key;
    }
  }
  bool prepare(const Input& input) override {
    if (input.pixel_ratio == baked_) return false;
    ImFontConfig config;
    config.SizePixels = 18 * input.pixel_ratio;
    ImGuiIO& io = ImGui::GetIO();
    io.Fonts->Clear();
    io.Fonts->AddFontDefault(&config);
    io.Fonts->Build();
    io.FontGlobalScale = 1 / input.pixel_ratio;
    baked_ = input.pixel_ratio;
    return true;
  }
  Output frame(const Input& input) override {
    out_ = {};
    if (std::exchange(first_, false)) out_.effects.emplace_back(platform::Load{"demo"});
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({input.width, input.height});
    ImGui::Begin("demo", nullptr, ImGuiWindowFlags_NoDecoration);
    SemNode heading = node("title", Role::kHeading, "Stoepkrijt proef");
    heading.level = 1;
    ImGui::TextUnformatted(heading.name.c_str());
    keep(std::move(heading));
    if (button(input, "count", "Tel op: " + std::to_string(count_))) ++count_;
    if (button(input, "save", "Bewaar")) out_.effects.emplace_back(platform::Save{"demo", text_, 1});
    field(input);
    SemNode state = node("state", Role::kParagraph, said_.empty() ? "Nog niets bewaard" : said_);
    ImGui::TextUnformatted(state.name.c_str());
    keep(std::move(state));
    ImGui::End();
    ImGui::Render();
    return std::exchange(out_, {});
  }
  void gl_ready() override {}
  void gl_lost() override {}

 private:
  static SemNode node(const char* key, Role role, std::string name) {
    SemNode n;
    n.id = a11y::node_id(key);
    n.role = role;
    n.name = std::move(name);
    return n;
  }
  void keep(SemNode n) {
    const ImVec2 a = ImGui::GetItemRectMin();
    const ImVec2 b = ImGui::GetItemRectMax();
    n.rect = {a.x, a.y, b.x - a.x, b.y - a.y};
    out_.nodes.push_back(std::move(n));
  }
  bool button(const Input& input, const char* key, std::string words) {
    SemNode n = node(key, Role::kButton, std::move(words));
    bool acts = ImGui::Button((n.name + "###" + key).c_str(), {240, 56});
    for (const a11y::SemEvent& e : input.events) acts |= e.type == a11y::SemEventType::kActivate && e.id == n.id;
    keep(std::move(n));
    return acts;
  }
  void field(const Input& input) {
    SemNode n = node("field", Role::kTextField, "Uw woorden");
    for (const a11y::SemEvent& e : input.events) {
      if (e.type == a11y::SemEventType::kInput && e.id == n.id) text_ = e.text;
    }
    n.value = text_;
    ImGui::Dummy({300, 56});
    ImGui::GetWindowDrawList()->AddRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), 0xFF888888U, 14);
    keep(std::move(n));
  }

  Output out_;
  std::string text_, said_;
  float baked_ = 0;
  int count_ = 0;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<Frontend> make_frontend() { return std::make_unique<Demo>(); }

}  // namespace stoepkrijt::shell
