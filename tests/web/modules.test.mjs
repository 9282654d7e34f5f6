// The modules of web/ that need no browser.
import assert from "node:assert/strict";
import fs from "node:fs";
import { test } from "node:test";

import { tokensCss } from "../../tools/make_tokens_css.mjs";
import { Counter } from "../../web/counter.js";
import { folderReason } from "../../web/folder.js";
import { Live } from "../../web/live.js";
import { ROLE, readOps } from "../../web/ops.js";
import { isPlain, pack } from "../../web/packed.js";
import { cameraReason } from "../../web/scan.js";
import { localVoice, pieces } from "../../web/speech.js";
import { readCommit, storageReason } from "../../web/storage.js";
import { Writer } from "../../web/writer.js";
import { OpsWriter, node } from "./ops_writer.mjs";

/** A page that writes down what it is told. */
function recorder() {
  const calls = [];
  return { calls, ...Object.fromEntries(["add", "remove", "move", "attr", "rect", "focus"].map((name) =>
    [name, (...args) => calls.push([name, ...args])])) };
}

test("the op reader knows the bytes that the C++ test pins", () => {
  const bytes = Uint8Array.from([4, 32, 0, 1, 4, 3, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0,
    "J".charCodeAt(0), "a".charCodeAt(0), 0, 0]);
  const page = recorder();
  readOps(bytes, page);
  assert.deepEqual(page.calls, [["attr", 0x01020304,
    { role: ROLE.BUTTON, level: 0, states: 0, now: 0, min: 0, max: 0, name: "Ja" }]]);
});

test("the op reader takes every op in order, with texts of any length and negative numbers", () => {
  const a = node(4000000000, ROLE.TEXT_FIELD, "é€", { value: "abc", lang: "en", now: -5, rect: [1.5, -2, 3, 4] });
  const page = recorder();
  readOps(new OpsWriter().add(a).move(7, 8, 9).rect(7, [1, 2, 3, 4], [5, 6, 7, 8]).focus(7).remove(7).done(), page);
  assert.deepEqual(page.calls.map((c) => c[0]), ["add", "move", "rect", "focus", "remove"]);
  assert.deepEqual(page.calls[0][1], a);
  assert.deepEqual(page.calls[2], ["rect", 7, [1, 2, 3, 4], [5, 6, 7, 8]]);
});

test("the op reader refuses a buffer that breaks off, and an unknown op", () => {
  const whole = new OpsWriter().add(node(1, ROLE.BUTTON, "Ja")).done();
  for (let n = 4; n < whole.length; n += 4) assert.throws(() => readOps(whole.slice(0, n), recorder()), RangeError);
  assert.throws(() => readOps(Uint8Array.from([99, 0, 0, 0, 1, 0, 0, 0]), recorder()), /unknown op/);
});

test("polite words wait half a second and only the last are said; assertive words are said at once", () => {
  const queue = new Map();
  let now = 0;
  const polite = { textContent: "" };
  const assertive = { textContent: "" };
  const live = new Live(polite, assertive, (fn, ms) => {
    queue.set(++now, [fn, ms]);
    return now;
  }, (handle) => queue.delete(handle));
  live.say("Nog € 9.000 over", false);
  live.say("Nog € 8.000 over", false);
  assert.equal(polite.textContent, "");
  assert.equal(queue.size, 1);
  const [[fn, ms]] = [...queue.values()];
  assert.equal(ms, 500);
  fn();
  assert.equal(polite.textContent, "Nog € 8.000 over");
  live.say("Past niet", true);
  assert.equal(assertive.textContent, "Past niet");
  live.say("Past niet", true);
  assert.equal(assertive.textContent, "Past niet\u00a0", "the same words are heard again");
});

test("reading aloud uses voices of the device only", () => {
  const voices = [
    { name: "far", lang: "nl-NL", localService: false, default: true },
    { name: "vlaams", lang: "nl_BE", localService: true },
    { name: "english", lang: "en-GB", localService: true },
  ];
  assert.equal(localVoice(voices, "nl").name, "vlaams");
  assert.equal(localVoice(voices, "nl-NL").name, "vlaams");
  assert.equal(localVoice(voices, "en").name, "english");
  assert.equal(localVoice(voices, "tr"), null);
  assert.equal(localVoice([voices[0]], "nl"), null);
});

