// The vote and the count, from start to end, with every kind of hands.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openSite } from "./harness.mjs";
import { TITLES, byKeys, byMouse, byTab, byTouch, closed, fingers, go, hash, kept, keptOf, plan, shortVote, stroke, swipe, tabTo, wholeVote, words } from "./journeys.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());


test("a whole vote by role: refused with reason and amount, taken back, cast, counted once, and nowhere left", async () => {
  const p = await site.open();
  await wholeVote(p, byKeys(p));
  await p.screenshot("gestemd-telefoon");
  const html = await p.page.content();
  for (const title of Object.values(TITLES)) assert.ok(!html.includes(title), `the page no longer says ${title}`);
  await p.page.waitForFunction(async () => (await indexedDB.databases()).length > 0);
  await p.page.waitForTimeout(200);
  const left = await kept(p);
  const [draftBytes, urnBytes] = [await keptOf(p, "draft"), await keptOf(p, "urn")];
  const draft = JSON.parse(draftBytes);
  assert.doesNotMatch(draftBytes, /"(approved|chosen)":\[[^\]]/, "the draft holds no choice");
  assert.deepEqual([left.local, left.session, left.cookie], ["{}", "{}", ""]);
  assert.ok(draft && !left.settings?.includes("chosen"));
  const urn = JSON.parse(urnBytes);
  assert.doesNotMatch(urnBytes, /time|device|name/, "the ballot box knows no time, device or name");
  const flat = (x) => (Array.isArray(x) ? x : Object.values(x).find(Array.isArray));
  const sets = flat(urn).map((e) => JSON.stringify(e));
  assert.deepEqual([...sets].sort().length, new Set(sets).size, "equal ballots lie together");
  await p.press(p.role("button", "Naar de uitslag"));
  await p.page.getByText(words("481 stemmen")).first().waitFor({ state: "attached" });
  await p.page.reload();
  await p.settled();
  assert.equal(await hash(p), "#uitslag");
  await p.page.getByText(words("481 stemmen")).first().waitFor({ state: "attached" });
  await go(p, "kiezen");
  assert.equal(await p.role("checkbox", undefined, { checked: true }).count(), 0, "the next visitor finds nothing chosen");
  await closed(p);
});

test("the count says why: a winner by its payers, a loser by what was missing, another rule chooses other plans, both side by side", async () => {
  const p = await site.open();
  await p.press(p.role("button", "Tel de stemmen"));
  assert.equal(await hash(p), "#uitslag");
  await p.role("heading", "7 plannen gaan door").waitFor();
  const winners = p.role("list", "Gaat door", { exact: true });
  const losers = p.role("list", "Gaat nu niet door");
  assert.equal(await winners.getByRole("button").count(), 7);
  assert.equal(await losers.getByRole("button").count(), 2);
  await p.press(winners.getByRole("button", { name: TITLES.benches }));
  await p.role("heading", "177 mensen kozen dit plan").waitFor();
  await p.page.getByText(words("€ 9.600 door 177")).first().waitFor({ state: "attached" });
  await p.press(p.role("button", "Terug"));
  await p.press(losers.getByRole("button", { name: TITLES.moves }));
  await p.page.getByText("Gaat nu niet door").first().waitFor({ state: "attached" });
  await p.page.getByText("Wat had geholpen?").first().waitFor({ state: "attached" });
  await p.press(p.role("button", "Terug"));
  assert.equal(await hash(p), "#uitslag");
  await p.press(p.role("button", "De telregel van deze ronde"));
  await p.press(p.role("listitem").filter({ has: p.role("heading", "Meeste stemmen eerst") }).getByRole("button"));
  await p.press(p.page.locator("header").getByRole("button", { name: "Terug" }));  // the message has one too
  await p.role("heading", "4 plannen gaan door").waitFor();
  assert.equal(await winners.getByRole("button", { name: TITLES.moves }).count(), 1, "now the most chosen plans go first");
  await p.press(losers.getByRole("button", { name: "Samen eten op donderdag" }));
  await p.page.getByText("Er was te weinig geld").first().waitFor({ state: "attached" });
  await p.press(p.page.locator("header").getByRole("button", { name: "Terug" }));  // the message has one too
  await p.press(p.role("button", "Vergelijk met een andere telregel"));
  assert.equal(await p.role("list", "Alleen met Meeste stemmen eerst").getByRole("listitem").count(), 2);
  assert.equal(await p.role("list", "Alleen met Gelijke Delen").getByRole("listitem").count(), 5);
  await closed(p);
});

