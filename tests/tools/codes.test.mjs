// QR codes that the program draws are read by a reader of others (jsQR, the one in the page): the C++ tests check that
// tests/data/codes/chain.txt is what they draw.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import path from "node:path";
import test from "node:test";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

function reader() {
  const require = createRequire(import.meta.url);
  try {
    const module = require("jsqr");
    return module.default ?? module;
  } catch (error) {
    if (error.code === "MODULE_NOT_FOUND") return null;
    throw error;
  }
}

const jsQR = reader();
const skip = jsQR ? false : "jsqr is not installed: run tools/setup.sh";
const codes = readFileSync(path.join(root, "tests/data/codes/chain.txt"), "utf8").trim().split("\n\n").map((block) => {
  const [text, ...rows] = block.split("\n");
  return { text, rows };
});

/// The picture on a screen: black on white, `scale` pixels a module, with the quiet zone.
function pixels(rows, scale) {
  const size = (rows.length + 8) * scale;
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (rows[Math.floor(y / scale) - 4]?.[Math.floor(x / scale) - 4] === "#") data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
    }
  }
  return { data, size };
}

test("another program reads every code of a chain as it was meant", { skip }, () => {
  assert.equal(codes.length, 3);
  for (const { text, rows } of codes) {
    const { data, size } = pixels(rows, 3);
    assert.equal(jsQR(data, size, size)?.data, text);
  }
});

test("it is read with a spot on it, too", { skip }, () => {
  const { text, rows } = codes[0];
  const { data, size } = pixels(rows, 4);
  for (let y = 150; y < 185; y += 1) data.fill(255, (y * size + 150) * 4, (y * size + 185) * 4);
  assert.equal(jsQR(data, size, size)?.data, text);
});
