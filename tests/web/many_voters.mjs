// Voters through one kiosk by script, and what is left of each for the next one.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { oneVoter, votesIn, wiped } from "./kill_station.mjs";
import { kept, words } from "./journeys.mjs";
import { codes, file, openKiosk, receipt } from "./polling.mjs";

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

const CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";
/** The 16 bytes that a round's name of 26 characters stands for. */
function electionBytes(name) {
  let n = [...name].reduce((sum, letter) => sum * 32n + BigInt(CROCKFORD.indexOf(letter)), 0n);
  const bytes = [];
  for (let i = 0; i < 16; i++, n >>= 8n) bytes.unshift(Number(n & 255n));
  return bytes;
}

/** An approval ballot as bytes (docs/formats/ballots.md): a bit for each plan, then zeros. */
function ballotBytes(chosen, plans) {
  const bytes = new Array(Math.max(16, Math.ceil(plans / 8 / 16) * 16)).fill(0);
  for (const plan of chosen) bytes[plan >> 3] |= 128 >> (plan & 7);
  return bytes;
}

const SEED = 32;
/** What a vote is before it is sealed: 1, the round, a seed of 32 bytes that nobody knows, the ballot. */
const unsealed = (election, ballot) => [[1, ...election], ballot];

/** How often this head, 32 bytes of any kind and this tail lie in the core's memory. */
const votesInMemory = (p, [head, tail]) => p.page.evaluate(([from, to, gap]) => {
  const text = (bytes) => String.fromCharCode(...bytes);
  // Not TextDecoder: its "latin1" is windows-1252, which changes bytes from 128 to 159.
  const core = new Uint8Array(globalThis.stoepkrijt.memory.buffer);
  let found = 0;
  for (let at = core.indexOf(from[0]); at >= 0; at = core.indexOf(from[0], at + 1)) {
    if (core[at + 1] !== from[1] || core[at + 2] !== from[2]) continue;
    const end = at + from.length + gap;
    if (text(core.subarray(at, at + from.length)) === text(from) && text(core.subarray(end, end + to.length)) === text(to)) found += 1;
  }
  return found;
}, [head, tail, SEED]);

/** The search finds a vote that lies open in memory: else it would prove nothing. And the round's name is in the core as these bytes. */
async function provesItself(p, [head, tail]) {
  const [, ...election] = head;
  assert.ok(await p.page.evaluate((bytes) => {
    const core = new Uint8Array(globalThis.stoepkrijt.memory.buffer);
    return core.some((byte, at) => byte === bytes[0] && bytes.every((one, i) => core[at + i] === one));
  }, election), "the core does not know the round by these bytes");
  const at = await p.page.evaluate(([from, to, gap]) => {
    const { memory } = globalThis.stoepkrijt;
    const end = memory.buffer.byteLength - 256;  // the far end of the heap, where nothing is yet
    const before = new Uint8Array(memory.buffer, end, from.length + gap + to.length);
    if (before.some((byte) => byte !== 0)) return -1;
    before.set(from, 0);
    before.set(to, from.length + gap);
    return end;
  }, [head, tail, SEED]);
  assert.ok(at > 0, "there is something at the end of the heap");
  assert.equal(await votesInMemory(p, [head, tail]), 1);
  await p.page.evaluate(([from, size]) => new Uint8Array(globalThis.stoepkrijt.memory.buffer, from, size).fill(0), [at, 256]);
  assert.equal(await votesInMemory(p, [head, tail]), 0);
}

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
  const { election, round } = JSON.parse(readFileSync(file("package.json"), "utf8"));
  const titles = round.plans.map((plan) => plan.title.nl);
  await provesItself(p, unsealed(electionBytes(election), ballotBytes([0, 3], titles.length)));
  const session = await p.page.context().newCDPSession(p.page);
  await session.send("Performance.enable");
  let fresh;
  const sum = { votes: 0, early: 0, late: 0, frames: 0 };
  for (let n = 1; n <= voters; n++) {
    const code = codes[n - 1];
    const chosen = [n % titles.length, (n + 1 + (n % 7)) % titles.length].sort();  // another pair than the voter before
    await oneVoter(p, code, { plans: chosen.map((plan) => words(titles[plan])) });
    const mine = await receipt(p);
    sum.frames += await p.page.evaluate(() => globalThis.stoepkrijt.frames);
    await wiped(p);
    assert.deepEqual(await inMemory(p, [code, code.replaceAll("-", ""), mine]), [], `voter ${n} is still in memory`);
    const vote = unsealed(electionBytes(election), ballotBytes(chosen, titles.length));
    assert.equal(await votesInMemory(p, vote), 0, `what voter ${n} chose is still in memory`);
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
