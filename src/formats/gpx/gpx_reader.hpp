// From the elements of a GPX file to its values, one at a time.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/gpx/gpx.hpp"
#include "formats/xml/xml.hpp"

namespace stoepkrijt::formats::gpx {

inline constexpr std::string_view kSpace10 = "http://www.topografix.com/GPX/1/0";
inline constexpr std::string_view kSpace11 = "http://www.topografix.com/GPX/1/1";
/// Of what stands in <extensions>: "accuracy", a decimal number of metres.
inline constexpr std::string_view kOwnSpace = "urn:stoepkrijt:gpx:1";

class Handler final : public xml::Handler {
 public:
  explicit Handler(const GpxLimits& limits) : limits_(limits) {}

  Result<void> start(const xml::Element& element, std::uint32_t line) override;
  Result<void> end(std::string_view name, std::string_view text) override;

  GpxFile file;
  GpxNotes notes;

 private:
  /// What an open element is to us.
  enum class Role : std::uint8_t {
    kRoot,
    kMetadata,
    kAuthor,
    kWaypoint,
    kRoute,
    kRoutePlace,
    kTrack,
    kSegment,
    kTrackPoint,
    kExtensions,
    kField,     ///< holds text that is kept, as its name and what is around it say
    kAccuracy,  ///< of our own, in extensions
    kPassed,    ///< unknown, and all within it
  };

  [[nodiscard]] Role role_of(const xml::Element& element) const;
  [[nodiscard]] static bool is_field(Role around, std::string_view name);
  Result<void> start_root(const xml::Element& element);
  Result<void> open(Role role, const xml::Element& element, std::uint32_t line);
  Result<void> count_place();
  Result<void> field(std::string_view name, std::string_view text);
  void note_here(GpxNote& note) const;
  void keep(std::string& into, std::string_view text);
  void keep_time(std::optional<std::int64_t>& into, std::string_view text);
  void keep_accuracy(std::string_view text);
  void place_field(GpxPlace& place, std::string_view name, std::string_view text);
  void file_field(std::string_view name, std::string_view text);
  [[nodiscard]] GpxPoint* current_point(Role around);

  GpxLimits limits_;
  std::vector<Role> open_;
  std::size_t points_ = 0;
  std::size_t places_ = 0;
  std::uint32_t line_ = 0;
};

}  // namespace stoepkrijt::formats::gpx
