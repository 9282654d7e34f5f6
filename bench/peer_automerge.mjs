// Automerge (npm @automerge/automerge) as a contender in the merging benchmark, in the way that is fastest while it still
// merges per field as ours does: a map per record, a key per field, and scalar strings (ImmutableString): as plain strings
// each would be a list of characters, many times slower and larger. Support is a key per person in the same map, as with
// Yjs. A device's week is one change, which is the kindest to Automerge (each of its changes is hashed).
import * as A from "@automerge/automerge";

export const name = "automerge";

const actor = (number) => (number + 1).toString(16).padStart(4, "0").repeat(8);
const scalar = (value) => (typeof value === "string" ? new A.ImmutableString(value) : value);
const scalars = (fields) => Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, scalar(value)]));

export const device = (number, base) => ({ doc: base ? A.load(base, { actor: actor(number) }) : A.init({ actor: actor(number) }) });

export function play(held, edits) {
  held.doc = A.change(held.doc, { time: 0 }, (root) => {
    for (const { op, kind, id, fields, field, value, key } of edits) {
      root[kind] ??= {};
      const records = root[kind];
      if (op === "delete") delete records[id];
      else if (op === "put") records[id] = scalars(fields);
      else if (op === "set") records[id][field] = scalar(value);
      else records[id][`support/${key}`] = true;
    }
  });
}

export const files = ({ doc }) => ({ saved: A.save(doc) });
export const base = ({ doc }) => A.save(doc);
export const open = (bytes) => ({ doc: A.load(bytes) });

/** All sensible ways from ten files to one document; the benchmark takes the fastest. (To load each and A.merge() them takes
    three times as long as the slower of these.) */
export const ways = {
  "load, loadIncremental": (list) => ({ doc: list.slice(1).reduce((doc, { saved }) => A.loadIncremental(doc, saved), A.load(list[0].saved)) }),
  // Without a document of JavaScript in between: the values are made once, by show().
  "backend": (list) => {
    const backend = A.getBackend(A.init());
    for (const { saved } of list) backend.loadIncremental(saved);
    return { backend };
  },
};
export const writes = { "save": ({ doc, backend }) => (doc ? A.save(doc) : backend.save()) };
export const free = ({ doc, backend }) => (doc ? A.free(doc) : backend.free());

const plain = (value) => (A.isImmutableString(value) ? value.val : Array.isArray(value) ? value.map(plain)
  : value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)])) : value);
/** Everything, as plain values to show. */
export const show = ({ doc, backend }) => plain(doc ?? backend.materialize("/"));
