// What the journeys share: the same steps with different hands (keys on a focused element, the mouse, a finger, or the
// keyboard alone), and looks at what a person cannot see (kept bytes, colours of a picture).
import assert from "node:assert/strict";

/** The end of a journey: nothing went wrong in it, and no other host was asked for anything. */
export async function closed(p) {
  assert.deepEqual(p.errors, []);
  assert.deepEqual(p.foreignRequests(p.site), []);
  await p.page.context().close();
}
/** These words stand somewhere on the page. */
export const said = (p, text) => p.page.getByText(text).first().waitFor({ state: "attached" });

export const words = (text) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "\\s+"));

/** Hands: each takes a locator and does what its owner would do to choose it. */
export const byKeys = (p) => async (locator) => {
  const role = await locator.evaluate((el) => el.type);
  await p.press(locator, role === "checkbox" || role === "radio" ? "Space" : "Enter");
};
export const byMouse = (p) => async (locator) => {
  await intoView(p, locator, (dy) => p.page.mouse.wheel(0, dy));
  await p.click(locator);
};
export const byTouch = (p) => async (locator) => {
  await intoView(p, locator, (dy) => swipe(p, dy));
  await p.tap(locator);
};
/** With Tab, arrows, Space and Enter only; never a focus by script. Looks at every stop. */
export const byTab = (p) => async (locator) => {
  await tabTo(p, locator);
  const kind = await locator.evaluate((el) => el.type);
  if (kind !== "radio") return stroke(p, kind === "checkbox" ? "Space" : "Enter");
  for (let i = 0; i < 8 && !(await locator.isChecked()); i++) await stroke(p, i === 0 ? "Space" : "ArrowDown");
};

export async function stroke(p, key) {
  await p.page.keyboard.press(key);
  await p.settled();
}

/** Tab until the locator has the focus; `key` "Shift+Tab" goes back. Every stop lies after the one before it. */
export async function tabTo(p, locator, key = "Tab", most = 140) {
  const wanted = await locator.elementHandle();
  assert.ok(wanted, `there is no ${locator}`);
  const is = (el) => document.activeElement === el || (el.type === "radio" && document.activeElement.name === el.name);
  for (let i = 0; i < most; i++) {
    if (await wanted.evaluate(is)) break;
    const order = await p.page.evaluate(() => void (globalThis.stop = document.activeElement));
    assert.equal(order, undefined);
    await p.page.keyboard.press(key);
    const forward = await p.page.evaluate((back) => {
      const [a, b] = [globalThis.stop, document.activeElement];
      if (a === document.body || b === document.body || !a.isConnected) return true;
      const bit = back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
      return (a.compareDocumentPosition(b) & bit) !== 0;
    }, key !== "Tab");
    if (!forward) assert.ok(await p.page.evaluate(() => document.activeElement !== globalThis.stop), `Tab stands still at ${await p.focusedName()}`);
  }
  assert.ok(await wanted.evaluate(is), `Tab does not reach ${locator}; it stands at “${await p.focusedName()}”`);
  await p.settled(120);
  await seesFocus(p);
}

/** The focused element lies (for the greater part) in the window: the core has scrolled it into view. */
export async function seesFocus(p) {
  const seen = await p.page.evaluate(() => {
    const r = document.activeElement.getBoundingClientRect();
    const h = Math.min(r.bottom, innerHeight) - Math.max(r.top, 0);
    const w = Math.min(r.right, innerWidth) - Math.max(r.left, 0);
    return { part: (h * w) / (r.height * r.width), rect: [r.x, r.y, r.width, r.height], in: innerHeight };
  });
  assert.ok(seen.part > 0.5, `the focus is out of sight: “${await p.focusedName()}” ${JSON.stringify(seen)}`);
}

/** Scrolls the page under the pointer until the locator lies free in the window. */
async function intoView(p, locator, scroll) {
  const { width, height } = p.page.viewportSize();
  await p.page.mouse.move(width / 2, height / 2);
  for (let i = 0; i < 40; i++) {
    const box = await locator.boundingBox();
    const free = await locator.evaluate((el) => !(el.closest(".field") ?? el).classList.contains("away"));
    const low = await lowest(p, locator);
    if (box && free && box.y >= 70 && box.y + box.height <= low) return;
    const above = free ? box.y < 70 : await isAbove(locator);
    // Far away in strides, never further than what is seen at once.
    const stride = free ? 220 : height / 3;
    await scroll(above ? -stride : stride);
    await p.settled();
  }
  assert.fail(`it cannot be scrolled into view: ${locator}`);
}

/**
 * Whether a part that lies outside the window comes before what is in it. Asked of its own list first, then of what is around that: bars
 * above and below a page are always there.
 */
