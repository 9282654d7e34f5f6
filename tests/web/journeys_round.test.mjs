// A whole round, through the screens only: keys, package and cards of the organiser; a kiosk, a phone and a box for phones; the counting
// evening with two key holders. Each on a browser of its own; what goes between them are files.
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { openSite } from "./harness.mjs";
import { byKeys, closed, said, TITLES, words } from "./journeys.mjs";
import { enterHost, keyCode, nextVoter, PIN, pinField, receipt, voteOn } from "./polling.mjs";

let site, folder;
before(async () => {
  site = await openSite();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "stoepkrijt-round-"));
});
after(async () => {
  await site.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Presses what gives a file, and keeps it as `name`. */
async function file(p, use, button, name) {
  const waiting = p.page.waitForEvent("download");
  await use(button);
  const to = path.join(folder, name);
  await (await waiting).saveAs(to);
  await p.settled();
  return to;
}
async function give(p, use, button, ...files) {
  const waiting = p.page.waitForEvent("filechooser");
  await use(button);
  await (await waiting).setFiles(files);
  await p.settled();
}

/** On a device of its own: the open and the secret part of a key. */
async function key(kind, name) {
  const p = await site.open({ route: "sleutels" });
  const use = byKeys(p);
  await use(p.role("radio", kind));
  await p.type(p.role("textbox", /^Naam van de/), name);
  await use(p.role("button", "Maak de sleutel"));
  const open = await file(p, use, p.role("button", "Geef het openbare deel als bestand"), `${name}.txt`);
  const secret = await file(p, use, p.role("button", "Bewaar het geheime deel als bestand"), `${name}.json`);
  await p.page.context().close();
  return { open, secret };
}

async function kiosk(pack, secret) {
  const p = await site.open({ route: "stembus-openen", width: 1080, height: 1920 });
  const use = byKeys(p);
  await give(p, use, p.role("button", "Kies het stempakket"), pack);
  await give(p, use, p.role("button", "Kies het sleutelbestand"), secret);
  await p.type(pinField(p, "Pincode voor de gastheer"), PIN);
  await p.type(pinField(p, "Typ de pincode nog een keer"), PIN);
  await use(p.role("button", "Maak dit toestel klaar als stembus"));
  await use(p.role("button", "Open de stembus"));
  return { p, use };
}
async function closeBox({ p, use }, name) {
  await enterHost(p, use);
  await use(p.role("button", "Sluit de stembus"));
  const box = await file(p, use, p.role("button", "Zet de bus op een stick"), `${name}.json`);
  const log = await file(p, use, p.role("button", "Zet het logboek op de stick"), `${name}-log.json`);
  return [box, log];
}

test("keys, package, cards, a kiosk, a phone, the evening: the outcome is what the cards said, and each receipt is found", { timeout: 600000 }, async () => {
  const holders = [];
  for (const name of ["fatma", "joop", "ans"]) holders.push(await key("Sleutelhouder", name));
  const atKiosk = await key("Stembus in het buurthuis", "kiosk-1");
  const forPhones = await key("Bus voor stemmen van telefoons", "telefoons");

  // The organiser
  const o = await site.open({ route: "stemming-maken", width: 1280, height: 900 });
  const use = byKeys(o);
  await o.type(o.role("textbox", /^Aantal stemkaarten/), "5");
  await o.type(o.role("textbox", /^Aantal reservekaarten/), "5");
  for (const one of [...holders, atKiosk, forPhones]) {
    await give(o, use, o.page.getByRole("button", { name: "Bestand", exact: true }).first(), one.open);
  }
  await use(o.role("button", "Maak de stemming"));
  await o.page.getByText("De stemming is klaar").first().waitFor({ state: "attached", timeout: 120000 });
  const pack = await file(o, use, o.role("button", "Geef het stempakket"), "pakket.json");
  await use(o.role("button", "Naar de stemkaarten"));
  await o.page.evaluate(() => (window.print = () => window.dispatchEvent(new Event("beforeprint"))));
  await use(o.role("button", "Druk alle kaarten af"));
  await o.page.waitForFunction(() => document.querySelectorAll("#sheets text[font-family=monospace]").length === 10);
  const cards = await o.page.$$eval("#sheets text[font-family=monospace]", (all) => all.map((el) => el.textContent));
  const [one, two, three, four] = cards;
  await closed(o);

  // The kiosk
  const receipts = [];
  const k = await kiosk(pack, atKiosk.secret);
  for (const [code, plans] of [[one, [TITLES.light, TITLES.benches]], [two, [TITLES.light]], [three, []]]) {
    await keyCode(k.p, k.use, code);
    await voteOn(k.p, k.use, plans.map(words));
    receipts.push(await receipt(k.p));
    await nextVoter(k.p, k.use);
  }
  const boxes = await closeBox(k, "kiosk-1");
  await closed(k.p);

  // A phone at home, and the box that takes what phones give
  const h = await site.open({ route: "stembus-openen" });
  const thumb = byKeys(h);
  await give(h, thumb, h.role("button", "Kies het stempakket"), pack);
  await thumb(h.role("button", "Stem op dit toestel"));
  await h.type(h.role("textbox", "Typ de code van uw kaart"), four);
  await voteOn(h, thumb, [words(TITLES.benches)]);
  receipts.push(await receipt(h));
  const vote = await file(h, thumb, h.role("button", "Bewaar mijn verzegelde stem als bestand"), "stem.txt");
  await closed(h);
  const t = await kiosk(pack, forPhones.secret);
  await enterHost(t.p, t.use);
  await give(t.p, t.use, t.p.role("button", "Neem stemmen uit bestanden in"), vote);
  await said(t.p, "Er zit 1 stem in.");
  await t.use(t.p.role("button", "Terug naar de stembus"));
  boxes.push(...(await closeBox(t, "telefoons")));
  await closed(t.p);

  // The evening
  const e = await site.open({ route: "telavond", width: 1366, height: 900 });
  const hand = byKeys(e);
  await give(e, hand, e.role("button", "Kies bestanden").first(), pack, ...boxes);
  await hand(e.role("button", "Voeg de bussen samen"));
  const urn = await file(e, hand, e.role("button", "Bewaar de verzegelde urn"), "urn.json");
  const shares = [];
  for (const [n, holder] of [[1, holders[0]], [2, holders[2]]]) {
    const s = await site.open({ route: "sleutelhouder" });
    const own = byKeys(s);
    await give(s, own, s.role("button", "Kies bestanden").first(), pack, urn);
    const share = s.page.waitForEvent("download");
    await give(s, own, s.role("button", "Kies een bestand met de sleutel"), holder.secret);
    const to = path.join(folder, `deel-${n}.json`);
    await (await share).saveAs(to);
    shares.push(to);
    await closed(s);
  }
  await give(e, hand, e.role("button", "Kies 2 sleuteldelen"), ...shares);
  await hand(e.role("button", "Open de urn en tel"));
  await said(e, "Gekozen");
  await e.screenshot("ronde-uitslag-desktop");
  const ballots = fs.readFileSync(await file(e, hand, e.role("button", "Bewaar de stembiljetten"), "stemmen.pb"), "utf8");
  const votes = ballots.split("VOTES")[1].trim().split("\n").slice(1).map((line) => line.split(";").slice(1).join(";")).sort();
  assert.equal(votes.length, 4);
  const list = await file(e, hand, e.role("button", "Bewaar de lijst met bonnetjes"), "bewijzen.json");
  assert.deepEqual(JSON.parse(fs.readFileSync(list, "utf8")).counted, [...receipts].sort());
  await closed(e);

  // Is my vote in?
  const m = await site.open({ route: "mijn-stem" });
  const mine = byKeys(m);
  await give(m, mine, m.role("button", "Kies de lijst"), list);
  await m.type(m.role("textbox", "Uw bonnetje"), receipts[3].toLowerCase());
  await mine(m.role("button", "Zoek mijn stem op"));
  await said(m, "Uw stem is geteld");
  await closed(m);
});
