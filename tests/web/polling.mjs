// A polling station in a browser: the round of tests/web/station, and what host and voters do with it.
import { readFileSync } from "node:fs";
import path from "node:path";

import { repository } from "./harness.mjs";

export const file = (name) => path.join(repository, "tests/web/station", name);
/** The codes of a kind in this file: "code", "reserve" or "attended". */
export const cardsOf = (name, kind) => readFileSync(file(name), "utf8").trim().split("\n").slice(1).map((line) => line.split(";"))
  .filter(([of]) => of === kind).map(([, code]) => code);
export const codes = cardsOf("cards.csv", "code");
export const reserves = cardsOf("cards.csv", "reserve");
export const PIN = "2468";
/** A field for a PIN: a password has no role of its own. */
export const pinField = (p, label = "Pincode") => p.page.getByLabel(label, { exact: true });

/** Gives this file to the chooser that the button opens. */
export async function give(p, use, button, name) {
  const waiting = p.page.waitForEvent("filechooser");
  await use(button);
  await (await waiting).setFiles(file(name));
  await p.settled();
}

/** What a button offers as a file: its bytes as text. */
export async function offered(p, use, button) {
  const waiting = p.page.waitForEvent("download");
  await use(button);
  const download = await waiting;
  await p.settled();
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

export async function openPackage(p, use, pack = "package.json") {
  await give(p, use, p.role("button", "Kies het stempakket"), pack);
  await p.role("heading", "Klopt dit met wat bekend is gemaakt?").waitFor({ state: "attached" });
}

/** This device becomes kiosk-1 (or `key`) of the round of `pack`, and its box is open. */
export async function openKiosk(p, use, key = "kiosk-1.json", pack = "package.json") {
  await openPackage(p, use, pack);
  await give(p, use, p.role("button", "Kies het sleutelbestand"), key);
  await p.type(pinField(p, "Pincode voor de gastheer"), PIN);
  await p.type(pinField(p, "Typ de pincode nog een keer"), PIN);
  await use(p.role("button", "Maak dit toestel klaar als stembus"));
  await p.role("button", "Open de stembus").waitFor({ state: "attached" });
  await use(p.role("button", "Open de stembus"));
  await p.role("heading", "Typ de code van uw kaart").waitFor({ state: "attached" });
}

export async function enterHost(p, use) {
  await use(p.role("button", "Voor de gastheer"));
  await p.type(pinField(p), PIN);
  await use(p.role("button", "Open het beheer"));
  await p.role("button", "Terug naar de stembus").waitFor({ state: "attached" });
}

/** Types the code on the kiosk's own keys. */
export async function keyCode(p, use, code) {
  for (const letter of code.replaceAll("-", "")) await use(p.role("button", letter, { exact: true }));
}

/** From a code that stands there to the receipt; `plans`: names of tick boxes. */
export async function voteOn(p, use, plans) {
  await use(p.role("button", "Verder", { exact: true }));
  await chooseAndHandIn(p, use, plans);
}

/** From the plans to the receipt. */
export async function chooseAndHandIn(p, use, plans) {
  const on = p.role("button", "Kies uw plannen");
  await on.waitFor({ state: "attached" });
  await p.settled();
  await use(on);
  for (const plan of plans) await use(p.role("checkbox", plan));
  await use(p.role("button", plans.length === 0 ? /^Verder zonder plan/ : /^Bekijk mijn/));
  await use(p.role("button", plans.length === 0 ? /blanco/ : "Ja, lever mijn stem in"));
  await p.role("heading", /^(Dank u wel!|Nog één stap)/).waitFor({ state: "attached" });
  await p.settled();
}

export const receipt = async (p) => (await p.page.locator("#mirror").innerText()).match(/[0-9A-Z]{5}-[0-9A-Z]{5}/)[0];

/** The voter is done: the page is loaded anew. */
export async function nextVoter(p, use) {
  const again = p.page.waitForEvent("load");
  again.catch(() => {});
  await use(p.role("button", "Klaar, wis het scherm")).catch(() => {});  // the page goes while it is looked at
  await again;
  await p.settled();
  await p.role("heading", "Typ de code van uw kaart").waitFor({ state: "attached" });
}
