#!/usr/bin/env node
// Puts the static site together.
//
//   node tools/build_site.mjs --app build/wasm --out build/web [--web web] [--version TEXT]
//
// In: web/ (the page, its modules, the service worker), stoepkrijt.js and stoepkrijt.wasm and fonts/*.woff from the app's
// build, assets/icon.svg, jsqr.js from node_modules. Out: a folder that any static host can serve.
//
// - Scripts go through terser. Every file gets a hash of its content in its name (mirror.js -> mirror.0123456789ab.js),
//   except index.html, sw.js, manifest.webmanifest, licenties.txt and icons/*: those addresses must stay the same.
// - In web/*.{js,css,html,webmanifest} another file of the site is named in quotes as "./name.ext"; that token is replaced by
//   the hashed name. A token that names no file is an error, and so is a circle of modules.
// - {{version}}      this build: version and a hash of all content
//   {{csp}}          web/csp.txt without frame-ancestors (which only a header can carry)
//   ["{{precache}}"] the list of what the service worker must have: "./" and every file except sw.js and the 512-pixel icons
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { minify } from "terser";

import { cspForMeta } from "./headers.mjs";
import { notices } from "./notices.mjs";

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? process.argv[at + 1] : otherwise;
};
const web = path.resolve(option("web", path.join(repository, "web")));
const app = path.resolve(option("app", path.join(repository, "build/wasm")));
const out = path.resolve(option("out", path.join(repository, "build/web")));

const fail = (message) => {
  console.error(`build_site: ${message}`);
  process.exit(1);
};
const hash = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 12);
const keepsName = (name) => ["index.html", "sw.js", "manifest.webmanifest", "licenties.txt"].includes(name) || name.startsWith("icons/");
const isText = (name) => /\.(js|css|html|webmanifest)$/.test(name);
const notForTheSite = (name) => /(^|\/)(csp\.txt|package\.json|README.*|.*\.md|.*\.test\..*)$/.test(name);

function walk(folder, prefix = "") {
  return fs.readdirSync(path.join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const name = prefix ? `${prefix}/${entry.name}` : entry.name;
    return entry.isDirectory() ? walk(folder, name) : [name];
  });
}

function icons() {
  const svg = fs.readFileSync(path.join(repository, "assets/icon.svg"), "utf8");
  const square = svg.replace(/ rx="\d+"/, "");
  if (square === svg) fail("assets/icon.svg has no rounded ground: the maskable icon needs one without");
  const png = (text, size) => execFileSync("rsvg-convert", ["-w", String(size), "-h", String(size)], { input: text, maxBuffer: 1 << 24 });
  return {
    "icons/icon.svg": Buffer.from(svg),
    "icons/icon-192.png": png(svg, 192),
    "icons/icon-512.png": png(svg, 512),
    "icons/icon-maskable-512.png": png(square, 512),
    "icons/apple-touch-icon.png": png(square, 180),
  };
}

async function minified(name, text) {
  const result = await minify({ [name]: text }, { module: name !== "sw.js", compress: { passes: 2 }, mangle: true, format: { ascii_only: true } });
  return result.code;
}

// --- collect ---------------------------------------------------------------------------------------------------------
const files = new Map(); // name -> bytes
for (const name of walk(web)) if (!notForTheSite(name)) files.set(name, fs.readFileSync(path.join(web, name)));
if (!files.has("index.html")) fail(`${web} has no index.html`);
for (const name of ["stoepkrijt.js", "stoepkrijt.wasm"]) {
  const file = path.join(app, name);
  if (!fs.existsSync(file)) fail(`${file} is not there: build the app first`);
  files.set(name, fs.readFileSync(file));
}
for (const name of fs.readdirSync(path.join(app, "fonts"))) {
  if (name.endsWith(".woff")) files.set(`fonts/${name}`, fs.readFileSync(path.join(app, "fonts", name)));
}
// The reader of QR codes, as npm gives it, for a site that has the worker that loads it.
if (files.has("scan_worker.js")) files.set("jsqr.js", fs.readFileSync(path.join(repository, "node_modules/jsqr/dist/jsQR.js")));
for (const [name, bytes] of Object.entries(icons())) if (!files.has(name)) files.set(name, bytes);
files.set("licenties.txt", Buffer.from(notices(repository)));

