// What the app keeps on this device: IndexedDB, key to bytes. Everything happens in the order in which it was asked; a commit
// is one transaction, whole or not at all. The database is named after the folder the site is served from: two copies on one
// host do not see each other's data.
//
// Where the browser has storage buckets (Chromium) all is written twice, one after the other: in the usual place and in a
// bucket. Chromium keeps a database in a log; when it is killed in the middle of a record, it goes on writing behind the torn
// one, and at the start after that it takes the whole log for damaged and deletes the database. (Seen by tests/web/kill.mjs;
// the other browsers keep SQLite files.) A kill can tear only the log that is just being written, so one of the two is
// always good. At each start, and when the browser closed the connection, they are compared by the number of their writes:
// the one that has fewer (none, when it was deleted) is filled from the other, before anything is read.
import { Database } from "./database.js";

const PATIENCE_MS = 3000;
const TURN = "turn";  // the number of writes so far
const AT_ONCE = 16;   // photos among them: not all of them in memory

const asBytes = (value) => new Uint8Array(value.buffer ?? value, value.byteOffset ?? 0, value.byteLength);

/**
 * What a commit does, read from its table (web_host.cpp: table_of): lines "erase FIRST END" and "put KEY LENGTH", the
 * lengths in the order of `bytes`. Gives {erase: [[first, end]], puts: [[key, bytes]]}, each with a copy of its own (a view
 * would be kept with all of its buffer). Throws a SyntaxError when the table and the bytes do not fit each other.
 */
export function readCommit(table, bytes) {
  const erase = [];
  const puts = [];
  let at = 0;
  const lines = table.split("\n");
  if (lines.pop() !== "") throw new SyntaxError("the table breaks off");
  for (const line of lines) {
    const words = /^(?:(put) ([!-~]+) (0|[1-9][0-9]{0,14})|(erase) ([!-~]+) ([!-~]+))$/.exec(line);
    if (!words) throw new SyntaxError("not a line of a commit: " + line);
    if (words[4]) {
      erase.push([words[5], words[6]]);
      continue;
    }
    const end = at + Number(words[3]);
    if (end > bytes.length) throw new SyntaxError("fewer bytes than the table says");
    puts.push([words[2], bytes.slice(at, end)]);
    at = end;
  }
  if (at !== bytes.length) throw new SyntaxError("more bytes than the table says");
  return { erase, puts };
}

/** The second place of this browser: an IDBFactory, or null where there is none. */
export async function spareFactory(win) {
  try {
    if (!win.navigator.locks) return null;
    return (await win.navigator.storageBuckets.open("stoepkrijt", { durability: "strict" })).indexedDB;
  } catch {
    return null;
  }
}

export class Storage {
  /**
   * `factory`: window.indexedDB (may be undefined); `name`: of the database. `spare`: gives (a promise of) the factory of the
   * second place, or null; `locks`: navigator.locks, so that other tabs write to both places as one.
   */
  constructor(factory, name, { spare, locks, patience = PATIENCE_MS } = {}) {
    Object.assign(this, { name, patience, locks });
    this.main = new Database(factory, name, patience);
    this.findSpare = spare ?? (() => null);
    this.spare = null;
    this.agreed = false;
    this.filled = "";  // "main" or "spare": the place that was filled from the other at this start
    this.last = Promise.resolve();
  }

  /** Whether anything can be kept. */
  available() {
    return this.main.available();
  }

