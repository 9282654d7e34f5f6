// The value of "records", for the writers of formats/merged and formats/delta.
#pragma once

#include "base/json_writer.hpp"
#include "merge/document.hpp"

namespace stoepkrijt::formats {

void write_records(const merge::Document& document, json::Writer& out);

}  // namespace stoepkrijt::formats
