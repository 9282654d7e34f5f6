// The vote and the count, from start to end, with every kind of hands.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openSite } from "./harness.mjs";
import { TITLES, byKeys, byMouse, byTab, byTouch, fingers, go, hash, kept, plan, shortVote, stroke, swipe, tabTo, wholeVote, words } from "./journeys.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const closed = async (p) => {
  assert.deepEqual(p.errors, []);
  assert.deepEqual(p.foreignRequests(site.url), []);
  await p.page.context().close();
};

test("a whole vote by role: refused with reason and amount, taken back, cast, counted once, and nowhere left", async () => {
  const p = await site.open();
  await wholeVote(p, byKeys(p));
  await p.screenshot("gestemd-telefoon");
  const html = await p.page.content();
  for (const title of Object.values(TITLES)) assert.ok(!html.includes(title), `the page no longer says ${title}`);
  await p.page.waitForFunction(async () => (await indexedDB.databases()).length > 0);
  await p.page.waitForTimeout(200);
  const left = await kept(p);
  const draft = JSON.parse(left.draft);
  assert.doesNotMatch(left.draft, /"(approved|chosen)":\[[^\]]/, "the draft holds no choice");
  assert.deepEqual([left.local, left.session, left.cookie], ["{}", "{}", ""]);
  assert.ok(draft && !left.settings?.includes("chosen"));
  const urn = JSON.parse(left.urn);
  assert.doesNotMatch(left.urn, /time|device|name/, "the ballot box knows no time, device or name");
  const flat = (x) => (Array.isArray(x) ? x : Object.values(x).find(Array.isArray));
  const sets = flat(urn).map((e) => JSON.stringify(e));
  assert.deepEqual([...sets].sort().length, new Set(sets).size, "equal ballots lie together");
  await p.press(p.role("button", "Naar de uitslag"));
  await p.page.getByText(words("481 stemmen")).first().waitFor({ state: "attached" });
  await p.page.reload();
  await p.settled();
  assert.equal(await hash(p), "#uitslag");
  await p.page.getByText(words("481 stemmen")).first().waitFor({ state: "attached" });
  await go(p, "kiezen");
  assert.equal(await p.role("checkbox", undefined, { checked: true }).count(), 0, "the next visitor finds nothing chosen");
  await closed(p);
});

test("the count says why: a winner by its payers, a loser by what was missing, another rule chooses other plans, both side by side", async () => {
  const p = await site.open();
  await p.press(p.role("button", "Tel de stemmen"));
  assert.equal(await hash(p), "#uitslag");
  await p.role("heading", "7 plannen gaan door").waitFor();
  const winners = p.role("list", "Gaat door", { exact: true });
  const losers = p.role("list", "Gaat nu niet door");
  assert.equal(await winners.getByRole("button").count(), 7);
  assert.equal(await losers.getByRole("button").count(), 2);
  await p.press(winners.getByRole("button", { name: TITLES.benches }));
  await p.role("heading", "177 mensen kozen dit plan").waitFor();
  await p.page.getByText(words("€ 9.600 door 177")).first().waitFor({ state: "attached" });
  await p.press(p.role("button", "Terug"));
  await p.press(losers.getByRole("button", { name: TITLES.moves }));
  await p.page.getByText("Gaat nu niet door").first().waitFor({ state: "attached" });
  await p.page.getByText("Wat had geholpen?").first().waitFor({ state: "attached" });
  await p.press(p.role("button", "Terug"));
  assert.equal(await hash(p), "#uitslag");
  await p.press(p.role("radio", "Meeste stemmen"), "Space");
  await p.role("heading", "4 plannen gaan door").waitFor();
  assert.equal(await winners.getByRole("button", { name: TITLES.moves }).count(), 1, "now the most chosen plans go first");
  await p.press(losers.getByRole("button", { name: "Samen eten op donderdag" }));
  await p.page.getByText("Er was te weinig geld").first().waitFor({ state: "attached" });
  await p.press(p.role("button", "Terug"));
  await p.press(p.role("button", "Vergelijk de twee manieren"));
  assert.equal(await p.role("list", "Hier maakt het uit").getByRole("listitem").count(), 7);
  await closed(p);
});

