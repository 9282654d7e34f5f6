#!/usr/bin/env python3
"""Who may include whom (docs/architecture.md, "The house"): reads every #include in src/ and holds it against the table below.

  check_includes.py [--src DIR]        exit 1 and one line per broken rule

base <- geo, model <- rules, budget, schouw, merge, ballotbox <- formats <- app <- ui, render. a11y and platform/host.hpp see
base only. Only ui sees Dear ImGui, only render sees GL, GLM and stb, only platform/web sees Emscripten and SDL and holds
__EMSCRIPTEN__; main_*.cpp and cli see everything (the backends of Dear ImGui too: they glue it to SDL and GL).
"""
import argparse
import pathlib
import re
import sys

CORE = ["rules", "budget", "schouw", "merge", "ballotbox"]
LOW = ["base", "geo", "model"]
ALLOWED = {  # folder -> folders and files of ours it may include, apart from itself
    "base": [],
    "geo": ["base"],
    "model": ["base", "geo"],
    **{folder: LOW for folder in CORE},
    "formats": [*LOW, *CORE],
    "a11y": ["base"],
    "app": [*LOW, *CORE, "formats", "a11y", "platform/host.hpp", "assets"],
    "ui": [*LOW, *CORE, "formats", "a11y", "app", "assets"],
    "render": [*LOW, *CORE, "formats", "app", "assets"],
    "platform": ["base"],
    "platform/memory": ["base", "platform/host.hpp"],
    "platform/web": ["base", "platform/host.hpp", "platform/packed.hpp", "a11y"],
}
FREE = ["cli"]  # and the files main_*.cpp directly in src

THIRD_PARTY = [  # what an include by others looks like, and the folders that may have it
    (r"imgui_impl_", ["platform/web"]),
    (r"(imgui|imstb)", ["ui"]),
    (r"glm/", ["render"]),
    (r"(GLES|GL|EGL|KHR)\d?/", ["render"]),
    (r"mapbox/", ["formats", "render"]),
    (r"(stb_|stb/)", ["render"]),
    (r"emscripten", ["platform/web"]),
    (r"SDL", ["platform/web"]),
    (r"rapidjson/", ["base", "formats"]),
    (r"sodium", ["base", "ballotbox"]),
    (r"(zlib|qrcodegen|expat)\.h", ["formats"]),
]
STANDARD = re.compile(r"^[a-z_0-9]+$|^(errno|math|stdint|stdio|stdlib|string|time)\.h$")


def folder_of(path):
    """'platform/web' for the folders of platform, else the first folder; '' for a file directly in src."""
    parts = path.parts[:-1]
    if parts[:1] == ("platform",) and len(parts) > 1:
        return "/".join(parts[:2])
    return parts[0] if parts else ""


def allows(folder, include):
    target = pathlib.PurePosixPath(include)
    own = folder_of(target)
    if own == folder:
        return True
    return any(include == entry or own == entry or (entry == "formats" and own.startswith("formats")) for entry in ALLOWED[folder])


def check(src):
    wrong, seen = [], 0
    for path in sorted([*src.rglob("*.cpp"), *src.rglob("*.hpp"), *src.rglob("*.h")]):
        relative = path.relative_to(src)
        folder = folder_of(relative)
        free = folder in FREE or (folder == "" and relative.name.startswith("main_"))
        if not free and folder not in ALLOWED:
            wrong.append(f"{relative}: folder '{folder}' is not in the table of tools/check_includes.py")
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            where = f"{relative}:{number}"
            if "__EMSCRIPTEN__" in line and not free and folder != "platform/web":
                wrong.append(f"{where}: __EMSCRIPTEN__ belongs in platform/web only")
            match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
            if not match:
                continue
            seen += 1
            include = match.group(2)
            if free:
                continue
            rule = next((folders for pattern, folders in THIRD_PARTY if re.match(pattern, include)), None)
            if rule is not None:
                if folder not in rule:
                    wrong.append(f"{where}: {folder} may not include <{include}> (only {', '.join(rule)})")
            elif match.group(1) == '"':
                if "/" not in include or include.startswith("."):
                    wrong.append(f'{where}: write the path from src/: "{folder}/{include}"')
                elif not allows(folder, include):
                    wrong.append(f"{where}: {folder} may not include {include}")
            elif not STANDARD.match(include):
                wrong.append(f"{where}: <{include}> is in no rule of tools/check_includes.py")
    return wrong, seen


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--src", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent / "src")
    wrong, seen = check(parser.parse_args().src)
    for line in wrong:
        print(line)
    if seen == 0:
        sys.exit("check_includes: no include found at all")
    print(f"{seen - len(wrong) if len(wrong) < seen else 0} passed, {len(wrong)} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
