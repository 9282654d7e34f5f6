// The trial on a kiosk: one voter after the other, while the browser is killed. A step is a vote with card n; it is confirmed when the
// receipt is on the screen. After each restart the box holds every vote that was confirmed, and none twice.
import assert from "node:assert/strict";

import { LARGE_DPR, WEBGL } from "./harness.mjs";
import { openPage } from "./killing.mjs";
import { codes, enterHost, openKiosk } from "./polling.mjs";

const press = (p) => async (locator) => {
  await locator.focus();
  const kind = await locator.evaluate((el) => el.type);
  await p.page.keyboard.press(kind === "checkbox" ? "Space" : "Enter");
  await p.settled();
};

/** One voter, from the code to the receipt; `plans`: names of tick boxes; `asked` is called just before the vote is handed in. */
export async function oneVoter(p, code, { plans, asked = () => {} } = {}) {
  const use = press(p);
  const field = p.role("textbox", "Typ de code van uw kaart");
  await field.waitFor({ state: "attached" });
  await field.focus();
  await p.page.keyboard.press("Control+A");
  await p.page.keyboard.insertText(code);  // as a reader of barcodes does; letter by letter is what the journeys do
  await p.settled();
  await use(p.role("button", "Verder", { exact: true }));
  const on = p.role("button", "Kies uw plannen");
  await on.waitFor({ state: "attached" });
  await use(on);
  for (const plan of plans ?? [undefined]) await use(p.role("checkbox", plan).first());
  await use(p.role("button", /^Bekijk mijn/));
  asked();
  // Not until all is still: the receipt counts its seconds, and a slow machine would wait until it is wiped.
  await p.role("button", "Ja, lever mijn stem in").focus();
  await p.page.keyboard.press("Enter");
  await p.role("heading", "Dank u wel!").waitFor({ state: "attached" });
}
/** The fresh page for the next voter. */
export async function wiped(p) {
  const again = p.page.waitForEvent("load");
  again.catch(() => {});  // a browser that is killed meanwhile is heard of below
  await press(p)(p.role("button", "Klaar, wis het scherm")).catch(() => {});  // the page goes while it is looked at
  await again;
  await p.settled();
}
export async function votesIn(p) {
  await enterHost(p, press(p));
  const words = await p.page.getByText(/^Er zit(ten)? [\d.]+ stem/).first().textContent();  // 1.000 has a point
  await press(p)(p.role("button", "Terug naar de stembus"));
  return Number(/[\d.]+/.exec(words)[0].replaceAll(".", ""));
}

export const stationScenario = {
  flags: [...WEBGL, "--window-size=1080,1920", `--force-device-scale-factor=${LARGE_DPR}`, "--lang=nl-NL"],
  midway: true,
  within: 1500,

  async open(context, url) {
    const p = await openPage(context, url + "#stembus-openen");
    // A kiosk stays one, whatever happens; only the first time it is made one.
    if ((await p.role("button", "Voor de gastheer").count()) === 0) await openKiosk(p, press(p));
    return p;
  },

  async check(p, journal) {
    const votes = await votesIn(p);
    assert.ok(votes >= journal.last.confirmed, `vote ${journal.last.confirmed} was confirmed, and only ${votes} are in the box`);
    assert.ok(votes <= journal.last.asked, `vote ${journal.last.asked} was handed in, and ${votes} are in the box: one is there twice`);
    assert.deepEqual(p.errors, []);
    journal.restarted(votes);
  },

  async run(p, journal) {
    for (let n = journal.next; ; n++) {
      await oneVoter(p, codes[n - 1], { asked: () => journal.asked(n) });
      journal.confirmed(n);
      await wiped(p);
    }
  },
};
