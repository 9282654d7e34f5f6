// Photos: taken or chosen, turned, made smaller, without anything beside the picture; kept, shown, and offline.
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

import { openSite } from "./harness.mjs";
import { byKeys, closed, go, hash, keptPhotos } from "./journeys.mjs";
import { comment, exif, exiftool, jpegParts, makeJpeg, withSegments } from "./photo_files.mjs";

let site;
let folder;
before(async () => {
  site = await openSite();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "stoepkrijt-foto-"));
});
after(async () => {
  await site.close();
  fs.rmSync(folder, { recursive: true });
});

const startTag = (p) => p.press(p.role("button", /^Niet goed: meld/));

/** Chooses a file with the button of this name, as a person would. */
async function choose(p, button, buffer, name = "foto.jpg") {
  const chooser = p.page.waitForEvent("filechooser");
  await p.press(p.role("button", button));
  await (await chooser).setFiles({ name, mimeType: "image/jpeg", buffer });
}
async function addPhoto(p, buffer, button = /^(Kies een foto|Nog een foto)$/) {
  await choose(p, button, buffer);
  await p.page.waitForFunction(() => location.hash.startsWith("#foto/"));
  await p.settled();
}
/** The colour of the shown image at a place, 0 to 1 each way. */
const colourAt = (p, x, y) => p.page.locator("#mirror img").first().evaluate(async (img, [x, y]) => {
  await img.decode();
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext("2d");
  context.drawImage(img, Math.floor(x * img.naturalWidth), Math.floor(y * img.naturalHeight), 1, 1, 0, 0, 1, 1);
  const [r, , b] = context.getImageData(0, 0, 1, 1).data;
  return r > 200 && b < 60 ? "red" : b > 200 && r < 60 ? "blue" : `${r} ${b}`;
}, [x, y]);

test("a photo of a camera that was held sideways, with its place in it, is kept upright and without anything beside the picture", async () => {
  const p = await site.open({ route: "kaart" });
  const camera = withSegments(await makeJpeg(p.page, { width: 640, height: 400 }), exif(6), comment("van Piet"));
  const before = exiftool(camera, folder);
  if (before) assert.ok(before.some((key) => key.startsWith("GPS:")), "the test's own photo has a place: " + before);
  await startTag(p);
  await addPhoto(p, camera);
  await p.page.getByText("Staan er mensen of kentekens op?").first().waitFor({ state: "attached" });
  assert.equal(await colourAt(p, 0.5, 0.1), "red", "the left of the picture is its top");
  assert.equal(await colourAt(p, 0.5, 0.9), "blue");
  const [kept] = await keptPhotos(p);
  const { markers, width, height } = jpegParts(kept.bytes);
  assert.deepEqual([width, height], [400, 640]);
  const carried = markers.filter((m) => (m > 0xe0 && m <= 0xef) || m === 0xfe);
  assert.deepEqual(carried, [], "no Exif, no profile, no comment");
  assert.ok(!kept.bytes.includes("Piet") && !kept.bytes.includes("Exif"));
  assert.deepEqual(exiftool(kept.bytes, folder) ?? [], []);
  assert.deepEqual(await p.axe(), []);
  await p.screenshot("foto-nakijken-telefoon");
  await closed(p);
});

test("a photo of 48 megapixels is made small, and a small one stays as it is", async () => {
  const p = await site.open({ route: "kaart" });
  await startTag(p);
  await addPhoto(p, await makeJpeg(p.page, { width: 8000, height: 6000 }));
  assert.equal(await colourAt(p, 0.1, 0.5), "red");
  assert.equal(await colourAt(p, 0.9, 0.5), "blue");
  let [kept] = await keptPhotos(p);
  let { width, height } = jpegParts(kept.bytes);
  assert.deepEqual([width, height], [1600, 1200]);
  assert.ok(kept.bytes.length < 600_000);
  await p.press(p.role("button", "Nee, de foto is goed"));
  await addPhoto(p, await makeJpeg(p.page, { width: 30, height: 20, type: "image/png" }));
  kept = (await keptPhotos(p)).find((one) => jpegParts(one.bytes).width !== 1600);
  ({ width, height } = jpegParts(kept.bytes));
  assert.deepEqual([width, height], [30, 20]);
  await closed(p);
});

test("HEIC, a JPEG that breaks off and what is no photo each give a clear word, and the report stays", async () => {
  const p = await site.open({ route: "kaart" });
  await startTag(p);
  await p.type(p.role("textbox", /^In een paar woorden/), "Lamp stuk");
  const jpeg = await makeJpeg(p.page, { width: 300, height: 200 });
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic"), Buffer.alloc(400)]);
  for (const [bytes, words] of [[heic, /soort HEIC.*Maak een foto/], [jpeg.subarray(0, jpeg.length / 2), /kapot.*opnieuw/],
                                [Buffer.from("dit is een brief"), /geen foto die deze browser kan openen/]]) {
    await choose(p, "Kies een foto", bytes, "IMG_0001.HEIC");
    const dialog = p.role("dialog");
    await dialog.waitFor({ state: "attached" });
    await p.settled();
    const text = await dialog.innerText();
    assert.match(text.replace(/\s+/g, " "), words);
    assert.match(text, /Uw melding staat er nog\./);
    await p.press(dialog.getByRole("button"));
  }
  assert.equal(await hash(p), "#melden");
  assert.equal(await p.role("textbox", /^In een paar woorden/).inputValue(), "Lamp stuk");
  assert.deepEqual(await keptPhotos(p), []);
  await closed(p);
});

