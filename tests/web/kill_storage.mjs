// The trial on web/storage.js alone, as the site has it: commits of several keys that forget ranges, each followed by a loose
// save, several under way at a time.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";

const BATCHES = fs.readFileSync(new URL("./kill_batches.mjs", import.meta.url), "utf8");
const DATABASE = "stoepkrijt:proef";

/** `site`: the folder of the built site, whose storage module is tried. */
export function storageScenario(site) {
  const name = fs.readdirSync(site).find((file) => /^storage\.[0-9a-f]{12}\.js$/.test(file));
  assert.ok(name, `${path.resolve(site)} has no storage module: build the site first`);
  return {
    flags: ["--disable-gpu"],
    within: 300,

    async open(context, url) {
      const page = await context.newPage();
      await page.route("**/leeg.html", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Leeg</title>" }));
      await page.route("**/batches.js", (route) => route.fulfill({ contentType: "text/javascript", body: BATCHES }));
      await page.goto(url + "leeg.html");
      await page.evaluate(async ([file, database]) => {
        globalThis.batches = await import("./batches.js");
        const { Storage, spareFactory } = await import("./" + file);
        globalThis.storage = new Storage(indexedDB, database, { spare: () => spareFactory(window), locks: navigator.locks });
      }, [name, DATABASE]);
      return page;
    },

    async check(page, journal) {
      const { steps, faults, filled } = await page.evaluate(async () => {
        const { keys, values } = await storage.loadRange("!", "~");
        return { ...batches.look(keys.map((key, i) => [key, values[i]])), filled: storage.filled };
      });
      if (filled) journal.sum[filled] = (journal.sum[filled] ?? 0) + 1;
      assert.deepEqual(faults, []);
      assert.ok(steps >= journal.last.confirmed, `step ${journal.last.confirmed} was confirmed, and only ${steps} are there`);
      journal.restarted(steps);
    },

    async run(page, journal) {
      await page.exposeBinding("tell", (_, what, n) => journal[what](n));
      await page.evaluate(async (from) => {
        const bytes = (n) => new TextEncoder().encode(String(n));
        await storage.save("save", bytes(from - 1));  // it may lie one behind
        const underWay = [];
        for (let n = from; ; n++) {
          tell("asked", n);
          const both = [storage.commit(batches.batch(n)), storage.save("save", bytes(n))];
          underWay.push(Promise.all([both[0].then(() => tell("confirmed", n)), both[1]]));
          if (underWay.length === 3) await underWay.shift();
        }
      }, journal.next);
    },
  };
}