  // ---- in turn, in both places --------------------------------------------------------------------------------------
  #inTurn(work) {
    const result = this.last.then(async () => {
      if (this.main.taken) {
        this.main.reopen();
        this.agreed = false;
      }
      if (!this.agreed) await this.#agree();
      return work();
    });
    this.last = result.catch(() => {});
    return result;
  }

  #locked(work) {
    return this.spare ? this.locks.request(this.name + " writes", work) : work();
  }

  /** Before the first reading or writing: finds the second place and brings both to the same state. */
  async #agree() {
    await this.main.run("readonly", () => []);  // without it there is nothing to keep twice, and this says why
    this.spare?.close();
    const factory = await Promise.resolve(this.findSpare()).catch(() => null);
    this.spare = factory ? new Database(factory, this.name, this.patience) : null;
    await this.#locked(() => this.spare && this.#compare());
    this.agreed = true;
  }

  async #compare() {
    const look = (db) => db.run("readonly", (kept, page) => [page.get(TURN), kept.count()]);
    const [turn = 0, count] = await look(this.main);
    const its = await look(this.spare).catch(() => null);
    if (!its) {
      this.spare = null;
      return;
    }
    const [itsTurn = 0, itsCount] = its;
    if (turn === itsTurn && count === itsCount) return;
    // When this fails nothing is read or written: what is left would pass for all there is.
    this.filled = itsTurn > turn ? "main" : "spare";
    if (itsTurn > turn) return this.#copy(this.spare, this.main);
    await this.#copy(this.main, this.spare).catch(() => (this.spare = null));
  }

  /** TURN goes last: a copy that broke off has none, and is made anew. */
  async #copy(from, to) {
    const [keys, places, turn] = await from.run("readonly", (kept, page) => [kept.getAllKeys(), page.getAllKeys(), page.get(TURN)]);
    await to.run("readwrite", (kept, page) => [kept.clear(), page.clear()]);
    const all = [...keys.map((key) => [0, key]), ...places.filter((key) => key !== TURN).map((key) => [1, key])];
    for (let at = 0; at < all.length; at += AT_ONCE) {
      const some = all.slice(at, at + AT_ONCE);
      const values = await from.run("readonly", (...stores) => some.map(([i, key]) => stores[i].get(key)));
      await to.run("readwrite", (...stores) => some.map(([i, key], k) => stores[i].put(values[k], key)));
    }
    await to.run("readwrite", (_, page) => [page.put(turn ?? 0, TURN)]);
  }

  /** `work` as in Database.run, with one more turn; told when it is durable in both places. */
  #write(work) {
    const counted = (kept, page) => {
      page.get(TURN).onsuccess = ({ target }) => page.put((target.result ?? 0) + 1, TURN);
      return work(kept, page);
    };
    return this.#inTurn(() => this.#locked(async () => {
      await this.main.run("readwrite", counted);
      // One place is enough to say yes; the second is filled anew at the next start.
      if (this.spare) await this.spare.run("readwrite", counted).catch(() => (this.spare = null));
    }));
  }
  #read(work) {
    return this.#inTurn(() => this.main.run("readonly", work));
  }

  // ---- what the core keeps --------------------------------------------------------------------------------------------
  save(key, bytes) {
    return this.#write((kept) => [kept.put(bytes, key)]);
  }

  /** First forgets the ranges [first, end), then keeps the pairs [key, bytes]: all of it or nothing. */
  commit({ erase, puts }) {
    return this.#write((kept) => {
      const ranges = erase.filter(([first, end]) => first < end);  // IndexedDB refuses one that holds nothing
      return [...ranges.map(([first, end]) => kept.delete(IDBKeyRange.bound(first, end, false, true))),
              ...puts.map(([key, bytes]) => kept.put(bytes, key))];
    });
  }

  /** The bytes, or null when nothing is kept under this key. */
  async load(key) {
    const [value] = await this.#read((kept) => [kept.get(key)]);
    return value === undefined ? null : asBytes(value);
  }

  /** All that is kept in [first, end), as of one moment: {keys, values}, sorted by key. */
  async loadRange(first, end) {
    const [keys = [], values = []] = await this.#read((kept) => {
      if (!(first < end)) return [];
      const range = IDBKeyRange.bound(first, end, false, true);
      return [kept.getAllKeys(range), kept.getAll(range)];
    });
    return { keys, values: values.map(asBytes) };
  }

  /** Forgets everything, the place of the folder too. Only the number of writes goes on: emptied is not lost. */
  eraseAll() {
    return this.#write((kept, page) => [kept.clear(), page.delete(IDBKeyRange.upperBound(TURN, true)),
                                        page.delete(IDBKeyRange.lowerBound(TURN, true))]);
  }

  // ---- what is no bytes: the handle of a folder ------------------------------------------------------------------
  async place(name) {
    return (await this.#read((_, page) => [page.get(name)]))[0] ?? null;
  }
  keepPlace(name, handle) {
    return this.#write((_, page) => [page.put(handle, name)]);
  }
  forgetPlace(name) {
    return this.#write((_, page) => [page.delete(name)]);
  }
}

/** "full", "missing" or "failed": what the core is told about a storage error. */
export function storageReason(error) {
  if (error?.name === "QuotaExceededError") return "full";
  return error?.name === "NotSupportedError" ? "missing" : "failed";
}
