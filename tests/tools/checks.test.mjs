// The checks of `make check` are tests too, so each is shown a house with one thing broken, and must see it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const tools = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../tools");

function house(t, files) {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "stoepkrijt-check-"));
  t.after(() => fs.rmSync(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  }
  return root;
}

function run(tool, ...options) {
  const result = spawnSync("python3", [path.join(tools, tool), ...options], { encoding: "utf8" });
  return { code: result.status, text: result.stdout + result.stderr };
}

const sound = {
  "src/base/money.hpp": "#include <cstdint>\n#include <string>\n",
  "src/geo/grid.cpp": '#include "base/money.hpp"\n#include "geo/grid.hpp"\n',
  "src/app/state.cpp": '#include "formats/pb/pb.hpp"\n#include "platform/host.hpp"\n',
  "src/ui/kit.cpp": '#include <imgui.h>\n#include "app/state.hpp"\n#include "assets/icons.hpp"\n',
  "src/render/map.cpp": '#include <GLES3/gl3.h>\n#include <glm/vec2.hpp>\n#include <mapbox/earcut.hpp>\n',
  "src/platform/web/web.cpp": '#include <emscripten.h>\n#include "platform/host.hpp"\n#ifdef __EMSCRIPTEN__\n#endif\n',
  "src/main_web.cpp": '#include <imgui_impl_sdl2.h>\n#include "ui/kit.hpp"\n#include "platform/web/web.hpp"\n',
};

test("include rules: a sound house passes", (t) => {
  const root = house(t, sound);
  const { code, text } = run("check_includes.py", "--src", path.join(root, "src"));
  assert.equal(code, 0, text);
  assert.match(text, /^17 passed, 0 failed$/m);
});

for (const [what, file, line, message] of [
  ["base sees the model", "src/base/money.hpp", '#include "model/round.hpp"', /base may not include model\/round\.hpp/],
  ["geo sees the model beside it", "src/geo/grid.cpp", '#include "model/map.hpp"', /geo may not include/],
  ["rules see formats", "src/rules/greedy.cpp", '#include "formats/pb/pb.hpp"', /rules may not include/],
  ["rules see the budget beside them", "src/rules/greedy.cpp", '#include "budget/pot.hpp"', /rules may not include/],
  ["a11y sees the app", "src/a11y/diff.cpp", '#include "app/state.hpp"', /a11y may not include/],
  ["app sees ui", "src/app/state.cpp", '#include "ui/kit.hpp"', /app may not include/],
  ["app sees another part of platform", "src/app/state.cpp", '#include "platform/web/web.hpp"', /app may not include/],
  ["ui sees render", "src/ui/kit.cpp", '#include "render/camera.hpp"', /ui may not include/],
  ["app sees Dear ImGui", "src/app/state.cpp", "#include <imgui.h>", /app may not include <imgui\.h>/],
  ["ui sees the backend", "src/ui/kit.cpp", "#include <imgui_impl_opengl3.h>", /ui may not include/],
  ["ui sees GL", "src/ui/kit.cpp", "#include <GLES3/gl3.h>", /ui may not include/],
  ["ui sees GLM", "src/ui/kit.cpp", "#include <glm/glm.hpp>", /ui may not include/],
  ["model sees rapidjson", "src/model/round.cpp", "#include <rapidjson/reader.h>", /model may not include/],
  ["app sees Emscripten", "src/app/state.cpp", "#include <emscripten/html5.h>", /app may not include/],
  ["base knows where it runs", "src/base/money.hpp", "#ifdef __EMSCRIPTEN__", /platform\/web only/],
  ["a path that is not from src", "src/base/money.hpp", '#include "result.hpp"', /from src/],
  ["a path upwards", "src/base/money.hpp", '#include "../geo/grid.hpp"', /from src/],
  ["a library in no rule", "src/base/money.hpp", "#include <boost/any.hpp>", /in no rule/],
  ["a folder in no table", "src/misc/stuff.cpp", "#include <string>", /not in the table/],
]) {
  test(`include rules: sees that ${what}`, (t) => {
    const root = house(t, { ...sound, [file]: `${sound[file] ?? ""}${line}\n` });
    const { code, text } = run("check_includes.py", "--src", path.join(root, "src"));
    assert.equal(code, 1, text);
    assert.match(text, message);
    assert.match(text, /, 1 failed$/m);
  });
}

