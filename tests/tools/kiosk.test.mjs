// The ballot box of a community centre: the exact commands, and that nothing of it can lose the box.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const script = path.join(repository, "tools/kiosk.sh");
const listen = () => new Promise((resolve) => {
  const server = net.createServer((socket) => socket.end());
  server.listen(0, "127.0.0.1", () => resolve(server));
});
async function freePort() {
  const server = await listen();
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}
const run = (args, env) => new Promise((resolve) => {
  execFile(script, args, { env: { ...process.env, ...env } }, (error, out, err) => resolve({ code: error?.code ?? 0, out, err }));
});
function place() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "kiosk-"));
  fs.mkdirSync(path.join(folder, "web"));
  fs.writeFileSync(path.join(folder, "web/index.html"), "<!doctype html><title>een</title>");
  return folder;
}

test("what is printed is one server for this machine alone, and a browser that keeps the box", async () => {
  const { code, out } = await run(["--print"], { STOEPKRIJT_KIOSK: "/x/kiosk", STOEPKRIJT_BROWSER: "chromium" });
  assert.equal(code, 0);
  const [server, browser] = out.trim().split("\n");
  assert.match(server, /--root \/x\/kiosk\/site --port 8377 --host 127\.0\.0\.1/);
  for (const flag of ["--kiosk", "--app=http://127.0.0.1:8377/", "--user-data-dir=/x/kiosk/profile", "--no-first-run", "--disable-pinch",
                      "--overscroll-history-navigation=0"]) {
    assert.ok(browser.split(" ").includes(flag), flag);
  }
  assert.doesNotMatch(browser, /incognito|guest|temp-profile/);
  const guide = fs.readFileSync(path.join(repository, "docs/kiosk.md"), "utf8");
  for (const flag of browser.match(/--[a-z-]+/g)) assert.ok(guide.includes(flag), `docs/kiosk.md tells why ${flag}`);
});

test("it starts the server and the browser at its one address, and stops the server with the browser", async () => {
  const folder = place();
  const port = await freePort();
  const browser = path.join(folder, "browser");
  // In place of Chromium: asks for the page, as a browser does, and writes down what it was given.
  fs.writeFileSync(browser, `#!/usr/bin/env bash\necho "$@" > "${folder}/arguments"\nfor a in "$@"; do case "$a" in --app=*) curl -fsS "\${a#--app=}" > "${folder}/page";; esac; done\n`, { mode: 0o755 });
  const env = { STOEPKRIJT_KIOSK: path.join(folder, "home"), STOEPKRIJT_SITE: path.join(folder, "web"), STOEPKRIJT_PORT: String(port),
                STOEPKRIJT_BROWSER: browser };
  const { code, err } = await run([], env);
  assert.equal(code, 0, err);
  assert.match(fs.readFileSync(path.join(folder, "page"), "utf8"), /een/);
  assert.equal(fs.statSync(path.join(folder, "home")).mode & 0o777, 0o700, "for nobody else on the machine");
  const again = net.connect(port, "127.0.0.1");
  const reached = await new Promise((resolve) => again.once("connect", () => resolve(true)).once("error", () => resolve(false)));
  again.destroy();
  assert.equal(reached, false, "the server is gone");

  // A new site is not shown before it is taken into use, and that asks whether the box is closed.
  fs.writeFileSync(path.join(folder, "web/index.html"), "<!doctype html><title>twee</title>");
  await run([], env);
  assert.match(fs.readFileSync(path.join(folder, "page"), "utf8"), /een/);
  const answered = (words) => new Promise((resolve) => {
    const child = spawn(script, ["update"], { env: { ...process.env, ...env } });
    child.stdin.end(words + "\n");
    child.once("close", resolve);
  });
  assert.notEqual(await answered("no"), 0);
  await run([], env);
  assert.match(fs.readFileSync(path.join(folder, "page"), "utf8"), /een/);
  assert.equal(await answered("closed"), 0);
  await run([], env);
  assert.match(fs.readFileSync(path.join(folder, "page"), "utf8"), /twee/);
  fs.rmSync(folder, { recursive: true });
});

test("a port that is taken is refused: on another one the box would seem empty", async () => {
  const folder = place();
  const server = await listen();
  const env = { STOEPKRIJT_KIOSK: path.join(folder, "home"), STOEPKRIJT_SITE: path.join(folder, "web"),
                STOEPKRIJT_PORT: String(server.address().port), STOEPKRIJT_BROWSER: "true" };
  for (const args of [[], ["update"]]) {
    const { code, err } = await run(args, env);
    assert.equal(code, 1);
    assert.match(err, /port/);
  }
  server.close();
  fs.rmSync(folder, { recursive: true });
});