const isAbove = (locator) => locator.evaluate((el) => {
  const shows = (other) => !(other.closest(".field") ?? other).classList.contains("away") && other.closest("section, nav") === null &&
    !other.contains(el) && !el.contains(other) && other.getBoundingClientRect().top >= 70;
  for (let around = el.parentElement; around !== null; around = around.parentElement) {
    const seen = [...around.querySelectorAll("[data-n]")].filter(shows);
    // In the middle of the window: a title at its edge may be one that always stands there.
    const off = (other) => Math.abs((other.getBoundingClientRect().top + other.getBoundingClientRect().bottom - innerHeight) / 2);
    const middle = seen.reduce((best, other) => (best === undefined || off(other) < off(best) ? other : best), undefined);
    if (middle) return (el.compareDocumentPosition(middle) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  }
  return false;
});

/** Where the bar or sheet at the bottom starts, when the locator is not part of it. */
const lowest = (p, locator) => locator.evaluate((el) => {
  let low = innerHeight;
  for (const bar of document.querySelectorAll("main section, main nav")) {
    if (bar.contains(el)) continue;
    if (bar.classList.contains("away")) continue;
    const { top, bottom } = bar.getBoundingClientRect();
    if (bottom > innerHeight - 60 && top > innerHeight / 3) low = Math.min(low, top);
  }
  const message = document.querySelector("main [role=status][data-n]:not(.away)")?.getBoundingClientRect();
  const sheet = el.closest("section, nav");  // a message stands above a sheet, never over it
  if (message && sheet === null && message.top > innerHeight / 3) low = Math.min(low, message.top - 4);
  return low;
});

/** Fingers, through the debugging protocol: [[x, y], …] per moment. */
export async function fingers(p, moments) {
  const cdp = await p.page.context().newCDPSession(p.page);
  const points = (list) => list.map(([x, y], id) => ({ x, y, id }));
  await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: points(moments[0]) });
  for (const moment of moments.slice(1)) {
    await cdp.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: points(moment) });
    await p.page.waitForTimeout(25);
  }
  await p.page.waitForTimeout(80);  // the finger rests: no fling
  const lifted = await p.untilLifted();
  await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await cdp.detach();
  await lifted();
  await p.settled();
}
/** A finger that moves the page by `dy` pixels (down when positive). */
export async function swipe(p, dy) {
  const { width, height } = p.page.viewportSize();
  const steps = 8;
  const way = Array.from({ length: steps + 1 }, (_, i) => [[width / 2, height / 2 + dy / 3 - (dy * i) / steps]]);
  await fingers(p, [...way, ...Array(4).fill(way.at(-1))]);  // it rests before it lifts: nothing is thrown
}

// ---- the journeys themselves ------------------------------------------------------------------------------------------
export const TITLES = { moves: "Beweegtuin bij de Reigerflat", plays: "Speelplek van hout en water", light: "Beter licht langs het Singelpad",
                        benches: "Meer bankjes in het Zwanenpark", language: "Taalcafé in De Hinkelsteen" };
export const plan = (p, title) => p.role("checkbox", words(title));
export const hash = (p) => p.page.evaluate(() => location.hash);

/** From the start to "Dank u wel!": four plans chosen, one that does not fit refused, one taken back. */
export async function wholeVote(p, use) {
  await use(p.role("button", "Stem in 3 minuten"));
  assert.equal(await hash(p), "#stemmen");
  await p.page.getByText("Uw stem is geheim").first().waitFor();
  await use(p.role("button", "Kies uw plannen"));
  assert.equal(await hash(p), "#kiezen");
  for (const title of [TITLES.moves, TITLES.plays, TITLES.light, TITLES.benches]) {
    await use(plan(p, title));
    assert.ok(await plan(p, title).isChecked(), `${title} is chosen`);
  }
  await p.role("img", words("U gebruikt € 58.600 van € 60.000. € 1.400 is over.")).waitFor({ state: "attached" });
  const refused = p.role("listitem").filter({ has: plan(p, TITLES.language) });
  assert.match(await refused.evaluate((el) => el.outerHTML.replaceAll("&nbsp;", " ")), /Past niet: €\s2\.800 te veel/, "it says why it does not fit");
  await use(plan(p, TITLES.language));
  assert.equal(await plan(p, TITLES.language).isChecked(), false, "a plan that does not fit is not chosen");
  assert.equal(await hash(p), "#kiezen");
  await use(plan(p, TITLES.benches));  // taken back
  assert.equal(await plan(p, TITLES.benches).isChecked(), false);
  await use(plan(p, TITLES.language));
  assert.ok(await plan(p, TITLES.language).isChecked(), "now it fits");
  await use(p.role("button", "Bekijk mijn 4 plannen"));
  assert.equal(await hash(p), "#nakijken");
  const list = p.role("list", "U kiest 4 plannen.");
  for (const title of [TITLES.moves, TITLES.plays, TITLES.light, TITLES.language]) {
    assert.equal(await list.getByText(title).count(), 1, `${title} stands in the list`);
  }
  assert.equal(await list.getByText(TITLES.benches).count(), 0);
  await use(p.role("button", "Ja, lever mijn stem in"));
  assert.equal(await hash(p), "#gestemd");
  await p.role("heading", "Dank u wel!").waitFor();
}

