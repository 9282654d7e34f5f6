// The published JSON Schemas of the document that merges and of its small change agree with what the program writes (C++
// tests check that these files are what it reads and writes), and refuse what the readers refuse.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import path from "node:path";
import test from "node:test";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const read = (name) => JSON.parse(readFileSync(path.join(root, name), "utf8"));

function validator(schema) {
  const require = createRequire(import.meta.url);
  try {
    const Ajv = require("ajv/dist/2020");
    return new Ajv({ strict: true, strictTypes: false, allErrors: false }).compile(read(schema));
  } catch (error) {
    if (error.code === "MODULE_NOT_FOUND") return null;
    throw error;
  }
}

const validate = validator("docs/formats/dossier-2.schema.json");
const validateDelta = validator("docs/formats/delta-1.schema.json");
const skip = validate ? false : "ajv is not installed: run tools/setup.sh";
const folder = "tests/fuzz/corpus/merge/";
const record = (d) => d.records.issue.x;

test("the schema of version 2 accepts what the program writes", { skip }, () => {
  for (const name of [folder + "one.json", folder + "tables.json", folder + "dossier.json", "tests/data/migration/before_form.v2.json", "tests/data/migration/every_field.v2.json"]) {
    assert.ok(validate(read(name)), `${name}: ${JSON.stringify(validate.errors)}`);
  }
});

test("the schema of version 2 accepts photos as the last member, and no other content in it", { skip }, () => {
  const dossier = read("tests/fuzz/corpus/photos/two.json");
  assert.equal(Object.keys(dossier.photos).length, 2);
  const whole = { ...read(folder + "one.json"), photos: dossier.photos };
  assert.ok(validate(whole), JSON.stringify(validate.errors));
  for (const photos of [{}, { naam: "AAAA" }, { ["a".repeat(64)]: "geen base64" }, { ["a".repeat(64)]: 1 }, { ["A".repeat(64)]: "AAAA" }]) {
    assert.equal(validate({ ...whole, photos }), false, JSON.stringify(photos));
  }
});

test("the schema of version 2 accepts every export, and none is mergeable", { skip }, () => {
  for (const name of ["redacted.json", "part.json", "grid.json", "round.json"]) {
    const dossier = read(`tests/data/exports/${name}`);
    assert.ok(validate(dossier), `${name}: ${JSON.stringify(validate.errors)}`);
    assert.equal(dossier.mergeable, false);
  }
});

test("the schema of version 2 refuses what the reader refuses", { skip }, () => {
  const wrong = {
    "another format": (d) => (d.format = "x"),
    "another version": (d) => (d.version = 1),
    "no mergeable": (d) => delete d.mergeable,
    "an unknown key": (d) => (d.extra = 1),
    "an id with a space": (d) => (d.id = "a b"),
    "an actor that is none": (d) => (d.actors["0000000000000000000000000l"] = 1),
    "a seq of zero": (d) => (d.actors["00000000000000000000000001"] = 0),
    "a kind with a capital": (d) => (d.records.Issue = d.records.issue),
    "a kind without records": (d) => (d.records.kind = {}),
    "an empty record": (d) => (d.records.issue.y = {}),
    "a stamp without plain": (d) => delete record(d).plain,
    "plain without a stamp": (d) => delete record(d).at,
    "a stamp that is too long": (d) => record(d).at.push(1),
    "a fraction": (d) => (record(d).plain.level = 1.5),
    "a dot without a value": (d) => record(d).events.status[0].pop(),
    "an event without dots": (d) => (record(d).events.status = []),
    "an empty group": (d) => (record(d).sets = {}),
    "a negative time": (d) => (record(d).at[2] = -1),
    "an unknown key in a record": (d) => (record(d).more = {}),
  };
  for (const [what, spoil] of Object.entries(wrong)) {
    const dossier = structuredClone(read(folder + "one.json"));
    spoil(dossier);
    assert.ok(!validate(dossier), what);
  }
});

test("the schema of version 2 refuses tables that are not right", { skip }, () => {
  const wrong = {
    "records and tables": (d) => (d.records = {}),
    "neither of both": (d) => delete d.tables,
    "no ids": (d) => delete d.tables.issue.ids,
    "no shapes": (d) => delete d.tables.issue.shapes,
    "an unknown key": (d) => (d.tables.issue.more = []),
    "an empty group": (d) => (d.tables.issue.sets = {}),
    "a column without values": (d) => d.tables.issue.events.status.pop(),
    "a fraction": (d) => (d.tables.issue.at[1][0] = 1.5),
    "a shape with less than nothing": (d) => (d.tables.issue.shapes[0][0] = -1),
    "plain without a stamp": (d) => delete d.tables.issue.at,
  };
  for (const [what, spoil] of Object.entries(wrong)) {
    const dossier = structuredClone(read(folder + "tables.json"));
    spoil(dossier);
    assert.ok(!validate(dossier), what);
  }
});

