// The practice file: one HTML file, opened from a disk, without a server and without a network.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";

import { openSite, repository } from "./harness.mjs";
import { byKeys, byTouch, hash, said, wholeVote } from "./journeys.mjs";

let site, folder, address;
before(async () => {
  site = await openSite();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "stoepkrijt-practice-"));
  const file = path.join(folder, "stoepkrijt-oefenen.html");
  execFileSync("node", [path.join(repository, "tools/practice_file.mjs"), "--site", process.env.STOEPKRIJT_SITE ?? path.join(repository, "build/web"), "--out", file]);
  address = pathToFileURL(file).href;
});
after(async () => {
  await site.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

test("from a disk: a whole vote and its count, by keys; nothing is asked of anywhere", async () => {
  const p = await site.open({ url: address });
  await wholeVote(p, byKeys(p));
  await byKeys(p)(p.role("button", "Naar de uitslag"));
  assert.equal(await hash(p), "#uitslag");
  await said(p, /gaan door|gaat door/);
  await p.screenshot("oefenen-uitslag");
  assert.deepEqual(p.requests.filter((url) => !url.startsWith("data:") && !url.startsWith("blob:") && url.split("#")[0] !== address), []);
  assert.deepEqual(p.errors, []);
});

test("from a disk: rules side by side are counted beside the page, and a phone's finger works as well", async () => {
  const p = await site.open({ url: address, route: "vergelijken", touch: true, wait: false });
  await p.page.goto(`${address}#vergelijken`);
  await p.settled();
  await said(p, /Meeste stemmen|Gelijke delen/);
  await p.page.evaluate(() => (location.hash = "start"));
  await p.settled();
  await byTouch(p)(p.role("button", "Stem in 3 minuten"));
  assert.equal(await hash(p), "#stemmen");
  assert.deepEqual(p.errors, []);
});
