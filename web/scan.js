// Looks through the camera for QR codes, in a window over the page. The camera is on only while that window is open and the
// page is seen; nothing is recorded, and no picture leaves the page. Loaded when it is asked for.
import { Reader } from "./reader.js";

const EVERY_MS = 125;  // at most 8 pictures a second
const CAMERA = { audio: false, video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } } };

/** "denied" or "none": what the core is told about a camera's error. */
export const cameraReason = (error) => (error?.name === "NotAllowedError" || error?.name === "SecurityError" ? "denied" : "none");

function element(doc, name, attributes = {}, ...children) {
  const el = doc.createElement(name);
  for (const [key, value] of Object.entries(attributes)) el.setAttribute(key, value);
  el.append(...children);
  return el;
}

export class Scanner {
  /** `answers`: seen(text), ended(byUser), failed(reason). */
  constructor(win, answers) {
    Object.assign(this, { win, answers });
    this.doc = win.document;
    this.dialog = null;
    this.stream = null;
    this.run = 0;  // grows at each start and stop of the camera: what belongs to an older one is void
  }

  /** Opens the window; when it is open, only its words change. */
  scan({ title, words, stop }) {
    const fresh = !this.dialog;
    if (fresh) this.#build();
    this.title.textContent = title;
    this.stop.textContent = stop;
    if (!fresh) {
      this.words.textContent = words;
      return;
    }
    this.last = null;
    this.words.textContent = words;
    this.dialog.showModal();
    this.stop.focus();
    this.reader = new Reader(this.win);
    this.#startCamera();
  }

  #build() {
    const { doc } = this;
    this.title = element(doc, "h2", { id: "scan-title" });
    this.words = element(doc, "p", { id: "scan-words", "aria-live": "polite" });
    this.stop = element(doc, "button", { type: "button" });
    this.video = element(doc, "video", { playsinline: "", "aria-hidden": "true", tabindex: "-1" });
    this.video.muted = true;
    this.dialog = element(doc, "dialog", { id: "scan", "aria-labelledby": "scan-title", "aria-describedby": "scan-words" },
                          this.title, element(doc, "div", { class: "scan-picture" }, this.video), this.words, this.stop);
    const { dialog } = this;
    const end = () => dialog === this.dialog && this.end(true);
    // However it is closed (the button, Escape, Back on a phone): the camera is off then.
    this.stop.addEventListener("click", end);
    dialog.addEventListener("cancel", end);
    dialog.addEventListener("close", end);
    dialog.addEventListener("keydown", (e) => e.stopPropagation());  // the page behind hears nothing
    this.onSeen = () => (this.#isSeen() ? this.#startCamera() : this.#stopCamera());
    this.onHide = () => this.end(false);
    doc.addEventListener("visibilitychange", this.onSeen);
    this.win.addEventListener("pagehide", this.onHide);
    doc.body.append(this.dialog);
  }

  #isSeen() {
    return this.doc.visibilityState === "visible";
  }

  async #startCamera() {
    const run = ++this.run;
    const mine = () => run === this.run;
    try {
      const devices = this.win.navigator.mediaDevices;
      if (!devices?.getUserMedia) throw new DOMException("no camera", "NotFoundError");
      const stream = await devices.getUserMedia(CAMERA);
      if (!mine()) return stream.getTracks().forEach((track) => track.stop());  // closed before the browser had its answer
      this.stream = stream;
      const [track] = stream.getVideoTracks();
      track.addEventListener("ended", () => mine() && this.end(false));  // pulled out, or leave was taken back
      // A camera that looks at the user is aimed by a mirror.
      this.video.classList.toggle("mirror", track.getSettings().facingMode !== "environment");
      this.video.srcObject = stream;
      await this.video.play();
      await this.#look(mine);
    } catch (error) {
      if (!mine()) return;
      this.#close();
      this.answers.failed(cameraReason(error));
    }
  }

  async #look(mine) {
    const { win, video } = this;
    while (mine()) {
      const since = win.performance.now();
      const text = video.readyState >= 2 && video.videoWidth > 0 ? await this.reader.read(video) : null;
      if (!mine()) return;
      if (text !== null && text !== this.last) {
        this.last = text;
        this.answers.seen(text);
      }
      const pause = EVERY_MS - (win.performance.now() - since);
      await new Promise((resolve) => win.setTimeout(resolve, Math.max(pause, 0)));
    }
  }

  #stopCamera() {
    this.run += 1;
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = null;
    if (this.video) this.video.srcObject = null;
  }

  #close() {
    this.#stopCamera();
    this.reader.end();
    this.doc.removeEventListener("visibilitychange", this.onSeen);
    this.win.removeEventListener("pagehide", this.onHide);
    const { dialog } = this;
    this.dialog = this.video = null;
    if (dialog.open) dialog.close();  // gives the focus back to where it was
    dialog.remove();
  }

  /** Closes the window, if it is open, and says so. */
  end(byUser) {
    if (!this.dialog) return;
    this.#close();
    this.answers.ended(byUser);
  }
}
