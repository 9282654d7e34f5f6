#include "dossier.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "streets.hpp"
#include "write.hpp"

namespace stoepkrijt::example {

namespace {

constexpr std::int64_t kWalkStart = 1794646800000;  // 2026-11-14 10:00 in the Netherlands
constexpr std::int64_t kMinute = 60000;
constexpr std::int64_t kDay = 24 * 60 * kMinute;
constexpr const char* kWalkId = "schouw-2026-11-14";

// Canonical JSON: the caller gives the keys in order of their bytes.
class Json {
 public:
  Json& open(char c) { return raw(std::string(1, c)); }
  Json& close(char c) {
    out_ += c;
    comma_ = true;
    return *this;
  }
  Json& key(const char* k) {
    string(k);
    out_ += ':';
    comma_ = false;
    return *this;
  }
  Json& string(const std::string& text) {
    std::string quoted = "\"";
    for (const char c : text) {
      if (c == '"' || c == '\\') quoted += '\\';
      quoted += c;
    }
    return value(quoted + "\"");
  }
  Json& number(std::int64_t n) { return value(std::to_string(n)); }
  Json& boolean(bool b) { return value(b ? "true" : "false"); }
  Json& place(Vec p) { return value("[" + std::to_string(lon_e7(p)) + "," + std::to_string(lat_e7(p)) + "]"); }
  Json& words(const std::string& nl, const std::string& en) {
    return open('{').key("en").string(en).key("nl").string(nl).close('}');
  }
  const std::string& text() const { return out_; }

