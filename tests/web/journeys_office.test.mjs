// The organiser's round in a real browser: keys made and read from each other's screens and papers, a package with its
// cards on A4, and every code read back from the printed sheets.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, test } from "node:test";

import { openSite, repository } from "./harness.mjs";
import { byKeys, closed, go, hash, kept, said } from "./journeys.mjs";

const require = createRequire(import.meta.url);
const jsQR = fs.readFileSync(require.resolve("jsqr"), "utf8");

let site;
before(async () => (site = await openSite()));
after(() => site.close());

/** Presses what gives a file: its name and bytes. */
async function file(p, use, locator) {
  const waiting = p.page.waitForEvent("download");
  await use(locator);
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: fs.readFileSync(await download.path()), path: await download.path() };
}

/** In place of the browser's own window; the sheets stay on the page until the test has looked at them. */
const holdPrint = (p) => p.page.evaluate(() => {
  globalThis.printed = 0;
  window.print = () => {
    window.dispatchEvent(new Event("beforeprint"));
    globalThis.printed += 1;
  };
});
const printedOnce = (p, n) => p.page.waitForFunction((times) => globalThis.printed === times, n);

/** The texts of all QR codes on the sheets that lie ready, read out of the pixels of what would be on paper: each with the
 * white around it that a camera sees. */
async function codesOnPaper(p, name) {
  await p.page.emulateMedia({ media: "print" });
  await p.page.evaluate(jsQR + ";0");
  const found = [];
  const sheets = p.page.locator("#sheets > svg");
  fs.mkdirSync(path.join(repository, "build/screenshots"), { recursive: true });
  for (let i = 0; i < (await sheets.count()); i++) {
    const png = await sheets.nth(i).screenshot();
    fs.writeFileSync(path.join(repository, `build/screenshots/${name}-${i + 1}.png`), png);
    found.push(await sheets.nth(i).evaluate(async (sheet, data) => {
      const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const g = canvas.getContext("2d", { willReadFrequently: true });
      g.drawImage(image, 0, 0);
      const all = sheet.getBoundingClientRect();
      const scale = image.width / all.width;
      const AROUND = 14;
      return [...sheet.querySelectorAll("path")].map((path) => {
        const r = path.getBoundingClientRect();
        const side = Math.round((r.width + 2 * AROUND) * scale);
        const px = g.getImageData(Math.round((r.x - all.x - AROUND) * scale), Math.round((r.y - all.y - AROUND) * scale), side, side);
        return globalThis.jsQR(px.data, px.width, px.height)?.data ?? "cannot be read";
      });
    }, png.toString("base64")));
  }
  await p.page.emulateMedia({ media: null });
  return found;
}

async function pagesOfPdf(p, name) {
  const pdf = await p.page.pdf({ preferCSSPageSize: true, printBackground: true });
  fs.writeFileSync(path.join(repository, `build/screenshots/${name}.pdf`), pdf);
  const text = pdf.toString("latin1");
  const boxes = text.match(/MediaBox \[0 0 [\d.]+ [\d.]+\]/g) ?? [];
  assert.ok(boxes.length > 0 && boxes.every((box) => /594\.9\d* 841\.9\d*/.test(box)), `A4: ${boxes}`);
  return boxes.length;
}

/** A key on a device of its own: the path of the file with its public part. */
async function keyOf(kind, name) {
  const p = await site.open({ route: "sleutels" });
  const use = byKeys(p);
  await use(p.role("radio", kind));
  await p.type(p.role("textbox", /^Naam van de/), name);
  await use(p.role("button", "Maak de sleutel"));
  const open = await file(p, use, p.role("button", "Geef het openbare deel als bestand"));
  assert.match(open.bytes.toString(), /^SKP1:[0-9A-Z $%*+./:-]+\n$/);
  const copy = path.join(repository, "build/screenshots", open.name);
  fs.mkdirSync(path.dirname(copy), { recursive: true });
  fs.writeFileSync(copy, open.bytes);
  return { p, use, open: { ...open, path: copy } };
}

test("a key holder makes a key, has it printed twice, and the screen is wiped", async () => {
  const { p, use, open } = await keyOf("Sleutelhouder", "Fatma");
  assert.equal(open.name, "stoepkrijt-openbaar-fatma.txt");
  await p.screenshot("sleutels-gemaakt");
  await use(p.role("button", "Klaar, wis het scherm"));
  await said(p, "Er is nog geen kopie");
  await use(p.role("button", "Nee, terug"));
  const secret = await file(p, use, p.role("button", "Bewaar het geheime deel als bestand"));
  const rows = JSON.parse(secret.bytes).secret;
  assert.match(rows, /^([0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5} ?){4}$/);
  await holdPrint(p);
  await use(p.role("button", "Druk de geheime sleutel af"));
  await printedOnce(p, 1);
  assert.deepEqual(await codesOnPaper(p, "sleutel-vel"), [[rows, rows]], "both copies can be read back");
  assert.equal(await pagesOfPdf(p, "sleutel"), 1);  // the browser itself says when it is done
  assert.equal(await p.page.locator("#sheets").count(), 0, "nothing of it stays on the page");
  await use(p.role("button", "Klaar, wis het scherm"));
  await said(p, "Voor wie of wat is de sleutel?");
  const all = JSON.stringify(await kept(p));
  for (const row of rows.split(" ")) assert.ok(!all.includes(row), "the secret is not kept");
  await closed(p);
});

