// What the app keeps on this device: one IndexedDB store, key to bytes. Writes ask for strict durability, and the answer
// comes only when the transaction is complete. Transactions of one store run in the order in which they were made, so
// two saves of one key cannot change places.
// The database is named after the folder the site is served from: two copies on one host do not see each other's data.

const STORE = "kept";

export class Storage {
  /** `factory`: window.indexedDB (may be undefined); `name`: of the database. */
  constructor(factory, name) {
    this.db = null;
    this.lasts = null;
    this.opening = this.#open(factory, name);
  }

  #open(factory, name) {
    return new Promise((resolve) => {
      const no = () => resolve(null);
      try {
        if (!factory) return no();
        const request = factory.open(name, 1);
        request.onupgradeneeded = () => request.result.createObjectStore(STORE);
        request.onerror = no;
        request.onsuccess = () => {
          const db = request.result;
          db.onversionchange = () => db.close();
          resolve(db);
        };
      } catch {
        no();  // some browsers throw in private windows
      }
    });
  }

  /** Whether anything can be kept. */
  async available() {
    return (await this.opening) !== null;
  }

  /** Runs `work(store)` in one transaction; resolves with its request's result, when it is durable if it writes. */
  async #run(mode, work) {
    const db = await this.opening;
    if (!db) throw new DOMException("no storage", "NotSupportedError");
    return new Promise((resolve, reject) => {
      const tx = db.transaction(STORE, mode, { durability: "strict" });
      const request = work(tx.objectStore(STORE));
      tx.oncomplete = () => resolve(request.result);
      tx.onabort = () => reject(tx.error ?? request.error ?? new DOMException("aborted", "AbortError"));
    });
  }

  save(key, bytes) {
    return this.#run("readwrite", (store) => store.put(bytes, key));
  }

  /** The bytes, or null when nothing is kept under this key. */
  async load(key) {
    const value = await this.#run("readonly", (store) => store.get(key));
    return value === undefined ? null : new Uint8Array(value.buffer ?? value, value.byteOffset ?? 0, value.byteLength);
  }

  eraseAll() {
    return this.#run("readwrite", (store) => store.clear());
  }
}

/** "full", "missing" or "failed": what the core is told about a storage error. */
export function storageReason(error) {
  if (error?.name === "QuotaExceededError") return "full";
  return error?.name === "NotSupportedError" ? "missing" : "failed";
}
