// The mirrored page in a real browser, without the core: ops in, DOM and events out.
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";

import { serve } from "../../tools/serve.mjs";
import { EVENT, ROLE, STATE } from "../../web/ops.js";
import { Page, launch, repository } from "./harness.mjs";
import { OpsWriter, node } from "./ops_writer.mjs";

let browser;
let server;
before(async () => {
  server = await serve({ root: path.join(repository, "web"), port: 0 });
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.close();
});

const HTML = `<!doctype html><html lang="nl" class="drawn"><head><title>Proef</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="./tokens.css"><link rel="stylesheet" href="./style.css"><link rel="stylesheet" href="./text.css"></head>
<body><div id="stage" aria-hidden="true"><canvas id="canvas"></canvas></div><aside id="no-webgl" hidden></aside><main id="mirror"></main></body></html>`;

/** A page that holds a mirror; `events()` gives what it sent since the last call. */
async function openMirror(options = {}) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (e) => errors.push(String(e)));
  await page.route("**/proef.html", (route) => route.fulfill({ contentType: "text/html", body: HTML }));
  await page.goto(server.url + "proef.html");
  await page.evaluate(async () => {
    const { Mirror } = await import("./mirror.js");
    globalThis.sent = [];
    globalThis.mirror = new Mirror(document.getElementById("mirror"), (...e) => globalThis.sent.push(e));
  });
  return {
    page,
    errors,
    apply: (ops) => page.evaluate((bytes) => globalThis.mirror.apply(Uint8Array.from(bytes)), [...ops.done()]),
    events: () => page.evaluate(() => globalThis.sent.splice(0)),
    focused: () => page.evaluate(() => Number(document.activeElement?.dataset.n ?? 0)),
    close: () => context.close(),
  };
}
const ops = () => new OpsWriter();
const acts = (events) => events.filter((e) => e[0] !== EVENT.FOCUS);

/** A screen with one of nearly everything, as the kit would describe it. */
function everything() {
  return ops()
    .add(node(1, ROLE.HEADING, "Kies uw plannen", { level: 1 }))
    .add(node(2, ROLE.PARAGRAPH, "U hebt € 60.000."))
    .add(node(3, ROLE.NAVIGATION, "Menu"))
    .add(node(4, ROLE.BUTTON, "Plannen", { parent: 3, states: STATE.CURRENT }))
    .add(node(5, ROLE.LIST, "Plannen"))
    .add(node(6, ROLE.LIST_ITEM, "", { parent: 5 }))
    .add(node(7, ROLE.BUTTON, "Meer bankjes", { parent: 6 }))
    .add(node(8, ROLE.CHECKBOX, "Kies Meer bankjes", { parent: 6, states: STATE.CHECKED }))
    .add(node(9, ROLE.RADIO_GROUP, "Niveau"))
    .add(node(10, ROLE.RADIO, "A", { parent: 9, states: STATE.CHECKED }))
    .add(node(11, ROLE.RADIO, "B", { parent: 9 }))
    .add(node(12, ROLE.TEXT_FIELD, "Wat ziet u?", { value: "Een bank", description: "Een paar woorden", rect: [16, 300, 300, 56] }))
    .add(node(13, ROLE.TEXT_AREA, "Vertel meer", { rect: [16, 380, 300, 120] }))
    .add(node(14, ROLE.SEARCH_FIELD, "Zoek een plan", { rect: [16, 520, 300, 56] }))
    .add(node(15, ROLE.MAP, "Kaart van Lindewaard", { description: "Pijlen verschuiven de kaart" }))
    .add(node(16, ROLE.TOGGLE, "Tekstversie", { states: STATE.CHECKED }))
    .add(node(17, ROLE.PROGRESS, "Bestand lezen", { now: 2, max: 3, value: "2 van 3" }))
    .add(node(18, ROLE.TABLE, "Rondes"))
    .add(node(19, ROLE.ROW, "", { parent: 18 }))
    .add(node(20, ROLE.COLUMN_HEADER, "Plan", { parent: 19 }))
    .add(node(21, ROLE.ROW, "", { parent: 18 }))
    .add(node(22, ROLE.CELL, "Meer bankjes", { parent: 21 }))
    .add(node(23, ROLE.TAB_LIST, "Weergave"))
    .add(node(24, ROLE.TAB, "Lijst", { parent: 23, states: STATE.SELECTED }))
    .add(node(25, ROLE.LINK, "Uitleg"))
    .add(node(26, ROLE.BUTTON, "Lever in", { states: STATE.DISABLED | STATE.PRIMARY, description: "Kies eerst een plan" }))
    .add(node(27, ROLE.IMAGE, "Een boom met een bank"))
    .add(node(28, ROLE.STATUS, "Bewaard op dit toestel"))
    .add(node(29, ROLE.GROUP, "Soort"))
    .add(node(30, ROLE.BUTTON, "Niet goed", { parent: 29, states: STATE.PRESSED }));
}

