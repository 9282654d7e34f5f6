// What may go wrong around a kiosk, in a real browser: a second window, a clock that is set back, and whatever a voter leaves behind.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { LARGE_DPR, openSite } from "./harness.mjs";
import { byKeys, kept, said, TITLES, words } from "./journeys.mjs";
import { codes, enterHost, file, nextVoter, offered, openKiosk, voteOn } from "./polling.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const codeField = (p) => p.role("textbox", "Typ de code van uw kaart");
const bench = words(TITLES.benches);
const light = words(TITLES.light);

test("a second window of a kiosk takes no vote and says why; when the first one closes it goes on with all that is in the box", async () => {
  const first = await site.open({ route: "stembus-openen", width: 1080, height: 1920 });
  const use = byKeys(first);
  await openKiosk(first, use);
  await first.type(codeField(first), codes[0]);
  await voteOn(first, use, [bench]);
  await nextVoter(first, use);
  const before = await kept(first);

  const second = await site.open({ context: first.page.context(), route: "stembus", width: 1080, height: 1920 });
  await said(second, /al open in een ander tabblad/);
  await second.screenshot("kiosk-tweede-venster");
  assert.equal(await codeField(second).count(), 0, "there is nowhere to type a code");
  assert.deepEqual(await kept(second), before, "it keeps nothing");
  assert.deepEqual(await second.axe(), []);

  await first.page.close();
  await codeField(second).waitFor({ state: "attached" });
  await second.settled();
  const on = byKeys(second);
  await second.type(codeField(second), codes[0]);
  await on(second.role("button", "Verder", { exact: true }));
  await said(second, /Met deze kaart is hier al gestemd/);
  await codeField(second).focus();
  await second.page.keyboard.press("Control+A");
  await second.type(codeField(second), codes[1]);
  await voteOn(second, on, [bench]);
  await nextVoter(second, on);
  await enterHost(second, on);
  await said(second, /^Er zitten 2 stemmen in/);
  assert.deepEqual([...first.errors, ...second.errors], []);
});

test("a clock that is set back two hours is told to the host and stands in the log; votes go on", async () => {
  const context = await site.browser.newContext({ viewport: { width: 1080, height: 1920 }, deviceScaleFactor: LARGE_DPR, locale: "nl-NL", reducedMotion: "reduce", acceptDownloads: true });
  await context.addInitScript(() => {
    const real = Date.now.bind(Date);
    // Outlives the fresh page after a voter, as the clock of a machine does.
    Date.now = () => real() + Number(sessionStorage.getItem("shift") ?? 0);
  });
  const p = await site.open({ context, route: "stembus-openen" });
  const use = byKeys(p);
  await openKiosk(p, use);
  await p.type(codeField(p), codes[0]);
  await voteOn(p, use, [bench]);
  await nextVoter(p, use);
  await p.page.evaluate(() => sessionStorage.setItem("shift", String(-2 * 3600 * 1000)));
  await p.type(codeField(p), codes[1]);
  await voteOn(p, use, [light]);
  await nextVoter(p, use);
  await enterHost(p, use);
  await said(p, /De klok van dit toestel ging (119|120) minuten terug/);
  await said(p, /^Er zitten 2 stemmen in/);
  await p.screenshot("kiosk-klok-terug");
  await use(p.role("button", "Sluit de stembus"));
  const box = JSON.parse((await offered(p, use, p.role("button", "Zet de bus op een stick"))).text);
  const log = JSON.parse((await offered(p, use, p.role("button", "Zet het logboek op de stick"))).text);
  assert.equal(box.records.length, 2);
  assert.equal(log.entries.at(-1).head, box.audit);
  const told = log.entries.filter((entry) => entry.event === "clock-changed");
  assert.equal(told.length, 1, "it is told once");
  assert.deepEqual(p.errors, []);
});

test("what somebody chose cannot be read off anything that stays: not the storage, not the page, which is a new one", async () => {
  const p = await site.open({ route: "stembus-openen", width: 1080, height: 1920 });
  const use = byKeys(p);
  await openKiosk(p, use);
  const titles = JSON.parse(readFileSync(file("package.json"), "utf8")).round.plans.map((plan) => plan.title.nl);
  const seen = [];
  for (const [n, plans] of [[bench], [light], [], [bench, light]].entries()) {
    await p.type(codeField(p), codes[n]);
    await voteOn(p, use, plans);
    await p.page.evaluate(() => (globalThis.ofThisVoter = true));
    await nextVoter(p, use);
    assert.equal(await p.page.evaluate(() => globalThis.ofThisVoter), undefined, "the page and the core's memory are new");
    const stored = await kept(p);
    const votes = Object.entries(stored).filter(([key]) => key.startsWith("b/station/v/"));
    assert.equal(votes.length, n + 1);
    for (const [key, value] of votes) {
      assert.equal(value.length, votes[0][1].length, "a vote for two is as long as a blank one");
      assert.match(value, /^SKB1:[0-9A-Z $%*+./:-]+$/, "nothing but the sealed vote, as its code says it");
    }
    seen.push({
      html: await p.page.evaluate(() => document.documentElement.outerHTML),
      others: Object.keys(stored).filter((key) => !key.startsWith("b/station/v/")),
      plans: titles.map((title) => Object.entries(stored).filter(([, value]) => value.includes(title)).map(([key]) => key)),
    });
  }
  for (const later of seen.slice(1)) assert.deepEqual(later, seen[0], "after each voter all is as after the one before, whatever they chose");
  assert.deepEqual(p.errors, []);
});
