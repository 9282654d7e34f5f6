// Without network, storage, WebGL2 or room: what still works is said, and it does.
import assert from "node:assert/strict";
import fs from "node:fs";
import { after, before, test } from "node:test";

import { openSite } from "./harness.mjs";
import { byKeys, go, hash, kept, keptOf, wholeTag, wholeVote } from "./journeys.mjs";

let site;
before(async () => (site = await openSite()));
after(() => site.close());

const write = (p) => (locator, text) => p.type(locator, text);

test("after one visit the whole vote and the whole tag work without network, and nothing else was ever asked", async () => {
  const p = await site.open();
  const policy = await p.page.evaluate(async () => (await fetch("./")).headers.get("content-security-policy"));
  assert.match(policy, /default-src 'none'|default-src 'self'/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:/);
  assert.match(await p.page.locator("meta[http-equiv='Content-Security-Policy']").getAttribute("content"), /script-src 'self' 'wasm-unsafe-eval'/);
  await p.goOffline();
  await p.page.reload();
  await p.settled();
  await p.page.evaluate(() => {
    globalThis.violations = [];
    document.addEventListener("securitypolicyviolation", (e) => globalThis.violations.push(e.violatedDirective));
  });
  await wholeVote(p, byKeys(p));
  await go(p, "kaart");
  await p.page.getByText("Geen netwerk. Dat geeft niet.").first().waitFor({ state: "attached" });
  await p.screenshot("kaart-zonder-netwerk");
  await wholeTag(p, byKeys(p), write(p));
  assert.deepEqual(await p.page.evaluate(() => globalThis.violations), []);
  assert.deepEqual(p.foreignRequests(site.url), []);
  await p.page.context().setOffline(false);
  await p.page.getByText("Geen netwerk. Dat geeft niet.").first().waitFor({ state: "detached" });
  assert.deepEqual(p.errors, []);
  await p.page.context().close();
});

/** A page on which `break_` runs before the app. */
async function broken(break_, options = {}) {
  const context = await site.browser.newContext({ viewport: { width: 390, height: 844 }, locale: "nl-NL", reducedMotion: "reduce", acceptDownloads: true });
  await context.addInitScript(break_);
  return site.open({ context, ...options });
}
async function understood(p, words) {
  const dialog = p.role("dialog", "Dat lukte niet");
  await dialog.waitFor({ state: "attached" });
  const said = (await dialog.innerText()).replace(/\s+/g, " ");
  for (const w of words) assert.match(said, w);
  await p.press(dialog.getByRole("button", { name: "Begrepen" }));
  assert.equal(await p.role("dialog").count(), 0);
  return said;
}

test("a device that keeps nothing says so once, and the vote, the tag and a file to take home work", async () => {
  const p = await broken(() => Object.defineProperty(globalThis, "indexedDB", { get: () => undefined }));
  await understood(p, [/bewaart niets/, /Maak aan het eind een bestand|Zet uw werk in een bestand/]);
  await p.screenshot("geen-opslag-telefoon");
  await wholeVote(p, byKeys(p));
  await go(p, "kaart");
  await p.page.getByText("Bewaart niet").first().waitFor({ state: "attached" });
  await p.press(p.role("button", /^Goed: meld/));
  await p.type(p.role("textbox", /^In een paar woorden/), "Fijn bankje");
  await p.press(p.role("button", "Bewaar", { exact: true }));
  await p.role("button", /^Fijn bankje\. Goed\./).waitFor({ state: "attached" });
  await p.page.getByText("Dit toestel bewaart het niet").first().waitFor({ state: "attached" });
  assert.equal(await p.page.getByText("Bewaard op dit toestel").count(), 0, "it never says that it is kept");
  await go(p, "bestanden");
  const waiting = p.page.waitForEvent("download");
  await p.press(p.role("button", "Bewaar als bestand"));
  assert.match(fs.readFileSync(await (await waiting).path(), "utf8"), /Fijn bankje/);
  await p.page.context().close();
});

test("a full device says so, keeps what it had, and lets a file be made of the rest", async () => {
  const p = await broken(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      const request = put.apply(this, args);
      if (globalThis.full) {
        Object.defineProperty(this.transaction, "error", { value: new DOMException("full", "QuotaExceededError") });
        this.transaction.abort();
      }
      return request;
    };
  }, { route: "kaart" });
  await wholeTag(p, byKeys(p), write(p));
  await p.page.waitForTimeout(200);
  await p.page.evaluate(() => (globalThis.full = true));
  await go(p, "meldingen");
  await p.press(p.role("button", /^Bank wiebelt erg/));
  await p.press(p.role("button", "Ik zie dit ook"));
  await understood(p, [/vol/, /Wat u eerder bewaarde, is er nog/, /bestand/]);
  assert.match(await keptOf(p, "snapshot"), /Bank wiebelt erg/);
  await go(p, "kaart");
  await p.page.getByText("Niet bewaard").first().waitFor({ state: "attached" });
  await p.page.evaluate(() => (globalThis.full = false));
  await go(p, "meldingen");
  await p.press(p.role("button", /^Bank wiebelt erg/));
  await p.press(p.role("button", "Toch niet"));
  await go(p, "kaart");
  await p.page.getByText("Bewaard", { exact: true }).first().waitFor({ state: "attached" });
  await p.page.context().close();
});

test("what is kept but cannot be read is set aside, not thrown away, and the example opens", async () => {
  const p = await site.open({ route: "kaart" });
  await wholeTag(p, byKeys(p), write(p));
  await p.page.waitForTimeout(300);
  await p.page.evaluate(async () => {
    const [{ name }] = await indexedDB.databases();
    const db = await new Promise((resolve) => (indexedDB.open(name).onsuccess = (e) => resolve(e.target.result)));
    const tx = db.transaction("kept", "readwrite");
    const keys = await new Promise((resolve) => (tx.objectStore("kept").getAllKeys().onsuccess = (e) => resolve(e.target.result)));
    const key = keys.find((k) => k.endsWith("/snapshot"));
    tx.objectStore("kept").put(new TextEncoder().encode('{"format":"stoepkrijt-dossier","version":77}'), key);
    await new Promise((resolve) => (tx.oncomplete = resolve));
    db.close();
  });
  await p.page.reload();
  await p.settled();
  await understood(p, [/nieuwere Stoepkrijt/, /apart gezet/]);
  const left = await kept(p);
  const aside = Object.keys(left).filter((k) => k.startsWith("x/"));
  assert.equal(aside.filter((k) => /"version":77/.test(left[k])).length, 1);
  await go(p, "bestanden");
  const waiting = p.page.waitForEvent("download");
  await p.press(p.role("button", "Geef mij wat apart staat"));
  assert.match((await waiting).suggestedFilename(), /^stoepkrijt-x-/);
  await p.page.context().close();
});

test("without WebGL2 a whole vote and a whole tag are done in the text version", async () => {
  const blind = await openSite({ webgl: false });
  try {
    const p = await blind.open();
    await p.page.getByText("Dit toestel kan de tekening niet tonen").waitFor();
    await wholeVote(p, byKeys(p));
    await go(p, "kaart");
    await wholeTag(p, byKeys(p), write(p));
    assert.deepEqual(p.errors.filter((e) => !/WebGL|GPU/i.test(e)), []);
    assert.equal(await hash(p), "#kaart");
  } finally {
    await blind.close();
  }
});