test("long texts are read in pieces that lose no word", () => {
  const words = "Eerste zin. Tweede zin! " + "woord ".repeat(100) + "einde";
  const list = pieces(words, 180);
  assert.ok(list.length > 3);
  for (const piece of list) assert.ok(piece.length <= 180, piece);
  assert.equal(list.join(" ").replace(/\s+/g, " "), words.replace(/\s+/g, " "));
  assert.deepEqual(pieces(""), []);
});

test("a storage error becomes a reason the core knows", () => {
  assert.equal(storageReason({ name: "QuotaExceededError" }), "full");
  assert.equal(storageReason({ name: "NotSupportedError" }), "missing");
  assert.equal(storageReason(new Error("x")), "failed");
});

test("an error of the folder or the camera becomes a reason the core knows", () => {
  assert.equal(folderReason({ name: "NotFoundError" }), "gone");
  assert.equal(folderReason({ name: "NotAllowedError" }), "denied");
  assert.equal(folderReason({ name: "SecurityError" }), "denied");
  assert.equal(folderReason({ name: "QuotaExceededError" }), "full");
  assert.equal(folderReason(undefined), "gone");
  assert.equal(cameraReason({ name: "NotAllowedError" }), "denied");
  assert.equal(cameraReason({ name: "NotFoundError" }), "none");
  assert.equal(cameraReason(undefined), "none");
});

test("the table of a commit gives each put bytes of its own, and its ranges", () => {
  const bytes = Uint8Array.of(1, 2, 3);
  const { erase, puts } = readCommit("erase a-1 a-9\nerase b c\nput a-1 2\nput leeg 0\nput ~! 1\n", bytes);
  assert.deepEqual(erase, [["a-1", "a-9"], ["b", "c"]]);
  assert.deepEqual(puts, [["a-1", Uint8Array.of(1, 2)], ["leeg", new Uint8Array(0)], ["~!", Uint8Array.of(3)]]);
  for (const [, own] of puts) assert.notEqual(own.buffer, bytes.buffer);
  assert.deepEqual(readCommit("", new Uint8Array(0)), { erase: [], puts: [] });
});

test("a table that breaks off, has another form or does not fit its bytes is refused whole", () => {
  const wrong = ["put a 3", "put a 2\n", "put a 4\n", "", "put a 1\nput b 1\n", "put a 3\n\n", "put a  3\n", "put a 03\n", "put a -3\n", "put a 3.0\n",
                 "put a 1e0\n", "put a 3 \n", "put a b 3\n", "put  3\n", "put é 3\n", "erase a\nput a 3\n", "erase a b c\nput a 3\n", "Put a 3\n",
                 "put a 3\r\n", "put a 9999999999999999999\n", "drop a b\nput a 3\n"];
  for (const table of wrong) assert.throws(() => readCommit(table, Uint8Array.of(1, 2, 3)), SyntaxError, JSON.stringify(table));
});

test("parts are packed as the core unpacks them", () => {
  const [table, bytes] = pack([{ name: "een", bytes: Uint8Array.of(1, 2) }, { name: "te groot.json", bytes: null }, { name: "leeg", bytes: new Uint8Array(0) }]);
  assert.equal(table, "2 een\n- te groot.json\n0 leeg\n");
  assert.deepEqual(bytes, [Uint8Array.of(1, 2), new Uint8Array(0)]);
  assert.deepEqual(pack([]), ["", []]);
  assert.equal(isPlain("een.json"), true);
  for (const name of ["", "a\nb", "a\u0000", "\u007f"]) assert.equal(isPlain(name), false);
});

