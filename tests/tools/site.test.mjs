// The site builder and the server, on a site of a few lines: what a host and a service worker rely on.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

import { isHashed } from "../../tools/headers.mjs";
import { serve } from "../../tools/serve.mjs";

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

const PAGE = {
  "web/csp.txt": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; frame-ancestors 'none'\n",
  "web/index.html": '<meta http-equiv="Content-Security-Policy" content="{{csp}}"><link href="./style.css"><script type="module" src="./boot.js"></script>',
  "web/style.css": '@font-face{font-family:A;src:url("./fonts/a.woff")}',
  "web/boot.js": 'import make from "./stoepkrijt.js";\nimport { say } from "./say.js";\nsay(make, new URL("./stoepkrijt.wasm", import.meta.url), "{{version}}");\n',
  "web/say.js": "export const say = (...all) => console.log(...all);\n",
  "web/sw.js": 'const VERSION = "{{version}}"; const FILES = ["{{precache}}"]; self.addEventListener("install", () => console.log(VERSION, FILES));\n',
  "web/manifest.webmanifest": '{"name":"x"}',
  "web/package.json": '{"type":"module"}',
  "app/stoepkrijt.js": 'export default function make() { return "./this.program"; }\n',
  "app/stoepkrijt.wasm": "\0asm",
  "app/fonts/a.woff": "font",
};

function build(t, change = {}) {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "stoepkrijt-site-"));
  t.after(() => fs.rmSync(root, { recursive: true, force: true }));
  for (const [name, text] of Object.entries({ ...PAGE, ...change })) {
    if (text === null) continue;
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  }
  const out = path.join(root, "site");
  const result = spawnSync("node", [path.join(repository, "tools/build_site.mjs"), "--web", path.join(root, "web"), "--app", path.join(root, "app"), "--out", out, "--version", "1.2"], { encoding: "utf8" });
  const read = (name) => fs.readFileSync(path.join(out, name), "utf8");
  const list = () => fs.readdirSync(out, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).map((e) => path.posix.join(path.relative(out, e.path ?? e.parentPath), e.name));
  return { ...result, out, read, list };
}

test("every name in the page leads to a file, by the hash of its content", (t) => {
  const site = build(t);
  assert.equal(site.status, 0, site.stderr);
  const names = site.list();
  const hashed = (start) => names.find((name) => name.startsWith(`${start}.`) && isHashed(name));
  const index = site.read("index.html");
  assert.ok(index.includes(`"./${hashed("boot")}"`));
  assert.ok(index.includes(`"./${hashed("style")}"`));
  assert.ok(site.read(hashed("style")).includes(`"./${hashed("fonts/a")}"`));
  const boot = site.read(hashed("boot"));
  for (const part of ["say", "stoepkrijt"]) assert.ok(boot.includes(hashed(part)), part);
  assert.ok(names.some((name) => /^stoepkrijt\.[0-9a-f]{12}\.wasm$/.test(name) && boot.includes(name)));
  assert.ok(!names.some((name) => name.includes("package.json") || name.includes("csp.txt")));
  assert.match(site.read("licenties.txt"), /OFL|Open Font License/i);
});

test("the service worker lists every file but itself and the large icons", (t) => {
  const site = build(t);
  const worker = site.read("sw.js");
  const list = JSON.parse(worker.match(/\[[^\]]*\]/)[0]);
  const expected = site.list().filter((name) => name !== "sw.js" && !name.endsWith("-512.png")).map((name) => `./${name}`);
  assert.deepEqual([...list].sort(), ["./", ...expected].sort());
  assert.match(worker, /"1\.2-[0-9a-f]{12}"/);
});

test("the reader of QR codes comes along, as npm has it but smaller", (t) => {
  const site = build(t, { "web/scan_worker.js": 'import "./jsqr.js";\nself.jsQR();\n' });
  const name = site.list().find((file) => /^jsqr\.[0-9a-f]{12}\.js$/.test(file));
  assert.ok(site.read("sw.js").includes(`"./${name}"`), "offline too");
  const scope = {};
  new Function("self", "exports", "module", "define", site.read(name)).call(undefined, scope);
  assert.equal(typeof scope.jsQR, "function", "it puts its function on the worker itself");
  assert.ok(site.read(name).length < fs.statSync(path.join(repository, "node_modules/jsqr/dist/jsQR.js")).size * 0.7);
});

