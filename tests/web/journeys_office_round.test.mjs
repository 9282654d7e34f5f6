// What the organiser chooses for the round that is being prepared, and a page that is not closed by a slip.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openSite } from "./harness.mjs";
import { byKeys, closed, go, hash, said } from "./journeys.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

/** A round in preparation with one plan, on this page. */
async function prepareRound(p, use) {
  await go(p, "volgende-ronde");
  await use(p.role("button", "Maak een plan"));
  await p.type(p.role("textbox", "Naam van het plan"), "Nieuwe fietsenrekken");
  await p.type(p.role("textbox", "Gevraagd van het wijkbudget, in euro"), "500");
  await use(p.role("button", "Bewaar het plan"));
  assert.equal(await hash(p), "#volgende-ronde");
}

test("form, rule and pots are chosen from the wizard, for the round in preparation only", async () => {
  const p = await site.open({ width: 1280, height: 900 });
  const use = byKeys(p);
  await prepareRound(p, use);
  await go(p, "stemming-maken");
  await p.screenshot("stemming-maken-ronde-desktop");
  await use(p.role("button", "Kies de manier van stemmen"));
  const at = (await hash(p)).split("/");
  assert.equal(at[0], "#manier-van-stemmen");
  assert.ok(at[1].length > 4, "of one round");
  await said(p, /in voorbereiding/);
  await use(p.role("radio", "Kiezen zonder grens"));
  await p.screenshot("ronde-manier-desktop");
  assert.deepEqual(await p.axe(), []);
  await use(p.role("button", "Terug").first());
  assert.equal(await hash(p), "#stemming-maken");
  await use(p.role("button", "Kies de telregel en wat telt bij gelijke stand"));
  assert.equal(await hash(p), `#telregel/${at[1]}`);
  await use(p.role("button", "Meer keuzes"));
  await use(p.role("radio", "Loten", { exact: true }));
  assert.equal(await p.role("textbox", /^Startwoord van de loting/).inputValue(), "", "the lot is drawn in public");
  await p.screenshot("ronde-telregel-desktop");
  assert.deepEqual(await p.axe(), []);
  await use(p.role("button", "Terug").first());
  await said(p, "Het lot wordt in het openbaar getrokken, nadat alle bussen dicht zijn.");
  await use(p.role("button", "Kies potten en grenzen"));
  assert.equal(await hash(p), `#potten-en-grenzen/${at[1]}`);
  await said(p, /in voorbereiding/);
  // The round under way is as it was.
  await go(p, "manier-van-stemmen");
  assert.equal(await p.page.getByText(/in voorbereiding/).count(), 0);
  await closed(p);
});

test("what people are told beforehand is written for the round in preparation, and goes into the wizard like that", async () => {
  const p = await site.open({ width: 1280, height: 900 });
  const use = byKeys(p);
  await prepareRound(p, use);
  const area = (name) => p.role("textbox", name);
  const write = async (name, words) => {
    await area(name).focus();
    await p.page.keyboard.press("Control+A");
    await p.type(area(name), words);
  };
  await said(p, /^Dit is nog van de vorige ronde: waarover de stemmers beslissen, .*wat er na de uitslag gebeurt/);
  await use(p.role("radio", /^Meedoen\./));
  assert.equal(await area(/^Wat staat al vast/).evaluate((el) => getComputedStyle(el).paddingTop), "14px", "words do not lie on the border");
  await write(/^Waarover beslissen de stemmers/, "U kiest de bomen.\nU kiest de bankjes.");
  await write(/^Wat staat al vast/, "Er is € 60.000.");
  await write(/^Wie mag stemmen/, "Iedereen van 10 jaar of ouder.");
  // What was typed is still there after a look elsewhere.
  await go(p, "plannen");
  await go(p, "volgende-ronde");
  assert.equal(await area(/^Wat staat al vast/).inputValue(), "Er is € 60.000.");
  await write(/^Wat gebeurt er na de uitslag/, "In mei wordt geplant.");
  await p.screenshot("volgende-ronde-woorden-desktop");
  assert.deepEqual(await p.axe(), []);
  await use(p.role("button", "Bewaar deze woorden"));
  await said(p, "De woorden zijn bewaard");
  assert.equal(await p.page.getByText(/nog van de vorige ronde/).count(), 0);
  await go(p, "stemming-maken");
  await said(p, "U kiest de bomen. U kiest de bankjes.");
  await said(p, "Iedereen van 10 jaar of ouder.");
  await said(p, "In mei wordt geplant.");
  assert.equal(await p.page.getByText(/nog van de vorige ronde/).count(), 0);
  await closed(p);
});

/** Tries to close the page: the kind of question that the browser asked, or nothing. */
async function tryToClose(p) {
  let asked = null;
  p.page.once("dialog", (dialog) => {
    asked = dialog.type();
    dialog.dismiss();
  });
  await p.page.close({ runBeforeUnload: true });
  await new Promise((done) => setTimeout(done, 700));
  p.page.removeAllListeners("dialog");
  return asked;
}

test("a page with a key that has no copy is not closed without a question; with a copy it is", async () => {
  const p = await site.open({ route: "sleutels" });
  const keys = byKeys(p);
  await p.type(p.role("textbox", /^Naam van de/), "Fatma");
  await keys(p.role("button", "Maak de sleutel"));
  assert.equal(await tryToClose(p), "beforeunload");
  assert.equal(p.page.isClosed(), false, "it is still there");
  const waiting = p.page.waitForEvent("download");
  await keys(p.role("button", "Bewaar het geheime deel als bestand"));
  await waiting;
  await p.settled();
  assert.equal(await tryToClose(p), null);
  assert.equal(p.page.isClosed(), true);
});

test("a page that holds nothing of its own is closed and loaded anew without a question", async () => {
  const p = await site.open({ route: "stemming-maken" });
  await p.type(p.role("textbox", /^Aantal stemkaarten/), "12");
  let asked = 0;
  p.page.on("dialog", (dialog) => {
    asked += 1;
    dialog.accept();
  });
  await p.page.reload();
  await p.settled();
  assert.equal(asked, 0);
  assert.equal(await tryToClose(p), null);
  assert.equal(p.page.isClosed(), true);
});
