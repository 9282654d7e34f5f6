// The yardsticks for merging: Yjs and Automerge, from npm, with the same edits as ours (bench/edits.mjs). How each is used is
// said in peer_yjs.mjs and peer_automerge.mjs.
//
//   node bench/peer_merge.mjs yjs|automerge EDITS FOLDER [--runs 5]   (what the devices hand over is kept in the folder)
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";

import { check, readEdits } from "./edits.mjs";
import { measure, report } from "./measure.mjs";

const [name, editsFile, folder] = process.argv.slice(2);
const runs = process.argv.includes("--runs") ? Number(process.argv[process.argv.indexOf("--runs") + 1]) : 5;
const peer = await import(`./peer_${name}.mjs`);
const edits = readEdits(editsFile);
const devices = edits.reduce((most, { device }) => Math.max(most, device), 0);
const of = (device) => edits.filter((edit) => edit.device === device);

/** What every device would hand over, in each form that the peer has. */
function handedOver() {
  const kept = path.join(folder, `${name}-${path.basename(editsFile)}.json`);
  if (fs.existsSync(kept)) {
    return JSON.parse(fs.readFileSync(kept, "utf8")).map((forms) => Object.fromEntries(Object.entries(forms).map(([form, text]) =>
      [form, new Uint8Array(Buffer.from(text, "base64"))])));
  }
  const start = peer.device(0);
  peer.play(start, of(0));
  const base = of(0).length > 0 ? peer.base(start) : undefined;
  const files = Array.from({ length: devices }, (_, i) => {
    const device = peer.device(i + 1, base);
    peer.play(device, of(i + 1));
    const forms = peer.files(device);
    peer.free(device);
    return forms;
  });
  fs.writeFileSync(kept, JSON.stringify(files.map((forms) => Object.fromEntries(Object.entries(forms).map(([form, bytes]) =>
    [form, Buffer.from(bytes).toString("base64")])))));
  return files;
}

const sizes = (forms) => Object.fromEntries(Object.entries(forms).map(([form, bytes]) =>
  [form, { raw: bytes.length, gzip: zlib.gzipSync(bytes, { level: 9 }).length }]));
const asSignals = (signals) => new Map(Object.entries(signals).map(([id, fields]) => [id, { fields,
  support: Object.keys(fields).filter((key) => key.startsWith("support/")).map((key) => key.slice("support/".length)) }]));

const files = handedOver();
const total = (way) => {
  const begin = performance.now();
  const doc = way(files);
  peer.show(doc);
  const took = performance.now() - begin;
  peer.free(doc);
  return took;
};
// Each way once, to warm up and to choose the two that are fastest until everything can be shown; in later turns of one run
// of the benchmarks (the same folder) those two are only warmed up.
const chosen = path.join(folder, `${name}-${path.basename(editsFile)}-ways.json`);
const before = fs.existsSync(chosen) ? JSON.parse(fs.readFileSync(chosen, "utf8")) : undefined;
const tried = Object.entries(peer.ways).filter(([words]) => !before || before.includes(words)).map(([words, way]) => ({ words, way, took: total(way) }));
const two = tried.sort((a, b) => a.took - b.took).slice(0, 2);
fs.writeFileSync(chosen, JSON.stringify(two.map(({ words }) => words)));

let doc;
const joins = two.map(({ words, way }) => ({ words, times: measure(runs, () => (doc = way(files)), false, () => {
  if (doc) peer.free(doc);
  doc = undefined;
}) }));
const join = joins.reduce((a, b) => (b.times.median_ms < a.times.median_ms ? b : a));
let shown;
const show = measure(runs, () => (shown = peer.show(doc)));
const written = {};
const writes = Object.entries(peer.writes).map(([form, write]) => ({ form, times: measure(runs, () => (written[form] = write(doc))) }));
const write = writes.reduce((a, b) => (b.times.median_ms < a.times.median_ms ? b : a));
report("merge.join", { ...join.times, way: join.words, tried: tried.map(({ words: each, took }) => [each, Math.round(took)]) });
report("merge.show", { ...show, signals: Object.keys(shown.signal).length });
report("merge.write", { ...write.times, way: write.form });
report("merge.sizes", { one: sizes(files[0]), merged: sizes(written) });
report("merge.checked", check(name, edits, asSignals(shown.signal)));
report("memory", { peak_kib: process.resourceUsage().maxRSS });
