#include "formats/merged/envelope.hpp"

#include <string>
#include <utility>

#include "base/decimal.hpp"

namespace stoepkrijt::formats {
namespace {

/// Only format and version of a document, so that they are judged before anything else.
class EnvelopeHandler final : public json::SaxHandler {
 public:
  explicit EnvelopeHandler(const Envelope& meant) : meant_(meant) {}

  bool null_value(std::size_t) override { return true; }
  bool boolean(bool, std::size_t) override { return true; }
  bool number(std::string_view text, std::size_t end) override {
    if (depth_ == 1 && key_ == "version") {
      version_ = parse_decimal(text, 0, Excess::kRefuse).value_or(0);
      version_end_ = end;
    }
    return true;
  }
  bool string(std::string_view text, std::size_t) override {
    right_ = right_ || (depth_ == 1 && key_ == "format" && text == meant_.format);
    return true;
  }
  bool key(std::string_view text, std::size_t) override {
    if (depth_ == 1) key_ = text;
    return true;
  }
  bool start_object(std::size_t) override { return ++depth_ > 0; }
  bool end_object(std::size_t) override { return depth_-- > 0; }
  bool start_array(std::size_t) override { return ++depth_ > 0; }
  bool end_array(std::size_t) override { return depth_-- > 0; }
  Error error() override { return {}; }

  [[nodiscard]] Error judge(std::string_view text, Error fault) const {
    if (!right_) return Error(ErrorCode::kWrongFormat, "error.wrong_format").at(json::where_is(text, 0));
    if (version_end_ == 0 || version_ == meant_.version) return fault;
    const bool newer = version_ > meant_.version;
    return Error(newer ? ErrorCode::kNewerVersion : ErrorCode::kWrongFormat, newer          ? "error.newer_version"
                                                                             : version_ < 1 ? "error.no_such_version"
                                                                                            : "error.older_version")
        .with("version", std::to_string(version_))
        .with("known", std::to_string(meant_.version))
        .at(json::where_is(text, version_end_));
  }

 private:
  const Envelope& meant_;
  std::uint32_t depth_ = 0;
  std::string key_;
  bool right_ = false;
  std::int64_t version_ = 0;
  std::size_t version_end_ = 0;
};

}  // namespace

Error judged(std::string_view text, const Envelope& meant, const json::Limits& limits, Error fault) {
  EnvelopeHandler handler(meant);
  if (!json::parse(text, handler, limits)) return fault;
  return handler.judge(text, std::move(fault));
}

}  // namespace stoepkrijt::formats
