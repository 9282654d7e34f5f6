// Between the core (WebAssembly) and the modules of this folder. The core calls the methods of Bridge (through
// src/platform/web/library.js); the bridge calls the core's few exports. Numbers below are those of
// src/platform/web/bridge.hpp.
import { Mirror } from "./mirror.js";
import { Live } from "./live.js";
import { View } from "./view.js";
import { Storage, readCommit, spareFactory, storageReason } from "./storage.js";
import { Writer } from "./writer.js";
import { Folder } from "./folder.js";
import { pack } from "./packed.js";
import { Locator, entropy, storageState, watchMedia, watchOnline, LeavingGuard, WakeKeeper } from "./device.js";
import { offerFile, pickFile } from "./files.js";
import { Printer } from "./print.js";
import { Speech } from "./speech.js";
import { Counter } from "./counter.js";
import { encodePhoto, hideAllPhotos, hidePhoto, showPhoto, takePhoto } from "./photos.js";

const ANSWER = {
  SAVED: 1, SAVE_FAILED: 2, LOADED: 3, ERASED: 4, LOCATED: 5, FILE_PICKED: 6, FILE_CANCELLED: 7, FAILED: 8, MEDIA: 9,
  ONLINE: 10, STORAGE: 11, UPDATE: 12, SPEECH: 13, ROUTE: 14, ENTROPY: 15,
  COUNT_PROGRESS: 16, COUNT_DONE: 17, COUNT_FAILED: 18, LOADED_RANGE: 19, WRITER: 20, FOLDER_STATE: 21, FOLDER_FILES: 22,
  FOLDER_WRITTEN: 23, CODE_SEEN: 24, SCAN_ENDED: 25, PHOTO_TAKEN: 26, PHOTO_ENCODED: 27, PHOTO_SHOWN: 28, AWAKE: 29,
};
const EFFECT = {
  SAVE: 1, LOAD: 2, ERASE: 3, LOCATE: 4, STOP_LOCATING: 5, PICK: 6, OFFER: 7, SPEAK: 8, ANNOUNCE: 9, PAGE: 10, FOCUS: 11,
  PERSIST: 12, ROUTE: 13, WAKE: 14, ENTROPY: 15, COUNT: 16, CANCEL_COUNT: 17, COMMIT: 18, LOAD_RANGE: 19, ASK_STORAGE: 20,
  PICK_FOLDER: 21, OPEN_FOLDER: 22, FORGET_FOLDER: 23, READ_FOLDER: 24, WRITE_FOLDER: 25, SCAN: 26, STOP_SCAN: 27,
  TAKE_PHOTO: 28, ENCODE_PHOTO: 29, SHOW_PHOTO: 30, HIDE_PHOTO: 31, KEEP_AWAKE: 32, PRINT: 33, PRINT_SHEETS: 34, RELOAD: 35, READ_SITE: 36,
  GUARD_LEAVING: 37,
};
const utf8 = new TextEncoder();
const words = new TextDecoder();
const NOTHING = new Uint8Array(0);

export class Bridge {
  constructor(win, stats) {
    this.win = win;
    this.doc = win.document;
    this.stats = stats;
    this.module = null;
    this.compiled = null;  // the WebAssembly.Module, set by boot.js: the counter's worker uses it again
    this.framePending = false;
    this.timers = { frame: 0, clock: 0 };
    this.due = { frame: Infinity, clock: Infinity };  // when these go off
    this.asked = 0;  // questions to the storage that it has not answered yet
  }

