// The folder that devices share, in a real browser: a folder of the browser's own file system stands in for the one that a
// person would choose.
import assert from "node:assert/strict";
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

/** A page with a Folder whose answers are written down, and the folder "Buurt" to choose. */
async function open(context, { picker = true } = {}) {
  const page = await (context ?? (await browser.newContext())).newPage();
  await page.route("**/leeg.html", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Leeg</title>" }));
  await page.goto(server.url + "leeg.html");
  await page.evaluate(async (there) => {
    globalThis.home = await navigator.storage.getDirectory();
    globalThis.buurt = () => home.getDirectoryHandle("Buurt", { create: true });
    if (there) window.showDirectoryPicker = async (options) => ((globalThis.asked = options), buurt());
    else delete window.showDirectoryPicker;
    globalThis.put = async (name, text) => {
      const out = await (await (await buurt()).getFileHandle(name, { create: true })).createWritable();
      if (text) await out.write(text);
      await out.close();
    };
    globalThis.list = async () => {
      const out = [];
      for await (const name of (await buurt()).keys()) out.push(name);
      return out.sort();
    };
    const { Storage } = await import("./storage.js");
    const { Folder } = await import("./folder.js");
    globalThis.heard = [];
    const text = (bytes) => bytes && new TextDecoder().decode(bytes);
    globalThis.storage = new Storage(indexedDB, "map");
    globalThis.folder = new Folder(window, storage, {
      state: (what, name) => heard.push(["state", what, name]),
      files: (files) => heard.push(["files", ...files.map(({ name, bytes }) => name + "=" + text(bytes))]),
      written: (name) => heard.push(["written", name]),
      failed: (reason) => heard.push(["failed", reason]),
    });
    await folder.start();
  }, picker);
  return page;
}
/** What is heard of `work` (run in the page, with `bytes` to make bytes of a text). */
const hear = (page, work, arg) => page.evaluate(`(async () => {
  heard.length = 0;
  const bytes = (text) => new TextEncoder().encode(text);
  await (${work})(${JSON.stringify(arg)});
  return heard;
})()`);
const closed = (page) => page.context().close();

test("a browser without folders says so, to every request", async () => {
  const page = await open(undefined, { picker: false });
  assert.deepEqual(await page.evaluate(() => heard), [["state", 0, ""]]);
  for (const what of ["pick", "open", "forget"]) assert.deepEqual(await hear(page, `() => folder.${what}()`), [["state", 0, ""]], what);
  assert.deepEqual(await hear(page, '() => folder.read("a", 0)'), [["failed", "gone"]]);
  await closed(page);
});

test("a folder is chosen, remembered until the next visit, asked leave for, and forgotten", async () => {
  const page = await open();
  assert.deepEqual(await page.evaluate(() => heard), [["state", 1, ""]]);
  assert.deepEqual(await hear(page, "() => folder.open()"), [["state", 1, ""]], "there is nothing to ask leave for");
  assert.deepEqual(await hear(page, "() => folder.pick()"), [["state", 3, "Buurt"]]);
  assert.deepEqual(await page.evaluate(() => asked), { mode: "readwrite", id: "stoepkrijt" });
  const again = await open(page.context());
  assert.deepEqual(await again.evaluate(() => heard), [["state", 3, "Buurt"]]);
  const ask = (leave, answer) => again.evaluate(([now, then]) => {
    FileSystemHandle.prototype.queryPermission = async ({ mode }) => (mode === "readwrite" ? globalThis.leave : "denied");
    FileSystemHandle.prototype.requestPermission = async () => (globalThis.leave = then);
    globalThis.leave = now;
  }, [leave, answer]);
  await ask("prompt", "prompt");
  assert.deepEqual(await hear(again, "() => folder.start()"), [["state", 2, "Buurt"]], "the browser wants to be asked");
  assert.deepEqual(await hear(again, "() => folder.open()"), [["state", 2, "Buurt"]], "its question was closed");
  await ask("prompt", "denied");
  assert.deepEqual(await hear(again, "() => folder.open()"), [["failed", "denied"], ["state", 2, "Buurt"]]);
  await ask("prompt", "granted");
  assert.deepEqual(await hear(again, "() => folder.open()"), [["state", 3, "Buurt"]]);
  assert.deepEqual(await hear(again, "() => folder.forget()"), [["state", 1, ""]]);
  assert.deepEqual(await (await open(page.context())).evaluate(() => heard), [["state", 1, ""]]);
  await closed(page);
});

test("a choice that is called off changes nothing; one that is forbidden is told; erasing everything forgets the folder", async () => {
  const page = await open();
  await hear(page, "() => folder.pick()");
  const refuse = (name) => page.evaluate((n) => {
    window.showDirectoryPicker = () => Promise.reject(new DOMException("no", n));
  }, name);
  await refuse("AbortError");
  assert.deepEqual(await hear(page, "() => folder.pick()"), [["state", 3, "Buurt"]]);
  await refuse("SecurityError");
  assert.deepEqual(await hear(page, "() => folder.pick()"), [["failed", "denied"], ["state", 3, "Buurt"]]);
  assert.deepEqual(await hear(page, "async () => { await storage.eraseAll(); await folder.erased(); }"), [["state", 1, ""]]);
  assert.deepEqual(await (await open(page.context())).evaluate(() => heard), [["state", 1, ""]]);
  await closed(page);
});

test("only what is new is read: by name, with the prefix, without what is half written, and what is too large is named", async () => {
  const page = await open();
  await hear(page, "() => folder.pick()");
  await page.evaluate(async () => {
    await put("stoepkrijt-b.json", "twee");
    await put("stoepkrijt-a.json", "een");
    await put("stoepkrijt-groot.json", "meer dan tien tekens");
    await put("stoepkrijt-leeg.json", "");
    await put("stoepkrijt-c.json.crswap", "half");
    await put("vakantie.jpg", "x");
    await (await buurt()).getDirectoryHandle("stoepkrijt-map", { create: true });
  });
  const read = '() => folder.read("stoepkrijt-", 10)';
  assert.deepEqual(await hear(page, read), [["files", "stoepkrijt-a.json=een", "stoepkrijt-b.json=twee", "stoepkrijt-groot.json=null"]]);
  assert.deepEqual(await hear(page, read), [["files"]], "nothing is new");
  await page.evaluate(async () => {
    await new Promise((done) => setTimeout(done, 20));  // clocks of files may be coarse
    await put("stoepkrijt-a.json", "EEN");
    await put("stoepkrijt-leeg.json", "nu wel");
  });
  assert.deepEqual(await hear(page, read), [["files", "stoepkrijt-a.json=EEN", "stoepkrijt-leeg.json=nu wel"]]);
  await page.evaluate(async () => (await buurt()).removeEntry("stoepkrijt-b.json"));
  assert.deepEqual(await hear(page, read), [["files"]]);
  assert.equal(await page.evaluate(() => folder.seen.has("stoepkrijt-b.json")), false);
  assert.deepEqual(await hear(page, '() => folder.read("vak", 0)'), [["files", "vakantie.jpg=x"]], "without a limit, another prefix");
  assert.deepEqual(await hear(page, read), [["files"]], "and that forgets nothing of the first");
  await closed(page);
});

test("a written file is whole, replaces the old one, and is no news to its writer", async () => {
  const page = await open();
  await hear(page, "() => folder.pick()");
  const write = (text) => hear(page, '(text) => folder.write("stoepkrijt-ik.json", bytes(text))', text);
  assert.deepEqual(await write("een langere tekst"), [["written", "stoepkrijt-ik.json"]]);
  assert.deepEqual(await write("kort"), [["written", "stoepkrijt-ik.json"]]);
  assert.deepEqual(await hear(page, '() => folder.read("stoepkrijt-", 0)'), [["files"]]);
  assert.deepEqual(await page.evaluate(() => list()), ["stoepkrijt-ik.json"], "nothing is left beside it");
  const other = await open(page.context());
  await hear(other, "() => folder.pick()");
  assert.deepEqual(await hear(other, '() => folder.read("stoepkrijt-", 0)'), [["files", "stoepkrijt-ik.json=kort"]]);
  await closed(page);
});

test("a write that fails leaves the old file, or none, and says why", async () => {
  const page = await open();
  await hear(page, "() => folder.pick()");
  await hear(page, '() => folder.write("oud", bytes("oud"))');
  const failing = (method, name) => page.evaluate(([m, n]) => {
    globalThis.own ??= FileSystemWritableFileStream.prototype.write;
    FileSystemWritableFileStream.prototype.write = async function (...args) {
      if (m === "close") this.close = () => Promise.reject(new DOMException("no", n));
      else throw new DOMException("no", n);
      return own.apply(this, args);
    };
  }, [method, name]);
  await failing("write", "QuotaExceededError");
  assert.deepEqual(await hear(page, '() => folder.write("oud", bytes("nieuw"))'), [["failed", "full"]]);
  assert.deepEqual(await hear(page, '() => folder.write("vers", bytes("nieuw"))'), [["failed", "full"]]);
  await failing("close", "NotAllowedError");
  assert.deepEqual(await hear(page, '() => folder.write("vers", bytes("nieuw"))'), [["failed", "denied"], ["state", 3, "Buurt"]]);
  await page.evaluate(() => (FileSystemWritableFileStream.prototype.write = own));
  assert.deepEqual(await page.evaluate(() => list()), ["oud"], "not even an empty file, and none of the browser's own");
  assert.equal(await page.evaluate(async () => (await (await (await buurt()).getFileHandle("oud")).getFile()).text()), "oud");
  assert.deepEqual(await hear(page, '() => folder.write("../buiten", bytes("x"))'), [["failed", "gone"]]);
  assert.deepEqual(await hear(page, '() => folder.write("weer", bytes("goed"))'), [["written", "weer"]], "and it goes on");
  await closed(page);
});

test("a folder that is gone is told, at reading and at writing; a file that goes away meanwhile is not", async () => {
  const page = await open();
  await hear(page, "() => folder.pick()");
  await page.evaluate(async () => {
    await put("a1", "een");
    await put("a2", "twee");
    const own = FileSystemFileHandle.prototype.getFile;
    FileSystemFileHandle.prototype.getFile = async function () {
      if (this.name === "a1") await (await buurt()).removeEntry("a1").catch(() => {});
      return own.call(this);
    };
  });
  assert.deepEqual(await hear(page, '() => folder.read("a", 0)'), [["files", "a2=twee"]]);
  await page.evaluate(() => home.removeEntry("Buurt", { recursive: true }));
  assert.deepEqual(await hear(page, '() => folder.read("a", 0)'), [["failed", "gone"]]);
  assert.deepEqual(await hear(page, '() => folder.write("a3", bytes("x"))'), [["failed", "gone"]]);
  await closed(page);
});
