// Photos in words: the tiles on the tag screen and on a signal's page, and one photo as a page.
#pragma once

#include <string>
#include <vector>

#include "app/photos.hpp"
#include "app/views/page.hpp"

namespace stoepkrijt::app {

/// One photo among others.
struct PhotoTile {
  std::string name;           ///< of the photo: its SHA-256
  std::string alt;            ///< "Foto 1 van 2 bij: Lamp stuk"
  int width = 0, height = 0;  ///< of the picture in memory; 0: none
  std::string instead;        ///< what to say where no picture is; empty when there is one
  bool gone = false;          ///< it is not here and will not come by itself
  std::string badge;          ///< "Nagekeken"; may be empty
  bool checked = false;
  std::string open;
  std::string remove;  ///< empty: cannot be removed here
};
/// Of a signal; `draft`: of the signal in the making, whose photos can be changed.
[[nodiscard]] std::vector<PhotoTile> make_photo_tiles(const State& state, const Lang& lang, const model::Signal& signal,
                                                      const TagDraft* draft);

struct PhotoView {
  Page page;
  bool present = false;  ///< some signal or the draft names it
  PhotoTile tile;
  std::string gone_title, gone_words;  ///< when there is nothing to show
  bool in_draft = false;
  bool to_look_at = false;
  std::string actions_name;
  std::string question;  ///< "Staan er mensen of kentekens op?"
  std::string hint;
  std::string good;            ///< the one filled button
  std::string retake, remove;  ///< empty: not possible here
  bool camera = false;         ///< retaking is by camera

  // The brush
  bool can_paint = false;
  bool painted = false;  ///< something is hidden: the filled button makes it so
  struct Cover {
    float x = 0, y = 0, w = 0, h = 0;  ///< pixels of the picture
    schouw::Colour colour;
  };
  std::vector<Cover> covers;
  float brush = 0;  ///< width, pixels of the picture
  std::string parts_name;
  struct Part {
    std::string key, name;
    std::int32_t column = 0, row = 0;
    float x = 0, y = 0, w = 0, h = 0;
    bool hidden = false;
  };
  std::vector<Part> parts;
  std::string undo;  ///< empty: there is nothing to take back
};
[[nodiscard]] PhotoView make_photo_view(const State& state, const Lang& lang);

}  // namespace stoepkrijt::app
