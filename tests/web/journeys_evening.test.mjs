// The counting evening in a real browser, with real files that the command made: package and boxes in, urn out, a key
// holder on another device, opened, counted, reported; what leaves the app is what the command makes, byte for byte.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { openSite, repository } from "./harness.mjs";
import { byKeys, byTouch, closed, go, hash, kept, said } from "./journeys.mjs";

const command = process.env.STOEPKRIJT_COMMAND ?? path.join(repository, "build/native/stoepkrijt");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "telavond-"));
const at = (name) => path.join(folder, name);
const bytes = (name) => fs.readFileSync(at(name));
const box = (...more) => JSON.parse(execFileSync(command, ["box", ...more, "--json"], { cwd: folder, encoding: "utf8" }));

let site, made, receipts = [];
before(async () => {
  fs.copyFileSync(path.join(repository, "assets/example/dossier.json"), at("dossier.json"));
  const round = JSON.parse(bytes("dossier.json")).rounds.at(-1);
  const key = (kind, name) => box("key", "--kind", kind, "--output", name).public;
  key("organiser", "organiser.key");
  made = box("make", "dossier.json", "--round", round.id, "--key", "organiser.key",
    ...["h1", "h2", "h3"].flatMap((h) => ["--holder", key("holder", `${h}.key`)]),
    ...["kiosk-1", "kiosk-2"].flatMap((b) => ["--channel", `kiosk:${b}:${key("box", `${b}.key`)}`]),
    "--channel", `phone:telefoons:${key("box", "telefoons.key")}`,
    "--codes", "8", "--reserves", "2", "--cost", "8:1", "--delete-by", "2027-06-01", "--cards", "cards.csv", "--output", "pakket.json");
  const codes = fs.readFileSync(at("cards.csv"), "utf8").split("\n").filter((l) => l.startsWith("code;")).map((l) => l.slice(5));
  const cheap = [...round.plans].sort((a, b) => a.cost - b.cost).map((p) => p.id);
  const cast = (i, choice, name) => {
    fs.writeFileSync(at("code.txt"), codes[i]);
    return box("cast", "code.txt", "--package", "pakket.json", "--choice", choice, "--output", name).receipt;
  };
  receipts = [0, 1, 2, 3, 4].map((i) => cast(i, i < 4 ? `${cheap[0]},${cheap[1]}` : cheap[0], `v${i}`));
  cast(3, cheap[0], "nog-een");  // the same card at a kiosk
  box("close", "v0", "v1", "--package", "pakket.json", "--key", "kiosk-1.key", "--output", "kiosk-1.json");
  box("close", "v2", "nog-een", "--package", "pakket.json", "--key", "kiosk-2.key", "--output", "kiosk-2.json");
  box("close", "v3", "v4", "--package", "pakket.json", "--key", "telefoons.key", "--output", "telefoons.json");
  box("merge", "telefoons.json", "kiosk-1.json", "kiosk-2.json", "--package", "pakket.json", "--lot", "4 1 6 2", "--output", "urn");
  for (const h of ["h1", "h2", "h3"]) box("share", "urn", "--package", "pakket.json", "--key", `${h}.key`, "--output", `${h}.deel`);
  box("open", "urn", "h1.deel", "h2.deel", "--package", "pakket.json", "--receipts", "bewijzen", "--output", "stemmen.pb");
  const tampered = JSON.parse(bytes("kiosk-1.json"));
  tampered.box = "kiosk-2";
  fs.writeFileSync(at("veranderd.json"), JSON.stringify(tampered));
  site = await openSite();
});
after(async () => {
  await site?.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

async function give(p, use, button, ...names) {
  const waiting = p.page.waitForEvent("filechooser");
  await use(button);
  await (await waiting).setFiles(names.map(at));
  await p.settled();
}
async function download(p, use, name) {
  const waiting = p.page.waitForEvent("download");
  await use(p.role("button", name));
  return fs.readFileSync(await (await waiting).path());
}
const pick = (p) => p.role("button", "Kies bestanden").first();

test("by keys on a desktop: the whole evening, from the package to the protocol and the dossier", async () => {
  const p = await site.open({ route: "telavond", width: 1366, height: 900 });
  const use = byKeys(p);
  await p.screenshot("telavond-leeg-desktop");
  await give(p, use, pick(p), "kiosk-2.json", "veranderd.json", "pakket.json", "telefoons.json", "kiosk-1.json");
  await said(p, made.words);
  await said(p, "Niet gebruikt: veranderd.json");
  await said(p, /^Ongeschonden: kiosk-1\.json/);
  await p.screenshot("telavond-bussen-desktop");
  await use(p.role("button", "Gezien, haal deze meldingen weg"));
  await use(p.role("button", "Voeg de bussen samen"));
  await said(p, /er moet worden geloot$/);
  await p.type(p.role("textbox", "Het lot"), "4 1 6 2");
  await p.screenshot("telavond-lot-desktop");
  await use(p.role("button", "Voeg de bussen samen"));
  assert.ok((await download(p, use, "Bewaar de verzegelde urn")).equals(bytes("urn")), "the same urn as a second person's");
  await p.page.waitForTimeout(300);
  await p.page.reload();
  await p.settled();
  await said(p, "De urn in woorden");
  assert.match(Object.keys(await kept(p)).join("\n"), /b\/evening\/file\/box\//);
  await give(p, use, p.role("button", "Kies 2 sleuteldelen"), "h3.deel", "h1.deel");
  await p.page.waitForTimeout(300);
  assert.doesNotMatch(Object.keys(await kept(p)).join("\n"), /b\/evening\/file\/box\//, "no boxes beside shares");
  await use(p.role("button", "Open de urn en tel"));
  await said(p, "Gekozen");
  await p.screenshot("telavond-uitslag-desktop");
  assert.deepEqual(await p.axe(), []);
  assert.ok((await download(p, use, "Bewaar de stembiljetten")).equals(bytes("stemmen.pb")));
  assert.ok((await download(p, use, "Bewaar de lijst met bonnetjes")).equals(bytes("bewijzen")));
  await use(p.role("button", "Maak het proces-verbaal"));
  assert.equal(await hash(p), "#proces-verbaal");
  await p.type(p.role("textbox", "Plaats"), "Buurthuis De Hinkelsteen");
  await p.type(p.role("textbox", "Naam 1"), "Fatma el Idrissi");
  await p.type(p.role("textbox", "Rol 1"), "voorzitter");
  await p.screenshot("proces-verbaal-desktop");
  assert.deepEqual(await p.axe(), []);
  // On paper, at the moment of printing: what was found, without fields and buttons.
  await p.page.evaluate(() => {
    window.print = () => {
      window.dispatchEvent(new Event("beforeprint"));
      const seen = (what) => [...document.querySelectorAll(`#mirror ${what}`)].filter((el) => el.getClientRects().length > 0);
      const message = document.createElement("p");  // as one that happens to be shown
      message.setAttribute("role", "status");
      message.textContent = "Het bestand is klaar";
      document.querySelector("#mirror").append(message);
      globalThis.paper = { fields: seen(".field").length, buttons: seen("button").length, messages: seen('> [role="status"]').length,
        words: document.querySelector("#mirror").innerText };
      message.remove();
      window.dispatchEvent(new Event("afterprint"));
    };
  });
  await p.page.emulateMedia({ media: "print" });
  await use(p.role("button", "Druk het proces-verbaal af"));
  await p.page.waitForFunction(() => globalThis.paper);
  const paper = await p.page.evaluate(() => globalThis.paper);
  assert.deepEqual([paper.fields, paper.buttons, paper.messages], [0, 0, 0]);
  for (const words of [made.words, "Fatma el Idrissi", "Buurthuis De Hinkelsteen", "4 1 6 2", "Handtekeningen"]) {
    assert.ok(paper.words.includes(words), `${words} is on paper`);
  }
  fs.mkdirSync(path.join(repository, "build/screenshots"), { recursive: true });
  await p.page.pdf({ path: path.join(repository, "build/screenshots/proces-verbaal.pdf"), format: "A4" });
  await p.page.emulateMedia({ media: "screen" });
  await go(p, "telavond");
  await use(p.role("button", "Zet de uitslag in het dossier"));
  assert.equal(await hash(p), "#uitslag");
  await p.screenshot("telavond-in-dossier-desktop");
  await closed(p);
});

test("by touch on a phone: a holder makes a share, of a file and of paper; nothing of the key stays", async () => {
  const p = await site.open({ route: "sleutelhouder", touch: true });
  const use = byTouch(p);
  await give(p, use, pick(p), "pakket.json", "urn");
  await said(p, /^U opent nu de urn van /);
  await p.screenshot("sleutelhouder-telefoon");
  assert.deepEqual(await p.axe(), []);
  await p.type(p.role("textbox", "De vier rijen op uw papier"), "ABCDE-FGHJK-MNPQR");
  await use(p.role("button", "Maak mijn sleuteldeel"));
  await said(p, /^De sleutel heeft 60 tekens/);
  const waiting = p.page.waitForEvent("download");
  await give(p, use, p.role("button", "Kies een bestand met de sleutel"), "h2.key");
  assert.ok(fs.readFileSync(await (await waiting).path()).equals(bytes("h2.deel")));
  await said(p, /^Sleuteldeel van sleutelhouder 2 is gemaakt/);
  await p.screenshot("sleutelhouder-klaar-telefoon");
  assert.doesNotMatch(JSON.stringify(await kept(p)), /stoepkrijt-key|ABCDE-FGHJK/);
  await use(p.role("button", "Klaar, wis alles hier"));
  await closed(p);
});

test("a voter looks up a receipt; a meeting is counted by hand; what is protected is told", async () => {
  const p = await site.open({ route: "mijn-stem", touch: true });
  const use = byTouch(p);
  fs.copyFileSync(at("bewijzen"), at("bewijzen.json"));
  await give(p, use, p.role("button", "Kies de lijst"), "bewijzen.json");
  await p.type(p.role("textbox", "Uw bonnetje"), receipts[0].toLowerCase());
  await use(p.role("button", "Zoek mijn stem op"));
  await said(p, "Uw stem is geteld");
  await p.screenshot("mijn-stem-telefoon");
  assert.deepEqual(await p.axe(), []);
  await go(p, "met-de-hand");
  await use(p.role("switch", "Papieren biljetten"));
  await p.type(p.role("textbox", /^Persoon 1:/), "1: 1 2\n2: 1");
  await use(p.role("switch", "Persoon 2"));
  await p.type(p.role("textbox", /^Persoon 2:/), "1: 1 2\n2: 2");
  await use(p.role("button", "Vergelijk en tel"));
  await said(p, "Biljet 2: de keuze is verschillend.");
  await p.screenshot("met-de-hand-telefoon");
  assert.deepEqual(await p.axe(), []);
  await go(p, "wat-is-beschermd");
  await p.screenshot("wat-is-beschermd-telefoon");
  assert.deepEqual(await p.axe(), []);
  await go(p, "logboek");
  await p.screenshot("logboek-telefoon");
  assert.deepEqual(await p.axe(), []);
  await closed(p);
});