// --- minify, fill in ---------------------------------------------------------------------------------------------------
const csp = cspForMeta(fs.readFileSync(path.join(web, "csp.txt"), "utf8"));
const content = createHash("sha256");
for (const name of [...files.keys()].sort()) content.update(name).update("\0").update(files.get(name)).update("\0");
content.update(csp);
const version = `${option("version", "0")}-${content.digest("hex").slice(0, 12)}`;
const texts = new Map();
for (const [name, bytes] of files) {
  if (!isText(name)) continue;
  let text = bytes.toString("utf8");
  if (name.endsWith(".js")) {
    // The glue of Emscripten names the wasm file itself; the page fetches it, so this name is never used.
    if (name === "stoepkrijt.js") text = text.replaceAll("stoepkrijt.wasm", "app.wasm");
    text = await minified(name, text);
  }
  // Made by a tool, or by others: these name no file of the site.
  if (name === "stoepkrijt.js" || name === "jsqr.js") files.set(name, Buffer.from(text));
  else texts.set(name, text.replaceAll("{{version}}", version).replaceAll("{{csp}}", csp));
}

// --- names, leaves first -----------------------------------------------------------------------------------------------
const token = /(["'`(])\.\/([A-Za-z0-9_][A-Za-z0-9_./-]*\.[a-z0-9]+)(?=["'`)])/g;
const finalName = new Map();
const busy = new Set();
function resolve(name, from) {
  if (finalName.has(name)) return finalName.get(name);
  if (!files.has(name)) fail(`${from} names "./${name}", which is not part of the site`);
  if (keepsName(name) && from) return name; // its text is filled in on its own turn
  if (busy.has(name)) fail(`a circle of files: ${[...busy, name].join(" -> ")}`);
  busy.add(name);
  let bytes = files.get(name);
  if (texts.has(name)) {
    const folder = path.posix.dirname(name);
    const text = texts.get(name).replace(token, (_, quote, target) => {
      const full = path.posix.join(folder, target);
      const to = resolve(full, name);
      const relative = path.posix.relative(folder, to);
      return `${quote}./${relative}`;
    });
    texts.set(name, text);
    bytes = Buffer.from(text);
    files.set(name, bytes);
  }
  busy.delete(name);
  const extension = path.posix.extname(name);
  const result = keepsName(name) ? name : `${name.slice(0, -extension.length)}.${hash(bytes)}${extension}`;
  finalName.set(name, result);
  return result;
}
for (const name of files.keys()) if (name !== "sw.js") resolve(name, "");

// --- the service worker knows them all -----------------------------------------------------------------------------------
if (texts.has("sw.js")) {
  // The large icons are for the moment of installing only: without them nothing is missed offline.
  const wanted = [...finalName.values()].filter((name) => !/^icons\/.*-512\.png$/.test(name));
  const list = ["./", ...wanted.sort().map((name) => `./${name}`)];
  const worker = texts.get("sw.js").replace(/\[\s*["'`]\{\{precache\}\}["'`]\s*\]/, () => JSON.stringify(list));
  if (worker.includes("{{")) fail("sw.js still has a placeholder after filling in");
  files.set("sw.js", Buffer.from(worker));
  finalName.set("sw.js", "sw.js");
}
for (const [name, text] of texts) if (name !== "sw.js" && /\{\{[a-z]+\}\}/.test(text)) fail(`${name} has an unknown placeholder`);

// --- write ---------------------------------------------------------------------------------------------------------------
const fresh = `${out}.new`;
fs.rmSync(fresh, { recursive: true, force: true });
let total = 0;
for (const [name, bytes] of files) {
  const target = path.join(fresh, finalName.get(name));
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, bytes);
  total += bytes.length;
}
fs.rmSync(out, { recursive: true, force: true });
fs.renameSync(fresh, out);
console.log(`site: ${files.size} files, ${(total / 1024).toFixed(0)} KiB, version ${version} in ${path.relative(process.cwd(), out) || "."}`);
