// From figures to the Markdown of docs/performance.md. Pure.

const ms = (value) => (value >= 9950 ? `${(value / 1000).toFixed(1)} s` : value >= 100 ? `${value.toFixed(0)} ms`
  : value >= 10 ? `${value.toFixed(1)} ms` : value >= 0.1 ? `${value.toFixed(2)} ms` : `${(value * 1000).toFixed(1)} µs`);
const bytes = (value) => (value >= 1e6 ? `${(value / 1e6).toFixed(2)} MB` : `${Math.round(value / 1e3)} kB`);
const mib = (kib) => (kib > 0 ? `${Math.round(kib / 1024)} MiB` : "not told here");
const goal = (met) => (met ? "Met." : "Not met.");
const many = (value) => value.toLocaleString("en-US");
const times = (line) => (line ? `${ms(line.median_ms)} (${ms(line.least_ms)})` : "–");
const ratio = (value) => `${value >= 10 ? Math.round(value) : value.toFixed(1)} ×`;
const rows = (head, body) => [head, head.map(() => "---"), ...body].map((row) => `| ${row.join(" | ")} |`).join("\n");

/** Least of the peer over least of ours: what remains the same when something else runs beside it. */
const faster = (peer, ours) => (peer && ours ? ratio(peer.least_ms / ours.least_ms) : "–");

function compared(name, results, bench, peerBench = bench) {
  const { native, wasm, peer } = results;
  return [name, times(native[bench]), times(wasm[bench]), peer?.[peerBench] ? times(peer[peerBench]) : "–",
    faster(peer?.[peerBench], wasm[bench])];
}

function firstLoad({ web }) {
  const { "web.first_frame": frame, "web.first_visit": visit, "web.wasm": wasm, "web.idle": idle } = web;
  const size = (name, { files, raw, brotli, gzip }) => [name, files, bytes(raw), bytes(brotli), bytes(gzip)];
  return `## First load

${rows(["what is fetched", "files", "raw", "brotli -q 11", "gzip -9"], [
    size("until the first frame can be used", frame),
    size("of which the core (WebAssembly)", wasm),
    size("the whole first visit, the copies for offline use included", visit)])}

${rows(["time to the first interactive frame", "median", "least", "runs"], ["phone", "desktop"].flatMap((size) => [
    ["cold", "cold, a new browser with an empty profile"], ["reload", "reload, from the service worker"]].map(([kind, words]) => {
    const line = web[`web.${size}.${kind}`];
    return [`${size === "phone" ? "390 × 844 px at ratio 2" : "1280 × 800 px at ratio 1"}: ${words}`, ms(line.median_ms), ms(line.least_ms), line.runs];
  })))}

From the start of the navigation, in Chromium ${web["web.browser"].version} without a graphics card (SwiftShader draws on the
processor), the server on the same machine.

**At rest**: ${idle.frames} frames drawn in ${idle.seconds} seconds without input, ${idle.runs_of_core} runs of the core.`;
}

