// The yardsticks for opening a large file. "json": node's own JSON.parse of the same bytes, which checks nothing and builds
// no document. "yjs" and "automerge": the same signals in a document of theirs, opened until all can be shown.
//
//   node bench/peer_open.mjs json FILE [--runs 3]
//   node bench/peer_open.mjs yjs|automerge FILE KEPT [--make | --runs 3]   (KEPT: the peer's own file; --make writes it)
import fs from "node:fs";

import { measure, report } from "./measure.mjs";

const [name, file, kept] = process.argv.slice(2);
const runs = process.argv.includes("--runs") ? Number(process.argv[process.argv.indexOf("--runs") + 1]) : 3;
const memory = () => report("memory", { peak_kib: process.resourceUsage().maxRSS });

/** As a list of edits by one device. */
function* edits(records) {
  for (const [kind, each] of Object.entries(records)) {
    for (const [id, { plain, events }] of Object.entries(each)) {
      yield { op: "put", kind, id, fields: plain };
      for (const [, , , , { key }] of events?.support ?? []) yield { op: "see", kind, id, key };
    }
  }
}

if (name === "json") {
  const text = fs.readFileSync(file, "utf8");
  let parsed;
  report("open.read", { ...measure(runs, () => (parsed = JSON.parse(text))), kinds: Object.keys(parsed.records).length });
  memory();
} else {
  const peer = await import(`./peer_${name}.mjs`);
  if (process.argv.includes("--make")) {
    const doc = peer.device(0);
    peer.play(doc, edits(JSON.parse(fs.readFileSync(file, "utf8")).records));
    fs.writeFileSync(kept, peer.base(doc));
  } else {
    const bytes = new Uint8Array(fs.readFileSync(kept));
    let signals;
    const times = measure(runs, () => {
      const doc = peer.open(bytes);
      signals = Object.keys(peer.show(doc).signal).length;
      peer.free(doc);
    }, false);
    report("open.show", { ...times, signals, bytes: bytes.length });
    memory();
  }
}
