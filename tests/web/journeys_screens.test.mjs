// Every screen by its address: no axe-core violations in both bodies, kept over a reload, Back, idle, and a picture of each.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import jsqr from "jsqr";

import { openSite } from "./harness.mjs";
import { byKeys, closed, colours, draftSignal, go, hash, wholeTag, wholeVote } from "./journeys.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

/** All screens of src/app/state.cpp that an address alone can show. */
const ROUTES = ["start", "wie-beslist", "plannen", "plan/1", "stemmen", "kiezen", "nakijken", "kaart", "meldingen", "melding/melding-01", "contact/melding-01", "volgende-ronde", "schouwen", "schouw/schouw-2026-11-14", "dubbel", "cijfers", "wat-u-ziet",
                "uitslag", "waarom/1", "waarom/8", "vergelijken", "naspelen", "telregel", "meer", "bestanden", "doorgeven", "geschiedenis", "geschiedenis/signal/melding-01", "verschillen", "over", "componenten",
                "stembus-openen", "stemming-maken", "sleutels", "telavond", "sleutelhouder", "proces-verbaal", "met-de-hand", "logboek", "wat-is-beschermd", "mijn-stem"];
const jsQR = jsqr.default ?? jsqr;
const headings = (p) => p.role("heading", undefined, { level: 1 }).count();

/** Opens all screens in one page; gives what axe-core finds per screen, and takes a picture of each. */
async function look(p, picture, { axe = true, routes = ROUTES } = {}) {
  const found = [];
  for (const route of routes) {
    await go(p, route);
    assert.equal(await hash(p), "#" + route);
    assert.equal(await headings(p), 1, `${route} has one first heading`);
    const wide = await p.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) found.push(`${route}: ${wide} pixels wider than the window`);
    if (axe) found.push(...(await p.axe()).map((v) => `${route}: ${v}`));
    if (picture) await p.screenshot(`${route.replaceAll("/", "-")}-${picture}`);
  }
  return found;
}

test("no screen has an axe-core violation, drawn on a phone", async () => {
  const p = await site.open();
  assert.deepEqual(await look(p, "telefoon"), []);
  await closed(p);
});

test("no screen has an axe-core violation in the text version, which the switch gives, also 320 pixels wide", async () => {
  const p = await site.open({ route: "meer", width: 320, height: 640 });
  await p.press(p.role("checkbox", "Tekstversie"), "Space");
  assert.equal(await p.page.evaluate(() => document.documentElement.classList.contains("text")), true);
  const drawn = await p.page.evaluate(() => globalThis.stoepkrijt.frames);
  assert.deepEqual(await look(p, "tekstversie-320"), []);
  assert.equal(await p.page.evaluate(() => globalThis.stoepkrijt.frames), drawn, "nothing is drawn behind it");
  await go(p, "start");
  await wholeVote(p, byKeys(p));
  await go(p, "kaart");
  await wholeTag(p, byKeys(p), (locator, text) => p.type(locator, text));
  await p.press(p.role("button", /^Goed: meld/));
  const before = await draftSignal(p);
  await p.press(p.role("button", "Verplaats"));
  for (const key of ["ArrowRight", "ArrowUp"]) await p.press(p.role("application", "Verplaats"), key);
  await p.press(p.role("button", "Zet hier"));
  const after = await draftSignal(p);
  assert.ok(after.lon_e7 > before.lon_e7 && after.lat_e7 > before.lat_e7, "the pin is moved with keys, unseen");
  await closed(p);
});

test("dark and contrast change the picture, and every screen still opens", async () => {
  const light = await site.open();
  const bright = await light.page.screenshot();
  await closed(light);
  const dark = await site.open({ dark: true });
  assert.ok(!(await dark.page.screenshot()).equals(bright));
  assert.equal(await dark.page.evaluate(() => document.documentElement.dataset.theme), "dark");
  assert.deepEqual(await look(dark, "telefoon-donker", { axe: false }), []);
  await closed(dark);
  const contrast = await site.open({ contrast: true });
  assert.equal(await contrast.page.evaluate(() => document.documentElement.dataset.theme), "contrast");
  assert.deepEqual(await look(contrast, "telefoon-contrast", { axe: false, routes: ["start", "kiezen", "kaart"] }), []);
  await closed(contrast);
});