function mapFrames({ map, gl }) {
  const looks = [["wijk", "whole neighbourhood"], ["buurt", "buurt, 1.2 px/m"], ["straat", "street, 5 px/m"]];
  const steps = [["same", "nothing changed: look and stop"], ["pan", "a step of a drag or zoom: everything below, clusters kept"],
    ["cluster", "new clusters of all zoom steps (once per set of markers)"], ["layout", "where markers and names stand"], ["quads", "building the quads"]];
  const shown = looks.map(([look, words]) => {
    const line = map.native[`map.${look}.shown`];
    const drawn = gl?.[`gl.${look}.pan`];
    const still = gl?.[`gl.${look}.same`];
    return [words, many(line.groups), many(line.on_screen), line.labels, many(line.quads), drawn ? drawn.draw_calls : "not counted",
      still ? still.draw_calls : "not counted", drawn ? many(drawn.indices) : "not counted",
      gl?.[`gl.${look}.processor`] ? times(gl[`gl.${look}.processor`]) : "not measured"];
  });
  const frames = looks.map(([look]) => gl?.[`gl.${look}.processor`]?.median_ms ?? Infinity);
  const cost = looks.flatMap(([look, words]) => steps.map(([step, what]) =>
    [words, what, times(map.native[`map.${look}.${step}`]), times(map.wasm[`map.${look}.${step}`])]));
  const base = map.native["map.base"];
  return `## The map with 100,000 markers

On the example neighbourhood in 1280 × 800; processor time before anything goes to the graphics card.

${rows(["look", "groups in all", "on the screen", "names", "quads", "draw calls, dragging", "draw calls, standing still", "indices", "a frame of a drag, with its calls, native"], shown)}

Goal: a frame with 100,000 markers in view, the map's own work and its draw calls, in less than 16 ms of processor time, without what
the drawing itself costs. **${frames.includes(Infinity) ? "Not measured." : goal(Math.max(...frames) < 16)}** Measured with Mesa's driver that takes every call and draws nothing (bench/gl_bench.cpp). Not in it: what
a screen says around the map. Clusters take ${map.native["map.clusters"].bytes_a_marker.toFixed(1)} bytes a marker for all zoom steps together.

${rows(["look", "step", "native", "WebAssembly"], [
    ["once", `triangles of the base map (${many(base.features)} features, ${many(base.vertices)} vertices)`, times(base), times(map.wasm["map.base"])],
    ["once", "where names may stand", times(map.native["map.names"]), times(map.wasm["map.names"])], ...cost])}`;
}


/** The whole screen of the map, words and buttons included. */
function mapScreen({ screen }) {
  const { native, wasm, gl, page } = screen;
  const steps = [["first", "the first frame of all"], ["same", "nothing changed"], ["drag", "a step of a drag"], ["rest", "the map stands still again: a new list"],
    ["filter", "another filter: everything anew"]];
  const body = [["desktop", "1280 × 800"], ["phone", "390 × 844"]].flatMap(([size, words]) => steps.map(([step, what]) =>
    [words, what, times(native[`screen.${size}.${step}`]), times(wasm[`screen.${size}.${step}`])]));
  const looks = { wijk: "whole neighbourhood", buurt: "buurt", straat: "street" };
  const whole = Object.values(gl ?? {}).filter(({ bench }) => bench.startsWith("gl.screen.")).map((line) => {
    const [, , look, step] = line.bench.split(".");
    return ["native, 1280 × 800", looks[look], { same: "nothing changed", drag: "a step of a drag", heat: "a step of a drag, with warmth" }[step], times(line), ms(line.most_ms), many(line.nodes)];
  });
  for (const line of Object.values(page ?? {}).filter(({ bench }) => bench.startsWith("page."))) {
    const [, size, look] = line.bench.split(".");
    whole.push([`Chromium, ${size}`, looks[look], "a step of a drag", times(line), ms(line.most_ms), many(line.nodes)]);
  }
  const drags = [...Object.values(gl ?? {}), ...Object.values(page ?? {})].filter(({ bench }) => /^(gl\.screen|page)\..*\.drag$/.test(bench)).map((line) => line.median_ms);
  return `## The map's whole screen with 100,000 signals

The list, the buttons, the page's nodes, the map and its draw calls. First all of it: processor time natively (Mesa takes the calls and draws nothing;
without the calls of Dear ImGui), and in Chromium the time of the page's own thread in a frame, its elements and WebGL calls included.

${rows(["", "look", "frame", "median (least)", "most", "nodes"], whole)}

Goal: less than 16 ms a frame. **${drags.length === 0 ? "Not measured." : goal(Math.max(...drags) < 16)}** Then without the map (words, widgets, nodes and what the page is told):

${rows(["window", "frame", "native", "WebAssembly"], body)}`;
}

