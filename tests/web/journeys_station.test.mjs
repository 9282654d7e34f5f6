// A vote with a card, in a real browser: at a kiosk with its host, and at home.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { openSite } from "./harness.mjs";
import { byKeys, byTouch, hash, kept, said, TITLES, words } from "./journeys.mjs";
import { manyVoters } from "./many_voters.mjs";
import { codes, enterHost, file, keyCode, nextVoter, offered, openKiosk, openPackage, pinField, receipt, reserves, voteOn } from "./polling.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const bench = words(TITLES.benches);
const keptText = async (p) => JSON.stringify(await kept(p));

test("by touch at a kiosk: open, vote on its own keys, the next voter finds nothing, close, the box on a stick", async () => {
  const p = await site.open({ route: "stembus-openen", width: 1080, height: 1920, touch: true });
  const use = byTouch(p);
  await openKiosk(p, use);
  await p.settled();
  await p.screenshot("kiosk-stembus-leeg");
  await keyCode(p, use, codes[0].slice(0, 9));
  await p.screenshot("kiosk-stembus");
  await keyCode(p, use, codes[0].slice(9));
  await voteOn(p, use, [bench]);
  const mine = await receipt(p);
  await p.screenshot("kiosk-bonnetje");
  const stored = await keptText(p);
  for (const secret of [codes[0], codes[0].replaceAll("-", ""), mine]) {
    assert.ok(!stored.includes(secret), `${secret} is not kept`);
  }
  await nextVoter(p, use);
  const page = await p.page.evaluate(() => document.documentElement.outerHTML + JSON.stringify({ ...localStorage, ...sessionStorage }));
  for (const secret of [codes[0], codes[0].replaceAll("-", ""), mine]) assert.ok(!page.includes(secret), `${secret} is not on the page`);

  // The card is used; what a visitor writes in the address leads nowhere.
  await keyCode(p, use, codes[0]);
  await use(p.role("button", "Verder", { exact: true }));
  await said(p, /Met deze kaart is hier al gestemd/);
  await p.screenshot("kiosk-kaart-gebruikt");
  for (const route of ["kaart", "kiezen", "meer", "gestemd"]) {
    await p.page.evaluate((to) => (location.hash = to), route);
    await p.settled();
    assert.equal(await hash(p), "#stembus", route);
  }

  await enterHost(p, use);
  await said(p, "Er zit 1 stem in.");
  await p.screenshot("kiosk-beheer");
  await use(p.role("button", "Sluit de stembus"));
  const box = await offered(p, use, p.role("button", "Zet de bus op een stick"));
  assert.equal(box.name, "stoepkrijt-bus-kiosk-1.json");
  const read = JSON.parse(box.text);
  assert.equal(read.format, "stoepkrijt-box");
  assert.equal(read.records.length, 1);
  const log = await offered(p, use, p.role("button", "Zet het logboek op de stick"));
  assert.equal(JSON.parse(log.text).entries.at(-1).head, read.audit, "the log is the one that was signed");
  assert.deepEqual(JSON.parse(log.text).entries.map((entry) => entry.event), ["version", "opened", "hour", "closed"], "the fresh page after a voter is no restart");
  await use(p.role("button", "Terug naar de stembus"));
  await said(p, "De stembus is dicht");
  await p.screenshot("kiosk-dicht");
  assert.deepEqual(await p.axe(), []);
  assert.deepEqual(p.foreignRequests(site.url), []);
  assert.deepEqual(p.errors, []);
});

test("by keys at home: the package is compared, a mistyped letter is pointed at, the sealed vote is a code and a file", async () => {
  const p = await site.open({ route: "stembus-openen", width: 1366, height: 768 });
  const use = byKeys(p);
  await openPackage(p, use);
  await p.screenshot("stembus-openen-desktop");
  assert.deepEqual(await p.axe(), []);
  await use(p.role("button", "Stem op dit toestel"));
  const field = p.role("textbox", "Typ de code van uw kaart");
  const wrong = codes[7].replace(/^./, (c) => (c === "A" ? "B" : "A"));
  await p.type(field, wrong);
  await use(p.role("button", "Verder", { exact: true }));
  await said(p, /1/);
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  await p.screenshot("stembus-letter-fout-desktop");
  await field.focus();
  await p.page.keyboard.press("Control+A");
  await p.type(field, codes[7].toLowerCase());
  await voteOn(p, use, [bench]);
  const mine = await receipt(p);
  await p.screenshot("stem-thuis-desktop");
  const vote = await offered(p, use, p.role("button", "Bewaar mijn verzegelde stem als bestand"));
  assert.match(vote.text, /^SKB1:/);
  assert.ok(!(await keptText(p)).includes(codes[7]));
  await p.page.reload();
  await p.settled();
  await p.page.evaluate(() => (location.hash = "gestemd"));
  await p.settled();
  assert.equal(await receipt(p), mine);
  assert.deepEqual(await p.axe(), []);
  assert.deepEqual(p.errors, []);
});

