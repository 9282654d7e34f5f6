#include "app/office/office.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "app/count_params.hpp"
#include "app/json_fields.hpp"
#include "app/state.hpp"
#include "base/json_writer.hpp"
#include "model/date.hpp"

namespace stoepkrijt::app::office {

namespace {

constexpr std::int64_t kVersion = 1;

ballotbox::BoxKey box_of(const formats::PublicKey& key) {
  const bool phone = key.owner == formats::KeyOwner::kPhone;
  return {key.name, phone ? ballotbox::Channel::kPhone : ballotbox::Channel::kKiosk, key.key};
}

std::vector<ballotbox::Mode> modes_of(const Draft& draft) {
  std::vector<ballotbox::Mode> modes{ballotbox::Mode::kSealed};
  if (draft.open_meeting) modes.push_back(ballotbox::Mode::kOpenMeeting);
  if (draft.paper) modes.push_back(ballotbox::Mode::kPaper);
  if (draft.practice) modes.push_back(ballotbox::Mode::kPractice);
  return modes;
}

}  // namespace

SecretTexts::~SecretTexts() {
  for (std::string& text : texts) {
    ballotbox::wipe({reinterpret_cast<std::uint8_t*>(text.data()), text.size()});  // char and unsigned char may alias
  }
}

const model::Round* round_of(const State& state, const Draft& draft) {
  for (const model::Round& round : state.dossier->rounds) {
    if (round.id == draft.round) return &round;
  }
  const model::Round* next = next_round(state);
  return next != nullptr ? next : current_round(state);
}

std::optional<std::size_t> typed_number(std::string_view text, std::size_t least, std::size_t most) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = !text.empty() && error == std::errc() && end == text.data() + text.size();
  if (!whole || number < least || number > most) return std::nullopt;
  return number;
}

std::size_t suggested_reserves(std::size_t codes) {
  constexpr std::size_t kLeast = 5;
  const std::size_t room = ballotbox::kMostCodes - std::min(codes, ballotbox::kMostCodes);
  return std::min(room, std::max(kLeast, (codes + 19) / 20));
}

Result<Numbers> numbers_of(const Draft& draft) {
  const auto codes = typed_number(draft.codes, 1, ballotbox::kMostCodes);
  if (!codes) return fail(ErrorCode::kEmpty, "error.office_codes");
  const auto reserves =
      draft.reserves.empty() ? suggested_reserves(*codes) : typed_number(draft.reserves, 0, ballotbox::kMostCodes);
  if (!reserves || *codes + *reserves > ballotbox::kMostCodes) return fail(ErrorCode::kEmpty, "error.office_reserves");
  const auto attended =
      draft.attended.empty() ? std::size_t{0} : typed_number(draft.attended, 0, ballotbox::kMostCodes);
  if (!attended || *codes + *reserves + *attended > ballotbox::kMostCodes) {
    return fail(ErrorCode::kEmpty, "error.office_attended");
  }
  return Numbers{*codes, *reserves, *attended};
}

Result<ballotbox::Package> package_of(const Draft& draft, const model::Round* round) {
  if (round == nullptr) return fail(ErrorCode::kMissing, "error.office_round");
  SK_TRY_VOID(numbers_of(draft));
  ballotbox::Package out;
  for (std::size_t i = 0; i < ballotbox::kHolders; ++i) {
    if (!draft.holders[i]) return fail(ErrorCode::kEmpty, "error.office_holders");
    out.holders[i] = draft.holders[i]->key;
  }
  if (draft.boxes.empty()) return fail(ErrorCode::kEmpty, "error.office_boxes");
  for (const formats::PublicKey& box : draft.boxes) out.boxes.push_back(box_of(box));
  if (!draft.delete_by.empty() && !model::is_date(draft.delete_by)) {
    return fail(ErrorCode::kBadDate, "error.office_delete_by");
  }
  const rules::RuleEntry* rule = rules::find_rule(round->rule.id);
  if (rule == nullptr || !defined_on(*rule, round->form.method)) {
    return fail(ErrorCode::kRuleNotDefined, "error.office_rule_form");
  }
  out.round = *round;
  // For the devices it is open between its days, whatever it still is in the dossier.
  out.round.phase = model::RoundPhase::kOpen;
  out.delete_by = draft.delete_by.empty() ? model::moved(round->result_on, kKeepDays) : draft.delete_by;
  out.modes = modes_of(draft);
  out.publication = draft.publication;
  ballotbox::Package looked = out;
  looked.codes = {ballotbox::Tag{}};  // codes there will be
  SK_TRY_VOID(ballotbox::validate(looked));
  return out;
}

