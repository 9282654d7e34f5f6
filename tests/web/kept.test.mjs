// What is kept on the device, in a real browser: commits whole or not at all, ranges, an older database, a connection that
// is closed under us, and which page may write.
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";

import { serve } from "../../tools/serve.mjs";
import { SHELL, fakeCore } from "./fake_core.mjs";
import { launch, repository } from "./harness.mjs";

let browser;
let server;
before(async () => {
  server = await serve({ root: path.join(repository, "web"), port: 0 });
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.close();
});

/** A page of the site's own origin that has what the bridge looks for, and no app. */
async function empty(context) {
  const page = await (context ?? (await browser.newContext())).newPage();
  await page.route("**/leeg.html", (route) => route.fulfill({ contentType: "text/html", body: SHELL }));
  await page.goto(server.url + "leeg.html");
  await page.evaluate(() => {
    globalThis.text = (s) => new TextEncoder().encode(s);
    globalThis.shown = async (s, first, end) => {
      const { keys, values } = await s.loadRange(first, end);
      return keys.map((key, i) => key + "=" + new TextDecoder().decode(values[i]));
    };
  });
  return page;
}
const closed = (page) => page.context().close();

test("a commit forgets its ranges first, then keeps its puts; a range holds its first key and not its end", async () => {
  const page = await empty();
  const seen = await page.evaluate(async () => {
    const { Storage, readCommit } = await import("./storage.js");
    const s = new Storage(indexedDB, "stap");
    await s.commit(readCommit("put d-1 1\nput d-2 2\nput d-3 0\nput e 1\n", text("abbe")));
    const first = await shown(s, "d-", "d.");
    await s.commit(readCommit("erase d-1 d-3\nerase x a\nput d-2 3\n", text("new")));
    return { first, then: await shown(s, "d-", "d."), all: await shown(s, "!", "~"), none: await shown(s, "d.", "d-"),
             empty: await shown(s, "q", "r"), length: (await s.load("d-2")).buffer.byteLength };
  });
  assert.deepEqual(seen, { first: ["d-1=a", "d-2=bb", "d-3="], then: ["d-2=new", "d-3="], all: ["d-2=new", "d-3=", "e=e"], none: [],
                           empty: [], length: 3 }, "each put is kept by itself, not with the bytes of the others");
  await closed(page);
});

test("a commit of which one part fails leaves everything as it was, and the reason is told", async () => {
  const page = await empty();
  const seen = await page.evaluate(async () => {
    const { Storage, storageReason } = await import("./storage.js");
    const s = new Storage(indexedDB, "heel");
    await s.commit({ erase: [], puts: [["a", text("1")], ["b", text("2")]] });
    const reason = (promise) => promise.then(() => "ok", storageReason);
    const own = IDBObjectStore.prototype.put;
    const failing = async (fault) => {
      IDBObjectStore.prototype.put = function (value, key) {
        return key === "c" ? fault(this) : own.call(this, value, key);
      };
      const told = await reason(s.commit({ erase: [["a", "b"]], puts: [["b", text("3")], ["c", text("4")]] }));
      IDBObjectStore.prototype.put = own;
      return [told, await shown(s, "a", "z")];
    };
    const thrown = await failing(() => { throw new DOMException("no copy", "DataCloneError"); });
    const full = await failing((store) => {
      const request = own.call(store, text("4"), "c");
      Object.defineProperty(store.transaction, "error", { value: new DOMException("full", "QuotaExceededError") });
      store.transaction.abort();
      return request;
    });
    return { thrown, full };
  });
  assert.deepEqual(seen, { thrown: ["failed", ["a=1", "b=2"]], full: ["full", ["a=1", "b=2"]] });
  await closed(page);
});

