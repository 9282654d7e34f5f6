// Photos that travel with a file, or stay out; and the brush.
#include <gtest/gtest.h>

#include "app/views/files_view.hpp"
#include "app/views/import_view.hpp"
#include "app/views/photo_view.hpp"
#include "photo_fixture.hpp"

namespace stoepkrijt::app::test {

using Names = std::vector<std::string>;

const Lang& nl(const Bench& b) { return b.app.fixed().nl; }

TEST(PhotosTravel, WithAFileToADeviceThatHasNoneOfThem) {
  Bench mine(camera_nr(1));
  const std::string id = add_signal_with_photo(mine, "Lamp", 'a');
  add_signal_with_photo(mine, "Bank", 'b');
  Bench other(camera_nr(2));
  give(other, exported(mine));
  ASSERT_TRUE(other.state().import.has_value());
  EXPECT_EQ(other.state().import->photos.size(), 2U);
  EXPECT_FALSE(keeps(other, 'a')) << "nothing before the yes";
  const ImportView view = make_import_view(other.state(), nl(other));
  const auto line =
      std::find_if(view.lines.begin(), view.lines.end(), [](const auto& l) { return l.left == "Nieuwe foto’s"; });
  ASSERT_NE(line, view.lines.end());
  EXPECT_TRUE(line->right.starts_with("2, samen"));
  other.run(cmd::ConfirmImport{});
  EXPECT_TRUE(keeps(other, 'a'));
  EXPECT_TRUE(keeps(other, 'b'));
  EXPECT_EQ(photos_of(other, id), Names{name_of_colour('a')});
  other.restart();
  EXPECT_TRUE(keeps(other, 'a'));
  EXPECT_EQ(state_name(other), state_name(mine)) << "the state is the same with and without photos";
}

TEST(PhotosTravel, StayOutByChoiceAndCanComeLater) {
  Bench mine(camera_nr(1));
  const std::string id = add_signal_with_photo(mine, "Lamp", 'a');
  mine.run(cmd::GoTo{{Screen::kFiles, ""}});
  const FilesView files = make_files_view(mine.state(), nl(mine));
  EXPECT_FALSE(files.photos_small.empty());
  EXPECT_FALSE(files.photos_words.empty());
  mine.run(cmd::SetExport{false, false, false});
  const std::string without = exported(mine);
  mine.restart();
  EXPECT_FALSE(mine.state().settings.export_photos) << "the choice is kept";
  mine.run(cmd::SetExport{true, false, true});
  const std::string with = exported(mine);
  Bench other(camera_nr(2));
  give(other, without);
  other.run(cmd::ConfirmImport{});
  EXPECT_EQ(photos_of(other, id), Names{name_of_colour('a')});
  EXPECT_FALSE(keeps(other, 'a'));
  other.run(cmd::GoTo{{Screen::kSignal, id}});
  give(other, with);
  EXPECT_EQ(other.state().import->preview.relation, ImportPreview::Relation::kNothingNew);
  EXPECT_EQ(make_import_view(other.state(), nl(other)).yes, "Neem de foto’s mee");
  other.run(cmd::ConfirmImport{});
  EXPECT_TRUE(keeps(other, 'a'));
  other.run(cmd::GoTo{{Screen::kSignal, id}});
  EXPECT_EQ(other.state().photos.seen.at(name_of_colour('a')).what, Photos::Seen::What::kHere);
}

TEST(PhotosTravel, OnlyThoseOfReportsThatAreShown) {
  Bench mine(camera_nr(1));
  const std::string gone = add_signal_with_photo(mine, "Lamp", 'a');
  add_signal_with_photo(mine, "Bank", 'b');
  mine.run(cmd::DeleteSignal{gone});
  mine.run(cmd::AnswerDialog{true});
  EXPECT_TRUE(keeps(mine, 'a'));
  const std::string file = exported(mine);
  EXPECT_EQ(formats::split_photos(file).photos.size(), 1U);
}

TEST(PhotosTravel, OneThatIsWrongStaysOutAndTheRestComes) {
  Bench mine(camera_nr(1));
  add_signal_with_photo(mine, "Lamp", 'a');
  const std::string id = add_signal_with_photo(mine, "Bank", 'b');
  formats::PhotoBytes photos;
  photos[name_of_colour('a')] = std::make_shared<const std::string>(jpeg_of_colour('z'));
  photos[name_of_colour('b')] = std::make_shared<const std::string>(jpeg_of_colour('b'));
  photos[name_of_colour('q')] = std::make_shared<const std::string>(jpeg_of_colour('q'));
  Bench other(camera_nr(2));
  give(other, formats::with_photos(formats::write_merged(*mine.state().book.document), photos));
  ASSERT_TRUE(other.state().import.has_value());
  EXPECT_EQ(other.state().import->photos_refused, 1U);
  EXPECT_EQ(make_import_view(other.state(), nl(other)).warnings.size(), 1U);
  other.run(cmd::ConfirmImport{});
  EXPECT_FALSE(keeps(other, 'a'));
  EXPECT_TRUE(keeps(other, 'b'));
  EXPECT_FALSE(keeps(other, 'q')) << "no report names it";
}

TEST(PhotosTravel, ToADeviceWhereAnotherDossierIsOpen) {
  Bench mine(camera_nr(1));
  model::Dossier d = *mine.app.fixed().example_dossier;
  d.id = "ander";
  d.signals[0].photos = {name_of_colour('a')};
  formats::PhotoBytes photos;
  photos[name_of_colour('a')] = std::make_shared<const std::string>(jpeg_of_colour('a'));
  give(mine, formats::with_photos(formats::write_merged(formats::migrated(d)), photos));
  mine.run(cmd::ConfirmImport{});
  EXPECT_EQ(mine.state().dossier->id, "ander");
  EXPECT_TRUE(keeps(mine, 'a'));
  mine.restart();
  EXPECT_TRUE(keeps(mine, 'a'));
}

TEST(PhotosTravel, WithoutOneThatCannotBeReadAnyMore) {
  Bench mine(camera_nr(1));
  add_signal_with_photo(mine, "Lamp", 'a');
  add_signal_with_photo(mine, "Bank", 'b');
  mine.host.kept["photo/" + name_of_colour('a')] = "anders";
  const std::string file = exported(mine);
  EXPECT_EQ(formats::split_photos(file).photos.size(), 1U);
  mine.host.storage_available = false;
  EXPECT_TRUE(formats::split_photos(exported(mine)).photos.empty());
  EXPECT_FALSE(mine.state().photos.leaving.has_value()) << "the file is offered all the same";
}

/// Two devices with one folder between them.
TEST(PhotosInAFolder, AreFilesOfTheirOwnWrittenOnceAndReadWhereTheyAreMissing) {
  using Folder = platform::FolderState::What;
  const auto device = [](std::uint8_t number) {
    platform::MemoryHost host = camera_nr(number);
    host.folder_state = Folder::kOpen;
    return host;
  };
  Bench mine(device(1));
  const std::string id = add_signal_with_photo(mine, "Lamp", 'a');
  const std::string file = "stoepkrijt-" + mine.state().slug.substr(0, 8) + "-foto-" + name_of_colour('a') + ".jpg";
  mine.run(cmd::SyncFolder{});
  ASSERT_TRUE(mine.host.folder.contains(file));
  EXPECT_EQ(mine.host.folder.at(file), jpeg_of_colour('a'));
  const auto writes = [&](const Bench& b) {
    return std::count_if(b.host.performed.begin(), b.host.performed.end(), [&](const platform::Effect& e) {
      const auto* write = e.get_if<platform::WriteFolder>();
      return write != nullptr && write->name == file;
    });
  };
  add_signal(mine, "Bank");
  mine.run(cmd::SyncFolder{});
  EXPECT_EQ(writes(mine), 1);
  Bench other(device(2));
  other.host.folder = mine.host.folder;
  other.run(cmd::SyncFolder{});
  EXPECT_EQ(photos_of(other, id), Names{name_of_colour('a')});
  EXPECT_TRUE(keeps(other, 'a'));
  EXPECT_EQ(writes(other), 0) << "it is there already";
  other.restart();
  EXPECT_TRUE(keeps(other, 'a'));
}

TEST(PhotosInAFolder, OneThatIsOnlyHalfThereIsTakenLater) {
  using Folder = platform::FolderState::What;
  Bench mine(camera_nr(1));
  const std::string id = add_signal_with_photo(mine, "Lamp", 'a');
  Bench other(camera_nr(2));
  give(other, formats::write_merged(*mine.state().book.document));
  other.run(cmd::ConfirmImport{});
  const std::string file = "stoepkrijt-" + mine.state().slug.substr(0, 8) + "-foto-" + name_of_colour('a') + ".jpg";
  other.host.folder[file] = jpeg_of_colour('a').substr(0, 40);
  other.host.folder_state = Folder::kOpen;
  other.host.push(platform::FolderState{Folder::kOpen, "map"});
  other.settle();
  EXPECT_FALSE(keeps(other, 'a'));
  other.host.folder[file] = jpeg_of_colour('a');
  other.run(cmd::SyncFolder{});
  EXPECT_TRUE(keeps(other, 'a'));
  EXPECT_EQ(photos_of(other, id), Names{name_of_colour('a')});
}

TEST(Brush, HidesWhatTheFingerPassedOverInTheBytesThatAreKept) {
  Bench b(camera_nr());
  Picture seen;
  b.host.jpeg_of = [&](const Picture& picture) {
    seen = picture;
    return jpeg_of_colour(picture.rgba[(15 * 40 + 20) * 4]);  // the colour in the middle
  };
  b.host.picture_of = [](std::string_view) {
    // A chequered picture: what is hidden becomes even.
    Picture picture = *picture_of_colour('A');
    for (std::size_t i = 0; i < picture.rgba.size(); i += 8)
      picture.rgba[i] = picture.rgba[i + 1] = picture.rgba[i + 2] = 'C';
    return std::make_shared<const Picture>(std::move(picture));
  };
  b.run(start_tag());
  take_photo(b, 'a');
  const std::string first = b.state().tag->signal.photos.at(0);
  ASSERT_NE(photo_to_paint(b.state()), nullptr);
  EXPECT_FALSE(make_photo_view(b.state(), nl(b)).painted);
  b.run(cmd::PaintPhoto{{5, 5}, {30, 20}, 4, true});
  b.run(cmd::PaintPhoto{{30, 20}, {35, 20}, 4, false});
  const PhotoView view = make_photo_view(b.state(), nl(b));
  EXPECT_TRUE(view.painted);
  EXPECT_FALSE(view.covers.empty());
  EXPECT_FALSE(view.undo.empty());
  b.run(cmd::ApplyBrush{});
  ASSERT_EQ(b.state().tag->signal.photos.size(), 1U);
  EXPECT_NE(b.state().tag->signal.photos[0], first);
  EXPECT_EQ(b.state().route.screen, Screen::kTag);
  EXPECT_TRUE(b.state().tag->photos_to_look_at.empty()) << "who covered it has looked at it";
  EXPECT_FALSE(b.host.kept.contains("photo/" + first)) << "the uncovered one is gone";
  EXPECT_EQ(seen.rgba[(10 * 40 + 13) * 4], seen.rgba[(10 * 40 + 14) * 4]);
}

TEST(Brush, TakesBackAStrokeAndHidesPartsByKeys) {
  Bench b(camera_nr());
  b.run(start_tag());
  take_photo(b, 'a');
  b.run(cmd::PaintPhoto{{5, 5}, {8, 8}, 4, true});
  b.run(cmd::HidePart{5, 3, true});
  PhotoView view = make_photo_view(b.state(), nl(b));
  ASSERT_EQ(view.parts.size(), 24U);
  EXPECT_TRUE(view.parts.back().hidden);
  EXPECT_EQ(view.parts.back().name, "Rij 4, vak 6");
  b.run(cmd::HidePart{5, 3, false});
  EXPECT_FALSE(make_photo_view(b.state(), nl(b)).parts.back().hidden);
  b.run(cmd::UndoStroke{});
  EXPECT_TRUE(make_photo_view(b.state(), nl(b)).parts.back().hidden);
  b.run(cmd::UndoStroke{});
  b.run(cmd::UndoStroke{});
  EXPECT_FALSE(make_photo_view(b.state(), nl(b)).painted);
  b.run(cmd::UndoStroke{});
  b.run(cmd::HidePart{99, -1, true});
  EXPECT_FALSE(make_photo_view(b.state(), nl(b)).painted);
  b.run(cmd::ApplyBrush{});
  EXPECT_EQ(b.state().route.screen, Screen::kPhoto) << "nothing is hidden: nothing is made";
}

TEST(Brush, PaintsOnlyOnAPhotoOfTheDraft) {
  Bench b(camera_nr());
  const std::string id = add_signal_with_photo(b, "Lamp", 'a');
  b.run(cmd::GoTo{{Screen::kSignal, id}});
  b.run(cmd::GoTo{{Screen::kPhoto, name_of_colour('a')}});
  EXPECT_TRUE(make_photo_view(b.state(), nl(b)).present);
  EXPECT_FALSE(make_photo_view(b.state(), nl(b)).can_paint);
  b.run(cmd::PaintPhoto{{5, 5}, {8, 8}, 4, true});
  EXPECT_FALSE(b.state().photos.brush.has_value());
  b.run(cmd::GoTo{{Screen::kPhoto, std::string(64, '0')}});
  EXPECT_FALSE(make_photo_view(b.state(), nl(b)).present);
}

}  // namespace stoepkrijt::app::test
