#!/usr/bin/python3
"""Embeds files in the program: writes assets/embedded.cpp, which the assembler fills by .incbin (no time to compile).

  embed_assets.py --target native|wasm --version TEXT --out BUILD/generated/assets/embedded.cpp NAME=PATH ...

NAME is what stoepkrijt::assets::file() is asked for ("fonts/icons.ttf"), PATH the file. The header is src-like and fixed:
cmake/embedded.hpp.
"""
import argparse
import pathlib
import sys


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--target", choices=("native", "wasm"), required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    parser.add_argument("--list", required=True, type=pathlib.Path, help="a file with one NAME=PATH per line")
    arguments = parser.parse_args()
    files = sorted(line.split("=", 1) for line in arguments.list.read_text(encoding="utf-8").split("\n") if line)
    if len({name for name, _ in files}) != len(files):
        sys.exit("embed_assets: a name stands there twice")
    out = ["// Made by tools/embed_assets.py; do not edit.", '#include "assets/embedded.hpp"', "", "#include <algorithm>", "#include <array>", ""]
    for i, (name, path) in enumerate(files):
        symbol = f"sk_asset_{i}"
        section = f'.section .rodata.{symbol},\\"\\",@' if arguments.target == "wasm" else f'.section .rodata.{symbol},\\"a\\",@progbits'
        escaped = path.replace("\\", "\\\\\\\\").replace('"', '\\\\\\"')
        # A zero byte closes each file, so that text can be read as a C string too.
        out.append(f'__asm__("{section}\\n.balign 16\\n.globl {symbol}\\n{symbol}:\\n.incbin \\"{escaped}\\"\\n'
                   f'.globl {symbol}_end\\n{symbol}_end:\\n.byte 0\\n.size {symbol}, .-{symbol}\\n.size {symbol}_end, 1\\n'
                   + ('");' if arguments.target == "wasm" else '.text\\n");'))
        out.append(f'extern "C" const unsigned char {symbol}[];  // {name}')
        out.append(f'extern "C" const unsigned char {symbol}_end[];')
    out += ["", "namespace stoepkrijt::assets {", "namespace {", f"constexpr std::array<std::string_view, {len(files)}> kNames{{"]
    out += [f'    "{name}",' for name, _ in files]
    out += ["};", "}  // namespace", "", "std::span<const std::string_view> names() { return kNames; }", "",
            "std::span<const unsigned char> file(std::string_view name) {",
            "  const auto at = std::lower_bound(kNames.begin(), kNames.end(), name);",
            "  if (at == kNames.end() || *at != name) return {};",
            "  switch (at - kNames.begin()) {"]
    out += [f"    case {i}: return {{sk_asset_{i}, static_cast<std::size_t>(sk_asset_{i}_end - sk_asset_{i})}};  // {name}"
            for i, (name, _) in enumerate(files)]
    out += ["    default: return {};", "  }", "}", "", f'std::string_view version() {{ return "{arguments.version}"; }}', "",
            "}  // namespace stoepkrijt::assets", ""]
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text("\n".join(out), encoding="utf-8")


if __name__ == "__main__":
    main()
