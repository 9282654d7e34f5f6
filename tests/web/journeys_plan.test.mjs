// From what was seen to a plan of the next round, how a reporter can be reached, and how long a dossier is kept; in a
// real browser, by keys and by touch.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openSite } from "./harness.mjs";
import { byKeys, byTouch, closed, fingers, go, hash, keptOf, said } from "./journeys.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

/** In the place of what stands there. */
const write = async (p, field, words) => {
  await field.focus();
  await p.page.keyboard.press("Control+A");
  await p.type(field, words);
};
const title = "Lampen die zien wie er loopt";

/** Opens the first signal that is no idea and makes an idea of it. */
async function makeIdea(p, use) {
  await use(p.role("button", /^Lamp doet het niet/).first());
  const from = await hash(p);
  assert.match(from, /^#melding\/./);
  await use(p.role("button", "Maak er een idee van"));
  assert.equal(await hash(p), "#melden");
  await p.type(p.role("textbox", /^In een paar woorden/), title);
  await use(p.role("button", "Bewaar", { exact: true }));
  assert.equal(await hash(p), "#kaart");
  await go(p, from.slice(1));
  await use(p.role("button", `Hieruit kwam het idee “${title}”`));
  await said(p, /^Komt uit de melding/);
}

async function makePlan(p, use) {
  await use(p.role("button", "Maak er een plan van"));
  assert.equal(await hash(p), "#plan-maken");
  await said(p, `Dit plan komt uit het idee “${title}”.`);
  assert.equal(await p.role("textbox", "Naam van het plan").inputValue(), title);
}

test("by keys: a signal becomes an idea, the idea a plan of the next round; nothing is lost on the way", async () => {
  const p = await site.open({ route: "meldingen", width: 1366, height: 768 });
  const use = byKeys(p);
  await makeIdea(p, use);
  await p.screenshot("melding-idee-desktop");
  await makePlan(p, use);
  await use(p.role("button", "Bewaar het plan"));
  await said(p, "Het plan heeft nog geen bedrag. Vul in wat het van het wijkbudget vraagt.");
  await use(p.role("dialog").getByRole("button"));
  await p.type(p.role("textbox", "Gevraagd van het wijkbudget, in euro"), "zoiets als 4");
  await use(p.role("button", "Bewaar het plan"));
  await said(p, /^Dit is geen bedrag/);
  await p.screenshot("plan-maken-fout-desktop");
  await write(p, p.role("textbox", "Gevraagd van het wijkbudget, in euro"), "4.250,50");
  await use(p.role("checkbox", /^Het idee komt van bewoners/));
  await p.type(p.role("textbox", "Waarom? Regel 1"), "Buren vroegen erom.");
  await p.page.waitForTimeout(300);
  await p.page.reload();
  await p.settled();
  assert.equal(await p.role("textbox", "Waarom? Regel 1").inputValue(), "Buren vroegen erom.", "a closed tab loses nothing");
  await use(p.role("button", "Bewaar het plan"));
  assert.equal(await hash(p), "#volgende-ronde");
  await said(p, "In voorbereiding");
  await p.screenshot("volgende-ronde-desktop");
  await use(p.role("button", /^Verander plan Lampen.*4\.250,50/));
  await use(p.role("button", "Haal dit plan uit de ronde"));
  await use(p.role("dialog").getByRole("button", { name: "Ja, haal weg" }));
  await said(p, "Nog geen plannen");
  await closed(p);
});

test("by touch on a phone: an idea becomes a plan, and the days of the round are moved", async () => {
  const p = await site.open({ route: "meldingen", touch: true });
  const use = byTouch(p);
  await makeIdea(p, use);
  await makePlan(p, use);
  await p.screenshot("plan-maken-telefoon");
  assert.deepEqual(await p.axe(), []);
  await p.type(p.role("textbox", "Gevraagd van het wijkbudget, in euro"), "4250");
  await use(p.role("switch", "Veiligheid"));
  await use(p.role("button", "Bewaar het plan"));
  assert.equal(await hash(p), "#volgende-ronde");
  await p.screenshot("volgende-ronde-telefoon");
  const first = p.page.getByRole("group", { name: "Eerste dag om te stemmen" });
  const before = await first.innerText();
  await use(p.role("button", "Week later").first());
  await p.page.waitForFunction(([g, was]) => g.innerText !== was, [await first.elementHandle(), before]);
  await write(p, p.role("textbox", "Geld in de ronde, in euro"), "25000");
  await use(p.role("button", "Bewaar deze gegevens"));
  await said(p, /In de ronde: €\s25\.000/);
  await closed(p);
});

test("a page of fields moves by wheel and finger that start on a field, and a tap still writes in it", async () => {
  const p = await site.open({ route: "volgende-ronde", touch: true });
  const use = byTouch(p);
  await use(p.role("button", "Maak een plan"));
  const field = p.role("textbox", "Meer over het plan");
  const top = async () => (await field.boundingBox()).y;
  const box = await field.boundingBox();
  const x = box.x + box.width / 2, y = box.y + box.height / 2;
  await fingers(p, [0, 1, 2, 3, 4, 5, 6].map((i) => [[x, y - 25 * i]]));
  await p.settled();
  const after = await top();
  assert.ok(after < box.y - 80, `the finger moved the page: ${box.y} became ${after}`);
  assert.notEqual(await p.page.evaluate(() => document.activeElement.tagName), "TEXTAREA", "it was no tap");
  await p.page.mouse.move(x, after + 20);
  await p.page.mouse.wheel(0, -100);
  await p.settled();
  assert.ok((await top()) > after + 40, "the wheel too");
  await p.tap(field);
  assert.equal(await p.page.evaluate(() => document.activeElement.tagName), "TEXTAREA");
  await closed(p);
});

test("how a reporter can be reached stays apart, and goes along with one file when that is asked", async () => {
  const p = await site.open({ route: "meldingen", width: 1024, height: 768 });
  const use = byKeys(p);
  await use(p.role("button", /^Lamp doet het niet/).first());
  await use(p.role("button", "Contactgegevens van de melder opschrijven"));
  assert.match(await hash(p), /^#contact\/./);
  await use(p.role("button", "Bewaar", { exact: true }));
  await said(p, "Er staat geen e-mailadres en geen telefoonnummer. Vul een van de twee in.");
  await use(p.role("dialog").getByRole("button"));
  await p.type(p.role("textbox", "E-mailadres"), "fatma");
  await use(p.role("button", "Bewaar", { exact: true }));
  await said(p, "“fatma” is geen e-mailadres. Kijk of er een @ en een punt in staan, zonder spaties.");
  await use(p.role("dialog").getByRole("button"));
  await write(p, p.role("textbox", "E-mailadres"), "fatma@voorbeeld.nl");
  await p.screenshot("contact-desktop");
  await use(p.role("button", "Bewaar", { exact: true }));
  await p.role("button", "Contactgegevens van de melder", { exact: true }).waitFor({ state: "attached" });
  await p.page.waitForTimeout(300);
  assert.match(await keptOf(p, "contacts"), /fatma@voorbeeld\.nl/);
  assert.doesNotMatch(await keptOf(p, "snapshot") + await keptOf(p, "log"), /fatma/);
  await go(p, "bestanden");
  const box = p.role("checkbox", /^Contactgegevens van 1 melder gaan mee/);
  assert.equal(await box.isChecked(), false);
  await p.screenshot("bestanden-bewaren-desktop");
  await closed(p);
});

test("a dossier says until when it is kept, and the day can be moved", async () => {
  const p = await site.open({ route: "bestanden", touch: true });
  const use = byTouch(p);
  await said(p, /twee jaar na het laatste/);
  await use(p.role("button", "3 maanden eerder"));
  await said(p, /^Kies hoelang dit dossier/);
  await p.screenshot("bestanden-bewaren-telefoon");
  await closed(p);
});
