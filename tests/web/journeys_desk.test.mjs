// People without a card, in a real browser: a card of the host's desk at a kiosk, with the PIN that nobody sees; and refused at home.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openSite } from "./harness.mjs";
import { byKeys, byTouch, hash, kept, said, stroke, tabTo, TITLES, words } from "./journeys.mjs";
import { cardsOf, chooseAndHandIn, enterHost, keyCode, nextVoter, offered, openKiosk, openPackage, PIN, pinField, receipt, voteOn } from "./polling.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const codes = cardsOf("desk.csv", "code");
const desk = cardsOf("desk.csv", "attended");
const bench = words(TITLES.benches);
const asked = (p) => p.role("heading", "Deze kaart is van de balie").waitFor({ state: "attached" });
const waits = async (p) => assert.match(await p.page.locator("#mirror").innerHTML(), /Wacht nog (<[^>]*>)?\d+ seconde/);
const code = (p) => p.role("textbox", "Typ de code van uw kaart");

/** Everything of the page that could hold what was typed. */
const pageText = (p) => p.page.evaluate(() => document.documentElement.outerHTML + JSON.stringify({ ...localStorage, ...sessionStorage })
  + [...document.querySelectorAll("input")].map((el) => el.value).join(" "));

test("by touch at a kiosk: the host gives leave on its own keys, in dots; wrong ones count; the box and the log tell how many", async () => {
  const p = await site.open({ route: "stembus-openen", width: 1080, height: 1920, touch: true });
  const use = byTouch(p);
  await openKiosk(p, use, "kiosk-1.json", "desk.json");
  await p.settled();
  await keyCode(p, use, desk[0]);
  await use(p.role("button", "Verder", { exact: true }));
  await asked(p);
  await p.settled();
  assert.ok(!(await pageText(p)).includes(desk[0].replaceAll("-", "")), "the code is gone");
  await p.screenshot("kiosk-balie");
  assert.deepEqual(await p.axe(), []);
  // No way past it.
  for (const route of ["kaart", "lezen", "kiezen", "nakijken", "gestemd"]) {
    await p.page.evaluate((to) => (location.hash = to), route);
    await p.settled();
    assert.equal(await hash(p), "#stembus", route);
    await asked(p);
  }
  const keys = async (digits) => {
    for (const digit of digits) await use(p.role("button", digit, { exact: true }));
  };
  await keys("13579");
  assert.equal(await pinField(p).inputValue(), "13579");
  await use(p.role("button", "Wissen"));
  assert.equal(await pinField(p).inputValue(), "1357");
  await p.screenshot("kiosk-balie-pin");
  await use(p.role("button", "Geef toestemming"));
  await said(p, /Deze pincode is niet goed/);
  assert.equal(await pinField(p).inputValue(), "", "what was wrong does not stay");
  assert.ok(!(await pageText(p)).includes("1357"));
  await p.screenshot("kiosk-balie-fout");
  // Not now: a fresh page, and the card can be used later.
  const again = p.page.waitForEvent("load");
  await use(p.role("button", "Niet nu")).catch(() => {});  // the page goes while it is looked at
  await again;
  await p.settled();
  await code(p).waitFor({ state: "attached" });

  await keyCode(p, use, desk[0]);
  await use(p.role("button", "Verder", { exact: true }));
  await asked(p);
  await keys(PIN);
  await use(p.role("button", "Geef toestemming"));
  await p.role("button", "Kies uw plannen").waitFor({ state: "attached" });
  await p.settled();
  for (const text of [await pageText(p), JSON.stringify(await kept(p))]) assert.ok(!text.includes(`"${PIN}"`) && !/\b2468\b/.test(text), "the PIN is nowhere");
  await chooseAndHandIn(p, use, [bench]);
  assert.match(await receipt(p), /^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  await nextVoter(p, use);
  await keyCode(p, use, desk[0]);
  await use(p.role("button", "Verder", { exact: true }));
  await said(p, /Met deze kaart is hier al gestemd/);
  for (let i = 0; i < 15; i++) await use(p.role("button", "Wissen"));
  // Who has a card is asked nothing.
  await keyCode(p, use, codes[0]);
  await voteOn(p, use, []);
  await nextVoter(p, use);

  await enterHost(p, use);
  await said(p, "Met een kaart van de balie: 1 van de 6 kaarten van deze stemming.");
  await p.screenshot("kiosk-beheer-balie");
  await use(p.role("button", "Sluit de stembus"));
  const box = JSON.parse((await offered(p, use, p.role("button", "Zet de bus op een stick"))).text);
  assert.equal(box.records.length, 2);
  const log = JSON.parse((await offered(p, use, p.role("button", "Zet het logboek op de stick"))).text);
  assert.deepEqual(log.entries.map((entry) => entry.event), ["version", "opened", "hour", "attended", "closed"]);
  assert.deepEqual(log.entries[3].numbers, { ballots: 1 });
  assert.equal(log.entries.at(-1).head, box.audit);
  assert.deepEqual(p.foreignRequests(site.url), []);
  assert.deepEqual(p.errors, []);
});

test("by keys alone at a wide kiosk, and in the text version: a password field that no browser keeps; three wrong ones wait, also on a fresh page", async () => {
  const p = await site.open({ route: "meer", width: 1920, height: 1080 });
  const use = byKeys(p);
  await p.page.evaluate(() => (location.hash = "stembus-openen"));
  await p.settled();
  await openKiosk(p, use, "kiosk-1.json", "desk.json");
  await p.type(code(p), desk[1]);
  await stroke(p, "Enter");
  await asked(p);
  await p.settled();
  await p.screenshot("kiosk-balie-liggend");
  const field = pinField(p);
  assert.deepEqual(await field.evaluate((el) => [el.type, el.inputMode, el.autocomplete, el.closest("form")]), ["password", "numeric", "one-time-code", null]);
  await tabTo(p, field);
  for (let i = 0; i < 3; i++) {
    await p.page.keyboard.type("1111");
    await stroke(p, "Enter");
    await said(p, /Deze pincode is niet goed/);
    await field.focus();
  }
  await waits(p);
  await p.screenshot("kiosk-balie-wacht");
  await p.page.reload();
  await p.settled();
  await p.type(code(p), desk[1]);
  await stroke(p, "Enter");
  await asked(p);
  await waits(p);
  await p.type(field, PIN);
  await stroke(p, "Enter");
  await asked(p);
  await p.page.waitForTimeout(15500);
  await p.settled();
  await field.focus();
  await p.page.keyboard.press("Control+A");
  await p.page.keyboard.type(PIN);
  await stroke(p, "Enter");
  await chooseAndHandIn(p, use, [bench]);
  await nextVoter(p, use);
  assert.deepEqual(p.errors, []);
});

test("in the text version: the same words, fields and buttons, without the drawing", async () => {
  const p = await site.open({ route: "meer", width: 1280, height: 800 });
  const use = byKeys(p);
  await p.press(p.role("checkbox", "Tekstversie"), "Space");
  await p.page.evaluate(() => (location.hash = "stembus-openen"));
  await p.settled();
  await openKiosk(p, use, "kiosk-1.json", "desk.json");
  await p.type(code(p), desk[2]);
  await stroke(p, "Enter");
  await asked(p);
  await p.settled();
  await p.screenshot("kiosk-balie-tekst");
  assert.deepEqual(await p.axe(), []);
  await p.type(pinField(p), PIN);
  await use(p.role("button", "Geef toestemming"));
  await chooseAndHandIn(p, use, []);
  await nextVoter(p, use);
  assert.deepEqual(p.errors, []);
});

test("by touch on a phone at home: refused, with the reason and what to do", async () => {
  const p = await site.open({ route: "stembus-openen", touch: true });
  const use = byTouch(p);
  await openPackage(p, use, "desk.json");
  await said(p, /Kaarten van de balie:/);
  await use(p.role("button", "Stem op dit toestel"));
  await p.type(code(p), desk[3]);
  await use(p.role("button", "Verder", { exact: true }));
  await said(p, /Deze kaart is alleen voor in het buurthuis, samen met de gastheer/);
  await p.settled();
  await p.screenshot("stem-thuis-balie");
  assert.equal(await hash(p), "#stembus");
  assert.deepEqual(await p.axe(), []);
  assert.deepEqual(p.errors, []);
});
