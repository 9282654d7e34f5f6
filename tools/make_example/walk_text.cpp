// The walk of 14 November 2026: six stops, thirty-two signals, what was agreed.
#include "dossier.hpp"
#include "streets.hpp"

namespace stoepkrijt::example {

// Tables: one line or two for each entry, not one line for each word.
// clang-format off
std::vector<StopText> stop_texts() {
  return {
      {"Hinkelplein", "Is het plein schoon en gezellig genoeg?", {-388, -30}},
      {"Hoepelstraat", "Kunt u hier goed lopen met een rollator of een kinderwagen?", {-150, -44}},
      {"Zwanenvijver", "Wat is hier mooi, en wat mist u?", {-52, -248}},
      {"Singelpad", "Voelt u zich hier veilig als het donker is?", {186, -140}},
      {"Kievitlaan", "Hoe gaan fietsers en auto's hier met elkaar om?", {224, 136}},
      {"Lindesingel bij de brug", "Wat kunnen bewoners hier zelf doen?", {-30, 92}},
  };
}

std::vector<SignalText> signal_texts() {
  return {
      {"problem", "schoon", "bijgeplaatst-afval", "C", {-349, -60}, "Oude Waardweg", "Zakken naast de container",
       "Er staan vier zakken naast de container. De klep gaat niet goed dicht.", 6, "gps", 4, 7},
      {"strong", "samen", "ontmoeten", "A+", {-397, -22}, "Hinkelplein", "Gezellige markt",
       "Op zaterdag is er markt. Mensen blijven staan voor een praatje.", 5, "gps", 6, 11},
      {"problem", "schoon", "zwerfvuil", "B", {-374, -56}, "Hinkelplein", "Blikjes bij de bankjes",
       "Er liggen negen blikjes en een paar bekers. De prullenbak is ver weg.", 7, "gps", 8, 3},
      {"problem", "schoon", "bijgeplaatst-afval", "C", {-351, -55}, "Oude Waardweg", "Vuilnis op de stoep",
       "Naast de ondergrondse container ligt een kapotte stoel met zakken.", 9, "gps", 9, 2},
      {"idea", "samen", "ontmoeten", "unset", {-400, -47}, "Hinkelplein", "Schaaktafel op het plein",
       "Een stenen tafel met een schaakbord. Dan hebben ouderen en jongeren iets samen.", 0, "pin", 11, 6},
      {"problem", "heel", "bestrating", "D", {-262, -23}, "Hoepelstraat", "Stoep ligt los",
       "Drie tegels steken omhoog. Met een rollator komt u er niet langs.", 5, "gps", 16, 9},
      {"strong", "heel", "groenonderhoud", "A", {-205, -30}, "Hoepelstraat", "Mooie geveltuinen",
       "Vijf buren naast elkaar hebben een tuintje. Het ziet er vrolijk uit.", 6, "gps", 18, 8},
      {"problem", "heel", "verlichting", "D", {-163, -41}, "Hoepelstraat", "Lamp doet het niet",
       "De lamp op de hoek is al weken kapot. Het is hier erg donker.", 5, "gps", 21, 12},
      {"problem", "veilig", "verkeer", "unset", {-88, -60}, "Markerlaan", "Auto's rijden hard",
       "Bij de oversteek remmen auto's pas laat. Kinderen durven niet over te steken.", 8, "gps", 25, 10},
      {"problem", "veilig", "zicht-donker", "unset", {-97, -93}, "Markerlaan", "Struik voor het bord",
       "Een struik groeit voor het verkeersbord. U ziet de fietsers niet aankomen.", 6, "gps", 28, 4},
      {"idea", "samen", "ontmoeten", "unset", {-44, -74}, "Zwanenpark", "Muziek in de tent",
       "De muziektent staat vaak leeg. Laat elke maand een koor of bandje spelen.", 0, "pin", 31, 9},
      {"strong", "heel", "groenonderhoud", "A+", {-62, -132}, "Zwanenpark", "Mooie oude bomen",
       "De bomen bij de vijver zijn groot en gezond. Hier wordt u rustig van.", 7, "gps", 34, 11},
      {"problem", "schoon", "hondenpoep", "C", {-77, -186}, "Zwanenpark", "Hondenpoep op het pad",
       "Er ligt op drie plekken poep. Er hangt geen zakje bij de bak.", 6, "gps", 37, 5},
      {"problem", "heel", "meubilair", "C", {-30, -260}, "Zwanenpark", "Bank mist een plank",
       "De zitting is stuk. U kunt hier niet zitten.", 5, "gps", 41, 6},
      {"strong", "schoon", "zwerfvuil", "A", {92, -236}, "Zwanenpark", "Schone speelplek",
       "Het zand is schoon en de bak is leeg. Ouders ruimen zelf op.", 6, "gps", 46, 7},
      {"problem", "heel", "meubilair", "D", {104, -234}, "Zwanenpark", "Schommel is stuk",
       "Eén ketting is los. Dat is gevaarlijk voor kinderen.", 6, "gps", 47, 9},
      {"problem", "veilig", "zicht-donker", "unset", {192, -156}, "Singelpad", "Donker langs het Singelpad",
       "Tussen de twee bruggen staat geen enkele lamp. In de winter fietsen mensen om.", 8, "gps", 54, 14},
      {"problem", "schoon", "zwerfvuil", "C", {172, -108}, "Singelpad", "Plastic langs het water",
       "In het riet hangt veel plastic. Het waait vanaf het pad het water in.", 9, "gps", 57, 6},
      {"idea", "veilig", "zicht-donker", "unset", {158, -76}, "Singelpad", "Lampen die u zien aankomen",
       "Lage lampen die feller worden als er iemand langskomt. Dan is het voor dieren ook goed.", 0, "pin", 59, 12},
      {"problem", "heel", "bestrating", "B", {224, -32}, "Tureluur", "Kuil in het woonerf",
       "Na regen staat hier een grote plas. De stenen zijn weggezakt.", 6, "gps", 65, 3},
      {"strong", "samen", "initiatief", "A", {262, 8}, "Tureluur", "Buren vegen zelf",
       "Elke eerste zaterdag vegen de buren samen het woonerf. Er is soep na afloop.", 5, "gps", 68, 8},
      {"problem", "schoon", "graffiti", "B", {309, 10}, "Kievitlaan", "Graffiti op een schuur",
       "Op de zijkant van een schuur staan grote letters.", 7, "gps", 72, 2},
      {"problem", "schoon", "bijgeplaatst-afval", "C", {281, 74}, "Kievitlaan", "Matras bij de boom",
       "Er ligt een matras. Bewoners zeggen: al sinds vorige week.", 6, "gps", 75, 4},
      {"problem", "veilig", "verkeer", "unset", {232, 130}, "Kievitlaan", "Fietsers zien elkaar niet",
       "Bij de hoek met de Kluut staat een busje in de weg. Het ging al twee keer bijna mis.", 6, "gps", 79, 7},
      {"strong", "samen", "talent", "unset", {181, 97}, "Grutto", "Buurman maakt fietsen",
       "In zijn schuur maakt hij fietsen van de hele straat. Hij wil ook les geven.", 0, "pin", 82, 10},
      {"problem", "heel", "groenonderhoud", "B", {130, 176}, "Kievitlaan", "Wortels duwen de stoep omhoog",
       "Bij drie bomen komt de stoep omhoog. Nu kunt u er nog net langs.", 6, "gps", 86, 3},
      {"strong", "heel", "meubilair", "A", {-6, 88}, "Lindesingel", "Goede bank bij de kerk",
       "Op deze bank zitten altijd mensen. U kijkt zo over het water.", 6, "gps", 95, 6},
      {"problem", "heel", "bestrating", "C", {-118, 123}, "Lindesingel", "Gladde stenen langs de kade",
       "Er ligt groene aanslag op de stenen. Als het regent, glijdt u uit.", 7, "gps", 100, 8},
      {"problem", "schoon", "zwerfvuil", "B", {-205, 144}, "Lindesingel", "Bladeren en papier in de goot",
       "De goot is vol. Bij regen loopt de straat onder.", 6, "gps", 104, 2},
      {"idea", "heel", "groenonderhoud", "unset", {-262, 154}, "Lindesingel", "Bloemen langs het water",
       "Zaai bloemen op de rand van het gras. Bewoners willen helpen.", 0, "pin", 107, 9},
      {"strong", "veilig", "sociale-veiligheid", "A", {-372, 165}, "Lindesingel", "Buren letten op elkaar",
       "In deze straat kent iedereen elkaar. Wie lang weg is, krijgt een kaartje.", 8, "gps", 111, 5},
      {"problem", "veilig", "overlast", "unset", {-441, 170}, "Oude Waardweg", "Scooters op de brug",
       "In het weekend rijden scooters hard over de brug. Dat is lawaai en gevaarlijk.", 7, "gps", 115, 6},
  };
}

std::vector<IssueText> issue_texts() {
  return {
      {"Afval naast de container aan de Oude Waardweg", {1, 4}, {"in-behandeling", "ingepland"},
       "De klep wordt gemaakt en er komt een bord met uitleg.", "Gemeente, afval", "2026-12-01"},
      {"Zwerfvuil op het Hinkelplein", {3}, {}, "", "", ""},
      {"Losse stoep in de Hoepelstraat", {6}, {"ingepland"}, "De stoep wordt recht gelegd voor nummer 12 tot en met 18.",
       "Gemeente, straten", "2026-12-11"},
      {"Kapotte lamp in de Hoepelstraat", {8}, {"in-behandeling"}, "De lamp wordt vervangen.", "Gemeente, licht",
       "2026-11-20"},
      {"Hard rijden op de Markerlaan", {9}, {"in-behandeling"},
       "Politie en bewoners meten een week lang de snelheid. Daarna volgt een gesprek.", "Politie en bewoners",
       "2027-01-15"},
      {"Struik voor het verkeersbord", {10}, {"ingepland", "afgehandeld"}, "De struik is gesnoeid.", "Gemeente, groen",
       "2026-11-18"},
      {"Kapotte bank in het Zwanenpark", {14}, {"in-behandeling"},
       "De wandelgroep zet er samen met de kringloop een nieuwe plank in.", "Bewoners en Kringloop De Tol",
       "2026-12-05"},
      {"Kapotte schommel", {16}, {"in-behandeling",
       "afgehandeld"}, "De schommel is weggehaald. In het voorjaar komt er een nieuwe.",
       "Gemeente, speelplekken", "2026-11-16"},
      {"Te weinig licht langs het Singelpad", {17, 19}, {}, "", "", ""},
      {"Plastic langs het water", {18}, {"ingepland"}, "Bewoners en waterschap ruimen samen op.",
       "Bewoners en waterschap", "2026-11-28"},
      {"Graffiti in de Kievitlaan", {22}, {"wacht-op-melder"}, "De eigenaar van de schuur moet eerst toestemming geven.",
       "Woningcorporatie De Waard", ""},
      {"Matras in de Kievitlaan", {23}, {"ingepland", "afgehandeld"}, "De matras is opgehaald.", "Gemeente, afval",
       "2026-11-17"},
      {"Gladde stenen aan de Lindesingel", {28}, {"ingepland"}, "De kade wordt schoongemaakt.", "Gemeente, straten",
       "2026-12-04"},
      {"Scooters op de brug", {32}, {}, "", "", ""},
  };
}

// clang-format on

namespace {

void along(const World& world, const char* street, Vec from, Vec to, Line* out) {
  for (const Street& s : world.streets) {
    if (s.name != street) continue;
    const double a = nearest(s.line, from).s;
    const double b = nearest(s.line, to).s;
    const Line piece = a <= b ? part(s.line, a, b) : reversed(part(s.line, b, a));
    out->insert(out->end(), piece.begin(), piece.end());
    return;
  }
}

}  // namespace

Line walk_route(const World& world) {
  Line route{{-388, -30}};
  along(world, "Oude Waardweg", {-355, -40}, {-367, -14}, &route);
  along(world, "Hoepelstraat", {-366, -14}, {-76, -61}, &route);
  // Over the Markerlaan and round the pond.
  for (const Vec p : {Vec{-72, -84}, Vec{-98, -96}, Vec{-60, -92}, Vec{-14, -86}, Vec{-10, -110}, Vec{-22, -132},
                      Vec{-58, -146}, Vec{-76, -172}, Vec{-74, -200}, Vec{-52, -248}, Vec{-4, -262}, Vec{36, -240},
                      Vec{74, -236}, Vec{106, -200}, Vec{148, -204}, Vec{178, -196}})
    route.push_back(p);
  along(world, "Singelpad", {209, -187}, {196, -80}, &route);
  along(world, "Tureluur", {196, -78}, {306, 22}, &route);
  along(world, "Kievitlaan", {306, 22}, {74, 188}, &route);
  along(world, "Markerlaan", {70, 190}, {-4, 66}, &route);
  along(world, "Lindesingel", {-4, 76}, {-445, 180}, &route);
  along(world, "Oude Waardweg", {-446, 180}, {-367, -14}, &route);
  route.push_back({-388, -30});
  return thin(route, 1.0);
}

Line walk_track(const Line& route) {
  // What a phone in a pocket makes of it: every fifteen metres, a few metres beside the line.
  Rng rng(1114);
  Line track;
  const double total = line_length(route);
  double drift = 0;
  for (double s = 0; s < total; s += 15) {
    const OnLine p = at(route, s);
    drift = drift * 0.7 + rng.range(-1.6, 1.6);
    track.push_back(p.point + left(p.tangent) * drift);
  }
  return track;
}

}  // namespace stoepkrijt::example