test("without a network a photo is added, survives a reload with its draft, is saved and shown with words for who cannot see it", async () => {
  const p = await site.open({ route: "kaart" });
  await p.goOffline();
  await p.page.reload();
  await p.settled();
  await go(p, "kaart");
  await startTag(p);
  await p.type(p.role("textbox", /^In een paar woorden/), "Lamp stuk");
  await addPhoto(p, await makeJpeg(p.page, { width: 640, height: 480, split: "top" }));
  await p.page.waitForTimeout(400);
  await p.page.reload();
  await p.settled();
  await p.press(p.role("button", "Nee, de foto is goed"));
  assert.equal(await hash(p), "#melden");
  await p.page.getByText("Nagekeken").first().waitFor({ state: "attached" });
  assert.equal(await p.role("textbox", /^In een paar woorden/).inputValue(), "Lamp stuk");
  await p.role("button", "Haal foto 1 weg").focus();
  await p.settled();
  await p.screenshot("melden-met-foto-telefoon");
  await p.press(p.role("button", "Bewaar", { exact: true }));
  await p.page.getByText("Bewaard op dit toestel").first().waitFor({ state: "attached" });
  await p.page.reload();
  await p.settled();
  await go(p, "meldingen");
  await p.press(p.role("button", /^Lamp stuk/));
  const image = p.role("img", "Foto 1 van 1 bij: Lamp stuk");
  await image.waitFor({ state: "attached" });
  await p.settled();
  assert.equal(await image.evaluate((el) => `${el.tagName} ${el.naturalWidth}`), "IMG 640");
  assert.equal(await colourAt(p, 0.5, 0.1), "red");
  assert.deepEqual(await p.axe(), []);
  await p.press(p.role("button", "Bekijk foto 1 van 1"));
  assert.match(await hash(p), /^#foto\//);
  assert.deepEqual(await p.axe(), []);
  await closed(p);
});

test("a whole report with a photo in the text version: real images, buttons for all that can be done, nothing wrong for axe", async () => {
  const p = await site.open({ route: "meer", width: 390 });
  await p.press(p.role("checkbox", "Tekstversie"), "Space");
  await go(p, "kaart");
  await startTag(p);
  await addPhoto(p, await makeJpeg(p.page, { width: 640, height: 480 }));
  assert.ok(await p.role("img", /^Foto 1 van 1/).isVisible());
  assert.deepEqual(await p.axe(), []);
  await p.screenshot("foto-nakijken-tekstversie");
  await p.press(p.role("button", "Nee, de foto is goed"));
  assert.ok(await p.role("img", /^Foto 1 van 1/).isVisible());
  assert.deepEqual(await p.axe(), []);
  await p.screenshot("melden-met-foto-tekstversie");
  await p.press(p.role("button", "Haal foto 1 weg"));
  await p.press(p.role("dialog").getByRole("button", { name: "Haal weg" }));
  assert.equal(await p.role("img", /^Foto 1/).count(), 0);
  await closed(p);
});

/** A picture of one-pixel stripes: where it is hidden it is even. */
async function stripes(page, width, height) {
  const url = await page.evaluate(async ({ width, height }) => {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d");
    for (let x = 0; x < width; x += 16) {
      context.fillStyle = x % 32 ? "#fff" : "#000";
      context.fillRect(x, 0, 16, height);
    }
    const blob = await canvas.convertToBlob({ type: "image/png" });
    return new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.readAsDataURL(blob);
    });
  }, { width, height });
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}
/** How much light and dark differ in a square of 80 pixels around a place of the shown image. */
const unevenAt = (p, x, y) => p.page.locator("#mirror img").first().evaluate(async (img, [x, y]) => {
  await img.decode();
  const canvas = new OffscreenCanvas(80, 80);
  const context = canvas.getContext("2d");
  context.drawImage(img, x * img.naturalWidth - 40, y * img.naturalHeight - 40, 80, 80, 0, 0, 80, 80);
  const data = context.getImageData(0, 0, 80, 80).data;
  const light = Array.from({ length: 6400 }, (_, k) => data[k * 4]);
  return Math.max(...light) - Math.min(...light);
}, [x, y]);

