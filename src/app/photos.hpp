// The photos of signals, as the app knows them: which the device keeps, which are named by what, and the few that are
// in memory because they are shown. Each is kept under its name, the SHA-256 of its bytes; a signal only names it.
//
//   photo/<name>     the JPEG
//   p/kept/<name>    its size in bytes, as decimal digits: what is here is known without reading the photos
//   p/named/<slug>   the names in a dossier, its draft and its journal, one a line: so a photo is forgotten only when
//                    no dossier on the device names it, without reading the others
//
// Example: unnamed(photos, shelf) is what may be forgotten.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/picture.hpp"
#include "formats/photos/photos_member.hpp"
#include "model/dossier.hpp"
#include "schouw/pixelate.hpp"

namespace stoepkrijt::app {

struct Book;
struct ShelfItem;
struct State;
struct TagDraft;

/// Longest side of a photo that is one among others on a page, and of one that fills it.
inline constexpr std::uint32_t kTileSide = 800;
inline constexpr std::uint64_t kMostPhotoFile = std::uint64_t{64} << 20U;  ///< as it comes from the camera
/// In memory beside those that are shown now.
inline constexpr std::size_t kMostSeen = 6;

struct Photos {
  // What the device keeps
  bool known = false;                                      ///< the device has told
  bool doubtful = false;                                   ///< something could not be read, so nothing is forgotten
  std::map<std::string, std::uint64_t, std::less<>> kept;  ///< name to bytes
  std::map<std::string, std::vector<std::string>, std::less<>> named;  ///< slug to names, sorted

  // What is shown
  struct Seen {
    enum class What : std::uint8_t { kAsked, kHere, kMissing, kBroken } what = What::kAsked;
    std::shared_ptr<const std::string> jpeg;
    PicturePtr picture;            ///< null until it is decoded
    std::uint32_t side = 0;        ///< it was asked to be decoded this large
    std::uint32_t shown_side = 0;  ///< and this large is `picture`
    std::uint64_t used = 0;
  };
  std::map<std::string, Seen, std::less<>> seen;
  std::uint64_t clock = 0;  ///< counts uses

  /// On its way from the camera (or the brush) to the device's storage.
  struct Making {
    std::uint32_t ticket = 0;
    std::string signal;      ///< id of the draft that it is for
    std::string instead_of;  ///< the photo that it replaces; empty: none
    bool looked_at = false;  ///< somebody has said that nobody can be recognised
  };
  std::optional<Making> making;
  std::uint32_t last_ticket = 0;
  std::string asked_instead_of;  ///< what the next photo of the camera replaces
  bool taking = false;           ///< the camera or the chooser was asked for

  /// What is hidden of the photo that is open, not yet made so.
  struct Brush {
    std::string name;
    PicturePtr picture;
    schouw::CellSums sums;
    schouw::Hidden hidden;
    std::vector<schouw::Hidden> before;  ///< for each stroke, the last one last
  };
  std::optional<Brush> brush;

  /// A file on its way out, waiting for its photos.
  struct Leaving {
    std::vector<std::string> wanted;  ///< still to be read
    formats::PhotoBytes read;
  };
  std::optional<Leaving> leaving;
  /// In the shared folder each photo is a file of its own: what is there, what was asked, and what is to go there.
  std::set<std::string, std::less<>> in_folder, from_folder, to_folder;
  std::uint64_t document_bytes = 0;  ///< of a file without photos, as of when the screen of files was opened
};
inline constexpr std::size_t kMostStrokes = 50;

/// Every name in the document (also in what was deleted or lost a conflict), in what an import can be undone to, in the
/// journal and in the draft. Sorted.
[[nodiscard]] std::vector<std::string> names_in(const Book& book, const std::optional<TagDraft>& tag,
                                                const std::vector<TagDraft>& later);
/// Those that the present screen shows, in order.
[[nodiscard]] std::vector<std::string> names_shown(const State& state);
/// Kept, and named by nothing. Empty as long as the names of one of the dossiers are not known.
[[nodiscard]] std::vector<std::string> unnamed(const Photos& photos, const std::vector<ShelfItem>& shelf);
/// The parts of a picture that can be hidden one by one, by keys and by a reader: about as wide as they are high.
struct PartsOf {
  std::int32_t across = 1, down = 1;
};
[[nodiscard]] PartsOf parts_of(const Picture& picture);
/// The photo that is open, as far as it can be painted on: of the draft, and whole in memory. nullptr: not now.
[[nodiscard]] const Photos::Seen* photo_to_paint(const State& state);
/// Those of the signals that are shown: what goes along with a file, as far as it is here. Sorted.
[[nodiscard]] std::vector<std::string> names_of_signals(const model::Dossier& dossier);
struct PhotosOut {
  std::size_t here = 0, missing = 0;
  std::uint64_t bytes = 0;  ///< that they take in a file
};
[[nodiscard]] PhotosOut photos_out(const State& state);
[[nodiscard]] std::uint64_t bytes_kept(const Photos& photos);

[[nodiscard]] std::string photo_key(std::string_view name);
[[nodiscard]] std::string write_names(const std::vector<std::string>& names);
/// What is no name is left out; false in `whole` when there was any.
[[nodiscard]] std::vector<std::string> read_names(std::string_view lines, bool& whole);

}  // namespace stoepkrijt::app
