// A round of three plans with all its files, made by the command on a computer in memory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "cli/cli_run.hpp"

namespace stoepkrijt::cli {

using Arguments = std::vector<std::string>;

struct Evening : Computer {
  Answer go(const Arguments& arguments) {
    std::vector<std::string_view> views(arguments.begin(), arguments.end());
    return run(views);
  }
  /// A member of what --json answers; empty when it is not there.
  static std::string member(const Answer& answer, std::string_view key) {
    const auto document = json::Document::parse(answer.out);
    if (!document) return "no JSON: " + answer.err;
    const auto found = document->root().find(key);
    if (!found) return "";
    if (const auto text = found->string()) return std::string(*text);
    if (const auto number = found->integer()) return std::to_string(*number);
    if (const auto truth = found->boolean()) return *truth ? "true" : "false";
    std::string out;
    for (const json::Cursor item : *found) out += std::string(item.string().value_or("?")) + " ";
    return out;
  }
  std::string key(const std::string& kind, const std::string& file) {
    return member(go({"box", "key", "--kind", kind, "--output", file, "--json"}), "public");
  }
  std::vector<std::string> cards(const std::string& kind) const {
    std::vector<std::string> out;
    std::string_view rest = files.at("cards.csv");
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(line.size() + 1);
      if (line.starts_with(kind + ";")) out.emplace_back(line.substr(kind.size() + 1));
    }
    return out;
  }
  Arguments make{"box", "make", "dossier.json", "--round", "ronde-1", "--key", "organiser.key"};

  /// A round of three plans, decided by most votes.
  explicit Evening(std::string_view codes = "6", std::string_view attended = "") {
    files["dossier.json"] =
        R"({"format":"stoepkrijt-dossier","id":"d","issues":[],"neighbourhood":{"buurten":[],"id":"n","municipality":"m","name":"n"},"rounds":[)"
        R"({"afterwards":{"en":"","nl":"x"},"budget":100000,"closes":"2026-11-29","counting":{"comparison":"","completion":"","min_votes":1,"seed":"","then":"","ties":"","utility":"","variant":""},)"
        R"("fixed_points":[],"form":{"method":"approval","most_per_plan":0,"most_plans":0,"points":10},"id":"ronde-1","ladder":"meebeslissen","open_points":[],"opens":"2026-11-16","phase":"open","plans":[)" +
        plan("1") + "," + plan("2") + "," + plan("3") +
        R"(],"result_on":"2026-12-01","rule":"greedy","title":{"en":"","nl":"Voorjaar"},"who_may_vote":{"en":"","nl":"iedereen"}}],"signals":[],"title":"t","version":1,"walks":[]})";
    key("organiser", "organiser.key");
    for (const char* holder : {"h1.key", "h2.key", "h3.key"}) {
      make.push_back("--holder");
      make.push_back(key("holder", holder));
    }
    for (const char* box : {"kiosk-1", "kiosk-2", "phones"}) {
      make.push_back("--channel");
      make.push_back((box[0] == 'k' ? "kiosk:" : "phone:") + std::string(box) + ":" +
                     key("box", std::string(box) + ".key"));
    }
    for (const std::string_view more : {"--codes", codes.data(), "--reserves", "2", "--cost", "8:1", "--delete-by",
                                        "2027-01-01", "--cards", "cards.csv", "--output", "package.json", "--json"}) {
      make.emplace_back(more);
    }
    if (attended.empty()) return;
    make.emplace_back("--attended");
    make.emplace_back(attended);
  }
  static std::string plan(const std::string& id) {
    return R"({"buurt":"","checks":[)" + checks() +
           R"(],"cost":60000,"description":{"en":"","nl":""},"icon":"","id":")" + id +
           R"(","own_hours":0,"own_people":0,"own_words":"","proposer":"p","summary":{"en":"","nl":"s"},"support_households":0,"support_of":0,"theme":"binding","third_party":0,"third_party_who":"","title":{"en":"","nl":"Plan )" +
           id + R"("}})";
  }
  static std::string checks() {
    std::string out;
    for (int i = 0; i < 7; ++i) out += std::string(i > 0 ? "," : "") + R"({"met":true,"reason":""})";
    return out;
  }
  Answer cast(const std::string& code, const std::string& choice, const std::string& file) {
    files["code.txt"] = code;
    return go({"box", "cast", "code.txt", "--package", "package.json", "--choice", choice, "--output", file, "--json"});
  }
  Answer close(const std::string& box, const Arguments& votes) {
    Arguments arguments{"box",        "close",    "--package",   "package.json", "--key",
                        box + ".key", "--output", box + ".json", "--json"};
    arguments.insert(arguments.end(), votes.begin(), votes.end());
    return go(arguments);
  }
  Answer merge(const Arguments& boxes, const std::string& output, const std::string& lot = "4 1 6") {
    Arguments arguments{"box", "merge", "--package", "package.json", "--output", output, "--lot", lot, "--json"};
    arguments.insert(arguments.end(), boxes.begin(), boxes.end());
    return go(arguments);
  }
  Answer share(const std::string& holder, const std::string& urn) {
    return go({"box", "share", urn, "--package", "package.json", "--key", holder + ".key", "--output",
               holder + ".shares", "--json"});
  }
  Answer open(const std::string& urn, const std::string& a, const std::string& b, const std::string& output,
              const Arguments& more = {}) {
    Arguments arguments{"box",          "open",     urn,    a + ".shares", b + ".shares",        "--package",
                        "package.json", "--output", output, "--receipts",  output + ".receipts", "--json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return go(arguments);
  }
};

}  // namespace stoepkrijt::cli