test("the numbers of effects and answers are those of the C++ header", () => {
  const bridge = fs.readFileSync(new URL("../../web/bridge.js", import.meta.url), "utf8");
  const header = fs.readFileSync(new URL("../../src/platform/web/bridge.hpp", import.meta.url), "utf8");
  for (const [kind, table] of [["EffectKind", "EFFECT"], ["AnswerKind", "ANSWER"]]) {
    const enumerated = header.match(new RegExp(`enum class ${kind}[^{]*{([^}]*)}`))[1];
    const ours = bridge.match(new RegExp(`const ${table} = {([^}]*)}`))[1];
    const there = [...enumerated.matchAll(/k([A-Z]\w*) = (\d+)/g)].map(([, name, n]) => `${name.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase()}: ${n}`);
    const here = [...ours.matchAll(/[A-Z_]+: \d+/g)].map(([text]) => text);
    assert.ok(there.length > 20);
    assert.deepEqual([...here].sort(), [...there].sort(), kind);
  }
});

test("without locks, or where they are forbidden, a page may write", async () => {
  const win = { addEventListener() {}, document: { addEventListener() {} } };
  const told = async (locks) => {
    const out = [];
    new Writer(win, locks, "naam", (mine) => out.push(mine)).start();
    await new Promise((done) => setTimeout(done, 0));
    return out;
  };
  assert.deepEqual(await told(undefined), [true]);
  assert.deepEqual(await told({ request: () => Promise.reject(Object.assign(new Error("no"), { name: "SecurityError" })) }), [true]);
  assert.deepEqual(await told({ request: () => { throw Object.assign(new Error("no"), { name: "InvalidStateError" }); } }), [true]);
});

test("the page's colours are those of assets/tokens.json", () => {
  assert.equal(fs.readFileSync(new URL("../../web/tokens.css", import.meta.url), "utf8"), tokensCss());
});

test("the numbers of ops, roles and states are those of the C++ headers", () => {
  const ops = fs.readFileSync(new URL("../../web/ops.js", import.meta.url), "utf8");
  const header = fs.readFileSync(new URL("../../src/a11y/sem_node.hpp", import.meta.url), "utf8");
  const snake = (name) => name.replace(/^k/, "").replace(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();
  const roles = [...header.matchAll(/\b(k[A-Z]\w*) = (\d+)[,;}]/g)];
  assert.ok(roles.length > 30);
  for (const [, name, number] of roles) assert.match(ops, new RegExp(`\\b${snake(name)}: ${number}\\b`), name);
  const states = [...header.matchAll(/\b(k[A-Z]\w*) = 1U << (\d+)/g)];
  assert.ok(states.length > 12);
  for (const [, name, bit] of states) assert.match(ops, new RegExp(`\\b${snake(name)}: ${2 ** Number(bit)}\\b`), name);
});

test("the counter hands job and compiled core to a worker, passes on what it says, and forgets one that was stopped", () => {
  const made = [];
  class Worker {
    constructor(url, options) {
      Object.assign(this, { url, options, ended: false, sent: [] });
      made.push(this);
    }
    postMessage(message) { this.sent.push(message); }
    terminate() { this.ended = true; }
  }
  const said = [];
  const tell = Object.fromEntries(["progress", "done", "failed"].map((kind) => [kind, (...args) => said.push([kind, ...args])]));
  const counter = new Counter({ Worker }, "compiled", tell);
  counter.start(1, Uint8Array.of(1, 2));
  assert.equal(made[0].options.type, "module");
  assert.equal(made[0].sent[0].compiled, "compiled");
  made[0].onmessage({ data: { kind: "progress", done: 2, total: 5 } });
  counter.start(2, Uint8Array.of(3));
  assert.ok(made[0].ended, "one at a time");
  made[0].onmessage({ data: { kind: "done", bytes: "old" } });
  made[1].onmessage({ data: { kind: "done", bytes: "new" } });
  assert.ok(made[1].ended, "a worker counts once");
  counter.start(3, Uint8Array.of(4));
  made[2].onerror({});
  counter.start(4, Uint8Array.of(5));
  counter.stop();
  made[3].onmessage({ data: { kind: "done", bytes: "late" } });
  assert.deepEqual(said, [["progress", 1, 2, 5], ["done", 2, "new"], ["failed", 3]]);
  new Counter({ Worker: class { constructor() { throw new Error("no workers"); } } }, "compiled", tell).start(5, Uint8Array.of(6));
  assert.deepEqual(said.at(-1), ["failed", 5]);
});
