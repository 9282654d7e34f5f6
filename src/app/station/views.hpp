// The screens of the polling station, as words: opening a package, the code, the receipt, the host.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "app/station/station.hpp"
#include "app/views/codes_view.hpp"
#include "app/views/page.hpp"

namespace stoepkrijt::app::station {

/// What is fixed in a package, to compare with what was published.
struct PackageWords {
  std::string title;
  std::vector<std::pair<std::string, std::string>> facts;  ///< "Stemmen kan", "van … tot en met …"
  std::string told_title;
  std::vector<std::pair<std::string, std::string>> told;  ///< what people are told before they vote: name and words
  std::string compare_title, compare_words;
  std::string spoken;  ///< the fingerprint in six words
  std::string hex;     ///< the whole of it, in groups of eight digits
};

struct OpenView {
  Page page;
  std::string intro;
  std::string pick, fetch, scan, scan_words;
  bool has_package = false;
  bool at_home = false;  ///< it is in use already
  PackageWords package;
  std::string home_title, home_words, home_button;
  std::string kiosk_title, kiosk_words, key_state, key_pick, rows_label, rows_hint, rows_use;
  bool has_key = false;
  std::string pin_label, pin_hint, again_label, start;
  CodesView codes;  ///< of the package that is open
  std::string leave, leave_words;
};
[[nodiscard]] OpenView make_open_view(const State& s, const Lang& lang);

/// The host's PIN where it is asked for: the field, and the keys of a kiosk.
struct PinWords {
  std::string label, go, erase, keys_name;
  std::string error;  ///< what was wrong with it
  std::string wait;   ///< not empty: it can be tried again later
};

/// A card of the desk lies at the kiosk: the host lets this voter vote, or not.
struct ConsentView {
  std::string title, words, alone;
  PinWords pin;
  std::string read, not_now;
};

struct CodeView {
  Page page;
  bool kiosk = false;
  bool open = false;  ///< codes are taken
  bool checking = false;
  std::string heading;  ///< "Hier stemt u over ==€ 60.000== voor de wijk"
  std::string title, words;
  std::string code, code_error;
  bool may_point = false;
  std::string erase, go;  ///< "Nog 7 tekens", or "Verder"
  bool can_go = false;
  std::string scan, read, help, help_title;
  std::vector<std::string> help_words;
  std::string secret;  ///< "Uw stem is geheim. …"
  std::vector<std::string> languages;
  int language = 0;
  std::string languages_name;
  std::string host;         ///< the way to the host's menu; empty at home
  std::string out_of_time;  ///< by this device's clock voting is not open; the host and the organiser decide
  std::string withdrawn_title;
  std::vector<std::string> withdrawn;  ///< what the organiser said of plans that are gone
  std::string wait_title, wait_words;  ///< closed, or checking
  std::string keys_name;
  std::optional<ConsentView> consent;  ///< then only this
};
[[nodiscard]] CodeView make_code_view(const State& s, const Lang& lang);
/// The keys of the kiosk, in the order in which they stand: Crockford's base 32.
inline constexpr std::string_view kKeys = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

struct DoneView {
  Page page;
  bool kiosk = false;
  bool kept = true;
  bool in_box = false;  ///< nothing is left to do
  std::string heading, words;
  std::string receipt_title, receipt, receipt_words;
  std::string receipt_qr_name, vote_qr_name;
  std::string vote_title, vote_words, vote;  ///< what is handed over; empty vote: nothing is
  std::string offer, again;
  std::string time_words, time_name, more_time, done;
  int seconds = 0, of_seconds = 30;
};
[[nodiscard]] DoneView make_done_view(const State& s, const Lang& lang);

struct HostView {
  Page page;
  bool asks_pin = true;
  std::string pin_title;
  PinWords pin;
  std::string fault;  ///< what went wrong last
  std::string clock;  ///< since the box was opened the clock went back: told until the box is closed and opened again
  std::string back;   ///< to the voters
  std::string state_title, state_words;
  std::string attended;  ///< how many voted with a card of the desk; empty: the package has none
  bool open = false;
  std::string open_button, close_button;
  struct Check {
    bool good = false;
    std::string words;
  };
  std::string checks_title;
  std::vector<Check> checks;
  std::string sound, camera;
  std::string box_title, box_words, box_spoken, box_offer, log_offer, spoilt_offer;
  bool can_copy = false;
  std::string replace_title, replace_words, spoilt_label, reserve_label, replace_button, keys_name, erase;
  std::string spoilt_error, reserve_error;
  std::size_t replaced = 0;  ///< cards, so far
  CodesView codes;           ///< of the package
  std::string more_title, amendment, phone, phone_files, clean, print, leave, leave_words;
  bool may_take_phones = false;
};
[[nodiscard]] HostView make_host_view(const State& s, const Lang& lang);

[[nodiscard]] PinWords pin_words(const State& s, const Lang& lang);

/// What lies over everything: "are you still there?", and the screen that may be cleaned.
struct OverView {
  bool warns = false, cleans = false;
  std::string title, words, stay, go;
  std::string clean_title, clean_words, clean_stop;
};
[[nodiscard]] OverView make_over_view(const State& s, const Lang& lang);

}  // namespace stoepkrijt::app::station
