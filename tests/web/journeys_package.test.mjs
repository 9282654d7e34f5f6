// The package of a round from one screen to another one's camera: what the one page draws is photographed, code by code, and
// shown to the camera of a second browser.
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { launchWithCamera, writePictures } from "./camera.mjs";
import { openSite } from "./harness.mjs";
import { byKeys, byMouse, byTouch, closed, go, said } from "./journeys.mjs";
import { enterHost, openKiosk, openPackage } from "./polling.mjs";

const SIDE = 600;  // of a picture of the camera: six of its pixels for a module of the code, as a phone held before a screen has
const SPOKEN = "pop kameel eekhoorn nacht kop kers";
const PICTURE = /QR-code met een deel van het stempakket/;
const SHOW = "Toon als codes voor telefoons";
const video = path.join(os.tmpdir(), `stoepkrijt-package-${process.pid}.y4m`);

let site;
before(async () => (site = await openSite()));
after(async () => {
  await site.close();
  fs.rmSync(video, { force: true });
});

/** Which code stands there, and of how many. */
async function progress(p) {
  const name = await p.role("img", PICTURE).getAttribute("aria-label");
  return name.match(/Code (\d+) van (\d+)/).slice(1).map(Number);
}

/** What a camera sees of the code that stands there: its light, in the middle of a grey picture. */
async function photograph(p, blank) {
  const box = await p.role("img", PICTURE).boundingBox();
  const png = await p.page.screenshot({ clip: box });
  const light = await blank.evaluate(async ([data, side]) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], { type: "image/png" }));
    const g = new OffscreenCanvas(side, side).getContext("2d", { willReadFrequently: true });
    g.fillStyle = "#c8c8c8";
    g.fillRect(0, 0, side, side);
    const scale = Math.min(1, (side - 40) / Math.max(image.width, image.height));
    const [w, h] = [image.width * scale, image.height * scale];
    g.drawImage(image, (side - w) / 2, (side - h) / 2, w, h);
    const px = g.getImageData(0, 0, side, side).data;
    let out = "";
    for (let i = 0; i < px.length; i += 4) out += String.fromCharCode((px[i] * 77 + px[i + 1] * 150 + px[i + 2] * 29) >> 8);
    return btoa(out);
  }, [png.toString("base64"), SIDE]);
  return Buffer.from(light, "base64");
}

test("a package goes from the screen of one to the camera of another, and is the same there", async () => {
  const p = await site.open({ route: "stembus-openen", width: 480, height: 900, dpr: 2 });
  const use = byMouse(p);
  await openPackage(p, use);
  await said(p, SPOKEN);
  await use(p.role("button", SHOW));
  assert.equal(await p.role("button", "Ga door", { exact: true }).count(), 1, "who asked for less motion goes on by hand");
  const [first, count] = await progress(p);
  assert.equal(first, 1);
  assert.ok(count > 40 && count < 120, `${count} codes`);
  await p.role("button", "Klaar", { exact: true }).focus();  // all of the card is in view
  await p.settled();
  const blank = await p.page.context().newPage();
  const pictures = [];
  for (let i = 1; i <= count; i++) {
    assert.deepEqual(await progress(p), [i, count]);
    pictures.push(await photograph(p, blank));
    await p.press(p.role("button", "Volgende", { exact: true }));
  }
  await blank.close();
  assert.deepEqual(await progress(p), [1, count], "round and round");
  await closed(p);

  writePictures(video, pictures, { width: SIDE, height: SIDE, fps: 3 });
  const browser = await launchWithCamera(video);
  const other = await openSite({ browser });
  try {
    const q = await other.open({ route: "stembus-openen" });
    const began = Date.now();
    await q.role("button", "Lees codes met de camera").press("Enter");
    await q.page.getByRole("dialog", { name: "Codes lezen" }).waitFor();
    await q.page.getByText(new RegExp(`van de ${count} codes gelezen`)).waitFor({ timeout: 30000 });
    await q.screenshot("pakket-lezen");
    await q.role("heading", "Klopt dit met wat bekend is gemaakt?").waitFor({ state: "attached", timeout: 240000 });
    console.log(`${count} codes read in ${((Date.now() - began) / 1000).toFixed(1)} s, shown at 3 a second`);
    await q.settled();
    await said(q, SPOKEN);
    assert.equal(await q.page.getByRole("dialog").count(), 0, "the camera is off");
    await q.screenshot("pakket-gelezen");
    assert.deepEqual(await q.axe(), []);
    await closed(q);
  } finally {
    await other.close();
  }
});

test("codes go by themselves, can be held, and are gone with the page; on a phone, by touch and in the text version", async () => {
  const p = await site.open({ route: "stembus-openen", touch: true, still: false });
  const use = byTouch(p);
  await openPackage(p, use);
  await use(p.role("button", SHOW));
  await p.page.waitForFunction(() => /Code ([3-9]|\d\d) van/.test(document.querySelector("#mirror").innerHTML), undefined, { timeout: 10000 });
  await use(p.role("button", "Pauze", { exact: true }));
  const held = await progress(p);
  await p.page.waitForTimeout(1200);
  assert.deepEqual(await progress(p), held, "it stands still");
  await use(p.role("button", "Vorige", { exact: true }));
  assert.deepEqual(await progress(p), [held[0] - 1, held[1]]);
  const box = await p.role("img", PICTURE).boundingBox();
  assert.ok(box.width >= 3 * 85 && box.x >= 0 && box.x + box.width <= 390, JSON.stringify(box));
  await p.screenshot("pakket-tonen");
  assert.deepEqual(await p.axe(), []);
  await go(p, "meer");
  await go(p, "stembus-openen");
  assert.equal(await p.role("img", PICTURE).count(), 0);
  await closed(p);

  const t = await site.open({ route: "stembus-openen", forced: true });
  const keys = byKeys(t);
  await openPackage(t, keys);
  await keys(t.role("button", SHOW));
  await t.role("img", PICTURE).waitFor();
  await keys(t.role("button", "Volgende", { exact: true }));
  assert.equal((await progress(t))[0], 2);
  await keys(t.role("button", "Klaar", { exact: true }));
  assert.equal(await t.role("img", PICTURE).count(), 0);
  assert.deepEqual(await t.axe(), []);
  await closed(t);
});

test("at a kiosk the host shows it, large, and nobody else", async () => {
  const p = await site.open({ route: "stembus-openen", width: 1080, height: 1920, dpr: 1, touch: true });
  const use = byTouch(p);
  await openKiosk(p, use);
  assert.equal(await p.role("button", SHOW).count(), 0);
  await enterHost(p, use);
  await use(p.role("button", SHOW));
  const box = await p.role("img", PICTURE).boundingBox();
  assert.ok(box.width >= 500, `${box.width} wide`);
  assert.ok(box.y >= 80 && box.y + box.height <= 1920, `the whole code comes into view: ${JSON.stringify(box)}`);
  await p.screenshot("kiosk-pakket-tonen");
  await use(p.role("button", "Terug naar de stembus"));
  assert.equal(await p.role("img", PICTURE).count(), 0);
  assert.deepEqual(p.errors, []);
});

test("without a camera it is said what else can be done", async () => {
  const p = await site.open({ route: "stembus-openen" });
  const use = byKeys(p);
  await p.page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await use(p.role("button", "Lees codes met de camera"));
  await said(p, /kies het stempakket als bestand, of haal het van de website/);
  await p.screenshot("pakket-geen-camera");
  await closed(p);
});
