// What the app keeps on this device: IndexedDB, key to bytes. Writes ask for strict durability, and the answer comes only
// when the transaction is complete. Transactions of one store run in the order in which they were made, so two writes
// cannot change places. A commit is one transaction: whole or not at all.
// The database is named after the folder the site is served from: two copies on one host do not see each other's data.
// A connection that was closed under us (another tab upgrades, a disk error, the browser makes room) is opened once more
// by whoever needs it next; when that fails too, the reason is told.

const KEPT = "kept";      // what the core keeps: bytes
const PLACES = "places";  // the handle of the shared folder: only the page can hold it
const VERSION = 2;        // 1 had no PLACES
const PATIENCE_MS = 3000; // for an old tab that holds on to the old version

const asBytes = (value) => new Uint8Array(value.buffer ?? value, value.byteOffset ?? 0, value.byteLength);
const missing = () => new DOMException("no storage", "NotSupportedError");

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

export class Storage {
  /** `factory`: window.indexedDB (may be undefined); `name`: of the database. */
  constructor(factory, name, patience = PATIENCE_MS) {
    Object.assign(this, { factory, name, patience });
    this.held = false;  // an old tab does not let go, and the browser still waits for it
    this.opening = this.#open();
  }

  #open() {
    const opening = new Promise((resolve, reject) => {
      if (!this.factory) return reject(missing());
      let request;
      try {
        request = this.factory.open(this.name, VERSION);
      } catch {
        return reject(missing());  // some browsers throw in private windows
      }
      request.onupgradeneeded = () => {
        for (const store of [KEPT, PLACES]) {
          if (!request.result.objectStoreNames.contains(store)) request.result.createObjectStore(store);
        }
      };
      request.onblocked = () => setTimeout(() => {
        this.held = request.readyState === "pending";
        reject(new DOMException("another tab holds an older version", "AbortError"));
      }, this.patience);
      request.onerror = () => {
        this.held = false;
        reject(request.error?.name === "InvalidStateError" ? missing() : request.error ?? missing());
      };
      request.onsuccess = () => {
        const db = request.result;
        db.onversionchange = () => db.close();
        if (this.held) this.opening = Promise.resolve(db);  // after all
        this.held = false;
        resolve(db);
      };
    });
    opening.catch(() => {});  // who needs it hears it
    return opening;
  }

  /** Whether anything can be kept. */
  available() {
    return this.opening.then(() => true, () => false);
  }

  /**
   * Runs `work(transaction)` in one transaction; resolves with the results of the requests it gives back, when they are
   * durable if it writes. Whoever waits for a new connection does so in the order of asking.
   */
  async #run(mode, stores, work) {
    for (let again = true; ; again = false) {
      const opening = this.opening;
      let tx;
      try {
        tx = (await opening).transaction(stores, mode, { durability: "strict" });
      } catch (error) {
        if (!again || !this.factory || this.held) throw error;
        if (this.opening === opening) this.opening = this.#open();
        continue;
      }
      return this.#finish(tx, work);
    }
  }

  #finish(tx, work) {
    return new Promise((resolve, reject) => {
      let requests = [];
      tx.oncomplete = () => resolve(requests.map((request) => request.result));
      tx.onabort = () => reject(tx.error ?? requests.find((r) => r.error)?.error ?? new DOMException("aborted", "AbortError"));
      try {
        requests = work(tx);
      } catch (error) {
        reject(error);
        tx.abort();  // what it had asked so far does not happen either
      }
    });
  }

  async save(key, bytes) {
    await this.#run("readwrite", KEPT, (tx) => [tx.objectStore(KEPT).put(bytes, key)]);
  }

  /** First forgets the ranges [first, end), then keeps the pairs [key, bytes]: all of it or nothing. */
  async commit({ erase, puts }) {
    await this.#run("readwrite", KEPT, (tx) => {
      const store = tx.objectStore(KEPT);
      const ranges = erase.filter(([first, end]) => first < end);  // IndexedDB refuses one that holds nothing
      return [...ranges.map(([first, end]) => store.delete(IDBKeyRange.bound(first, end, false, true))),
              ...puts.map(([key, bytes]) => store.put(bytes, key))];
    });
  }

  /** The bytes, or null when nothing is kept under this key. */
  async load(key) {
    const [value] = await this.#run("readonly", KEPT, (tx) => [tx.objectStore(KEPT).get(key)]);
    return value === undefined ? null : asBytes(value);
  }

  /** All that is kept in [first, end), as of one moment: {keys, values}, sorted by key. */
  async loadRange(first, end) {
    const [keys = [], values = []] = await this.#run("readonly", KEPT, (tx) => {
      if (!(first < end)) return [];
      const range = IDBKeyRange.bound(first, end, false, true);
      const store = tx.objectStore(KEPT);
      return [store.getAllKeys(range), store.getAll(range)];
    });
    return { keys, values: values.map(asBytes) };
  }

  /** Forgets everything, the place of the folder too. */
  async eraseAll() {
    await this.#run("readwrite", [KEPT, PLACES], (tx) => [KEPT, PLACES].map((store) => tx.objectStore(store).clear()));
  }

  // ---- what is no bytes: the handle of a folder ------------------------------------------------------------------
  async place(name) {
    return (await this.#run("readonly", PLACES, (tx) => [tx.objectStore(PLACES).get(name)]))[0] ?? null;
  }
  async keepPlace(name, handle) {
    await this.#run("readwrite", PLACES, (tx) => [tx.objectStore(PLACES).put(handle, name)]);
  }
  async forgetPlace(name) {
    await this.#run("readwrite", PLACES, (tx) => [tx.objectStore(PLACES).delete(name)]);
  }
}

/** "full", "missing" or "failed": what the core is told about a storage error. */
export function storageReason(error) {
  if (error?.name === "QuotaExceededError") return "full";
  return error?.name === "NotSupportedError" ? "missing" : "failed";
}