test("a wipe over a face: it is gone from the kept bytes, a step can be taken back, and the photo of before is forgotten", async () => {
  const p = await site.open({ route: "kaart" });
  await startTag(p);
  await addPhoto(p, await stripes(p.page, 1600, 1200));
  const [before] = await keptPhotos(p);
  const box = await p.role("img", /^Foto 1 van 1/).boundingBox();
  const wipe = async (fromX, toX, y) => {
    await p.page.mouse.move(box.x + box.width * fromX, box.y + box.height * y);
    await p.settled(80);
    await p.page.mouse.down();
    await p.settled(80);
    for (let step = 1; step <= 6; step++) {
      await p.page.mouse.move(box.x + box.width * (fromX + ((toX - fromX) * step) / 6), box.y + box.height * y);
      await p.settled(60);
    }
    await p.page.mouse.up();
    await p.settled();
  };
  await wipe(0.2, 0.5, 0.3);
  await wipe(0.6, 0.9, 0.8);
  await p.screenshot("foto-kwast-telefoon");
  await p.press(p.role("button", "Stap terug"));
  await p.press(p.role("button", "Maak dit onherkenbaar"));
  await p.page.waitForFunction(() => location.hash === "#melden");
  await p.settled();
  const kept = await keptPhotos(p);
  assert.equal(kept.length, 1);
  assert.notEqual(kept[0].name, before.name, "the photo of before is forgotten");
  await p.press(p.role("button", "Bekijk foto 1 van 1"));
  assert.ok((await unevenAt(p, 0.35, 0.3)) < 60, "even where it was wiped");
  assert.ok((await unevenAt(p, 0.75, 0.8)) > 150, "as it was where the step was taken back");
  await closed(p);
});

test("who uses keys or the text version hides parts of a photo with tick boxes", async () => {
  for (const text of [false, true]) {
    const p = await site.open({ route: "meer" });
    if (text) await p.press(p.role("checkbox", "Tekstversie"), "Space");
    await go(p, "kaart");
    await startTag(p);
    await addPhoto(p, await stripes(p.page, 1600, 1200));
    await p.press(p.role("checkbox", "Rij 2, vak 3"), "Space");
    assert.ok(await p.role("checkbox", "Rij 2, vak 3").isChecked());
    assert.deepEqual(await p.axe(), []);
    await p.screenshot(`foto-vakken-${text ? "tekstversie" : "telefoon"}`);
    await p.press(p.role("button", "Maak dit onherkenbaar"));
    await p.page.waitForFunction(() => location.hash === "#melden");
    await p.settled();
    assert.ok((await unevenAt(p, 2.5 / 6, 1.5 / 4)) < 60);
    assert.ok((await unevenAt(p, 0.5 / 6, 0.5 / 4)) > 150);
    await closed(p);
  }
});

test("photos travel in a file to a device that has none, or stay out by choice", async () => {
  const p = await site.open({ route: "kaart" });
  await startTag(p);
  await p.type(p.role("textbox", /^In een paar woorden/), "Lamp stuk");
  await addPhoto(p, await makeJpeg(p.page, { width: 640, height: 480 }));
  await p.press(p.role("button", "Nee, de foto is goed"));
  await p.press(p.role("button", "Bewaar", { exact: true }));
  await go(p, "bestanden");
  await p.page.getByText(/^Eén foto op dit toestel/).first().waitFor({ state: "attached" });
  await p.screenshot("bestanden-met-fotos-telefoon");
  const save = async () => {
    const [download] = await Promise.all([p.page.waitForEvent("download"), p.press(p.role("button", "Bewaar als bestand"))]);
    return fs.readFileSync(await download.path());
  };
  const withPhotos = await save();
  await p.press(p.role("checkbox", "Met foto’s"), "Space");
  const without = await save();
  assert.ok(without.length < withPhotos.length - 1000);
  assert.ok(!without.includes('"photos":{"'));
  const other = await site.open({ route: "bestanden" });
  const chooser = other.page.waitForEvent("filechooser");
  await other.press(other.role("button", "Kies een bestand"));
  await (await chooser).setFiles({ name: "buur.json", mimeType: "application/json", buffer: withPhotos });
  await other.page.getByText("Nieuwe foto’s").first().waitFor({ state: "attached" });
  await other.settled();
  await other.screenshot("bestand-erbij-met-fotos-telefoon");
  assert.deepEqual(await other.axe(), []);
  await other.press(other.role("button", "Ja, voeg samen"));
  await go(other, "meldingen");
  await other.press(other.role("button", /^Lamp stuk/));
  await other.settled();
  assert.equal(await other.role("img", "Foto 1 van 1 bij: Lamp stuk").evaluate((el) => el.naturalWidth), 640);
  await closed(other);
  await closed(p);
});

test("all by keyboard hands on a desk, light and dark", async () => {
  for (const dark of [false, true]) {
    const p = await site.open({ route: "kaart", width: 1366, height: 768, dark });
    await byKeys(p)(p.role("button", /^Niet goed: meld/));
    await addPhoto(p, await makeJpeg(p.page, { width: 1200, height: 900 }));
    await p.screenshot(`foto-nakijken-bureau-${dark ? "donker" : "licht"}`);
    await byKeys(p)(p.role("button", "Nee, de foto is goed"));
    await p.role("button", "Haal foto 1 weg").focus();
    await p.settled();
    await p.screenshot(`melden-met-foto-bureau-${dark ? "donker" : "licht"}`);
    await closed(p);
  }
});
