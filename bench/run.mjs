// Runs every benchmark in a process of its own, and makes the table. Nothing here judges: figures depend on the machine;
// what must hold on every machine is a test's work. See bench/run.sh for the options.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";

import { check, makeApart, makeEdits, readEdits, writeEdits } from "./edits.mjs";
import { growthPlot } from "./plot.mjs";
import { table } from "./table.mjs";

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const at = (variable, otherwise) => path.resolve(process.env[variable] ?? path.join(repository, otherwise));
const native = path.join(at("STOEPKRIJT_BENCH_NATIVE", "build/native"), "stoepkrijt_bench");
const nativeGl = `${native}_gl`;
const wasm = path.join(at("STOEPKRIJT_BENCH_WASM", "build/wasm"), "stoepkrijt_bench.js");
const site = at("STOEPKRIJT_SITE", "build/web");
const data = at("STOEPKRIJT_DATA", "../shared/data");
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "stoepkrijt-bench-"));

const load = () => os.loadavg()[0];
const loads = [load()];

/** The lines of one program, by name; `memory` is the peak of its process. */
function run(program, args, more = {}) {
  console.error(`bench: ${path.basename(program)} ${args.map((a) => path.basename(a)).slice(0, 3).join(" ")}`);
  const script = /\.m?js$/.test(program);
  const text = execFileSync(script ? process.execPath : program, script ? [program, ...args] : args,
    { cwd: repository, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, ...more } });
  loads.push(load());
  return Object.fromEntries(text.trim().split("\n").map((line) => JSON.parse(line)).map((line) => [line.bench, line]));
}
const both = (...args) => ({ native: run(native, args), wasm: run(wasm, args) });
const peer = (name, ...args) => run(path.join(repository, "bench", name), args);
/** The same benchmark from several processes: the median of their medians, the least of all. */
function together(turns) {
  const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return Object.fromEntries(Object.keys(turns[0]).map((name) => {
    const lines = turns.map((turn) => turn[name]);
    if (lines[0].least_ms === undefined) return [name, lines[0]];
    return [name, { ...lines[0], median_ms: middle(lines.map((line) => line.median_ms)), least_ms: Math.min(...lines.map((line) => line.least_ms)),
      runs: lines.reduce((sum, line) => sum + line.runs, 0) }];
  }));
}
/** --only NAME[,NAME]: dossier, merge, map, screen, points, import, tally, growth, geojson, web; it only prints. */
const only = process.argv.includes("--only") ? process.argv[process.argv.indexOf("--only") + 1]?.split(",") ?? [] : null;
const wanted = (part) => !only || only.includes(part);

const gzip = (bytes) => zlib.gzipSync(bytes, { level: 9 }).length;

/** Ten devices' files of one dossier into one: ours natively and in WebAssembly, Yjs and Automerge, on the same edits. */
function merging() {
  const edits = path.join(scratch, "edits.ndjson");
  writeEdits(edits, makeEdits());
  // In turns: what disturbs the machine meanwhile disturbs all of them.
  const turns = ["first", "second", "third"].map((turn) => ({
    native: run(native, ["merge", edits]), wasm: run(wasm, ["merge", edits, scratch]),
    yjs: peer("peer_merge.mjs", "yjs", edits, scratch, "--runs", "4"),
    // Twice as slow as Yjs, and with that most of the time of all this: once is enough.
    ...(turn === "first" ? { automerge: peer("peer_merge.mjs", "automerge", edits, scratch, "--runs", "3") } : {}),
  }));
  const out = Object.fromEntries(Object.keys(turns[0]).map((kind) => [kind, together(turns.flatMap((turn) => turn[kind] ?? []))]));
  out.paired = turns;
  const read = (name) => fs.readFileSync(path.join(scratch, name));
  const shown = JSON.parse(read("ours-shown.json")).signals.map(({ id, support, ...fields }) => [id, { fields, support }]);
  out.checked = { ours: check("ours", readEdits(edits), new Map(shown)), yjs: out.yjs["merge.checked"], automerge: out.automerge["merge.checked"] };
  // Ours as it is exported, packed by ourselves; beside it what gzip -9 makes of the form for reading.
  const sizes = (plain, packed) => ({ raw: plain.length, plain: gzip(plain), gzip: packed.length });
  out.sizes = { one: sizes(read("ours-1.json"), read("ours-1.json.gz")), merged: sizes(read("ours.json"), read("ours.json.gz")) };
  const apart = path.join(scratch, "apart.ndjson");
  writeEdits(apart, makeApart());
  out.apart = both("merge", apart, "--runs", "3");
  return out;
}

