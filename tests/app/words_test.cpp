// The words: dates, distances, counts, and what is kept on the device.
#include <gtest/gtest.h>

#include "app/keep.hpp"
#include "app_fixture.hpp"
#include "schouw/privacy.hpp"

namespace stoepkrijt::app {
namespace {

using test::read_lang;
using test::sp;

TEST(Lang, WritesDatesAsPeopleSayThem) {
  const Lang nl = read_lang(LangCode::kNl);
  EXPECT_EQ(sp(nl.day("2026-12-13")), "zondag 13 december");
  EXPECT_EQ(sp(nl.day("2026-11-22")), "zondag 22 november");
  EXPECT_EQ(sp(nl.day("2024-02-29")), "donderdag 29 februari");
  EXPECT_EQ(sp(nl.day_and_year("2026-01-05")), "5 januari 2026");
  EXPECT_EQ(nl.day("geen datum"), "geen datum");
}

TEST(Lang, WritesAMomentInLocalTime) {
  const Lang nl = read_lang(LangCode::kNl);
  EXPECT_EQ(sp(nl.moment(0, 60)), "1 januari, 01.00 uur");
  EXPECT_EQ(sp(nl.moment(1'795'334'700'000, 60)), "22 november, 09.05 uur");
  EXPECT_EQ(sp(nl.moment(-1, 0)), "31 december, 23.59 uur");
}

TEST(Lang, CountsOneAndMore) {
  const Lang nl = read_lang(LangCode::kNl);
  EXPECT_EQ(nl.count("map.signals", 1), "1 melding");
  EXPECT_EQ(nl.count("map.signals", 0), "0 meldingen");
  EXPECT_EQ(nl.count("map.signals", 1234), "1.234 meldingen");
}

TEST(Lang, WritesDistances) {
  const Lang nl = read_lang(LangCode::kNl);
  EXPECT_EQ(nl.distance(6.2), "6 meter");
  EXPECT_EQ(nl.distance(1234), "1,2 kilometer");
  EXPECT_EQ(nl.distance(3000), "3 kilometer");
}

TEST(Lang, ShowsAMissingKeyInBrackets) {
  const Lang nl = read_lang(LangCode::kNl);
  EXPECT_EQ(nl.tr("geen.sleutel"), "[geen.sleutel]");
}

TEST(Lang, FillsNothingIntoWhatWasFilledIn) {
  auto lang = Lang::parse(LangCode::kNl, R"({"a":"{x} en {y}"})");
  ASSERT_TRUE(lang.has_value());
  EXPECT_EQ(lang->tr("a", {{"x", "{y}"}, {"y", "2"}}), "{y} en 2");
}

TEST(Keep, ReadsBackWhatItWrote) {
  Settings settings;
  settings.lang = LangCode::kEn;
  settings.theme = ThemeChoice::kDark;
  settings.text_percent = 150;
  settings.kiosk = true;
  settings.support_key = "abc";
  EXPECT_EQ(*read_settings(write_settings(settings)), settings);

  KeptDraft draft;
  draft.ballot = {"r1", {"b", "a"}};
  draft.tag = TagDraft{};
  draft.tag->signal = test::make_signal("s1", "Met \"tekens\" en é");
  draft.tag->editing = true;
  EXPECT_EQ(*read_draft(write_draft(draft)), draft);

  EXPECT_EQ(*read_urn(write_urn(test::make_urn())), test::make_urn());

  const std::vector<MapFile> files = {{"a.geojson", "{}"}, {"b.geojson", "[1]"}};
  const auto back = read_map_files(write_map_files(files));
  ASSERT_TRUE(back.has_value());
  ASSERT_EQ(back->size(), 2U);
  EXPECT_EQ((*back)[1].text, "[1]");
}

TEST(Keep, RefusesWhatIsNotItsOwn) {
  for (const char* bad : {"", "{}", "[]", R"({"version":2})", R"({"version":1})"}) {
    EXPECT_FALSE(read_settings(bad).has_value()) << bad;
    EXPECT_FALSE(read_draft(bad).has_value()) << bad;
    EXPECT_FALSE(read_urn(bad).has_value()) << bad;
  }
  EXPECT_FALSE(
      read_settings(
          R"({"version":1,"kiosk":false,"lang":9,"support_key":"","text_percent":100,"text_version":false,"theme":0})")
          .has_value());
}

TEST(Privacy, WarnsOfPersonalDataAndOfNothingElse) {
  using schouw::look_for_personal_data;
  using schouw::PersonalData;
  struct Case {
    const char* text;
    PersonalData found;
  };
  const Case cases[] = {
      {"", PersonalData::kNone},
      {"Lamp is stuk bij nummer 12", PersonalData::kNone},
      {"bel 06-12345678", PersonalData::kPhone},
      {"tel. 0182 45 67 89", PersonalData::kPhone},
      {"+31 6 12345678", PersonalData::kPhone},
      {"gezien op 14-11-2026 om 10.30", PersonalData::kNone},
      {"mail jan.jansen@voorbeeld.nl even", PersonalData::kEmail},
      {"apenstaartje @ los", PersonalData::kNone},
      {"Woont op 3034 AB 12", PersonalData::kAddress},
      {"postcode 3034AB, 12", PersonalData::kAddress},
      {"in 2026 al 3 keer", PersonalData::kNone},
      {"auto AB-123-C staat scheef", PersonalData::kPlate},
      {"kenteken 12-AB-34", PersonalData::kPlate},
      {"van 10-12-2026", PersonalData::kNone},
      {"stoep-rand-los", PersonalData::kNone},
  };
  for (const Case& c : cases) EXPECT_EQ(look_for_personal_data(c.text), c.found) << c.text;
}

}  // namespace
}  // namespace stoepkrijt::app
