// Photos of signals: taken, looked at, kept, shown, and forgotten when nothing names them any more.
#include <gtest/gtest.h>

#include "app/keep.hpp"
#include "app/views/photo_view.hpp"
#include "app/views/signals_view.hpp"
#include "app/views/tag_view.hpp"
#include "base/random.hpp"
#include "photo_fixture.hpp"

namespace stoepkrijt::app::test {

using Names = std::vector<std::string>;

const Lang& dutch(const Bench& b) { return b.app.fixed().nl; }

TEST(Photos, KeepsAPhotoWithoutWhatItCarriesAndWithTheDraftThatNamesIt) {
  Bench b(camera_nr());
  b.run(start_tag());
  take_photo(b, 'a');
  ASSERT_EQ(b.state().tag->signal.photos, Names{name_of_colour('a')});
  EXPECT_TRUE(keeps(b, 'a'));
  EXPECT_EQ(b.state().route, (Route{Screen::kPhoto, name_of_colour('a')})) << "the question about people comes at once";
  // Of each Commit: the photo and the draft that names it are in one.
  for (const platform::Effect& effect : b.host.performed) {
    const auto* commit = effect.get_if<platform::Commit>();
    if (commit == nullptr) continue;
    bool photo = false, draft = false;
    for (const platform::Kept& put : commit->puts) {
      photo = photo || put.key.starts_with("photo/");
      draft = draft || (put.key.ends_with("/draft") && put.bytes.find(name_of_colour('a')) != std::string::npos);
    }
    EXPECT_TRUE(!photo || draft);
  }
}

TEST(Photos, ComesBackWithTheDraftAfterAKilledTab) {
  Bench b(camera_nr());
  b.run(start_tag());
  take_photo(b, 'a');
  b.host.route = "melden";
  b.restart();
  ASSERT_TRUE(b.state().tag.has_value());
  EXPECT_EQ(b.state().tag->signal.photos, Names{name_of_colour('a')});
  EXPECT_EQ(b.state().tag->photos_to_look_at, Names{name_of_colour('a')});
  EXPECT_EQ(b.state().route.screen, Screen::kTag);
  const TagView view = make_tag_view(b.state(), dutch(b));
  ASSERT_EQ(view.photos.size(), 1U);
  EXPECT_EQ(view.photos[0].width, 40);
  EXPECT_FALSE(view.photos[0].checked);
  EXPECT_EQ(b.host.shown.count(name_of_colour('a')), 1U);
}

TEST(Photos, AsksToLookAtAPhotoBeforeASignalIsSaved) {
  Bench b(camera_nr());
  b.run(start_tag());
  take_photo(b, 'a');
  b.run(cmd::Back{});
  EXPECT_EQ(b.state().route.screen, Screen::kTag);
  b.run(cmd::SaveTag{});
  ASSERT_TRUE(b.state().tag.has_value());
  EXPECT_EQ(b.state().route.screen, Screen::kPhoto);
  b.run(cmd::LookedAtPhoto{name_of_colour('a')});
  EXPECT_EQ(b.state().route.screen, Screen::kTag);
  b.run(cmd::SaveTag{});
  EXPECT_FALSE(b.state().tag.has_value());
  expect_shown(b);
}

TEST(Photos, SavesASignalWithItsPhotosInOrder) {
  Bench b(camera_nr());
  b.run(start_tag());
  const std::string id = b.state().tag->signal.id;
  for (const char colour : {'c', 'a', 'b'}) {
    take_photo(b, colour);
    b.run(cmd::LookedAtPhoto{name_of_colour(colour)});
  }
  b.run(cmd::SaveTag{});
  const Names wanted{name_of_colour('c'), name_of_colour('a'), name_of_colour('b')};
  EXPECT_EQ(photos_of(b, id), wanted);
  expect_shown(b);
  b.restart();
  EXPECT_EQ(photos_of(b, id), wanted);
  b.run(cmd::GoTo{{Screen::kSignal, id}});
  const SignalView view = make_signal_view(b.state(), dutch(b));
  ASSERT_EQ(view.photos.size(), 3U);
  EXPECT_EQ(view.photos[1].alt, "Foto 2 van 3 bij: " + make_signal_view(b.state(), dutch(b)).line.title);
  EXPECT_EQ(view.photos[1].width, 40);
  EXPECT_TRUE(view.photos[1].remove.empty());
  EXPECT_TRUE(view.photos_gone.empty());
}

TEST(Photos, RetakesInThePlaceOfThePhotoAndForgetsTheOld) {
  Bench b(camera_nr());
  b.run(start_tag());
  take_photo(b, 'a');
  take_photo(b, 'b');
  take_photo(b, 'c', name_of_colour('a'));
  EXPECT_EQ(b.state().tag->signal.photos, (Names{name_of_colour('c'), name_of_colour('b')}));
  EXPECT_FALSE(keeps(b, 'a'));
  EXPECT_TRUE(keeps(b, 'b'));
  EXPECT_TRUE(keeps(b, 'c'));
  EXPECT_EQ(b.state().route, (Route{Screen::kPhoto, name_of_colour('c')}));
}

TEST(Photos, RemovesAPhotoOnlyAfterAYes) {
  Bench b(camera_nr());
  b.run(start_tag());
  take_photo(b, 'a');
  b.run(cmd::RemovePhoto{name_of_colour('a')});
  b.run(cmd::AnswerDialog{false});
  EXPECT_TRUE(keeps(b, 'a'));
  b.run(cmd::RemovePhoto{name_of_colour('a')});
  b.run(cmd::AnswerDialog{true});
  EXPECT_TRUE(b.state().tag->signal.photos.empty());
  EXPECT_FALSE(keeps(b, 'a'));
  EXPECT_EQ(b.state().route.screen, Screen::kTag);
}

TEST(Photos, TakesFourAtMostAndTheSameOnlyOnce) {
  Bench b(camera_nr());
  b.run(start_tag());
  take_photo(b, 'a');
  take_photo(b, 'a');
  EXPECT_EQ(b.state().tag->signal.photos.size(), 1U);
  EXPECT_EQ(b.state().toast->key, "toast.photo_twice");
  for (const char colour : {'b', 'c', 'd', 'e'}) take_photo(b, colour);
  EXPECT_EQ(b.state().tag->signal.photos.size(), model::kMostPhotos);
  EXPECT_EQ(b.state().problem->key, "error.photos_full");
  EXPECT_FALSE(make_tag_view(b.state(), dutch(b)).photo_full.empty());
}

TEST(Photos, SaysWhatIsTheMatterAndLosesNothing) {
  Bench b(camera_nr());
  b.run(start_tag());
  b.run(cmd::SetTagTitle{"Lamp"});
  b.host.photo_error = Error(ErrorCode::kUnreadable, "error.photo_heic");
  b.run(cmd::TakePhoto{});
  EXPECT_EQ(b.state().problem->key, "error.photo_heic");
  EXPECT_EQ(b.state().problem_safe_key, "problem.safe_draft");
  EXPECT_EQ(b.state().tag->signal.title, "Lamp");
  b.run(cmd::CloseProblem{});
  b.host.photos.emplace_back(nullptr);
  b.run(cmd::TakePhoto{});
  EXPECT_FALSE(b.state().problem.has_value()) << "who changes their mind hears nothing";
  b.host.jpeg_of = nullptr;
  take_photo(b, 'a');
  EXPECT_EQ(b.state().problem->key, "error.photo_not_made");
  EXPECT_TRUE(b.state().tag->signal.photos.empty());
}

TEST(Photos, ThatDoNotFitLeaveTheWordsOfTheReportKept) {
  Bench b(camera_nr());
  b.run(start_tag());
  take_photo(b, 'a');
  b.run(cmd::LookedAtPhoto{name_of_colour('a')});
  std::uint64_t used = 0;
  for (const auto& [key, bytes] : b.host.kept) used += key.size() + bytes.size();
  b.host.capacity_bytes = used + 100;
  take_photo(b, 'b');
  EXPECT_EQ(b.state().problem->key, "error.photo_no_room");
  EXPECT_EQ(b.state().tag->signal.photos, Names{name_of_colour('a')});
  EXPECT_FALSE(keeps(b, 'b'));
  EXPECT_EQ(b.state().route.screen, Screen::kTag);
  b.run(cmd::CloseProblem{});
  b.run(cmd::SetTagTitle{"Lamp"});
  EXPECT_EQ(b.state().saving.state, SaveState::kSaved);
  b.restart();
  EXPECT_EQ(b.state().tag->signal.title, "Lamp");
  EXPECT_TRUE(keeps(b, 'a'));
}

TEST(Photos, AreForgottenWithTheDraftThatNamedThem) {
  Bench b(camera_nr());
  b.run(start_tag());
  take_photo(b, 'a');
  b.run(cmd::DiscardTag{});
  b.run(cmd::AnswerDialog{true});
  EXPECT_FALSE(keeps(b, 'a'));
}

TEST(Photos, StayWhileTheJournalCanBringThemBack) {
  Bench b(camera_nr());
  const std::string id = add_signal_with_photo(b, "Lamp", 'a');
  b.run(cmd::DeleteSignal{id});
  b.run(cmd::AnswerDialog{true});
  EXPECT_TRUE(keeps(b, 'a'));
  b.restart();
  EXPECT_TRUE(keeps(b, 'a'));
  b.run(cmd::Undo{});
  EXPECT_EQ(photos_of(b, id), Names{name_of_colour('a')});
  // Taken off the signal, and the history forgotten: nothing names it.
  b.run(cmd::EditSignal{id});
  b.run(cmd::RemovePhoto{name_of_colour('a')});
  b.run(cmd::AnswerDialog{true});
  b.run(cmd::SaveTag{});
  EXPECT_TRUE(photos_of(b, id).empty());
  EXPECT_TRUE(keeps(b, 'a'));
  expect_shown(b);
  b.run(cmd::ForgetJournal{});
  b.run(cmd::AnswerDialog{true});
  EXPECT_FALSE(keeps(b, 'a'));
}

TEST(Photos, StayWhileAnotherDossierOfTheDeviceNamesThem) {
  Bench b(camera_nr());
  add_signal_with_photo(b, "Lamp", 'a');
  const std::string mine = b.state().slug;
  model::Dossier other = *b.app.fixed().example_dossier;
  other.id = "ander";
  give(b, formats::write_merged(formats::migrated(other)), "ander.json");
  b.run(cmd::ConfirmImport{});
  ASSERT_NE(b.state().slug, mine);
  add_signal_with_photo(b, "Lamp", 'a');
  add_signal_with_photo(b, "Lamp", 'b');
  b.run(cmd::ForgetDossier{b.state().slug});
  b.run(cmd::AnswerDialog{true});
  EXPECT_TRUE(keeps(b, 'a'));
  EXPECT_FALSE(keeps(b, 'b'));
  b.run(cmd::OpenDossier{mine});
  b.run(cmd::ForgetDossier{mine});
  b.run(cmd::AnswerDialog{true});
  EXPECT_FALSE(keeps(b, 'a'));
}

TEST(Photos, AreNeverForgottenWhereSomethingCouldNotBeRead) {
  Bench b(camera_nr());
  b.run(start_tag());
  take_photo(b, 'a');
  b.host.kept[folder_of(b.state().slug) + "draft"] = "{broken";
  b.restart();
  EXPECT_FALSE(b.state().tag.has_value());
  EXPECT_TRUE(keeps(b, 'a')) << "what was set aside may name it";
}

TEST(Photos, SaysThatAPhotoIsNotHereOrNotReadable) {
  Bench b(camera_nr());
  const std::string id = add_signal_with_photo(b, "Lamp", 'a');
  b.host.kept.erase("photo/" + name_of_colour('a'));
  b.restart();
  b.run(cmd::GoTo{{Screen::kSignal, id}});
  EXPECT_TRUE(make_signal_view(b.state(), dutch(b)).photos[0].gone);
  EXPECT_EQ(make_signal_view(b.state(), dutch(b)).photos[0].instead, "Deze foto is niet meegekomen.");
  EXPECT_FALSE(make_signal_view(b.state(), dutch(b)).photos_gone.empty());
  b.host.kept["photo/" + name_of_colour('a')] = jpeg_of_colour('b');
  b.restart();
  b.run(cmd::GoTo{{Screen::kSignal, id}});
  EXPECT_EQ(make_signal_view(b.state(), dutch(b)).photos[0].instead, "Deze foto is niet te lezen.");
}

TEST(Photos, HoldsFewInMemoryAndTellsThePageWhichToForget) {
  Bench b(camera_nr());
  Names ids;
  for (char colour = 'a'; colour < 'k'; ++colour) ids.push_back(add_signal_with_photo(b, "Lamp", colour));
  for (const std::string& id : ids) b.run(cmd::GoTo{{Screen::kSignal, id}});
  EXPECT_LE(b.state().photos.seen.size(), kMostSeen);
  EXPECT_EQ(b.host.shown.size(), b.state().photos.seen.size());
}

TEST(Photos, MergeWhenTwoPeopleAddOneAndAThirdRemovesOne) {
  Bench one(camera_nr(1));
  Bench two(camera_nr(2));
  const std::string id = add_signal_with_photo(one, "Lamp", 'a');
  give(two, exported(one));
  two.run(cmd::ConfirmImport{});
  const auto add = [&](Bench& b, char colour) {
    b.run(cmd::EditSignal{id});
    take_photo(b, colour);
    b.run(cmd::LookedAtPhoto{name_of_colour(colour)});
    b.run(cmd::SaveTag{});
  };
  one.host.now_ms += 1000;
  two.host.now_ms += 2000;
  add(one, 'b');
  two.run(cmd::EditSignal{id});
  two.run(cmd::RemovePhoto{name_of_colour('a')});
  two.run(cmd::AnswerDialog{true});
  two.run(cmd::SaveTag{});
  add(two, 'c');
  give(one, exported(two));
  one.run(cmd::ConfirmImport{});
  give(two, exported(one));
  two.run(cmd::ConfirmImport{});
  const Names wanted{name_of_colour('b'), name_of_colour('c')};
  EXPECT_EQ(photos_of(one, id), wanted) << "both that came, without the one that was removed";
  EXPECT_EQ(photos_of(two, id), wanted);
  EXPECT_EQ(state_name(one), state_name(two));
  EXPECT_EQ(one.state().book.conflicts, 0U);
  expect_shown(one);
}

/// Whatever is tapped: what a signal or the draft names is on the device, and what nothing names is not.
TEST(Photos, RandomTapsNeverLoseAPhotoThatIsNamedNorKeepOneThatIsNot) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    Random random(seed);
    Bench b(camera_nr(static_cast<std::uint8_t>(seed)));
    Names ids;
    for (int tap = 0; tap < 60; ++tap) {
      const char colour = static_cast<char>('a' + random.below(8));
      switch (random.below(10)) {
        case 0:
          if (!b.state().tag) b.run(start_tag());
          break;
        case 1:
        case 2:
          take_photo(b, colour);
          break;
        case 3:
          if (b.state().tag && !b.state().tag->signal.photos.empty()) {
            take_photo(b, colour, b.state().tag->signal.photos[random.index(b.state().tag->signal.photos.size())]);
          }
          break;
        case 4:
          b.run(cmd::RemovePhoto{name_of_colour(colour)});
          b.run(cmd::AnswerDialog{true});
          break;
        case 5:
          if (b.state().tag) {
            ids.push_back(b.state().tag->signal.id);
            for (const std::string& name : Names(b.state().tag->photos_to_look_at)) b.run(cmd::LookedAtPhoto{name});
            b.run(cmd::SaveTag{});
          }
          break;
        case 6:
          if (!b.state().tag && !ids.empty()) b.run(cmd::EditSignal{ids[random.index(ids.size())]});
          break;
        case 7:
          b.run(random.chance(1, 3) ? Command(cmd::Redo{}) : Command(cmd::Undo{}));
          break;
        case 8:
          if (random.chance(1, 4)) {
            b.run(cmd::ForgetJournal{});
            b.run(cmd::AnswerDialog{true});
          }
          break;
        default:
          if (random.chance(1, 3)) b.restart();
          break;
      }
      b.host.photos.clear();
      if (b.state().problem) b.run(cmd::CloseProblem{});
      const Names names = names_in(b.state().book, b.state().tag, b.state().tags_later);
      for (char one = 'a'; one < 'i'; ++one) {
        const bool named = std::find(names.begin(), names.end(), name_of_colour(one)) != names.end();
        ASSERT_EQ(keeps(b, one), named) << one << " seed " << seed << " tap " << tap;
      }
      expect_shown(b);
    }
  }
}

TEST(Photos, StandInTheDraftOnlyWhenThereAreAny) {
  KeptDraft draft;
  draft.tag = TagDraft{};
  draft.tag->signal.id = "s";
  const std::string before = write_draft(draft);
  EXPECT_EQ(before.find("photo"), std::string::npos) << "drafts of before keep their bytes";
  draft.tag->signal.photos = {name_of_colour('a'), name_of_colour('b')};
  draft.tag->photos_to_look_at = {name_of_colour('b')};
  const auto again = read_draft(write_draft(draft));
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(*again, draft);
}

}  // namespace stoepkrijt::app::test
