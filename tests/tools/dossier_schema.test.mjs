// The published JSON Schema of the dossier agrees with what the program writes (the C++ tests check that these two files are
// byte for byte what write_dossier gives), and refuses what the reader refuses.
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
    const addFormats = require("ajv-formats");
    const ajv = new Ajv({ strict: true, strictRequired: false, allErrors: false });
    addFormats(ajv);
    return ajv.compile(read("docs/formats/dossier-1.schema.json"));
  } catch (error) {
    if (error.code === "MODULE_NOT_FOUND") return null;
    throw error;
  }
}

const validate = validator();
const skip = validate ? false : "ajv is not installed: run tools/setup.sh";
const files = ["assets/example/dossier.json", "tests/fuzz/corpus/dossier/sample.json", "tests/fuzz/corpus/dossier/before_form.json", "tests/fuzz/corpus/dossier/walks.json", "tests/data/migration/before_form.v1.json", "tests/data/migration/every_field.v1.json"];
const optional = new Set(["place", "action", "form", "counting"]);

/// Every object and array in the document, with its path.
function* containers(value, at = "") {
  if (typeof value !== "object" || value === null) return;
  yield [value, at];
  for (const [key, child] of Object.entries(value)) yield* containers(child, `${at}/${key}`);
}

for (const file of files) {
  test(`${file} is valid`, { skip }, () => {
    assert.equal(validate(read(file)), true, JSON.stringify(validate.errors));
  });
}

test("a dossier is refused with any field gone, renamed or of another type", { skip }, () => {
  const document = read(files[1]);
  let changes = 0;
  const refused = (what) => {
    changes += 1;
    assert.equal(validate(document), false, what);
  };
  for (const [container, at] of containers(document)) {
    const isObject = !Array.isArray(container);
    if (isObject) {
      container.unknown = 1;
      refused(`${at} with an unknown field`);
      delete container.unknown;
    }
    for (const key of Object.keys(container)) {
      const value = container[key];
      const wrong = typeof value === "number" ? [value + 0.5, String(value), null] : [7, null, { x: 1 }];
      for (const other of wrong) {
        container[key] = other;
        refused(`${at}/${key} = ${JSON.stringify(other)}`);
      }
      container[key] = value;
      const spare = key === "action" || (key === "place" && /plans\/\d+$/.test(at)) || /rounds\/\d+$/.test(at);
      if (isObject && !(optional.has(key) && spare)) {
        delete container[key];
        refused(`${at} without ${key}`);
        container[key] = value;
      }
    }
  }
  assert.ok(changes > 200);
  assert.equal(validate(document), true, "everything was put back");
});

test("how add1 begins and ends may be said, in one word each", { skip }, () => {
  const document = read(files[1]);
  Object.assign(document.rounds[1].counting, { add1_start: "integral", add1_stop: "never" });
  assert.equal(validate(document), true, JSON.stringify(validate.errors));
  document.rounds[1].counting.add1_stop = "";
  assert.equal(validate(document), false, "a writer leaves it out instead");
});

test("values outside their range are refused", { skip }, () => {
  const cases = [
    [(d) => (d.version = 2), "newer version"],
    [(d) => (d.format = "other"), "another format"],
    [(d) => (d.rounds[0].budget = -1), "negative money"],
    [(d) => (d.rounds[0].plans[0].cost = 0), "no money"],
    [(d) => (d.rounds[0].plans[0].cost = 1e12), "too much money"],
    [(d) => (d.rounds[0].plans[0].checks.pop()), "six checks"],
    [(d) => (d.rounds[0].opens = "2026-02-30"), "no such day"],
    [(d) => (d.rounds[0].phase = "closing"), "unknown word"],
    [(d) => (d.rounds[1].form.method = "veto"), "unknown way of voting"],
    [(d) => (d.rounds[1].form.points = 0), "no points to give"],
    [(d) => (d.rounds[1].counting.ties = "two words"), "rule word with a space"],
    [(d) => (d.signals[0].place = [1800000001, 0]), "outside the world"],
    [(d) => (d.signals[0].place = [0, 0, 0]), "three coordinates"],
    [(d) => (d.signals[0].id = "a b"), "id with a space"],
    [(d) => (d.signals[0].words = "x".repeat(3001)), "words too long"],
    [(d) => (d.signals[0].support = ["k", "k"]), "support twice"],
    [(d) => (d.issues[0].signals = []), "issue about nothing"],
    [(d) => (d.issues[0].history = [{ status: "afgewezen", time_ms: 0, reason: "" }]), "rejected without a reason"],
    [(d) => (d.neighbourhood.buurten[0].code = "WK999901"), "bad buurt code"],
  ];
  for (const [spoil, name] of cases) {
    const document = read(files[1]);
    spoil(document);
    assert.equal(validate(document), false, name);
  }
});