test("every role is found by role and name, with its states", async () => {
  const m = await openMirror();
  await m.apply(everything());
  const found = async (role, name, options = {}) =>
    assert.equal(await m.page.getByRole(role, { name, exact: true, ...options }).count(), 1, `${role} ${name}`);
  await found("heading", "Kies uw plannen", { level: 1 });
  await found("navigation", "Menu");
  await found("list", "Plannen");
  await found("button", "Meer bankjes");
  await found("checkbox", "Kies Meer bankjes", { checked: true });
  await found("radiogroup", "Niveau");
  await found("radio", "A", { checked: true });
  await found("radio", "B", { checked: false });
  await found("textbox", "Wat ziet u?");
  await found("textbox", "Vertel meer");
  await found("searchbox", "Zoek een plan");
  await found("application", "Kaart van Lindewaard");
  await found("switch", "Tekstversie", { checked: true });
  await found("progressbar", "Bestand lezen");
  await found("table", "Rondes");
  await found("columnheader", "Plan");
  await found("cell", "Meer bankjes");
  await found("tablist", "Weergave");
  await found("tab", "Lijst", { selected: true });
  await found("link", "Uitleg");
  await found("button", "Lever in", { disabled: true });
  await found("img", "Een boom met een bank");
  await found("group", "Soort");
  await found("button", "Niet goed", { pressed: true });
  const seen = await m.page.evaluate(() => ({
    page: document.querySelector("[data-n='4']").getAttribute("aria-current"),
    map: document.querySelector("[data-n='15']").getAttribute("aria-roledescription"),
    why: document.querySelector("[data-n='26']").getAttribute("aria-description"),
    hint: document.getElementById(document.querySelector("[data-n='12']").getAttribute("aria-describedby")).textContent,
    value: document.querySelector("[data-n='12']").value,
    progress: document.querySelector("progress").value,
  }));
  assert.deepEqual(seen, { page: "page", map: "kaart", why: "Kies eerst een plan", hint: "Een paar woorden",
                           value: "Een bank", progress: 2 });
  assert.deepEqual(m.errors, []);
  await m.close();
});

test("an element lies on its place over the drawing, unseen, and lets the pointer through", async () => {
  const m = await openMirror();
  await m.apply(ops().add(node(1, ROLE.LIST, "x", { rect: [5, 100, 300, 300] }))
    .add(node(2, ROLE.LIST_ITEM, "", { parent: 1, rect: [10, 120, 280, 80] }))
    .add(node(3, ROLE.BUTTON, "Diep", { parent: 2, rect: [20.5, 130, 100, 48] }))
    .add(node(4, ROLE.TEXT_FIELD, "Veld", { rect: [20, 500, 200, 56], clip: [0, 520, 390, 100] }))
    .add(node(5, ROLE.BUTTON, "Ver weg", { rect: [0, 0, 0, 0] })));
  assert.deepEqual(await m.page.getByRole("button", { name: "Diep" }).boundingBox(), { x: 20.5, y: 130, width: 100, height: 48 });
  const seen = await m.page.evaluate(() => ({
    under: document.elementFromPoint(70, 150).id,
    field: document.elementFromPoint(100, 540).tagName,
    cut: document.elementFromPoint(100, 510).tagName,
    opacity: getComputedStyle(document.querySelector("[data-n='3']")).opacity,
  }));
  assert.deepEqual(seen, { under: "canvas", field: "INPUT", cut: "CANVAS", opacity: "0" });
  assert.equal(await m.page.getByRole("button", { name: "Ver weg" }).count(), 1, "scrolled away, still there for a reader");
  await m.apply(ops().rect(3, [40, 200, 60, 48]));
  assert.deepEqual(await m.page.getByRole("button", { name: "Diep" }).boundingBox(), { x: 40, y: 200, width: 60, height: 48 });
  await m.close();
});

