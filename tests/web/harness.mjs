// What every browser test needs: the site on a free port, Chromium with a software WebGL2, pages at a size, and ways to
// find and use things as people do: by role and name, by keyboard, by clicking the drawing.
//
//   const t = await openSite(test);                       closes itself when the test file ends
//   const p = await t.open({ width: 390, height: 844 });  waits for the first frame
//   await p.press(p.role("button", "Stem"));              focus, then Enter
//   await p.click(p.role("button", "Stem"));              a mouse click on the canvas, at the element's centre
//   await p.tap(...)                                      the same with a finger (open with touch: true)
//   assert.deepEqual(await p.axe(), []);                  no violations
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { serve } from "../../tools/serve.mjs";

export const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const siteFolder = process.env.STOEPKRIJT_SITE ?? path.join(repository, "build/web");
const screenshots = process.env.STOEPKRIJT_SCREENSHOTS ?? path.join(repository, "build/screenshots");
const axeSource = () => fs.readFileSync(path.join(repository, "node_modules/axe-core/axe.min.js"), "utf8");

/**
 * Only WebGL goes by the software GPU. What the browser itself puts together and shows would cost it more than the drawing: 79 ms of
 * processor for a picture as large as a kiosk's, 30 ms without.
 */
export const WEBGL = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist", "--disable-gpu-compositing"];
const NO_WEBGL = ["--disable-gpu", "--disable-webgl", "--disable-webgl2", "--disable-3d-apis"];

/**
 * Pixels of the device to one of the page, where a page is as large as a kiosk's screen: a software rasteriser needs a tenth of a second
 * for each picture of it. STOEPKRIJT_LARGE_DPR=1 for pictures to look at.
 */
export const LARGE_DPR = Number(process.env.STOEPKRIJT_LARGE_DPR ?? 0.5);
const dprOf = (width, height) => (width * height > 1_500_000 ? LARGE_DPR : 1);

export const launch = (webgl = true) =>
  chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", ...(webgl ? WEBGL : NO_WEBGL)] });

/** Resolves when the service worker has put all files of the site on the device. */
export const offlineReady = (page) => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.ready;
  while (registration.active?.state !== "activated") await new Promise((done) => setTimeout(done, 50));
});

/** One page with its helpers. */
export class Page {
  constructor(page, log) {
    this.page = page;
    this.requests = log.requests;
    this.errors = log.errors;
  }

  /**
   * Resolves when the app runs and nothing more will happen by itself: no frame asked for, no answer of the storage
   * to come, no alarm about to go off. With `quiet`: and nothing has moved for so many milliseconds.
   */
  async settled(quiet = 0) {
    await this.page.waitForFunction(() => globalThis.stoepkrijt?.runs > 0, undefined, { timeout: 60000 });
    await this.page.evaluate((ms) => new Promise((resolve) => {
      const { stoepkrijt } = globalThis;
      let runs = -1;
      let still = 0;
      let since = performance.now();
      // After a picture: what the browser tells then (sizes, positions) has reached the core.
      const look = () => requestAnimationFrame(() => setTimeout(() => {
        const moved = stoepkrijt.runs !== runs || stoepkrijt.busy();
        if (moved) [runs, still, since] = [stoepkrijt.runs, 0, performance.now()];
        else still += 1;
        if (still > 1 && performance.now() - since >= ms) resolve();
        else look();
      }));
      look();
    }), quiet);
  }

  /** The network goes; all that the site needs is on the device by then. */
  async goOffline() {
    await offlineReady(this.page);
    await this.page.context().setOffline(true);
  }

  role(role, name, options = {}) {
    return this.page.getByRole(role, name === undefined ? options : { name, ...options });
  }

  /** By keyboard: focus and one key. */
  async press(locator, key = "Enter") {
    await locator.focus();
    await this.page.keyboard.press(key);
    await this.settled();
  }

  async centre(locator) {
    const box = await locator.boundingBox();
    assert.ok(box && box.width > 2 && box.height > 2, `it has no place on the canvas: ${locator}`);
    return [box.x + box.width / 2, box.y + box.height / 2];
  }