test("from plans to a signed package with cards that can be scanned back; no code in it, none kept", async () => {
  const keys = [];
  for (const [kind, name] of [["Sleutelhouder", "Fatma"], ["Sleutelhouder", "Joop"], ["Sleutelhouder", "Ans"],
                              ["Stembus in het buurthuis", "kiosk-1"]]) {
    const { p, open } = await keyOf(kind, name);
    keys.push(open.path);
    await p.page.context().close();
  }
  const p = await site.open({ route: "stemming-maken", width: 1280, height: 900 });
  const use = byKeys(p);
  await p.type(p.role("textbox", /^Aantal stemkaarten/), "12");
  await p.type(p.role("textbox", /^Aantal reservekaarten/), "5");
  await p.type(p.role("textbox", /^Waar kan men stemmen/), "In De Hinkelsteen, Dorpsstraat 1.");
  const buttons = p.page.getByRole("button", { name: "Bestand", exact: true });
  for (const key of keys) {
    const waiting = p.page.waitForEvent("filechooser");
    await use(buttons.first());
    await (await waiting).setFiles(key);
    await p.settled();
  }
  await said(p, "Sleutelhouder 3: Ans");
  await said(p, "Stembus kiosk-1");
  await p.screenshot("stemming-maken-desktop");
  await p.page.reload();
  await p.settled();
  await said(p, "Sleutelhouder 1: Fatma");
  assert.equal(await p.role("textbox", /^Aantal stemkaarten/).inputValue(), "12", "what was filled in is kept");
  await p.role("button", "Maak de stemming").focus();
  await p.page.keyboard.press("Enter");  // and not waiting for rest: it comes when all codes are made
  await said(p, /van de 17 codes gemaakt/);
  await p.page.getByText("De stemming is klaar").first().waitFor({ state: "attached", timeout: 120000 });
  await p.settled();
  await p.screenshot("stemming-gemaakt-desktop");
  const pack = await file(p, use, p.role("button", "Geef het stempakket"));
  assert.match(pack.name, /^stoepkrijt-stemming-.*\.json$/);
  const json = JSON.parse(pack.bytes);
  assert.equal(json.codes.length, 12);
  assert.equal(json.reserves.length, 5);
  assert.deepEqual(json.argon2id, { memory_kib: 65536, passes: 3 });

  await use(p.role("button", "Naar de stemkaarten"));
  assert.equal(await hash(p), "#stemkaarten");
  await p.screenshot("stemkaarten-desktop");
  await holdPrint(p);
  await use(p.role("button", "Druk alle kaarten af"));
  await printedOnce(p, 1);
  const shown = await p.page.$$eval("#sheets text[font-family=monospace]", (all) => all.map((el) => el.textContent));
  const found = await codesOnPaper(p, "stemkaarten-vel");
  assert.deepEqual(found.map((codes) => codes.length), [10, 2, 5, 0]);
  assert.deepEqual(found.flat().sort(), [...shown].sort(), "each QR code is the code that stands beside it in letters");
  assert.equal(new Set(shown).size, 17);
  for (const code of shown) {
    assert.match(code, /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    assert.ok(!pack.bytes.includes(code) && !pack.bytes.includes(code.replaceAll("-", "")), "a closed book");
  }
  assert.equal(await pagesOfPdf(p, "stemkaarten"), 4, "12 cards on two sheets, reserves, and that of the witnesses");
  assert.equal(await p.page.locator("#sheets").count(), 0);
  await use(p.role("button", "Klaar, wis de codes"));
  await said(p, "Hebt u alle kaarten op papier?");
  await use(p.role("button", "Ja, wis de codes"));
  await said(p, "Er zijn nu geen kaarten");
  const all = JSON.stringify(await kept(p));
  for (const code of shown) assert.ok(!all.includes(code), "no code is kept");

  await go(p, "stemming-maken");
  await use(p.role("button", "Een plan intrekken"));
  await use(p.role("checkbox", "Taalcafé in De Hinkelsteen"));
  await p.type(p.role("textbox", /^Reden/), "De zaal is te klein.");
  const change = await file(p, use, p.role("button", "Onderteken en geef het bestand"));
  const amendment = JSON.parse(change.bytes);
  assert.equal(amendment.reason, "De zaal is te klein.");
  assert.equal(amendment.election, json.election);
  assert.equal(amendment.withdrawn.length, 1);
  assert.deepEqual(await p.axe(), []);
  await closed(p);
});

test("on a phone: nothing is cut off, and making it can be stopped", async () => {
  const p = await site.open({ route: "stemming-maken", touch: true });
  await p.screenshot("stemming-maken-telefoon");
  assert.deepEqual(await p.axe(), []);
  await go(p, "sleutels");
  await p.screenshot("sleutels-telefoon");
  assert.deepEqual(await p.axe(), []);
  await go(p, "stemkaarten");
  await said(p, "Er zijn nu geen kaarten");
  await closed(p);
});
