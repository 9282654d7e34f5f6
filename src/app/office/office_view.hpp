// From plans to a signed package: what is fixed in the round, what is filled in here, how far the codes are, and the
// packages that were made on this device.
#pragma once

#include <string>
#include <vector>

#include "app/office/office.hpp"
#include "app/views/codes_view.hpp"
#include "app/views/page.hpp"

namespace stoepkrijt::app {

struct OfficeView {
  Page page;
  std::string intro, fill_title;
  enum class Stage : std::uint8_t { kNoRound, kFill, kMaking, kMade } stage = Stage::kFill;
  office::Draft draft;  ///< as it stands now; the screen changes a copy of it

  std::string none_title, none_words, none_button;

  // What is fixed in the round
  struct Fact {
    std::string name, words;
  };
  std::string round_title, round_words;
  struct Choice {
    std::string id, words;
    bool chosen = false;
  };
  std::vector<Choice> rounds;  ///< more than one: there is something to choose
  std::vector<Fact> facts;
  std::string old_words;      ///< what is still told of the round before; else empty
  std::string practice_note;  ///< the round is the example's own; else empty
  std::string round;          ///< id, for what is chosen of it; empty: it is the round of the app
  std::string change_next;    ///< empty: not from here
  std::string change_form, change_rule, change_limits;  ///< links

  // Cards
  std::string cards_title, codes_label, codes_hint, reserves_label, reserves_hint, attended_label, attended_hint,
      not_number;
  bool codes_wrong = false, reserves_wrong = false, attended_wrong = false;
  std::string place_label, place_hint, minutes;

  // Modes
  std::string modes_title, modes_words, open_meeting, open_meeting_small, paper, paper_small, practice, practice_small;

  // Keys
  struct KeyRow {
    office::KeyPlace where;
    std::string key, title, words, name;  ///< `words` empty: not there yet
    std::string drop;
  };
  std::string holders_title, holders_words, boxes_title, boxes_words;
  std::vector<KeyRow> holders, boxes;
  std::string from_file, from_camera, by_hand, hand_label, hand_hint, hand_name, hand_box, hand_put, hand_channel,
      kiosk, phone, keys_link;

  // What is published
  std::string publish_title, open_urn, open_urn_about, witnessed_urn, witnessed_urn_about, signature_warning;
  std::string delete_name, delete_words, delete_less, delete_more, delete_before, delete_after;

  // Making
  std::string summary_title, missing, make;  ///< `missing`: what must be filled in first; empty: nothing
  std::vector<std::string> summary;
  std::string making_title, making_words, making_left, stop;
  int done = 0, all = 0;

  // Made just now
  std::string made_title, made_words, codes_warning, to_cards;

  // Packages of this device
  struct Own {
    std::string title, codes, fingerprint, spoken, dates;
    CodesView show;  ///< it as codes on the screen
    bool forgetting = false;
  };
  std::string own_title, publish_words, fingerprint_label, spoken_label, package_file, organiser_file, organiser_words,
      withdraw, forget, forgetting_words, forgetting_yes, forgetting_no;
  std::vector<Own> own;

  // A plan that is withdrawn
  bool withdrawing = false;
  office::Withdrawal withdrawal;
  std::string withdraw_title, withdraw_words, reason_label, reason_hint, withdraw_give, withdraw_stop;
  struct Plan {
    std::string id, words;
  };
  std::vector<Plan> plans;
};
[[nodiscard]] OfficeView make_office_view(const State& state, const Lang& lang);

}  // namespace stoepkrijt::app
