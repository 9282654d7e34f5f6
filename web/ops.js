// Reads the op buffer of the semantic tree (layout: src/a11y/op_buffer.hpp) and calls `page` for each op:
//   add({id, parent, before, role, level, states, now, min, max, name, description, value, lang, rect, clip})
//   remove(id)   move(id, parent, before)   attr(id, {…only the texts that changed…})   rect(id, rect, clip)   focus(id)
// Pure: no DOM here.

export const OP = { ADD: 1, REMOVE: 2, MOVE: 3, ATTR: 4, RECT: 5, FOCUS: 6 };

export const ROLE = {
  NONE: 0, MAIN: 1, NAVIGATION: 2, REGION: 3, HEADING: 4, PARAGRAPH: 5, LIST: 6, LIST_ITEM: 7, GROUP: 8, DIALOG: 9,
  ALERT: 10, STATUS: 11, IMAGE: 12, TABLE: 13, ROW: 14, CELL: 15, COLUMN_HEADER: 16, BANNER: 17, FORM: 18,
  BUTTON: 32, LINK: 33, CHECKBOX: 34, RADIO: 35, RADIO_GROUP: 36, TEXT_FIELD: 37, TEXT_AREA: 38, TAB: 39, TAB_LIST: 40,
  TOGGLE: 41, MAP: 42, SEARCH_FIELD: 43, PROGRESS: 44, SLIDER: 45,
};

export const STATE = {
  DISABLED: 1, CHECKED: 2, PRESSED: 4, EXPANDED: 8, COLLAPSED: 16, CURRENT: 32, INVALID: 64, REQUIRED: 128, MODAL: 256,
  HIDDEN: 512, MULTILINE: 1024, NUMERIC: 2048, SELECTED: 4096, PRIMARY: 8192, DANGER: 16384,
  DRAWN_VALUE: 32768, SECRET: 65536,
};

export const EVENT = { ACTIVATE: 1, FOCUS: 2, INPUT: 3, COMMIT: 4, KEY: 5, DISMISS: 6 };

const utf8 = new TextDecoder();
const TEXTS = ["name", "description", "value", "lang"];

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = 0;
  }
  word() {
    const v = this.view.getUint32(this.at, true);
    this.at += 4;
    return v;
  }
  int() {
    return this.word() | 0;
  }
  text() {
    const n = this.word();
    const words = utf8.decode(this.bytes.subarray(this.at, this.at + n));
    this.at += (n + 3) & ~3;
    return words;
  }
  box() {
    const r = [0, 4, 8, 12].map((k) => this.view.getFloat32(this.at + k, true));
    this.at += 16;
    return r;
  }
  attributes(head) {
    const node = { role: (head >>> 8) & 255, level: (head >>> 16) & 255, states: this.word(), now: this.int(),
                   min: this.int(), max: this.int() };
    TEXTS.forEach((key, bit) => {
      if ((head >>> 24) & (1 << bit)) node[key] = this.text();
    });
    return node;
  }
}

/** Applies all ops of `bytes` (a Uint8Array) to `page`, in order. Throws a RangeError on a buffer that breaks off. */
export function readOps(bytes, page) {
  const r = new Reader(bytes);
  while (r.at < bytes.length) {
    const head = r.word();
    const id = r.word();
    switch (head & 255) {
      case OP.ADD: {
        const parent = r.word();
        const before = r.word();
        const node = r.attributes(head);
        page.add({ id, parent, before, ...node, rect: r.box(), clip: r.box() });
        break;
      }
      case OP.REMOVE:
        page.remove(id);
        break;
      case OP.MOVE:
        page.move(id, r.word(), r.word());
        break;
      case OP.ATTR:
        page.attr(id, r.attributes(head));
        break;
      case OP.RECT:
        page.rect(id, r.box(), r.box());
        break;
      case OP.FOCUS:
        page.focus(id);
        break;
      default:
        throw new RangeError("unknown op " + (head & 255));
    }
  }
}
