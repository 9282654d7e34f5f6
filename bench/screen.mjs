// The map's screen in Debian's Chromium with 100,000 signals: the time of the page's own thread in each frame, from the
// start of its callback to its end. That is the core, the mirror and the draw calls; Chromium carries the calls out in
// another process, so what drawing in software costs is not in it.
//
//   node bench/screen.mjs SITE_FOLDER SIGNALS.geojson      (the file: stoepkrijt_bench import SIGNALS.geojson --runs 1)
process.env.STOEPKRIJT_SITE = process.argv[2];
const { openSite } = await import("../tests/web/harness.mjs");
const { go } = await import("../tests/web/journeys.mjs");
const { report } = await import("./measure.mjs");

const FRAMES = 60;
const watch = () => {
  globalThis.frameTimes = [];
  const ask = globalThis.requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (call) => ask((now) => {
    const start = performance.now();
    call(now);
    globalThis.frameTimes.push(performance.now() - start);
  });
};
const figures = (all) => {
  const sorted = [...all].sort((a, b) => a - b);
  return { median_ms: sorted[Math.floor(sorted.length / 2)], least_ms: sorted[0], most_ms: sorted.at(-1), runs: sorted.length };
};
/** The frames of some work. */
async function during(p, work) {
  await p.page.evaluate(() => void (globalThis.frameTimes.length = 0));
  await work();
  return p.page.evaluate(() => [...globalThis.frameTimes]);
}

const site = await openSite();
try {
  for (const [name, width, height] of [["desktop", 1280, 800], ["phone", 390, 844]]) {
    const context = await site.browser.newContext({ viewport: { width, height }, locale: "nl-NL", reducedMotion: "reduce" });
    await context.addInitScript(watch);
    const p = await site.open({ context, route: "bestanden" });
    const waiting = p.page.waitForEvent("filechooser");
    await p.press(p.role("button", "Kies een bestand"));
    await (await waiting).setFiles(process.argv[3]);
    await p.role("button", /^Ja, zet .* meldingen erbij/).waitFor({ state: "attached", timeout: 120000 });
    await p.press(p.role("button", /^Ja, zet .* meldingen erbij/));
    await go(p, "kaart");
    await p.settled(1000);
    const [x, y] = name === "phone" ? [width / 2, 240] : [640, 450];
    const drag = async () => {
      await p.page.mouse.move(x, y);
      await p.page.mouse.down();
      for (let i = 0; i < FRAMES; i++) {
        await p.page.mouse.move(x + (i % 20) * 3, y + (i % 7));
        await p.page.evaluate(() => new Promise((done) => setTimeout(done, 25)));
      }
      await p.page.mouse.up();
      await p.settled(400);
    };
    for (const look of ["wijk", "straat"]) {
      if (look === "straat") {
        for (let i = 0; i < 14; i++) {
          await p.page.mouse.move(x, y);
          await p.page.mouse.wheel(0, -240);
          await p.settled(100);
        }
      }
      const nodes = await p.page.evaluate(() => document.querySelectorAll("#mirror *").length);
      report(`page.${name}.${look}.drag`, { ...figures(await during(p, drag)), nodes });
    }
    if (p.errors.length > 0) throw new Error(p.errors.join("\n"));
    await context.close();
  }
} finally {
  await site.close();
}
