// The reader of files as this program writes them, for formats/merged only: the same records by the same RecordReader
// as the reader of any JSON (handler.hpp), but without looking for any other form than the canonical one. It only ever
// says "not for me", never what is wrong; then the other one reads all anew.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/json_sax.hpp"
#include "formats/merged/handler.hpp"
#include "formats/merged/record_reader.hpp"
#include "formats/merged/scanner.hpp"

namespace stoepkrijt::formats {

class Beside;

class CanonicalReader {
 public:
  /// May this reader judge the text at all, under these limits? (Nothing that it takes is deeper than `limits` allow.)
  [[nodiscard]] static bool may_take(std::string_view text, const json::Limits& limits);

  /// With `beside` records that it knows already are left to it.
  explicit CanonicalReader(std::string_view text, Beside* beside = nullptr)
      : in_(text), record_(fields_), beside_(beside) {}

  /// False: the file is not in canonical order, or there is something wrong with it.
  [[nodiscard]] bool read();
  /// Did tables come? Then nobody else can read the file, and what was wrong with it was wrong at fault_at().
  [[nodiscard]] bool has_tables() const { return has_tables_; }
  [[nodiscard]] std::size_t fault_at() const { return fault_at_; }

  [[nodiscard]] Read& result() { return read_; }
  [[nodiscard]] const std::vector<merge::FieldName>& fields() const { return fields_.names(); }

 private:
  bool actors();
  bool tables();
  bool kinds();
  bool ids();
  bool record(std::string_view id);
  bool groups();
  [[nodiscard]] std::optional<std::uint32_t> name(merge::FieldKind kind);
  bool group(merge::FieldKind kind);
  bool plain();
  bool dots(std::uint32_t field);

  Scanner in_;
  NameTable fields_;
  RecordReader record_;
  Read read_;
  Beside* beside_;
  std::size_t held_ = 0;
  std::size_t count_ = 0;
  bool has_tables_ = false;
  std::size_t fault_at_ = 0;
};

}  // namespace stoepkrijt::formats
