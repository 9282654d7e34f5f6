#!/usr/bin/python3
"""Cuts the fonts down to what the app draws and names the icons.

  pack_fonts.py --node-modules DIR --icons assets/icons.txt --out BUILD/fonts --header BUILD/generated/assets/icons.hpp

Writes atkinson-<weight>.ttf and .woff (Latin-1, Latin Extended-A, punctuation), icons.ttf and the header. Icons get code points from
U+E000 on, in the order of icons.txt, so that 16-bit glyph indices of Dear ImGui are enough. Deterministic: same input, same bytes.
"""
import argparse
import logging
import math
import pathlib
import re
import sys

from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

WEIGHTS = {400: "400Regular", 500: "500Medium", 600: "600SemiBold", 700: "700Bold", 800: "800ExtraBold"}
TEXT = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x218, 0x219, 0x21A, 0x21B, *range(0x2010, 0x2016), *range(0x2018, 0x2020),
        0x2020, 0x2021, 0x2022, 0x2026, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044, 0x20AC, 0x2122, *range(0x2190, 0x2194),
        0x2212, 0x2260, 0x2264, 0x2265, 0x25CA]
FIRST_ICON = 0xE000
UNIT = 1000 / 24  # Tabler: 24 units in an em of 1000
TOP = 900


def fail(message):
    sys.exit(f"pack_fonts: {message}")


def options():
    o = subset.Options()
    o.hinting = False
    o.layout_features = []
    o.name_IDs = [0, 1, 2, 13, 14]
    o.notdef_outline = True
    o.drop_tables += ["GSUB", "GPOS", "GDEF", "STAT", "gasp", "prep"]
    return o


def save(font, path):
    font["head"].modified = font["head"].created  # same input, same bytes
    font.recalcTimestamp = False
    font.save(path)


def pack_text(node_modules, out):
    folder = node_modules / "@expo-google-fonts/atkinson-hyperlegible-next"
    for weight, name in WEIGHTS.items():
        font = TTFont(folder / name / f"AtkinsonHyperlegibleNext_{name}.ttf", recalcTimestamp=False)
        cutter = subset.Subsetter(options())
        cutter.populate(unicodes=TEXT)
        cutter.subset(font)
        save(font, out / f"atkinson-{weight}.ttf")
        font.flavor = "woff"  # for the page around the canvas; WOFF 2 would need a further Python module
        save(font, out / f"atkinson-{weight}.woff")


def read_icons(path):
    icons = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.split("#")[0].strip()
        if not line:
            continue
        name, _, strokes = (part.strip() for part in line.partition("="))
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
            fail(f"{path.name}:{number}: '{name}' is no icon name")
        if name in (seen for seen, _ in icons):
            fail(f"{path.name}:{number}: '{name}' stands there twice")
        icons.append((name, strokes))
    return icons


def capsule(pen, a, b, radius):
    """One stroke with round ends, as a clockwise contour of short straight edges."""
    angle = math.atan2(b[1] - a[1], b[0] - a[0])
    steps = 8
    points = [(b[0] + radius * math.cos(angle + math.pi / 2 - math.pi * i / steps),
               b[1] + radius * math.sin(angle + math.pi / 2 - math.pi * i / steps)) for i in range(steps + 1)]
    points += [(a[0] + radius * math.cos(angle - math.pi / 2 - math.pi * i / steps),
                a[1] + radius * math.sin(angle - math.pi / 2 - math.pi * i / steps)) for i in range(steps + 1)]
    pen.moveTo((round(points[0][0]), round(points[0][1])))
    for x, y in points[1:]:
        pen.lineTo((round(x), round(y)))
    pen.closePath()


def drawn_glyph(name, strokes):
    pen = TTGlyphPen(None)
    tokens = strokes.split()
    if len(tokens) % 3 or any(t not in "ML" for t in tokens[::3]):
        fail(f"icon '{name}': write strokes as 'M x y L x y ...'")
    last = None
    for command, x, y in zip(tokens[::3], tokens[1::3], tokens[2::3]):
        point = (float(x) * UNIT, TOP - float(y) * UNIT)
        if command == "L":
            capsule(pen, last, point, UNIT)
        last = point
    return pen.glyph()


def clean(glyph):
    """Drops Tabler's invisible one- and two-point contours: they only widen the bounding box."""
    if glyph.numberOfContours <= 0:
        return
    start, keep = 0, []
    for end in glyph.endPtsOfContours:
        if end - start >= 2:
            keep.append((start, end + 1))
        start = end + 1
    coordinates = [list(glyph.coordinates[a:b]) for a, b in keep]
    flags = [list(glyph.flags[a:b]) for a, b in keep]
    glyph.coordinates = type(glyph.coordinates)([p for c in coordinates for p in c])
    glyph.flags = type(glyph.flags)([f for c in flags for f in c])
    total, ends = -1, []
    for c in coordinates:
        total += len(c)
        ends.append(total)
    glyph.endPtsOfContours = ends
    glyph.numberOfContours = len(ends)


