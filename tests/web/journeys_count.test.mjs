// Counting: the replay, two rules side by side, the rule of the round, past elections, and long counts beside the page.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { openSite } from "./harness.mjs";

let site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

const closed = async (p) => {
  assert.deepEqual(p.errors, []);
  await p.page.context().close();
};

/** A .pb file of an election with so many different ballots and plans that no page could count it at once. */
function pb(voters, plans) {
  let seed = 7;
  const random = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
  const lines = ["META", "key;value", "description;Grote stemming", "country;NL", "unit;Proefstad", "instance;2025",
    `num_projects;${plans}`, `num_votes;${voters}`, "budget;500000", "vote_type;approval", "rule;greedy", "date_begin;2025", "date_end;2025",
    "PROJECTS", "project_id;cost;name;category"];
  for (let i = 0; i < plans; i++) lines.push(`p${i};${5000 + random(60000)};Plan ${i};${["groen", "veilig", "samen"][i % 3]}`);
  lines.push("VOTES", "voter_id;vote");
  for (let v = 0; v < voters; v++) {
    const chosen = new Set();
    while (chosen.size < 6) chosen.add(`p${random(plans)}`);
    lines.push(`v${v};${[...chosen].join(",")}`);
  }
  return Buffer.from(lines.join("\n") + "\n");
}

async function openPast(p, name, buffer) {
  const waiting = p.page.waitForEvent("filechooser");
  await p.press(p.role("button", "Open een eerdere stemming"));
  await (await waiting).setFiles({ name, mimeType: "text/plain", buffer });
}

test("the count is watched step by step, played, paused and stepped with keys; the list says the same", async () => {
  const p = await site.open({ route: "uitslag", still: false });
  await p.press(p.role("button", "Kijk stap voor stap"));
  await p.page.getByText("Stap 1 van 7").first().waitFor({ state: "attached" });
  const steps = p.role("list", "Alle stappen");
  assert.equal(await steps.getByRole("listitem").count(), 7);
  await p.press(p.role("button", "Volgende"));
  await p.page.getByText("Stap 2 van 7").first().waitFor({ state: "attached" });
  await p.role("switch", "Snel").press("Enter");
  await p.role("button", "Speel af").press("Enter");
  await p.page.getByText("Stap 4 van 7").first().waitFor({ state: "attached" });
  await p.role("button", "Pauze").press("Enter");
  await p.settled();
  const at = await p.page.getByText(/^Stap \d van 7$/).first().textContent();
  await p.page.waitForTimeout(1500);
  assert.equal(await p.page.getByText(/^Stap \d van 7$/).first().textContent(), at, "it stands still");
  assert.deepEqual(await p.axe(), []);
  await closed(p);
});

test("with reduced motion nothing plays; the steps are a list and can be gone through", async () => {
  const p = await site.open({ route: "naspelen" });
  await p.page.getByText("Stap 1 van 7").first().waitFor({ state: "attached" });
  assert.equal(await p.role("button", "Speel af").count(), 0);
  assert.equal(await p.role("list", "Alle stappen").getByRole("listitem").count(), 7);
  await p.press(p.role("button", "Volgende"));
  await p.page.getByText("Stap 2 van 7").first().waitFor({ state: "attached" });
  await closed(p);
});

test("the organiser reads what rules do, chooses another and takes it back; the result follows", async () => {
  const p = await site.open({ route: "meer" });
  await p.press(p.role("button", "Telregel van de ronde"));
  await p.role("heading", "Gelijke Delen").first().waitFor();
  const list = p.role("list", "Alle telregels voor deze stemmen");
  assert.ok((await list.getByRole("listitem").count()) >= 2);
  await p.press(list.getByRole("listitem").filter({ has: p.role("heading", "Meeste stemmen eerst") }).getByRole("button"));
  await p.page.getByText("--rule greedy --min-votes 1").first().waitFor({ state: "attached" });
  await p.page.goto(p.page.url().replace(/#.*/, "#uitslag"));
  await p.role("heading", "4 plannen gaan door").waitFor();
  await closed(p);
});

test("past elections: the example at once, an opened file beside the page with progress, and the page goes on meanwhile", async () => {
  const p = await site.open({ route: "telregel" });
  const rows = p.role("list", "Wat zou elke regel doen?");
  await rows.getByText("Gelijke Delen").first().waitFor({ state: "attached" });
  await openPast(p, "groot.pb", pb(20000, 60));
  await p.page.getByText("Bezig met tellen").first().waitFor({ state: "attached" });
  const longest = await p.page.evaluate(async () => {
    let last = performance.now();
    let most = 0;
    for (let i = 0; i < 60; i++) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      most = Math.max(most, performance.now() - last);
      last = performance.now();
    }
    return most;
  });
  assert.ok(longest < 1000, `the page stood still for ${longest.toFixed(0)} ms while counting`);
  await p.page.getByText("Grote stemming").first().waitFor({ state: "attached", timeout: 120000 });
  await rows.getByText("Meeste stemmen eerst").first().waitFor({ state: "attached", timeout: 120000 });
  await closed(p);
});

test("a long count is stopped at once, and a faulty file says where", async () => {
  const p = await site.open({ route: "telregel" });
  await openPast(p, "enorm.pb", pb(20000, 200));
  await p.role("button", "Stop met tellen").waitFor({ state: "attached", timeout: 30000 });
  await p.press(p.role("button", "Stop met tellen"));
  assert.equal(await p.page.getByText("Bezig met tellen").count(), 0);
  await openPast(p, "stuk.pb", Buffer.from("META\nkey;value\nbudget;x\nPROJECTS\n"));
  await p.role("alert").first().waitFor({ state: "attached", timeout: 30000 });
  await closed(p);
});
