// The yardstick for the tally: Equal Shares with cost utility and Add1 (exact start, exhaustive stop) in floating-point
// JavaScript with the data structures of the computation that equalshares.net publishes: voters and projects are strings,
// purses an object by voter, costs and supporters objects by project, what remains a Map from project to the effective
// votes it had last; supporters are sorted by purse at every evaluation. No package of that computation exists, so this is
// our own port, written anew from its published description; it keeps the one optimisation that the original has
// (effective votes never rise), its recount with details at the end, and adds no other. The harder peer is peer_mes.mjs.
//
//   node bench/peer_published.mjs ELECTION.json [--runs 5] [--add1-runs 3]   (the JSON that stoepkrijt_bench election prints)
import fs from "node:fs";

import { measure, report } from "./measure.mjs";

const total = (numbers) => numbers.reduce((sum, each) => sum + each, 0);

/** One run with purses of money / voters. `detailed` evaluates every project in every round, as for an explanation. */
function fixedBudget(election, money, detailed = false) {
  const { voters, projects, cost, approvers, before } = election;
  const purse = {};
  for (const voter of voters) purse[voter] = money / voters.length;
  const lastVotes = new Map();
  const votesPerRound = {};
  const moneyPerRound = {};
  for (const project of projects) {
    if (cost[project] > 0 && approvers[project].length > 0) lastVotes.set(project, approvers[project].length);
    votesPerRound[project] = [];
    moneyPerRound[project] = [];
  }
  const winners = [];
  while (true) {
    let best = [];
    let mostVotes = 0;
    const inOrder = [...lastVotes.keys()].sort((a, b) => lastVotes.get(b) - lastVotes.get(a));
    for (const project of inOrder) {
      if (lastVotes.get(project) < mostVotes && !detailed) break;
      const together = total(approvers[project].map((voter) => purse[voter]));
      moneyPerRound[project].push(together);
      if (together < cost[project]) {
        lastVotes.delete(project);
        votesPerRound[project].push(0);
        continue;
      }
      approvers[project].sort((a, b) => purse[a] - purse[b]);
      let paid = 0;
      let payers = approvers[project].length;
      for (const voter of approvers[project]) {
        const share = (cost[project] - paid) / payers;
        if (purse[voter] < share) {
          paid += purse[voter];
          payers -= 1;
          continue;
        }
        const votes = cost[project] / share;
        lastVotes.set(project, votes);
        votesPerRound[project].push(votes);
        if (votes > mostVotes) {
          mostVotes = votes;
          best = [project];
        } else if (votes === mostVotes) {
          best.push(project);
        }
        break;
      }
    }
    if (best.length === 0) return { winners, votesPerRound, moneyPerRound };
    const winner = best.reduce((a, b) => (before(a, b) ? a : b));
    winners.push(winner);
    const share = cost[winner] / mostVotes;
    for (const voter of approvers[winner]) purse[voter] = purse[voter] > share ? purse[voter] - share : 0;
    lastVotes.delete(winner);
  }
}

function add1(election) {
  const { voters, projects, cost, approvers, budget } = election;
  const costOf = (winners) => total(winners.map((project) => cost[project]));
  const open = projects.filter((project) => cost[project] > 0 && approvers[project].length > 0);
  let money = budget;
  let winners = fixedBudget(election, money).winners;
  let steps = 0;
  while (open.some((project) => !winners.includes(project) && costOf(winners) + cost[project] <= budget)) {
    const next = fixedBudget(election, money + voters.length).winners;
    if (costOf(next) > budget) break;
    money += voters.length;
    winners = next;
    steps += 1;
  }
  return { ...fixedBudget(election, money, true), steps };
}

function prepare({ budget, projects, votes }) {
  const cost = {};
  const approvers = {};
  const ids = projects.map(({ id }) => id);
  for (const project of projects) {
    cost[project.id] = Number(project.cost);
    approvers[project.id] = [];
  }
  const voters = votes.map((_, number) => String(number + 1));
  votes.forEach((vote, number) => vote.forEach((p) => approvers[ids[p]].push(voters[number])));
  const before = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0;
  return { budget: Number(budget), voters, projects: ids, cost, approvers, before };
}

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? Number(process.argv[at + 1]) : otherwise;
};
const raw = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
let winners;
const once = measure(option("runs", 3), () => {
  const election = prepare(raw); // lists of supporters are part of the count, as merging ballots is of ours
  ({ winners } = fixedBudget(election, election.budget));
});
report("tally.equal_shares", { ...once, winners });
let ended;
const completed = measure(option("add1-runs", 3), () => (ended = add1(prepare(raw))), false);
report("tally.add1", { ...completed, winners: ended.winners, add1_steps: ended.steps });
report("memory", { peak_kib: process.resourceUsage().maxRSS });
