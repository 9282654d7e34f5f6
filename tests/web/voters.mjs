#!/usr/bin/env node
// Very many voters through one kiosk, one after the other:
//
//   node tests/web/voters.mjs [--voters 1000] [--site build/web]
//
// Exit 0 when every vote is in the box at the end, nothing of a voter is left for the next, and the memory of the page is no
// larger than it was after the first ten.
import path from "node:path";

import { openSite } from "./harness.mjs";
import { manyVoters } from "./many_voters.mjs";

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? process.argv[at + 1] : otherwise;
};
const voters = Number(option("voters", "1000"));
if (!(voters > 10)) {
  console.error("usage: voters.mjs [--voters NUMBER, more than 10]");
  process.exit(2);
}
const site = await openSite();
try {
  const sum = await manyVoters(site, voters, (n) => n % 50 === 0 && console.log(`${n} voters`));
  console.log(`${path.basename(process.argv[1])}: ${sum.votes} of ${voters} votes in the box; memory of the page after 10 voters ` +
    `${sum.early} MB, at the end ${sum.late} MB; ${sum.frames} frames`);
} catch (error) {
  console.error(error.stack);
  process.exitCode = 1;
} finally {
  await site.close();
}
