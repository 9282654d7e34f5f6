// A second reader, in Python, written from docs/formats/ballots.md alone, agrees with the C++ about the samples; and notices a change of any.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const samples = path.join(root, "tests/fuzz/corpus/ballots");
const reader = (folder) => spawnSync("python3", [path.join(root, "tests/tools/ballot_reader.py"), "--folder", folder], { encoding: "utf8" });

test("the second reader finds every signature, hash, seal and chain right", () => {
  const run = reader(samples);
  assert.equal(run.status, 0, run.stderr);
  assert.match(run.stdout, /^[1-9][0-9]* passed, 0 failed$/m);
});

test("the second reader notices what was changed", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "ballots-"));
  try {
    for (const [name, from, to] of [
      ["package.json", '"publish":"open-urn"', '"publish":"witnessed-urn"'],
      ["amendment.json", '"reason":"x"', '"reason":"y"'],
      ["box.json", '"box":"k"', '"box": "k"'.replace("k", "k2")],
      ["audit.json", '"ballots":3', '"ballots":4'],
      ["urn.json", '"lot":"lot"', '"lot":"other"'],
      ["package-attended.json", '"attended":["', '"attended":["f'],
      ["audit-attended.json", '"ballots":1', '"ballots":0'],
      ["urn-attended.json", '"ballots":["', '"ballots":["AA==","'],
      ["receipts.json", '"counted":["', '"counted":["0'],
    ]) {
      cpSync(samples, folder, { recursive: true });
      const file = path.join(folder, name);
      const text = readFileSync(file, "utf8");
      assert.ok(text.includes(from), `${name} has ${from}`);
      writeFileSync(file, text.replace(from, to));
      assert.notEqual(reader(folder).status, 0, name);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
