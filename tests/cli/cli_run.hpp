// Runs the command on files in memory.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/cli.hpp"
#include "support/data_files.hpp"

namespace stoepkrijt::cli {

inline constexpr std::string_view kElection =
    "META\nkey;value\ndescription;T\ncountry;X\nunit;Y\ninstance;1\nnum_projects;2\nnum_votes;10\nbudget;100\n"
    "vote_type;approval\nrule;unknown\ndate_begin;2026\ndate_end;2026\n"
    "PROJECTS\nproject_id;cost;name\na;60;Bench\nb\"x;20.50;Path\n"
    "VOTES\nvoter_id;vote\n1;a\n2;a\n3;a\n4;a\n5;a\n6;a\n7;b\"x\n8;\n9;\n10;\n";

inline std::string changed(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  return at == std::string::npos ? "nothing to change" : text.replace(at, from.size(), to);
}

inline std::string_view language_file(std::string_view language) {
  static const auto* const files = new std::map<std::string, std::string, std::less<>>{
      {"nl", test::read_file(std::filesystem::path(STOEPKRIJT_SOURCE_DIR) / "assets/lang/nl.json").value_or("")},
      {"en", test::read_file(std::filesystem::path(STOEPKRIJT_SOURCE_DIR) / "assets/lang/en.json").value_or("")}};
  return files->find(language)->second;
}

/// A computer with these files. Paths that hold "locked" cannot be written.
struct Computer {
  std::map<std::string, std::string, std::less<>> files{{"x.pb", std::string(kElection)}};
  std::string progress;
  std::uint8_t random = 1;  // what random bytes are, one higher with every byte
  bool terminal = false;
  std::size_t most_unpacked = Surroundings{}.most_unpacked;

  Answer run(const std::vector<std::string_view>& arguments) {
    Surroundings out;
    out.read_file = [this](std::string_view path) -> Result<std::string> {
      const auto file = files.find(path);
      if (file == files.end()) return fail(ErrorCode::kNoSuchFile, "error.no_such_file");
      return file->second;
    };
    out.write_file = [this](std::string_view path, std::string_view bytes) -> Result<void> {
      if (path.find("locked") != std::string_view::npos) return fail(ErrorCode::kNotWritten, "error.not_written");
      files[std::string(path)] = bytes;
      return {};
    };
    out.words = &language_file;
    out.show_progress = [this](std::string_view text) { progress += text; };
    out.fill_random = [this](std::span<std::uint8_t> bytes) {
      for (std::uint8_t& byte : bytes) byte = random++;
      return true;
    };
    out.terminal = terminal;
    out.most_unpacked = most_unpacked;
    out.version = "1.2.3";
    return cli::run(arguments, out);
  }
};

inline Answer run_with(const std::vector<std::string_view>& arguments, std::string_view content = kElection) {
  Computer computer;
  computer.files["x.pb"] = content;
  return computer.run(arguments);
}

}  // namespace stoepkrijt::cli
