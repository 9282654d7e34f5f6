#include "formats/photos/photos_member.hpp"

#include <optional>
#include <utility>

#include "formats/photos/base64.hpp"
#include "schouw/photo_jpeg.hpp"

namespace stoepkrijt::formats {

namespace {

constexpr std::string_view kStart = ",\"photos\":{";
constexpr std::string_view kSpace = " \t\r\n";
constexpr std::size_t kNameSize = 64;

/// Takes `what` off the front of `text`; false when it does not stand there.
bool take(std::string_view& text, std::string_view what) {
  if (!text.starts_with(what)) return false;
  text.remove_prefix(what.size());
  return true;
}

/// "NAME":"BASE64" off the front.
bool take_photo(std::string_view& text, PhotosSplit::One& one) {
  if (!take(text, "\"")) return false;
  one.name = text.substr(0, kNameSize);
  if (!schouw::is_photo_name(one.name)) return false;
  text.remove_prefix(kNameSize);
  if (!take(text, "\":\"")) return false;
  const std::size_t end = text.find('"');
  if (end == std::string_view::npos) return false;
  one.base64 = text.substr(0, end);
  text.remove_prefix(end + 1);
  return true;
}

/// All photos up to the end of the file; false when anything else stands there.
bool take_all(std::string_view text, std::vector<PhotosSplit::One>& out) {
  do {
    PhotosSplit::One one;
    if (!take_photo(text, one) || (!out.empty() && !(out.back().name < one.name))) return false;
    out.push_back(one);
  } while (take(text, ","));
  return take(text, "}}") && text.find_first_not_of(kSpace) == std::string_view::npos;
}

}  // namespace

std::string with_photos(std::string document, const PhotoBytes& photos) {
  if (photos.empty()) return document;
  document.resize(document.find_last_of('}'));
  while (!document.empty() && kSpace.find(document.back()) != std::string_view::npos) document.pop_back();
  std::size_t size = document.size() + kStart.size() + 2;
  for (const auto& [name, jpeg] : photos) size += bytes_in_file(jpeg->size());
  document.reserve(size);
  document += kStart;
  bool first = true;
  for (const auto& [name, jpeg] : photos) {
    if (!std::exchange(first, false)) document += ',';
    document += '"' + name + "\":\"";
    document += base64_of(*jpeg);
    document += '"';
  }
  return document + "}}";
}

std::uint64_t bytes_in_file(std::uint64_t jpeg_bytes) { return (jpeg_bytes + 2) / 3 * 4 + kNameSize + 6; }

PhotosSplit split_photos(std::string_view text) {
  PhotosSplit out;
  out.whole = text;
  // In JSON text these characters stand only where a member begins: in a string the quotes would be escaped.
  const std::size_t at = text.rfind(kStart);
  if (at == std::string_view::npos || !take_all(text.substr(at + kStart.size()), out.photos)) {
    out.photos.clear();
    return out;
  }
  out.without = std::string(text.substr(0, at)) + "}";
  return out;
}

void each_photo(const PhotosSplit& split,
                const std::function<void(std::string_view name, Result<std::string> jpeg)>& take) {
  for (const PhotosSplit::One& one : split.photos) {
    std::optional<std::string> jpeg = bytes_of_base64(one.base64);
    if (!jpeg || schouw::photo_name(*jpeg) != one.name) {
      take(one.name, fail(Error(ErrorCode::kDamaged, "error.photo_other_bytes")));
    } else if (Result<void> good = schouw::check_photo(*jpeg); !good) {
      take(one.name, fail(std::move(good).error()));
    } else {
      take(one.name, std::move(*jpeg));
    }
  }
}

}  // namespace stoepkrijt::formats