test("saves and commits happen in the order in which they were asked, also over a connection that was closed", async () => {
  const page = await empty();
  const seen = await page.evaluate(async () => {
    const { Storage } = await import("./storage.js");
    const s = new Storage(indexedDB, "volgorde");
    const put = (key, words) => s.commit({ erase: [], puts: [[key, text(words)]] });
    await Promise.all([s.save("a", text("1")), put("a", "2"), s.save("a", text("3")), put("b", "1")]);
    const first = await shown(s, "a", "z");
    (await s.main.opening).close();  // as the browser does when its disk fails or it makes room
    const order = [];
    await Promise.all([put("a", "4"), s.save("a", text("5")), put("a", "6"), s.eraseAll(), put("c", "7")].map((p, i) => p.then(() => order.push(i))));
    return { first, order, then: await shown(s, "a", "z") };
  });
  assert.deepEqual(seen, { first: ["a=3", "b=1"], order: [0, 1, 2, 3, 4], then: ["c=7"] });
  await closed(page);
});

test("another tab may take the database away: the next write opens it again", async () => {
  const page = await empty();
  const other = await empty(page.context());
  await page.evaluate(async () => {
    const { Storage } = await import("./storage.js");
    globalThis.s = new Storage(indexedDB, "weg");
    await s.save("a", text("1"));
  });
  await other.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase("weg");
    request.onsuccess = resolve;
    request.onerror = request.onblocked = () => reject(new Error("held"));
  }));
  assert.deepEqual(await page.evaluate(async () => {
    await s.save("b", text("2"));
    return shown(s, "a", "z");
  }), ["b=2"]);
  await closed(page);
});

test("a database of an earlier version keeps its content, and a newer one is not touched: its reason is told", async () => {
  const page = await empty();
  const seen = await page.evaluate(async () => {
    const make = (name, version, stores) => new Promise((resolve) => {
      const request = indexedDB.open(name, version);
      request.onupgradeneeded = () => stores.forEach((store) => request.result.createObjectStore(store));
      request.onsuccess = () => {
        const tx = request.result.transaction(stores, "readwrite");
        tx.objectStore("kept").put(text("oud"), "dossier");
        if (stores.includes("places")) tx.objectStore("places").put({ name: "oude map" }, "folder");
        tx.oncomplete = () => {
          request.result.close();
          resolve();
        };
      };
    });
    const { Storage, storageReason } = await import("./storage.js");
    await make("een", 1, ["kept"]);
    const one = new Storage(indexedDB, "een");
    const kept = await shown(one, "a", "z");
    await one.keepPlace("folder", { name: "map" });
    const place = await new Storage(indexedDB, "een").place("folder");
    await one.forgetPlace("folder");
    const forgotten = await one.place("folder");
    await one.keepPlace("folder", { name: "map" });
    await one.eraseAll();
    await make("twee", 2, ["kept", "places"]);
    const two = new Storage(indexedDB, "twee");
    const second = [await shown(two, "a", "z"), await two.place("folder")];
    await make("later", 9, ["kept", "page", "more"]);
    const newer = await new Storage(indexedDB, "later").save("dossier", text("nieuw")).then(() => "ok", storageReason);
    return { kept, place, forgotten, erased: [await one.place("folder"), await shown(one, "a", "z")], second, newer };
  });
  assert.deepEqual(seen, { kept: ["dossier=oud"], place: { name: "map" }, forgotten: null, erased: [null, []],
                           second: [["dossier=oud"], { name: "oude map" }], newer: "failed" });
  await closed(page);
});

test("an old tab that does not let go is not waited for without end; when it does, the database opens", async () => {
  const page = await empty();
  const seen = await page.evaluate(async () => {
    const old = await new Promise((resolve) => {
      const request = indexedDB.open("vast", 1);
      request.onupgradeneeded = () => request.result.createObjectStore("kept");
      request.onsuccess = () => resolve(request.result);  // and no onversionchange
    });
    const { Storage, storageReason } = await import("./storage.js");
    const s = new Storage(indexedDB, "vast", { patience: 100 });
    const held = await s.save("a", text("1")).then(() => "ok", storageReason);
    const available = await s.available();
    old.close();
    while (!(await s.available())) await new Promise((done) => setTimeout(done, 10));
    await s.save("a", text("2"));
    return { held, available, then: await shown(s, "a", "z") };
  });
  assert.deepEqual(seen, { held: "failed", available: false, then: ["a=2"] });
  await closed(page);
});

