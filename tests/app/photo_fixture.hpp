// A device with a camera, for the tests of photos: its "JPEGs" are small, and hold the colour of the picture.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "book_fixture.hpp"
#include "schouw/photo_jpeg.hpp"
#include "support/small_jpeg.hpp"

namespace stoepkrijt::app::test {

inline PicturePtr picture_of_colour(char colour, int width = 40, int height = 30) {
  const std::size_t pixels = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  std::string rgba;
  for (std::size_t i = 0; i < pixels; ++i) rgba += std::string(3, colour) + '\xFF';
  return std::make_shared<const Picture>(Picture{width, height, std::move(rgba)});
}

/// Of a picture in one colour; a letter that is no marker.
inline std::string jpeg_of_colour(char colour) { return testing::small_jpeg(std::string("picture ") + colour); }
inline std::string name_of_colour(char colour) { return schouw::photo_name(jpeg_of_colour(colour)); }

inline void give_camera(platform::MemoryHost& host) {
  // With a place in it: what is kept must not have that.
  host.jpeg_of = [](const Picture& picture) {
    return testing::small_jpeg(std::string("picture ") + picture.rgba[0], testing::segment(0xE1, "Exif 51.9 N"));
  };
  host.picture_of = [](std::string_view jpeg) -> PicturePtr {
    const std::size_t at = jpeg.find("picture ");
    return at == std::string_view::npos ? nullptr : picture_of_colour(jpeg[at + 8]);
  };
}

inline platform::MemoryHost camera_nr(std::uint8_t number = 0) {
  platform::MemoryHost host = device_nr(number);
  give_camera(host);
  return host;
}

inline void take_photo(Bench& b, char colour, std::string instead_of = {}) {
  b.host.photos.push_back(picture_of_colour(colour));
  b.run(cmd::TakePhoto{true, std::move(instead_of)});
}

inline std::string add_signal_with_photo(Bench& b, std::string title, char colour) {
  b.run(start_tag());
  const std::string id = b.state().tag->signal.id;
  b.run(cmd::SetTagTitle{std::move(title)});
  take_photo(b, colour);
  b.run(cmd::LookedAtPhoto{name_of_colour(colour)});
  b.run(cmd::SaveTag{});
  return id;
}

inline bool keeps(const Bench& b, char colour) {
  const auto at = b.host.kept.find("photo/" + name_of_colour(colour));
  const bool indexed = b.host.kept.contains("p/kept/" + name_of_colour(colour));
  EXPECT_EQ(at != b.host.kept.end(), indexed) << "the list says what is there";
  if (at != b.host.kept.end()) {
    EXPECT_EQ(at->second, jpeg_of_colour(colour));
  }
  return at != b.host.kept.end();
}

inline std::vector<std::string> photos_of(const Bench& b, std::string_view id) {
  const model::Signal* signal = find_signal(*b.state().dossier, id);
  return signal == nullptr ? std::vector<std::string>{} : signal->photos;
}

}  // namespace stoepkrijt::app::test
