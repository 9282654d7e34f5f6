// Signals of other programs in, and ours out, in a real browser.
import assert from "node:assert/strict";
import fs from "node:fs";
import { after, before, test } from "node:test";

import { openSite } from "./harness.mjs";
import { colours, go, hash } from "./journeys.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const TABLE = "\uFEFFlat;lon;titel;omschrijving;straat;datum;status\r\n" +
  "52,0061;4,3571;Losse tegel bij de school;Bel 06-12345678 voor meer;Singelkade;2026-05-01;open\r\n" +
  "52,0062;4,3572;Volle bak;;Zwanenpad;2026-05-02;afgehandeld\r\n" +
  "52,0063;;Nergens;;;2026-05-02;open\r\n";

async function give(p, name, text) {
  await go(p, "bestanden");
  const waiting = p.page.waitForEvent("filechooser");
  await p.press(p.role("button", "Kies een bestand"));
  await (await waiting).setFiles([{ name, mimeType: "text/csv", buffer: Buffer.from(text) }]);
  await p.settled();
}
async function download(p, name) {
  await go(p, "bestanden");
  const waiting = p.page.waitForEvent("download");
  await p.press(p.role("button", name));
  const file = await waiting;
  return { name: file.suggestedFilename(), text: fs.readFileSync(await file.path(), "utf8") };
}

test("a table of another program is shown first, comes in, is undone; the same table brings nothing twice", async () => {
  const p = await site.open({ route: "bestanden" });
  await give(p, "meldingen.csv", TABLE);
  assert.equal(await hash(p), "#bestand-erbij");
  await p.role("heading", "Meldingen van een ander programma").waitFor({ state: "attached" });
  await p.page.getByText("Nummer 4").first().waitFor({ state: "attached" });
  await p.page.getByText("Er staat niet bij waar het is.").first().waitFor({ state: "attached" });
  await p.screenshot("meldingen-erbij-telefoon");
  await p.press(p.role("button", "Ja, zet 2 meldingen erbij"));
  assert.equal(await hash(p), "#meldingen");
  await p.role("button", /^Losse tegel bij de school, Open/).waitFor({ state: "attached" });
  await p.role("button", /^Volle bak, Klaar/).waitFor({ state: "attached" });
  await p.screenshot("meldingen-erbij-lijst-telefoon");
  await p.page.reload();
  await p.settled();
  await p.role("button", /^Volle bak, Klaar/).waitFor({ state: "attached" });
  await give(p, "meldingen.csv", TABLE);
  await p.role("heading", "Hier staat niets nieuws in").waitFor({ state: "attached" });
  await go(p, "meer");
  await p.press(p.role("button", /^Terug: /));
  await go(p, "meldingen");
  assert.equal(await p.role("button", /^Volle bak/).count(), 0);
  assert.deepEqual(p.errors, []);
  await p.page.context().close();
});

test("the signals go out in four formats, with a warning of what seems personal", async () => {
  const p = await site.open({ route: "bestanden", width: 1280, height: 800 });
  const csv = await download(p, "Tabel (CSV)");
  assert.match(csv.name, /^meldingen-.*\.csv$/);
  assert.ok(csv.text.startsWith("\uFEFFid;lon;lat;rd_x;rd_y;"));
  const geojson = await download(p, "Kaart (GeoJSON)");
  assert.equal(JSON.parse(geojson.text).type, "FeatureCollection");
  assert.ok(Array.isArray(JSON.parse((await download(p, "Open311")).text)));
  assert.ok(JSON.parse((await download(p, "Signalen")).text)[0].location.geometrie);
  await give(p, "meldingen.csv", TABLE);
  await p.press(p.role("button", "Ja, zet 2 meldingen erbij"));
  await go(p, "bestanden");
  await p.page.getByText(/In \d+ melding(en)? lijkt iets persoonlijks te staan/).first().waitFor({ state: "attached" });
  await p.role("button", "Tabel (CSV)").focus();
  await p.settled();
  await p.screenshot("meldingen-uit-desktop");
  assert.deepEqual(await p.axe(), []);
  assert.deepEqual(p.foreignRequests(site.url), []);
  await p.page.context().close();
});

test("a table without places says so in words, and changes nothing", async () => {
  const p = await site.open({ route: "bestanden" });
  await give(p, "namen.csv", "naam;leeftijd\r\nJan;3\r\n");
  await p.page.getByText("In deze tabel staat geen plek.").first().waitFor({ state: "attached" });
  assert.equal(await hash(p), "#bestanden");
  await p.page.context().close();
});

test("the organiser says what happens with a signal, with a reason; the reporter reads it; it is taken back", async () => {
  const p = await site.open({ route: "meldingen" });
  await p.press(p.role("button", /^Vuilnis naast de bak|^[^,]+, Open/).first());
  const route = await hash(p);
  await p.press(p.role("button", "Wat gebeurt ermee? Verander het"));
  assert.match(await hash(p), /^#stand\//);
  await p.screenshot("stand-telefoon");
  await p.press(p.role("radio", "Gaat niet door"), "Space");
  await p.press(p.role("button", "Bewaar", { exact: true }));
  await p.page.getByText("Schrijf erbij waarom.").first().waitFor({ state: "attached" });
  await p.press(p.role("button", "Begrepen"));
  await p.type(p.role("textbox", /^Waarom/), "Dit is van de vereniging van eigenaren.");
  await p.press(p.role("radio", "Bewoners"), "Space");
  await p.type(p.role("textbox", /^Wat spreekt u af/), "Praten met de vereniging");
  await p.press(p.role("radio", /^Over 10 werkdagen/), "Space");
  await p.screenshot("stand-ingevuld-telefoon");
  assert.deepEqual(await p.axe(), []);
  await p.press(p.role("button", "Bewaar", { exact: true }));
  assert.equal(await hash(p), route);
  await p.page.getByText("Gaat niet door: Dit is van de vereniging van eigenaren.").first().waitFor({ state: "attached" });
  await p.page.getByText("Praten met de vereniging").first().waitFor({ state: "attached" });
  await p.screenshot("stand-gezien-telefoon");
  const bar = await colours(p, { x: 120, y: 2, width: 120, height: 8 });
  assert.equal(bar.different, 1, "the map scrolls under the bar, not over it");
  await p.page.reload();
  await p.settled();
  await p.page.getByText("Praten met de vereniging").first().waitFor({ state: "attached" });
  await go(p, "meer");
  await p.press(p.role("button", "Terug: wat ermee gebeurt"));
  await p.page.evaluate((h) => (location.hash = h), route);
  await p.settled();
  assert.equal(await p.page.getByText("Praten met de vereniging").count(), 0);
  assert.deepEqual(p.errors, []);
  await p.page.context().close();
});