// ---- twice ------------------------------------------------------------------------------------------------------------
/** A page with what the tests below need: twin() is a Storage that keeps twice, once() one of the places alone. */
async function twice(context) {
  const page = await empty(context);
  await page.evaluate(async () => {
    const { Storage, spareFactory } = await import("./storage.js");
    globalThis.bucket = () => spareFactory(window);
    globalThis.twin = (spare = bucket) => new Storage(indexedDB, "twee", { spare, locks: navigator.locks });
    globalThis.once = (factory) => new Storage(factory, "twee");
    globalThis.lose = (factory) => new Promise((resolve, reject) => {
      const request = factory.deleteDatabase("twee");
      request.onsuccess = () => resolve();
      request.onerror = reject;
    });
    globalThis.both = async () => [await shown(once(indexedDB), "!", "~"), await shown(once(await bucket()), "!", "~")];
  });
  return page;
}

test("what is kept is kept in two places, and a lost one is filled from the other before anything is read", async () => {
  const page = await twice();
  const seen = await page.evaluate(async () => {
    const out = {};
    const one = twin();
    await Promise.all([one.save("a", text("1")), one.commit({ erase: [["a", "b"]], puts: [["b", text("2")], ["c", text("3")]] }), one.save("d", text("4"))]);
    await one.keepPlace("folder", { name: "map" });
    out.both = await both();
    await lose(indexedDB);  // as Chromium does when it takes its log for damaged
    const two = twin();
    out.first = await two.load("b").then((bytes) => new TextDecoder().decode(bytes));
    out.place = await two.place("folder");
    await two.save("e", text("5"));
    await lose(await bucket());
    out.range = await shown(twin(), "!", "~");
    out.again = await both();
    return out;
  });
  const all = ["b=2", "c=3", "d=4"];
  assert.deepEqual(seen, { both: [all, all], first: "2", place: { name: "map" }, range: [...all, "e=5"], again: [[...all, "e=5"], [...all, "e=5"]] });
  await closed(page);
});

test("a place that the browser takes away in the middle of a visit is filled before it is used again", async () => {
  const page = await twice();
  const seen = await page.evaluate(async () => {
    const one = twin();
    await one.save("a", text("1"));
    const db = await one.main.opening;
    await lose(indexedDB);
    db.dispatchEvent(new Event("close"));
    const range = await shown(one, "!", "~");
    await one.save("b", text("2"));
    return { range, both: await both() };
  });
  assert.deepEqual(seen, { range: ["a=1"], both: [["a=1", "b=2"], ["a=1", "b=2"]] });
  await closed(page);
});

test("what was erased stays erased: an emptied place is not a lost one", async () => {
  const page = await twice();
  const seen = await page.evaluate(async () => {
    const one = twin();
    await one.save("a", text("1"));
    await one.keepPlace("folder", { name: "map" });
    await one.eraseAll();
    const erased = await both();
    await lose(indexedDB);
    return { erased, then: await shown(twin(), "!", "~"), place: await twin().place("folder") };
  });
  assert.deepEqual(seen, { erased: [[], []], then: [], place: null });
  await closed(page);
});

