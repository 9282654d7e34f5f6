// Yjs (npm yjs) as a contender in the merging benchmark, in the way that is fastest while it still merges per field as
// ours does: a Y.Map per record, a key per field; a field is replaced as a whole (plain strings and lists, no Y.Text).
// Support is a key per person in the same map: a nested type that two devices make at once would lose one of them. (One
// plain object per record would be faster and smaller, and would lose every field but those of one device.) A device's
// week is one transaction, which is the kindest to Yjs. Yjs keeps no times; ours does.
import * as Y from "yjs";

export const name = "yjs";

export function device(number, base) {
  const doc = new Y.Doc({ gc: true });
  if (base) Y.applyUpdateV2(doc, base);
  doc.clientID = 1000003 * (number + 1); // Yjs draws 32 bits; these are as long and the same in every run
  return doc;
}

export function play(doc, edits) {
  doc.transact(() => {
    for (const { op, kind, id, fields, field, value, key } of edits) {
      const records = doc.getMap(kind);
      if (op === "delete") records.delete(id);
      else if (op === "put") records.set(id, new Y.Map(Object.entries(fields)));
      else if (op === "set") records.get(id).set(field, value);
      else records.get(id).set(`support/${key}`, true);
    }
  });
}

export const files = (doc) => ({ v1: Y.encodeStateAsUpdate(doc), v2: Y.encodeStateAsUpdateV2(doc) });
export const base = (doc) => Y.encodeStateAsUpdateV2(doc);
export function open(bytes) {
  const doc = new Y.Doc();
  Y.applyUpdateV2(doc, bytes);
  return doc;
}

const applied = (apply, differ) => (list) => {
  const doc = new Y.Doc();
  // With `differ` only what is not known yet, after the first file.
  list.forEach((file, i) => apply(doc, differ && i > 0 ? differ(file, Y.encodeStateVector(doc)) : file));
  return doc;
};
const v1 = (way) => (list) => way(list.map((file) => file.v1));
const v2 = (way) => (list) => way(list.map((file) => file.v2));
/** All sensible ways from ten files to one document; the benchmark takes the fastest. */
export const ways = {
  "applyUpdate": v1(applied(Y.applyUpdate)),
  "applyUpdateV2": v2(applied(Y.applyUpdateV2)),
  "diffUpdate, applyUpdate": v1(applied(Y.applyUpdate, Y.diffUpdate)),
  "diffUpdateV2, applyUpdateV2": v2(applied(Y.applyUpdateV2, Y.diffUpdateV2)),
  "mergeUpdates, applyUpdate": v1((list) => applied(Y.applyUpdate)([Y.mergeUpdates(list)])),
  "mergeUpdatesV2, applyUpdateV2": v2((list) => applied(Y.applyUpdateV2)([Y.mergeUpdatesV2(list)])),
};
export const writes = { "encodeStateAsUpdate": Y.encodeStateAsUpdate, "encodeStateAsUpdateV2": Y.encodeStateAsUpdateV2 };
export const free = (doc) => doc.destroy();

const KINDS = ["buurt", "dossier", "neighbourhood", "signal"];
/** Everything, as plain values to show. */
export const show = (doc) => Object.fromEntries(KINDS.map((kind) => [kind, doc.getMap(kind).toJSON()]));