/** A million places: ours, supercluster, kdbush and flatbush. */
function pointsOf({ points }) {
  const names = { uniform: "spread evenly over the Netherlands", streets: "along the streets of 300 places" };
  const zooms = ["4", "6", "8", "10", "12", "14", "16"];
  const one = ([kind, { native, wasm, peer, paired }]) => {
    const row = (name, bench, theirs = bench) => [names[kind], name, times(native[bench]), times(wasm[bench]), times(peer[theirs]), faster(peer[theirs], wasm[bench])];
    const found = (bench, theirs = bench) => `${many(wasm[bench].found)} / ${many(peer[theirs].found)}`;
    return { paired,
      load: [names[kind], times(native["geo.load"]), times(wasm["geo.load"]), times(peer["geo.load"]), `${ratio(medianOf(paired))} (${paired.map(ratio).join(", ")})`,
        ["geo.load"].map((bench) => `${wasm[bench].bytes_a_point.toFixed(1)} / ${peer[bench].bytes_a_point.toFixed(1)}`)[0]],
      zoom: zooms.map((z) => [...row(`200 screens at zoom ${z}`, `geo.zoom.${z}`), found(`geo.zoom.${z}`)]),
      slowest: Math.min(...zooms.map((z) => peer[`geo.zoom.${z}`].least_ms / wasm[`geo.zoom.${z}`].least_ms)),
      other: [
        [...row(`making it (bytes a point: ${wasm["points.make"].bytes_a_point.toFixed(1)}; kdbush ${peer["points.make"].bytes_a_point.toFixed(1)}, flatbush ${peer["flatbush.make"].bytes_a_point.toFixed(1)})`, "points.make"),
          times(peer["flatbush.make"]), faster(peer["flatbush.make"], wasm["points.make"]), ""],
        ...["10", "12", "14", "16"].map((z) => [...row(`200 screens of zoom ${z}`, `points.box.${z}`), times(peer[`flatbush.box.${z}`]),
          faster(peer[`flatbush.box.${z}`], wasm[`points.box.${z}`]), found(`points.box.${z}`)]),
        ...["50", "500"].map((m) => [...row(`1,000 circles of ${m} m`, `points.near.${m}`), "–", "–", found(`points.near.${m}`)])] };
  };
  const all = Object.entries(points).map(one);
  return `## A million places

The same places, screens and circles for all (bench/geo_bench.cpp, bench/peer_geo.mjs), in turns in one run. A screen is 1280 × 800 px
around one of the places. Clusters: radius 40 px, tiles of 512 px, zoom 0 to 16, at least two places.

${rows(["a million places", "native", "WebAssembly (node)", "supercluster: load", "supercluster : WebAssembly", "bytes a place, ours / theirs"], all.map(({ load }) => load))}

Goal: five times as fast as supercluster's load. **${goal(all.every(({ paired }) => medianOf(paired) >= 5))}** Zoom queries at least as fast. **${goal(all.every(({ slowest }) => slowest >= 1))}**
What differs: ours goes through nodes by rows from the south-west, supercluster in the order of the input, so the clusters are not the
same ones (the numbers found are given); ours always has how many of each of four kinds are in a cluster, supercluster was loaded without (map and
reduce would slow it down), and computes in 32-bit floats; its answers are GeoJSON features, ours numbers of nodes, of which place, count and
kinds are read in the same time; bytes are beyond what was given (there GeoJSON, here 16 bytes a place).

${rows(["places", "clusters", "native", "WebAssembly (node)", "supercluster", "supercluster : WebAssembly", "found, ours / theirs"], all.flatMap(({ zoom }) => zoom))}

${rows(["places", "without clusters", "native", "WebAssembly (node)", "kdbush", "kdbush : WebAssembly", "flatbush", "flatbush : WebAssembly", "found, ours / kdbush"], all.flatMap(({ other }) => other))}

Circles: ours measures in a plane at the latitude of each middle, kdbush here in one plane for all; so some at the edge differ.`;
}

