#!/usr/bin/env python3
"""What a file of this repository may not hold, and the alarm bells for size.

  check_hygiene.py [--root DIR]

- no third-party source, no package registry's host and no path of one machine in a committed file;
- text is UTF-8 with a newline at the end, no tabs in C++, no trailing blanks;
- package-lock.json names no addresses to fetch from (Debian and npm are reached as the machine is set up);
- a file in src longer than 300 lines is named; that is a warning only.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys

TEXT = {".cpp", ".hpp", ".py", ".mjs", ".js", ".sh", ".cmake", ".txt", ".md", ".json", ".html", ".css", ".svg", ".glsl", ".vert", ".frag", ".yml", ""}
FORBIDDEN = [
    (re.compile(r"(deb\.debian\.org|snapshot\.debian\.org|registry\.npmjs\.org|registry\.yarnpkg\.com)"), "a registry's host"),
    (re.compile(r"(^|[\s\"'=(:])/(work|root|home)/[a-z]"), "a path of one machine"),
    (re.compile(r"/tmp/team"), "a path of one machine"),
]
FOREIGN = re.compile(r"(imgui|SDL2?|sodium|rapidjson|earcut|gtest|stb_truetype)[^/]*\.(c|cc|cpp|h|hpp)$")


def tracked(root):
    try:
        out = subprocess.run(["git", "-C", str(root), "ls-files", "-z"], capture_output=True, check=True).stdout
        return [root / name for name in out.decode().split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        return [p for p in root.rglob("*") if p.is_file() and not {".git", ".deps", "build", "node_modules"} & set(p.relative_to(root).parts)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    root = parser.parse_args().root.resolve()
    wrong, warned, seen = [], [], 0
    for path in tracked(root):
        if not path.is_file():
            continue
        name = path.relative_to(root).as_posix()
        seen += 1
        if name.split("/")[0] in {"build", ".deps", "node_modules"}:
            wrong.append(f"{name}: build output and third-party code are never committed")
            continue
        if name == "tools/check_hygiene.py" or name.startswith(("tests/tools/", "tests/data/", "tests/fuzz/corpus/")):
            continue
        if FOREIGN.search(path.name) and path.suffix in {".c", ".cc", ".cpp", ".h", ".hpp"} and not name.startswith(("src/", "tests/", "cmake/")):
            wrong.append(f"{name}: looks like third-party source")
        if path.suffix not in TEXT:
            continue
        data = path.read_bytes()
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            wrong.append(f"{name}: is not UTF-8")
            continue
        if name == "package-lock.json":
            for key, package in json.loads(text).get("packages", {}).items():
                if "resolved" in package:
                    wrong.append(f"{name}: {key} names where it was fetched from")
        for number, line in enumerate(text.splitlines(), 1):
            for pattern, what in FORBIDDEN:
                if pattern.search(line):
                    wrong.append(f"{name}:{number}: {what}")
        if path.suffix in {".cpp", ".hpp"}:
            if "\t" in text:
                wrong.append(f"{name}: has tabs")
            if not text.endswith("\n"):
                wrong.append(f"{name}: has no newline at the end")
            lines = text.count("\n")
            if lines > 300 and name.startswith("src/"):
                warned.append(f"{name}: {lines} lines")
    for line in warned:
        print(f"warning: {line} (alarm bell at 300)")
    for line in wrong:
        print(line)
    if seen == 0:
        sys.exit("check_hygiene: no file found at all")
    print(f"{seen - len({w.split(':')[0] for w in wrong})} passed, {len(wrong)} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
