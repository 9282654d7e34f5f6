// The canvas on the screen: its size and safe areas, the wheel, fingers on the real fields over it, and the switch
// between the drawing and the text version.

/** So far a finger goes before it moves the page instead of tapping; as in the core. */
const SLOP = 10;

/** Wheel deltas in CSS pixels, whatever unit the mouse speaks. */
export function wheelPixels(e, page) {
  const unit = e.deltaMode === 1 ? 16 : e.deltaMode === 2 ? page : 1;
  return [e.deltaX * unit, e.deltaY * unit];
}

/** Whether the field itself has more to show that way (a text that is longer than its box, and being written). */
function scrollsItself(field, dy) {
  if (field.tagName !== "TEXTAREA" || field !== field.ownerDocument.activeElement) return false;
  return dy < 0 ? field.scrollTop > 0 : field.scrollTop + field.clientHeight < field.scrollHeight - 1;
}

export class View {
  /** `core`: {resized(w, h, dpr, top, right, bottom, left), wheel(x, y, dx, dy, zoom), textVersion(on)}. */
  constructor(win, core) {
    this.win = win;
    this.core = core;
    this.doc = win.document;
    this.canvas = this.doc.getElementById("canvas");
    this.stage = this.doc.getElementById("stage");
    this.probe = this.doc.getElementById("probe");
    this.wanted = false;
    this.forced = false;
    this.glMissing = false;
    this.listen();
  }

  listen() {
    const { win, stage, canvas } = this;
    const measure = () => this.measure();
    win.addEventListener("resize", measure);
    win.visualViewport?.addEventListener("resize", measure);
    win.visualViewport?.addEventListener("scroll", measure);
    this.watchRatio();
    // Before SDL, which would count notches instead of pixels.
    const wheel = (e) => {
      e.preventDefault();
      e.stopPropagation();
      const box = canvas.getBoundingClientRect();
      const [dx, dy] = wheelPixels(e, box.height);
      this.core.wheel(e.clientX - box.left, e.clientY - box.top, dx, dy, e.ctrlKey);
    };
    stage.addEventListener("wheel", wheel, { capture: true, passive: false });
    this.listenToFields(wheel);
    stage.addEventListener("pointerdown", (e) => {
      // A drag that leaves the canvas stays ours; a tap beside a field closes its keyboard.
      if (e.pointerType === "mouse") canvas.setPointerCapture(e.pointerId);
      const active = this.doc.activeElement;
      if (active && /^(INPUT|TEXTAREA)$/.test(active.tagName)) active.blur();
    }, { capture: true });
    stage.addEventListener("contextmenu", (e) => e.preventDefault());
  }

  /** Fields are real elements over the canvas: what starts on one must still move the page, or a form of fields stands still. */
  listenToFields(wheel) {
    const mirror = this.doc.getElementById("mirror");
    const fieldOf = (e) => (this.text ? null : e.target.closest?.("input, textarea") ?? null);
    mirror.addEventListener("wheel", (e) => {
      const field = fieldOf(e);
      if (field && !scrollsItself(field, e.deltaY)) wheel(e);
    }, { passive: false });
    let finger = null;
    mirror.addEventListener("touchstart", (e) => {
      const field = fieldOf(e);
      const [touch] = e.touches;
      finger = field && e.touches.length === 1 ? { field, x: touch.clientX, y: touch.clientY, from: touch.clientY, moves: false } : null;
    }, { passive: true });
    mirror.addEventListener("touchmove", (e) => {
      if (!finger || e.touches.length !== 1) return;
      const [touch] = e.touches;
      if (!finger.moves) {
        const far = Math.abs(touch.clientY - finger.from);
        if (scrollsItself(finger.field, finger.from - touch.clientY)) return;
        if (far <= SLOP || far < Math.abs(touch.clientX - finger.x)) return;
        finger.moves = true;
      }
      e.preventDefault();
      const box = this.canvas.getBoundingClientRect();
      const dy = finger.y - touch.clientY;
      finger.y = touch.clientY;
      this.core.wheel(touch.clientX - box.left, touch.clientY - box.top, 0, dy, false);
    }, { passive: false });
    const ends = (e) => {
      if (finger?.moves && e.cancelable) e.preventDefault();  // no tap at the end: the keyboard stays away
      finger = null;
    };
    mirror.addEventListener("touchend", ends, { passive: false });
    mirror.addEventListener("touchcancel", ends, { passive: false });
  }

  /** A change of devicePixelRatio (zoom, another screen) has no event of its own. */
  watchRatio() {
    const list = this.win.matchMedia(`(resolution: ${this.win.devicePixelRatio}dppx)`);
    list.addEventListener("change", () => {
      this.measure();
      this.watchRatio();
    }, { once: true });
  }

  measure() {
    const { win, canvas } = this;
    const vv = win.visualViewport;
    if (vv && vv.scale > 1.01) return;  // the person zooms in with two fingers: nothing may move
    const w = vv ? vv.width : win.innerWidth;
    const h = vv ? vv.height : win.innerHeight;
    const shift = `translate(${vv?.offsetLeft ?? 0}px, ${vv?.offsetTop ?? 0}px)`;
    this.stage.style.width = w + "px";
    this.stage.style.height = h + "px";
    this.stage.style.transform = shift;
    this.doc.getElementById("mirror").style.setProperty("--shift", shift);
    const safe = win.getComputedStyle(this.probe);
    const inset = ["Top", "Right", "Bottom", "Left"].map((side) => parseFloat(safe["padding" + side]) || 0);
    this.core.resized(w, h, win.devicePixelRatio || 1, ...inset);
  }

  // ---- drawing or text -------------------------------------------------------------------------------------------
  setWanted(on) {
    this.wanted = on;
    this.update();
  }
  setForced(on) {
    this.forced = on;
    this.update();
  }
  setGlMissing() {
    this.glMissing = true;
    this.doc.getElementById("no-webgl").hidden = false;
    this.update();
  }
  get text() {
    return this.wanted || this.forced || this.glMissing;
  }
  update() {
    const root = this.doc.documentElement;
    const on = this.text;
    if (root.classList.contains("text") === on && root.classList.contains("drawn") === !on) return;
    root.classList.toggle("text", on);
    root.classList.toggle("drawn", !on);
    this.core.textVersion(on);
    if (!on) this.measure();
  }
}
