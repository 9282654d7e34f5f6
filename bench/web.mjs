// The site in Debian's Chromium: what a first visit fetches, when the first frame can be used, and whether a page at rest
// draws anything. WebGL is drawn in software here (SwiftShader), so times are an upper bound for a machine of this speed.
//
//   node bench/web.mjs SITE_FOLDER
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";

import { chromium } from "playwright-core";

import { serve } from "../tools/serve.mjs";
import { report, times } from "./measure.mjs";

const site = path.resolve(process.argv[2]);
const RUNS = 5;
const SIZES = [["phone", 390, 844, 2], ["desktop", 1280, 800, 1]];
const ARGS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"];

const nameOf = (address) => {
  const name = decodeURIComponent(new URL(address, "http://localhost").pathname).slice(1);
  return name === "" || name.endsWith("/") ? `${name}index.html` : name;
};
const packed = new Map();
function sizes(name) {
  if (!packed.has(name)) {
    const bytes = fs.readFileSync(path.join(site, name));
    // Pictures and fonts of the web are compressed already; hosts send them as they are.
    const plain = /\.(png|woff2?)$/.test(name);
    packed.set(name, {
      raw: bytes.length,
      brotli: plain ? bytes.length
        : zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length,
      gzip: plain ? bytes.length : zlib.gzipSync(bytes, { level: 9 }).length,
    });
  }
  return packed.get(name);
}
function sum(names) {
  const total = { files: 0, raw: 0, brotli: 0, gzip: 0 };
  for (const name of names) {
    const each = sizes(name);
    total.files += 1;
    for (const key of ["raw", "brotli", "gzip"]) total[key] += each[key];
  }
  return total;
}

const server = await serve({ root: site, port: 0 });
let asked = []; // what really goes over the line, the service worker's copies too
server.server.on("request", (request, response) => {
  const name = nameOf(request.url);
  response.on("finish", () => {
    if (response.statusCode === 200) asked.push(name);
  });
});
// The server packs a file when it is first asked for; that is no part of what is measured.
for (const entry of fs.readdirSync(site, { recursive: true })) {
  if (fs.statSync(path.join(site, entry)).isFile()) {
    const answer = await fetch(new URL(entry, server.url), { headers: { "accept-encoding": "gzip, deflate, br" } });
    await answer.arrayBuffer();
  }
}

const firstFrame = async (page) => {
  await page.waitForFunction(() => globalThis.stoepkrijt?.firstFrame > 0, undefined, { timeout: 120000 });
  return page.evaluate(() => globalThis.stoepkrijt.firstFrame);
};
const offlineReady = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => true));

for (const [name, width, height, deviceScaleFactor] of SIZES) {
  const cold = [];
  const again = [];
  let beforeFrame = [];
  let wholeVisit = [];
  for (let run = 0; run < RUNS; run++) {
    const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ARGS });
    const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor, locale: "nl-NL", reducedMotion: "reduce" });
    const page = await context.newPage();
    asked = [];
    const byPage = [];
    page.on("request", (request) => request.serviceWorker?.() || byPage.push(request.url()));
    await page.goto(server.url);
    cold.push(await firstFrame(page));
    beforeFrame = byPage.filter((url) => url.startsWith(server.url)).map(nameOf);
    await offlineReady(page);
    wholeVisit = [...asked];
    await page.reload();
    again.push(await firstFrame(page));
    await browser.close();
  }
  report(`web.${name}.cold`, times(cold));
  report(`web.${name}.reload`, times(again));
  if (name === SIZES[0][0]) {
    report("web.first_frame", sum(new Set(beforeFrame)));
    report("web.first_visit", sum(wholeVisit));
    report("web.wasm", sum(beforeFrame.filter((file) => file.endsWith(".wasm"))));
  }
}

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ARGS });
const page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: "nl-NL" });
await page.goto(server.url);
await firstFrame(page);
await offlineReady(page);
await page.waitForTimeout(3000);
const frames = () => page.evaluate(() => ({ frames: globalThis.stoepkrijt.frames, runs: globalThis.stoepkrijt.runs }));
const before = await frames();
await page.waitForTimeout(5000);
const after = await frames();
report("web.idle", { seconds: 5, frames: after.frames - before.frames, runs_of_core: after.runs - before.runs });
const version = browser.version();
await browser.close();
report("web.browser", { version });
await server.close();
