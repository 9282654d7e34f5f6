// The mirrored page: takes the ops of the semantic tree in, and sends what a person does in the page back to the core.
// The DOM is the master of the keyboard focus; the core is the master of everything else (a checkbox shows what the core
// says, a moment later).
import { EVENT, ROLE, STATE, readOps } from "./ops.js";
import { isControl, isTextField, makeRecord, placeRecord, shapeOf, writeRecord } from "./elements.js";

const MAP_KEYS = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "+", "-", "=", "_", "0", "PageUp", "PageDown",
                          "Home", "End", "Enter", " ", "r", "R", "n", "N", "[", "]", "f", "F"]);
const RING = 16;

export class Mirror {
  /** `root`: the <main>; `send(type, id, text, modifiers)`: to the core. */
  constructor(root, send) {
    this.root = root;
    this.doc = root.ownerDocument;
    this.send = send;
    this.records = new Map();
    this.composing = null;
    this.focusId = 0;
    this.beforeModal = 0;
    this.modalId = 0;
    this.lost = null;
    this.wantFocus = 0;
    this.#listen();
  }

  /** Takes one op buffer in. */
  apply(bytes) {
    this.lost = null;
    this.wantFocus = 0;
    readOps(bytes, this);
    this.#updateModal();
    if (this.wantFocus) this.focusNode(this.wantFocus);
    else if (this.lost) this.#handOver(this.lost);
    this.lost = null;
  }

  /** Moves the keyboard focus to the element of a node; headings and dialogs can take it as well. */
  focusNode(id) {
    const rec = this.records.get(id);
    if (!rec) return false;
    if (!isControl(rec.node.role) && !rec.ctl.hasAttribute("tabindex")) rec.ctl.tabIndex = -1;
    rec.ctl.focus({ preventScroll: !this.doc.documentElement.classList.contains("text") });
    return this.doc.activeElement === rec.ctl;
  }

  // ---- what readOps calls --------------------------------------------------------------------------------------
  add(node) {
    const parentRole = this.#roleOf(node.parent);
    const rec = makeRecord(this.doc, node, parentRole);
    rec.parentId = node.parent;
    this.records.set(node.id, rec);
    this.#insert(rec, node.parent, node.before);
    this.#write(rec);
    placeRecord(rec);
  }

  remove(id) {
    const rec = this.records.get(id);
    if (!rec) return;
    if (!this.lost && rec.el.contains(this.doc.activeElement)) this.lost = this.#heirs(rec);
    this.#forget(rec.el);
    rec.el.remove();
  }

