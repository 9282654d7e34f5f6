// The window of the camera on the built site, with its policy and its headers, in a browser whose camera shows a video of
// two codes that take turns.
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { serve } from "../../tools/serve.mjs";
import { codes, launchWithCamera, writeVideo } from "./camera.mjs";
import { SHELL, fakeCore } from "./fake_core.mjs";
import { offlineReady, Page, repository } from "./harness.mjs";

const site = process.env.STOEPKRIJT_SITE ?? path.join(repository, "build/web");
const named = (start) => "./" + fs.readdirSync(site).find((name) => new RegExp(`^${start}\\.[0-9a-f]{12}\\.(js|css)$`).test(name));
const video = path.join(os.tmpdir(), `stoepkrijt-camera-${process.pid}.y4m`);
const [one, two] = codes();
const WORDS = { title: "Lees de codes", words: "Houd de camera voor het andere scherm.", stop: "Stop met lezen" };

let browser;
let server;
before(async () => {
  writeVideo(video, [[one.rows, 8], [[], 3], [one.rows, 5], [two.rows, 8]]);
  server = await serve({ root: site, port: 0, compressing: false });
  browser = await launchWithCamera(video);
});
after(async () => {
  await browser.close();
  await server.close();
  fs.rmSync(video, { force: true });
});

/** A page of the site without the app, with a button that has the focus, and a Scanner whose answers are written down. */
async function open() {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: "reduce" })).newPage();
  const errors = [];
  page.on("console", (m) => m.type() === "error" && errors.push(m.text()));
  const csp = `<meta http-equiv="Content-Security-Policy" content="${fs.readFileSync(path.join(repository, "web/csp.txt"), "utf8").trim().replace(/; frame-ancestors.*/, "")}">`;
  const styles = ["tokens", "style", "text"].map((name) => `<link rel="stylesheet" href="${named(name)}">`).join("");
  const body = SHELL.replace("<title>", `${csp}${styles}<title>`).replace('<main id="mirror">', '<main id="mirror"><h1>Proef</h1><button id="start">Lees codes</button>');
  await page.route("**/leeg.html", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto(server.url + "leeg.html");
  await page.evaluate(async ([url, words]) => {
    const { Scanner } = await import(url);
    Object.assign(globalThis, { heard: [], words, tracks: [] });
    const own = navigator.mediaDevices.getUserMedia;
    navigator.mediaDevices.getUserMedia = async function (wish) {
      globalThis.wish = wish;
      const stream = await own.call(this, wish);
      tracks.push(...stream.getTracks());
      return stream;
    };
    document.getElementById("start").focus();
    globalThis.scanner = new Scanner(window, {
      seen: (text) => heard.push(text), ended: (byUser) => heard.push(byUser), failed: (reason) => heard.push(reason),
    });
  }, [named("scan"), WORDS]);
  return { page, errors };
}
const start = (page) => page.evaluate(() => scanner.scan(words));
const heard = async (page, count) => {
  await page.waitForFunction((n) => heard.length >= n, count, { timeout: 10000 });
  return page.evaluate(() => heard);
};
const live = (page) => page.evaluate(() => tracks.map((track) => track.readyState));
const closed = (page) => page.context().close();

test("codes are read, each when it differs from the one before; Escape ends it, and the camera is off", async () => {
  const { page, errors } = await open();
  await start(page);
  await heard(page, 3);
  const seen = await page.evaluate(() => heard);
  const turns = seen[0] === one.text ? [one, two] : [two, one];
  assert.deepEqual(seen, seen.map((_, i) => turns[i % 2].text), "in turns: a look at nothing in between does not count");
  assert.deepEqual(await page.evaluate(() => wish), { audio: false, video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } } });
  assert.deepEqual(await live(page), ["live"]);
  const count = seen.length;
  await page.keyboard.press("Escape");
  assert.equal((await heard(page, count + 1)).at(-1), true, "by the user");
  assert.deepEqual(await live(page), ["ended"]);
  assert.equal(await page.locator("#scan").count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.id), "start", "the focus goes back");
  await page.waitForTimeout(400);
  assert.equal((await page.evaluate(() => heard)).filter((h) => h === true).length, 1, "once");
  assert.deepEqual(errors, [], "the policy allows all that it needs");
  await closed(page);
});

test("the window has a name, its words are heard, the focus stays in it, and its button stops", async () => {
  const { page } = await open();
  await start(page);
  const dialog = page.getByRole("dialog", { name: WORDS.title, description: WORDS.words });
  await dialog.waitFor();
  const stop = page.getByRole("button", { name: WORDS.stop });
  assert.ok(await stop.evaluate((el) => el === document.activeElement));
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.closest("#scan") !== null || document.activeElement === document.body), true);
  assert.deepEqual(await new Page(page, {}).axe(), []);
  await page.evaluate(() => scanner.scan({ title: "Lees de codes", words: "2 van 5 gelezen.", stop: "Klaar" }));
  assert.equal(await page.locator("#scan p[aria-live=polite]").textContent(), "2 van 5 gelezen.");
  assert.equal(await page.locator("dialog").count(), 1);
  await page.getByRole("button", { name: "Klaar" }).click();
  assert.equal((await page.evaluate(() => heard)).at(-1), true);
  assert.deepEqual(await live(page), ["ended"]);
  await closed(page);
});