  /** The drawing itself, with the mouse. */
  async click(locator) {
    const [x, y] = await this.centre(locator);
    await this.page.mouse.move(x, y);
    await this.settled(60);
    await this.page.mouse.down();
    await this.settled(60);
    await this.page.mouse.up();
    await this.settled();
  }

  /** The browser answers to a finger before the page has heard that it lifted: waits until it has. */
  async untilLifted() {
    await this.page.evaluate(() => {
      globalThis.lifted = new Promise((heard) => addEventListener("touchend", () => heard(), { capture: true, once: true }));
    });
    return () => this.page.evaluate(() => globalThis.lifted);
  }

  /** The drawing itself, with a finger. */
  async tap(locator) {
    const [x, y] = await this.centre(locator);
    const lifted = await this.untilLifted();
    await this.page.touchscreen.tap(x, y);
    await lifted();
    await this.settled();
  }

  async type(locator, words) {
    await locator.focus();
    await this.page.keyboard.type(words);
    await this.settled();
  }

  /** A picture for a person to look at: build/screenshots/<name>.png. */
  async screenshot(name) {
    fs.mkdirSync(screenshots, { recursive: true });
    await this.page.screenshot({ path: path.join(screenshots, `${name}.png`) });
  }

  /** What axe-core finds wrong, in short; rules of WCAG 2.2 A and AA and its best practices. */
  async axe() {
    // Through the debugging protocol, so that the page's policy stays in force.
    await this.page.evaluate(axeSource() + ";0");
    const { violations, passes } = await this.page.evaluate(() => globalThis.axe.run(document));
    assert.ok(passes.length >= 8, "axe-core found hardly anything to look at");
    return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(" | ").slice(0, 400)}`);
  }

  /** Pixels drawn in `ms` milliseconds without any input: frames. */
  async framesWhenIdle(ms = 1000) {
    await this.settled(400);
    const before = await this.page.evaluate(() => globalThis.stoepkrijt.frames);
    await this.page.waitForTimeout(ms);
    return (await this.page.evaluate(() => globalThis.stoepkrijt.frames)) - before;
  }

  /** Addresses asked for outside the site itself. */
  foreignRequests(base) {
    return this.requests.filter((url) => !url.startsWith(base) && !url.startsWith("blob:") && !url.startsWith("data:"));
  }

  focusedName() {
    return this.page.evaluate(() => {
      const el = document.activeElement;
      return el?.getAttribute("aria-label") || el?.labels?.[0]?.textContent || el?.textContent || "";
    });
  }
}

/** The site served and a browser started (or the one that is given); closed with `close()`. */
export async function openSite({ webgl = true, browser: given } = {}) {
  const server = await serve({ root: siteFolder, port: 0, compressing: false });
  const browser = given ?? (await launch(webgl));
  return {
    url: server.url,
    browser,
    async open({ width = 390, height = 844, dpr = dprOf(width, height), touch = false, route = "", dark = false, forced = false, still = true,
                 contrast = false, context, locale = "nl-NL", geolocation, wait = true, url } = {}) {
      const ctx = context ?? (await browser.newContext({
        viewport: { width, height }, deviceScaleFactor: dpr, hasTouch: touch, isMobile: false, locale,
        colorScheme: dark ? "dark" : "light", forcedColors: forced ? "active" : "none",
        contrast: contrast ? "more" : "no-preference", reducedMotion: still ? "reduce" : "no-preference",
        serviceWorkers: "allow", acceptDownloads: true,
        ...(geolocation ? { geolocation, permissions: ["geolocation"] } : {}),
      }));
      const page = await ctx.newPage();
      page.setDefaultTimeout(15000);
      const log = { requests: [], errors: [] };
      page.on("request", (r) => log.requests.push(r.url()));
      page.on("pageerror", (e) => log.errors.push(String(e)));
      page.on("console", (m) => {
        if (m.type() === "error") log.errors.push(`${m.text()} ${m.location().url}`.trim());
      });
      await page.goto((url ?? server.url) + (route ? "#" + route : ""));
      const p = new Page(page, log);
      p.site = server.url;
      if (wait) await p.settled();
      return p;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