test("keys and clicks become events, and a checkbox shows what the core says", async () => {
  const m = await openMirror();
  await m.apply(everything());
  await m.events();
  await m.page.getByRole("button", { name: "Meer bankjes" }).focus();
  await m.page.keyboard.press("Enter");
  await m.page.keyboard.press("Space");
  assert.deepEqual(await m.events(), [[EVENT.FOCUS, 7, "", 16], [EVENT.ACTIVATE, 7, "", 0], [EVENT.ACTIVATE, 7, "", 0]]);
  const box = m.page.getByRole("checkbox");
  await box.focus();
  await m.page.keyboard.press("Space");
  assert.deepEqual(acts(await m.events()), [[EVENT.ACTIVATE, 8, "", 0]]);
  assert.equal(await box.isChecked(), true, "the core has not spoken yet");
  await m.apply(ops().attr(node(8, ROLE.CHECKBOX, "", { states: 0 }), 0));
  assert.equal(await box.isChecked(), false);
  await m.page.getByRole("radio", { name: "A" }).focus();
  await m.page.keyboard.press("ArrowDown");
  assert.deepEqual(acts(await m.events()), [[EVENT.ACTIVATE, 11, "", 0]]);
  await m.page.keyboard.press("Escape");
  assert.equal(acts(await m.events())[0][0], EVENT.DISMISS);
  await m.close();
});

test("a slider is a native range: keys ask for a number, the core says how far it goes and what it shows", async () => {
  const m = await openMirror();
  await m.apply(ops().add(node(40, ROLE.SLIDER, "Punten voor Bankjes", { now: 3, min: 0, max: 5, value: "3 punten", rect: [80, 300, 120, 56] })));
  const slider = m.page.getByRole("slider", { name: "Punten voor Bankjes", exact: true });
  const shown = () => slider.evaluate((el) => [el.type, el.value, el.min, el.max, el.getAttribute("aria-valuetext")]);
  assert.deepEqual(await shown(), ["range", "3", "0", "5", "3 punten"]);
  await slider.focus();
  for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "Home"]) await m.page.keyboard.press(key);
  assert.deepEqual(acts(await m.events()), [[EVENT.INPUT, 40, "4", 0], [EVENT.INPUT, 40, "5", 0], [EVENT.INPUT, 40, "0", 0]],
    "no further than there is");
  await m.apply(ops().attr(node(40, ROLE.SLIDER, "", { now: 2, max: 2, value: "2 punten" }), 4));
  assert.deepEqual(await shown(), ["range", "2", "0", "2", "2 punten"], "the core is the master of the number");
  const seen = await m.page.evaluate(() => ({ under: document.elementFromPoint(140, 328).id,
    opacity: getComputedStyle(document.querySelector("input[type=range]")).opacity }));
  assert.deepEqual(seen, { under: "canvas", opacity: "0" }, "it lies over the drawing, unseen, and lets the pointer through");
  const words = await m.page.evaluate(() => {
    document.documentElement.className = "text";
    return getComputedStyle(document.querySelector(".field"), "::after").content;
  });
  assert.match(words, /2 punten/, "the text version shows the number too");
  assert.deepEqual(m.errors, []);
  await m.close();
});

test("the map takes its own keys and leaves Tab and the browser's keys alone", async () => {
  const m = await openMirror();
  await m.apply(everything());
  await m.page.getByRole("application").focus();
  await m.events();
  for (const key of ["ArrowLeft", "+", "-", "Shift+ArrowUp", "PageDown"]) await m.page.keyboard.press(key);
  assert.deepEqual(await m.events(), [[EVENT.KEY, 15, "ArrowLeft", 0], [EVENT.KEY, 15, "+", 0], [EVENT.KEY, 15, "-", 0],
                                      [EVENT.KEY, 15, "ArrowUp", 1], [EVENT.KEY, 15, "PageDown", 0]]);
  await m.page.keyboard.press("Control+ArrowLeft");
  await m.page.keyboard.press("Tab");
  assert.deepEqual(await m.events(), [[EVENT.FOCUS, 16, "", 16]]);
  await m.close();
});

