// How the reporters of signals can be reached. Kept apart from the dossier, so that nothing that is made of the dossier
// (files for others, tables, reports, what goes by codes or a shared folder) can hold it; it goes along with a file
// only when its owner says so, each time anew.
//
// JSON, version 1:
// {"contacts":[{"email":…,"name":…,"phone":…,"signal":…},…],"format":"stoepkrijt-contacts","version":1}, sorted by
// signal. In the file of a dossier it is the member "contacts" (formats/photos/named_member.hpp).
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace stoepkrijt::app {

struct Contact {
  std::string name;  ///< may be empty
  std::string email;
  std::string phone;
  [[nodiscard]] bool empty() const { return email.empty() && phone.empty(); }
  friend bool operator==(const Contact&, const Contact&) = default;
};
using Contacts = std::map<std::string, Contact>;  ///< by the id of the signal

/// One of both must be there. Errors: kEmpty "error.contact_empty"; kNotAllowed "error.contact_email" (no name, @ and
/// domain, or longer than 254), "error.contact_phone" (6 to 20 digits, with + ( ) - and blanks between them);
/// kTooLong "error.too_long" for the name.
[[nodiscard]] Result<void> validate(const Contact& contact);

[[nodiscard]] std::string write_contacts(const Contacts& contacts);
/// Errors: those of json::Document, of the members, and of validate().
[[nodiscard]] Result<Contacts> read_contacts(std::string_view json);

}  // namespace stoepkrijt::app
