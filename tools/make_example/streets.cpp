#include "streets.hpp"

#include <utility>

namespace stoepkrijt::example {

Line singel() {
  return smooth({{-1500, 420},
                 {-1150, 350},
                 {-900, 300},
                 {-640, 235},
                 {-440, 165},
                 {-250, 135},
                 {-80, 95},
                 {60, 10},
                 {150, -110},
                 {195, -250},
                 {205, -400},
                 {235, -540},
                 {300, -750},
                 {380, -1000},
                 {420, -1300}});
}

Line ringvaart() {
  return smooth({{-1600, 720},
                 {-1100, 640},
                 {-700, 585},
                 {-400, 556},
                 {0, 548},
                 {300, 560},
                 {560, 585},
                 {900, 660},
                 {1600, 760}});
}

Line markerlaan() {
  return smooth({{-40, -1400},
                 {-60, -1000},
                 {-110, -750},
                 {-150, -520},
                 {-160, -340},
                 {-118, -150},
                 {-20, 35},
                 {70, 190},
                 {190, 330},
                 {300, 470},
                 {380, 620},
                 {470, 800},
                 {560, 1000},
                 {700, 1400}});
}

Line wijk_outline() {
  // Just outside the edge streets, so that both their sides belong to the wijk.
  return {{-668, 536},  {-676, 420}, {-668, 230}, {-662, 0},   {-642, -250}, {-615, -518}, {-400, -511},
          {-150, -539}, {60, -527},  {230, -519}, {450, -504}, {646, -498},  {660, -250},  {676, 0},
          {680, 200},   {660, 388},  {640, 420},  {588, 484},  {560, 499},   {452, 527},   {340, 530},
          {200, 522},   {0, 516},    {-300, 525}, {-500, 540}, {-640, 552}};
}

namespace {

using Streets = std::vector<Street>;

void add(Streets* out, const char* name, Road road, const Line& points, double tree_gap = 0, double tree_size = 6) {
  Street s;
  s.name = name;
  s.road = road;
  s.line = smooth(points);
  s.tree_gap = tree_gap;
  s.tree_size = tree_size;
  out->push_back(std::move(s));
}

// A street with corners instead of bends.
void add_inner(Streets* out, const char* name, Road road, const Line& points, bool open_end, double tree_gap = 0) {
  Street s;
  s.name = name;
  s.road = road;
  s.line = smooth(points);
  s.bounds_blocks = false;
  s.open_end = open_end;
  s.tree_gap = tree_gap;
  s.tree_size = 5;
  out->push_back(std::move(s));
}

Line along(const Line& line, double offset, Vec from, Vec to) {
  const Line side = parallel(line, offset);
  return thin(part(side, nearest(side, from).s, nearest(side, to).s), 0.12);
}

void add_quays(Streets* out) {
  Street north;
  north.name = "Lindesingel";
  north.line = along(singel(), 19.5, {-662, 258}, {10, 68});
  north.tree_gap = 11;
  north.tree_size = 9;
  out->push_back(north);
  Street south = north;
  south.name = "Zilverkade";
  south.line = along(singel(), -19.5, {-662, 224}, {-20, 40});
  out->push_back(south);
}

void add_edges(Streets* out) {
  Street main;
  main.name = "Markerlaan";
  main.road = Road::kSecondary;
  main.line = markerlaan();
  main.open_start = main.open_end = true;
  out->push_back(main);
  add(out, "Zuiderlaan", Road::kTertiary,
      {{-1600, -455},
       {-1000, -480},
       {-600, -500},
       {-400, -492},
       {-150, -520},
       {60, -508},
       {230, -500},
       {450, -485},
       {625, -480},
       {1000, -440},
       {1600, -400}},
      13, 8);
  out->back().open_start = out->back().open_end = true;
  add(out, "Westerlaan", Road::kTertiary,
      {{-648, 548}, {-655, 420}, {-648, 230}, {-642, 0}, {-622, -250}, {-597, -515}}, 12, 9);
  add(out, "Noorderweg", Road::kTertiary,
      {{-1600, 655}, {-1100, 585}, {-650, 532}, {-500, 518}, {-300, 503}, {0, 494}, {200, 500}, {340, 508}}, 12, 8);
  out->back().open_start = true;
  add(out, "Oosterdreef", Road::kTertiary,
      {{310, 505}, {450, 505}, {570, 470}, {640, 380}, {660, 200}, {656, 0}, {640, -250}, {625, -490}}, 12, 9);
  add(out, "Parklaan", Road::kTertiary, {{-175, -343}, {-50, -352}, {80, -350}, {205, -332}}, 12, 9);
  out->back().open_end = true;
  add(out, "Vogelhorstlaan", Road::kTertiary,
      {{205, -332}, {310, -285}, {400, -200}, {455, -80}, {470, 40}, {440, 170}, {360, 265}, {275, 322}, {180, 345}},
      13, 8);
  out->back().open_start = true;
}

// Oud Lindewaard, about 1910-1925: trees.
void add_trees_quarter(Streets* out) {
  add(out, "Oude Waardweg", Road::kResidential,
      {{-518, 532},
       {-505, 450},
       {-490, 340},
       {-470, 250},
       {-440, 165},
       {-395, 60},
       {-345, -60},
       {-300, -150},
       {-258, -250},
       {-200, -350},
       {-148, -418}});
  add(out, "Iepenstraat", Road::kResidential,
      {{-670, 338}, {-480, 268}, {-430, 250}, {-260, 222}, {-110, 198}, {90, 172}}, 14, 5);
  add(out, "Kastanjelaan", Road::kResidential,
      {{-670, 415}, {-485, 340}, {-415, 320}, {-250, 294}, {-90, 274}, {60, 264}, {150, 262}}, 11, 8);
  add(out, "Beukenstraat", Road::kResidential, {{-302, 372}, {-240, 362}, {-80, 345}, {80, 345}, {220, 338}}, 15, 5);
  add(out, "Meidoornstraat", Road::kResidential, {{-300, 448}, {-230, 437}, {-70, 416}, {90, 420}, {275, 428}}, 15,
      4.5);
  add(out, "Essenstraat", Road::kResidential,
      {{-332, 160}, {-312, 232}, {-292, 300}, {-285, 372}, {-280, 440}, {-274, 515}}, 13, 6);
  add(out, "Hazelaarstraat", Road::kResidential, {{-190, 135}, {-172, 210}, {-160, 292}});
  add(out, "Berkenstraat", Road::kResidential, {{-112, 268}, {-96, 345}, {-86, 420}, {-80, 505}}, 14, 5);
  add(out, "Elzenstraat", Road::kResidential, {{-40, 92}, {-14, 185}, {4, 277}});
  add(out, "Vlierstraat", Road::kResidential, {{56, 256}, {72, 345}, {86, 430}}, 16, 5);
}

// Het Speelkwartier, about 1920-1955: games of the pavement.
void add_games_quarter(Streets* out) {
  add(out, "Knikkerstraat", Road::kResidential, {{-412, 52}, {-250, 50}, {-120, 28}, {-10, 0}}, 14, 5);
  add(out, "Hoepelstraat", Road::kResidential, {{-380, -13}, {-230, -25}, {-60, -64}}, 15, 5);
  add(out, "Tolstraat", Road::kResidential, {{-340, -94}, {-200, -104}, {-85, -132}});
  add(out, "Vliegerstraat", Road::kResidential, {{-305, -172}, {-200, -180}, {-110, -196}}, 14, 5);
  add(out, "Bikkelstraat", Road::kResidential, {{-270, -244}, {-130, -266}});
  add(out, "Steltstraat", Road::kResidential, {{-266, 140}, {-258, 48}});
  add(out, "Kaatsstraat", Road::kResidential, {{-146, 115}, {-146, 35}, {-158, -46}});
  add(out, "Rolschaatspad", Road::kResidential, {{-238, -22}, {-226, -108}});
  add(out, "Diabolostraat", Road::kResidential, {{-665, 130}, {-520, 100}, {-395, 72}}, 15, 5);
  add(out, "Krijtstraat", Road::kResidential, {{-660, 45}, {-500, 18}, {-355, -2}}, 13, 6);
  add(out, "Hinkelstraat", Road::kResidential, {{-660, -38}, {-500, -62}, {-325, -84}}, 14, 5);
  add(out, "Springtouwstraat", Road::kResidential, {{-655, -130}, {-480, -142}, {-290, -152}}, 13, 6);
  add(out, "Zeepkiststraat", Road::kResidential, {{-532, 200}, {-518, 98}, {-506, 18}, {-497, -62}, {-488, -150}});
  add(out, "Pleinstraat", Road::kResidential, {{-444, 88}, {-438, 8}, {-426, -78}});
  add(out, "Schommelstraat", Road::kResidential, {{-640, -256}, {-480, -252}, {-250, -246}}, 13, 6);
  add(out, "Wipstraat", Road::kResidential, {{-625, -375}, {-450, -362}, {-320, -358}, {-190, -368}}, 14, 6);
  add(out, "Zandbakstraat", Road::kResidential, {{-468, -142}, {-456, -250}, {-446, -362}, {-436, -500}}, 14, 6);
  add(out, "Tikkerstraat", Road::kResidential, {{-352, -152}, {-346, -250}, {-338, -362}}, 15, 5);
}

// De Vogelhorst, about 1972-1979: birds. Its streets have no "-straat", as was the custom.
void add_birds_quarter(Streets* out) {
  add(out, "Kievitlaan", Road::kResidential, {{58, 183}, {180, 165}, {268, 92}, {325, -18}, {345, -120}, {400, -212}},
      14, 6);
  add(out, "Aalscholverlaan", Road::kResidential, {{460, 34}, {560, 20}, {665, 14}}, 13, 7);
  add(out, "Zwaluwlaan", Road::kResidential, {{440, 165}, {520, 205}, {600, 222}, {668, 225}}, 13, 6);
  add(out, "Reigerlaan", Road::kResidential, {{380, -220}, {428, -330}, {440, -500}}, 13, 6);
  add_inner(out, "Grutto", Road::kLiving, {{228, 135}, {190, 108}, {168, 70}, {132, 48}}, true);
  add_inner(out, "Tureluur", Road::kLiving, {{306, 22}, {250, 6}, {222, -30}, {196, -78}}, true);
  add_inner(out, "Wulp", Road::kLiving, {{344, -95}, {292, -104}, {258, -142}, {254, -212}, {300, -245}}, true);
  add_inner(out, "Kluut", Road::kLiving, {{225, 138}, {262, 168}, {300, 208}, {292, 258}}, true);
  add_inner(out, "Scholekster", Road::kLiving, {{468, 110}, {412, 112}, {362, 82}, {372, 30}}, true);
  add_inner(out, "Plevier", Road::kLiving, {{468, -42}, {420, -50}, {392, -100}}, true);
  add_inner(out, "Meerkoet", Road::kLiving, {{440, -372}, {372, -368}, {310, -392}, {302, -450}}, true);
  add_inner(out, "Fuut", Road::kLiving, {{412, -262}, {350, -300}, {285, -325}}, true);
  add_inner(out, "IJsvogel", Road::kLiving, {{645, -262}, {575, -268}, {520, -300}, {506, -372}}, true);
  add_inner(out, "Leeuwerik", Road::kLiving, {{560, -495}, {562, -430}, {590, -372}, {572, -330}}, true);
  add_inner(out, "Kemphaan", Road::kLiving, {{122, 176}, {104, 138}, {80, 104}, {46, 84}}, true);
  add_inner(out, "Wielewaal", Road::kLiving, {{418, 206}, {372, 184}, {340, 140}, {312, 92}}, true);
  add_inner(out, "Koolmees", Road::kLiving, {{560, 214}, {552, 270}, {588, 318}, {580, 372}, {520, 400}}, true);
  add_inner(out, "Merel", Road::kLiving, {{480, 182}, {462, 240}, {484, 300}, {470, 352}, {420, 380}}, true);
}

}  // namespace

std::vector<Street> draw_streets() {
  Streets out;
  add_edges(&out);
  add_quays(&out);
  add_trees_quarter(&out);
  add_games_quarter(&out);
  add_birds_quarter(&out);
  return out;
}

}  // namespace stoepkrijt::example