bool is_only_here(const State& state) {
  if (state.office == nullptr) return false;
  const Office& o = *state.office;
  if (o.key != nullptr && !o.key->printed) return true;
  if (o.making != nullptr) return true;
  if (o.cards != nullptr) {
    const std::vector<bool>& printed = o.cards->printed;
    if (std::find(printed.begin(), printed.end(), false) != printed.end()) return true;
  }
  return std::any_of(o.own.begin(), o.own.end(), [](const Own& own) {
    return own.safe != Own::Safe::kKept && !(own.package_given && own.organiser_given);
  });
}

std::string write_draft(const Draft& draft) {
  json::Writer out;
  out.begin_object();
  put_text(out, "attended", draft.attended);
  out.key("boxes");
  out.begin_array();
  for (const formats::PublicKey& box : draft.boxes) out.string(formats::public_key_code(box));
  out.end_array();
  put_text(out, "codes", draft.codes);
  put_text(out, "delete_by", draft.delete_by);
  out.key("holders");
  out.begin_array();
  for (const auto& holder : draft.holders) out.string(holder ? formats::public_key_code(*holder) : std::string());
  out.end_array();
  put_bool(out, "open_meeting", draft.open_meeting);
  put_bool(out, "paper", draft.paper);
  put_text(out, "place", draft.place);
  put_bool(out, "practice", draft.practice);
  put_text(out, "publish", ballotbox::kPublicationNames[static_cast<std::size_t>(draft.publication)]);
  put_text(out, "reserves", draft.reserves);
  put_text(out, "round", draft.round);
  out.key("version");
  out.integer(kVersion);
  out.end_object();
  return out.take();
}

Result<Draft> read_draft(std::string_view json) {
  SK_TRY(document, json::Document::parse(json));
  const json::Cursor root = document.root();
  SK_TRY_VOID(integer_at(root, "version", kVersion, kVersion));
  Draft out;
  SK_TRY(boxes, texts_at(root, "boxes"));
  for (const std::string& text : boxes) {
    SK_TRY(box, formats::read_public_key_code(text));
    out.boxes.push_back(std::move(box));
  }
  SK_TRY(holders, texts_at(root, "holders"));
  for (std::size_t i = 0; i < std::min(holders.size(), ballotbox::kHolders); ++i) {
    if (holders[i].empty()) continue;
    SK_TRY(holder, formats::read_public_key_code(holders[i]));
    out.holders[i] = std::move(holder);
  }
  out.attended = text_or_empty(root, "attended");
  out.codes = text_or_empty(root, "codes");
  out.delete_by = text_or_empty(root, "delete_by");
  out.place = text_or_empty(root, "place");
  out.reserves = text_or_empty(root, "reserves");
  out.round = text_or_empty(root, "round");
  SK_TRY(open_meeting, bool_at(root, "open_meeting"));
  SK_TRY(paper, bool_at(root, "paper"));
  SK_TRY(practice, bool_at(root, "practice"));
  out.open_meeting = open_meeting;
  out.paper = paper;
  out.practice = practice;
  const bool witnessed = text_or_empty(root, "publish") == ballotbox::kPublicationNames[1];
  out.publication = witnessed ? ballotbox::Publication::kWitnessedUrn : ballotbox::Publication::kOpenUrn;
  return out;
}

}  // namespace stoepkrijt::app::office