test("a whole vote with Tab, Space and Enter only: every stop is in view and in reading order; Escape closes what is open", async () => {
  const p = await site.open();
  await wholeVote(p, byTab(p));
  await tabTo(p, p.role("button", "Naar het begin"));
  await stroke(p, "Enter");
  assert.equal(await p.page.evaluate(() => document.activeElement.tagName), "H1", "a new page starts at its heading");
  await tabTo(p, p.role("button", "Meer", { exact: true }));
  await stroke(p, "Enter");
  await tabTo(p, p.role("button", "Mijn bestanden"));
  await stroke(p, "Enter");
  await tabTo(p, p.role("button", "Wis alles"));
  await stroke(p, "Enter");
  await p.role("dialog", "Alles wissen?").waitFor();
  assert.ok(await p.page.evaluate(() => document.activeElement.closest("dialog") !== null), "the focus is in the dialog");
  for (let i = 0; i < 5; i++) {
    await p.page.keyboard.press("Tab");
    const inside = await p.page.evaluate(() => document.activeElement === document.body || document.activeElement.closest("dialog") !== null);
    assert.ok(inside, "Tab stays in the dialog");
  }
  await stroke(p, "Escape");
  assert.equal(await p.role("dialog").count(), 0);
  assert.equal(await p.focusedName(), "Wis alles", "the focus goes back to where it was");
  await closed(p);
});

test("the focus has a ring that can be seen on the drawing", async () => {
  const p = await site.open();
  const button = p.role("button", "Stem in 3 minuten");
  const box = await button.boundingBox();
  const clip = { x: Math.max(0, box.x - 6), y: box.y - 6, width: Math.min(390, box.width + 12), height: box.height + 12 };
  const without = await p.page.screenshot({ clip });
  await tabTo(p, button);
  const withRing = await p.page.screenshot({ clip });
  assert.ok(!without.equals(withRing));
  await closed(p);
});

test("a whole vote by taps on the drawing; dragging the list chooses nothing", async () => {
  const p = await site.open({ touch: true });
  await wholeVote(p, byTouch(p));
  await go(p, "kiezen");
  const first = p.role("checkbox").first();
  const [x, y] = await p.centre(first);
  const before = (await first.boundingBox()).y;
  await fingers(p, Array.from({ length: 9 }, (_, i) => [[x, y - i * 20]]));
  assert.ok((await p.role("checkbox").first().boundingBox()).y < before - 60 || (await first.evaluate((el) => el.parentElement.classList.contains("away"))),
    "the list moves with the finger");
  assert.equal(await p.role("checkbox", undefined, { checked: true }).count(), 0, "a drag is no press");
  await swipe(p, -200);
  await closed(p);
});

test("a vote with the mouse on a desktop of 1366 by 768", async () => {
  const p = await site.open({ width: 1366, height: 768 });
  await shortVote(p, byMouse(p));
  await p.screenshot("gestemd-desktop");
  await closed(p);
});

for (const [width, height] of [[1080, 1920], [1920, 1080]]) {
  test(`a vote on the screen of the buurthuis, ${width} by ${height}`, async () => {
    const p = await site.open({ width, height });
    await go(p, "meer");
    await p.press(p.role("checkbox", "Groot scherm in het buurthuis"), "Space");
    await go(p, "start");
    await p.screenshot(`start-kiosk-${width}x${height}`);
    const box = await p.role("button", "Stem in 3 minuten").boundingBox();
    assert.ok(box.height >= 64, `the button is large: ${box.height}`);
    await shortVote(p, byKeys(p));
    await p.screenshot(`gestemd-kiosk-${width}x${height}`);
    await closed(p);
  });
}

test("a whole vote in 320 pixels wide, with letters twice as large", async () => {
  const p = await site.open({ width: 320, height: 640 });
  await go(p, "meer");
  for (let i = 0; i < 3; i++) await p.press(p.role("button", "Grotere letters"));
  await p.page.getByText("200 %").first().waitFor({ state: "attached" });
  assert.equal(await p.page.evaluate(() => document.documentElement.style.getPropertyValue("--text-scale")), "2", "text fields follow");
  await go(p, "start");
  await p.screenshot("start-320-200procent");
  await wholeVote(p, byKeys(p));
  const wide = await p.page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 320, `nothing is wider than the window: ${wide}`);
  await closed(p);
});

test("in English the same round is read and a choice is made", async () => {
  const p = await site.open();
  await p.press(p.role("button", "Switch to English"));
  assert.equal(await p.page.evaluate(() => document.documentElement.lang), "en");
  await p.press(p.role("button", /^Vote/));
  await p.press(p.role("button", /^Choose/));
  await p.press(p.role("checkbox").first(), "Space");
  assert.equal(await p.role("checkbox", undefined, { checked: true }).count(), 1);
  const dutch = await p.page.evaluate(() => document.body.innerText.match(/\b(Kies|plannen|Terug|Lees|stemmen|niet)\b/g));
  assert.equal(dutch, null, "no Dutch is left");
  await p.screenshot("kiezen-engels");
  await closed(p);
});