test("a whole vote with Tab, Space and Enter only: every stop is in view and in reading order; Escape closes what is open", async () => {
  const p = await site.open();
  await wholeVote(p, byTab(p));
  await tabTo(p, p.role("button", "Naar het begin"));
  await stroke(p, "Enter");
  assert.equal(await p.page.evaluate(() => document.activeElement.tagName), "H1", "a new page starts at its heading");
  await tabTo(p, p.role("button", "Meer", { exact: true }));
  await stroke(p, "Enter");
  await tabTo(p, p.role("button", "Mijn bestanden"));
  await stroke(p, "Enter");
  await tabTo(p, p.role("button", "Wis alles"));
  await stroke(p, "Enter");
  await p.role("dialog", "Alles wissen?").waitFor();
  assert.ok(await p.page.evaluate(() => document.activeElement.closest("dialog") !== null), "the focus is in the dialog");
  for (let i = 0; i < 5; i++) {
    await p.page.keyboard.press("Tab");
    const inside = await p.page.evaluate(() => document.activeElement === document.body || document.activeElement.closest("dialog") !== null);
    assert.ok(inside, "Tab stays in the dialog");
  }
  await stroke(p, "Escape");
  assert.equal(await p.role("dialog").count(), 0);
  assert.equal(await p.focusedName(), "Wis alles", "the focus goes back to where it was");
  await closed(p);
});

test("the focus has a ring that can be seen on the drawing", async () => {
  const p = await site.open();
  const button = p.role("button", "Stem in 3 minuten");
  const box = await button.boundingBox();
  const clip = { x: Math.max(0, box.x - 6), y: box.y - 6, width: Math.min(390, box.width + 12), height: box.height + 12 };
  const without = await p.page.screenshot({ clip });
  await tabTo(p, button);
  const withRing = await p.page.screenshot({ clip });
  assert.ok(!without.equals(withRing));
  await closed(p);
});

test("a whole vote by taps on the drawing; dragging the list chooses nothing", async () => {
  const p = await site.open({ touch: true });
  await wholeVote(p, byTouch(p));
  await go(p, "kiezen");
  const first = p.role("checkbox").first();
  const [x, y] = await p.centre(first);
  const before = (await first.boundingBox()).y;
  await fingers(p, Array.from({ length: 9 }, (_, i) => [[x, y - i * 20]]));
  assert.ok((await p.role("checkbox").first().boundingBox()).y < before - 60 || (await first.evaluate((el) => el.parentElement.classList.contains("away"))),
    "the list moves with the finger");
  assert.equal(await p.role("checkbox", undefined, { checked: true }).count(), 0, "a drag is no press");
  await swipe(p, -200);
  await closed(p);
});

test("a vote with the mouse on a desktop of 1366 by 768", async () => {
  const p = await site.open({ width: 1366, height: 768 });
  await shortVote(p, byMouse(p));
  await p.screenshot("gestemd-desktop");
  await closed(p);
});

for (const [width, height] of [[1080, 1920], [1920, 1080]]) {
  test(`a vote on the screen of the buurthuis, ${width} by ${height}`, async () => {
    const p = await site.open({ width, height });
    await go(p, "meer");
    await p.press(p.role("checkbox", "Groot scherm in het buurthuis"), "Space");
    await go(p, "start");
    await p.screenshot(`start-kiosk-${width}x${height}`);
    const box = await p.role("button", "Stem in 3 minuten").boundingBox();
    assert.ok(box.height >= 64, `the button is large: ${box.height}`);
    await shortVote(p, byKeys(p));
    await p.screenshot(`gestemd-kiosk-${width}x${height}`);
    await closed(p);
  });
}

