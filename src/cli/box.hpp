// The verbs of `stoepkrijt box`: what each is, and what they share. The protocol is docs/formats/ballots.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ballotbox/package.hpp"
#include "base/json_writer.hpp"
#include "cli/session.hpp"
#include "formats/ballotbox/audit_json.hpp"

namespace stoepkrijt::cli {

/// A verb at work: its options, its files, and where its answer goes.
class BoxWork {
 public:
  BoxWork(const Options& options, const Surroundings& surroundings) : session_(options, surroundings) {}

  [[nodiscard]] Session& session() { return session_; }
  [[nodiscard]] const std::vector<std::string_view>& files() const { return session_.options().more_files; }

  /// The value of an option; empty when it was not given.
  [[nodiscard]] std::string_view value(std::string_view name) const;
  [[nodiscard]] std::vector<std::string_view> values(std::string_view name) const;

  // Faults are told by all of these; what is returned is for the caller to stop.
  [[nodiscard]] Result<std::string_view> needed(std::string_view name);
  /// `low` to `high`; `otherwise` when it was not given.
  [[nodiscard]] Result<std::int64_t> number(std::string_view name, std::int64_t low, std::int64_t high,
                                            std::int64_t otherwise);
  [[nodiscard]] Result<void> expect_files(std::size_t least, std::size_t most);
  /// Tells the fault of a file.
  template <class T>
  [[nodiscard]] Result<T> told(Result<T> result, std::string_view file) {
    if (!result) session_.tell(result.error(), file);
    return result;
  }
  [[nodiscard]] Result<ballotbox::SignedPackage> package();
  [[nodiscard]] Result<formats::KeyFile> key(ballotbox::SecretKind kind);
  /// 32 bytes of --seed, or random ones.
  [[nodiscard]] Result<ballotbox::Secret<32>> seed();
  /// To --output, or to `path`.
  [[nodiscard]] Result<void> write(std::string_view path, std::string_view bytes);
  /// Words for people, or the object with --json.
  [[nodiscard]] Answer answer(const std::string& words, json::Writer& object, int exit_code = kDone);

 private:
  Session session_;
};

[[nodiscard]] Unexpected wrong_use(Session& session, std::string_view key, std::string_view option,
                                   std::string_view value = {});

/// How many cards of the desk a package has, on a line of its own; empty: none.
[[nodiscard]] std::string attended_line(const Session& session, const ballotbox::Package& package);

[[nodiscard]] Answer box_key(BoxWork& work);
[[nodiscard]] Answer box_make(BoxWork& work);
[[nodiscard]] Answer box_cast(BoxWork& work);
[[nodiscard]] Answer box_close(BoxWork& work);
[[nodiscard]] Answer box_merge(BoxWork& work);
[[nodiscard]] Answer box_share(BoxWork& work);
[[nodiscard]] Answer box_open(BoxWork& work);
[[nodiscard]] Answer box_check(BoxWork& work);
[[nodiscard]] Answer box_amend(BoxWork& work);
[[nodiscard]] Answer box_replace(BoxWork& work);

}  // namespace stoepkrijt::cli
