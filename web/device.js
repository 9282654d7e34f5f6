// The person's device: preferences, network, place, storage quota, random bytes. Each function takes callbacks and never
// throws; what the device refuses comes back in words the core knows ("denied", "timeout", "none").

const QUERIES = {
  dark: "(prefers-color-scheme: dark)",
  contrast: "(prefers-contrast: more)",
  forced: "(forced-colors: active)",
  still: "(prefers-reduced-motion: reduce)",
  coarse: "(pointer: coarse)",
};

/** Calls `changed({dark, contrast, forced, still, coarse, languages})` now and at each change. */
export function watchMedia(win, changed) {
  const lists = Object.entries(QUERIES).map(([key, query]) => [key, win.matchMedia(query)]);
  const tell = () => {
    const state = Object.fromEntries(lists.map(([key, list]) => [key, list.matches]));
    changed({ ...state, languages: (win.navigator.languages ?? []).join(",") });
  };
  for (const [, list] of lists) list.addEventListener("change", tell);
  tell();
}

export function watchOnline(win, changed) {
  win.addEventListener("online", () => changed(true));
  win.addEventListener("offline", () => changed(false));
  changed(win.navigator.onLine !== false);
}

/** Available, persisted, used and quota: all false and 0 when the device keeps nothing. */
export async function storageState(win, storage, ask) {
  const state = { available: await storage.available(), persisted: false, used: 0, quota: 0 };
  const manager = win.navigator.storage;
  if (!state.available || !manager) return state;
  try {
    state.persisted = ask ? await manager.persist() : await manager.persisted();
    const { usage = 0, quota = 0 } = await manager.estimate();
    Object.assign(state, { used: usage, quota });
  } catch {
    // Some browsers refuse to tell: what we know so far stands.
  }
  return state;
}

const LOCATE_OPTIONS = { enableHighAccuracy: true, timeout: 20000, maximumAge: 5000 };
const LOCATE_REASONS = { 1: "denied", 2: "none", 3: "timeout" };

export class Locator {
  constructor(geolocation, found, failed) {
    this.geolocation = geolocation;
    this.found = found;
    this.failed = failed;
    this.watch = null;
  }

  locate(follow) {
    if (!this.geolocation) return this.failed("none");
    const found = ({ coords, timestamp }) => this.found(coords.longitude, coords.latitude, coords.accuracy, timestamp);
    const failed = (e) => this.failed(LOCATE_REASONS[e.code] ?? "none");
    if (!follow) return this.geolocation.getCurrentPosition(found, failed, LOCATE_OPTIONS);
    this.stop();
    this.watch = this.geolocation.watchPosition(found, failed, LOCATE_OPTIONS);
  }

  stop() {
    if (this.watch !== null) this.geolocation.clearWatch(this.watch);
    this.watch = null;
  }
}

/** While it is on, the browser asks in its own words before the page is closed or loaded anew. */
export class LeavingGuard {
  constructor(win) {
    this.win = win;
    this.asks = (event) => {
      event.preventDefault();
      event.returnValue = true;  // what older browsers look at
    };
  }

  guard(on) {
    this.win.removeEventListener("beforeunload", this.asks);
    if (on) this.win.addEventListener("beforeunload", this.asks);
  }
}

/** Keeps the screen on while the page is seen. A browser takes that back when the page is hidden; it is asked for again when it is seen. */
export class WakeKeeper {
  constructor(win, changed) {
    this.win = win;
    this.changed = changed;
    this.wanted = false;
    this.asking = false;
    this.lock = null;
    win.document.addEventListener("visibilitychange", () => this.#ask());
  }

  keep(on) {
    this.wanted = on;
    if (on) return this.#ask();
    this.lock?.release().catch(() => {});
    return undefined;
  }

  async #ask() {
    if (!this.wanted || this.lock || this.asking || this.win.document.visibilityState !== "visible") return;
    const manager = this.win.navigator.wakeLock;
    if (!manager) return;
    this.asking = true;
    try {
      const lock = await manager.request("screen");
      if (!this.wanted) return void lock.release().catch(() => {});
      this.lock = lock;
      lock.addEventListener("release", () => {
        this.lock = null;
        this.changed(false);
      });
      this.changed(true);
    } catch {
      // The battery is low, or the device does not want to: the app says that the screen may go off.
    } finally {
      this.asking = false;
    }
  }
}

export const entropy = (win) => win.crypto.getRandomValues(new Uint8Array(32));
