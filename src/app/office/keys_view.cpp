#include "app/office/keys_view.hpp"

#include "app/office/sheets.hpp"
#include "ballotbox/spoken.hpp"
#include "formats/codes/qr.hpp"

namespace stoepkrijt::app {

namespace {

void add_form(KeysView& v, const Lang& lang) {
  v.what_title = lang.tr("office.key_what");
  v.owners = {lang.tr("office.owner_holder"), lang.tr("office.owner_kiosk"), lang.tr("office.owner_phone")};
  v.abouts = {lang.tr("office.owner_holder_about"), lang.tr("office.owner_kiosk_about"),
              lang.tr("office.owner_phone_about")};
  const std::string box_label = lang.tr("office.key_name_box"), box_hint = lang.tr("office.key_name_box_hint");
  v.name_labels = {lang.tr("office.key_name_holder"), box_label, box_label};
  v.name_hints = {lang.tr("office.key_name_holder_hint"), box_hint, box_hint};
  v.make = lang.tr("office.key_make");
}

void add_made(KeysView& v, const Office& office, const Lang& lang) {
  const office::NewKey& key = *office.key;
  const bool holder = key.open.owner == formats::KeyOwner::kHolder;
  v.done_title = lang.tr(holder ? "office.key_done_holder" : "office.key_done_box", {{"name", key.open.name}});
  v.open_title = lang.tr("office.open_title");
  v.open_words = lang.tr("office.open_words");
  v.digits_label = lang.tr("office.digits");
  v.digits = digit_lines(key.open.key);
  v.words_label = lang.tr("office.in_words");
  v.spoken = ballotbox::spoken(key.open.key);
  v.open_file = lang.tr("office.open_file");
  v.qr_name = lang.tr("office.open_qr", {{"name", key.open.name}});
  if (auto matrix = formats::qr_matrix(formats::public_key_code(key.open))) {
    v.size = static_cast<int>(matrix->size);
    v.modules = std::move(matrix->modules);
  }
  v.secret_title = lang.tr("office.secret_title");
  v.secret_words = lang.tr(holder ? "office.secret_words_holder" : "office.secret_words_box");
  v.print = lang.tr("office.secret_print");
  v.print_words = lang.tr("office.secret_print_words");
  v.file = lang.tr("office.secret_file");
  v.file_words = lang.tr("office.secret_file_words");
  v.wipe = lang.tr("office.key_wipe");
  if (!office.key_leaving) return;
  v.leaving_title = lang.tr("office.key_leaving_title");
  v.leaving_words = lang.tr("office.key_leaving_words");
  v.leaving_yes = lang.tr("office.key_leaving_yes");
  v.leaving_no = lang.tr("office.key_leaving_no");
}

}  // namespace

std::vector<std::string> digit_lines(const ballotbox::Key32& key) {
  const std::string digits = to_hex(key);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < digits.size(); i += 16) out.push_back(office::in_groups(digits.substr(i, 16)));
  return out;
}

KeysView make_keys_view(const State& state, const Lang& lang) {
  KeysView v;
  v.intro = lang.tr("office.keys_intro");
  if (state.office != nullptr && state.office->key != nullptr) {
    v.made = true;
    add_made(v, *state.office, lang);
  } else {
    add_form(v, lang);
  }
  v.page = make_page(state, lang, lang.tr("screen.sleutels"), v.made ? v.done_title + " " + v.open_words : v.intro);
  return v;
}

}  // namespace stoepkrijt::app
