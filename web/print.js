// On paper: the mirrored page in normal flow, with the map as a picture. The map is copied from the canvas in the very task
// that drew it, because a WebGL canvas is empty afterwards.

const MOST_FRAMES = 3;   // the page scrolls to the map, and draws it
const WAIT = 1500;       // a device that draws nothing (text version) prints without a map

export class Printer {
  /** `elementOf(id)`: the mirrored element of a node. `requestFrame()`: have one drawn. */
  constructor(win, canvas, elementOf, requestFrame) {
    this.win = win;
    this.canvas = canvas;
    this.elementOf = elementOf;
    this.requestFrame = requestFrame;
    this.job = null;
    this.map = null;     // on the page until it is printed: some browsers go on while their window is open
    this.before = null;
    this.sheets = null;
    win.addEventListener("beforeprint", () => this.#toPaper());
    win.addEventListener("afterprint", () => this.#fromPaper());
  }

  /** Prints what the page shows; `node` is the map in it, 0: there is none. */
  print(node) {
    if (this.job) return;
    this.job = { node, frames: MOST_FRAMES };
    if (node === 0 || !this.#drawn()) return void this.#print(null);
    this.job.timer = this.win.setTimeout(() => this.#print(null), WAIT);
    this.requestFrame();
  }

  /** Prints whole A4 sheets, each an SVG document; `lengths` of their bytes one after the other. */
  printSheets(lengths, bytes) {
    const doc = this.win.document;
    this.sheets?.remove();
    this.sheets = doc.createElement("div");
    this.sheets.id = "sheets";
    let at = 0;
    for (const length of lengths) {
      const text = new TextDecoder().decode(bytes.subarray(at, at + length));
      at += length;
      const svg = new this.win.DOMParser().parseFromString(text, "image/svg+xml").documentElement;
      this.sheets.append(doc.importNode(svg, true));
    }
    doc.body.append(this.sheets);
    doc.documentElement.classList.add("sheets");
    this.win.setTimeout(() => this.win.print());
  }

  /** A frame was drawn, in this task. */
  frameDone() {
    if (!this.job || this.job.printing) return;
    this.job.frames -= 1;
    if (this.job.frames > 0) return void this.requestFrame();
    this.#print(this.#picture(this.elementOf(this.job.node)));
  }

  #drawn() {
    return this.win.document.documentElement.classList.contains("drawn");
  }

  #picture(element) {
    const box = element?.getBoundingClientRect();
    const all = this.canvas.getBoundingClientRect();
    if (!box || box.width < 8 || box.height < 8) return null;
    const scale = this.canvas.width / all.width;
    const picture = this.win.document.createElement("canvas");
    picture.width = Math.round(box.width * scale);
    picture.height = Math.round(box.height * scale);
    picture.getContext("2d").drawImage(this.canvas, Math.round((box.left - all.left) * scale), Math.round((box.top - all.top) * scale),
                                       picture.width, picture.height, 0, 0, picture.width, picture.height);
    picture.className = "on-paper";
    return picture;
  }

  #print(picture) {
    this.job.printing = true;
    this.win.clearTimeout(this.job.timer);
    this.map?.remove();
    this.map = picture;
    if (picture) this.elementOf(this.job.node)?.after(picture);
    this.win.setTimeout(() => {
      this.win.print();
      this.job = null;
    });
  }

  /** Paper is white, whatever the screen is. */
  #toPaper() {
    const root = this.win.document.documentElement;
    if (this.sheets) return;
    this.before ??= { drawn: root.classList.contains("drawn"), theme: root.dataset.theme };
    root.classList.remove("drawn");
    root.classList.add("text", "printing");
    root.dataset.theme = "light";
  }
  #fromPaper() {
    this.map?.remove();
    this.map = null;
    this.sheets?.remove();
    this.sheets = null;
    const root = this.win.document.documentElement;
    root.classList.remove("sheets");
    if (!this.before) return;
    root.classList.remove("printing");
    if (this.before.drawn) {
      root.classList.remove("text");
      root.classList.add("drawn");
    }
    if (this.before.theme === undefined) delete root.dataset.theme;
    else root.dataset.theme = this.before.theme;
    this.before = null;
  }
}