test("typing sends the whole text, Enter commits, and words in the making are not sent", async () => {
  const m = await openMirror();
  await m.apply(everything());
  const field = m.page.getByRole("textbox", { name: "Wat ziet u?" });
  await field.focus();
  await m.page.keyboard.press("End");
  await m.events();
  await m.page.keyboard.type("je");
  await m.page.keyboard.press("Enter");
  assert.deepEqual(await m.events(), [[EVENT.INPUT, 12, "Een bankj", 0], [EVENT.INPUT, 12, "Een bankje", 0],
                                      [EVENT.COMMIT, 12, "Een bankje", 0]]);
  const cdp = await m.page.context().newCDPSession(m.page);
  await cdp.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
  assert.deepEqual(await m.events(), [], "still being composed");
  await m.apply(ops().attr(node(12, ROLE.TEXT_FIELD, "", { value: "van de kern" }), 4));
  assert.equal(await field.inputValue(), "Een bankjeに", "the core does not disturb an input method");
  await cdp.send("Input.insertText", { text: "日" });
  assert.deepEqual(acts(await m.events()).at(-1), [EVENT.INPUT, 12, "Een bankje日", 0]);
  await m.apply(ops().attr(node(12, ROLE.TEXT_FIELD, "", { value: "Anders" }), 4));
  assert.equal(await field.inputValue(), "Anders");
  await m.close();
});

test("what the core says about a field a moment late does not eat the letters typed since", async () => {
  const m = await openMirror();
  await m.apply(everything());
  await m.page.locator("[data-n='12']").focus();
  await m.page.keyboard.press("End");
  await m.page.keyboard.type("!?");
  const value = () => m.page.locator("[data-n='12']").inputValue();
  await m.apply(ops().attr(node(12, ROLE.TEXT_FIELD, "", { value: "Een bank!" }), 4));
  assert.equal(await value(), "Een bank!?", "an echo of what was typed first");
  await m.apply(ops().attr(node(12, ROLE.TEXT_FIELD, "", { value: "Een bank!?" }), 4));
  await m.apply(ops().attr(node(12, ROLE.TEXT_FIELD, "", { value: "Een bank!" }), 4));
  assert.equal(await value(), "Een bank!", "no echo any more: the core wants another value");
  await m.close();
});

test("a secret is a password field that no browser offers to keep; it becomes an open one and back with its value", async () => {
  const m = await openMirror();
  const states = STATE.SECRET | STATE.NUMERIC;
  await m.apply(ops().add(node(1, ROLE.HEADING, "Alleen voor de gastheer", { level: 1 }))
    .add(node(2, ROLE.TEXT_FIELD, "Pincode", { states, rect: [16, 100, 300, 56] })));
  const look = () => m.page.locator("[data-n='2']").evaluate((el) => ({
    type: el.type, inputmode: el.getAttribute("inputmode"), autocomplete: el.getAttribute("autocomplete"), spellcheck: el.spellcheck }));
  assert.deepEqual(await look(), { type: "password", inputmode: "numeric", autocomplete: "one-time-code", spellcheck: false });
  const field = m.page.getByLabel("Pincode");
  await field.focus();
  await m.page.keyboard.type("24");
  await m.page.keyboard.press("Enter");
  assert.deepEqual(acts(await m.events()), [[EVENT.INPUT, 2, "2", 0], [EVENT.INPUT, 2, "24", 0], [EVENT.COMMIT, 2, "24", 0]]);
  // Keys of the screen add to it.
  await m.apply(ops().attr(node(2, ROLE.TEXT_FIELD, "", { states, value: "246" }), 4));
  assert.equal(await field.inputValue(), "246");
  // What a screen reader gets has not a digit of it, and the text is as large and as well seen as that of any field.
  const cdp = await m.page.context().newCDPSession(m.page);
  const { nodes } = await cdp.send("Accessibility.getFullAXTree");
  const told = nodes.find((n) => n.name?.value === "Pincode" && n.role?.value === "textbox");
  assert.ok(told, "it is there for a reader");
  assert.ok(!JSON.stringify(nodes).includes("246"), "and says nothing");
  const styles = await field.evaluate((el) => ({ size: parseFloat(getComputedStyle(el).fontSize), padding: getComputedStyle(el).paddingLeft, events: getComputedStyle(el).pointerEvents }));
  assert.deepEqual(styles, { size: 18, padding: "16px", events: "auto" });
  await m.apply(ops().attr(node(2, ROLE.TEXT_FIELD, "", { states: STATE.NUMERIC }), 0));
  assert.deepEqual(await look(), { type: "text", inputmode: "numeric", autocomplete: "off", spellcheck: true });
  assert.equal(await field.inputValue(), "246");
  await m.apply(ops().attr(node(2, ROLE.TEXT_FIELD, "", { states }), 0));
  assert.equal((await look()).type, "password");
  // In the text version it has the frame of every field.
  await m.page.evaluate(() => (document.documentElement.className = "text"));
  const frame = await field.evaluate((el) => ({ border: getComputedStyle(el).borderTopWidth, height: el.getBoundingClientRect().height >= 56 }));
  assert.deepEqual(frame, { border: "2px", height: true });
  assert.deepEqual(m.errors, []);
  await m.close();
});

