// From one semantic node to its element: native HTML wherever there is an element for the role, ARIA only where not.
// A "record" is {node, el, ctl, words}: `el` hangs in the page, `ctl` takes the focus and carries the ARIA attributes
// (the same element for most roles), `words` holds the name when it is shown as text.
import { ROLE, STATE } from "./ops.js";
import { photoAddress } from "./photos.js";

const FIELDS = new Set([ROLE.CHECKBOX, ROLE.RADIO, ROLE.TEXT_FIELD, ROLE.TEXT_AREA, ROLE.SEARCH_FIELD, ROLE.PROGRESS,
                        ROLE.SLIDER]);
const TEXT_FIELDS = new Set([ROLE.TEXT_FIELD, ROLE.TEXT_AREA, ROLE.SEARCH_FIELD]);
const NAMED_BY_LABEL = new Set([ROLE.NAVIGATION, ROLE.REGION, ROLE.LIST, ROLE.DIALOG, ROLE.IMAGE, ROLE.TABLE, ROLE.FORM,
                                ROLE.TAB_LIST, ROLE.MAP]);
const LEGEND = new Set([ROLE.GROUP, ROLE.RADIO_GROUP]);
const CONTROLS = new Set([ROLE.BUTTON, ROLE.LINK, ROLE.CHECKBOX, ROLE.RADIO, ROLE.TEXT_FIELD, ROLE.TEXT_AREA, ROLE.TAB,
                          ROLE.TOGGLE, ROLE.MAP, ROLE.SEARCH_FIELD, ROLE.SLIDER]);

/** An image whose value names a photo (web/photos.js): shown as a real image. */
const isPhoto = (node) => node.role === ROLE.IMAGE && node.value.startsWith("photo ");
export const isTextField = (role) => TEXT_FIELDS.has(role);
export const isControl = (role) => CONTROLS.has(role);

const TAGS = {
  [ROLE.NAVIGATION]: "nav", [ROLE.REGION]: "section", [ROLE.PARAGRAPH]: "p", [ROLE.LIST]: "ul", [ROLE.DIALOG]: "dialog",
  [ROLE.TABLE]: "table", [ROLE.ROW]: "tr", [ROLE.CELL]: "td", [ROLE.COLUMN_HEADER]: "th", [ROLE.BANNER]: "header",
  [ROLE.FORM]: "form", [ROLE.BUTTON]: "button", [ROLE.TOGGLE]: "button", [ROLE.TAB]: "button", [ROLE.LINK]: "a",
  [ROLE.RADIO_GROUP]: "fieldset",
};
// Explicit roles: where there is no element, and where absolute placing would take a native role away (list, table).
const ROLES = {
  [ROLE.LIST]: "list", [ROLE.ALERT]: "alert", [ROLE.STATUS]: "status", [ROLE.IMAGE]: "img", [ROLE.TABLE]: "table",
  [ROLE.ROW]: "row", [ROLE.CELL]: "cell", [ROLE.COLUMN_HEADER]: "columnheader", [ROLE.RADIO_GROUP]: "radiogroup",
  [ROLE.TAB]: "tab", [ROLE.TAB_LIST]: "tablist", [ROLE.TOGGLE]: "switch", [ROLE.MAP]: "application",
};

/** Which element a node needs; when this changes, the element is made anew (and its children move over). */
export function shapeOf(node, parentRole) {
  let tag = TAGS[node.role] ?? "div";
  if (node.role === ROLE.HEADING) tag = "h" + Math.min(6, Math.max(1, node.level));
  if (node.role === ROLE.LIST_ITEM) tag = parentRole === ROLE.LIST ? "li" : "div";
  if (node.role === ROLE.GROUP && node.name) tag = "fieldset";
  if (isPhoto(node)) tag = "img";
  return tag + ":" + node.role;
}

const setOrDrop = (el, name, value) => {
  if (value === null || value === undefined || value === false || value === "") el.removeAttribute(name);
  else if (el.getAttribute(name) !== String(value)) el.setAttribute(name, String(value));
};

function makeControl(doc, node) {
  if (node.role === ROLE.TEXT_AREA) return doc.createElement("textarea");
  if (node.role === ROLE.PROGRESS) return doc.createElement("progress");
  const input = doc.createElement("input");
  input.type = { [ROLE.CHECKBOX]: "checkbox", [ROLE.RADIO]: "radio", [ROLE.SEARCH_FIELD]: "search",
                 [ROLE.SLIDER]: "range" }[node.role] ?? "text";
  return input;
}

function makeField(doc, node, el) {
  el.className = "field";
  const words = doc.createElement("label");
  const ctl = makeControl(doc, node);
  ctl.id = "c" + node.id;
  words.htmlFor = ctl.id;
  if (isTextField(node.role)) {
    el.append(words, ctl);
  } else {
    el.append(ctl, words);
  }
  return { ctl, words };
}