function imports({ import: lines }) {
  const { native, wasm, peer } = lines;
  const row = (name, bench, yardstick) => [name, times(native[bench]), times(wasm[bench]), yardstick ? times(yardstick) : "–"];
  const size = (bench) => bytes(native[bench].bytes);
  return `## Importing 100,000 signals

By the app's own reader of files (app/files_in.hpp), into a dossier without signals: read, checked for what is new, doubled or personal;
then, when the user agrees, written.

${rows(["", "native", "WebAssembly (node)", "JSON.parse"], [
    row(`GeoJSON (${size("import.geojson.read")}): read`, "import.geojson.read", peer["import.parse"]), row("… written into the dossier", "import.geojson.write"),
    row(`CSV (${size("import.csv.read")}): read`, "import.csv.read"), row("… written into the dossier", "import.csv.write"),
    row(`a packed dossier (${size("import.dossier.read")}): read, compared and merged`, "import.dossier.read")])}`;
}

const medianOf = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function tallies({ tally }) {
  const { native, wasm, peer, published, paired } = tally;
  const facts = native["tally.election"];
  const sameOf = (bench) => {
    const ours = native[bench].winners;
    if (JSON.stringify(ours) !== JSON.stringify(wasm[bench].winners)) return "**native and WebAssembly differ: a fault**";
    const set = (ids) => JSON.stringify([...ids].sort());
    const against = (name, ids) => (JSON.stringify(ours) === JSON.stringify(ids) ? `${name} the same in the same order`
      : set(ours) === set(ids) ? `${name} the same; its floats in another order` : `the floats of ${name} end elsewhere (${ids.length} winners)`);
    return `${ours.length} winners; ${against("the published computation", published[bench].winners)}, ${against("the harder peer", peer[bench].winners)}`;
  };
  const row = (name, bench) => [name, times(native[bench]), times(wasm[bench]), ...[published, peer].flatMap((each) => (each[bench]
    ? [times(each[bench]), faster(each[bench], wasm[bench])] : ["–", "–"]))];
  const each = (kind) => paired.map((turn) => ratio(turn[kind])).join(", ");
  return `## Tally: Warszawa 2026

${many(facts.voters)} ballots, ${facts.projects} projects, ${many(facts.different_ballots)} different ballots. Ours is exact and ends where exact
runs one by one would end. Two yardsticks in node, both in floating-point numbers, both this project's own, on the same ballots:
**published** (bench/peer_published.mjs) is a straightforward port with the data structures of the computation that equalshares.net
publishes, of which no package exists; **harder** (bench/peer_mes.mjs) is the same algorithm on lists of whole numbers.

${rows(["", "native", "WebAssembly (node)", "published", "published : WebAssembly", "harder", "harder : WebAssembly"], [
    ["reading the file", times(native["tally.read"]), times(wasm["tally.read"]), "–", "–", "–", "–"],
    row("greedy by votes", "tally.greedy"), row("equal shares", "tally.equal_shares"), row("equal shares with Add1", "tally.add1")])}

- **Add1 in WebAssembly is ${ratio(medianOf(paired.map((turn) => turn.published)))} as fast as the published computation** and ${ratio(medianOf(paired.map((turn) => turn.peer)))} as fast as
  the harder one: medians of ${paired.length} pairs of runs directly after each other (${each("published")}; ${each("peer")}).
- Equal shares: ${sameOf("tally.equal_shares")}.
- Add1: ${sameOf("tally.add1")}; ${native["tally.add1"].add1_steps} steps, the peers took ${published["tally.add1"].add1_steps} and ${peer["tally.add1"].add1_steps}.`;
}

/** Sum of some steps, as one line. */
const sum = (lines, benches) => (benches.every((bench) => lines?.[bench])
  ? { median_ms: benches.reduce((all, bench) => all + lines[bench].median_ms, 0), least_ms: benches.reduce((all, bench) => all + lines[bench].least_ms, 0) } : undefined);