const words = {
  "assets/lang/nl.json": { "vote.page": "Stemmen", "vote.left.one": "Nog {n} plan", "vote.left.other": "Nog {n} plannen", "theme.samen": "Samen", "error.too_big": "{file} is te groot." },
  "assets/lang/en.json": { "vote.page": "Vote", "vote.left.one": "One plan left", "vote.left.other": "{n} plans left", "theme.samen": "Together", "error.too_big": "{file} is too big." },
};
const code =
  'auto a = lang.tr("vote.page"); auto b = lang.count("vote.left", n);\nauto c = lang.tr("theme." + name); fail("error.too_big");\n';

function lang(t, change) {
  const files = structuredClone(words);
  const sources = { "src/ui/vote.cpp": code };
  change(files, sources);
  const texts = Object.fromEntries(Object.entries(files).map(([name, o]) => [name, typeof o === "string" ? o : JSON.stringify(o)]));
  return run("check_lang.py", "--root", house(t, { ...texts, ...sources }));
}

test("language keys: a sound set passes", (t) => {
  const { code: status, text } = lang(t, () => {});
  assert.equal(status, 0, text);
  assert.match(text, /^5 passed, 0 failed$/m);
});

for (const [what, change, message] of [
  ["a key lacks English", (f) => delete f["assets/lang/en.json"]["vote.page"], /vote\.page is in nl\.json but not in en\.json/],
  ["a key lacks Dutch", (f) => { f["assets/lang/en.json"]["vote.more"] = "More"; }, /vote\.more is in en\.json but not in nl\.json/],
  ["a key is used nowhere", (f) => { for (const o of Object.values(f)) o["vote.old"] = "Oud"; }, /vote\.old is used nowhere/],
  ["a used key does not exist", (f, s) => { s["src/ui/vote.cpp"] += 'lang.tr("vote.gone");\n'; }, /vote\.gone has no sentence/],
  ["an error has no sentence", (f, s) => { s["src/ui/vote.cpp"] += 'fail("error.gone");\n'; }, /error\.gone has no sentence/],
  ["a count lacks its plural", (f, s) => { s["src/ui/vote.cpp"] += 'lang.count("vote.page", 2);\n'; }, /needs vote\.page\.one/],
  ["a prefix starts nothing", (f, s) => { s["src/ui/vote.cpp"] += "// lang-prefix: level.\n"; }, /no key starts with level\./],
  ["the places differ", (f) => { f["assets/lang/en.json"]["error.too_big"] = "{name} is too big."; }, /error\.too_big: .*file.*name/],
  ["a sentence is empty", (f) => { f["assets/lang/en.json"]["vote.page"] = " "; }, /vote\.page is empty/],
  ["one form stands alone", (f) => { for (const o of Object.values(f)) delete o["vote.left.other"]; }, /has no other beside it/],
  ["a key stands there twice", (f) => { f["assets/lang/en.json"] = JSON.stringify(f["assets/lang/en.json"]).replace("{", '{"vote.page":"Vote",'); }, /stands there twice/],
]) {
  test(`language keys: sees that ${what}`, (t) => {
    const { code: status, text } = lang(t, change);
    assert.equal(status, 1, text);
    assert.match(text, message);
  });
}

test("language keys: a comment can declare a prefix", (t) => {
  const { code: status, text } = lang(t, (f, s) => {
    s["src/ui/vote.cpp"] = s["src/ui/vote.cpp"].replace('"theme."', "prefix  // lang-prefix: theme.\n");
  });
  assert.equal(status, 0, text);
});