test("a whole vote in 320 pixels wide, with letters twice as large", async () => {
  const p = await site.open({ width: 320, height: 640 });
  await go(p, "meer");
  for (let i = 0; i < 3; i++) await p.press(p.role("button", "Grotere letters"));
  await p.page.getByText("200 %").first().waitFor({ state: "attached" });
  assert.equal(await p.page.evaluate(() => document.documentElement.style.getPropertyValue("--text-scale")), "2", "text fields follow");
  await go(p, "start");
  await p.screenshot("start-320-200procent");
  await wholeVote(p, byKeys(p));
  const wide = await p.page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 320, `nothing is wider than the window: ${wide}`);
  await closed(p);
});

test("in English the same round is read and a choice is made", async () => {
  const p = await site.open();
  await p.press(p.role("button", "Switch to English"));
  assert.equal(await p.page.evaluate(() => document.documentElement.lang), "en");
  await p.press(p.role("button", /^Vote/));
  await p.press(p.role("button", /^Choose/));
  await p.press(p.role("checkbox").first(), "Space");
  assert.equal(await p.role("checkbox", undefined, { checked: true }).count(), 1);
  const dutch = await p.page.evaluate(() => document.body.innerText.match(/\b(Kies|plannen|Terug|Lees|stemmen|niet)\b/g));
  assert.equal(dutch, null, "no Dutch is left");
  await p.screenshot("kiezen-engels");
  await closed(p);
});

// ---- the five forms of the ballot ---------------------------------------------------------------------------------------

/** As the organiser: another way of voting, with the practice box emptied. */
async function setForm(p, name) {
  await go(p, "manier-van-stemmen");
  await p.press(p.role("radio", name), "Space");
  await p.role("dialog", "Oefenbus leegmaken?").waitFor();
  await p.press(p.role("button", "Maak leeg"));
  assert.ok(await p.role("radio", name).isChecked(), `${name} is the way now`);
}
const castAndLeave = async (p, use) => {
  await use(p.role("button", "Ja, lever mijn stem in"));
  assert.equal(await hash(p), "#gestemd");
  await p.page.waitForTimeout(300);
  return JSON.parse(await keptOf(p, "urn")).entries.at(-1);
};
const nbsp = (text) => text.replaceAll("\u00a0", " ");

