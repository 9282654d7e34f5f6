// The peer for the tally: Equal Shares with cost utility and Add1 in plain JavaScript with floating-point numbers, written
// straight from the published definition (Peters, Pierczyński, Skowron, NeurIPS 2021), as a web page would do it:
// supporters as lists of voters, sorted by purse at every evaluation; effective votes never rise, so a project whose last
// known ones are below the best is not looked at again in that round. No epsilon: where sums are rounded, so are decisions.
//
//   node bench/peer_mes.mjs ELECTION.json [--runs 5] [--add1-runs 3]     (the JSON that stoepkrijt_bench election prints)
import fs from "node:fs";
import { pathToFileURL } from "node:url";

import { measure, report } from "./measure.mjs";

/** supporters[p]: voters of project p. Returns the winners (indices, in order of selection). */
export function equalShares({ cost, idRank, supporters, voters }, purse) {
  const purses = new Array(voters).fill(purse);
  const effective = supporters.map((list) => list.length);
  let open = cost.map((_, p) => p).filter((p) => supporters[p].length > 0 && cost[p] > 0);
  const winners = [];
  for (;;) {
    let best = -1;
    let bestVotes = 0;
    let bestPayment = 0;
    open.sort((a, b) => effective[b] - effective[a]);
    const out = new Set();
    for (const p of open) {
      if (effective[p] < bestVotes) break;
      let money = 0;
      for (const v of supporters[p]) money += purses[v];
      if (money < cost[p]) {
        out.add(p);
        continue;
      }
      supporters[p].sort((a, b) => purses[a] - purses[b]);
      let left = cost[p];
      let payers = supporters[p].length;
      let payment = 0;
      for (const v of supporters[p]) {
        payment = left / payers;
        if (purses[v] >= payment) break;
        left -= purses[v];
        payers -= 1;
      }
      effective[p] = cost[p] / payment;
      if (effective[p] > bestVotes || (effective[p] === bestVotes && idRank[p] < idRank[best])) {
        best = p;
        bestVotes = effective[p];
        bestPayment = payment;
      }
    }
    if (best < 0) return winners;
    for (const v of supporters[best]) purses[v] = purses[v] > bestPayment ? purses[v] - bestPayment : 0;
    winners.push(best);
    open = open.filter((p) => p !== best && !out.has(p));
  }
}

/** Exact start, exhaustive stop. */
export function add1(election) {
  const { cost, supporters, budget, voters } = election;
  const total = (winners) => winners.reduce((sum, p) => sum + cost[p], 0);
  let purse = budget / voters;
  let winners = equalShares(election, purse);
  let steps = 0;
  for (;;) {
    const money = budget - total(winners);
    const left = cost.map((_, p) => p).filter((p) => supporters[p].length > 0 && cost[p] > 0 && !winners.includes(p));
    if (!left.some((p) => cost[p] <= money)) return { winners, steps };
    const next = equalShares(election, purse + 1);
    if (total(next) > budget) return { winners, steps };
    winners = next;
    purse += 1;
    steps += 1;
  }
}

/** From the JSON of stoepkrijt_bench. */
export function prepare({ budget, projects, votes }) {
  const supporters = projects.map(() => []);
  votes.forEach((vote, voter) => vote.forEach((p) => supporters[p].push(voter)));
  const order = projects.map((project) => Buffer.from(project.id)).map((id, p) => ({ id, p })).sort((a, b) => Buffer.compare(a.id, b.id));
  const idRank = [];
  order.forEach(({ p }, rank) => (idRank[p] = rank));
  return { budget: Number(budget), voters: votes.length, cost: projects.map((project) => Number(project.cost)), idRank, supporters };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const option = (name, otherwise) => {
    const at = process.argv.indexOf(`--${name}`);
    return at > 0 ? Number(process.argv[at + 1]) : otherwise;
  };
  const raw = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
  const ids = (winners) => winners.map((p) => raw.projects[p].id);
  let winners;
  const shares = measure(option("runs", 5), () => {
    const election = prepare(raw); // lists of supporters are part of the count, as merging ballots is of ours
    winners = equalShares(election, election.budget / election.voters);
  });
  report("tally.equal_shares", { ...shares, winners: ids(winners) });
  let ended;
  const completed = measure(option("add1-runs", 3), () => (ended = add1(prepare(raw))), false);
  report("tally.add1", { ...completed, winners: ids(ended.winners), add1_steps: ended.steps });
  report("memory", { peak_kib: process.resourceUsage().maxRSS });
}
