// Of all pages of this app on the device one may write what is kept: the one that holds the lock (Web Locks), named as
// the database. A page asks at its start and hears at once; one that may not yet waits, and hears it when the lock is free.
//
// A page gives the lock up when it is closed (the browser does that, after a crash too), and also when the browser puts it
// aside: at "pagehide" (it may go to the back/forward cache) and at "freeze" (a tab in the background is stopped). It has
// then been told that it may not write. When it comes back ("pageshow" from the cache, "resume") it asks anew, and a yes
// means, as always, that what is kept may have changed. A tab that is only hidden keeps the lock: its words are not lost by
// a look at another tab. What cannot be helped: a browser that stops a hidden tab without saying so (some phones) leaves the
// lock with it until the tab is closed.
// Without locks (no secure context, an old browser) every page may write, as if it were alone.

export class Writer {
  /** `locks`: navigator.locks (may be undefined); `tell(mine)`: at each change. */
  constructor(win, locks, name, tell) {
    Object.assign(this, { win, locks, name, tell });
    this.mine = null;     // what was told last
    this.release = null;  // gives back the lock that is held
    this.waiting = null;  // aborts the request that waits
    this.round = 0;       // answers of an earlier round are void
    this.aside = true;    // not asked yet, or given up
  }

  start() {
    if (!this.locks) return this.#say(true);
    this.win.addEventListener("pagehide", () => this.#giveUp());
    this.win.document.addEventListener("freeze", () => this.#giveUp());
    this.win.addEventListener("pageshow", (e) => e.persisted && this.#ask());
    this.win.document.addEventListener("resume", () => this.#ask());
    this.#ask();
  }

  #say(mine) {
    if (mine === this.mine) return;
    this.mine = mine;
    this.tell(mine);
  }

  #ask() {
    if (!this.aside) return;  // back from the cache two events may come
    this.aside = false;
    const round = ++this.round;
    this.#request(round, { ifAvailable: true }, () => {
      this.#say(false);
      this.waiting = new AbortController();
      this.#request(round, { signal: this.waiting.signal });
    });
  }

  /** Holds the lock, once it is given, until `release`. */
  #request(round, options, taken) {
    const held = (lock) => {
      if (round !== this.round) return undefined;  // given up meanwhile: goes back at once
      if (!lock) return taken();
      this.#say(true);
      return new Promise((resolve) => (this.release = resolve));
    };
    const failed = (error) => {
      // Locks that are forbidden here (an opaque origin) are as good as none.
      if (round === this.round && error?.name !== "AbortError") this.#say(true);
    };
    try {
      this.locks.request(this.name, options, held).catch(failed);
    } catch (error) {
      failed(error);
    }
  }

  #giveUp() {
    this.aside = true;
    this.round += 1;
    this.waiting?.abort();
    this.release?.();
    this.waiting = this.release = null;
    this.#say(false);
  }
}
