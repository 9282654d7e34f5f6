// The published JSON Schema of the ballot box's files agrees with the readers: the seeds of the fuzzer, which the readers take, are
// valid, and changes that the readers refuse (tests/ballotbox/files_test.cpp) are not.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import path from "node:path";
import test from "node:test";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const read = (name) => JSON.parse(readFileSync(path.join(root, name), "utf8"));
// Of a round with cards of the host's desk.
const desk = ["package-attended", "audit-attended", "box-attended"];
const kinds = ["amendment", "audit", "box", "key", "package", "receipts", "shares", "spoilt", "urn"];
const sample = (kind) => read(`tests/fuzz/corpus/ballots/${kind}.json`);

function validator() {
  const require = createRequire(import.meta.url);
  try {
    const Ajv = require("ajv/dist/2020");
    return new Ajv({ strict: true, strictTuples: false, strictRequired: false }).compile(read("docs/formats/ballots-1.schema.json"));
  } catch (error) {
    if (error.code === "MODULE_NOT_FOUND") return null;
    throw error;
  }
}

const validate = validator();
const skip = validate ? false : "ajv is not installed: run tools/setup.sh";

test("a file of each kind is valid", { skip }, () => {
  for (const kind of kinds) assert.equal(validate(sample(kind)), true, `${kind}: ${JSON.stringify(validate.errors?.slice(-3))}`);
});

test("cards of the desk: a list that is left out, or one of some", { skip }, () => {
  for (const name of desk) assert.equal(validate(sample(name)), true, `${name}: ${JSON.stringify(validate.errors?.slice(-3))}`);
  const document = sample("package-attended");
  assert.equal(document.attended.length, 1);
  for (const wrong of [[], ["xyz"], [document.attended[0], document.attended[0]], {}]) {
    assert.equal(validate({ ...document, attended: wrong }), false, JSON.stringify(wrong));
  }
  assert.ok(!("attended" in sample("package")));
});

test("what the readers refuse by its shape, the schema refuses", { skip }, () => {
  for (const kind of kinds) {
    for (const [what, change] of [
      ["another format", (d) => (d.format = "other")],
      ["a newer version", (d) => (d.version = 2)],
      ["an unknown member", (d) => (d.zeal = 1)],
      ...Object.keys(sample(kind)).map((key) => [`no ${key}`, (d) => delete d[key]]),
    ]) {
      const document = sample(kind);
      change(document);
      assert.equal(validate(document), false, `${kind}: ${what}`);
    }
  }
  const cases = [
    ["audit", (d) => (d.entries[1].minute = 61), "an hour that is no whole one"],
    ["audit", (d) => (d.entries[1].event = "vote"), "an unknown event"],
    ["audit", (d) => delete d.entries[1].numbers.refused, "a number that is missing"],
    ["box", (d) => d.records[0].pop(), "a record of two"],
    ["package", (d) => d.holders.pop(), "two holders"],
    ["package", (d) => (d.publish = "other"), "an unknown word"],
    ["package", (d) => (d.codes[0] = "xyz"), "no tag"],
    ["receipts", (d) => (d.counted[0] = "abcde-fghjk"), "a receipt in lower case"],
    ["shares", (d) => (d.holder = 4), "a fourth holder"],
    ["urn", (d) => (d.ballots[0] = "?"), "no base 64"],
  ];
  for (const [kind, change, what] of cases) {
    const document = sample(kind);
    change(document);
    assert.equal(validate(document), false, `${kind}: ${what}`);
  }
});