/** The records of a file with tables, as docs/formats/merge.md says it: with this a reader can be checked against the page. */
function recordsOf(tables) {
  const groups = ["at", "deleted", "dots", "events", "plain", "plain_times", "sets"];
  const step = (stamp, column, i) => stamp.map((number, n) => number + column[n][i]);
  return Object.fromEntries(Object.entries(tables).map(([kind, table]) => {
    const columns = groups.flatMap((group) => (group === "at" || group === "deleted" ? (table[group] ? [[group, "", table[group]]] : [])
      : Object.entries(table[group] ?? {}).map(([name, column]) => [group, name, column])));
    const next = columns.map(() => 0);
    let last = [0, 0, 0, 0];
    const records = table.ids.map((id, r) => {
      const out = {};
      let at = [0, 0, 0, 0];
      table.shapes[table.shape_of[r]].forEach((count, c) => {
        const [group, name, column] = columns[c];
        let stamp = at;
        for (let n = 0; n < count; n++) {
          const i = next[c]++;
          if (group === "at") at = last = out.at = step(last, column, i);
          else if (group === "plain") (out.plain ??= {})[name] = column[i];
          else if (group === "plain_times") (out.plain ??= {})[name] = at[2] + column[i];
          else {
            stamp = step(stamp, column, i);
            const list = group === "deleted" ? (out.deleted ??= []) : ((out[group] ??= {})[name] ??= []);
            list.push([...stamp, column[4][i]]);
          }
        }
      });
      return [id, out];
    });
    return [kind, Object.fromEntries(records)];
  }));
}

test("a reader of tables made from the page gives the records that the program gives", () => {
  const page = readFileSync(path.join(root, "docs/formats/merge.md"), "utf8");
  const example = readFileSync(path.join(root, folder + "tables.json"), "utf8");
  assert.ok(page.includes(example), "the example in the document is the file that is tested");
  const { tables } = JSON.parse(example);
  assert.deepEqual(recordsOf(tables), { issue: {
    z: { at: [0, 1, 1790000000000, 1], plain: { time_ms: 1789999940000, title: "Losse tegel" } },
    x: { at: [0, 3, 1790000000000, 3], dots: { title: [[1, 1, 1790000001000, 0, "Paal"]] },
      events: { status: [[1, 2, 1790000001000, 1, { to: "open" }], [1, 3, 1790000001000, 2, { to: "done" }]] },
      plain: { time_ms: 1789999940000 } },
  } });
});

test("the schema of a small change accepts what the program writes, and refuses what the reader refuses", { skip }, () => {
  const file = "tests/fuzz/corpus/delta/one.json";
  assert.ok(validateDelta(read(file)), JSON.stringify(validateDelta.errors));
  const one = "00000000000000000000000001";
  const wrong = {
    "another format": (d) => (d.format = "stoepkrijt-dossier"),
    "another version": (d) => (d.version = 2),
    "an unknown key": (d) => (d.mergeable = true),
    "no since": (d) => delete d.since,
    "no unseen": (d) => delete d.unseen,
    "a digest that is too short": (d) => (d.since = "abc"),
    "an actor without a pair": (d) => (d.actors[one] = 3),
    "an actor with one number": (d) => (d.actors[one] = [3]),
    "an actor with three": (d) => (d.actors[one] = [3, 3, 3]),
    "an actor that was never seen": (d) => (d.actors[one] = [0, 0]),
    "an actor that is none": (d) => (d.unseen = ["x"]),
    "an actor twice": (d) => d.unseen.push(d.unseen[0]),
    "an empty record": (d) => (d.records.issue.y = {}),
  };
  for (const [what, spoil] of Object.entries(wrong)) {
    const delta = structuredClone(read(file));
    spoil(delta);
    assert.ok(!validateDelta(delta), what);
  }
});

test("the example of a small change in its document is the file that is tested", () => {
  const page = readFileSync(path.join(root, "docs/formats/delta.md"), "utf8");
  assert.ok(page.includes(readFileSync(path.join(root, "tests/fuzz/corpus/delta/one.json"), "utf8")));
});
