// Photos at the end of a file, and a photo by itself: whatever comes in, what is taken is what it says, and going round
// is the same. Seeds: a JPEG, and a file with two.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "base/check.hpp"
#include "formats/photos/base64.hpp"
#include "formats/photos/photos_member.hpp"
#include "schouw/photo_jpeg.hpp"

using namespace stoepkrijt;

namespace {

void look_at_jpeg(std::string_view bytes) {
  const auto plain = schouw::without_metadata(bytes);
  if (!plain) return;
  SK_CHECK(plain->size() <= bytes.size());
  SK_CHECK(schouw::check_photo(*plain).has_value());
}

void look_at_file(std::string_view text) {
  const formats::PhotosSplit split = formats::split_photos(text);
  if (split.photos.empty()) {
    SK_CHECK(split.document() == text);
    return;
  }
  formats::PhotoBytes photos;
  formats::each_photo(split, [&](std::string_view name, Result<std::string> jpeg) {
    if (!jpeg) return;
    SK_CHECK(schouw::photo_name(*jpeg) == name);
    SK_CHECK(schouw::check_photo(*jpeg).has_value());
    photos.emplace(name, std::make_shared<const std::string>(std::move(jpeg).value()));
  });
  if (photos.empty()) return;
  const std::string again = formats::with_photos(std::string(split.document()), photos);
  SK_CHECK(formats::split_photos(again).photos.size() == photos.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  look_at_jpeg(bytes);
  look_at_file(bytes);
  if (const auto decoded = formats::bytes_of_base64(bytes)) SK_CHECK(formats::base64_of(*decoded) == bytes);
  return 0;
}
