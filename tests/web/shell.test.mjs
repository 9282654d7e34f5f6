// The shell around the app, on the built site: start, policy, idle, text version, offline, failures.
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { serve } from "../../tools/serve.mjs";
import { offlineReady, openSite, repository } from "./harness.mjs";

const siteFolder = process.env.STOEPKRIJT_SITE ?? path.join(repository, "build/web");
let site;
before(async () => (site = await openSite()));
after(() => site.close());

const closed = async (p) => p.page.context().close();

test("the site starts without errors, asks no other host, and shows a heading by role", async () => {
  const p = await site.open();
  assert.ok((await p.role("heading", undefined, { level: 1 }).count()) >= 1);
  assert.deepEqual(p.errors, []);
  assert.deepEqual(p.foreignRequests(site.url), []);
  assert.equal(await p.page.evaluate(() => document.documentElement.className), "drawn");
  assert.equal(await p.page.locator("#wait").count(), 0);
  await p.screenshot("start-telefoon");
  await closed(p);
});

test("the policy forbids code from text, and the page needs none", async () => {
  const p = await site.open();
  const refused = await p.page.evaluate(() => new Promise((resolve) => {
    document.addEventListener("securitypolicyviolation", (e) => resolve(e.effectiveDirective));
    const script = document.createElement("script");
    script.textContent = "globalThis.hacked = true";
    document.head.append(script);
    setTimeout(() => resolve("allowed"), 500);
  }));
  assert.equal(refused, "script-src-elem");
  assert.equal(await p.page.evaluate(() => globalThis.hacked), undefined);
  const meta = await p.page.locator("meta[http-equiv='Content-Security-Policy']").getAttribute("content");
  assert.match(meta, /script-src 'self' 'wasm-unsafe-eval'/);
  assert.doesNotMatch(meta, /unsafe-inline|'unsafe-eval'|\{\{/);
  await closed(p);
});

test("no frame is drawn when nothing changes, and one is when something does", async () => {
  const p = await site.open();
  assert.equal(await p.framesWhenIdle(1500), 0);
  const before = await p.page.evaluate(() => globalThis.stoepkrijt.frames);
  await p.page.setViewportSize({ width: 400, height: 800 });
  await p.settled();
  assert.ok((await p.page.evaluate(() => globalThis.stoepkrijt.frames)) > before);
  await closed(p);
});

test("the first screen has no axe-core violations, drawn and as text", async () => {
  const p = await site.open();
  assert.deepEqual(await p.axe(), []);
  await closed(p);
  const text = await site.open({ forced: true });
  assert.equal(await text.page.evaluate(() => document.documentElement.classList.contains("text")), true,
    "forced colours bring the text version by themselves");
  assert.equal(await text.page.evaluate(() => globalThis.stoepkrijt.frames), 0, "nothing is drawn then");
  assert.deepEqual(await text.axe(), []);
  await text.screenshot("tekstversie-start-gedwongen-kleuren");
  await closed(text);
});

test("without WebGL2 the text version works, with a sentence that says so", async () => {
  const blind = await openSite({ webgl: false });
  try {
    const p = await blind.open();
    assert.equal(await p.page.evaluate(() => document.createElement("canvas").getContext("webgl2")), null);
    await p.page.getByText("Dit toestel kan de tekening niet tonen").waitFor();
    assert.ok(await p.role("heading", undefined, { level: 1 }).first().isVisible());
    const understood = p.role("dialog").getByRole("button");
    if (await understood.count()) await p.press(understood.first());
    await p.press(p.role("navigation").getByRole("button", { name: "Plannen", exact: true }));
    assert.equal(await p.page.evaluate(() => location.hash), "#plannen", "a control works");
    assert.equal(await p.page.evaluate(() => document.activeElement.tagName), "H1", "the new page starts at its heading");
    assert.deepEqual(await p.axe(), []);
    await p.screenshot("tekstversie-zonder-webgl");
  } finally {
    await blind.close();
  }
});

test("the browser may take the GL context away and give it back: the same picture returns", async () => {
  const p = await site.open();
  await p.framesWhenIdle(200);
  const before = await p.page.screenshot();
  await p.page.evaluate(() => {
    globalThis.lose = document.getElementById("canvas").getContext("webgl2").getExtension("WEBGL_lose_context");
    globalThis.lose.loseContext();
  });
  await p.page.waitForTimeout(300);
  await p.page.evaluate(() => globalThis.lose.restoreContext());
  await p.page.waitForTimeout(300);
  await p.framesWhenIdle(200);
  assert.ok(before.equals(await p.page.screenshot()));
  assert.equal(await p.page.evaluate(() => document.documentElement.className), "drawn");
  await closed(p);
});

test("a context that does not come back ends in the text version", async () => {
  const p = await site.open();
  await p.page.evaluate(() => document.getElementById("canvas").getContext("webgl2").getExtension("WEBGL_lose_context").loseContext());
  await p.page.waitForFunction(() => document.documentElement.classList.contains("text"), undefined, { timeout: 10000 });
  assert.ok(await p.role("heading", undefined, { level: 1 }).first().isVisible());
  await closed(p);
});

test("the canvas fills the window at any pixel ratio, with whole device pixels", async () => {
  for (const [width, height, dpr] of [[390, 844, 3], [1366, 768, 1.25], [320, 568, 1]]) {
    const p = await site.open({ width, height, dpr });
    const size = await p.page.evaluate(() => {
      const c = document.getElementById("canvas");
      const box = c.getBoundingClientRect();
      return { w: c.width, h: c.height, box: [box.x, box.y, box.width, box.height] };
    });
    assert.deepEqual(size, { w: Math.round(width * dpr), h: Math.round(height * dpr), box: [0, 0, width, height] });
    await closed(p);
  }
});

test("after one visit the site opens without network", async () => {
  const p = await site.open();
  await p.goOffline();
  await p.page.goto(site.url + "?van=beginscherm");
  await p.settled();
  assert.ok((await p.role("heading", undefined, { level: 1 }).count()) >= 1);
  await p.page.reload();
  await p.settled();
  assert.ok((await p.role("heading", undefined, { level: 1 }).count()) >= 1);
  await closed(p);
});

test("it works under any sub-path", async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "stoepkrijt-"));
  fs.cpSync(siteFolder, path.join(folder, "diep/erin"), { recursive: true });
  const server = await serve({ root: folder, port: 0 });
  try {
    const p = await site.open({ url: server.url + "diep/erin/" });
    await p.goOffline();
    await p.page.reload();
    await p.settled();
    assert.deepEqual(p.foreignRequests(server.url + "diep/erin/"), []);
    await closed(p);
  } finally {
    await server.close();
    fs.rmSync(folder, { recursive: true });
  }
});

