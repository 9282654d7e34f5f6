#include "formats/records/photo_names.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "formats/records/records.hpp"
#include "merge/value.hpp"
#include "merge/view.hpp"
#include "schouw/photo_jpeg.hpp"

namespace stoepkrijt::formats {

void add_photo_names(const merge::Document& document, bool deleted, std::set<std::string>& out) {
  for (std::uint32_t field = 0; field < document.fields.size(); ++field) {
    if (document.fields[field].kind != merge::FieldKind::kSet || document.fields[field].name != kPhotos) continue;
    for (const merge::Record& record : document.records) {
      const bool any = std::any_of(record.held.begin(), record.held.end(),
                                   [field](const merge::Held& held) { return held.field == field; });
      if (!any || (!deleted && merge::is_hidden(document, record))) continue;
      for (const merge::Held& held : record.held) {
        if (held.field != field) continue;
        std::string name = merge::as_text(record.value(held)).value_or("");
        if (schouw::is_photo_name(name)) out.insert(std::move(name));
      }
    }
  }
}

}  // namespace stoepkrijt::formats