  move(id, parent, before) {
    const rec = this.records.get(id);
    if (!rec) return;
    const had = rec.el.contains(this.doc.activeElement) ? this.doc.activeElement : null;
    rec.parentId = parent;
    const caret = had && isTextField(rec.node.role) ? [had.selectionStart, had.selectionEnd] : null;
    this.#insert(rec, parent, before);
    if (shapeOf(rec.node, this.#roleOf(parent)) !== rec.shape) this.#replace(rec);
    else this.#write(rec);
    if (had && this.doc.activeElement !== had && had.isConnected) {
      this.quiet = true;
      had.focus({ preventScroll: true });
      if (caret) had.setSelectionRange(caret[0], caret[1]);
      this.quiet = false;
    }
  }

  attr(id, changes) {
    const rec = this.records.get(id);
    if (!rec) return;
    Object.assign(rec.node, changes);
    if (changes.value !== undefined && this.#isEcho(rec, changes.value)) rec.node.value = rec.ctl.value;
    if (shapeOf(rec.node, this.#roleOf(rec.parentId)) !== rec.shape) this.#replace(rec);
    else this.#write(rec);
  }

  rect(id, rect, clip) {
    const rec = this.records.get(id);
    if (!rec) return;
    rec.node.rect = rect;
    rec.node.clip = clip;
    placeRecord(rec);
  }

  focus(id) {
    this.wantFocus = id;
  }

  // ---- the tree ------------------------------------------------------------------------------------------------
  /**
   * The core says the value of a field that the person is typing in. When it is what we sent a moment ago, the field is
   * further by now: writing it back would eat the letters typed since.
   */
  #isEcho(rec, value) {
    const at = isTextField(rec.node.role) ? (rec.sent ?? []).indexOf(value) : -1;
    if (at >= 0) rec.sent.splice(0, at + 1);
    return at >= 0;
  }

  #roleOf(id) {
    return this.records.get(id)?.node.role ?? ROLE.NONE;
  }

  #write(rec) {
    rec.inNavigation = rec.el.closest("nav") !== null;
    writeRecord(this.doc, rec, this.#roleOf(rec.parentId), this.composing);
  }

  #insert(rec, parent, before) {
    const up = this.records.get(parent)?.el ?? this.root;
    const next = this.records.get(before)?.el ?? null;
    const spot = next && next.parentNode === up ? next : null;
    // moveBefore keeps focus and selection, where the browser has it.
    if (rec.el.isConnected && typeof up.moveBefore === "function") up.moveBefore(rec.el, spot);
    else up.insertBefore(rec.el, spot);
  }

  /** The node needs another element now: children move over, the focus too. */
  #replace(rec) {
    const old = rec.el;
    const focused = rec.ctl === this.doc.activeElement;
    const fresh = makeRecord(this.doc, rec.node, this.#roleOf(rec.parentId));
    for (const child of [...old.children]) {
      if (this.#ownerOf(child)) fresh.el.append(child);
    }
    old.replaceWith(fresh.el);
    Object.assign(rec, { hint: null }, fresh);
    this.#write(rec);
    placeRecord(rec);
    if (focused) this.focusNode(rec.node.id);
  }

  /** The record whose outermost element this is. */
  #ownerOf(el) {
    for (const n of [el.dataset.n, el.querySelector(":scope > [data-n]")?.dataset.n]) {
      const rec = n && this.records.get(Number(n));
      if (rec && rec.el === el) return rec;
    }
    return null;
  }

  #forget(el) {
    if (el.dataset.n) this.records.delete(Number(el.dataset.n));
    for (const below of el.querySelectorAll("[data-n]")) this.records.delete(Number(below.dataset.n));
  }

  // ---- focus ---------------------------------------------------------------------------------------------------
  /** Who may take the focus over from a part that goes away: successors in its group, predecessors, then headings. */
  #heirs(rec) {
    const out = [];
    const up = this.records.get(rec.parentId)?.el;
    if (up) {
      const all = [...up.querySelectorAll("[data-n]")].filter((el) => !rec.el.contains(el) && this.#isControl(el));
      const after = all.filter((el) => rec.el.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_FOLLOWING);
      out.push(...after, ...all.filter((el) => !after.includes(el)).reverse());
    }
    return out;
  }

  #isControl(el) {
    return isControl(this.records.get(Number(el.dataset.n))?.node.role);
  }