  /** Something will happen by itself within `soon` milliseconds. For tests, which then need not guess how long to wait. */
  busy(soon = 200) {
    return this.framePending || this.asked > 0 || Math.min(this.due.frame, this.due.clock) - this.win.performance.now() < soon;
  }
  #awaited(promise) {
    this.asked += 1;
    const answered = () => void (this.asked -= 1);
    promise.then(answered, answered);
    return promise;
  }

  // ---- into the core -------------------------------------------------------------------------------------------
  /** Bytes, or a list of them one after another, into the core's memory: [address, size]. */
  #put(bytes) {
    const list = Array.isArray(bytes) ? bytes : [bytes];
    const size = list.reduce((sum, part) => sum + part.length, 0);
    if (size === 0) return [0, 0];
    const at = this.module._malloc(size);
    let next = at;
    for (const part of list) {
      this.module.HEAPU8.set(part, next);
      next += part.length;
    }
    return [at, size];
  }

  /** Two byte strings (or texts, or lists of byte strings) and up to four numbers, as one answer to the core. */
  answer(kind, a = NOTHING, b = NOTHING, ...n) {
    const at = [a, b].map((part) => this.#put(typeof part === "string" ? utf8.encode(part) : part));
    this.module._sk_answer(kind, ...at.flat(), n[0] ?? 0, n[1] ?? 0, n[2] ?? 0, n[3] ?? 0);
    for (const [p] of at) if (p) this.module._free(p);
  }

  #fail(what, reason = "", name = "") {
    this.answer(ANSWER.FAILED, what + "\n" + reason, name);
  }

  #event(type, id, text, modifiers) {
    const [at, size] = this.#put(utf8.encode(text));
    this.module._sk_sem_event(type, id, at, size, modifiers);
    if (at) this.module._free(at);
  }

  /** Starts everything that speaks by itself. Called once, by the core's main(), before the first frame. */
  start(module) {
    this.module = module;
    const { win, doc } = this;
    this.mirror = new Mirror(doc.getElementById("mirror"), (...event) => this.#event(...event));
    this.live = new Live(doc.getElementById("polite"), doc.getElementById("assertive"));
    this.view = new View(win, {
      resized: (...n) => module._sk_resized(...n),
      wheel: (x, y, dx, dy, zoom) => module._sk_wheel(x, y, dx, dy, zoom ? 1 : 0),
      textVersion: (on) => module._sk_text_version(on ? 1 : 0),
    });
    const name = "stoepkrijt:" + new URL("./", win.location.href).pathname;
    this.storage = new Storage(this.#indexedDb(), name, { spare: () => spareFactory(win), locks: win.navigator.locks });
    new Writer(win, win.navigator.locks, name, (mine) => this.answer(ANSWER.WRITER, NOTHING, NOTHING, mine ? 1 : 0)).start();
    this.folder = new Folder(win, this.storage, {
      state: (what, called) => this.answer(ANSWER.FOLDER_STATE, called, NOTHING, what),
      files: (files) => this.answer(ANSWER.FOLDER_FILES, ...pack(files)),
      written: (file) => this.answer(ANSWER.FOLDER_WRITTEN, file),
      failed: (reason) => this.#fail("folder", reason),
    });
    this.folder.start();
    this.scanner = null;  // made when it is asked for
    this.locator = new Locator(win.navigator.geolocation,
      (lon, lat, accuracy, time) => this.answer(ANSWER.LOCATED, NOTHING, NOTHING, lon, lat, accuracy, time),
      (reason) => this.#fail("locate", reason));
    this.printer = new Printer(win, this.view.canvas, (id) => this.mirror.records.get(id)?.el, () => this.requestFrame());
    this.leaving = new LeavingGuard(win);
    this.wakeKeeper = new WakeKeeper(win, (on) => this.answer(ANSWER.AWAKE, NOTHING, NOTHING, on ? 1 : 0));
    this.speech = new Speech(win, (on) => this.answer(ANSWER.SPEECH, NOTHING, NOTHING, on ? 1 : 0), () => this.#fail("speak"));
    this.counter = new Counter(win, this.compiled, {
      progress: (ticket, done, total) => this.answer(ANSWER.COUNT_PROGRESS, NOTHING, NOTHING, ticket, done, total),
      done: (ticket, bytes) => this.answer(ANSWER.COUNT_DONE, bytes, NOTHING, ticket),
      failed: (ticket) => this.answer(ANSWER.COUNT_FAILED, NOTHING, NOTHING, ticket),
    });
    watchMedia(win, (m) => {
      const bits = (m.dark ? 1 : 0) | (m.contrast ? 2 : 0) | (m.forced ? 4 : 0) | (m.still ? 8 : 0) | (m.coarse ? 16 : 0);
      this.answer(ANSWER.MEDIA, m.languages, NOTHING, bits);
      this.view.setForced(m.forced);
    });
    watchOnline(win, (on) => this.answer(ANSWER.ONLINE, NOTHING, NOTHING, on ? 1 : 0));
    this.#tellStorage(false);
    this.#tellRoute();
    win.addEventListener("popstate", () => this.#tellRoute());
    this.answer(ANSWER.ENTROPY, entropy(win));
    this.view.update();
    this.view.measure();
  }

  #indexedDb() {
    try {
      return this.win.indexedDB;
    } catch {
      return undefined;  // a blocked third-party frame throws here
    }
  }

  async #tellStorage(ask) {
    const s = await this.#awaited(storageState(this.win, this.storage, ask));
    this.answer(ANSWER.STORAGE, NOTHING, NOTHING, s.available ? 1 : 0, s.persisted ? 1 : 0, s.used, s.quota);
  }

  #tellRoute() {
    let route = this.win.location.hash.slice(1);
    try {
      route = decodeURIComponent(route);
    } catch {
      route = "";  // a broken address is no route
    }
    this.answer(ANSWER.ROUTE, route);
  }

  updateWaiting() {
    this.answer(ANSWER.UPDATE);
  }

  // ---- out of the core -----------------------------------------------------------------------------------------
  ops(bytes) {
    this.mirror.apply(bytes);
  }
  glMissing() {
    this.view.setGlMissing();
  }
  hasWebGl2() {
    return this.doc.createElement("canvas").getContext("webgl2") !== null;
  }
  requestFrame() {
    if (this.framePending) return;
    this.framePending = true;
    this.win.requestAnimationFrame((t) => {
      this.framePending = false;
      this.module._sk_frame(t);
    });
  }
  /** One frame was run; `drawn` when pixels were made. */
  frameDone(drawn) {
    this.stats.runs += 1;
    if (drawn) {
      this.stats.frames += 1;
      this.printer?.frameDone();
    }
    if (this.doc.documentElement.classList.contains("loading")) {
      this.doc.documentElement.classList.remove("loading");
      this.doc.getElementById("wait").remove();
      this.stats.firstFrame = this.win.performance.now();
    }
  }
  /** A frame after `ms`. Two alarms that do not disturb each other: the drawing's and the app's clock (WakeAt). */
  wakeIn(ms, which = "frame") {
    this.win.clearTimeout(this.timers[which]);
    const wait = Math.min(Math.max(0, ms), 0x7fffffff);
    this.due[which] = this.win.performance.now() + wait;
    this.timers[which] = this.win.setTimeout(() => {
      this.due[which] = Infinity;
      this.requestFrame();
    }, wait);
  }
  /** A fresh page: the writer's lock and all of memory go with this one. What is on its way to the storage gets there first. */
  #reload() {
    Promise.resolve(this.keeping).then(() => {
      this.leaving.guard(false);  // the app itself wants it: nobody is asked
      this.win.location.reload();
    });
  }
  clockOffset() {
    return -new Date().getTimezoneOffset();
  }

  /** `a`, `b`, `c` are views on the core's memory: whatever is kept longer than this call is copied here. */
  effect(kind, a, b, c, n0, n1) {
    switch (kind) {
      case EFFECT.SAVE: return this.#save(words.decode(a), b.slice(), n0);
      case EFFECT.COMMIT: return this.#commit(words.decode(a), b, n0);
      case EFFECT.LOAD: return this.#load(words.decode(a));
      case EFFECT.LOAD_RANGE: return this.#loadRange(words.decode(a), words.decode(b));
      case EFFECT.ERASE: return this.#erase();
      case EFFECT.LOCATE: return this.locator.locate(n0 !== 0);
      case EFFECT.STOP_LOCATING: return this.locator.stop();
      case EFFECT.PRINT: return this.printer.print(n0);
      case EFFECT.PRINT_SHEETS: return this.printer.printSheets(words.decode(a).trim().split(" ").map(Number), b.slice());
      case EFFECT.RELOAD: return this.#reload();
      case EFFECT.READ_SITE: return void this.#readSite(words.decode(a), words.decode(b), n0);
      case EFFECT.GUARD_LEAVING: return this.leaving.guard(n0 !== 0);
      case EFFECT.KEEP_AWAKE: return this.wakeKeeper.keep(n0 !== 0);
      case EFFECT.PICK: return this.#pick(words.decode(a), words.decode(b), n0, n1 !== 0);
      case EFFECT.OFFER:
        return offerFile(this.win, { name: words.decode(a), mime: words.decode(b), bytes: c.slice() },
                         () => this.#fail("offer"));
      case EFFECT.SPEAK: return this.speech.say(words.decode(a), words.decode(b));
      case EFFECT.ANNOUNCE: return this.live.say(words.decode(a), n0 !== 0);
      case EFFECT.PAGE: return this.#page(words.decode(a).split("\n"), words.decode(b), n0 !== 0, n1);
      case EFFECT.FOCUS: return this.mirror.focusNode(n0);
      case EFFECT.PERSIST: return this.#tellStorage(true);
      case EFFECT.ASK_STORAGE: return this.#tellStorage(false);
      case EFFECT.PICK_FOLDER: return this.folder.pick();
      case EFFECT.OPEN_FOLDER: return this.folder.open();
      case EFFECT.FORGET_FOLDER: return this.folder.forget();
      case EFFECT.READ_FOLDER: return this.folder.read(words.decode(a), n0);
      case EFFECT.WRITE_FOLDER: return this.folder.write(words.decode(a), b.slice());
      case EFFECT.SCAN: return this.#scan({ title: words.decode(a), words: words.decode(b), stop: words.decode(c) });
      case EFFECT.STOP_SCAN: return this.scanner?.then((scanner) => scanner.end(false), () => {});
      case EFFECT.TAKE_PHOTO: return this.#takePhoto(Number(words.decode(a)), n0, n1 !== 0);
      case EFFECT.ENCODE_PHOTO: return this.#encodePhoto(Number(words.decode(a)), b.slice(), n0, n1);
      case EFFECT.SHOW_PHOTO: return this.#showPhoto(words.decode(a), b.slice(), n0);
      case EFFECT.HIDE_PHOTO: return hidePhoto(words.decode(a));
      case EFFECT.ROUTE: return this.#route(words.decode(a), n0 !== 0);
      case EFFECT.WAKE: return this.wakeIn(n0 - Date.now(), "clock");
      case EFFECT.COUNT: return this.counter.start(n0, a.slice());
      case EFFECT.CANCEL_COUNT: return this.counter.stop();
      case EFFECT.ENTROPY: return this.answer(ANSWER.ENTROPY, entropy(this.win));
    }
  }

  #save(key, bytes, ticket) {
    this.keeping = this.#awaited(this.storage.save(key, bytes)).then(
      () => this.answer(ANSWER.SAVED, key, NOTHING, ticket),
      (e) => this.answer(ANSWER.SAVE_FAILED, key, storageReason(e), ticket));
  }
  /** `bytes` is still a view: what is kept of it is copied at once. */
  #commit(table, bytes, ticket) {
    const failed = (e) => this.answer(ANSWER.SAVE_FAILED, NOTHING, storageReason(e), ticket);
    let commit;
    try {
      commit = readCommit(table, bytes);
    } catch (error) {
      console.error(error);
      return failed(error);
    }
    this.keeping = this.#awaited(this.storage.commit(commit)).then(() => this.answer(ANSWER.SAVED, NOTHING, NOTHING, ticket), failed);
  }
  #loadRange(first, end) {
    this.#awaited(this.storage.loadRange(first, end)).then(({ keys, values }) => {
      const [table, bytes] = pack(keys.map((key, i) => ({ name: key, bytes: values[i] })));
      this.answer(ANSWER.LOADED_RANGE, `${first} ${end}\n${table}`, bytes);
    }, (e) => this.#fail("load", storageReason(e)));
  }
  #load(key) {
    this.#awaited(this.storage.load(key)).then(
      (bytes) => this.answer(ANSWER.LOADED, key, bytes ?? NOTHING, bytes ? 1 : 0),
      (e) => this.#fail("load", storageReason(e)));
  }
  #erase() {
    this.#awaited(this.storage.eraseAll()).then(() => {
      this.answer(ANSWER.ERASED);
      hideAllPhotos();
      this.folder.erased();
    }, (e) => this.#fail("erase", storageReason(e)));
  }
  #scan(what) {
    this.scanner ??= import("./scan.js").then(({ Scanner }) => new Scanner(this.win, {
      seen: (text) => this.answer(ANSWER.CODE_SEEN, text),
      ended: (byUser) => this.answer(ANSWER.SCAN_ENDED, NOTHING, NOTHING, byUser ? 1 : 0),
      failed: (reason) => this.#fail("scan", reason),
    }));
    this.scanner.then((scanner) => scanner.scan(what), (error) => {
      console.error(error);
      this.scanner = null;
      this.#fail("scan", "none");
    });
  }
  #takePhoto(maxBytes, side, camera) {
    takePhoto(this.doc, { camera, maxBytes, side }, {
      taken: ({ width, height, rgba }) => this.answer(ANSWER.PHOTO_TAKEN, rgba, NOTHING, width, height),
      cancelled: () => this.answer(ANSWER.FILE_CANCELLED, "photo"),
      failed: (reason, name) => this.#fail("photo", reason, name),
    });
  }
  #encodePhoto(ticket, rgba, width, height) {
    encodePhoto({ width, height, rgba }).then(
      (jpeg) => this.answer(ANSWER.PHOTO_ENCODED, jpeg, NOTHING, ticket),
      () => this.answer(ANSWER.PHOTO_ENCODED, NOTHING, NOTHING, ticket));
  }
  #showPhoto(name, jpeg, side) {
    showPhoto(name, jpeg, side).then(
      ({ width, height, rgba }) => this.answer(ANSWER.PHOTO_SHOWN, name, rgba, width, height, side),
      () => this.answer(ANSWER.PHOTO_SHOWN, name));
  }
  #pick(accept, purpose, maxBytes, multiple) {
    pickFile(this.doc, { accept, maxBytes, multiple }, {
      picked: (name, bytes) => this.answer(ANSWER.FILE_PICKED, purpose + "\n" + name, bytes),
      cancelled: () => this.answer(ANSWER.FILE_CANCELLED, purpose),
      failed: (reason, name) => this.answer(ANSWER.FAILED, "pick\n" + reason, name, maxBytes),
    });
  }
  /** A file of our own site, by its plain name: never from another one, and never along a redirection. */
  async #readSite(name, purpose, maxBytes) {
    try {
      const response = await this.win.fetch(new URL(encodeURIComponent(name), this.doc.baseURI), { cache: "no-cache", credentials: "omit", redirect: "error" });
      const bytes = response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
      if (bytes && bytes.length <= maxBytes) return this.answer(ANSWER.FILE_PICKED, purpose + "\n" + name, bytes);
    } catch {
      // no network, or a page from a disk: said below
    }
    this.#fail("site");
  }
  #page([lang, theme], title, text, percent) {
    const root = this.doc.documentElement;
    root.lang = lang || "nl";
    root.dir = /^(ar|fa|he|ur)\b/.test(lang) ? "rtl" : "ltr";
    if (theme) root.dataset.theme = theme;
    root.style.setProperty("--text-scale", String((percent || 100) / 100));
    if (title) this.doc.title = title;
    this.view.setWanted(text);
  }
  #route(route, replace) {
    const hash = "#" + encodeURI(route);
    if (this.win.location.hash === hash || (route === "" && this.win.location.hash === "")) return;
    this.win.history[replace ? "replaceState" : "pushState"](null, "", hash);
  }
}
