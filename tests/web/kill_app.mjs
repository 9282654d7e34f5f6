// The trial on the whole app: a walker who tags one signal after the other, while the browser is killed. A step is a signal
// "Stap n"; it is confirmed when the app is back on the map and says "Bewaard".
import assert from "node:assert/strict";

import { WEBGL } from "./harness.mjs";
import { go } from "./journeys.mjs";
import { openPage } from "./killing.mjs";

export const appScenario = {
  flags: [...WEBGL, "--window-size=390,844", "--lang=nl-NL"],
  after: 1,
  within: 3000,

  open: (context, url) => openPage(context, url + "#bestanden"),

  async check(p, journal) {
    const words = await p.page.getByText(/^\d+ meldingen?, \d+ schouw/).first().textContent();
    const signals = Number(/^\d+/.exec(words)[0]);
    journal.before ??= signals;  // those of the example
    const steps = signals - journal.before;
    assert.ok(steps >= journal.last.confirmed, `step ${journal.last.confirmed} was confirmed, and only ${steps} are there`);
    assert.ok(steps <= journal.last.asked, `step ${journal.last.asked} was asked, and ${steps} are there: one is there twice`);
    if (steps > 0) {
      await go(p, "meldingen");
      await p.type(p.role("searchbox").or(p.role("textbox", "Zoek straat of woord")), `Stap ${steps}`);
      assert.equal(await p.role("button", new RegExp(`^Stap ${steps}, `)).count(), 1, `step ${steps} is one of the signals`);
    }
    assert.deepEqual(p.errors, []);
    journal.restarted(steps);
  },

  async run(p, journal) {
    const press = async (locator) => {
      await locator.focus();
      await p.page.keyboard.press("Enter");
    };
    await go(p, "kaart");
    const unfinished = p.role("button", "Maak af");
    if (await unfinished.count()) {
      await press(unfinished.first());
      await press(p.role("button", "Gooi deze melding weg"));
      await press(p.role("dialog").getByRole("button", { name: "Gooi weg" }));
      await p.settled();
    }
    for (let n = journal.next; ; n++) {
      await press(p.role("button", /^Niet goed: meld/));
      await p.role("textbox", /^In een paar woorden/).focus();
      await p.page.keyboard.type(`Stap ${n}`);
      await p.settled();
      journal.asked(n);
      await press(p.role("button", "Bewaar", { exact: true }));
      // The map is there again, and on it the word for what is kept: both of one picture of the app.
      await p.page.waitForFunction(() => {
        const words = [...document.querySelectorAll("main [data-n]")].map((el) => el.getAttribute("aria-label") ?? el.textContent.trim());
        return words.some((w) => w.startsWith("Niet goed: meld")) && words.includes("Bewaard");
      });
      journal.confirmed(n);
    }
  },
};
