// What ten devices did to one dossier: one list of edits, made by a fixed seed, that every contender of the merging
// benchmark plays (bench/merge_bench.cpp, bench/peer_merge.mjs), and the state that it must come to.
//
// A device starts from the same 10,000 signals and then, without seeing the others, changes some hundreds of them (half of
// these from a few that everybody looks at, so that devices meet), adds some hundreds, says "I see this too" and deletes
// a few. Values are canonical JSON: keys sorted by bytes, whole numbers only.
//
// One edit is {device, time, op, kind, id, ...}: `op` is "put" (a new record: `fields`), "set" (`field`, `value`), "see"
// (`key`: somebody's support) or "delete". Device 0 makes what all start from.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const DEVICES = 10;
const SIGNALS = 10000;
const CHANGES = 400; // of each device, one to three fields each
const ADDED = 300;
const SEEN = 300;
const DELETED = 5;
const WATCHED = 800; // signals that everybody looks at
const START = Date.UTC(2026, 8, 1);
const DAY = 86400000;

const example = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../assets/example/dossier.json");

/** SplitMix32; good enough to vary, the same everywhere. */
function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  const below = (bound) => Math.floor((next() / 2 ** 32) * bound);
  const letters = "0123456789abcdefghjkmnpqrstvwxyz";
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    of: (list) => list[below(list.length)],
    // As the app makes its ids: 128 random bits in base 32, 26 characters, the first of which holds three bits.
    id: () => letters[below(8)] + Array.from({ length: 25 }, () => letters[below(32)]).join(""),
    key: () => "z" + Array.from({ length: 12 }, () => letters[below(32)]).join(""),
  };
}

/** Words and places as in the example, put together anew. */
function writer(chance, dossier) {
  const sentences = [...new Set(dossier.signals.flatMap(({ words }) => words.split(/(?<=\.) /)))];
  const pick = (name) => [...new Set(dossier.signals.map((signal) => signal[name]).filter(Boolean))];
  const [streets, subthemes] = [pick("near_street"), [...new Set(dossier.signals.map((s) => `${s.theme}/${s.subtheme}`))]];
  const buurten = dossier.neighbourhood.buurten.map(({ code }) => code);
  const title = () => `${chance.of(dossier.signals).title}, ${chance.of(["hoek", "bij", "tegenover", "naast", "voor"])} ${chance.of(streets)}`;
  const words = () => [...Array.from({ length: chance.between(1, 3) }, () => chance.of(sentences)),
    `Het is bij nummer ${chance.between(1, 240)}.`].join(" ");
  const level = () => chance.of(["A", "A+", "B", "C", "D", "unset"]);
  const signal = (time) => {
    const [theme, subtheme] = chance.of(subthemes).split("/");
    const [lon, lat] = chance.of(dossier.signals).place;
    return { accuracy_mm: chance.between(2000, 40000), buurt: chance.of(buurten), kind: chance.of(["idea", "problem", "problem", "problem", "strong"]),
      level: level(), near_street: chance.of(streets), place: [lon + chance.between(-50000, 50000), lat + chance.between(-30000, 30000)],
      placed_by: chance.of(["gps", "gps", "gps", "photo", "pin"]), subtheme, theme, time_ms: time, title: title(), walk_id: "", words: words() };
  };
  return { title, words, level, signal };
}

const sorted = (value) => (Array.isArray(value) ? value.map(sorted) : value && typeof value === "object"
  ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])])) : value);

function start(chance, write, dossier) {
  const edits = [];
  const put = (time, kind, id, fields) => edits.push({ device: 0, time, op: "put", kind, id, fields: sorted(fields) });
  const { id, municipality, name, buurten } = dossier.neighbourhood;
  put(START, "dossier", "dossier", { title: dossier.title });
  put(START, "neighbourhood", "neighbourhood", { code: id, municipality, name });
  for (const { code, ...fields } of buurten) put(START, "buurt", code, fields);
  const ids = [];
  for (let i = 0; i < SIGNALS; i++) {
    const time = START + Math.floor((i * 60 * DAY) / SIGNALS) + chance.below(60000);
    ids.push(chance.id());
    put(time, "signal", ids[i], write.signal(time));
    for (let n = chance.between(0, 3); n > 0; n--) edits.push({ device: 0, time, op: "see", kind: "signal", id: ids[i], key: chance.key() });
  }
  return { edits, ids };
}