test("the address of the site: the package that stands beside the app is fetched, and only from there; what is not there is said", async () => {
  const p = await site.open({ route: "stembus-openen" });
  const use = byKeys(p);
  await use(p.role("button", "Haal de stemming van deze website"));
  await said(p, /Op deze website staat geen stempakket/);
  await use(p.role("dialog").getByRole("button"));
  p.errors.length = 0;  // Chromium tells of the file that is not there
  const body = readFileSync(file("package.json"), "utf8");
  await p.page.context().route("**/stemming.json", (route) => route.fulfill({ body, contentType: "application/json" }));
  await use(p.role("button", "Haal de stemming van deze website"));
  await p.role("heading", "Klopt dit met wat bekend is gemaakt?").waitFor({ state: "attached" });
  await said(p, "pop kameel eekhoorn nacht kop kers");
  assert.deepEqual(p.foreignRequests(site.url), []);
  assert.deepEqual(p.errors, []);
});

test("by touch on a phone: voting at home, without a network", async () => {
  const p = await site.open({ route: "stembus-openen", touch: true });
  const use = byTouch(p);
  await openPackage(p, use);
  await p.page.context().setOffline(true);
  await p.screenshot("stembus-openen");
  await use(p.role("button", "Stem op dit toestel"));
  await p.type(p.role("textbox", "Typ de code van uw kaart"), codes[8]);
  await p.screenshot("stembus-telefoon");
  await voteOn(p, use, [bench]);
  await p.screenshot("stem-thuis");
  assert.match(await receipt(p), /^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  assert.deepEqual(p.foreignRequests(site.url), []);
});

test("a card is replaced by the host, at a wide kiosk; a wrong PIN waits", async () => {
  const p = await site.open({ route: "stembus-openen", width: 1920, height: 1080 });
  const use = byKeys(p);
  await openKiosk(p, use);
  await p.screenshot("kiosk-liggend");
  await use(p.role("button", "Voor de gastheer"));
  for (let i = 0; i < 3; ++i) {
    await p.type(pinField(p), "1111");
    await use(p.role("button", "Open het beheer"));
  }
  await said(p, /Deze pincode is niet goed/);
  assert.match(await p.page.locator("#mirror").innerHTML(), /Wacht nog (<[^>]*>)?\d+ seconde/);
  await p.screenshot("kiosk-pin");
  await p.page.waitForTimeout(15500);
  await p.settled();
  await p.type(pinField(p), "2468");
  await use(p.role("button", "Open het beheer"));
  await p.type(p.role("textbox", "Code van de oude kaart"), codes[3]);
  await p.type(p.role("textbox", "Code van de reservekaart"), reserves[0]);
  await use(p.role("button", "Vervang de kaart"));
  await use(p.role("button", "Terug naar de stembus"));
  await p.type(p.role("textbox", "Typ de code van uw kaart"), codes[3]);
  await use(p.role("button", "Verder", { exact: true }));
  await said(p, /Deze kaart is vervangen/);
  const field = p.role("textbox", "Typ de code van uw kaart");
  await field.focus();
  await p.page.keyboard.press("Control+A");
  await p.type(field, reserves[0]);
  await voteOn(p, use, []);
  await p.screenshot("kiosk-liggend-bonnetje");
  await nextVoter(p, use);
  assert.deepEqual(p.errors, []);
});

test("twelve voters one after the other: all in the box, nothing left of any, the page no larger", async () => {
  const sum = await manyVoters(site, 12);
  assert.equal(sum.votes, 12);
});

test("the browser says that the disk is full: the vote stays on the screen, and is kept once there is room", async () => {
  const p = await site.open({ route: "stembus-openen", width: 1080, height: 1920 });
  const use = byKeys(p);
  await openKiosk(p, use);
  await p.page.evaluate(() => {
    const real = IDBObjectStore.prototype.put;
    globalThis.thereIsRoom = () => (IDBObjectStore.prototype.put = real);
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await keyCode(p, use, codes[11]);
  await use(p.role("button", "Verder", { exact: true }));
  await p.role("button", "Kies uw plannen").waitFor({ state: "attached" });
  await use(p.role("button", "Kies uw plannen"));
  await use(p.role("checkbox", bench));
  await use(p.role("button", /^Bekijk mijn/));
  await use(p.role("button", "Ja, lever mijn stem in"));
  await p.role("heading", "Uw stem is nog niet bewaard").waitFor({ state: "attached" });
  await p.settled();
  await p.screenshot("kiosk-niet-bewaard");
  await p.page.evaluate(() => globalThis.thereIsRoom());
  await use(p.role("button", "Probeer opnieuw te bewaren"));
  await p.role("heading", "Dank u wel!").waitFor({ state: "attached" });
  await nextVoter(p, use);
  await enterHost(p, use);
  await said(p, "Er zit 1 stem in.");
});
