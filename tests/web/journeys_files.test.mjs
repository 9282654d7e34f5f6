// Files out and in: the same state comes back, and a file that is wrong changes nothing and says where and why.
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { openSite, repository } from "./harness.mjs";
import { byKeys, closed, colours, go, hash, wholeTag } from "./journeys.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());


async function download(p, name) {
  const waiting = p.page.waitForEvent("download");
  await p.press(p.role("button", name));
  const file = await waiting;
  return { name: file.suggestedFilename(), bytes: fs.readFileSync(await file.path()) };
}
async function give(p, ...files) {
  const waiting = p.page.waitForEvent("filechooser");
  await p.press(p.role("button", "Kies een bestand"));
  await (await waiting).setFiles(files.map((f) => (typeof f === "string" ? f : { mimeType: "application/json", ...f, buffer: Buffer.from(f.buffer) })));
  await p.settled();
}
const example1 = fs.readFileSync(path.join(repository, "assets/example/dossier.json"), "utf8");  // version 1
const exported = async (p) => (await download(p, "Bewaar als bestand")).bytes;

test("out, wiped, merged in again: the same bytes; the merge is taken back, also after a reload", async () => {
  const p = await site.open({ route: "kaart" });
  await wholeTag(p, byKeys(p), (locator, text) => p.type(locator, text));
  await go(p, "bestanden");
  const first = await download(p, "Bewaar als bestand");
  assert.match(first.name, /^stoepkrijt-[a-z0-9-]+\.json$/);
  const { format, version, mergeable } = JSON.parse(first.bytes);
  assert.deepEqual([format, version, mergeable], ["stoepkrijt-dossier", 2, true]);
  assert.match(first.bytes.toString(), /Bank wiebelt erg/);
  assert.ok((await exported(p)).equals(first.bytes), "the same twice");
  await p.press(p.role("button", "Wis alles"));
  await p.press(p.role("dialog").getByRole("button", { name: "Wis alles" }));
  await p.page.getByText("Alles is gewist").first().waitFor({ state: "attached" });
  await go(p, "bestanden");
  const example = await exported(p);
  assert.doesNotMatch(example.toString(), /Bank wiebelt erg/);
  await give(p, { name: "dossier.json", buffer: first.bytes });
  assert.equal(await hash(p), "#bestand-erbij");
  await p.role("heading", "Dit komt erbij").waitFor({ state: "attached" });
  await p.page.getByText("Melding “Bank wiebelt erg”").first().waitFor({ state: "attached" });
  await p.screenshot("bestand-erbij-telefoon");
  await p.press(p.role("button", "Nee, laat alles"));
  assert.ok((await exported(p)).equals(example), "no is no");
  await give(p, { name: "dossier.json", buffer: first.bytes });
  await p.press(p.role("button", "Ja, voeg samen"));
  await p.page.getByText("Samengevoegd en bewaard").first().waitFor({ state: "attached" });
  assert.equal(await hash(p), "#bestanden");
  await p.page.reload();
  await p.settled();
  await p.press(p.role("button", "Geschiedenis", { exact: true }));
  await p.page.getByText("Kwam uit het bestand “dossier.json”").first().waitFor({ state: "attached" });
  await p.press(p.role("button", "Terug: bestand openen"));
  await go(p, "bestanden");
  assert.ok((await exported(p)).equals(example), "taken back: the very same state, as no file has left since");
  await give(p, { name: "dossier.json", buffer: first.bytes });
  await p.press(p.role("button", "Ja, voeg samen"));
  assert.ok((await exported(p)).equals(first.bytes), "byte for byte the same state");
  await give(p, { name: "dossier.json", buffer: first.bytes });
  await p.role("heading", "Hier staat niets nieuws in").waitFor({ state: "attached" });
  await p.press(p.role("button", "Terug", { exact: true }).last());
  assert.equal(await hash(p), "#bestanden");
  await closed(p);
});