test("forced colours bring the text version by themselves, with a whole vote in it", async () => {
  const p = await site.open({ forced: true });
  assert.equal(await p.page.evaluate(() => document.documentElement.classList.contains("text")), true);
  await wholeVote(p, byKeys(p));
  await p.screenshot("tekstversie-gestemd-gedwongen-kleuren");
  await closed(p);
});

test("every screen opens on a desktop", async () => {
  const p = await site.open({ width: 1366, height: 768 });
  assert.deepEqual(await look(p, "desktop", { axe: false }), []);
  const seen = await colours(p);
  assert.ok(seen.different > 20, "something is drawn");
  await closed(p);
});

test("every screen opens on the screen of the buurthuis, standing", async () => {
  const p = await site.open({ width: 1080, height: 1920, route: "meer" });
  await p.press(p.role("checkbox", "Groot scherm in het buurthuis"), "Space");
  assert.deepEqual(await look(p, "kiosk", { axe: false, routes: ["start", "plannen", "plan/1", "stemmen", "kiezen", "nakijken", "kaart", "uitslag", "waarom/1"] }), []);
  await closed(p);
});

test("a reload keeps the screen, and Back goes where one came from", async () => {
  const p = await site.open({ route: "plannen" });
  for (const route of ROUTES.filter((r) => !["componenten", "over", "waarom/8"].includes(r))) {
    await go(p, route);
    const title = await p.role("heading", undefined, { level: 1 }).innerText();
    await p.page.reload();
    await p.settled();
    assert.equal(await hash(p), "#" + route);
    await p.role("heading", title, { level: 1 }).waitFor({ state: "attached" });
  }
  for (const route of ["gestemd", "melden", "bestand-erbij"]) {
    await go(p, route);
    assert.notEqual(await hash(p), "#" + route, "a screen that has nothing to show is not opened by its address");
  }
  await go(p, "start");
  await p.press(p.role("button", "Plannen", { exact: true }));
  await p.press(p.role("button", /^Meer bankjes/));
  assert.match(await hash(p), /^#plan\//);
  await p.page.goBack();
  await p.settled();
  assert.equal(await hash(p), "#plannen");
  await p.role("heading", "Plannen", { level: 1 }).waitFor({ state: "attached" });
  await p.page.goBack();
  await p.settled();
  await p.role("button", /Stem in 3 minuten|Ga verder/).waitFor({ state: "attached" });
  await p.page.goForward();
  await p.settled();
  await p.role("heading", "Plannen", { level: 1 }).waitFor({ state: "attached" });
  await closed(p);
});

test("nothing is drawn while nothing changes: start, map, vote", async () => {
  const p = await site.open();
  for (const route of ["start", "kaart", "kiezen"]) {
    await go(p, route);
    await p.page.waitForTimeout(800);
    assert.equal(await p.framesWhenIdle(2000), 0, route);
  }
  await closed(p);
});

/** What a camera would read in the picture of an element. */
async function readCode(p, locator) {
  const png = (await locator.screenshot()).toString("base64");
  const page = await p.page.context().newPage();
  try {
    await page.goto("about:blank");
    const { width, height, data } = await page.evaluate(async (b64) => {
      const bytes = Uint8Array.from(atob(b64), (c) => c.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const g = new OffscreenCanvas(image.width, image.height).getContext("2d");
      g.drawImage(image, 0, 0);
      return { width: image.width, height: image.height, data: [...g.getImageData(0, 0, image.width, image.height).data] };
    }, png);
    return jsQR(Uint8ClampedArray.from(data), width, height, { inversionAttempts: "dontInvert" })?.data;
  } finally {
    await page.close();
  }
}

test("a QR code is read from the drawing, also in the dark, and from the text version", async () => {
  const p = await site.open({ route: "componenten", dark: true, height: 900, width: 1280 });
  const code = p.role("img", "QR-code met het woord Stoepkrijt");
  for (let i = 0; i < 40 && (await code.evaluate((el) => el.classList.contains("away"))); i++) {
    await p.page.mouse.move(856, 450);  // between the columns: nothing there takes the wheel for itself
    await p.page.mouse.wheel(0, 200);
    await p.settled(80);
  }
  await p.page.mouse.wheel(0, 250);
  await p.settled();
  assert.equal(await readCode(p, code), "Stoepkrijt", "drawn");
  await go(p, "meer");
  await p.press(p.role("checkbox", "Tekstversie"), "Space");
  await go(p, "componenten");
  assert.equal(await readCode(p, code), "Stoepkrijt", "text version");
  await closed(p);
});