/** What one device does in a week; in the order of time, as it came up. */
function week(device, chance, write, ids) {
  const some = () => ids[chance.below(2) === 0 ? chance.below(WATCHED) : chance.below(ids.length)];
  const deeds = [...Array(CHANGES).fill("change"), ...Array(ADDED).fill("put"), ...Array(SEEN).fill("see"), ...Array(DELETED).fill("delete")];
  const at = deeds.map(() => START + 61 * DAY + chance.below(7 * DAY)).sort((a, b) => a - b);
  for (let i = deeds.length - 1; i > 0; i--) {
    const j = chance.below(i + 1);
    [deeds[i], deeds[j]] = [deeds[j], deeds[i]];
  }
  const gone = new Set();
  return deeds.flatMap((op, i) => {
    const common = { device, time: at[i] };
    if (op === "put") return [{ ...common, op, kind: "signal", id: chance.id(), fields: write.signal(at[i]) }];
    let id = some();
    while (gone.has(id)) id = some();
    if (op === "see") return [{ ...common, op, kind: "signal", id, key: chance.key() }];
    if (op === "delete") gone.add(id);
    if (op === "delete") return [{ ...common, op, kind: "signal", id }];
    const fields = ["level", "title", "words"].filter((name) => chance.below(2) === 0 || name === "level");
    return fields.map((field) => ({ ...common, op: "set", kind: "signal", id, field, value: write[field]() }));
  });
}

/** All edits: those of device 0 first, then device after device. */
export function makeEdits(seed = 2026) {
  const dossier = JSON.parse(fs.readFileSync(example, "utf8"));
  const chance = random(seed);
  const write = writer(chance, dossier);
  const { edits, ids } = start(chance, write, dossier);
  for (let device = 1; device <= DEVICES; device++) edits.push(...week(device, chance, write, ids));
  return edits;
}

/** Ten dossiers of 10,000 signals that have none in common but the place they are about: the second row. */
export function makeApart(seed = 2027) {
  const dossier = JSON.parse(fs.readFileSync(example, "utf8"));
  const edits = [];
  for (let device = 1; device <= DEVICES; device++) {
    const chance = random(seed + device);
    const own = start(chance, writer(chance, dossier), dossier).edits;
    const common = own.filter(({ kind }) => kind !== "signal");
    if (device === 1) edits.push(...common);
    edits.push(...own.filter(({ kind }) => kind === "signal").map((edit) => ({ ...edit, device })));
  }
  return edits;
}

export const writeEdits = (file, edits) => fs.writeFileSync(file, edits.map((edit) => JSON.stringify(edit)).join("\n") + "\n");
export const readEdits = (file) => fs.readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line));

/** What every contender must show in the end: of each signal its supporters, and of each field the values that it may have
    (more than one where devices changed it without knowing of each other). A signal that one device deleted and another
    touched may be there or not: there the contenders differ, and each has its reasons. */
function outcome(edits) {
  const signals = new Map();
  const touched = new Map(); // id → devices
  const deleted = new Map();
  const note = (map, id, device) => map.set(id, (map.get(id) ?? new Set()).add(device));
  for (const { device, op, kind, id, fields, field, value, key } of edits) {
    if (kind !== "signal") continue;
    if (op === "put") signals.set(id, { fields: new Map(Object.entries(fields).map(([name, each]) => [name, new Map([[device, each]])])), support: new Set() });
    else if (op === "set") signals.get(id).fields.get(field).set(device, value);
    else if (op === "see") signals.get(id).support.add(key);
    if (op === "delete") note(deleted, id, device);
    else if (device > 0 && op !== "put") note(touched, id, device);
  }
  const disputed = new Set();
  for (const [id, devices] of deleted) {
    if ([...(touched.get(id) ?? [])].some((device) => !devices.has(device))) disputed.add(id);
    else signals.delete(id);
  }
  for (const { fields } of signals.values()) {
    for (const [name, written] of fields) {
      if (written.size > 1) written.delete(0);
      fields.set(name, new Set([...written.values()].map((value) => JSON.stringify(value))));
    }
  }
  return { signals, disputed };
}

/** Throws when `shown` (id → {fields, support}) is not what the edits come to; else tells how much was compared. */
export function check(name, edits, shown) {
  const { signals, disputed } = outcome(edits);
  const wrong = (id, what) => {
    throw new Error(`${name}: signal ${id}: ${what}`);
  };
  const counts = { signals: 0, fields: 0, contested: 0, disputed: disputed.size };
  for (const id of shown.keys()) if (!signals.has(id)) wrong(id, "should not be there");
  for (const [id, { fields, support }] of signals) {
    const there = shown.get(id);
    if (!there && disputed.has(id)) continue;
    if (!there) wrong(id, "is not there");
    counts.signals += 1;
    for (const [field, allowed] of fields) {
      if (!allowed.has(JSON.stringify(there.fields[field]))) wrong(id, `${field} is ${JSON.stringify(there.fields[field])}`);
      counts[allowed.size === 1 ? "fields" : "contested"] += 1;
    }
    if (JSON.stringify([...support].sort()) !== JSON.stringify([...there.support].sort())) wrong(id, "other supporters");
  }
  return counts;
}