test("a new version of which one file is missing leaves the old one serving", async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "stoepkrijt-"));
  fs.cpSync(siteFolder, folder, { recursive: true });
  const server = await serve({ root: folder, port: 0 });
  try {
    const p = await site.open({ url: server.url });
    await offlineReady(p.page);
    const caches = () => p.page.evaluate(() => globalThis.caches.keys());
    const old = await caches();
    const worker = path.join(folder, "sw.js");
    const good = fs.readFileSync(worker, "utf8");
    fs.writeFileSync(worker, good.replace('"./index.html"', '"./index.html","./is-er-niet.js"').replace(/(VERSION\s*=\s*["'])/, "$1kapot-"));
    assert.notEqual(fs.readFileSync(worker, "utf8"), good);
    await p.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update().catch(() => {});
      const coming = registration.installing;
      if (coming) await new Promise((done) => coming.addEventListener("statechange", () => coming.state === "redundant" && done()));
    });
    assert.deepEqual(await caches(), old, "the half-filled cache is gone, the old one stays");
    await p.page.context().setOffline(true);
    await p.page.reload();
    await p.settled();
    assert.ok((await p.role("heading", undefined, { level: 1 }).count()) >= 1);
    await closed(p);
  } finally {
    await server.close();
    fs.rmSync(folder, { recursive: true });
  }
});