test("another dossier comes beside this one; both keep their own, and one is taken away", async () => {
  const p = await site.open({ route: "kaart" });
  await wholeTag(p, byKeys(p), (locator, text) => p.type(locator, text));
  const other = JSON.parse(example1);
  other.id = "andere-wijk";
  other.title = "De andere wijk";
  await go(p, "bestanden");
  await give(p, { name: "ander.json", buffer: JSON.stringify(other) });
  await p.role("heading", "Dit is een ander dossier").waitFor({ state: "attached" });
  await p.screenshot("bestand-ernaast-telefoon");
  await p.press(p.role("button", "Ja, zet het ernaast"));
  await p.role("heading", "De andere wijk", { level: 2 }).waitFor({ state: "attached" });
  assert.doesNotMatch((await exported(p)).toString(), /Bank wiebelt erg/);
  await p.screenshot("bestanden-twee-telefoon");
  await p.page.reload();
  await p.settled();
  await p.role("heading", "De andere wijk", { level: 2 }).waitFor({ state: "attached" });
  await p.press(p.role("button", "Open", { exact: true }));
  await p.settled();
  assert.match((await exported(p)).toString(), /Bank wiebelt erg/);
  await p.press(p.role("button", "Haal weg", { exact: true }));
  await p.press(p.role("dialog").getByRole("button", { name: "Haal het weg" }));
  await p.role("heading", "Andere dossiers op dit toestel").waitFor({ state: "detached" });
  assert.match((await exported(p)).toString(), /Bank wiebelt erg/);
  await closed(p);
});

async function retitle(p, words) {
  await go(p, "melding/melding-01");
  await p.press(p.role("button", "Wijzig"));
  const field = p.role("textbox", /^In een paar woorden/);
  await field.focus();
  await p.page.keyboard.press("Control+a");
  await p.type(field, words);
  await p.press(p.role("button", "Bewaar", { exact: true }));
  await p.page.getByText("Bewaard op dit toestel").first().waitFor({ state: "attached" });
}

test("two people wrote it differently: both are shown, one is chosen, and the history puts it back", async () => {
  const a = await site.open();
  await go(a, "doorgeven");
  await a.type(a.role("textbox", "Naam van dit toestel"), "Tablet buurthuis");
  await retitle(a, "Prullenbak is te klein");
  await go(a, "bestanden");
  const theirs = await exported(a);
  await closed(a);
  const p = await site.open();
  await retitle(p, "Bak zit altijd vol");
  await go(p, "bestanden");
  await give(p, { name: "tablet.json", buffer: theirs });
  await p.page.getByText("Verschillen waar u straks kiest").first().waitFor({ state: "attached" });
  await p.press(p.role("button", "Ja, voeg samen"));
  assert.equal(await hash(p), "#verschillen");
  await p.role("heading", "Titel", { level: 3 }).waitFor({ state: "attached" });
  await p.page.getByText("Tablet buurthuis").first().waitFor({ state: "attached" });
  await p.page.getByText("op dit toestel", { exact: true }).first().waitFor({ state: "attached" });
  assert.deepEqual(await p.axe(), []);
  await p.screenshot("verschillen-keuze-telefoon");
  for (const [name, width, height] of [["desktop", 1280, 800], ["kiosk", 1080, 1920], ["320", 320, 640]]) {
    await p.page.setViewportSize({ width, height });
    await p.settled();
    await p.screenshot(`verschillen-keuze-${name}`);
  }
  await p.page.setViewportSize({ width: 390, height: 844 });
  const chosen = "Prullenbak is te klein";
  await p.press(p.role("listitem").filter({ hasText: chosen }).getByRole("button", { name: "Kies deze" }));
  await p.page.getByText("Alles klopt met elkaar").first().waitFor({ state: "attached" });
  await go(p, "melding/melding-01");
  await p.press(p.role("button", "Geschiedenis van deze melding"));
  assert.equal(await hash(p), "#geschiedenis/signal/melding-01");
  await p.page.getByText(`Melding “${chosen}”`).first().waitFor({ state: "attached" });
  await p.page.getByText("Zo is het nu").first().waitFor({ state: "attached" });
  assert.deepEqual(await p.axe(), []);
  await p.screenshot("geschiedenis-melding-telefoon");
  await p.press(p.role("button", "Zet terug naar toen").first());
  await p.page.getByText("Teruggezet naar toen").first().waitFor({ state: "attached" });
  await go(p, "geschiedenis");
  await p.role("heading", "Wat er op dit toestel gebeurde").waitFor({ state: "attached" });
  await p.screenshot("geschiedenis-vol-telefoon");
  await p.page.reload();
  await p.settled();
  await p.page.getByText("Terugzetten naar toen", { exact: true }).first().waitFor({ state: "attached" });
  await closed(p);
});