test("another content gives another name and another version; the same gives the same bytes", (t) => {
  const one = build(t);
  const again = build(t);
  const other = build(t, { "web/say.js": "export const say = () => 0;\n" });
  assert.deepEqual(one.list().sort(), again.list().sort());
  assert.equal(one.read("sw.js"), again.read("sw.js"));
  assert.notEqual(one.read("sw.js"), other.read("sw.js"));
  const boot = (site) => site.list().find((name) => name.startsWith("boot."));
  assert.notEqual(boot(one), boot(other), "boot names say, so its name changes too");
});

test("the policy in the page has no frame-ancestors, which only a header can carry", (t) => {
  const index = build(t).read("index.html");
  assert.match(index, /content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"/);
});

for (const [what, change, message] of [
  ["a name that leads nowhere", { "web/boot.js": 'import "./gone.js";\n' }, /"\.\/gone\.js", which is not part of the site/],
  ["a circle of modules", { "web/say.js": 'import "./boot.js"; export const say = 1;\n' }, /a circle of files/],
  ["no page", { "web/index.html": null }, /no index\.html/],
  ["no app", { "app/stoepkrijt.wasm": null }, /build the app first/],
  ["an unknown placeholder", { "web/index.html": "{{colour}}" }, /unknown placeholder/],
]) {
  test(`the builder stops at ${what}`, (t) => {
    const site = build(t, change);
    assert.equal(site.status, 1);
    assert.match(site.stderr, message);
  });
}

function get(url, headers = {}, method = "GET") {
  return new Promise((resolve, reject) => {
    const { hostname, port, pathname } = new URL(url);
    const raw = url.slice(url.indexOf(pathname, 8)); // as written: also with ..
    http.request({ hostname, port, path: raw, headers, method }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
    }).on("error", reject).end();
  });
}

test("the server sends the headers that a host must send", async (t) => {
  const site = build(t);
  const server = await serve({ root: site.out, port: 0 });
  t.after(() => server.close());
  const wasm = site.list().find((name) => name.endsWith(".wasm"));
  const page = await get(server.url);
  assert.equal(page.headers["cache-control"], "no-cache");
  assert.match(page.headers["content-security-policy"], /default-src 'none'/);
  assert.match(page.headers["content-security-policy"], /frame-ancestors 'none'/);
  assert.equal(page.headers["x-content-type-options"], "nosniff");
  assert.equal(page.headers["cross-origin-opener-policy"], "same-origin");
  const program = await get(server.url + wasm);
  assert.equal(program.headers["content-type"], "application/wasm");
  assert.equal(program.headers["cache-control"], "public, max-age=31536000, immutable");
  assert.equal((await get(`${server.url}sw.js`)).headers["cache-control"], "no-cache");
  assert.equal((await get(server.url, { "if-none-match": page.headers.etag })).status, 304);
  assert.equal((await get(server.url, { "accept-encoding": "br" })).headers["content-encoding"], "br");
  assert.equal((await get(server.url, {}, "POST")).status, 405);
  assert.equal((await get(`${server.url}gone.js`)).status, 404);
});

test("the server gives nothing from outside the site", async (t) => {
  const site = build(t);
  const server = await serve({ root: site.out, port: 0 });
  t.after(() => server.close());
  for (const way of ["../web/csp.txt", "..%2fweb%2fcsp.txt", "%2e%2e/web/csp.txt", "icons/../../web/csp.txt", "%00"]) {
    assert.equal((await get(server.url + way)).status, 404, way);
  }
});

test("a taken port makes the server take the next one", async (t) => {
  const site = build(t);
  const one = await serve({ root: site.out, port: 0 });
  const port = Number(new URL(one.url).port);
  const two = await serve({ root: site.out, port });
  t.after(() => Promise.all([one.close(), two.close()]));
  assert.ok(Number(new URL(two.url).port) > port);
});
