// The device's modules in a real browser: what is kept, files in and out, place, voices.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";

import { serve } from "../../tools/serve.mjs";
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

/** An empty page of the site's own origin. */
async function empty(options = {}) {
  const context = options.context ?? (await browser.newContext(options));
  const page = await context.newPage();
  await page.route("**/leeg.html", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Leeg</title>" }));
  await page.goto(server.url + "leeg.html");
  return page;
}

test("what is saved is there in the next visit, in the order it was saved, byte for byte", async () => {
  const page = await empty();
  await page.evaluate(async () => {
    const { Storage } = await import("./storage.js");
    const s = new Storage(indexedDB, "proef");
    await Promise.all([s.save("d", Uint8Array.of(1)), s.save("d", Uint8Array.of(0, 255, 10)), s.save("e", Uint8Array.of(7))]);
  });
  const again = await empty({ context: page.context() });
  const seen = await again.evaluate(async () => {
    const { Storage } = await import("./storage.js");
    const s = new Storage(indexedDB, "proef");
    const out = { d: [...(await s.load("d"))], none: await s.load("x"), available: await s.available() };
    await s.eraseAll();
    return { ...out, after: await s.load("d") };
  });
  assert.deepEqual(seen, { d: [0, 255, 10], none: null, available: true, after: null });
  await page.context().close();
});

test("a write asks for strict durability, and is done only when its transactions, in both places, are complete", async () => {
  const page = await empty();
  const seen = await page.evaluate(async () => {
    const { Storage, spareFactory } = await import("./storage.js");
    const order = [];
    const options = [];
    const own = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (store, mode, given) {
      const tx = own.call(this, store, mode, given);
      if (mode !== "readwrite") return tx;
      options.push(given);
      tx.addEventListener("complete", () => order.push("complete"));
      return tx;
    };
    const storage = new Storage(indexedDB, "proef2", { spare: () => spareFactory(window), locks: navigator.locks });
    await storage.save("d", Uint8Array.of(1));
    order.push("saved");
    return { options, order };
  });
  assert.deepEqual(seen, { options: [{ durability: "strict" }, { durability: "strict" }], order: ["complete", "complete", "saved"] });
  await page.context().close();
});

test("a full device and a device without storage are told apart, and the old bytes stay", async () => {
  const page = await empty();
  const seen = await page.evaluate(async () => {
    const { Storage, storageReason } = await import("./storage.js");
    const reason = (promise) => promise.then(() => "ok", storageReason);
    const s = new Storage(indexedDB, "proef3");
    await s.save("d", Uint8Array.of(1));
    const own = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      const request = own.apply(this, args);
      // What a browser does at the end of its quota: the transaction is aborted with this error.
      Object.defineProperty(this.transaction, "error", { value: new DOMException("full", "QuotaExceededError") });
      this.transaction.abort();
      return request;
    };
    const full = await reason(s.save("d", Uint8Array.of(2)));
    IDBObjectStore.prototype.put = own;
    const missing = new Storage(undefined, "proef4");
    const throwing = new Storage({ open: () => { throw new Error("private window"); } }, "proef5");
    return { full, kept: [...(await s.load("d"))], missing: await reason(missing.save("d", Uint8Array.of(1))),
             available: await missing.available(), throwing: await reason(throwing.load("d")) };
  });
  assert.deepEqual(seen, { full: "full", kept: [1], missing: "missing", available: false, throwing: "missing" });
  await page.context().close();
});

/** Starts a choice of a file; gives the chooser and what came of it. */
async function pick(page, maxBytes) {
  const chooser = page.waitForEvent("filechooser");
  const result = page.evaluate(async (max) => {
    const { pickFile } = await import("./files.js");
    return new Promise((resolve) => pickFile(document, { accept: ".json", maxBytes: max }, {
      picked: (name, bytes) => resolve({ name, bytes: [...bytes] }),
      cancelled: () => resolve("cancelled"),
      failed: (reason, name) => resolve({ reason, name }),
    }));
  }, maxBytes);
  return { chooser: await chooser, result };
}

