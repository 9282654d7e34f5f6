// What the documents claim and a machine can check: links that lead somewhere, headers that are the real ones, tests that exist.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { headersFor } from "../../tools/headers.mjs";

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const read = (name) => fs.readFileSync(path.join(repository, name), "utf8");
const walk = (folder) =>
  fs.readdirSync(path.join(repository, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]);
const documents = ["README.md", "CONTRIBUTING.md", ...walk("docs").filter((name) => name.endsWith(".md"))];

test("every link in the documents leads to a file of this repository", () => {
  const dead = [];
  let seen = 0;
  for (const name of documents) {
    for (const [, target] of read(name).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      seen += 1;
      const file = path.join(repository, path.dirname(name), target.split("#")[0]);
      if (target.split("#")[0] !== "" && !fs.existsSync(file)) dead.push(`${name}: ${target}`);
    }
  }
  assert.ok(seen > 20, "the links were found at all");
  assert.deepEqual(dead, []);
});

test("every recipe for a host sends the headers that the site needs", () => {
  const hosting = read("docs/hosting.md");
  const csp = read("web/csp.txt");
  const recipes = Object.fromEntries([...hosting.matchAll(/^```([a-z]+)\n([\s\S]*?)^```$/gm)].map(([, kind, text]) => [kind, text]));
  assert.deepEqual(Object.keys(recipes).sort(), ["apache", "caddy", "nginx", "text"]);
  const plain = headersFor("index.html", csp);
  const hashed = headersFor("stoepkrijt.0123456789ab.wasm", csp);
  for (const [kind, text] of Object.entries(recipes)) {
    for (const [header, value] of Object.entries(plain)) {
      if (header === "Content-Type" || header === "Cache-Control") continue;
      const line = text.split("\n").find((l) => l.includes(`${header}`) && l.includes(value));
      assert.ok(line, `${kind}: ${header}: ${value}`);
    }
    if (kind === "text") continue; // leaves caching to the host, and says so
    for (const value of [plain["Cache-Control"], hashed["Cache-Control"]]) assert.ok(text.includes(`"${value}"`), `${kind}: ${value}`);
  }
  for (const [header, value] of Object.entries(plain)) {
    if (header !== "Content-Type") assert.ok(hosting.includes(`\`${value}\``), `the table: ${header}`);
  }
});

test("every test that the accessibility table names is there", () => {
  const table = read("docs/accessibility.md");
  const sources = walk("tests").filter((name) => name.endsWith("_test.cpp")).map(read).join("\n");
  const native = new Set([...sources.matchAll(/^TEST(?:_F|_P)?\((\w+), (\w+)\)/gm)].map(([, suite, name]) => `${suite}.${name}`));
  const browser = walk("tests/web").filter((name) => name.endsWith(".mjs")).map(read).join("\n");
  const wrong = [];
  let seen = 0;
  for (const [, name] of table.matchAll(/`([A-Z]\w+\.[A-Z]\w+)`/g)) {
    seen += 1;
    if (!native.has(name)) wrong.push(name);
  }
  for (const [, title] of table.matchAll(/“([^”]+)”/g)) {
    seen += 1;
    if (!browser.includes(`"${title}"`)) wrong.push(title);
  }
  assert.ok(seen > 30, "the names were found at all");
  assert.deepEqual(wrong, []);
});

test("README's quick start is two commands that the Makefile has", () => {
  const quick = read("README.md").match(/## Quick start\n([\s\S]*?)\n## /)[1];
  const commands = [...quick.matchAll(/^ {4}(\S.*)$/gm)].map(([, line]) => line.trim());
  assert.deepEqual(commands, ["make run", "make test"]);
  for (const name of documents) {
    for (const [, verb] of read(name).matchAll(/`make ([a-z-]+)/g)) {
      assert.match(read("Makefile"), new RegExp(`^${verb}:`, "m"), `${name}: make ${verb}`);
    }
  }
});