test("a whole new version waits until the next start, and the app is told", async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "stoepkrijt-"));
  fs.cpSync(siteFolder, folder, { recursive: true });
  const server = await serve({ root: folder, port: 0 });
  try {
    const p = await site.open({ url: server.url });
    await offlineReady(p.page);
    await p.page.reload();  // now the worker serves the page
    await p.settled();
    const worker = path.join(folder, "sw.js");
    fs.writeFileSync(worker, fs.readFileSync(worker, "utf8").replace(/(VERSION\s*=\s*["'])/, "$1nieuw-"));
    const state = await p.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const before = registration.active;
      await registration.update();
      for (let i = 1; !registration.waiting; i++) {
        await new Promise((done) => setTimeout(done, 50));
        if (i === 600) throw new Error("the new version does not come");
        if (i % 100 === 0) await registration.update();
      }
      await new Promise((done) => setTimeout(done, 300));
      return { same: registration.active === before, waiting: registration.waiting.state };
    });
    assert.deepEqual(state, { same: true, waiting: "installed" });
    const context = p.page.context();
    await p.page.close();
    // A page that is closed may live on for a moment, and then a page that comes too soon still gets the old version.
    let next;
    for (let start = 0, taken = false; !taken; start++) {
      assert.ok(start < 10, "the new version is never taken");
      await next?.page.close();
      await new Promise((done) => setTimeout(done, 200));
      next = await site.open({ context, url: server.url });
      taken = await next.page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        for (let i = 0; registration.waiting && i < 60; i++) await new Promise((done) => setTimeout(done, 50));
        return !registration.waiting;
      });
    }
    assert.match((await next.page.evaluate(() => caches.keys())).join(), /:nieuw-/);
    assert.equal((await next.page.evaluate(() => caches.keys())).length, 1);
    await context.close();
  } finally {
    await server.close();
    fs.rmSync(folder, { recursive: true });
  }
});

test("when the core does not arrive, a sentence says so and what is safe", async () => {
  const context = await site.browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: "block" });
  await context.route(/\.wasm$/, (route) => route.abort());
  const p = await site.open({ context, wait: false });
  await p.page.getByText("Wat u eerder bewaarde, is er nog.").waitFor();
  assert.equal(await p.page.getByRole("link", { name: "Probeer het nog eens" }).count(), 1);
  await p.screenshot("start-mislukt");
  await context.close();
});

test("without JavaScript a Dutch sentence explains", async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url);
  // Not getByText: playwright looks past <noscript>. On top of all else, so a person sees it.
  assert.equal(await page.locator("noscript .plate").isVisible(), true);
  assert.match(await page.locator("noscript .plate").innerText(), /Stoepkrijt werkt met JavaScript/);
  await context.close();
});

test("the manifest makes the site installable", async () => {
  const p = await site.open();
  const href = await p.page.locator("link[rel=manifest]").getAttribute("href");
  const seen = await p.page.evaluate(async (url) => {
    const manifest = await (await fetch(url)).json();
    const icons = await Promise.all(manifest.icons.map(async (icon) => (await fetch(new URL(icon.src, new URL(url, location)))).status));
    return { manifest, icons };
  }, href);
  assert.equal(seen.manifest.name, "Stoepkrijt");
  assert.equal(seen.manifest.display, "standalone");
  assert.equal(seen.manifest.start_url, "./");
  assert.ok(seen.manifest.icons.some((icon) => icon.sizes === "512x512" && icon.purpose === "maskable"));
  assert.deepEqual([...new Set(seen.icons)], [200]);
  await closed(p);
});