function merges({ merge }) {
  const { native, wasm, yjs, automerge, paired, sizes, checked, apart, open } = merge;
  const steps = ["merge.join", "merge.show", "merge.write"];
  const row = (name, benches) => {
    const [ours, ...peers] = [wasm, yjs, automerge].map((lines) => sum(lines, benches));
    const best = peers.reduce((a, b) => (b.least_ms < a.least_ms ? b : a));
    return [name, times(sum(native, benches)), times(ours), ...peers.map(times), faster(best, ours)];
  };
  // Of each turn, everything that it does to one number; the faster peer of that turn.
  const turns = (benches) => paired.map((turn) => Math.min(...["yjs", "automerge"].flatMap((name) => sum(turn[name], benches)?.median_ms ?? []))
    / sum(turn.wasm, benches).median_ms);
  const told = (benches) => `${ratio(medianOf(turns(benches)))} (${turns(benches).map(ratio).join(", ")})`;
  const theirs = (of) => [yjs["merge.sizes"][of], automerge["merge.sizes"][of]].map((forms) => Object.values(forms).reduce((a, b) => (b.gzip < a.gzip ? b : a)));
  const size = (name, of) => {
    const peers = theirs(of);
    const least = Math.min(...peers.map(({ gzip }) => gzip));
    return [name, ...[sizes[of], ...peers].map(({ raw, gzip }) => `${bytes(gzip)} (${bytes(raw)})`), `${(sizes[of].gzip / least).toFixed(2)} ×`];
  };
  const { ours } = checked;
  const beyond = (lines, file) => mib(Math.max(0, (lines.memory.heap_kib || lines.memory.peak_kib) - file / 1024));
  const opened = ([megabytes, each]) => {
    const rate = (line) => `${times(line)}, ${Math.round(each.bytes / 1e3 / line.least_ms)} MB/s`;
    const peers = [each.yjs, each.automerge].flatMap((peer) => peer?.["open.show"] ?? []);
    const fastest = peers.reduce((a, b) => (b.least_ms < a.least_ms ? b : a));
    return [`${megabytes} MB`, many(each.native["open.show"].signals), rate(each.native["open.read"]), rate(each.wasm["open.read"]),
      times(each.json["open.read"]), times(each.wasm["open.show"]), times(each.yjs["open.show"]), times(each.automerge?.["open.show"]),
      faster(fastest, each.wasm["open.show"]),
      `${beyond(each.native, each.bytes)}, ${beyond(each.wasm, each.bytes)}`];
  };
  return `## Merging and opening dossiers

**Ten devices** start from a dossier of 10,000 signals and each changes, adds, supports and deletes some hundreds without seeing
the others (bench/edits.mjs: one list of edits, which all contenders play). Then ten whole files become one document, that is
read out until it can be shown, and written. Yjs and Automerge merge field by field as ours does, each in its fastest way
(bench/peer_yjs.mjs, bench/peer_automerge.mjs), in node, in turns with ours (Automerge in the first of three turns only).

${rows(["ten files of one dossier", "native", "WebAssembly (node)", "Yjs", "Automerge", "the faster : WebAssembly"], [
    row("ten files into one document", ["merge.join"]), row("… all that is shown read out", ["merge.show"]), row("… written", ["merge.write"]),
    row("all of it", steps)])}

- **Ten files into one document in WebAssembly is ${told(["merge.join"])} as fast as the faster of the two**, all of it ${told(steps)}: medians of
  ${paired.length} turns, each contender directly after the other.
- Goal: ten times the faster of the two. **Ten files into one document: ${goal(medianOf(turns(["merge.join"])) >= 10)} All of it: ${goal(medianOf(turns(steps)) >= 10)}** All files were in memory, unpacked, on every side.
- From ten packed files, unpacked and read as well: ${times(wasm["merge.join_packed"])} in WebAssembly, ${times(native["merge.join_packed"])} natively; written packed: ${times(wasm["merge.write_packed"])}, ${times(native["merge.write_packed"])}.
- Fastest ways: Yjs ${yjs["merge.join"].way}; Automerge ${automerge["merge.join"].way} (whose values are made while they are read out).
- All come to the same state, compared field by field: ${many(ours.signals)} signals, ${many(ours.fields)} fields alike, ${many(ours.contested)} that devices changed apart
  (each contender shows one of what was written), ${ours.disputed} signals that one deleted and another changed, where they may differ.
- Ten dossiers of 10,000 signals that have nothing in common (${many(apart.wasm["merge.show"].signals)} signals together): into one in ${times(apart.wasm["merge.join"])} in WebAssembly,
  ${times(apart.native["merge.join"])} natively.

| the same edits as a packed file (raw) | ours | Yjs, smallest form | Automerge | ours : the smallest |
| --- | --- | --- | --- | --- |
${[size("one device's", "one"), size("all merged", "merged")].map((each) => `| ${each.join(" | ")} |`).join("\n")}

Goal: no larger than theirs. **${goal(["one", "merged"].every((of) => sizes[of].gzip <= Math.min(...theirs(of).map(({ gzip }) => gzip))))}** Ours is what the app exports ([tables](formats/merge.md#tables) in gzip; raw is the form for reading, which gzip -9 leaves at
${bytes(sizes.one.plain)} and ${bytes(sizes.merged.plain)}), theirs is the smallest form under gzip -9. Ours is JSON and holds of every write when it was made; neither of theirs does.

**Opening**: signals as above, over and over. "Read" is a checked document, "shown" is a valid dossier of it; JSON.parse checks nothing
and builds no document. Memory is the most that was held beyond the text itself, natively with the program, in WebAssembly of the module.

${rows(["file", "signals", "read, native", "read, WebAssembly", "JSON.parse", "shown, WebAssembly", "shown, Yjs", "shown, Automerge", "the faster : WebAssembly", "memory, native and WebAssembly"], Object.entries(open).map(opened))}

Theirs are the same signals in a file of their own, which the peer made before (bench/peer_open.mjs). Automerge is not measured at
100 MB: to make such a document there takes minutes.`;
}

