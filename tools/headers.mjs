// The HTTP headers a host must send with the site: one source for tools/serve.mjs, for the tests and for the documentation.
import path from "node:path";

export const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff": "font/woff",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
};

// A file name with a content hash in it never changes: stoepkrijt.0123456789ab.wasm.
export const isHashed = (name) => /\.[0-9a-f]{12}\.[a-z0-9]+$/.test(name);

// `csp` is the text of web/csp.txt, `name` the path of the file inside the site, with forward slashes.
export function headersFor(name, csp) {
  return {
    "Content-Type": TYPES[path.extname(name)] ?? "application/octet-stream",
    "Cache-Control": isHashed(name) ? "public, max-age=31536000, immutable" : "no-cache",
    "Content-Security-Policy": csp.trim(),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(self), camera=(self), microphone=(), payment=(), usb=()",
  };
}

// A <meta> cannot carry frame-ancestors: the header does.
export const cspForMeta = (csp) =>
  csp.trim().split(";").map((part) => part.trim()).filter((part) => part && !part.startsWith("frame-ancestors")).join("; ");