for (const [hands, name] of [[byTab, "with Tab, arrows, Space and Enter only"], [byTouch, "by taps on the drawing"]]) {
  test(`points are divided ${name}: no further than there are, with the reason, and taken back`, async () => {
    const p = await site.open({ touch: hands === byTouch });
    const use = hands(p);
    await setForm(p, "Punten verdelen");
    await go(p, "kiezen");
    const slider = (title) => p.role("slider", words(`Punten voor ${title}`));
    const more = (title) => p.role("button", words(`Eén punt meer voor ${title}`));
    for (let i = 0; i < 3; i++) await use(more(TITLES.benches));
    assert.equal(await slider(TITLES.benches).inputValue(), "3");
    if (hands === byTab) {
      await tabTo(p, slider(TITLES.light));
      for (const key of ["ArrowRight", "ArrowUp", "End", "ArrowLeft"]) await stroke(p, key);
      assert.equal(await slider(TITLES.light).inputValue(), "6", "End gives all that is left, one less by the arrow");
      await stroke(p, "ArrowRight");
    } else {
      for (let i = 0; i < 7; i++) await use(more(TITLES.light));
    }
    assert.equal(await slider(TITLES.light).inputValue(), "7");
    assert.equal(nbsp(await slider(TITLES.light).getAttribute("aria-valuetext")), "7 punten");
    await p.role("img", words("U gaf 10 van 10 punten. Over: 0 punten. Er is € 60.000 voor de plannen.")).waitFor({ state: "attached" });
    assert.equal(await more(TITLES.plays).getAttribute("aria-disabled"), "true");
    assert.match(await more(TITLES.plays).getAttribute("aria-description"), /geen punten meer/);
    await use(p.role("button", "Ongedaan maken"));
    assert.equal(await slider(TITLES.light).inputValue(), hands === byTab ? "6" : "6");
    assert.deepEqual(await p.axe(), []);
    await p.screenshot(`punten-${hands === byTab ? "toetsen" : "tikken"}`);
    await use(p.role("button", "Bekijk mijn punten"));
    await p.page.getByText("6 punten").first().waitFor({ state: "attached" });
    const entry = await castAndLeave(p, use);
    assert.deepEqual([...entry.points].sort(), [3, 6]);
    await closed(p);
  });

  test(`a ranking is made ${name}, without dragging: added, moved up and down, taken out and back`, async () => {
    const p = await site.open({ touch: hands === byTouch });
    const use = hands(p);
    await setForm(p, "Op volgorde zetten");
    await go(p, "kiezen");
    const add = (title, n) => p.role("checkbox", words(`Zet ${title} op plaats ${n}`));
    const order = () => p.role("list", "Uw volgorde").getByRole("listitem").evaluateAll((items) =>
      items.map((li) => li.querySelector("button").textContent.split(",")[0]));
    await use(add(TITLES.benches, 1));
    await use(add(TITLES.light, 2));
    await use(add(TITLES.moves, 3));
    assert.deepEqual(await order(), [TITLES.benches, TITLES.light, TITLES.moves]);
    await use(p.role("button", words(`Hoger: ${TITLES.moves}`)));
    assert.deepEqual(await order(), [TITLES.benches, TITLES.moves, TITLES.light]);
    if (hands === byTab) {
      assert.equal(await p.focusedName(), `Hoger: ${TITLES.moves}`, "the focus stays with the plan that moves");
      await stroke(p, "Enter");
      assert.deepEqual(await order(), [TITLES.moves, TITLES.benches, TITLES.light]);
      await use(p.role("button", "Ongedaan maken"));
    }
    await use(p.role("button", words(`Lager: ${TITLES.benches}`)));
    assert.deepEqual(await order(), [TITLES.moves, TITLES.benches, TITLES.light]);
    await use(p.role("button", words(`Haal ${TITLES.benches} weg`)));
    assert.deepEqual(await order(), [TITLES.moves, TITLES.light]);
    await use(p.role("button", "Ongedaan maken"));
    assert.deepEqual(await order(), [TITLES.moves, TITLES.benches, TITLES.light]);
    assert.deepEqual(await p.axe(), []);
    await p.screenshot(`volgorde-${hands === byTab ? "toetsen" : "tikken"}`);
    await use(p.role("button", "Bekijk mijn volgorde"));
    await p.page.getByText(words("U zette 3 plannen op volgorde")).first().waitFor({ state: "attached" });
    const entry = await castAndLeave(p, use);
    assert.equal(entry.approved.length, 3);
    await closed(p);
  });
}