function growth({ growth: lines, million }) {
  const head = { voters: "ballots", projects: "projects", perVoter: "budget per voter" };
  const body = Object.entries(lines).flatMap(([along, points]) => points.map(({ value, lines: line }) => [head[along], many(value),
    many(line["synthetic.merge"].approvals), ms(line["synthetic.merge"].least_ms), ms(line["synthetic.equal_shares"].least_ms),
    ms(line["synthetic.add1"].least_ms), many(line["synthetic.add1"].add1_steps), many(line["synthetic.add1"].winners),
    ms(line["synthetic.add1"].least_ms / line["synthetic.add1"].add1_runs)]));
  const wasm = million.wasm;
  return `## How the cost of a count grows

Made elections in WebAssembly: 20,000 ballots, 100 projects and a budget of 400 per voter, and in each row one of these is another.
One to fifteen projects on a ballot, nearly all ballots different, costs of 0.5 to 40 per voter. Least times.

${rows(["what differs", "", "approvals", "merging ballots", "equal shares", "with Add1", "steps", "winners", "per step"], body)}

![Time of a count against ballots, projects and budget](images/growth.svg)

**One million ballots × 300 projects** (${many(wasm["synthetic.merge"].approvals)} approvals, ${many(wasm["synthetic.merge"].different_ballots)} different ballots, ${many(wasm["synthetic.add1"].add1_steps)} steps of Add1):
the module's memory in WebAssembly ends at ${mib(wasm.memory.heap_kib)} (its limit is 2048 MiB), the peak of the native process is ${mib(million.native.memory.peak_kib)}. Merging takes
${ms(wasm["synthetic.merge"].least_ms)}, equal shares ${ms(wasm["synthetic.equal_shares"].least_ms)}, with Add1 ${ms(wasm["synthetic.add1"].least_ms)} (native ${ms(million.native["synthetic.add1"].least_ms)}).`;
}

