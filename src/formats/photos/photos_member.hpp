// Photos in the file of a dossier: the last member of its object, written without white space, so that it can be taken
// off before the rest is read, and the rest is the very file without photos.
//
//   {"actors":…,"version":2,"photos":{"<name>":"<base64 of the JPEG>",…}}
//
// Names are sorted, each once. A photo whose bytes do not have its name, or that is no plain JPEG
// (schouw/photo_jpeg.hpp), is left out and told; the others are taken.
//
// Example:
//   const PhotosSplit split = split_photos(text);
//   SK_TRY(document, read_any_dossier(split.document()));
//   each_photo(split, [&](std::string_view name, Result<std::string> jpeg) { … });
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace stoepkrijt::formats {

using PhotoBytes = std::map<std::string, std::shared_ptr<const std::string>, std::less<>>;

/// `document`: an object that is not empty, as a file (canonical or not). Without photos: as it is.
[[nodiscard]] std::string with_photos(std::string document, const PhotoBytes& photos);
/// How many bytes a photo of this size takes in a file.
[[nodiscard]] std::uint64_t bytes_in_file(std::uint64_t jpeg_bytes);

struct PhotosSplit {
  std::string_view whole;  ///< the text itself, which must live as long as this
  std::string without;     ///< the file without photos, when it has any
  /// The file without photos.
  [[nodiscard]] std::string_view document() const { return photos.empty() ? whole : std::string_view(without); }
  struct One {
    std::string_view name;
    std::string_view base64;
  };
  std::vector<One> photos;
};
/// A text whose end is not exactly such a member is all document.
[[nodiscard]] PhotosSplit split_photos(std::string_view text);

/// Unpacks and checks one after another. Errors of a photo: kDamaged with "error.photo_other_bytes"; those of
/// schouw::check_photo.
void each_photo(const PhotosSplit& split,
                const std::function<void(std::string_view name, Result<std::string> jpeg)>& take);

}  // namespace stoepkrijt::formats