/** A new record for `node`, not yet in the page. */
export function makeRecord(doc, node, parentRole) {
  const shape = shapeOf(node, parentRole);
  const el = doc.createElement(shape.split(":")[0]);
  const rec = { node, el, ctl: el, words: null, shape };
  if (FIELDS.has(node.role)) {
    Object.assign(rec, makeField(doc, node, el));
  } else if (LEGEND.has(node.role) && el.tagName === "FIELDSET") {
    rec.words = doc.createElement("legend");
    rec.words.id = "n" + node.id;
    el.setAttribute("aria-labelledby", rec.words.id);
    el.append(rec.words);
  } else if (!NAMED_BY_LABEL.has(node.role)) {
    rec.words = doc.createElement("span");
    rec.words.className = "t";
    el.append(rec.words);
  }
  setOrDrop(el, "role", isPhoto(node) ? null : ROLES[node.role]);
  if (el.tagName === "BUTTON") el.type = "button";
  if (node.role === ROLE.LINK) el.href = "#";
  if (node.role === ROLE.COLUMN_HEADER) el.scope = "col";
  if (node.role === ROLE.MAP) el.tabIndex = 0;
  if (node.role === ROLE.DIALOG) {
    el.setAttribute("open", "");
    el.tabIndex = -1;
  }
  rec.ctl.dataset.n = String(node.id);
  el.dataset.r = String(node.role);
  return rec;
}

function writeName(rec) {
  const { node, ctl, words } = rec;
  if (isPhoto(node)) {
    setOrDrop(ctl, "alt", node.name);
  } else if (words) {
    if (words.textContent !== node.name) words.textContent = node.name;
    // Not every reader takes the name of a progress bar from its label.
    if (node.role === ROLE.PROGRESS) setOrDrop(ctl, "aria-label", node.name);
  } else {
    setOrDrop(ctl, "aria-label", node.name);
  }
}

/** Descriptions: for fields an element of their own, elsewhere aria-description with the words shown by CSS. */
function writeDescription(doc, rec) {
  const { node, el, ctl } = rec;
  if (ctl === el) {
    setOrDrop(el, "aria-description", node.description);
    setOrDrop(el, "data-d", node.description);
    return;
  }
  let span = rec.hint;
  if (!node.description) {
    span?.remove();
    rec.hint = null;
    ctl.removeAttribute("aria-describedby");
    return;
  }
  if (!span) {
    span = rec.hint = doc.createElement("span");
    span.className = "hint";
    span.id = "d" + node.id;
    el.append(span);
    ctl.setAttribute("aria-describedby", span.id);
  }
  if (span.textContent !== node.description) span.textContent = node.description;
}

function writeCheck(rec) {
  const on = (rec.node.states & STATE.CHECKED) !== 0;
  const { role } = rec.node;
  if (role === ROLE.CHECKBOX || role === ROLE.RADIO) rec.ctl.checked = on;
  if (role === ROLE.RADIO) rec.ctl.name = "g" + rec.parentId;
  if (role === ROLE.TOGGLE) rec.ctl.setAttribute("aria-checked", String(on || (rec.node.states & STATE.PRESSED) !== 0));
  if (role === ROLE.TAB) rec.ctl.setAttribute("aria-selected", String((rec.node.states & STATE.SELECTED) !== 0));
}

function currentWord(rec, parentRole) {
  if (!(rec.node.states & STATE.CURRENT)) {
    return (rec.node.states & STATE.SELECTED) && rec.node.role !== ROLE.TAB ? "true" : null;
  }
  if (rec.node.role === ROLE.LIST_ITEM) return "step";
  return parentRole === ROLE.NAVIGATION || rec.inNavigation ? "page" : "true";
}

/**
 * A secret is a password field, so that no reader says it. But no browser may offer to keep it: they pass over "off" where
 * they see a password, and leave a code that is used once alone (Chromium: form_data_parser.cc, IsNotPasswordField).
 */
function writeSecret(node, ctl, secret) {
  if (node.role === ROLE.TEXT_FIELD) {
    const type = secret ? "password" : "text";
    if (ctl.type !== type) ctl.type = type;
  }
  const autocomplete = secret ? "one-time-code" : "off";
  if (ctl.autocomplete !== autocomplete) ctl.autocomplete = autocomplete;
  if (ctl.spellcheck === secret) ctl.spellcheck = !secret;
}