/** A file of 100 MB, and one of 10 MB for the peer to which making a large one takes minutes. */
function opening() {
  const edits = path.join(scratch, "edits.ndjson");
  return Object.fromEntries([["10", ["yjs", "automerge"]], ["100", ["yjs"]]].map(([megabytes, peers]) => {
    const file = path.join(scratch, `large-${megabytes}.json`);
    execFileSync(native, ["large", edits, megabytes, file]);
    const lines = { bytes: fs.statSync(file).size, ...both("open", file, "--runs", "3"), json: peer("peer_open.mjs", "json", file) };
    for (const name of peers) {
      const kept = path.join(scratch, `large-${megabytes}.${name}`);
      execFileSync(process.execPath, ["--max-old-space-size=8192", path.join(repository, "bench/peer_open.mjs"), name, file, kept, "--make"]);
      lines[name] = peer("peer_open.mjs", name, file, kept);
    }
    return [megabytes, lines];
  }));
}
const geojsonOf = (folder) => (fs.existsSync(folder) ? fs.readdirSync(folder) : []).filter((name) => name.endsWith(".geojson"))
  .sort().map((name) => path.join(folder, name));

for (const program of [native, wasm]) {
  if (!fs.existsSync(program)) {
    console.error(`bench: ${program} is not there: use "make bench"`);
    process.exit(1);
  }
}

const results = { skipped: [], nothing: both("nothing") };

if (wanted("dossier")) {
  const signals = path.join(scratch, "dossier.json");
  results.dossier = { ...both("dossier", signals), peer: peer("peer_json.mjs", "dossier", signals) };
}

if (wanted("merge")) results.merge = { ...merging(), open: opening() };

if (wanted("map")) results.map = both("map");
if (!wanted("map")) {
  // Nothing to draw.
} else if (fs.existsSync(nativeGl)) {
  try {
    results.gl = run(nativeGl, []);
    // Mesa takes the calls and draws nothing: what is left is ours.
    Object.assign(results.gl, run(nativeGl, ["--time"], { GALLIUM_NOOP: "1" }));
  } catch {
    results.skipped.push("Draw calls: this machine gives no OpenGL ES 3 context without a window.");
  }
} else {
  results.skipped.push("Draw calls: built only where the headers and libraries of EGL and OpenGL ES are (Debian: libegl-dev, libgles-dev).");
}

/** The map's whole screen: without the map in both builds, with it natively, and in a page where there is a browser. */
function wholeScreen() {
  const out = both("screen");
  if (fs.existsSync(nativeGl)) {
    try {
      out.gl = run(nativeGl, ["--screen"], { GALLIUM_NOOP: "1" });
    } catch {
      results.skipped.push("The map's screen with its draw calls: no OpenGL ES 3 context without a window.");
    }
  }
  if (fs.existsSync("/usr/bin/chromium") && fs.existsSync(path.join(site, "index.html"))) {
    const signals = path.join(scratch, "signals.geojson");
    run(native, ["import", signals, "--runs", "1"]);
    out.page = run(path.join(repository, "bench/screen.mjs"), [site, signals]);
  }
  return out;
}
if (wanted("screen")) results.screen = wholeScreen();

/** A million places and what is asked of them: ours and the peers directly after each other, on one file. */
function points(kind) {
  const file = path.join(scratch, `places-${kind}.bin`);
  execFileSync(native, ["places", kind, "1000000", file]);
  const turns = ["first", "second", "third"].map(() => ({ wasm: run(wasm, ["geo", file, "--runs", "3"]),
    peer: peer("peer_geo.mjs", file, "--runs", kind === "uniform" ? "1" : "2") }));
  const out = Object.fromEntries(["wasm", "peer"].map((each) => [each, together(turns.map((turn) => turn[each]))]));
  out.native = run(native, ["geo", file, "--runs", "3"]);
  out.paired = turns.map((turn) => turn.peer["geo.load"].median_ms / turn.wasm["geo.load"].median_ms);
  return out;
}
if (wanted("points")) results.points = Object.fromEntries(["uniform", "streets"].map((kind) => [kind, points(kind)]));

