#!/usr/bin/env python3
"""Every sentence of the interface exists in every language, and none is left over.

  check_lang.py [--root DIR]        exit 1 and one line per fault

assets/lang/*.json are flat objects, key -> sentence, keys sorted. Held against src/**/*.{cpp,hpp} and web/*.js:
- a key given to tr("...") or count("..."), and every literal "error....", must exist (count: key.one and key.other);
- a literal that ends in a dot or "_", as "theme." or "step_", builds keys at run time: something must start with it, and all that does is used.
  Where the prefix is no literal, say so in a comment:  // lang-prefix: theme.
- every key must be used, the keys and the {places} of both languages must be the same ({n} may be left out of key.one).
"""
import argparse
import json
import pathlib
import re
import sys

KEY = re.compile(r"[a-z][a-z0-9_-]*(\.[A-Za-z0-9_+-]+)+")
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')


def load(path, wrong):
    def pairs(items):
        for key, value in items:
            if not isinstance(value, str):
                wrong.append(f"{path.name}: {key} is no text")
            elif not value.strip():
                wrong.append(f"{path.name}: {key} is empty")
        keys = [key for key, _ in items]
        for key in sorted({k for k in keys if keys.count(k) > 1}):
            wrong.append(f"{path.name}: {key} stands there twice")
        return dict(items)
    try:
        return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=pairs)
    except (OSError, ValueError) as error:
        sys.exit(f"check_lang: {path}: {error}")


def places(sentence):
    return set(re.findall(r"\{([a-z0-9_]+)\}", sentence))


def compare(languages, wrong):
    first, base = next(iter(languages.items()))
    for name, sentences in languages.items():
        for key in sorted(base.keys() - sentences.keys()):
            wrong.append(f"{key} is in {first} but not in {name}")
        for key in sorted(sentences.keys() - base.keys()):
            wrong.append(f"{key} is in {name} but not in {first}")
        for key in sorted(sentences.keys() & base.keys()):
            optional = {"n"} if key.endswith(".one") else set()
            if places(sentences[key]) - optional != places(base[key]) - optional:
                wrong.append(f"{key}: {first} has places {sorted(places(base[key]))}, {name} has {sorted(places(sentences[key]))}")
            partner = key[:-4] + ".other" if key.endswith(".one") else key[:-6] + ".one" if key.endswith(".other") else None
            if name == first and partner and partner not in base:
                wrong.append(f"{key} has no {partner.rsplit('.', 1)[1]} beside it")


def strip_comments(text):
    return re.sub(r"//[^\n]*", "", text)


def usage(root, keys, wrong):
    used, prefixes = set(), {}
    files = [*sorted((root / "src").rglob("*.[ch]pp")), *sorted((root / "web").glob("*.js"))]
    for path in files:
        text = path.read_text(encoding="utf-8")
        where = path.relative_to(root)
        for prefix in re.findall(r"//\s*lang-prefix:\s*(\S+)", text):
            prefixes[prefix] = where
        code = "\n".join(line if "lang-prefix" not in line else "" for line in text.splitlines())
        for literal in LITERAL.findall(code):
            if literal in keys:
                used.add(literal)
            elif literal + ".other" in keys:
                used.update((literal + ".one", literal + ".other"))
            elif literal.endswith((".", "_")) and KEY.fullmatch(literal + "x") and any(k.startswith(literal) for k in keys):
                prefixes[literal] = where
            elif literal.startswith("error.") and KEY.fullmatch(literal):
                wrong.append(f"{where}: {literal} has no sentence")
        for call, key in re.findall(r'\b(tr|count)\(\s*"([^"\n]*)"', strip_comments(code)):
            if key.endswith((".", "_")):
                if not any(k.startswith(key) for k in keys):
                    wrong.append(f"{where}: no key starts with {key}")
            elif call == "tr" and key not in keys and KEY.fullmatch(key):
                wrong.append(f"{where}: {key} has no sentence")
            elif call == "count" and KEY.fullmatch(key) and not {key + ".one", key + ".other"} <= keys:
                wrong.append(f"{where}: {key} needs {key}.one and {key}.other")
    for prefix, where in prefixes.items():
        match = {k for k in keys if k.startswith(prefix)}
        if not match:
            wrong.append(f"{where}: no key starts with {prefix}")
        used |= match
    for key in sorted(keys - used):
        wrong.append(f"{key} is used nowhere")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parent.parent)
    root = parser.parse_args().root
    wrong = []
    languages = {path.name: load(path, wrong) for path in sorted((root / "assets/lang").glob("*.json"), reverse=True)}
    if "nl.json" not in languages or "en.json" not in languages:
        sys.exit("check_lang: assets/lang needs nl.json and en.json")
    compare(languages, wrong)
    keys = set(languages["nl.json"])
    usage(root, keys, wrong)
    wrong = list(dict.fromkeys(wrong))
    for line in wrong:
        print(line)
    print(f"{max(len(keys) - len(wrong), 0)} passed, {len(wrong)} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