function writeStates(rec, parentRole) {
  const { node, ctl, el } = rec;
  const s = node.states;
  setOrDrop(ctl, "aria-disabled", s & STATE.DISABLED ? "true" : null);
  setOrDrop(ctl, "aria-expanded", s & STATE.EXPANDED ? "true" : s & STATE.COLLAPSED ? "false" : null);
  setOrDrop(ctl, "aria-pressed", node.role === ROLE.BUTTON && s & STATE.PRESSED ? "true" : null);
  setOrDrop(ctl, "aria-invalid", s & STATE.INVALID ? "true" : null);
  setOrDrop(ctl, "aria-required", s & STATE.REQUIRED && isTextField(node.role) ? "true" : null);
  setOrDrop(ctl, "aria-current", currentWord(rec, parentRole));
  setOrDrop(el, "aria-modal", node.role === ROLE.DIALOG && s & STATE.MODAL ? "true" : null);
  el.classList.toggle("primary", (s & STATE.PRIMARY) !== 0);
  el.classList.toggle("danger", (s & STATE.DANGER) !== 0);
  el.classList.toggle("drawn-value", (s & STATE.DRAWN_VALUE) !== 0);
  if (isTextField(node.role)) {
    ctl.readOnly = (s & STATE.DISABLED) !== 0;
    setOrDrop(ctl, "inputmode", s & STATE.NUMERIC ? "numeric" : null);
    writeSecret(node, ctl, (s & STATE.SECRET) !== 0);
  }
  writeCheck(rec);
}

function writeProgress(rec) {
  const { node, ctl } = rec;
  if (node.max > node.min) {
    ctl.max = node.max - node.min;
    ctl.value = node.now - node.min;
  } else {
    ctl.removeAttribute("value");
  }
  setOrDrop(ctl, "aria-valuetext", node.value);
}

/** A slider shows what the core says; it goes no further than what can be given now. */
function writeSlider(rec) {
  const { node, ctl } = rec;
  ctl.min = node.min;
  ctl.max = node.max;
  ctl.step = 1;
  ctl.value = node.now;
  setOrDrop(ctl, "aria-valuetext", node.value);
  setOrDrop(rec.el, "data-v", node.value);  // for the eye, in the text version
}

/** A QR code of which the modules stand in the value: drawn as a picture of its own, for the page without the canvas. */
function writeQr(doc, rec) {
  const [, size, hex] = /^qr (\d+) ([0-9a-f]+)$/.exec(rec.node.value) ?? [];
  if (rec.qr === rec.node.value) return;
  rec.qr = rec.node.value;
  rec.el.querySelector(":scope > svg")?.remove();
  const n = Number(size);
  if (!n || hex.length * 4 < n * n) return;
  const dark = (i) => (parseInt(hex[i >> 2], 16) >> (3 - (i & 3))) & 1;
  let path = "";
  for (let i = 0; i < n * n; i++) if (dark(i)) path += `M${(i % n) + 4} ${Math.floor(i / n) + 4}h1v1h-1z`;
  const make = (name, attributes, parent) => {
    const el = doc.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) el.setAttribute(key, value);
    parent.append(el);
    return el;
  };
  const svg = make("svg", { viewBox: `0 0 ${n + 8} ${n + 8}`, "aria-hidden": "true", "shape-rendering": "crispEdges" }, rec.el);
  make("rect", { width: n + 8, height: n + 8, fill: "#fff" }, svg);
  make("path", { d: path, fill: "#000" }, svg);
}

/** The address is of this visit only; when the page holds the photo no more, neither does the element. */
function writePhoto(rec) {
  setOrDrop(rec.el, "src", photoAddress(rec.node.value.slice("photo ".length)));
}

/** Writes the whole node into its element. `composing`: the field in which an input method is at work now. */
export function writeRecord(doc, rec, parentRole, composing) {
  const { node, ctl } = rec;
  writeName(rec);
  writeDescription(doc, rec);
  writeStates(rec, parentRole);
  setOrDrop(rec.el, "lang", node.lang);
  setOrDrop(rec.el, "dir", node.lang && /^(ar|fa|he|ur)\b/.test(node.lang) ? "rtl" : null);
  if (node.role === ROLE.PROGRESS) writeProgress(rec);
  if (isPhoto(node)) writePhoto(rec);
  else if (node.role === ROLE.IMAGE && (node.value || rec.qr)) writeQr(doc, rec);
  if (node.role === ROLE.SLIDER) writeSlider(rec);
  if (node.role === ROLE.MAP) {
    const nl = (doc.documentElement.lang || "nl").startsWith("nl");
    ctl.setAttribute("aria-roledescription", nl ? "kaart" : "map");
  }
  if (isTextField(node.role) && ctl !== composing && ctl.value !== node.value) ctl.value = node.value;
}

/** Puts the element on its place over the drawing: CSS pixels from the canvas' top left. */
export function placeRecord(rec) {
  const [x, y, w, h] = rec.node.rect;
  const away = !(w > 0 && h > 0);
  const s = rec.el.style;
  rec.el.classList.toggle("away", away);
  s.left = away ? "0" : x + "px";
  s.top = away ? "0" : y + "px";
  s.width = away ? "1px" : w + "px";
  s.height = away ? "1px" : h + "px";
  const [cx, cy, cw, ch] = rec.node.clip;
  if (away || !(cw > 0 && ch > 0)) {
    s.clipPath = "";
    return;
  }
  const cut = [cy - y, x + w - cx - cw, y + h - cy - ch, cx - x].map((v) => Math.max(0, v) + "px");
  s.clipPath = "inset(" + cut.join(" ") + ")";
}