function files({ dossier, geojson }) {
  const read = dossier?.native["dossier.read"];
  const body = !dossier ? [] : [
    [`dossier of ${many(read.signals)} signals (${bytes(read.bytes)}): read and validate`, dossier, "dossier.read", "dossier.parse"],
    ["… of which validate", dossier, "dossier.validate", ""],
    ["… write", dossier, "dossier.write", "dossier.stringify"]];
  for (const [place, each] of Object.entries(geojson ?? {})) {
    const line = each.native["geojson.read"];
    body.push([`GeoJSON of ${place} (${line.files} files, ${bytes(line.bytes)}, ${many(line.features)} features kept)`, each, "geojson.read", "geojson.parse"]);
  }
  return `## Reading and writing files

The yardstick is node's own JSON.parse or JSON.stringify of the same bytes, which checks nothing and builds no model.

${rows(["", "native", "WebAssembly (node)", "JSON.parse / stringify", "yardstick : WebAssembly"], body.map((row) => compared(...row)))}`;
}

function memory(results) {
  const row = (name, each) => [name, ...["native", "wasm", "peer"].map((kind) => (each[kind] ? mib(each[kind].memory.peak_kib) : "–"))];
  const body = [row("an empty program", results.nothing)];
  if (results.dossier) body.push(row("dossier of 10,000 signals", results.dossier));
  if (results.merge) {
    const { native, wasm, yjs, automerge } = results.merge;
    body.push(row("ten dossiers of 10,000 signals merged (peer: Yjs)", { native, wasm, peer: yjs }), row("… peer: Automerge", { peer: automerge }));
  }
  if (results.map) body.push(row("map with 100,000 markers", results.map));
  if (results.points) body.push(row("a million places along streets (peers: all three)", results.points.streets));
  if (results.import) body.push(row("import of 100,000 signals", results.import));
  if (results.tally) body.push(row("tally of Warszawa 2026, all three rules", results.tally));
  if (results.million) body.push(row("one million ballots × 300 projects", results.million));
  for (const [place, each] of Object.entries(results.geojson ?? {})) body.push(row(`GeoJSON of ${place}`, each));
  return `## Peak of memory

Of the whole process: in WebAssembly and for the peer that is node with everything it brings itself (first row).

${rows(["", "native", "WebAssembly (node)", "peer (node)"], body)}`;
}

export function table(results, machine) {
  const [low, high] = machine.loads.map((value) => value.toFixed(1));
  const parts = [`# Performance

Printed by \`make bench\`; \`bench/run.sh --write\` rewrites this file. Do not edit it by hand.

${machine.date}, version ${machine.commit}, ${machine.cores} cores of ${machine.model}, ${Math.round(machine.memory / 2 ** 30)} GiB, node ${machine.node}.
Load of the machine while measuring: ${low} to ${high} (above ${machine.cores} something else was running, and medians are too high).
Times are medians of five runs, with the least of them in brackets; ratios are those of the least times.`];
  if (results.web) parts.push(firstLoad(results));
  if (results.map) parts.push(mapFrames(results));
  if (results.screen) parts.push(mapScreen(results));
  if (results.points) parts.push(pointsOf(results));
  if (results.import) parts.push(imports(results));
  if (results.merge) parts.push(merges(results));
  if (results.tally) parts.push(tallies(results));
  if (results.growth) parts.push(growth(results));
  if (results.dossier || results.geojson) parts.push(files(results));
  parts.push(memory(results));
  const notMeasured = [...results.skipped, "Times on a real graphics card and on phones.", "Memory of the page in a browser."];
  parts.push(`## Not measured here\n\n${notMeasured.map((words) => `- ${words}`).join("\n")}`);
  return parts.join("\n\n") + "\n";
}
