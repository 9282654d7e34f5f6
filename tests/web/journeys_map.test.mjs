// The map in a real browser: searched, narrowed to an area that is drawn or in view, with warmth, by finger and by keys.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openSite } from "./harness.mjs";
import { byKeys, byTab, byTouch, closed, fingers, go, hash, said, stroke } from "./journeys.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const inView = async (p) => {
  const words = await p.page.getByRole("heading", { name: /^In beeld: / }).first().textContent();
  const [, n, of] = /In beeld: ([\d.]+) van ([\d.]+)/.exec(words);
  return { n: Number(n.replaceAll(".", "")), of: Number(of.replaceAll(".", "")) };
};

test("by touch: the list of what is in view, a search that moves the map, an area drawn with a finger", async () => {
  const p = await site.open({ route: "kaart", touch: true });
  const use = byTouch(p);
  await p.screenshot("kaart-telefoon");
  await use(p.role("button", "Zoek en lijst"));
  await p.role("searchbox").waitFor({ state: "attached" });
  const whole = await inView(p);
  assert.ok(whole.n > 0 && whole.n <= whole.of);
  await p.screenshot("kaart-lijst-telefoon");
  assert.deepEqual(await p.axe(), []);
  await use(p.role("searchbox"));
  await p.page.keyboard.type("zwanenpárk");
  await p.settled();
  await said(p, /gevonden$/);
  assert.equal(await p.role("searchbox").evaluate((el) => getComputedStyle(el.parentElement).opacity), "1", "what is typed is seen");
  await p.screenshot("kaart-zoek-telefoon");
  await use(p.role("button", /^Zwanenpark · /).first());
  await p.settled();
  assert.notDeepEqual(await inView(p), whole, "the list follows the map");
  await p.screenshot("kaart-gevonden-telefoon");
  await use(p.role("button", "Omlijn een gebied"));
  await said(p, /Teken met uw vinger/);
  await p.screenshot("kaart-tekenen-telefoon");
  await fingers(p, Array.from({ length: 26 }, (_, i) => [[195 + 120 * Math.cos(i / 4), 300 + 120 * Math.sin(i / 4)]]));
  await p.settled();
  assert.equal(await p.role("button", "Stop met tekenen").count(), 0);
  await said(p, /meldingen? in uw gebied/);
  await p.screenshot("kaart-gebied-telefoon");
  await go(p, "meldingen");
  await said(p, "U ziet: getekend gebied");
  await go(p, "kaart");
  await use(p.role("button", "Gebied weg"));
  assert.equal(await p.page.getByText(/meldingen? in uw gebied/).count(), 0);
  await use(p.role("button", "Terug naar de kaart"));
  await p.role("button", /^Niet goed/).waitFor({ state: "attached" });
  await closed(p);
});

test("by keys alone: search, what is in view as the area, the densest places, a cluster that comes apart", async () => {
  const p = await site.open({ route: "kaart", width: 1280, height: 800 });
  const use = byTab(p);
  await use(p.role("searchbox"));
  await p.page.keyboard.type("52.3775, 5.2435");
  await p.settled();
  await use(p.role("button", /^52.3775000, 5.2435000/));
  await p.settled();
  const near = await inView(p);
  assert.ok(near.n < near.of, "the map stands at that place");
  await use(p.role("button", "Gebruik wat nu in beeld is"));
  await said(p, /meldingen? in uw gebied/);
  assert.deepEqual(await inView(p), { n: near.n, of: near.n });
  await p.screenshot("kaart-gebied-desktop");
  await use(p.role("button", "Gebied weg"));
  const keys = byKeys(p);
  await keys(p.role("switch", "Warmtekaart"));
  await p.role("heading", "Waar liggen veel meldingen?").waitFor({ state: "attached" });
  await p.press(p.role("application", /^Kaart van/), "0");
  await p.screenshot("kaart-warmte-desktop");
  assert.deepEqual(await p.axe(), []);
  await keys(p.role("switch", "Warmtekaart"));
  const cluster = p.role("button", /^\d+ meldingen: .*(problemen|sterke punten|ideeën)/).first();
  const before = await inView(p);
  await cluster.waitFor({ state: "attached" });
  await p.press(cluster);
  await p.settled();
  assert.ok((await inView(p)).n < before.n, "the map came closer");
  assert.equal(await p.focusedName(), await p.role("application").getAttribute("aria-label"));
  await keys(p.role("searchbox"));
  await p.page.keyboard.type("nergensstraat");
  await p.settled();
  await said(p, /^Niets gevonden/);
  await stroke(p, "Escape");
  await closed(p);
});

test("words that are looked for narrow map and list together, and go away again", async () => {
  const p = await site.open({ route: "kaart", width: 1280, height: 800 });
  const use = byKeys(p);
  await p.type(p.role("searchbox"), "zwerfvuil");
  await use(p.role("button", /^Laat \d+ meldingen? met deze woorden zien$/));
  await said(p, "U ziet alleen meldingen met “zwerfvuil”.");
  const some = await inView(p);
  await use(p.role("button", "Laat alle meldingen zien"));
  assert.ok((await inView(p)).of > some.of);
  await closed(p);
});

test("warmth shows in every theme, and the filter has its switch", async () => {
  for (const [name, options] of [["licht", {}], ["donker", { dark: true }], ["contrast", { contrast: true }]]) {
    const p = await site.open({ route: "wat-u-ziet", width: 390, height: 844, ...options });
    const use = byKeys(p);
    await go(p, "kaart");
    const clip = { x: 20, y: 150, width: 320, height: 220 };
    const plain = await p.page.screenshot({ clip });
    await go(p, "wat-u-ziet");
    await use(p.role("checkbox", /^Warmtekaart/));
    await p.screenshot(`wat-u-ziet-${name}`);
    await go(p, "kaart");
    assert.ok(!plain.equals(await p.page.screenshot({ clip })), `the map shows it: ${name}`);
    await p.screenshot(`kaart-warmte-telefoon-${name}`);
    await closed(p);
  }
});

test("in the text version the list holds all signals, and the search narrows it", async () => {
  const p = await site.open({ route: "kaart", forced: true, width: 1200, height: 900 });
  await p.role("heading", /^\d+ meldingen op de kaart$/).waitFor({ state: "attached" });
  await p.type(p.role("searchbox"), "zwerfvuil");
  await p.press(p.role("button", /^Laat \d+ meldingen? met deze woorden zien$/));
  await said(p, "U ziet alleen meldingen met “zwerfvuil”.");
  assert.equal(await p.role("button", "Omlijn een gebied").count(), 0, "there is nothing to draw on");
  assert.equal(await p.role("button", "Gebruik wat nu in beeld is").count(), 0);
  await closed(p);
});

test("at the kiosk and on a narrow phone it fits", async () => {
  for (const [name, width, height] of [["smal", 320, 568], ["kiosk", 1080, 1920]]) {
    const p = await site.open({ route: "kaart", width, height });
    await p.screenshot(`kaart-${name}`);
    const list = p.role("button", /meldingen op de kaart$/);
    if (await p.role("searchbox").count() === 0) await p.press(list);
    await p.screenshot(`kaart-lijst-${name}`);
    assert.equal(await hash(p), "#kaart");
    await closed(p);
  }
});
