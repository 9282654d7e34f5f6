// The libraries that tools/setup.sh brings: each does its one job here, natively and in wasm alike. A wrong version, a
// missing patch or a flag that breaks one of them shows here first, and not as a strange fault in a screen.
#include <gtest/gtest.h>
#include <imgui.h>
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>
#include <sodium.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <glm/glm.hpp>
#include <glm/gtc/matrix_transform.hpp>
#include <mapbox/earcut.hpp>
#include <string>
#include <utility>
#include <vector>

namespace {

TEST(ThirdParty, RapidjsonTellsTheByteOffsetOfAFault) {
  rapidjson::Reader reader;
  rapidjson::StringStream text("{\"a\":1,\"b\":]}");
  rapidjson::BaseReaderHandler<> nothing;
  const rapidjson::ParseResult result = reader.Parse<rapidjson::kParseIterativeFlag>(text, nothing);
  EXPECT_TRUE(result.IsError());
  EXPECT_EQ(result.Offset(), 11U);
}

TEST(ThirdParty, RapidjsonSurvivesThreeMillionOpenBrackets) {
  rapidjson::Reader reader;
  const std::string hostile(3'000'000, '[');
  rapidjson::StringStream text(hostile.c_str());
  rapidjson::BaseReaderHandler<> nothing;
  EXPECT_TRUE((reader.Parse<rapidjson::kParseIterativeFlag>(text, nothing).IsError()));
}

TEST(ThirdParty, GlmMovesAPoint) {
  const glm::mat4 move = glm::translate(glm::mat4(1.0F), glm::vec3(2.0F, 3.0F, 0.0F));
  const glm::vec4 moved = move * glm::vec4(1.0F, 1.0F, 0.0F, 1.0F);
  EXPECT_FLOAT_EQ(moved.x, 3.0F);
  EXPECT_FLOAT_EQ(moved.y, 4.0F);
}

TEST(ThirdParty, EarcutCutsASquareWithAHoleIntoEightTriangles) {
  using Point = std::array<float, 2>;
  const std::vector<std::vector<Point>> rings = {{{0, 0}, {10, 0}, {10, 10}, {0, 10}},
                                                 {{3, 3}, {7, 3}, {7, 7}, {3, 7}}};
  EXPECT_EQ(mapbox::earcut<std::uint32_t>(rings).size(), 8U * 3U);
}

TEST(ThirdParty, SodiumOpensWhatItSealed) {
  ASSERT_GE(sodium_init(), 0);
  std::array<unsigned char, crypto_box_PUBLICKEYBYTES> pk{};
  std::array<unsigned char, crypto_box_SECRETKEYBYTES> sk{};
  ASSERT_EQ(crypto_box_keypair(pk.data(), sk.data()), 0);
  const std::array<unsigned char, 5> vote = {1, 2, 3, 4, 5};
  std::array<unsigned char, 5 + crypto_box_SEALBYTES> sealed{};
  std::array<unsigned char, 5> opened{};
  ASSERT_EQ(crypto_box_seal(sealed.data(), vote.data(), vote.size(), pk.data()), 0);
  ASSERT_EQ(crypto_box_seal_open(opened.data(), sealed.data(), sealed.size(), pk.data(), sk.data()), 0);
  EXPECT_EQ(opened, vote);
  sealed[7] ^= 1U;
  EXPECT_NE(crypto_box_seal_open(opened.data(), sealed.data(), sealed.size(), pk.data(), sk.data()), 0);
}

// CVE-2025-69277: libsodium 1.0.18 as released accepts this point, which is outside the main subgroup; Debian's patch
// does not.
TEST(ThirdParty, SodiumRefusesAPointOutsideTheMainSubgroup) {
  ASSERT_GE(sodium_init(), 0);
  std::array<unsigned char, 32> point{};
  point.fill(0x99);
  point[0] = 0x95;
  EXPECT_EQ(crypto_core_ed25519_is_valid_point(point.data()), 0);
}

TEST(ThirdParty, ImguiBuildsAFrameWithoutAWindow) {
  ImGuiContext* context = ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DisplaySize = ImVec2(390.0F, 844.0F);
  unsigned char* pixels = nullptr;
  int width = 0;
  int height = 0;
  io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
  for (int frame = 0; frame < 2; ++frame) {  // a window measures itself in its first frame and shows in its second
    ImGui::NewFrame();
    ImGui::Begin("Stoepkrijt");
    ImGui::Button("Stem");
    ImGui::End();
    ImGui::Render();
  }
  EXPECT_GT(ImGui::GetDrawData()->TotalVtxCount, 0);
  ImGui::DestroyContext(context);
}

}  // namespace
