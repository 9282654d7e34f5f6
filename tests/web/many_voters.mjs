// Voters through one kiosk by script, and what is left of each for the next one.
import assert from "node:assert/strict";

import { oneVoter, votesIn, wiped } from "./kill_station.mjs";
import { kept } from "./journeys.mjs";
import { codes, openKiosk, receipt } from "./polling.mjs";

const WARM = 10;          // voters after which the memory is what it will be
const LARGER = 1.15;      // the box itself grows: a kilobyte a vote

/** Memory of the page, whole: JavaScript and the core's. In MB. */
async function memory(session) {
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const used = metrics.find((m) => m.name === "JSHeapUsedSize").value;
  const { result } = await session.send("Runtime.evaluate", { expression: "globalThis.stoepkrijt?.memory.buffer.byteLength ?? 0" });
  return Math.round((used + result.value) / 1024 / 1024);
}

/** Which of these texts lie in the core's memory. */
const inMemory = (p, texts) => p.page.evaluate((all) => {
  const core = new TextDecoder("latin1").decode(new Uint8Array(globalThis.stoepkrijt.memory.buffer));
  return all.filter((text) => core.includes(text));
}, texts);

export async function manyVoters(site, voters, tell = () => {}) {
  const p = await site.open({ route: "stembus-openen", width: 1080, height: 1920 });
  const use = async (locator) => {
    await locator.focus();
    await p.page.keyboard.press("Enter");
    await p.settled();
  };
  await openKiosk(p, use);
  await p.goOffline();  // every fresh page comes from the device
  // The core holds what is on the screen: else the search below would find nothing, whatever is there.
  assert.deepEqual(await inMemory(p, ["Typ de code van uw kaart", "dit staat nergens in het geheugen".split("").reverse().join("")]), ["Typ de code van uw kaart"]);
  const session = await p.page.context().newCDPSession(p.page);
  await session.send("Performance.enable");
  let fresh;
  const sum = { votes: 0, early: 0, late: 0, frames: 0 };
  for (let n = 1; n <= voters; n++) {
    const code = codes[n - 1];
    await oneVoter(p, code);
    const mine = await receipt(p);
    sum.frames += await p.page.evaluate(() => globalThis.stoepkrijt.frames);
    await wiped(p);
    assert.deepEqual(await inMemory(p, [code, code.replaceAll("-", ""), mine]), [], `voter ${n} is still in memory`);
    const picture = await p.page.screenshot();
    fresh ??= picture;  // of the fresh page after the first voter
    assert.ok(picture.equals(fresh), `the screen after voter ${n} is not the screen after the one before`);
    const page = await p.page.evaluate(() => document.documentElement.outerHTML + location.href + document.title +
      JSON.stringify({ ...localStorage, ...sessionStorage }));
    const stored = n % 50 === 1 ? JSON.stringify(await kept(p)) : "";
    for (const secret of [code, code.replaceAll("-", ""), mine]) {
      assert.ok(!page.includes(secret), `${secret} of voter ${n} is on the page`);
      assert.ok(!stored.includes(secret), `${secret} of voter ${n} is kept`);
    }
    if (n === WARM) sum.early = await memory(session);
    tell(n);
  }
  sum.late = await memory(session);
  sum.votes = await votesIn(p);
  assert.equal(sum.votes, voters, "every vote is in the box");
  assert.ok(sum.late <= sum.early * LARGER + 2, `the page grew from ${sum.early} to ${sum.late} MB`);
  assert.deepEqual(p.foreignRequests(site.url), []);
  // The browser itself fetches the picture of its tab past the service worker, and tells that it could not.
  assert.deepEqual(p.errors.filter((error) => !error.endsWith("/icon.svg")), []);
  return sum;
}
