// The value of "tables", the form of a document's records that gzip makes small: for the writer of formats/merged only.
#pragma once

#include "base/json_writer.hpp"
#include "merge/document.hpp"

namespace stoepkrijt::formats {

/// Of each kind a table: what is alike stands beside each other, the records in the order in which they were made, and
/// dots and clocks as differences (docs/formats/merge.md, "Tables").
void write_tables(const merge::Document& document, json::Writer& out);

}  // namespace stoepkrijt::formats
