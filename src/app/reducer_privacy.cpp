// How reporters can be reached, and until when a dossier may be kept.
#include <utility>

#include "app/planning.hpp"
#include "app/reducer.hpp"
#include "app/views/round_words.hpp"
#include "formats/records/records.hpp"
#include "merge/value.hpp"
#include "model/date.hpp"

namespace stoepkrijt::app {

void Reducer::on(const cmd::SetContact& c) {
  if (find_signal(*s.dossier, c.signal) == nullptr) return;
  if (c.contact.empty() && s.contacts != nullptr && s.contacts->contains(c.signal)) {
    drop_contact(c.signal);
    on(cmd::Back{});
    toast("toast.contact_gone", false, true);
    return;
  }
  if (auto ok = validate(c.contact); !ok) return problem(std::move(ok).error(), "problem.safe_form");
  Contacts next = s.contacts == nullptr ? Contacts() : *s.contacts;
  next.insert_or_assign(c.signal, c.contact);
  s.contacts = std::make_shared<const Contacts>(std::move(next));
  save("contacts");
  on(cmd::Back{});
  toast("toast.contact_kept", false, true);
}

void Reducer::drop_contact(const std::string& signal) {
  if (s.contacts == nullptr || !s.contacts->contains(signal)) return;
  Contacts next = *s.contacts;
  next.erase(signal);
  s.contacts = next.empty() ? nullptr : std::make_shared<const Contacts>(std::move(next));
  save("contacts");
}

void Reducer::on(const cmd::SetContactsLeave& c) { s.contacts_leave = c.on; }

void Reducer::take_contacts(const PendingImport& import) {
  Contacts next = s.contacts == nullptr ? Contacts() : *s.contacts;
  const std::size_t before = next.size();
  for (const auto& [signal, contact] : import.contacts) {
    if (find_signal(*s.dossier, signal) != nullptr) next.emplace(signal, contact);  // what is here stays
  }
  if (next.size() == before) return;
  s.contacts = std::make_shared<const Contacts>(std::move(next));
  save("contacts");
}

void Reducer::on(const cmd::SetDeleteBy& c) {
  if (c.day == s.dossier->delete_by || !model::is_date(c.day)) return;
  auto shown = std::make_shared<model::Dossier>(*s.dossier);
  shown->delete_by = c.day;
  std::vector<merge::Write> writes;
  writes.push_back({merge::Write::Op::kSet, std::string(formats::kDossierRecord), std::string(formats::kDossierRecord),
                    std::string(formats::kDeleteBy), merge::text_value(c.day)});
  if (take_step(std::move(writes), std::move(shown), Happening{Origin::kOwn, "undo.delete_by", "", 0, {}})) {
    toast("toast.delete_by", true, true);
  }
}

/// Of a dossier that is kept here (an example that nobody touched is not). Nothing is erased by itself: a device with a
/// wrong clock would erase what others still need.
void Reducer::ask_about_keeping() {
  if (!s.book.kept || !s.writer || s.dialog.kind != Dialog::Kind::kNone) return;
  const std::string last = last_day(*s.dossier);
  if (last.empty() || iso_day(s.device.now_ms, s.device.offset_minutes) <= last) return;
  s.dialog = Dialog{Dialog::Kind::kKeepPast, s.slug};
}

}  // namespace stoepkrijt::app
