#!/usr/bin/env node
// The whole app as one HTML file that opens from a stick, without a server: to practise with, in a class or at a kitchen table.
//
//   node tools/practice_file.mjs [--site build/web] [--out build/stoepkrijt-oefenen.html]
//
// Every file of the built site that the page names goes into the page as a data: address, leaves first. A browser gives file://
// pages no service worker, no address of their own and no camera: the file is for practice, the site is for a real vote.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? process.argv[at + 1] : otherwise;
};
const site = path.resolve(option("site", path.join(repository, "build/web")));
const out = path.resolve(option("out", path.join(repository, "build/stoepkrijt-oefenen.html")));
const fail = (message) => {
  console.error(`practice_file: ${message}`);
  process.exit(1);
};
if (!fs.existsSync(path.join(site, "index.html"))) fail(`${site} is not a built site: make web first`);

const TYPES = { ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".woff": "font/woff", ".svg": "image/svg+xml" };
let core = "";  // the wasm: once in the page, not once more in every module that names the one that names it
const made = new Map();
const busy = new Set();

/** A file of the site as a data: address, with all that it names inside of it. */
function address(name) {
  if (made.has(name)) return made.get(name);
  const file = path.join(site, name);
  if (!fs.existsSync(file)) fail(`"./${name}" is not part of the site`);
  if (busy.has(name)) fail(`a circle of files: ${[...busy, name].join(" -> ")}`);
  busy.add(name);
  let bytes = fs.readFileSync(file);
  if (/\.(js|css)$/.test(name)) bytes = Buffer.from(filled(bytes.toString("utf8"), name));
  busy.delete(name);
  const type = TYPES[path.extname(name)] ?? fail(`what is ${name}?`);
  const result = `data:${type};base64,${bytes.toString("base64")}`;
  made.set(name, result);
  return result;
}

/** `new URL("./x", import.meta.url)`, "./x" and url(./x): each the address itself. */
function filled(text, name) {
  const folder = path.posix.dirname(name);
  const known = (target) => fs.existsSync(path.join(site, path.posix.join(folder, target)));
  const to = (target) => address(path.posix.join(folder, target));
  return text
    .replace(/new URL\((["'])app\.wasm\1,\s*import\.meta\.url\)\.href/g, '"app.wasm"')  // Emscripten's own name for it, never used
    .replace(/new URL\((["'])\.\/([A-Za-z0-9_.-]+\.wasm)\1,\s*import\.meta\.url\)/g, (_, quote, target) => ((core = to(target)), "globalThis.stoepkrijtCore"))
    .replace(/new URL\((["'])\.\/([A-Za-z0-9_.-]+)\1,\s*import\.meta\.url\)/g, (all, _, target) => (known(target) ? JSON.stringify(to(target)) : all))
    .replace(/(["'])\.\/([A-Za-z0-9_][A-Za-z0-9_./-]*\.(?:js|css|wasm|woff))\1/g, (all, quote, target) => (known(target) && target !== "sw.js" ? `${quote}${to(target)}${quote}` : all));
}

let page = fs.readFileSync(path.join(site, "index.html"), "utf8");
const entry = /<script type="module" src="\.\/([^"]+)"><\/script>/.exec(page)?.[1] ?? fail("index.html has no module to start with");
const start = `import ${JSON.stringify(address(entry))};`;
if (!core) fail("no module names the wasm file");
const first = `globalThis.stoepkrijtCore=${JSON.stringify(core)};`;
const styles = [...page.matchAll(/<link rel="stylesheet" href="\.\/([^"]+)">\n?/g)].map(([, name]) => filled(fs.readFileSync(path.join(site, name), "utf8"), name));
if (styles.length === 0) fail("index.html has no style sheets");
const sum = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
// Nothing can be asked of any other place: what the page needs is in it.
const policy = ["default-src 'none'", `script-src ${sum(first)} ${sum(start)} data: 'wasm-unsafe-eval'`, `style-src ${styles.map(sum).join(" ")}`, "img-src data: blob:", "font-src data:", "connect-src data:",
                "media-src blob:", "worker-src data: blob:", "base-uri 'none'", "form-action 'none'"].join("; ");
const icon = /<link rel="icon" href="([^"]+)"/.exec(page)?.[1] ?? fail("index.html has no icon");
page = page
  .replace(/<link rel="(manifest|icon|apple-touch-icon|stylesheet|preload|modulepreload)"[^>]*>\n?/g, "")
  .replace(/(<meta http-equiv="Content-Security-Policy" content=")[^"]*"/, (_, head) => `${head}${policy}"`)
  .replace(/<script type="module" src="[^"]*"><\/script>/, () => `<link rel="icon" href="${address(icon)}">\n${styles.map((css) => `<style>${css}</style>`).join("\n")}\n<script>${first}</script>\n<script type="module">${start}</script>`)
  .replace('<a href="./">', '<a href="">');
fs.writeFileSync(out, page);
console.log(`practice file: ${(page.length / 1024).toFixed(0)} KiB in ${path.relative(process.cwd(), out)}`);