 private:
  Json& raw(const std::string& s) {
    if (comma_) out_ += ',';
    out_ += s;
    comma_ = false;
    return *this;
  }
  Json& value(const std::string& s) {
    raw(s);
    comma_ = true;
    return *this;
  }
  std::string out_;
  bool comma_ = false;
};

std::string numbered(const char* prefix, std::size_t n) {
  return std::string(prefix) + (n < 10 ? "0" : "") + std::to_string(n);
}

void write_plan(Json* j, const PlanText& p) {
  j->open('{').key("buurt").string(p.buurt).key("checks").open('[');
  for (const char* check : p.checks)
    j->open('{').key("met").boolean(check[0] == '+').key("reason").string(check + 1).close('}');
  j->close(']').key("cost").number(std::int64_t{p.cost_euro} * 100);
  j->key("description").words(p.description_nl, p.description_en);
  j->key("icon").string(p.icon).key("id").string(p.id);
  j->key("own_hours").number(p.hours).key("own_people").number(p.people).key("own_words").string(p.own);
  j->key("place").place(p.place).key("proposer").string(p.proposer);
  j->key("summary").words(p.summary_nl, p.summary_en);
  j->key("support_households").number(p.households).key("support_of").number(p.asked);
  j->key("theme").string(p.theme).key("third_party").number(std::int64_t{p.third_euro} * 100);
  j->key("third_party_who").string(p.third_who).key("title").words(p.title_nl, p.title_en).close('}');
}

void write_round(Json* j) {
  j->open('{')
      .key("afterwards")
      .words(
          "Op 16 december staat de uitslag in deze app. Hij hangt ook in De Hinkelsteen. De gemeente en de bewoners "
          "voeren "
          "de gekozen plannen uit vanaf januari 2027. In april 2027 leest u in het wijkverslag wat er met het geld is "
          "gebeurd. Geld dat over is, gaat naar het wijkbudget van 2027.",
          "The result is in this app on 16 December and on the wall of De Hinkelsteen. Municipality and residents "
          "carry out "
          "the chosen plans from January 2027. In April 2027 a report tells what happened with the money. Money left "
          "over "
          "goes to the budget of 2027.");
  j->key("budget").number(6000000).key("closes").string("2026-12-13").key("fixed_points").open('[');
  j->words("Er is \u20ac\u00a060.000. Meer kan niet.", "There is \u20ac\u00a060,000. There cannot be more.");
  j->words("Een plan krijgt alles wat het kost, of niets.", "A plan gets all that it costs, or nothing.");
  j->words("De negen plannen zijn al getoetst aan de zeven regels voor het geld.",
           "The nine plans have already been checked against the seven rules for the money.");
  j->words("We tellen met gelijke delen: elke kiezer heeft evenveel geld te verdelen.",
           "We count by equal shares: every voter has the same amount to give.");
  j->close(']').key("id").string("wijkbudget-2026").key("ladder").string("meebeslissen");
  j->key("open_points").open('[');
  j->words("U kiest welke plannen geld krijgen.", "You choose which plans get money.");
  j->words("U kiest zoveel plannen als u wilt, samen voor hoogstens \u20ac\u00a060.000.",
           "You choose as many plans as you like, together for at most \u20ac\u00a060,000.");
  j->close(']').key("opens").string("2026-11-16").key("phase").string("open").key("plans").open('[');
  for (const PlanText& p : plan_texts()) write_plan(j, p);
  j->close(']').key("result_on").string("2026-12-16").key("rule").string("equal-shares");
  j->key("title").words("Wijkbudget Lindewaard 2026", "Neighbourhood budget Lindewaard 2026");
  j->key("who_may_vote")
      .words("Iedereen van 12 jaar of ouder die in Lindewaard woont. U stemt één keer. U krijgt een code in de bus.",
             "Everyone aged 12 or over who lives in Lindewaard. You vote once. A code comes through your letterbox.");
  j->close('}');
}

void write_issues(Json* j) {
  const std::vector<IssueText> issues = issue_texts();
  for (std::size_t i = 0; i < issues.size(); ++i) {
    const IssueText& issue = issues[i];
    j->open('{');
    if (issue.direction[0] != 0)
      j->key("action")
          .open('{')
          .key("direction")
          .string(issue.direction)
          .key("party")
          .string(issue.party)
          .key("promised")
          .string(issue.promised)
          .close('}');
    j->key("history").open('[');
    std::int64_t time = kWalkStart + kDay * 2;
    for (const char* status : issue.statuses) {
      j->open('{').key("reason").string("").key("status").string(status).key("time_ms").number(time).close('}');
      time += kDay * 2 + 55 * kMinute;
    }
    j->close(']').key("id").string(numbered("kwestie-", i + 1)).key("signals").open('[');
    for (const int s : issue.signals) j->string(numbered("melding-", static_cast<std::size_t>(s)));
    j->close(']').key("title").string(issue.title).close('}');
  }
}

void write_signal(Json* j, std::size_t number, const SignalText& s, const std::vector<Buurt>& all, Rng* rng) {
  std::string buurt;
  for (const Buurt& b : all)
    if (inside(b.ring, s.place)) buurt = b.code;
  std::vector<std::string> keys;
  for (int i = 0; i < s.support; ++i) {
    // Pseudonyms that name nobody.
    std::string key = "z";
    for (int k = 0; k < 12; ++k) key += "0123456789abcdefghjkmnpqrstvwxyz"[rng->whole(0, 31)];
    keys.push_back(key);
  }
  std::sort(keys.begin(), keys.end());
  j->open('{').key("accuracy_mm").number(std::int64_t{s.accuracy_m} * 1000).key("buurt").string(buurt);
  j->key("id").string(numbered("melding-", number)).key("kind").string(s.kind).key("level").string(s.level);
  j->key("near_street").string(s.near_street).key("place").place(s.place).key("placed_by").string(s.placed_by);
  j->key("subtheme").string(s.subtheme).key("support").open('[');
  for (const std::string& key : keys) j->string(key);
  j->close(']').key("theme").string(s.theme).key("time_ms").number(kWalkStart + s.minute * kMinute);
  j->key("title").string(s.title).key("walk_id").string(kWalkId).key("words").string(s.words).close('}');
}

void write_places(Json* j, const Line& line) {
  j->open('[');
  for (const Vec p : line) j->place(p);
  j->close(']');
}

void write_walk(Json* j, const World& world) {
  const Line route = walk_route(world);
  j->open('{').key("date").string("2026-11-14").key("id").string(kWalkId).key("roles").open('[');
  for (const char* role : {"bewoner", "bewoner", "bewoner", "bewoner", "wijkcoördinator", "wijkagent",
                           "woningcorporatie", "jongerenwerker", "ondernemer"})
    j->string(role);
  j->close(']').key("route");
  write_places(j, route);
  j->key("stops").open('[');
  for (const StopText& s : stop_texts())
    j->open('{').key("name").string(s.name).key("place").place(s.place).key("question").string(s.question).close('}');
  j->close(']').key("title").string("Schouw rond het Zwanenpark").key("track");
  write_places(j, walk_track(route));
  j->key("weather").string("Droog, bewolkt, 9 graden, zwakke wind").close('}');
}

void write_neighbourhood(Json* j, const std::vector<Buurt>& all) {
  j->open('{').key("buurten").open('[');
  for (const Buurt& b : all) {
    j->open('{').key("code").string(b.code).key("households").number(b.households);
    j->key("inhabitants").number(b.residents).key("name").string(b.name).key("rings").open('[');
    write_places(j, ring_area(b.ring) > 0 ? b.ring : reversed(b.ring));
    j->close(']').key("year").number(2026).close('}');
  }
  j->close(']').key("id").string("WK999901").key("municipality").string("GM9999").key("name").string(kWijk).close('}');
}

}  // namespace

std::string dossier_json(const World& world) {
  const std::vector<Buurt> all = buurten();
  Json j;
  j.open('{').key("format").string("stoepkrijt-dossier").key("id").string("lindewaard-2026").key("issues").open('[');
  write_issues(&j);
  j.close(']').key("neighbourhood");
  write_neighbourhood(&j, all);
  j.key("rounds").open('[');
  write_round(&j);
  j.close(']').key("signals").open('[');
  Rng rng(32);
  const std::vector<SignalText> signals = signal_texts();
  for (std::size_t i = 0; i < signals.size(); ++i) write_signal(&j, i + 1, signals[i], all, &rng);
  j.close(']').key("title").string("Lindewaard (voorbeeld)").key("version").number(1).key("walks").open('[');
  write_walk(&j, world);
  j.close(']').close('}');
  return j.text();
}

}  // namespace stoepkrijt::example