if (wanted("import")) {
  const file = path.join(scratch, "import.geojson");
  results.import = { ...both("import", file, "--runs", "3"), peer: peer("peer_json.mjs", "import", file) };
}

const election = path.join(data, "elections/Poland_Warszawa_2026.pb");
if (!wanted("tally")) {
  // Nothing to count.
} else if (fs.existsSync(election)) {
  const plain = path.join(scratch, "election.json");
  fs.writeFileSync(plain, execFileSync(native, ["election", election], { maxBuffer: 1 << 28 }));
  // In turns: what disturbs the machine meanwhile disturbs all of them.
  const turns = ["first", "second", "third"].map(() => ({
    ...both("tally", election),
    peer: peer("peer_mes.mjs", plain, "--add1-runs", "1"),
    published: peer("peer_published.mjs", plain, "--runs", "2", "--add1-runs", "1"),
  }));
  results.tally = Object.fromEntries(["native", "wasm", "peer", "published"].map((kind) => [kind, together(turns.map((turn) => turn[kind]))]));
  results.tally.paired = turns.map(({ wasm, peer: harder, published }) => ({
    published: published["tally.add1"].least_ms / wasm["tally.add1"].least_ms,
    peer: harder["tally.add1"].least_ms / wasm["tally.add1"].least_ms,
  }));
} else {
  results.skipped.push("Tally of Warszawa 2026: elections/Poland_Warszawa_2026.pb (Pabulib) is not in the folder of real data.");
}

const MADE = { voters: 20000, projects: 100, perVoter: 400 };
const GROWTH = {
  voters: [2000, 5000, 10000, 20000, 50000, 100000],
  projects: [25, 50, 100, 200, 300],
  perVoter: [50, 100, 200, 400, 800],
};
const made = ({ voters, projects, perVoter }) => ["synthetic", ...[voters, projects, perVoter].map(String), "--runs", "1"];
if (wanted("growth")) {
  results.growth = Object.fromEntries(Object.entries(GROWTH).map(([along, values]) =>
    [along, values.map((value) => ({ value, lines: run(wasm, made({ ...MADE, [along]: value })) }))]));
  results.million = both(...made({ voters: 1000000, projects: 300, perVoter: 100 }));
}

for (const place of wanted("geojson") ? ["crooswijk", "otterlo"] : []) {
  const files = geojsonOf(path.join(data, "maps", place));
  if (files.length > 0) {
    (results.geojson ??= {})[place] = { ...both("geojson", ...files), peer: peer("peer_json.mjs", "geojson", ...files) };
  } else {
    results.skipped.push(`GeoJSON of ${place}: maps/${place} is not in the folder of real data.`);
  }
}

if (!wanted("web")) {
  // No browser.
} else if (!fs.existsSync(path.join(site, "index.html"))) {
  results.skipped.push('The site: it is not built ("make web").');
} else if (!fs.existsSync("/usr/bin/chromium")) {
  results.skipped.push("The site in a browser: Debian's Chromium is not installed.");
} else {
  results.web = run(path.join(repository, "bench/web.mjs"), [site]);
}
fs.rmSync(scratch, { recursive: true });

const commit = () => {
  try {
    return execFileSync("git", ["describe", "--always", "--dirty"], { cwd: repository, encoding: "utf8" }).trim();
  } catch {
    return "unknown";
  }
};
const machine = {
  date: new Date().toISOString().slice(0, 10),
  cores: os.cpus().length,
  model: os.cpus()[0]?.model ?? "unknown processor",
  memory: os.totalmem(),
  node: process.version,
  commit: commit(),
  loads: [Math.min(...loads), Math.max(...loads)],
};
if (only && process.argv.includes("--write")) {
  console.error("bench: --only prints; docs/performance.md is written by a whole run");
  process.exit(1);
}
const text = table(results, machine);
console.log(text);
if (process.env.STOEPKRIJT_BENCH_JSON) fs.writeFileSync(process.env.STOEPKRIJT_BENCH_JSON, JSON.stringify({ machine, results }, null, 1));
if (process.argv.includes("--write")) {
  fs.writeFileSync(path.join(repository, "docs/performance.md"), text);
  fs.writeFileSync(path.join(repository, "docs/images/growth.svg"), growthPlot(results.growth));
}
