#!/usr/bin/env node
// The trial of the killed browser, as long as you like:
//
//   node tests/web/kill.mjs [--of storage|app|station] [--kills 200] [--seed N] [--site build/web]
//
// Exit 0 when after every restart all that was confirmed was there and every commit was whole or absent.
import path from "node:path";

import { serve } from "../../tools/serve.mjs";
import { appScenario } from "./kill_app.mjs";
import { stationScenario } from "./kill_station.mjs";
import { storageScenario } from "./kill_storage.mjs";
import { trial } from "./killing.mjs";

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? process.argv[at + 1] : otherwise;
};
const repository = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "../..");
const site = path.resolve(option("site", process.env.STOEPKRIJT_SITE ?? path.join(repository, "build/web")));
const kills = Number(option("kills", "200"));
const seed = Number(option("seed", String(Date.now() % 1000000)));
const of = option("of", "storage");
if (!(kills > 0) || !Number.isInteger(seed) || !["storage", "app", "station"].includes(of)) {
  console.error("usage: kill.mjs [--of storage|app|station] [--kills NUMBER] [--seed NUMBER] [--site FOLDER]");
  process.exit(2);
}

const server = await serve({ root: site, port: 0, compressing: false });
const started = Date.now();
try {
  const sum = await trial({
    scenario: of === "app" ? appScenario : of === "station" ? stationScenario : storageScenario(site), url: server.url, kills, seed,
    tell: (round) => round > 0 && round % 20 === 0 && console.log(`${round} kills`),
  });
  console.log(`${sum.kills} kills in ${Math.round((Date.now() - started) / 1000)} s (seed ${seed}): ${sum.confirmed} ${{ app: "signals", station: "votes", storage: "commits" }[of]} were confirmed and all were there; ` +
    `of those under way ${sum.whole} were whole and ${sum.absent} absent`);
  if (of === "storage") console.log(`a place was filled from the other: the usual one ${sum.main ?? 0} times, the second ${sum.spare ?? 0} times`);
} catch (error) {
  console.error(error.message);
  console.error(error.stack);
  process.exitCode = 1;
} finally {
  await server.close();
}