test("focus stays on an element that moves, and on one that becomes another element", async () => {
  const m = await openMirror();
  await m.apply(ops().add(node(1, ROLE.GROUP)).add(node(2, ROLE.BUTTON, "Een", { parent: 1 }))
    .add(node(3, ROLE.BUTTON, "Twee", { parent: 1 })).add(node(4, ROLE.GROUP)));
  await m.page.getByRole("button", { name: "Een" }).focus();
  await m.events();
  await m.apply(ops().move(2, 1, 0));
  assert.equal(await m.focused(), 2);
  await m.apply(ops().move(2, 4, 0));
  assert.equal(await m.focused(), 2);
  assert.deepEqual(await m.events(), [], "for the core nothing changed");
  await m.apply(ops().attr(node(2, ROLE.LINK, "Een"), 1));
  assert.equal(await m.page.getByRole("link", { name: "Een" }).count(), 1);
  assert.equal(await m.focused(), 2);
  await m.close();
});

test("a removed element hands its focus to its successor in the group, else to the heading", async () => {
  const m = await openMirror();
  await m.apply(ops().add(node(1, ROLE.HEADING, "Kop", { level: 1 })).add(node(2, ROLE.LIST, "Lijst"))
    .add(node(3, ROLE.LIST_ITEM, "", { parent: 2 })).add(node(4, ROLE.BUTTON, "Een", { parent: 3 }))
    .add(node(5, ROLE.LIST_ITEM, "", { parent: 2 })).add(node(6, ROLE.BUTTON, "Twee", { parent: 5 }))
    .add(node(7, ROLE.BUTTON, "Los")));
  await m.page.getByRole("button", { name: "Een" }).focus();
  await m.events();
  await m.apply(ops().remove(3));
  assert.equal(await m.focused(), 6);
  assert.equal((await m.events()).at(-1)[1], 6, "the core is told");
  await m.page.getByRole("button", { name: "Los" }).focus();
  await m.apply(ops().remove(7));
  assert.equal(await m.focused(), 1);
  await m.page.getByRole("button", { name: "Twee" }).focus();
  await m.apply(ops().remove(2).add(node(9, ROLE.HEADING, "Nieuw", { level: 2 })).focus(9));
  assert.equal(await m.focused(), 9, "the core's own wish goes first");
  await m.close();
});

test("a modal dialog makes the rest inert, takes the focus and gives it back", async () => {
  const m = await openMirror();
  await m.apply(ops().add(node(1, ROLE.GROUP)).add(node(2, ROLE.BUTTON, "Gooi weg", { parent: 1 }))
    .add(node(3, ROLE.TEXT_FIELD, "Veld", { rect: [10, 300, 200, 56] })));
  await m.page.getByRole("button", { name: "Gooi weg" }).focus();
  await m.apply(ops().add(node(5, ROLE.DIALOG, "Weggooien?", { parent: 1, states: STATE.MODAL }))
    .add(node(6, ROLE.HEADING, "Weggooien?", { parent: 5, level: 2 }))
    .add(node(7, ROLE.BUTTON, "Nee, bewaar", { parent: 5 })).add(node(8, ROLE.BUTTON, "Gooi weg nu", { parent: 5 })));
  assert.equal(await m.focused(), 6);
  assert.equal(await m.page.getByRole("dialog", { name: "Weggooien?" }).getAttribute("aria-modal"), "true");
  const stops = new Set();
  for (let i = 0; i < 6; i++) {
    await m.page.keyboard.press("Tab");
    stops.add(await m.focused());
  }
  assert.deepEqual([...stops].filter((id) => id).sort(), [7, 8], "Tab stays in the dialog (or leaves the page)");
  await m.page.getByRole("button", { name: "Nee, bewaar" }).focus();
  await m.apply(ops().remove(5));
  assert.equal(await m.focused(), 2);
  assert.equal(await m.page.locator("[inert]").count(), 0);
  await m.close();
});