def pack_icons(node_modules, icons, out):
    folder = node_modules / "@tabler/icons-webfont/dist"
    css = (folder / "tabler-icons.css").read_text(encoding="utf-8")
    code_points = {n: int(c, 16) for n, c in re.findall(r'\.ti-([a-z0-9-]+):before\s*{\s*content:\s*"\\([0-9a-f]+)"', css)}
    missing = [n for n, strokes in icons if not strokes and n not in code_points]
    if missing:
        fail(f"these icons do not exist in Tabler: {', '.join(missing)}")
    font = TTFont(folder / "fonts/tabler-icons.ttf", recalcTimestamp=False)
    cmap = font.getBestCmap()
    glyph_of = {}
    cutter = subset.Subsetter(options())
    for name, strokes in icons:
        if not strokes:
            if code_points[name] not in cmap:
                fail(f"icon '{name}' has a code point but no glyph")
            glyph_of[name] = cmap[code_points[name]]
    cutter.populate(glyphs=list(glyph_of.values()))
    cutter.subset(font)
    for glyph_name in font.getGlyphOrder():
        clean(font["glyf"][glyph_name])
    for name, strokes in icons:
        if strokes:
            glyph_of[name] = f"own.{name}"
            font.setGlyphOrder([*font.getGlyphOrder(), glyph_of[name]])
            font["glyf"][glyph_of[name]] = drawn_glyph(name, strokes)
            font["hmtx"][glyph_of[name]] = (1000, 0)
    for glyph_name in font.getGlyphOrder():
        glyph = font["glyf"][glyph_name]
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][glyph_name] = (font["hmtx"][glyph_name][0], getattr(glyph, "xMin", 0))
    mapping = {FIRST_ICON + i: glyph_of[name] for i, (name, _) in enumerate(icons)}
    table = CmapSubtable.newSubtable(4)
    table.platformID, table.platEncID, table.language = 3, 1, 0
    table.cmap = mapping
    font["cmap"].tables = [table]
    save(font, out / "icons.ttf")


def constant(name):
    return "kIcon" + "".join(part.capitalize() for part in name.split("-"))


def write_header(icons, path):
    last = FIRST_ICON + len(icons) - 1
    lines = ["// Made by tools/pack_fonts.py from assets/icons.txt; do not edit.", "#pragma once", "",
             "#include <string_view>", "", "namespace stoepkrijt::assets {", "",
             "// The range of all icons, for the glyph ranges of a font atlas.",
             f"inline constexpr char32_t kIconFirst = 0x{FIRST_ICON:X};", f"inline constexpr char32_t kIconLast = 0x{last:X};", "",
             "// Each icon as a code point, and (…Text) as UTF-8, ready to draw with the icon font."]
    for i, (name, _) in enumerate(icons):
        code = FIRST_ICON + i
        utf8 = "".join(f"\\x{b:02X}" for b in chr(code).encode())
        lines.append(f"inline constexpr char32_t {constant(name)} = 0x{code:X};")
        lines.append(f'inline constexpr const char* {constant(name)}Text = "{utf8}";')
    lines += ["", '// The code point of a Tabler name, for example "trash"; 0 when there is no such icon.',
              "char32_t icon_by_name(std::string_view name);", "", "}  // namespace stoepkrijt::assets", ""]
    write_if_changed(path, "\n".join(lines))
    rows = sorted((name, FIRST_ICON + i) for i, (name, _) in enumerate(icons))
    source = ["// Made by tools/pack_fonts.py; do not edit.", '#include "assets/icons.hpp"', "", "#include <algorithm>", "#include <array>",
              "", "namespace stoepkrijt::assets {", "namespace {", "struct Row {", "  std::string_view name;", "  char32_t code;", "};",
              f"constexpr std::array<Row, {len(rows)}> kRows{{{{"]
    source += [f'    {{"{name}", 0x{code:X}}},' for name, code in rows]
    source += ["}};", "}  // namespace", "", "char32_t icon_by_name(std::string_view name) {",
               "  const auto at = std::lower_bound(kRows.begin(), kRows.end(), name, [](const Row& row, std::string_view wanted) { return row.name < wanted; });",
               "  return at != kRows.end() && at->name == name ? at->code : 0;", "}", "", "}  // namespace stoepkrijt::assets", ""]
    write_if_changed(path.with_suffix(".cpp"), "\n".join(source))


def write_if_changed(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")


def main():
    logging.getLogger("fontTools").setLevel(logging.ERROR)  # Tabler's post table has two bytes too many
    parser = argparse.ArgumentParser()
    for option in ("--node-modules", "--icons", "--out", "--header"):
        parser.add_argument(option, required=True, type=pathlib.Path)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    icons = read_icons(arguments.icons)
    pack_text(arguments.node_modules, arguments.out)
    pack_icons(arguments.node_modules, icons, arguments.out)
    write_header(icons, arguments.header)


if __name__ == "__main__":
    main()
