#include "formats/photos/named_member.hpp"

#include <optional>
#include <utility>

#include "base/sha256.hpp"
#include "formats/photos/base64.hpp"

namespace stoepkrijt::formats {
namespace {

constexpr std::string_view kBetween = "\":\"";
constexpr std::string_view kEnd = "\"}}";
constexpr std::string_view kSpace = " \t\r\n";
constexpr std::size_t kNameSize = 64;

std::string start_of(std::string_view key) { return ",\"" + std::string(key) + "\":{\""; }

void drop_space(std::string_view& text) {
  const std::size_t last = text.find_last_not_of(kSpace);
  text = last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

}  // namespace

std::string with_member(std::string document, std::string_view key, std::string_view bytes) {
  if (bytes.empty()) return document;
  document.resize(document.find_last_of('}'));
  while (!document.empty() && kSpace.find(document.back()) != std::string_view::npos) document.pop_back();
  document.append(start_of(key)).append(to_hex(sha256(bytes))).append(kBetween).append(base64_of(bytes));
  return document.append(kEnd);
}

MemberSplit split_member(std::string_view text, std::string_view key) {
  MemberSplit out;
  out.whole = text;
  drop_space(text);
  // In JSON text these characters stand only where a member begins: in a string the quotes would be escaped.
  const std::string start = start_of(key);
  const std::size_t at = text.rfind(start);
  if (at == std::string_view::npos || !text.ends_with(kEnd)) return out;
  std::string_view rest = text.substr(at + start.size());
  const std::string_view name = rest.substr(0, kNameSize);
  if (rest.size() < kNameSize + kBetween.size() + kEnd.size() || rest.substr(kNameSize, kBetween.size()) != kBetween) {
    return out;
  }
  rest.remove_prefix(kNameSize + kBetween.size());
  rest.remove_suffix(kEnd.size());
  if (rest.find('"') != std::string_view::npos) return out;
  out.without = std::string(text.substr(0, at)) + "}";
  std::optional<std::string> bytes = bytes_of_base64(rest);
  out.damaged = !bytes || to_hex(sha256(*bytes)) != name;
  if (!out.damaged) out.bytes = std::move(*bytes);
  return out;
}

}  // namespace stoepkrijt::formats