const toText = (m, theme) => m.page.evaluate((name) => {
  const root = document.documentElement;
  root.className = "text";
  if (name) root.dataset.theme = name;
}, theme);

for (const [name, theme, options] of [["light", "light", {}], ["dark", "dark", { colorScheme: "dark" }],
  ["high contrast", "contrast", {}], ["forced colours", "", { forcedColors: "active" }]]) {
  test(`the text version has no axe-core violations in ${name}`, async () => {
    const m = await openMirror(options);
    await m.apply(everything());
    await toText(m, theme);
    const p = new Page(m.page, { requests: [], errors: [] });
    assert.deepEqual(await p.axe(), []);
    await p.screenshot(`tekstversie-${name.replace(" ", "-")}`);
    await m.close();
  });
}

test("the mirror over the drawing has no axe-core violations", async () => {
  const m = await openMirror();
  await m.apply(everything());
  assert.deepEqual(await new Page(m.page, { requests: [], errors: [] }).axe(), []);
  await m.close();
});

test("the text version reflows at 320 pixels and at 200 % text, and keeps a readable column on a wide screen", async () => {
  const m = await openMirror({ viewport: { width: 320, height: 640 } });
  await m.apply(everything());
  await toText(m, "light");
  const tooWide = () => m.page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth ? []
    : [...document.querySelectorAll("body *")].filter((el) => el.getBoundingClientRect().right > innerWidth).map((el) => el.outerHTML.slice(0, 90)));
  assert.deepEqual(await tooWide(), []);
  await m.page.evaluate(() => document.documentElement.style.setProperty("--text-scale", "2"));
  assert.deepEqual(await tooWide(), []);
  await m.page.evaluate(() => document.documentElement.style.setProperty("--text-scale", "1"));
  await m.page.setViewportSize({ width: 1600, height: 900 });
  const wide = await m.page.evaluate(() => [...document.querySelectorAll("#mirror p, #mirror button, #mirror input")]
    .map((el) => el.getBoundingClientRect().width / parseFloat(getComputedStyle(document.body).fontSize)));
  assert.ok(Math.max(...wide) <= 42.01, String(Math.max(...wide)));
  const heights = await m.page.evaluate(() => [...document.querySelectorAll("#mirror button, #mirror input:not([type=checkbox],[type=radio])")]
    .map((el) => el.getBoundingClientRect().height));
  assert.ok(Math.min(...heights) >= 48, String(heights));
  assert.equal(await m.page.getByText("Kies eerst een plan").count(), 0, "the reason is CSS content, not a second name");
  assert.match(await m.page.evaluate(() => getComputedStyle(document.querySelector("[data-n='26']"), "::after").content),
    /Kies eerst een plan/);
  await m.close();
});

test("random ops leave the page as a plain list of nodes says", async () => {
  const m = await openMirror();
  // The C++ property test proves the ops; this one proves that the DOM follows: order and parents of what is there.
  let seed = 42;
  const pick = (n) => (seed = (seed * 1103515245 + 12345) >>> 0) % n;
  let rows = [];
  let next = 1;
  for (let round = 0; round < 60; round++) {
    const w = ops();
    for (let k = 0; k < 5; k++) {
      const act = pick(3);
      if (act === 0 || rows.length < 3) {
        const at = pick(rows.length + 1);
        w.add(node(next, ROLE.BUTTON, "b" + next, { before: rows[at] ?? 0 }));
        rows.splice(at, 0, next++);
      } else if (act === 1) {
        const [id] = rows.splice(pick(rows.length), 1);
        const at = pick(rows.length + 1);
        w.move(id, 0, rows[at] ?? 0);
        rows.splice(at, 0, id);
      } else {
        w.remove(rows.splice(pick(rows.length), 1)[0]);
      }
    }
    await m.apply(w);
    assert.deepEqual(await m.page.evaluate(() => [...document.querySelectorAll("#mirror [data-n]")].map((e) => Number(e.dataset.n))), rows);
  }
  assert.deepEqual(m.errors, []);
  await m.close();
});