test("everything fits on a small phone, on its side, on a kiosk and with large letters", async () => {
  const { page } = await open();
  await start(page);
  await heard(page, 1);
  for (const [width, height, scale, name] of [[320, 568, 1, "klein"], [390, 844, 2, "grote-letters"], [844, 390, 1, "liggend"], [1080, 1920, 1, "zuil"], [1366, 768, 1.5, "laptop"]]) {
    await page.setViewportSize({ width, height });
    await page.evaluate((s) => document.documentElement.style.setProperty("--text-scale", s), scale);
    const box = await page.evaluate(() => Object.fromEntries(["#scan", "#scan h2", "#scan p", "#scan button", ".scan-picture"].map((query) => {
      const el = document.querySelector(query);
      const r = el.getBoundingClientRect();
      return [query, { x: r.x, y: r.y, right: r.right, bottom: r.bottom, w: r.width, h: r.height, over: el.scrollWidth > el.clientWidth, tall: el.scrollHeight > el.clientHeight + 1 }];
    })));
    for (const [query, r] of Object.entries(box)) {
      assert.ok(r.x >= 0 && r.right <= width && r.y >= 0 && r.bottom <= height, `${name}: ${query} ${JSON.stringify(r)}`);
      assert.equal(r.over, false, `${name}: ${query} is not wider than its place`);
    }
    assert.equal(box["#scan"].tall, false, `${name}: nothing has to be scrolled`);
    assert.ok(box["#scan button"].h >= 48, name);
    assert.ok(box[".scan-picture"].h >= 140 && box[".scan-picture"].w >= 200, `${name}: ${JSON.stringify(box[".scan-picture"])}`);
    await new Page(page, {}).screenshot(`camera-${name}`);
  }
  await closed(page);
});

test("the camera is off while the page is not seen, and on again after; a page that goes away ends it", async () => {
  const { page } = await open();
  await start(page);
  await heard(page, 1);
  const see = (state) => page.evaluate((s) => {
    Object.defineProperty(document, "visibilityState", { value: s, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
  await see("hidden");
  assert.deepEqual(await live(page), ["ended"]);
  assert.equal(await page.locator("dialog[open]").count(), 1, "the window stays");
  const before = (await page.evaluate(() => heard)).length;
  await see("visible");
  await heard(page, before + 1);
  assert.deepEqual(await live(page), ["ended", "live"]);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  assert.equal((await page.evaluate(() => heard)).at(-1), false, "not by the user");
  assert.deepEqual(await live(page), ["ended", "ended"]);
  await closed(page);
});

test("a camera that is pulled out ends it; a window that is closed before the camera came lets it go at once", async () => {
  const { page } = await open();
  await start(page);
  await heard(page, 1);
  await page.evaluate(() => tracks[0].dispatchEvent(new Event("ended")));
  assert.equal((await page.evaluate(() => heard)).at(-1), false);
  await page.evaluate(() => {
    scanner.scan(words);
    scanner.end(false);
  });
  await page.waitForFunction(() => tracks.length === 2 && tracks[1].readyState === "ended");
  assert.equal(await page.locator("dialog").count(), 0);
  await closed(page);
});

test("without leave, without a camera and without a browser that has them, the reason is told and the window goes", async () => {
  const { page } = await open();
  const refused = (make) => page.evaluate(async (source) => {
    heard.length = 0;
    const devices = navigator.mediaDevices;
    if (source) devices.getUserMedia = () => Promise.reject(new DOMException("no", source));
    else Object.defineProperty(navigator, "mediaDevices", { value: undefined, configurable: true });
    scanner.scan(words);
    await new Promise((done) => setTimeout(done, 50));
    return [...heard, document.querySelectorAll("dialog").length];
  }, make);
  assert.deepEqual(await refused("NotAllowedError"), ["denied", 0]);
  assert.deepEqual(await refused("NotFoundError"), ["none", 0]);
  assert.deepEqual(await refused("NotReadableError"), ["none", 0]);
  assert.deepEqual(await refused(null), ["none", 0]);
  await closed(page);
});

test("a browser that reads codes itself is let to do so", async () => {
  const { page } = await open();
  await page.evaluate(() => {
    globalThis.BarcodeDetector = class {
      static getSupportedFormats = async () => ["qr_code", "ean_13"];
      constructor(options) { this.options = options; }
      async detect(video) { return [{ rawValue: `${this.options.formats} ${video.tagName}` }]; }
    };
    globalThis.Worker = class { constructor() { heard.push("a worker"); } };
  });
  await start(page);
  assert.deepEqual(await heard(page, 1), ["qr_code VIDEO"]);
  await closed(page);
});

test("the bridge opens the window when the core asks, without network too, and says what was seen and how it ended", async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(server.url);
  await offlineReady(page);
  await context.setOffline(true);
  await page.reload();
  await page.evaluate(fakeCore, named("bridge"));
  const seen = await page.evaluate(async ({ title, words, stop }) => {
    bridge.effect(26, text(title), text(words), text(stop), 0, 0);
    const code = await answer(24);
    bridge.effect(27, text(""), text(""), text(""), 0, 0);
    const end = await answer(25);
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    bridge.effect(26, text(title), text(words), text(stop), 0, 0);
    return { code, end, failed: await answer(8) };
  }, WORDS);
  assert.ok([one.text, two.text].includes(seen.code[0][1]));
  assert.deepEqual(seen.end, [[25, "", "", 0, 0, 0, 0]]);
  assert.deepEqual(seen.failed, [[8, "scan\ndenied", "", 0, 0, 0, 0]]);
  await context.close();
});
