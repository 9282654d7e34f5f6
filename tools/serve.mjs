#!/usr/bin/env node
// A small static server for trying the site on this machine, with exactly the headers a real host must send.
//
//   node tools/serve.mjs [--root build/web] [--port 8080] [--host 127.0.0.1]
//
// When the port is taken the next free one is used. As a module: `const server = await serve({root, port: 0})`,
// `server.url`, `await server.close()`.
import { createHash } from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import zlib from "node:zlib";

import { headersFor } from "./headers.mjs";

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const compressible = new Set([".html", ".js", ".css", ".wasm", ".json", ".webmanifest", ".svg", ".txt", ".woff"]);

/** Quick rather than small: it is done once, while somebody waits for the first page. */
function compress(kind, bytes) {
  if (kind === "br") return zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 } });
  return zlib.gzipSync(bytes, { level: 6 });
}

function handler(root, csp, compressing) {
  const packed = new Map(); // "etag kind" -> bytes
  return (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" }).end();
      return;
    }
    let name;
    try {
      name = decodeURIComponent(new URL(request.url, "http://localhost").pathname).slice(1);
    } catch {
      response.writeHead(400).end();
      return;
    }
    if (name === "" || name.endsWith("/")) name += "index.html";
    const file = path.resolve(root, name);
    if (!file.startsWith(root + path.sep) || name.includes("\0")) {
      response.writeHead(404, headersFor("404.txt", csp)).end("Niet gevonden\n");
      return;
    }
    let bytes;
    try {
      bytes = fs.readFileSync(file);
    } catch {
      response.writeHead(404, headersFor("404.txt", csp)).end("Niet gevonden\n");
      return;
    }
    const headers = headersFor(name, csp);
    const tag = createHash("sha256").update(bytes).digest("hex").slice(0, 32);
    headers.ETag = `"${tag}"`;
    headers.Vary = "Accept-Encoding";
    if (request.headers["if-none-match"] === headers.ETag) {
      response.writeHead(304, headers).end();
      return;
    }
    const accepted = String(request.headers["accept-encoding"] ?? "");
    const kind = !compressing || !compressible.has(path.extname(name)) ? "" : /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : "";
    if (kind) {
      const key = `${tag} ${kind}`;
      if (!packed.has(key)) packed.set(key, compress(kind, bytes));
      bytes = packed.get(key);
      headers["Content-Encoding"] = kind;
    }
    headers["Content-Length"] = bytes.length;
    response.writeHead(200, headers);
    response.end(request.method === "HEAD" ? undefined : bytes);
  };
}

// Starts a server; `port: 0` takes any free port, another number that one or the first free one above it. Without
// `compressing` files go out as they are: within one machine that is quickest.
export async function serve({ root = path.join(repository, "build/web"), port = 8080, host = "127.0.0.1", compressing = true } = {}) {
  const csp = fs.readFileSync(path.join(repository, "web/csp.txt"), "utf8");
  const server = http.createServer(handler(path.resolve(root), csp, compressing));
  for (let candidate = port; ; candidate++) {
    try {
      await new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(candidate, host, () => {
          server.off("error", reject);
          resolve();
        });
      });
      break;
    } catch (error) {
      if (error.code !== "EADDRINUSE" || candidate >= port + 100) throw error;
    }
  }
  const url = `http://${host}:${server.address().port}/`;
  return {
    url,
    server,
    close: () => new Promise((resolve) => {
      server.closeAllConnections?.();
      server.close(resolve);
    }),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const option = (name, otherwise) => {
    const at = process.argv.indexOf(`--${name}`);
    return at > 0 ? process.argv[at + 1] : otherwise;
  };
  const root = option("root", path.join(repository, "build/web"));
  if (!fs.existsSync(path.join(root, "index.html"))) {
    console.error(`There is no site in ${root} yet. Run "make web" first.`);
    process.exit(1);
  }
  const { url } = await serve({ root, port: Number(option("port", "8080")), host: option("host", "127.0.0.1") });
  console.log(`\nStoepkrijt is ready. Open ${url} in your browser. (Stop with Ctrl+C.)\n`);
}
