// Ten kills of a working browser; many more: node tests/web/kill.mjs. And that the look after a restart sees what is wrong.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";

import { serve } from "../../tools/serve.mjs";
import { repository } from "./harness.mjs";
import { appScenario } from "./kill_app.mjs";
import { stationScenario } from "./kill_station.mjs";
import { after, batch, look } from "./kill_batches.mjs";
import { storageScenario } from "./kill_storage.mjs";
import { Journal, random, trial } from "./killing.mjs";

const site = process.env.STOEPKRIJT_SITE ?? path.join(repository, "build/web");
const bytes = (n) => new TextEncoder().encode(String(n));

test("the look after a restart finds what is lost, half, changed, out of order or not forgotten", () => {
  const kept = (n, save = n) => new Map([...after(n), ["save", bytes(save)]]);
  assert.deepEqual(look(new Map()), { steps: 0, faults: [] });
  for (let n = 1; n < 40; n++) {
    assert.deepEqual(look(kept(n)), { steps: n, faults: [] });
    assert.deepEqual(look(kept(n, n - 1)), { steps: n, faults: [] });
  }
  const wrong = (change, n = 12) => {
    const map = kept(n);
    change(map);
    return look(map).faults.length;
  };
  assert.ok(wrong((map) => map.delete("b/00000011/0")), "a key of the step before is lost");
  assert.ok(wrong((map) => map.delete("b/00000012/2")), "half of the last step");
  assert.ok(wrong((map) => map.set("head", bytes(11))), "more of a step than its head says");
  assert.ok(wrong((map) => (map.get("b/00000012/1")[0] ^= 1)), "another byte");
  assert.ok(wrong((map) => map.set("b/00000009/0", bytes(1))), "a range that was not forgotten");
  assert.ok(wrong((map) => map.set("save", bytes(10))), "a save of before");
  assert.ok(wrong((map) => map.set("save", bytes(13))), "a save that came before its commit");
  assert.ok(batch(14).erase[0][0] === "b/" && after(14).size === batch(14).puts.length, "everything older is forgotten at once");
});

test("the journal counts what was under way, and a seed gives the same moments again", () => {
  const journal = new Journal();
  for (const n of [1, 2, 3]) journal.asked(n);
  journal.confirmed(1);
  journal.restarted(2);
  assert.deepEqual([journal.sum.whole, journal.sum.absent, journal.next], [1, 1, 3]);
  assert.deepEqual(Array.from({ length: 5 }, random(7)), Array.from({ length: 5 }, random(7)));
  assert.notEqual(random(7)(), random(8)());
});

test("a walker whose browser is killed while they tag finds every signal that was said to be kept, once", async () => {
  const server = await serve({ root: site, port: 0, compressing: false });
  try {
    const sum = await trial({ scenario: appScenario, url: server.url, kills: 3, seed: Date.now() % 1000000 });
    assert.equal(sum.kills, 3);
    assert.ok(sum.confirmed >= 3, JSON.stringify(sum));
  } finally {
    await server.close();
  }
});

test("a kiosk whose browser is killed while people vote has every vote that was confirmed, once", async () => {
  const server = await serve({ root: site, port: 0, compressing: false });
  try {
    const sum = await trial({ scenario: stationScenario, url: server.url, kills: 3, seed: Date.now() % 1000000 });
    assert.equal(sum.kills, 3);
    assert.ok(sum.confirmed + sum.whole + sum.absent >= 3, JSON.stringify(sum));  // each in the middle of a vote, or just after
  } finally {
    await server.close();
  }
});

test("ten times killed in the middle of its work, the browser has kept all that it confirmed, and no commit by half", async () => {
  const server = await serve({ root: site, port: 0, compressing: false });
  try {
    const sum = await trial({ scenario: storageScenario(site), url: server.url, kills: 10, seed: Date.now() % 1000000 });
    assert.equal(sum.kills, 10);
    // On a busy machine a kill may come before anything is done.
    assert.ok(sum.confirmed >= 3, `hardly anything was done: ${JSON.stringify(sum)}`);
  } finally {
    await server.close();
  }
});