/** The vote of someone who knows: one plan. */
export async function shortVote(p, use) {
  await use(p.role("button", "Stem in 3 minuten"));
  await use(p.role("button", "Kies uw plannen"));
  await use(plan(p, TITLES.language));
  await use(p.role("button", "Bekijk mijn 1 plan"));
  await p.role("list", "U kiest 1 plan.").getByText(TITLES.language).waitFor({ state: "attached" });
  await use(p.role("button", "Ja, lever mijn stem in"));
  await p.role("heading", "Dank u wel!").waitFor();
}

/** From the map to "Bewaard": a loose bench, level D, moved with the keys. `type(locator, words)` writes as its owner does. */
export async function wholeTag(p, use, type, title = "Bank wiebelt erg") {
  await use(p.role("button", /^Niet goed: meld/));
  assert.equal(await hash(p), "#melden");
  await use(p.role("switch", "Heel", { exact: true }));
  await use(p.role("switch", "Bank, paal of hek"));
  await use(p.role("radio", "D, Slecht"));
  await p.page.getByText("stuk of gevaarlijk").first().waitFor();
  await type(p.role("textbox", /^In een paar woorden/), title);
  await type(p.role("textbox", /^Vertel erbij/), "De schroeven zijn los. Eén plank ligt eraf.");
  assert.equal(await p.role("textbox", /^In een paar woorden/).inputValue(), title);
  assert.equal(await p.role("textbox", /^Vertel erbij/).inputValue(), "De schroeven zijn los. Eén plank ligt eraf.", "no letter is lost");
  await use(p.role("button", "Bewaar", { exact: true }));
  assert.equal(await hash(p), "#kaart");
  await p.page.getByText("Bewaard op dit toestel").first().waitFor({ state: "attached" });
  await p.page.getByText("Bewaard", { exact: true }).first().waitFor({ state: "attached" });
  await p.role("button", new RegExp(`^${title}\\. Niet goed\\. .*Niveau D`)).waitFor({ state: "attached" });  // a marker on the map
}

// ---- what is kept -----------------------------------------------------------------------------------------------------
/** Everything on the device, as text per key; localStorage, sessionStorage and cookies with it. */
export const kept = (p) => p.page.evaluate(async () => {
  const out = { local: JSON.stringify({ ...localStorage }), session: JSON.stringify({ ...sessionStorage }), cookie: document.cookie };
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((resolve, reject) => {
      const r = indexedDB.open(name);
      r.onsuccess = () => resolve(r.result);
      r.onerror = reject;
    });
    for (const store of db.objectStoreNames) {
      const s = db.transaction(store).objectStore(store);
      const get = (r) => new Promise((resolve) => (r.onsuccess = () => resolve(r.result)));
      const [keys, values] = await Promise.all([get(s.getAllKeys()), get(s.getAll())]);
      if (store !== "kept") continue;  // the handle of a shared folder is no text
      keys.forEach((key, i) => (out[key] = new TextDecoder().decode(values[i])));
    }
    db.close();
  }
  return out;
});

/** All that is kept of the dossiers under one name ("snapshot", "log", "draft", "urn"), as one text. */
export const keptOf = async (p, part) => Object.entries(await kept(p))
  .filter(([key]) => new RegExp(`^d/[^/]+/${part}(/|$)`).test(key)).map(([, value]) => value).join("\n");

/** The number of different colours in a part of the window, and the share of the most frequent one. */
export async function colours(p, clip) {
  const png = (await p.page.screenshot(clip ? { clip } : {})).toString("base64");
  const page = await p.page.context().newPage();
  try {
    await page.goto("about:blank");
    return await page.evaluate(async (data) => {
      const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const g = canvas.getContext("2d");
      g.drawImage(image, 0, 0);
      const px = new Uint32Array(g.getImageData(0, 0, image.width, image.height).data.buffer);
      const count = new Map();
      for (const v of px) count.set(v, (count.get(v) ?? 0) + 1);
      return { different: count.size, most: Math.max(...count.values()) / px.length };
    }, png);
  } finally {
    await page.close();
  }
}

/** Where the draft on the device lies: [east, north] in 1e-7 degree. */
export async function draftSignal(p) {
  await p.page.waitForTimeout(300);
  return JSON.parse(await keptOf(p, "draft")).tag.signal;
}

/** Goes to a screen by its address, as a link does. */
export async function go(p, route) {
  await p.page.evaluate((h) => (location.hash = h), route);
  await p.settled();
}

/** The photos that this device keeps: [{name, bytes}]. */
export async function keptPhotos(p) {
  await p.page.waitForTimeout(300);
  const found = await p.page.evaluate(async () => {
    const text = (bytes) => btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(""));
    const db = await new Promise((resolve, reject) => {
      const request = indexedDB.open("stoepkrijt:" + new URL("./", location.href).pathname);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const range = IDBKeyRange.bound("photo/", "photo0", false, true);
    const all = (what) => new Promise((resolve, reject) => {
      const request = db.transaction("kept").objectStore("kept")[what](range);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const [keys, values] = [await all("getAllKeys"), await all("getAll")];
    db.close();
    return keys.map((key, i) => [key.slice(6), text(new Uint8Array(values[i].buffer ?? values[i]))]);
  });
  return found.map(([name, bytes]) => ({ name, bytes: Buffer.from(bytes, "base64") }));
}
