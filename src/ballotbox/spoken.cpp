#include "ballotbox/spoken.hpp"

namespace stoepkrijt::ballotbox {

namespace {

// Never changed: a word stands for its place.
constexpr std::array<std::string_view, 256> kWords{
    "aardbei", "anker",   "antenne", "appel",   "arend",    "atlas",   "auto",   "avond",   "badkuip", "bakker",
    "balkon",  "banaan",  "bank",    "beker",   "beuk",     "bezem",   "bijl",   "blad",    "bliksem", "bloem",
    "boek",    "bonen",   "boot",    "borstel", "bos",      "boter",   "brief",  "bril",    "broek",   "brug",
    "buurman", "cactus",  "cadeau",  "citroen", "dak",      "dambord", "deken",  "deur",    "dijk",    "doek",
    "dolfijn", "donder",  "doos",    "dorp",    "draak",    "drop",    "druif",  "duif",    "duim",    "eekhoorn",
    "egel",    "eiland",  "emmer",   "envelop", "ezel",     "fabriek", "fakkel", "feest",   "fiets",   "film",
    "fles",    "fluit",   "fontein", "foto",    "framboos", "fruit",   "gebak",  "geit",    "gitaar",  "glas",
    "gordijn", "gras",    "grot",    "haak",    "haan",     "hamer",   "harp",   "haven",   "heg",     "helm",
    "herfst",  "hert",    "heuvel",  "hoed",    "hond",     "honing",  "hotel",  "huis",    "ijsbeer", "jacht",
    "jager",   "jas",     "jongen",  "juweel",  "kaars",    "kabel",   "kachel", "kameel",  "kano",    "kapper",
    "karper",  "kast",    "kater",   "kegel",   "kelder",   "kers",    "ketel",  "kikker",  "kip",     "klok",
    "klomp",   "knoop",   "koffie",  "kompas",  "konijn",   "kop",     "kraan",  "krijt",   "kroon",   "kruik",
    "kussen",  "kwast",   "laars",   "ladder",  "lamp",     "leeuw",   "lente",  "lepel",   "leraar",  "lijm",
    "linde",   "loket",   "lucht",   "maan",    "magneet",  "mand",    "mast",   "meer",    "melk",    "mes",
    "meubel",  "mier",    "mist",    "moeder",  "molen",    "mossel",  "motor",  "muis",    "muts",    "muur",
    "naald",   "nacht",   "nest",    "neus",    "noot",     "nummer",  "oever",  "olifant", "oma",     "onweer",
    "oog",     "orgel",   "otter",   "oven",    "paard",    "paling",  "papier", "parel",   "park",    "pauw",
    "peer",    "pen",     "perron",  "piano",   "pijl",     "pinda",   "plank",  "plein",   "ploeg",   "poort",
    "pop",     "potlood", "raam",    "radio",   "raket",    "regen",   "rem",    "rivier",  "robot",   "roest",
    "rok",     "roos",    "rots",    "ruit",    "saus",     "schaap",  "schip",  "schoen",  "sjaal",   "slak",
    "sleutel", "sneeuw",  "soep",    "spiegel", "spin",     "station", "steen",  "ster",    "stoel",   "storm",
    "straat",  "suiker",  "taart",   "tafel",   "tand",     "tent",    "tijger", "toren",   "touw",    "trap",
    "trein",   "trom",    "tulp",    "uil",     "vader",    "varken",  "veer",   "veld",    "verf",    "vis",
    "vlag",    "vlinder", "vogel",   "vork",    "vos",      "wagen",   "walvis", "water",   "weg",     "wiel",
    "wijzer",  "wind",    "winkel",  "wolk",    "wortel",   "zaag",    "zadel",  "zand",    "zebra",   "zee",
    "zeil",    "zilver",  "zomer",   "zon",     "zuil",     "zwaan"};

}  // namespace

std::string spoken(const Hash256& hash) {
  std::string out;
  for (std::size_t i = 0; i < kSpokenWords; ++i) {
    if (i > 0) out += ' ';
    out += kWords[hash[i]];
  }
  return out;
}

std::span<const std::string_view> word_list() { return kWords; }

}  // namespace stoepkrijt::ballotbox
