#include "schouw/photo_jpeg.hpp"

#include <algorithm>

#include "base/sha256.hpp"

namespace stoepkrijt::schouw {

namespace {

constexpr std::uint8_t kStart = 0xD8, kEnd = 0xD9, kScan = 0xDA, kRestart0 = 0xD0, kRestart7 = 0xD7;
constexpr std::uint8_t kApp0 = 0xE0, kApp15 = 0xEF, kComment = 0xFE;
constexpr std::string_view kJfif("JFIF\0", 5);

Unexpected broken() { return fail(Error(ErrorCode::kUnreadable, "error.photo_broken")); }

/// Start of frame: C0 to CF without the three that say something else (DHT, JPG, DAC).
bool is_frame(std::uint8_t marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Carries the picture, so that it stays: tables, frame, scan, restart interval.
bool is_needed(std::uint8_t marker) {
  return is_frame(marker) || marker == 0xC4 || marker == 0xCC || (marker >= kScan && marker <= 0xDF);
}

class Walk {
 public:
  explicit Walk(std::string_view bytes) : bytes_(bytes) {}

  Result<std::string> run() {
    if (bytes_.size() > kMostPhotoBytes) return fail(Error(ErrorCode::kTooLarge, "error.photo_too_large"));
    if (bytes_.size() < 4 || at(0) != 0xFF || at(1) != kStart) return broken();
    out_.assign(bytes_.substr(0, 2));
    at_ = 2;
    bool scanned = false;
    while (true) {
      SK_TRY(marker, next_marker());
      if (marker == kEnd) {
        if (!framed_ || !scanned) return broken();
        out_ += "\xFF\xD9";
        return std::move(out_);
      }
      SK_TRY(segment, take_segment());
      if (is_frame(marker)) SK_TRY_VOID(look_at_frame(segment));
      const bool jfif = marker == kApp0 && out_.size() == 2 && segment.substr(2).starts_with(kJfif);
      if (jfif) {
        put_jfif(segment);
      } else if (is_needed(marker)) {
        put(marker, segment);
      } else if ((marker < kApp0 || marker > kApp15) && marker != kComment) {
        return broken();
      }
      if (marker != kScan) continue;
      scanned = true;
      take_scan();
    }
  }

 private:
  [[nodiscard]] std::uint8_t at(std::size_t i) const { return static_cast<std::uint8_t>(bytes_[i]); }

  /// FF, any number of FF to fill up, the marker.
  Result<std::uint8_t> next_marker() {
    if (at_ >= bytes_.size() || at(at_) != 0xFF) return broken();
    while (at_ < bytes_.size() && at(at_) == 0xFF) ++at_;
    if (at_ >= bytes_.size() || at(at_) == 0) return broken();
    return at(at_++);
  }

  /// Length and what follows, together.
  Result<std::string_view> take_segment() {
    if (bytes_.size() - at_ < 2) return broken();
    const std::size_t length = static_cast<std::size_t>(at(at_)) * 256 + at(at_ + 1);
    if (length < 2 || length > bytes_.size() - at_) return broken();
    const std::string_view segment = bytes_.substr(at_, length);
    at_ += length;
    return segment;
  }

  Result<void> look_at_frame(std::string_view segment) {
    if (framed_ || segment.size() < 8) return broken();
    const auto two = [&](std::size_t i) {
      return static_cast<std::uint8_t>(segment[i]) * 256 + static_cast<std::uint8_t>(segment[i + 1]);
    };
    const int height = two(3), width = two(5);
    if (height == 0 || width == 0) return broken();
    if (height > kMostPhotoSideRead || width > kMostPhotoSideRead)
      return fail(Error(ErrorCode::kTooLarge, "error.photo_too_large"));
    framed_ = true;
    return {};
  }

  void put(std::uint8_t marker, std::string_view segment) {
    out_ += '\xFF';
    out_ += static_cast<char>(marker);
    out_ += segment;
  }
  /// Without the thumbnail that it may hold: sizes 0 × 0.
  void put_jfif(std::string_view segment) {
    constexpr std::size_t kPlain = 16;
    if (segment.size() < kPlain) return;
    std::string plain(segment.substr(0, kPlain));
    plain[0] = 0;
    plain[1] = static_cast<char>(kPlain);
    plain[14] = plain[15] = 0;
    put(kApp0, plain);
  }

  /// The coded picture: up to a marker that is no restart; FF 00 is a byte FF.
  void take_scan() {
    const std::size_t first = at_;
    while (at_ + 1 < bytes_.size()) {
      if (at(at_) == 0xFF) {
        const std::uint8_t next = at(at_ + 1);
        if (next != 0 && next != 0xFF && (next < kRestart0 || next > kRestart7)) break;
        if (next == 0xFF) {
          ++at_;
          continue;
        }
        ++at_;
      }
      ++at_;
    }
    if (at_ + 1 >= bytes_.size()) at_ = bytes_.size();
    out_ += bytes_.substr(first, at_ - first);
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  bool framed_ = false;
  std::string out_;
};

}  // namespace

Result<std::string> without_metadata(std::string_view jpeg) { return Walk(jpeg).run(); }

Result<void> check_photo(std::string_view jpeg) {
  SK_TRY(plain, without_metadata(jpeg));
  if (plain != jpeg) return fail(Error(ErrorCode::kNotAllowed, "error.photo_not_plain"));
  return {};
}

std::string photo_name(std::string_view jpeg) { return to_hex(sha256(jpeg)); }

bool is_photo_name(std::string_view text) {
  return text.size() == 64 &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace stoepkrijt::schouw
