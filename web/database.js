// One IndexedDB database that is opened once more when its connection was closed under us (another tab upgrades, a disk error,
// the browser makes room). Writes ask for strict durability and are told only when the transaction is complete.

export const KEPT = "kept";  // what the core keeps: key to bytes
export const PAGE = "page";  // what only the page knows: the handle of the shared folder, the number of writes
const VERSION = 3;           // 1 had only KEPT; 2 had PLACES instead of PAGE
const PLACES = "places";
const missing = () => new DOMException("no storage", "NotSupportedError");

function upgrade(db, tx) {
  for (const store of [KEPT, PAGE]) {
    if (!db.objectStoreNames.contains(store)) db.createObjectStore(store);
  }
  if (!db.objectStoreNames.contains(PLACES)) return;
  tx.objectStore(PLACES).openCursor().onsuccess = ({ target }) => {
    const at = target.result;
    if (!at) return db.deleteObjectStore(PLACES);
    tx.objectStore(PAGE).put(at.value, at.key);
    at.continue();
  };
}

export class Database {
  /** `factory`: an IDBFactory (may be undefined); `patience`: ms to wait for an old tab that holds an older version. */
  constructor(factory, name, patience) {
    Object.assign(this, { factory, name, patience });
    this.held = false;   // an old tab does not let go, and the browser still waits for it
    this.taken = false;  // the connection was closed under us: what is there now may be something else
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
      request.onupgradeneeded = () => upgrade(request.result, request.transaction);
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
        db.onclose = () => (this.taken = true);
        db.onversionchange = () => {
          db.close();
          this.taken = true;
        };
        if (this.held) this.opening = Promise.resolve(db);  // after all
        this.held = false;
        resolve(db);
      };
    });
    opening.catch(() => {});  // who needs it hears it
    return opening;
  }

  reopen() {
    this.taken = false;
    this.opening = this.#open();
  }

  close() {
    this.opening.then((db) => db.close(), () => {});
  }

  available() {
    return this.opening.then(() => true, () => false);
  }

  /**
   * Runs `work(kept, page)`, the two stores, in one transaction; resolves with the results of the requests it gives back,
   * when they are durable if it writes ("readwrite"). Rejects when nothing of it happened.
   */
  async run(mode, work) {
    for (let again = true; ; again = false) {
      const opening = this.opening;
      let tx;
      try {
        tx = (await opening).transaction([KEPT, PAGE], mode, { durability: "strict" });
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
        requests = work(tx.objectStore(KEPT), tx.objectStore(PAGE));
      } catch (error) {
        reject(error);
        tx.abort();  // what it had asked so far does not happen either
      }
    });
  }
}
