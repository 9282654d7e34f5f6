#include "formats/photos/photos_member.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/random.hpp"
#include "formats/photos/base64.hpp"
#include "schouw/photo_jpeg.hpp"
#include "support/small_jpeg.hpp"

namespace stoepkrijt::formats {
namespace {

using testing::small_jpeg;

PhotoBytes bytes_of(std::initializer_list<std::string> jpegs) {
  PhotoBytes out;
  for (const std::string& jpeg : jpegs) out[schouw::photo_name(jpeg)] = std::make_shared<const std::string>(jpeg);
  return out;
}

struct Read {
  std::map<std::string, std::string> taken;
  std::vector<std::string> refused;
};
Read read_all(const PhotosSplit& split) {
  Read out;
  each_photo(split, [&](std::string_view name, Result<std::string> jpeg) {
    if (jpeg) {
      out.taken[std::string(name)] = *jpeg;
    } else {
      out.refused.push_back(jpeg.error().key);
    }
  });
  return out;
}

TEST(Base64, TurnsBytesIntoTextAndBack) {
  // RFC 4648, section 10.
  EXPECT_EQ(base64_of(""), "");
  EXPECT_EQ(base64_of("f"), "Zg==");
  EXPECT_EQ(base64_of("fo"), "Zm8=");
  EXPECT_EQ(base64_of("foo"), "Zm9v");
  EXPECT_EQ(base64_of("foobar"), "Zm9vYmFy");
  Random random(1);
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    for (std::size_t left = random.index(40); left > 0; --left)
      bytes += static_cast<char>(static_cast<std::uint8_t>(random.next()));
    EXPECT_EQ(bytes_of_base64(base64_of(bytes)), bytes);
  }
}

TEST(Base64, TakesOneFormOnly) {
  for (const std::string_view wrong :
       {"Zg", "Zg=", "Zh==", "Zm9=", "Z===", "====", "Zg==Zg==", "Zm 9v", "Zm9v\n", "Zm_v"}) {
    EXPECT_FALSE(bytes_of_base64(wrong).has_value()) << wrong;
  }
}

TEST(PhotosMember, StandsLastAndComesOffAgain) {
  const std::string document = "{\"format\":\"stoepkrijt-dossier\",\"version\":2}";
  const PhotoBytes photos = bytes_of({small_jpeg("a"), small_jpeg("b"), small_jpeg("c")});
  const std::string file = with_photos(document, photos);
  EXPECT_TRUE(file.starts_with(document.substr(0, document.size() - 1) + ",\"photos\":{\""));
  std::uint64_t size = document.size() + 11;
  for (const auto& [name, jpeg] : photos) size += bytes_in_file(jpeg->size());
  EXPECT_EQ(file.size(), size) << "what is promised is what it takes";
  const PhotosSplit split = split_photos(file);
  EXPECT_EQ(split.document(), document);
  const Read read = read_all(split);
  EXPECT_EQ(read.taken.size(), 3U);
  for (const auto& [name, jpeg] : photos) EXPECT_EQ(read.taken.at(name), *jpeg);
  EXPECT_TRUE(read.refused.empty());
  EXPECT_EQ(with_photos(document, {}), document);
}

TEST(PhotosMember, ComesOffAFileWithWhiteSpaceToo) {
  const std::string document = "{\n  \"version\": 2\n}\n";
  const std::string file = with_photos(document, bytes_of({small_jpeg("a")})) + "\r\n";
  const PhotosSplit split = split_photos(file);
  EXPECT_EQ(split.document(), "{\n  \"version\": 2}");
  EXPECT_EQ(split.photos.size(), 1U);
}

TEST(PhotosMember, LeavesOutWhatDoesNotHaveItsNameAndTakesTheRest) {
  const std::string plain = small_jpeg("a"), carrying = small_jpeg("b", testing::segment(0xE1, "Exif")),
                    letter = "brief";
  PhotoBytes photos = bytes_of({plain, carrying, letter});
  photos[std::string(64, '0')] = std::make_shared<const std::string>(small_jpeg("c"));
  const std::string file = with_photos("{\"a\":1}", photos);
  const Read read = read_all(split_photos(file));
  EXPECT_EQ(read.taken.size(), 1U);
  EXPECT_EQ(read.refused.size(), 3U);
  EXPECT_NE(std::find(read.refused.begin(), read.refused.end(), "error.photo_other_bytes"), read.refused.end());
  EXPECT_NE(std::find(read.refused.begin(), read.refused.end(), "error.photo_not_plain"), read.refused.end());
  EXPECT_NE(std::find(read.refused.begin(), read.refused.end(), "error.photo_broken"), read.refused.end());
}

TEST(PhotosMember, IsNothingButExactlyThat) {
  const std::string name(64, 'a'), other(64, 'b');
  const auto whole = [](const std::string& text) {
    const PhotosSplit split = split_photos(text);
    return split.photos.empty() && split.document() == text;
  };
  EXPECT_TRUE(whole("{}"));
  EXPECT_TRUE(whole(""));
  EXPECT_TRUE(whole("{\"a\":1,\"photos\":{}}"));
  EXPECT_TRUE(whole("{\"a\":1,\"photos\":{\"x\":\"\"}}"));
  EXPECT_TRUE(whole("{\"a\":1,\"photos\":{\"" + name + "\":\"\"}"));
  EXPECT_TRUE(whole("{\"a\":1,\"photos\":{\"" + name + "\":\"\"}}}"));
  EXPECT_TRUE(whole("{\"a\":1,\"photos\":{\"" + other + "\":\"\",\"" + name + "\":\"\"}}")) << "not sorted";
  EXPECT_TRUE(whole("{\"a\":1,\"photos\":{\"" + name + "\":\"\",\"" + name + "\":\"\"}}")) << "twice";
  EXPECT_TRUE(whole("{\"a\":\",\\\"photos\\\":{\"}")) << "in a text";
  EXPECT_FALSE(whole("{\"a\":1,\"photos\":{\"" + name + "\":\"\"}}"));
}

TEST(PhotosMember, EveryFileThatBreaksOffIsAllDocument) {
  const std::string file = with_photos("{\"a\":1}", bytes_of({small_jpeg("a"), small_jpeg("b")}));
  for (std::size_t length = 0; length < file.size(); ++length) {
    EXPECT_TRUE(split_photos(file.substr(0, length)).photos.empty()) << length;
  }
}

}  // namespace
}  // namespace stoepkrijt::formats