test("a chosen file comes in byte for byte; one that is too large is refused by its name", async () => {
  const page = await empty();
  const file = { name: "dossier.json", mimeType: "application/json", buffer: Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0xff, 0x00]) };
  const first = await pick(page, 6);
  await first.chooser.setFiles(file);
  assert.deepEqual(await first.result, { name: "dossier.json", bytes: [0xef, 0xbb, 0xbf, 0x7b, 0xff, 0x00] });
  const second = await pick(page, 5);
  await second.chooser.setFiles(file);
  assert.deepEqual(await second.result, { reason: "too_large", name: "dossier.json" });
  assert.equal(await page.locator("#pick").count(), 0, "nothing is left behind in the page");
  await page.context().close();
});

test("a cancelled choice is told", async () => {
  const page = await empty();
  const { result } = await pick(page, 0);
  await page.evaluate(() => document.getElementById("pick").dispatchEvent(new Event("cancel")));
  assert.equal(await result, "cancelled");
  await page.context().close();
});

test("an offered file is downloaded with its name and its exact bytes", async () => {
  const page = await empty({ acceptDownloads: true });
  const waiting = page.waitForEvent("download");
  await page.evaluate(async () => {
    const { offerFile } = await import("./files.js");
    await offerFile(window, { name: "stoepkrijt.json", mime: "application/json", bytes: Uint8Array.of(123, 125, 255) }, () => {
      throw new Error("refused");
    });
  });
  const download = await waiting;
  assert.equal(download.suggestedFilename(), "stoepkrijt.json");
  assert.deepEqual([...fs.readFileSync(await download.path())], [123, 125, 255]);
  await page.context().close();
});

const locate = (page, follow) => page.evaluate(async (f) => {
  const { Locator } = await import("./device.js");
  return new Promise((resolve) => {
    new Locator(navigator.geolocation, (lon, lat, accuracy) => resolve([lon, lat, accuracy]), resolve).locate(f);
  });
}, follow);

test("the place is given when allowed, and a refusal is told apart from a device that has none", async () => {
  const allowed = await empty({ geolocation: { longitude: 4.5, latitude: 52.25, accuracy: 12 }, permissions: ["geolocation"] });
  assert.deepEqual(await locate(allowed, false), [4.5, 52.25, 12]);
  assert.deepEqual(await locate(allowed, true), [4.5, 52.25, 12]);
  const denied = await empty({ permissions: [] });
  assert.equal(await locate(denied, false), "denied");
  assert.equal(await denied.evaluate(async () => {
    const { Locator } = await import("./device.js");
    return new Promise((resolve) => new Locator(undefined, resolve, resolve).locate(true));
  }), "none");
  await allowed.context().close();
  await denied.context().close();
});

test("without a voice of the device itself reading aloud is refused, also when a far voice would do", async () => {
  const page = await empty();
  const seen = await page.evaluate(async () => {
    const { Speech } = await import("./speech.js");
    const spoken = [];
    const win = (voices) => ({
      setTimeout: (fn) => setTimeout(fn, 1),
      SpeechSynthesisUtterance: class { constructor(text) { this.text = text; } },
      speechSynthesis: { getVoices: () => voices, cancel() {}, speak: (u) => spoken.push(u.text), addEventListener() {} },
    });
    const run = (voices) => new Promise((resolve) =>
      new Speech(win(voices), (on) => resolve(on), () => resolve("refused")).say("Dag buren.", "nl"));
    const far = await run([{ lang: "nl-NL", localService: false }]);
    const none = await run([]);
    const near = await run([{ lang: "nl-NL", localService: true }]);
    return { far, none, near, spoken };
  });
  assert.deepEqual(seen, { far: "refused", none: "refused", near: true, spoken: ["Dag buren."] });
  await page.context().close();
});