test("the ballots go out as .pb without names and times, and come in again", async () => {
  const p = await site.open({ route: "bestanden" });
  const { name, bytes } = await download(p, "Bewaar de stemmen");
  assert.match(name, /^stemmen\.pb$/);
  const text = bytes.toString();
  assert.match(text, /^META\n/);
  assert.match(text, /\nVOTES\nvoter_id;vote\n/, "no personal columns");
  assert.equal(text.trim().split("\nVOTES\n")[1].split("\n").length - 1, 480);
  assert.ok((await download(p, "Bewaar de stemmen")).bytes.equals(bytes));
  const lines = text.trim().split("\n");
  const fewer = lines.slice(0, -10).join("\n").replace(/num_votes;480/, "num_votes;470") + "\n";
  await give(p, { name: "stemmen.pb", buffer: fewer });
  await p.page.getByText("nu 480, straks 470").first().waitFor({ state: "attached" });
  await p.press(p.role("button", "Ja, open dit bestand"));
  await go(p, "uitslag");
  await p.page.getByText(/470\s+stemmen/).first().waitFor({ state: "attached" });
  await closed(p);
});

/** [what is given, words that must be said] per bad file; the text is that of the example, version 1. */
const bad = (good, pb) => {
  const d = () => JSON.parse(good);
  const edited = (f) => { const x = d(); f(x); return JSON.stringify(x); };
  const sparse = path.join(os.tmpdir(), `stoepkrijt-groot-${process.pid}.json`);
  fs.writeFileSync(sparse, "{");
  fs.truncateSync(sparse, 129 * 1024 * 1024);
  return [
    ["no JSON", { name: "brief.json", buffer: "Beste buren,\ndit is een brief." }, /geen goed bestand.*regel 1/],
    ["cut off", { name: "half.json", buffer: good.slice(0, good.length / 2) }, /niet af.*regel/],
    ["empty", { name: "leeg.json", buffer: "" }, /leeg/],
    ["a newer version", { name: "nieuw.json", buffer: edited((x) => (x.version = 99)) }, /nieuwere Stoepkrijt \(versie 99\)/],
    ["a hostile depth", { name: "diep.json", buffer: "[".repeat(3000000) }, /te diep/],
    ["a duplicate key", { name: "dubbel.json", buffer: good.replace('"title":', '"title":"x","title":') }, /tweede keer/],
    ["wrong UTF-8", { name: "latin.json", buffer: Buffer.concat([Buffer.from('{"format":"'), Buffer.from([0xe9, 0xff]), Buffer.from('"}')]) }, /niet in UTF-8/],
    ["NaN", { name: "nan.json", buffer: good.replace(/"cost":\d+/, '"cost":NaN') }, /staat NaN/],
    ["negative money", { name: "min.json", buffer: edited((x) => (x.rounds[0].plans[0].cost = -5)) }, /lager dan nul|te klein/],
    ["overflowing money", { name: "veel.json", buffer: good.replace(/"cost":\d+/, '"cost":99999999999999999999999999') }, /te groot|te hoog/],
    ["a place outside the world", { name: "ver.json", buffer: edited((x) => (x.signals[0].place = [1900000000, 525300585])) }, /niet op aarde/],
    ["a file of more than 128 MiB", sparse, /te groot: meer dan 134 MB/],
    ["ballots of another round", { name: "ander.pb", buffer: pb }, /andere ronde/],
  ];
};
const OTHER_ROUND = "META\nkey;value\ndescription;Elders\ncountry;NL\nunit;x\ninstance;2026\nnum_projects;1\nnum_votes;1\nbudget;100\n" +
  "vote_type;approval\nrule;greedy\ndate_begin;01.01.2026\ndate_end;02.01.2026\nPROJECTS\nproject_id;cost\nvreemd;50\nVOTES\nvoter_id;vote\n1;vreemd\n";

