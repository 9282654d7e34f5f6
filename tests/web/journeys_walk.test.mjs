// A walk in a real browser: prepared, walked, closed half-way, finished; doubles, figures and what is shown after it.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { openSite } from "./harness.mjs";
import { byKeys, byTouch, closed, go, hash, keptOf, said } from "./journeys.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const data = process.env.STOEPKRIJT_DATA ?? path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../../shared/data");

/** In the example's park; so many metres to the east of it. */
const LON = 5.2435, LAT = 52.3775;
const at = (metres) => ({ longitude: LON + metres / 67900, latitude: LAT, accuracy: 6 });

/** Makes a walk with one stop and saves it. */
async function make(p, use, title) {
  await go(p, "schouwen");
  await use(p.role("button", "Nieuwe schouw"));
  assert.equal(await hash(p), "#schouw-maken");
  await p.type(p.role("textbox", "Hoe heet de schouw?"), title);
  await use(p.role("button", "Een dag later"));
  await use(p.role("button", "Plek om te kijken"));
  await p.type(p.role("textbox", "Vraag op deze plek"), "Is het hier schoon?");
  await use(p.role("switch", "grof zwerfvuil"));
}

test("a whole walk by roles alone: made, walked with a count, closed half-way, finished, with its way", async () => {
  const p = await site.open({ route: "schouwen", geolocation: at(0) });
  const use = byKeys(p);
  await p.screenshot("schouwen-telefoon");
  await make(p, use, "Schouw bij de brug");
  await p.screenshot("schouw-maken-telefoon");
  await use(p.role("button", "Bewaar de schouw"));
  assert.match(await hash(p), /^#schouw\/./);
  await said(p, "Is het hier schoon?");
  await said(p, "Hier telt u: grof zwerfvuil.");
  await p.screenshot("schouw-telefoon");
  await use(p.role("button", "Begin met lopen"));
  assert.equal(await hash(p), "#kaart");
  await said(p, /Plek 1 van 1/);
  for (const metres of [8, 16, 24]) {
    await p.page.context().setGeolocation(at(metres));
    await p.settled(700);
  }
  await p.screenshot("schouw-lopen-telefoon");
  await use(p.role("switch", "grof zwerfvuil"));
  assert.equal(await hash(p), "#melden");
  for (let i = 0; i < 4; i++) await use(p.role("button", "Meer", { exact: true }));
  assert.ok(await p.role("radio", /^B/).isChecked(), "four pieces are level B");
  await p.screenshot("schouw-tellen-telefoon");
  await p.page.waitForTimeout(300);
  await p.page.reload();
  await p.settled();
  assert.ok(await p.role("radio", /^B/).isChecked(), "a closed tab loses nothing");
  await use(p.role("button", "Bewaar", { exact: true }));
  assert.equal(await hash(p), "#kaart");
  await said(p, /Plek 1 van 1/);
  await use(p.role("button", "Laatste plek gehad"));
  await said(p, /Alle 1 plekken gehad/);
  await use(p.role("button", "Pauze"));
  await use(p.role("button", "Loop verder"));
  await use(p.role("button", "Klaar met de schouw"));
  await use(p.role("dialog").getByRole("button", { name: "Ja, klaar" }));
  assert.match(await hash(p), /^#schouw\/./);
  await said(p, "1 gelopen weg");
  await said(p, "1 melding");
  await p.page.waitForTimeout(300);
  assert.match(await keptOf(p, "snapshot") + await keptOf(p, "log"), /"track"/);
  await use(p.role("button", /^.*Zwerfvuil.*, Open/));
  await said(p, "4 stuks grof zwerfvuil op 10 bij 10 meter");
  await closed(p);
});

test("by touch: a walk with groups takes a group first; only what is welcome can be tagged", async () => {
  const p = await site.open({ route: "schouwen", touch: true, geolocation: at(0) });
  const use = byTouch(p);
  await make(p, use, "Schouw met groepen");
  await use(p.role("switch", "Idee", { exact: true }));
  await use(p.role("button", "Groep erbij"));
  await p.type(p.role("textbox", "Groep 1"), "Noord");
  await use(p.role("button", "Bewaar de schouw"));
  assert.equal(await p.role("button", "Begin met lopen").getAttribute("aria-disabled"), "true");
  await use(p.role("radio", "Noord"));
  await use(p.role("button", "Begin met lopen"));
  assert.equal(await hash(p), "#kaart");
  await said(p, "Schouw met groepen · Noord");
  assert.equal(await p.role("button", /^Idee/).count(), 0, "ideas are not welcome on this walk");
  await closed(p);
});

test("the organiser's own topics come from a file, with a clear word when it is none", async (t) => {
  const file = path.join(data, "schouw/rotterdam_onderwerpen.json");
  if (!fs.existsSync(file)) return t.skip("no shared data");
  const p = await site.open({ route: "schouwen", width: 1366, height: 768 });
  const use = byKeys(p);
  await make(p, use, "Met eigen onderwerpen");
  const give = async (given) => {
    const waiting = p.page.waitForEvent("filechooser");
    await use(p.role("button", "Kies een lijst uit een bestand"));
    await (await waiting).setFiles(given);
    await p.settled();
  };
  await give([{ name: "rond.json", mimeType: "application/json", buffer: Buffer.from('[{"id":1,"ouder":1,"naam":"Afval"}]') }]);
  await said(p, /De categorie “Afval” ligt in zichzelf/);
  await use(p.role("dialog").getByRole("button"));
  await give(file);
  await said(p, /Uw eigen lijst: 41 onderwerpen in 9 categorieën/);
  await p.screenshot("schouw-maken-onderwerpen-desktop");
  await use(p.role("button", "Bewaar de schouw"));
  await p.screenshot("schouw-desktop");
  await use(p.role("button", "Begin met lopen"));
  await p.screenshot("schouw-lopen-desktop");
  await use(p.role("button", /^Niet goed/));
  await use(p.role("switch", "Heel", { exact: true }));
  await p.role("switch", "Gat in de weg").waitFor({ state: "attached" });
  await closed(p);
});

test("doubles are looked at two at a time, put together and taken apart; figures and the filter go with it", async () => {
  const p = await site.open({ route: "dubbel", width: 1280, height: 800 });
  const use = byKeys(p);
  await use(p.role("switch", "150 meter"));
  await use(p.role("checkbox", /^Alleen als het onderwerp gelijk is/));
  await p.role("heading", "Is dit hetzelfde?").waitFor({ state: "attached" });
  await p.screenshot("dubbel-desktop");
  const count = async () => Number((await p.page.getByText(/^\d+ van \d+$/).first().textContent()).split(" van ")[1]);
  const before = await count();
  assert.ok(before > 0);
  const second = (await p.role("button", /^Open: /).nth(1).textContent()).replace("Open: ", "");
  await use(p.role("button", "Ja, dit is hetzelfde"));
  await said(p, "Al bij elkaar");
  assert.ok((await count()) < before);
  await use(p.role("button", `Haal eruit: ${second}`).first());
  assert.equal(await count(), before, "all that came in with it goes with it");
  await use(p.role("button", "Nee, dit zijn er twee"));
  assert.equal(await count(), before - 1);
  await go(p, "cijfers");
  await p.screenshot("cijfers-desktop");
  await go(p, "wat-u-ziet");
  await use(p.role("switch", "Heel", { exact: true }));
  await p.screenshot("wat-u-ziet-desktop");
  await use(p.role("button", "Klaar"));
  await go(p, "meldingen");
  await p.role("button", "U ziet: Heel").waitFor({ state: "attached" });
  await closed(p);
});

test("the report of a walk goes to A4 with its map, its action list and every place in degrees and RD", async () => {
  const p = await site.open({ route: "verslag/schouw-2026-11-14", width: 1280, height: 800, dark: true });
  await p.screenshot("verslag-desktop-donker");
  // In place of the browser's own window: what would be on paper at that moment.
  await p.page.evaluate(() => {
    window.print = () => {
      const map = document.querySelector("#mirror canvas.on-paper");
      const pixels = map?.getContext("2d").getImageData(0, 0, map.width, map.height).data ?? [];
      const colours = new Set();
      for (let i = 0; i < pixels.length; i += 400) colours.add((pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2]);
      window.dispatchEvent(new Event("beforeprint"));
      const root = document.documentElement;
      globalThis.paper = {
        map: map && [map.width, map.height], colours: colours.size, theme: root.dataset.theme, text: root.classList.contains("text"),
        stays: map?.cloneNode(), before: map?.previousElementSibling };
      globalThis.paper.stays?.getContext("2d").drawImage(map, 0, 0);
      window.dispatchEvent(new Event("afterprint"));
    };
  });
  await p.press(p.role("button", "Druk af of bewaar als PDF"));
  await p.page.waitForFunction(() => globalThis.paper);
  const paper = await p.page.evaluate(() => {
    const { stays, before, ...rest } = globalThis.paper;
    before?.after(stays);
    return rest;
  });
  assert.ok(paper.map[0] >= 700 && paper.map[1] >= 300, `the map is there: ${paper.map}`);
  assert.ok(paper.colours > 20, "and it is no empty picture");
  assert.equal(paper.theme, "light", "paper is white");
  assert.equal(paper.text, true);
  assert.equal(await p.page.evaluate(() => document.documentElement.classList.contains("drawn")), true, "and the screen as it was");
  const pdf = (await p.page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
  assert.match(pdf, /MediaBox \[0 0 594\.9\d* 841\.9\d*\]/, "A4");
  const pages = (pdf.match(/\/Type \/Page\b/g) ?? []).length;
  assert.ok(pages >= 3 && pages <= 12, `${pages} pages`);
  assert.match(pdf, /\/Subtype \/Image/);
  const words = await p.page.locator("#mirror").textContent();
  assert.match(words, /52\.\d{7}, 5\.\d{7} · RD \d{6}, \d{6}/);
  assert.ok(await p.page.getByRole("table", { name: "Actielijst" }).locator("tr").count() > 5);
  await closed(p);
});
