#include "schouw/photo_jpeg.hpp"

#include <gtest/gtest.h>

#include "support/small_jpeg.hpp"

namespace stoepkrijt::schouw {
namespace {

using testing::segment;
using testing::small_jpeg;
using namespace std::string_literals;

TEST(PhotoJpeg, KeepsWhatIsNothingButThePicture) {
  const std::string jpeg = small_jpeg("a\xFF\x00z\xFF\xD3y"s);
  const auto plain = without_metadata(jpeg);
  ASSERT_TRUE(plain.has_value());
  EXPECT_EQ(*plain, jpeg);
  EXPECT_TRUE(check_photo(jpeg).has_value());
}

TEST(PhotoJpeg, LeavesOutEverythingElse) {
  const std::string more = segment(0xE1, "Exif\0\0II*\0 51.92 N 4.48 E"s) + segment(0xE2, "ICC_PROFILE") +
                           segment(0xED, "Photoshop 3.0") + segment(0xEE, "Adobe") + segment(0xFE, "Canon van Piet") +
                           segment(0xE0, "JFXX\0thumb"s);
  const std::string carrying = small_jpeg("abc", more) + "what stands behind the end";
  const auto plain = without_metadata(carrying);
  ASSERT_TRUE(plain.has_value());
  EXPECT_EQ(*plain, small_jpeg("abc"));
  EXPECT_EQ(check_photo(carrying).error().key, "error.photo_not_plain");
}

TEST(PhotoJpeg, LeavesOutTheThumbnailOfJfif) {
  std::string jpeg = "\xFF\xD8" + segment(0xE0, "JFIF\0\x01\x02\x00\x00\x01\x00\x01\x01\x01rgb"s);
  jpeg += small_jpeg("abc").substr(20);  // after the start and the mark of JFIF
  const auto plain = without_metadata(jpeg);
  ASSERT_TRUE(plain.has_value());
  EXPECT_EQ(*plain, small_jpeg("abc"));
}

TEST(PhotoJpeg, TakesFilledUpMarkersAndSeveralScans) {
  std::string jpeg = small_jpeg("abc");
  jpeg.insert(jpeg.size() - 2, segment(0xC4, "table") + "\xFF" + segment(0xDA, "scan") + "def");
  const auto plain = without_metadata(jpeg);
  ASSERT_TRUE(plain.has_value());
  EXPECT_LT(plain->size(), jpeg.size()) << "the FF that fills up is not needed";
  EXPECT_TRUE(check_photo(*plain).has_value());
}

TEST(PhotoJpeg, RefusesEveryBeginningOfAFile) {
  const std::string jpeg = small_jpeg("a\xFF\x00z"s, segment(0xE1, "Exif"));
  for (std::size_t length = 0; length < jpeg.size(); ++length) {
    const auto plain = without_metadata(std::string_view(jpeg).substr(0, length));
    ASSERT_FALSE(plain.has_value()) << length;
    EXPECT_EQ(plain.error().key, "error.photo_broken");
  }
}

TEST(PhotoJpeg, RefusesWhatIsTooLarge) {
  EXPECT_TRUE(check_photo(small_jpeg("a", "", kMostPhotoSideRead, 5)).has_value());
  EXPECT_EQ(check_photo(small_jpeg("a", "", kMostPhotoSideRead + 1, 5)).error().code, ErrorCode::kTooLarge);
  EXPECT_EQ(check_photo(small_jpeg("a", "", 5, 60000)).error().code, ErrorCode::kTooLarge);
  EXPECT_EQ(check_photo(std::string(kMostPhotoBytes + 1, 'x')).error().code, ErrorCode::kTooLarge);
  EXPECT_FALSE(check_photo(small_jpeg("a", "", 0, 5)).has_value());
}

TEST(PhotoJpeg, NamesByTheBytes) {
  EXPECT_EQ(photo_name("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_TRUE(is_photo_name(photo_name("abc")));
  EXPECT_FALSE(is_photo_name(std::string(64, 'A')));
  EXPECT_FALSE(is_photo_name(std::string(63, 'a')));
  EXPECT_FALSE(is_photo_name(""));
}

}  // namespace
}  // namespace stoepkrijt::schouw
