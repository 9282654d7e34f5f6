// Writes op buffers as src/a11y/op_buffer.cpp does, for tests of the mirror that need no core.
import { OP } from "../../web/ops.js";

const utf8 = new TextEncoder();

/** Node attributes with their defaults. */
export const node = (id, role, name = "", more = {}) => ({
  id, role, name, parent: 0, before: 0, level: 0, states: 0, now: 0, min: 0, max: 0, description: "", value: "", lang: "",
  rect: [10, 10, 100, 48], clip: [0, 0, 0, 0], ...more,
});

export class OpsWriter {
  bytes = [];

  #word(v) {
    this.bytes.push(v & 255, (v >>> 8) & 255, (v >>> 16) & 255, (v >>> 24) & 255);
  }
  #text(words) {
    const b = utf8.encode(words);
    this.#word(b.length);
    this.bytes.push(...b);
    while (this.bytes.length % 4) this.bytes.push(0);
  }
  #box(r) {
    this.bytes.push(...new Uint8Array(new Float32Array(r).buffer));
  }
  #attributes(n, mask) {
    for (const k of ["states", "now", "min", "max"]) this.#word(n[k]);
    ["name", "description", "value", "lang"].forEach((k, bit) => {
      if (mask & (1 << bit)) this.#text(n[k]);
    });
  }
  #head(op, n, mask) {
    this.#word(op | (n ? (n.role << 8) | (n.level << 16) | (mask << 24) : 0));
  }

  add(n) {
    this.#head(OP.ADD, n, 15);
    for (const k of ["id", "parent", "before"]) this.#word(n[k]);
    this.#attributes(n, 15);
    this.#box(n.rect);
    this.#box(n.clip);
    return this;
  }
  remove(id) {
    this.#head(OP.REMOVE);
    this.#word(id);
    return this;
  }
  move(id, parent, before) {
    this.#head(OP.MOVE);
    for (const v of [id, parent, before]) this.#word(v);
    return this;
  }
  attr(n, mask = 15) {
    this.#head(OP.ATTR, n, mask);
    this.#word(n.id);
    this.#attributes(n, mask);
    return this;
  }
  rect(id, rect, clip = [0, 0, 0, 0]) {
    this.#head(OP.RECT);
    this.#word(id);
    this.#box(rect);
    this.#box(clip);
    return this;
  }
  focus(id) {
    this.#head(OP.FOCUS);
    this.#word(id);
    return this;
  }
  done() {
    return Uint8Array.from(this.bytes);
  }
}