  #handOver(heirs) {
    for (const el of heirs) {
      if (el.isConnected && !el.closest("[inert]") && this.focusNode(Number(el.dataset.n))) return;
    }
    const home = this.records.get(this.modalId)?.el ?? this.root;
    const heading = [...home.querySelectorAll("h1,h2,h3,h4,h5,h6")].find((el) => !el.closest("[inert]"));
    if (heading) this.focusNode(Number(heading.dataset.n));
  }

  /** While a modal dialog is open, everything outside it is inert; the focus comes in and goes back afterwards. */
  #updateModal() {
    let modal = null;
    for (const rec of this.records.values()) {
      if (rec.node.role === ROLE.DIALOG && rec.node.states & STATE.MODAL) modal = rec;
    }
    for (const el of this.root.querySelectorAll("[inert]")) el.inert = false;
    const id = modal?.node.id ?? 0;
    if (modal) {
      if (!this.modalId) this.beforeModal = this.focusId;
      for (let at = modal.el; at !== this.root; at = at.parentNode) {
        for (const sibling of at.parentNode.children) if (sibling !== at) sibling.inert = true;
      }
      if (id !== this.modalId && !modal.el.contains(this.doc.activeElement) && !this.wantFocus) {
        const inside = modal.el.querySelector("h1,h2,h3,h4,h5,h6") ?? modal.el;
        this.modalId = id;
        this.focusNode(Number(inside.dataset.n));
        this.lost = null;
      }
    } else if (this.modalId && !this.wantFocus) {
      if (this.records.has(this.beforeModal) && this.focusNode(this.beforeModal)) this.lost = null;
    }
    this.modalId = id;
  }

  // ---- events --------------------------------------------------------------------------------------------------
  #recordAt(target) {
    const el = target.closest?.("[data-n]");
    return el && this.root.contains(el) ? this.records.get(Number(el.dataset.n)) : undefined;
  }

  #listen() {
    this.root.addEventListener("click", (e) => this.#onClick(e));
    this.root.addEventListener("submit", (e) => e.preventDefault());
    this.root.addEventListener("focusin", (e) => this.#onFocus(e));
    this.root.addEventListener("focusout", (e) => {
      if (!e.relatedTarget) queueMicrotask(() => this.#onBlur());
    });
    this.doc.addEventListener("keydown", (e) => this.#onKey(e));
    this.root.addEventListener("input", (e) => this.#onInput(e));
    this.root.addEventListener("compositionstart", (e) => (this.composing = e.target));
    this.root.addEventListener("compositionend", (e) => {
      this.composing = null;
      this.#onInput(e);
    });
  }

  #onClick(e) {
    const rec = this.#recordAt(e.target);
    if (!rec || !isControl(rec.node.role) || isTextField(rec.node.role) || rec.node.role === ROLE.SLIDER) return;
    e.preventDefault();  // a checkbox shows what the core says; a link goes where the core goes
    this.send(EVENT.ACTIVATE, rec.node.id, "", 0);
  }

  #onFocus(e) {
    const rec = this.#recordAt(e.target);
    if (!rec || this.quiet || this.focusId === rec.node.id) return;
    this.focusId = rec.node.id;
    this.send(EVENT.FOCUS, rec.node.id, "", e.target.matches(":focus-visible") ? RING : 0);
  }

  #onBlur() {
    if (this.focusId && !this.root.contains(this.doc.activeElement)) {
      this.focusId = 0;
      this.send(EVENT.FOCUS, 0, "", 0);
    }
  }

  #onInput(e) {
    const rec = this.#recordAt(e.target);
    if (rec?.node.role === ROLE.SLIDER) {
      this.send(EVENT.INPUT, rec.node.id, rec.ctl.value, 0);
      return;
    }
    if (!rec || !isTextField(rec.node.role) || this.composing || e.isComposing) return;
    rec.node.value = rec.ctl.value;
    rec.sent = [...(rec.sent ?? []).slice(-99), rec.ctl.value];
    this.send(EVENT.INPUT, rec.node.id, rec.ctl.value, 0);
  }

  #onKey(e) {
    if (e.isComposing || e.keyCode === 229 || e.defaultPrevented) return;
    const rec = this.#recordAt(e.target);
    const modifiers = (e.shiftKey ? 1 : 0) | (e.ctrlKey ? 2 : 0) | (e.altKey ? 4 : 0) | (e.metaKey ? 8 : 0);
    if (e.key === "Escape") {
      this.send(EVENT.DISMISS, rec?.node.id ?? 0, "", modifiers);
    } else if (rec && e.key === "Enter" && isTextField(rec.node.role) && rec.node.role !== ROLE.TEXT_AREA) {
      e.preventDefault();
      this.send(EVENT.COMMIT, rec.node.id, rec.ctl.value, modifiers);
    } else if (rec?.node.role === ROLE.MAP && MAP_KEYS.has(e.key) && !(modifiers & ~1)) {
      e.preventDefault();
      this.send(EVENT.KEY, rec.node.id, e.key, modifiers);
    }
  }
}