test("a bad file brings a dialog in Dutch with place and reason, and changes nothing", async () => {
  const p = await site.open({ route: "bestanden" });
  const before = await exported(p);
  const missing = [];
  for (const [what, file, expected] of bad(example1, OTHER_ROUND)) {
    await give(p, file);
    const dialog = p.role("dialog", "Dat lukte niet");
    await dialog.waitFor({ timeout: 8000 }).catch(() => {});
    const said = (await dialog.count()) ? (await dialog.innerText()).replace(/\s+/g, " ") : "(no dialog)";
    const twice = expected.source.length > 4 && said.split(expected).length > 2;
    if (twice || !expected.test(said) || !/niet veranderd|Er is niets veranderd/.test(said)) missing.push(`${what}: ${said}`);
    if (typeof file !== "string" && !/json|pb/.test(said)) missing.push(`${what}: the file is not named: ${said}`);
    if (what === "negative money") await p.screenshot("fout-bestand-telefoon");
    if (await dialog.count()) {
      await p.page.keyboard.press("Escape");
      await p.settled();
    }
    assert.equal(await p.role("dialog").count(), 0, `${what}: Escape closes the message`);
    assert.equal(await hash(p), "#bestanden", what);
  }
  assert.deepEqual(missing, []);
  assert.ok((await exported(p)).equals(before), "the state is unchanged");
  fs.rmSync(path.join(os.tmpdir(), `stoepkrijt-groot-${process.pid}.json`));
  await closed(p);
});

const data = process.env.STOEPKRIJT_DATA ?? path.join(repository, "../shared/data");
for (const place of ["crooswijk", "otterlo"]) {
  const folder = path.join(data, "maps", place);
  const there = fs.existsSync(folder);
  test(`the map of ${place}, given as files, is drawn with its source`, { skip: there ? false : `${folder} is not there` }, async () => {
    const p = await site.open({ route: "bestanden" });
    await p.press(p.role("button", "Eigen kaart"));
    assert.equal(await hash(p), "#kaart-maken");
    const files = fs.readdirSync(folder).filter((f) => f.endsWith(".geojson")).sort().map((f) => path.join(folder, f));
    const waiting = p.page.waitForEvent("filechooser");
    await p.press(p.role("button", "Kies kaartbestanden"));
    await (await waiting).setFiles(files);
    await p.page.waitForFunction(() => location.hash === "#bestand-erbij");
    await p.settled(1000);
    assert.equal(await p.role("dialog").count(), 0);
    await p.page.getByText("Niet gevonden").first().waitFor({ state: "attached" });
    await p.page.getByText(/gebouwen$/).first().waitFor({ state: "attached" });
    assert.match(await p.role("textbox", "Van wie is deze kaart?").inputValue(), /OpenStreetMap|BGT/);
    await p.screenshot(`kaart-maken-${place}-telefoon`);
    await p.press(p.role("button", "Gebruik deze kaart"));
    await p.settled(800);
    assert.equal(await hash(p), "#kaart");
    const markers = p.role("button", /^Plan: /);
    for (let i = 0; i < (await markers.count()); i++) {
      const box = await markers.nth(i).boundingBox();
      assert.ok(!box || box.width <= 2, "the plans lie elsewhere: what is shown is the map that was given");
    }
    await p.page.waitForTimeout(300);
    const seen = await colours(p, { x: 0, y: 150, width: 390, height: 300 });
    assert.ok(seen.different > 20 && seen.most < 0.9, `a map is drawn: ${JSON.stringify(seen)}`);
    await p.page.getByText(/OpenStreetMap|BGT|PDOK|Kadaster/).first().waitFor({ state: "attached" });
    await p.screenshot(`kaart-${place}-telefoon`);
    await p.page.reload();
    await p.settled(800);
    await p.page.getByText(/OpenStreetMap|BGT|PDOK|Kadaster/).first().waitFor({ state: "attached" });
    await closed(p);
  });
}