for (const touch of [true, false]) {
  test(`a ranking is put in another order by dragging ${touch ? "a finger" : "the mouse"} from the number; beside it the page scrolls`, async () => {
    const p = await site.open({ touch });
    await setForm(p, "Op volgorde zetten");
    await go(p, "kiezen");
    const titles = [TITLES.benches, TITLES.light, TITLES.moves];
    for (const [i, title] of titles.entries()) await p.press(p.role("checkbox", words(`Zet ${title} op plaats ${i + 1}`)), "Space");
    const item = (n) => p.role("list", "Uw volgorde").getByRole("listitem").nth(n);
    const order = () => p.role("list", "Uw volgorde").getByRole("listitem").evaluateAll((items) =>
      items.map((li) => li.querySelector("button").textContent.split(",")[0]));
    const open = (title) => p.role("list", "Uw volgorde").getByRole("button", { name: new RegExp(`^${title}`) }).first();
    await open(titles[0]).focus();  // the first card comes into view
    await p.settled();
    const drag = async (x, y, dy, end) => {
      const path = Array.from({ length: 11 }, (_, i) => [x, y + (dy * i) / 10]);
      if (touch) return fingers(p, path.map((at) => [at]));
      await p.page.mouse.move(x, y);
      await p.page.mouse.down();
      for (const at of path) {
        await p.page.mouse.move(...at);
        await p.page.waitForTimeout(25);
      }
      await end?.();
      await p.page.mouse.up();
      await p.settled();
    };
    const first = await item(0).boundingBox();
    const second = await item(1).boundingBox();
    const step = second.y - first.y;
    assert.ok(first.y > 100 && first.y < 500, `the first card is in view: ${JSON.stringify(first)}`);
    await drag(first.x + 40, first.y + 40, step);
    assert.deepEqual(await order(), [titles[1], titles[0], titles[2]], "let go on the second place");
    assert.equal(await hash(p), "#kiezen", "a drag opens nothing");
    await p.screenshot(`volgorde-gesleept-${touch ? "vinger" : "muis"}`);
    if (touch) {
      const before = (await item(2).boundingBox()).y;  // of a card above the page's edge only a part has a place
      await drag(first.x + 250, second.y + 60, -150);
      assert.ok((await item(2).boundingBox()).y < before - 60, "beside the number the finger scrolls");
      assert.deepEqual(await order(), [titles[1], titles[0], titles[2]]);
    } else {
      const now = await item(0).boundingBox();
      await drag(now.x + 40, now.y + 40, step, () => p.page.keyboard.press("Escape"));
      assert.deepEqual(await order(), [titles[1], titles[0], titles[2]], "Escape calls it off");
      assert.equal(await hash(p), "#kiezen");
    }
    await p.press(p.role("button", "Ongedaan maken"));
    assert.deepEqual(await order(), titles, "a drag is one step back");
    await closed(p);
  });
}

test("approval takes more than there is; vouchers say what they are worth; both are cast with the mouse on a desktop", async () => {
  const p = await site.open({ width: 1280, height: 800 });
  const use = byMouse(p);
  await setForm(p, "Kiezen zonder grens");
  await go(p, "kiezen");
  for (const title of Object.values(TITLES)) await use(plan(p, title));
  assert.equal(await p.role("checkbox", undefined, { checked: true }).count(), 5, "nothing is refused");
  await p.screenshot("zonder-grens-desktop");
  await use(p.role("button", "Bekijk mijn 5 plannen"));
  assert.equal((await castAndLeave(p, use)).approved.length, 5);
  await setForm(p, "Bonnen geven");
  await go(p, "kiezen");
  await p.role("img", words("1 bon is ongeveer € 12, bij 500 stemmers.")).waitFor({ state: "attached" });
  for (let i = 0; i < 3; i++) await use(p.role("button", words(`Eén bon meer voor ${TITLES.language}`)));
  assert.equal(nbsp(await p.role("slider", words(`Bonnen voor ${TITLES.language}`)).getAttribute("aria-valuetext")), "3 bonnen, ongeveer € 36");
  await p.screenshot("bonnen-desktop");
  await use(p.role("button", "Bekijk mijn bonnen"));
  assert.deepEqual((await castAndLeave(p, use)).points, [3]);
  await closed(p);
});

test("in the text version points are given with the page's own sliders and buttons", async () => {
  const p = await site.open();
  await setForm(p, "Punten verdelen");
  await go(p, "meer");
  await p.press(p.role("checkbox", "Tekstversie"), "Space");
  await go(p, "kiezen");
  const slider = p.role("slider", words(`Punten voor ${TITLES.plays}`));
  await slider.focus();
  await stroke(p, "ArrowRight");
  await stroke(p, "ArrowRight");
  assert.equal(await slider.inputValue(), "2");
  await p.role("button", words(`Eén punt meer voor ${TITLES.plays}`)).click();
  await p.settled();
  assert.equal(await slider.inputValue(), "3");
  assert.deepEqual(await p.axe(), []);
  await p.screenshot("punten-tekstversie");
  await closed(p);
});
