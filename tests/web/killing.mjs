// A browser that is killed without warning (SIGKILL to its whole process group), over and over on one profile, and a look
// after each restart: what was confirmed before must be there, and every step is whole or absent.
//
// What is done in the browser is a scenario (kill_storage.mjs is one):
//   flags            more flags for Chromium
//   within           the latest moment of a kill, in milliseconds after the look
//   after            confirmed steps to wait for before that time runs (0)
//   midway           true: and then until one more is asked for, so that the kill comes in the middle of it or just after
//   open(context, url) -> page            a page that is ready; nothing has been done in it
//   check(page, journal)                  looks at what is kept and throws when it is not as it must be; may set journal.next
//   run(page, journal)                    works on without end and calls journal.asked(n) before and journal.confirmed(n) after
//                                         each step, n = 1, 2, 3 …; whatever it throws after the kill is not heard
//
// What this does not show: a power cut. A killed browser has handed its bytes to the system, which still writes them.
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

import { chromium } from "playwright-core";

import { Page } from "./harness.mjs";

/** The app at this address, ready, in a browser that will be killed. */
export async function openPage(context, address) {
  const page = await context.newPage();
  const log = { requests: [], errors: [] };
  page.on("pageerror", (error) => log.errors.push(String(error)));
  await page.goto(address);
  const p = new Page(page, log);
  await p.settled();
  return p;
}

const FLAGS = ["--headless", "--no-sandbox", "--remote-debugging-port=0", "--no-first-run", "--no-default-browser-check", "--disable-breakpad",
               "--disable-extensions", "--disable-component-update", "--disable-background-networking", "--password-store=basic", "--mute-audio"];

/** Pids of all processes that were started on this profile. */
function pidsOf(profile) {
  return fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(`--user-data-dir=${profile}`);
    } catch {
      return false;  // ended meanwhile
    }
  });
}
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** Chromium in a process group of its own. */
export class Victim {
  static async launch(profile, flags = []) {
    const child = spawn("/usr/bin/chromium", [...FLAGS, ...flags, `--user-data-dir=${profile}`, "about:blank"],
                        { detached: true, stdio: ["ignore", "ignore", "pipe"] });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    let said = "";
    const address = await new Promise((resolve, reject) => {
      child.stderr.on("data", (text) => {
        said += text;
        const found = said.match(/DevTools listening on (ws:\S+)/);
        if (found) resolve(found[1]);
      });
      ended.then((code) => reject(new Error(`Chromium ended with ${code}: ${said}`)));
    });
    const browser = await chromium.connectOverCDP(address);
    return Object.assign(new Victim(), { profile, child, ended, browser, context: browser.contexts()[0] });
  }

  /** At once, everything; resolves when no process is left. */
  async kill() {
    if (this.child.exitCode === null && this.child.signalCode === null) process.kill(-this.child.pid, "SIGKILL");
    await this.ended;
    for (let i = 0; pidsOf(this.profile).length > 0; i++) {
      if (i === 200) throw new Error(`processes of ${this.profile} do not end: ${pidsOf(this.profile)}`);
      await sleep(10);
    }
    await this.browser.close().catch(() => {});
  }
}

/** What Node has heard: outlives every kill. */
export class Journal {
  last = { asked: 0, confirmed: 0 };
  sum = { kills: 0, confirmed: 0, whole: 0, absent: 0 };
  next = 1;
  asked(n) {
    this.last.asked = Math.max(this.last.asked, n);
  }
  confirmed(n) {
    if (n > this.last.confirmed) this.sum.confirmed += 1;
    this.last.confirmed = Math.max(this.last.confirmed, n);
  }
  /** After a restart: `found` steps are there. What was under way is whole or absent. */
  restarted(found) {
    this.sum.whole += found - this.last.confirmed;
    this.sum.absent += Math.max(0, this.last.asked - found);
    this.last = { asked: found, confirmed: found };
    this.next = found + 1;
  }
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function random(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * `kills` times: restart, check, work, and a kill within `scenario.within` milliseconds; at the end one more look. Gives the sums of
 * the journal; throws what `check` throws, with the number of the kill and the profile, which is then left for a look.
 */
export async function trial({ scenario, url, kills, seed, tell = () => {} }) {
  const next = random(seed);
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "stoepkrijt-kill-"));
  const journal = new Journal();
  for (let round = 0; round <= kills; round++) {
    const victim = await Victim.launch(profile, scenario.flags);
    try {
      const page = await scenario.open(victim.context, url);
      await scenario.check(page, journal);
      if (round < kills) {
        scenario.run(page, journal).catch((error) => {
          if (!victim.dead) journal.fault = error;
        });
        const enough = journal.last.confirmed + (scenario.after ?? 0);
        const begun = () => (scenario.midway ? journal.last.asked > enough : journal.last.confirmed >= enough);
        for (let i = 0; !begun() && !journal.fault; i++) {
          if (i === 6000) throw new Error("nothing is done within a minute");
          await sleep(10);
        }
        await sleep(next() * scenario.within);
        if (journal.fault) throw journal.fault;
        victim.dead = true;
        journal.sum.kills += 1;
      }
    } catch (error) {
      error.message = `after ${round} kills (seed ${seed}, profile ${profile}): ${error.message}`;
      throw error;
    } finally {
      await victim.kill();
    }
    tell(round, journal);
  }
  fs.rmSync(profile, { recursive: true, force: true });
  return journal.sum;
}
