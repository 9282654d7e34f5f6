#include "cli/box.hpp"

#include <algorithm>
#include <array>

#include "base/decimal.hpp"
#include "cli/dossiers.hpp"
#include "formats/ballotbox/package_json.hpp"

namespace stoepkrijt::cli {

namespace {

struct Verb {
  std::string_view name;
  Answer (*run)(BoxWork& work);
  std::string_view options;  // of this verb, between blanks
};
constexpr std::array<Verb, 10> kVerbs{{
    {"key", &box_key, " --kind --seed --output "},
    {"make", &box_make,
     " --round --key --holder --channel --codes --reserves --attended --cost --delete-by --publish --cards --seed "
     "--output "},
    {"cast", &box_cast, " --package --choice --seed --output "},
    {"close", &box_close, " --package --key --output "},
    {"merge", &box_merge, " --package --lot --output "},
    {"share", &box_share, " --package --key --output "},
    {"open", &box_open, " --package --lot --receipts --output "},
    {"check", &box_check, " --package "},
    {"amend", &box_amend, " --package --key --withdraw --reason --output "},
    {"replace", &box_replace, " --package --key --replaced --output "},
}};
/// May be given more than once.
constexpr std::array<std::string_view, 3> kMany{"--holder", "--channel", "--replaced"};

Result<void> check_options(Session& session, const Verb& verb) {
  const Options& options = session.options();
  const auto takes = [&verb](std::string_view name) {
    return verb.options.find(" " + std::string(name) + " ") != std::string_view::npos;
  };
  for (std::size_t i = 0; i < options.box.size(); ++i) {
    const std::string_view name = options.box[i].first;
    if (!takes(name)) return wrong_use(session, "error.box_option", name, verb.name);
    const bool again = std::any_of(options.box.begin(), options.box.begin() + static_cast<std::ptrdiff_t>(i),
                                   [name](const auto& given) { return given.first == name; });
    if (again && std::find(kMany.begin(), kMany.end(), name) == kMany.end()) {
      return wrong_use(session, "error.option_twice", name);
    }
  }
  if (!options.round.empty() && !takes("--round")) return wrong_use(session, "error.box_option", "--round", verb.name);
  if (options.output.empty() && takes("--output")) return wrong_use(session, "error.option_missing", "--output");
  if (!options.output.empty() && !takes("--output")) {
    return wrong_use(session, "error.box_option", "--output", verb.name);
  }
  return {};
}

}  // namespace

Unexpected wrong_use(Session& session, std::string_view key, std::string_view option, std::string_view value) {
  Error error = Error(ErrorCode::kUsage, key).with("option", option);
  if (!value.empty()) error.args.emplace_back("value", value);
  session.tell(error, "");
  return fail(std::move(error));
}

std::string attended_line(const Session& session, const ballotbox::Package& package) {
  if (package.attended.empty()) return {};
  return "\n" + session.count("cli.box.attended", package.attended.size());
}

std::string_view BoxWork::value(std::string_view name) const {
  const std::vector<std::string_view> all = values(name);
  return all.empty() ? std::string_view() : all.front();
}

std::vector<std::string_view> BoxWork::values(std::string_view name) const {
  std::vector<std::string_view> out;
  for (const auto& [option, value] : session_.options().box) {
    if (option == name) out.push_back(value);
  }
  return out;
}

Result<std::string_view> BoxWork::needed(std::string_view name) {
  const std::string_view given = value(name);
  if (given.empty()) return wrong_use(session_, "error.option_missing", name);
  return given;
}

Result<std::int64_t> BoxWork::number(std::string_view name, std::int64_t low, std::int64_t high,
                                     std::int64_t otherwise) {
  const std::string_view given = value(name);
  if (given.empty()) return otherwise;
  const Result<std::int64_t> number = parse_decimal(given, 0, Excess::kRefuse);
  if (!number || *number < low || *number > high) return wrong_use(session_, "error.option_value", name, given);
  return *number;
}

Result<void> BoxWork::expect_files(std::size_t least, std::size_t most) {
  if (files().size() < least) return wrong_use(session_, "error.no_file", "FILE");
  if (files().size() > most) return wrong_use(session_, "error.second_file", files()[most]);
  return {};
}

Result<ballotbox::SignedPackage> BoxWork::package() {
  SK_TRY(file, needed("--package"));
  SK_TRY(text, session_.read_file(file));
  return told(formats::read_package(text), file);
}

Result<formats::KeyFile> BoxWork::key(ballotbox::SecretKind kind) {
  SK_TRY(file, needed("--key"));
  SK_TRY(text, session_.read_file(file));
  SK_TRY(read, told(formats::read_key(text), file));
  if (read.kind != kind) {
    const std::string_view wanted = formats::kSecretNames[static_cast<std::size_t>(kind)];
    session_.tell(Error(ErrorCode::kNotAllowed, "error.key_kind").with("kind", wanted), file);
    return fail(ErrorCode::kNotAllowed, "error.key_kind");
  }
  return read;
}

Result<ballotbox::Secret<32>> BoxWork::seed() {
  std::array<std::uint8_t, 32> bytes{};
  const std::string_view given = value("--seed");
  if (!given.empty()) {
    if (!ballotbox::from_hex(given, bytes)) return wrong_use(session_, "error.option_value", "--seed", given);
  } else if (!session_.surroundings().fill_random || !session_.surroundings().fill_random(bytes)) {
    session_.tell(Error(ErrorCode::kUnreadable, "error.no_random"), "");
    return fail(ErrorCode::kUnreadable, "error.no_random");
  }
  ballotbox::Secret<32> out(bytes);
  ballotbox::wipe(bytes);
  return out;
}

Result<void> BoxWork::write(std::string_view path, std::string_view bytes) {
  Result<void> written = session_.surroundings().write_file(path, bytes);
  if (!written) session_.tell(written.error(), path);
  return written;
}

Answer BoxWork::answer(const std::string& words, json::Writer& object, int exit_code) {
  return session_.done((session_.options().json ? object.take() : words) + "\n", exit_code);
}

Answer run_box(const Options& options, const Surroundings& surroundings) {
  BoxWork work(options, surroundings);
  const auto verb = std::find_if(kVerbs.begin(), kVerbs.end(), [&](const Verb& v) { return v.name == options.file; });
  if (verb == kVerbs.end()) {
    std::vector<std::string_view> names;
    for (const Verb& each : kVerbs) names.push_back(each.name);
    const std::string_view meant = nearest(options.file, names);
    Error error = Error(ErrorCode::kUsage, "error.box_verb").with("verb", options.file);
    if (!meant.empty()) error.args.emplace_back("meant", meant);
    work.session().tell(std::move(error), "");
    return work.session().failed();
  }
  if (!check_options(work.session(), *verb)) return work.session().failed();
  return verb->run(work);
}

}  // namespace stoepkrijt::cli