test("a second place that missed a write, or is full, is no reason to say no, and is filled at the next start", async () => {
  const page = await twice();
  const seen = await page.evaluate(async () => {
    await once(indexedDB).save("a", text("1"));  // killed between the two
    await twin().load("a");
    const caughtUp = await both();
    globalThis.spare = await bucket();
    const full = async () => ({ open: (...args) => {
      const request = globalThis.spare.open(...args);
      request.addEventListener("success", () => {
        const { transaction } = request.result;
        request.result.transaction = function (stores, mode, options) {
          if (mode === "readwrite") throw new DOMException("full", "QuotaExceededError");
          return transaction.call(this, stores, mode, options);
        };
      });
      return request;
    } });
    const one = twin(full);
    await one.save("b", text("2"));
    await one.save("c", text("3"));
    const behind = await both();
    await twin().load("a");
    return { caughtUp, behind, filled: await both(), none: await twin(() => Promise.reject(new Error("no buckets"))).load("b").then((b) => b.length) };
  });
  const all = ["a=1", "b=2", "c=3"];
  assert.deepEqual(seen, { caughtUp: [["a=1"], ["a=1"]], behind: [all, ["a=1"]], filled: [all, all], none: 1 });
  await closed(page);
});

test("when a lost place cannot be filled, nothing is read and nothing written, and the good one stays", async () => {
  const page = await twice();
  const seen = await page.evaluate(async () => {
    const { storageReason } = await import("./storage.js");
    await twin().save("a", text("1"));
    await lose(indexedDB);
    const own = IDBObjectStore.prototype.clear;
    IDBObjectStore.prototype.clear = () => { throw new DOMException("full", "QuotaExceededError"); };
    const one = twin();
    const told = [];
    for (const work of [() => one.load("a"), () => one.save("a", text("2"))]) told.push(await work().then(() => "ok", storageReason));
    IDBObjectStore.prototype.clear = own;
    const kept = await both();
    await one.save("b", text("3"));
    return { told, kept, then: await both() };
  });
  assert.deepEqual(seen, { told: ["full", "full"], kept: [[], ["a=1"]], then: [["a=1", "b=3"], ["a=1", "b=3"]] });
  await closed(page);
});

test("a copy that broke off is not taken for all there is", async () => {
  const page = await twice();
  const seen = await page.evaluate(async () => {
    const one = twin();
    for (let i = 10; i < 60; i++) await one.save("k" + i, text("x"));
    await one.keepPlace("folder", { name: "map" });
    await lose(indexedDB);
    const own = IDBObjectStore.prototype.put;
    let left = 20;
    IDBObjectStore.prototype.put = function (...args) {
      if (left-- === 0) throw new DOMException("full", "QuotaExceededError");
      return own.apply(this, args);
    };
    const { storageReason } = await import("./storage.js");
    const said = await twin().load("k10").then(() => "ok", storageReason);
    IDBObjectStore.prototype.put = own;
    const half = (await shown(once(indexedDB), "!", "~")).length;
    const two = twin();
    const all = (await shown(two, "!", "~")).length;
    return { said, half, all, place: await two.place("folder"), both: (await both()).map((kept) => kept.length) };
  });
  assert.deepEqual(seen, { said: "full", half: 16, all: 50, place: { name: "map" }, both: [50, 50] });
  await closed(page);
});

test("two tabs that write at once write the same to both places", async () => {
  const one = await twice();
  const two = await twice(one.context());
  const write = (page, mark) => page.evaluate(async (m) => {
    const s = twin();
    await Promise.all(Array.from({ length: 20 }, (_, i) => s.commit({ erase: [], puts: [["k", text(m + i)], [m, text(String(i))]] })));
  }, mark);
  await Promise.all([write(one, "een"), write(two, "twee")]);
  const [main, spare] = await one.evaluate(() => both());
  assert.equal(main.length, 3);
  assert.deepEqual(spare, main);
  await closed(one);
});

// ---- who may write ----------------------------------------------------------------------------------------------------
async function writer(context) {
  const page = await empty(context);
  await page.evaluate(async () => {
    const { Writer } = await import("./writer.js");
    globalThis.told = [];
    new Writer(window, navigator.locks, "stoepkrijt:/", (mine) => told.push(mine)).start();
  });
  return page;
}
const told = async (page, count) => {
  await page.waitForFunction((n) => told.length >= n, count, { timeout: 5000 });
  return page.evaluate(() => told);
};

