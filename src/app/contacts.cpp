#include "app/contacts.hpp"

#include <algorithm>
#include <utility>

#include "app/json_fields.hpp"
#include "base/json_writer.hpp"
#include "base/utf8.hpp"

namespace stoepkrijt::app {

namespace {

constexpr std::int64_t kVersion = 1;
constexpr std::size_t kMostName = 200;
constexpr std::size_t kMostEmail = 254;  // RFC 5321, 4.5.3.1.3, without the angle brackets
constexpr std::ptrdiff_t kLeastDigits = 6, kMostDigits = 20;

/// No more than what a slip of the finger breaks: whether it arrives, only sending can tell.
bool is_email(std::string_view text) {
  const std::size_t at = text.find('@');
  const bool shaped = at != std::string_view::npos && at > 0 && text.find('@', at + 1) == std::string_view::npos &&
                      text.find('.', at) != std::string_view::npos && !text.ends_with('.') && text[at + 1] != '.';
  return shaped && text.size() <= kMostEmail &&
         std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; });
}

bool is_phone(std::string_view text) {
  const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits >= kLeastDigits && digits <= kMostDigits &&
         text.find_first_not_of("0123456789+()- .") == std::string_view::npos && text.size() <= 40;
}

}  // namespace

Result<void> validate(const Contact& contact) {
  if (contact.empty()) return fail(Error(ErrorCode::kEmpty, "error.contact_empty"));
  if (first_code_points(contact.name, kMostName).size() < contact.name.size()) {
    return fail(Error(ErrorCode::kTooLong, "error.contact_name"));
  }
  if (!contact.email.empty() && !is_email(contact.email)) {
    return fail(Error(ErrorCode::kNotAllowed, "error.contact_email").with("value", contact.email));
  }
  if (!contact.phone.empty() && !is_phone(contact.phone)) {
    return fail(Error(ErrorCode::kNotAllowed, "error.contact_phone").with("value", contact.phone));
  }
  return {};
}

std::string write_contacts(const Contacts& contacts) {
  json::Writer out;
  out.begin_object();
  out.key("contacts");
  out.begin_array();
  for (const auto& [signal, contact] : contacts) {
    out.begin_object();
    put_text(out, "email", contact.email);
    put_text(out, "name", contact.name);
    put_text(out, "phone", contact.phone);
    put_text(out, "signal", signal);
    out.end_object();
  }
  out.end_array();
  put_text(out, "format", "stoepkrijt-contacts");
  out.key("version");
  out.integer(kVersion);
  out.end_object();
  return out.take();
}

Result<Contacts> read_contacts(std::string_view json) {
  SK_TRY(document, json::Document::parse(json));
  const json::Cursor root = document.root();
  SK_TRY_VOID(root.expect(json::Type::kObject));
  if (text_or_empty(root, "format") != "stoepkrijt-contacts") {
    return fail(Error(ErrorCode::kWrongFormat, "error.wrong_format"));
  }
  SK_TRY_VOID(integer_at(root, "version", kVersion, kVersion));
  SK_TRY(list, root.get("contacts"));
  SK_TRY_VOID(list.expect(json::Type::kArray));
  Contacts out;
  for (const json::Cursor item : list) {
    SK_TRY(signal, text_at(item, "signal"));
    Contact contact;
    SK_TRY(name, text_at(item, "name"));
    SK_TRY(email, text_at(item, "email"));
    SK_TRY(phone, text_at(item, "phone"));
    contact = {std::move(name), std::move(email), std::move(phone)};
    SK_TRY_VOID(validate(contact));
    out.insert_or_assign(std::move(signal), std::move(contact));
  }
  return out;
}

}  // namespace stoepkrijt::app
