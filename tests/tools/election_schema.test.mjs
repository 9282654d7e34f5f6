// The published JSON Schema of an election agrees with the reader: the same documents are accepted and refused (the C++ tests check
// that the reader refuses the same changes of the same sample).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import path from "node:path";
import test from "node:test";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const read = (name) => JSON.parse(readFileSync(path.join(root, name), "utf8"));

function validator() {
  const require = createRequire(import.meta.url);
  try {
    const Ajv = require("ajv/dist/2020");
    return new Ajv({ strict: true, strictRequired: false }).compile(read("docs/formats/election-1.schema.json"));
  } catch (error) {
    if (error.code === "MODULE_NOT_FOUND") return null;
    throw error;
  }
}

const validate = validator();
const skip = validate ? false : "ajv is not installed: run tools/setup.sh";
const sample = "tests/fuzz/corpus/election/sample.json";

test("the sample and the example of the page are valid", { skip }, () => {
  assert.equal(validate(read(sample)), true, JSON.stringify(validate.errors));
  const page = readFileSync(path.join(root, "docs/formats/election.md"), "utf8");
  const example = JSON.parse(/```json\n(.*)\n```/.exec(page)[1]);
  assert.equal(validate(example), true, JSON.stringify(validate.errors));
});

test("what the reader refuses by its shape, the schema refuses", { skip }, () => {
  const cases = [
    [(d) => (d.format = "other"), "another format"],
    [(d) => (d.version = 2), "newer version"],
    [(d) => (d.zeal = 1), "unknown member"],
    [(d) => delete d.budget, "no budget"],
    [(d) => delete d.meta, "no meta"],
    [(d) => (d.budget = 100.5), "a number for an amount"],
    [(d) => (d.budget = "-1"), "negative money"],
    [(d) => (d.budget = "1e5"), "an exponent"],
    [(d) => (d.budget = "."), "no digits"],
    [(d) => (d.budget = "9".repeat(61)), "too long"],
    [(d) => (d.type = "telepathy"), "unknown word"],
    [(d) => (d.projects[0].id = ""), "empty id"],
    [(d) => (d.projects[0].name = 7), "a number for a name"],
    [(d) => (d.projects[0].excludes = ["b", "b"]), "excluded twice"],
    [(d) => (d.ballots[1].projects = ["a", "a"]), "voted twice"],
    [(d) => (d.ballots[1].count = 0), "nobody's ballot"],
    [(d) => (d.ballots[1].count = 1.5), "half a person"],
    [(d) => (d.ballots[1].count = 99999999999999), "too many people"],
    [(d) => (d.ballots[1].points[0] = 2), "a number for points"],
    [(d) => (d.meta.country = 1), "a number in meta"],
    [(d) => (d.part_funding = 1), "a number for yes"],
    [(d) => delete d.pots[0].area, "a pot of nothing"],
    [(d) => (d.limits[0].least = "x"), "a word for an amount"],
  ];
  for (const [spoil, name] of cases) {
    const document = read(sample);
    spoil(document);
    assert.equal(validate(document), false, name);
  }
});