test("one page writes; when it is closed, or crashes, the next one does", async () => {
  const one = await writer();
  assert.deepEqual(await told(one, 1), [true]);
  const two = await writer(one.context());
  const three = await writer(one.context());
  assert.deepEqual(await told(two, 1), [false]);
  assert.deepEqual(await told(three, 1), [false]);
  await one.close();
  assert.deepEqual(await told(two, 2), [false, true]);
  await two.goto("chrome://crash").catch(() => {});
  assert.deepEqual(await told(three, 2), [false, true]);
  await closed(three);
});

test("a page that the browser puts aside gives the lock up and asks anew when it comes back", async () => {
  const one = await writer();
  assert.deepEqual(await told(one, 1), [true]);
  const two = await writer(one.context());
  assert.deepEqual(await told(two, 1), [false]);
  await one.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  assert.deepEqual(await told(two, 2), [false, true]);
  await one.evaluate(() => {  // from the cache both come
    document.dispatchEvent(new Event("resume"));
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  });
  assert.deepEqual(await told(one, 2), [true, false], "the other one writes now");
  await two.evaluate(() => document.dispatchEvent(new Event("freeze")));
  assert.deepEqual(await told(one, 3), [true, false, true]);
  assert.deepEqual(await told(two, 3), [false, true, false]);
  await one.evaluate(() => {  // put aside and back before the browser has answered: the lock is not lost
    dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  });
  assert.deepEqual(await told(one, 5), [true, false, true, false, true]);
  await closed(one);
});

// ---- the bridge -------------------------------------------------------------------------------------------------------
test("the bridge answers commits, ranges, the quota and the writer with the numbers and bytes that the core reads", async () => {
  const page = await empty();
  await page.evaluate(fakeCore, "./bridge.js");
  const seen = await page.evaluate(async () => {
    const none = new Uint8Array(0);
    const writer = await answer(20);
    bridge.folder.start();
    const folder = await answer(21);
    bridge.effect(20, none, none, none, 0, 0);
    const [storage] = await answer(11);
    const view = text("abbe");  // as if it were the core's memory: changed at once afterwards
    bridge.effect(18, text("put d-1 1\nput d-2 2\nput e 1\n"), view, none, 7, 0);
    view.fill(0);
    bridge.effect(1, text("d-3"), text("c"), none, 8, 0);
    await answer(1);
    bridge.effect(18, text("put d-1 9\n"), text("x"), none, 9, 0);
    const refused = await answer(2);
    bridge.effect(19, text("d-"), text("d."), none, 0, 0);
    const range = await answer(19);
    bridge.effect(19, text("x"), text("y"), none, 0, 0);
    const empty = await answer(19);
    bridge.effect(3, none, none, none, 0, 0);
    const erased = await answer(4);
    return { writer, folder, storage, refused, range, empty, erased };
  });
  assert.deepEqual(seen.writer, [[20, "", "", 1, 0, 0, 0]]);
  // Once by the start of the bridge and once by this one, in whichever order they come: always that none was chosen.
  assert.ok(seen.folder.length > 0);
  for (const told of seen.folder) assert.deepEqual(told, [21, "", "", 1, 0, 0, 0], "none was chosen");
  assert.equal(seen.storage[3], 1);
  assert.ok(seen.storage[6] > 1e6, "the quota");
  assert.deepEqual(seen.refused, [[2, "", "failed", 9, 0, 0, 0]]);
  assert.deepEqual(seen.range, [[19, "d- d.\n1 d-1\n2 d-2\n1 d-3\n", "abbc", 0, 0, 0, 0]]);
  assert.deepEqual(seen.empty, [[19, "x y\n", "", 0, 0, 0, 0]]);
  assert.deepEqual(seen.erased, [[4, "", "", 0, 0, 0, 0]]);
  await closed(page);
});
