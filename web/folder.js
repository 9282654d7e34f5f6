// The folder that the user shares with other devices (File System Access). The page holds its handle and keeps it on the
// device, so that the next visit need not choose again; the browser decides whether leave must be asked again.
//
// Reading is cheap: a file whose time and size are those of the last reading is not read. What is no file of ours yet is
// passed over: an empty file (a write that was cut off leaves one at most) and the browser's own half-written ".crswap".
// Writing is whole or not at all: the bytes go to a file beside it that takes its place when it is closed.
import { isPlain } from "./packed.js";

const PLACE = "folder";
const PHOTO = "-foto-";  // files that are asked for by name only, and then always given
const MODE = { mode: "readwrite" };
export const STATE = { CANNOT: 0, NONE: 1, ASKS: 2, OPEN: 3 };

/** "denied", "full" or "gone": what the core is told about a folder's error. */
export function folderReason(error) {
  if (error?.name === "NotAllowedError" || error?.name === "SecurityError") return "denied";
  return error?.name === "QuotaExceededError" ? "full" : "gone";
}
const stamp = (file) => `${file.lastModified} ${file.size}`;
/** The file changed, or went away, or is held by another program: the next reading sees what it is then. */
const isBusy = (error) => ["NotFoundError", "NotReadableError", "InvalidStateError"].includes(error?.name);

export class Folder {
  /** `answers`: state(what, name), files(list of {name, bytes or null}), written(name), failed(reason). */
  constructor(win, storage, answers) {
    Object.assign(this, { win, storage, answers });
    this.handle = null;
    this.seen = new Map();  // name -> stamp of what was read or written last
    this.last = Promise.resolve();
  }

  /** What was remembered is found again: with or without leave. */
  start() {
    return this.#inTurn(async () => {
      if (!this.#can()) return this.#tell();
      this.handle = await this.storage.place(PLACE).catch(() => null);
      await this.#tell();
    });
  }

  #can() {
    return typeof this.win.showDirectoryPicker === "function";
  }

  /** One after another: a reading never sees a writing half done. */
  #inTurn(work) {
    this.last = this.last.then(work).catch((error) => this.#refused(error));
    return this.last;
  }

  async #refused(error) {
    const reason = folderReason(error);
    this.answers.failed(reason);
    if (reason === "denied") await this.#tell();  // leave was taken back
  }

  async #tell() {
    if (!this.#can()) return this.answers.state(STATE.CANNOT, "");
    if (!this.handle) return this.answers.state(STATE.NONE, "");
    const leave = await this.handle.queryPermission(MODE).catch(() => "denied");
    this.answers.state(leave === "granted" ? STATE.OPEN : STATE.ASKS, this.handle.name);
  }

  /** Directly from the user's tap: the browser's own window is asked for at once, not in turn. */
  pick() {
    if (!this.#can()) return this.#inTurn(() => this.#tell());
    const choice = this.win.showDirectoryPicker({ ...MODE, id: "stoepkrijt" });
    choice.catch(() => {});
    return this.#inTurn(async () => {
      try {
        this.handle = await choice;
      } catch (error) {
        if (error.name !== "AbortError") throw error;
        return this.#tell();  // the user changed their mind: all is as it was
      }
      this.seen.clear();
      await this.storage.keepPlace(PLACE, this.handle).catch(() => {});  // it works in this visit at least
      await this.#tell();
    });
  }

  open() {
    const { handle } = this;
    if (!handle) return this.#inTurn(() => this.#tell());
    const leave = handle.requestPermission(MODE);
    leave.catch(() => {});
    return this.#inTurn(async () => {
      // A window that was closed without an answer leaves it as it was; a no that stands must be said, or nothing happens.
      if ((await leave) === "denied") this.answers.failed("denied");
      await this.#tell();
    });
  }

  forget() {
    return this.#inTurn(async () => {
      this.drop();
      await this.storage.forgetPlace(PLACE).catch(() => {});
      await this.#tell();
    });
  }

  /** What is kept on the device was erased: the folder is not remembered either. */
  drop() {
    this.handle = null;
    this.seen.clear();
  }
  erased() {
    return this.#inTurn(async () => {
      if (!this.handle) return;
      this.drop();
      await this.#tell();
    });
  }

  #there() {
    if (!this.handle) throw new DOMException("no folder", "NotFoundError");
    return this.handle;
  }

  read(prefix, maxBytes) {
    return this.#inTurn(async () => {
      const found = new Map();
      const photos = prefix.includes(PHOTO);
      for await (const [name, entry] of this.#there().entries()) {
        if (entry.kind !== "file" || !name.startsWith(prefix) || !isPlain(name) || name.endsWith(".crswap")) continue;
        if (photos || !name.includes(PHOTO)) found.set(name, entry);
      }
      const files = [];
      for (const name of [...found.keys()].sort()) {
        const file = await this.#readOne(name, found.get(name), maxBytes, photos);
        if (file) files.push(file);
      }
      for (const name of this.seen.keys()) if (name.startsWith(prefix) && !found.has(name)) this.seen.delete(name);
      this.answers.files(files);
    });
  }

  /** `always`: also when it did not change. */
  async #readOne(name, entry, maxBytes, always) {
    try {
      const file = await entry.getFile();
      if (file.size === 0 || (!always && this.seen.get(name) === stamp(file))) return null;
      const bytes = maxBytes > 0 && file.size > maxBytes ? null : new Uint8Array(await file.arrayBuffer());
      this.seen.set(name, stamp(file));
      return { name, bytes };
    } catch (error) {
      if (isBusy(error)) return null;
      throw error;
    }
  }

  write(name, bytes) {
    return this.#inTurn(async () => {
      const folder = this.#there();
      const fresh = await folder.getFileHandle(name).then(() => false, (error) => {
        if (error.name === "NotFoundError") return true;
        throw error;
      });
      const entry = await folder.getFileHandle(name, { create: true });
      try {
        await this.#fill(entry, bytes);
      } catch (error) {
        if (fresh) await this.#drop(folder, name);  // not even an empty one stays
        throw error;
      }
      const file = await entry.getFile().catch(() => null);
      if (file?.size === bytes.length) this.seen.set(name, stamp(file));  // the own words are no news
      this.answers.written(name);
    });
  }

  /** A writer that failed lets go of its file a moment later: until then it cannot be removed. */
  async #drop(folder, name) {
    for (let tries = 0; tries < 10; tries++) {
      try {
        return await folder.removeEntry(name);
      } catch (error) {
        if (error.name === "NotFoundError") return undefined;
        await new Promise((done) => this.win.setTimeout(done, 20 * (tries + 1)));
      }
    }
    return undefined;
  }

  async #fill(entry, bytes) {
    const out = await entry.createWritable();
    try {
      await out.write(bytes);
      await out.close();
    } catch (error) {
      await out.abort().catch(() => {});
      throw error;
    }
  }
}