for (const [what, name, text, message] of [
  ["a registry's host", "tools/x.sh", "wget http://deb.debian" + ".org/debian\n", /a registry's host/],
  ["a path of one machine", "docs/x.md", "see /wo" + "rk/main/src\n", /a path of one machine/],
  ["committed third-party source", "lib/imgui_draw.cpp", "int x;\n", /third-party source/],
  ["committed build output", "build/a.txt", "x\n", /never committed/],
  ["a lock file that names addresses", "package-lock.json", '{"packages":{"a":{"resolved":"x"}}}\n', /names where it was fetched from/],
  ["tabs", "src/a.cpp", "\tint x;\n", /has tabs/],
  ["a missing last newline", "src/a.cpp", "int x;", /no newline/],
]) {
  test(`hygiene: sees ${what}`, (t) => {
    const root = house(t, { "README.md": "x\n", [name]: text });
    spawnSync("git", ["-C", root, "init", "-q"]);
    spawnSync("git", ["-C", root, "add", "-f", "."]);
    const result = run("check_hygiene.py", "--root", root);
    assert.equal(result.code, 1, result.text);
    assert.match(result.text, message);
  });
}

// The counting itself: a wrong sum would hide a failure.
for (const [what, script, expected, status] of [
  ["GoogleTest", 'printf "[  PASSED  ] 12 tests.\\n[  SKIPPED ] 1 test, listed below:\\n"', { passed: 12, failed: 0, skipped: 1 }, 0],
  ["GoogleTest with a failure", 'printf "[  PASSED  ] 3 tests.\\n[  FAILED  ] 2 tests, listed below:\\n"; exit 1', { passed: 3, failed: 2, skipped: 0 }, 1],
  ["node's runner", 'printf "# pass 4\\n# fail 0\\n# skipped 2\\n"', { passed: 4, failed: 0, skipped: 2 }, 0],
  ["the plain line", 'echo "7 passed, 0 failed"', { passed: 7, failed: 0, skipped: 0 }, 0],
  ["a crash after good tests", 'printf "[  PASSED  ] 3 tests.\\n"; exit 139', { passed: 3, failed: 1, skipped: 0 }, 1],
  ["a runner that ran nothing", 'printf "[  PASSED  ] 0 tests.\\n"', { passed: 0, failed: 1, skipped: 0 }, 1],
  ["a failure with a good exit code", 'echo "7 passed, 1 failed"', { passed: 7, failed: 1, skipped: 0 }, 1],
]) {
  test(`counting: ${what}`, (t) => {
    const root = house(t, { "tools/run_suite.py": fs.readFileSync(path.join(tools, "run_suite.py"), "utf8") });
    const suite = path.join(root, "tools/run_suite.py");
    const result = spawnSync("python3", [suite, "x", "--", "sh", "-c", script], { encoding: "utf8" });
    assert.equal(result.status, status, result.stdout + result.stderr);
    const { passed, failed, skipped } = JSON.parse(fs.readFileSync(path.join(root, "build/results/x.json"), "utf8"));
    assert.deepEqual({ passed, failed, skipped }, expected);
    const sum = spawnSync("python3", [suite, "--sum"], { encoding: "utf8" });
    assert.equal(sum.status, status);
    assert.match(sum.stdout.trimEnd().split("\n").at(-1), new RegExp(`^${expected.passed} passed, ${expected.failed} failed`));
  });
}

test("counting: shards are summed, and one that fails makes the whole fail", (t) => {
  const root = house(t, { "tools/run_suite.py": fs.readFileSync(path.join(tools, "run_suite.py"), "utf8") });
  const suite = path.join(root, "tools/run_suite.py");
  const script = 'printf "[  PASSED  ] $((GTEST_SHARD_INDEX + 1)) tests.\\n"; [ "$GTEST_TOTAL_SHARDS" = 3 ]';
  const run = (shards, extra = "") => {
    const result = spawnSync("python3", [suite, "x", "--shards", String(shards), "--", "sh", "-c", script + extra], { encoding: "utf8" });
    const { passed, failed } = JSON.parse(fs.readFileSync(path.join(root, "build/results/x.json"), "utf8"));
    return [result.status, passed, failed];
  };
  assert.deepEqual(run(3), [0, 6, 0]);
  assert.deepEqual(run(3, ' && [ "$GTEST_SHARD_INDEX" != 1 ]'), [1, 6, 1]);
});
