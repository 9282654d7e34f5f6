// The files of a real computer.
#include "cli/files.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <string>

#include "support/data_files.hpp"

namespace stoepkrijt::cli {
namespace {

class Files : public testing::Test {
 protected:
  void SetUp() override {
    // Of its own: the native and the WebAssembly tests run side by side, each in parts.
    folder_ = std::filesystem::temp_directory_path() / ("stoepkrijt_" + std::to_string(std::random_device()()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  [[nodiscard]] std::string path(const char* name) const { return (folder_ / name).string(); }
  std::filesystem::path folder_;
};

TEST_F(Files, WhatIsWrittenIsRead) {
  const std::string bytes("a\0b\r\n\xFF", 6);
  ASSERT_TRUE(write_file(path("x"), bytes));
  EXPECT_EQ(read_file(path("x")).value(), bytes);
  ASSERT_TRUE(write_file(path("x"), ""));
  EXPECT_EQ(read_file(path("x")).value(), "");
  EXPECT_FALSE(std::filesystem::exists(path("x.part")));
}

TEST_F(Files, AFileThatIsNotThereOrAFolderIsSaid) {
  EXPECT_EQ(read_file(path("nope")).error().code, ErrorCode::kNoSuchFile);
  EXPECT_EQ(read_file(folder_.string()).error().code, ErrorCode::kUnreadable);
  EXPECT_EQ(write_file(folder_.string(), "x").error().code, ErrorCode::kNotWritten);
}

TEST_F(Files, WhereNothingCanBeWrittenNothingIsLost) {
  EXPECT_EQ(write_file(path("no/such/folder"), "x").error().code, ErrorCode::kNotWritten);
  ASSERT_TRUE(write_file(path("kept"), "old"));
  std::filesystem::create_directories(path("kept.part"));  // in the way of the new bytes
  EXPECT_EQ(write_file(path("kept"), "new").error().code, ErrorCode::kNotWritten);
  EXPECT_EQ(read_file(path("kept")).value(), "old");
}

#ifndef __EMSCRIPTEN__
TEST_F(Files, AFullDeviceIsAFault) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full";
  EXPECT_EQ(write_file("/dev/full", std::string(100'000, 'x')).error().code, ErrorCode::kNotWritten);
}

TEST_F(Files, AnEndlessFileIsRefused) {
  if (!std::filesystem::exists("/dev/zero")) GTEST_SKIP() << "no /dev/zero";
  EXPECT_EQ(read_file("/dev/zero", 1'000'000).error().code, ErrorCode::kTooLarge);
}
#endif

}  // namespace
}  // namespace stoepkrijt::cli
