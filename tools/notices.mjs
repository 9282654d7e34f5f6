#!/usr/bin/env node
// The notices of everything by others that the app carries, collected at build time: build/web/licenties.txt.
//
//   node tools/notices.mjs [FILE]      prints them, or writes them to FILE
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

// name, what it does, where its licence stands
const PARTS = [
  ["Dear ImGui 1.90.1", "draws the screens", ".deps/licences/imgui.txt"],
  ["SDL 2.32.4", "window, pointer and keyboard events", ".deps/licences/sdl2.txt"],
  ["GLM 0.9.9.8", "vectors and matrices of the map", ".deps/licences/glm.txt"],
  ["RapidJSON 1.1.0", "reads and writes JSON", ".deps/licences/rapidjson.txt"],
  ["earcut.hpp", "cuts polygons into triangles", ".deps/licences/earcut.txt"],
  ["libsodium 1.0.18", "cryptography", ".deps/licences/libsodium.txt"],
  ["zlib 1.3.1", "makes files smaller", ".deps/licences/zlib.txt"],
  ["Expat 2.7.1", "reads XML", ".deps/licences/expat.txt"],
  ["QR Code generator 1.8.0", "draws QR codes", ".deps/licences/qrcodegen.txt"],
  ["jsQR 1.4.0", "reads QR codes", "node_modules/jsqr/LICENSE"],
  ["stb_truetype", "outlines of letters", ".deps/licences/stb.txt"],
  ["Emscripten 3.1.69 (with musl and LLVM's libraries)", "the C and C++ libraries in WebAssembly", ".deps/licences/emscripten.txt"],
  ["Atkinson Hyperlegible Next", "the typeface", "node_modules/@expo-google-fonts/atkinson-hyperlegible-next/LICENSE_FONT"],
  ["Tabler Icons", "the icons", "node_modules/@tabler/icons-webfont/LICENSE"],
];
const OWN = ["European Union Public Licence 1.2 (Stoepkrijt itself)", "", "LICENSE"];

export function notices(repository) {
  const line = "=".repeat(80);
  const head = `Stoepkrijt is free software under the European Union Public Licence 1.2 (EUPL-1.2).
Whoever hosts this copy says where its source code can be had (EUPL-1.2, article 5).
It carries the following parts by others, under their own licences. They are unchanged, except that
libsodium has Debian's fix for CVE-2025-69277 and the fonts are cut down to the characters in use.

${PARTS.map(([name, use]) => `- ${name}: ${use}`).join("\n")}
`;
  const body = [OWN, ...PARTS].map(([name, , file]) => {
    const full = path.join(repository, file);
    if (!fs.existsSync(full)) throw new Error(`the licence of ${name} is missing: ${file}`);
    return `${line}\n${name}\n${line}\n\n${fs.readFileSync(full, "utf8").trim()}\n`;
  });
  return [head, ...body].join("\n");
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const text = notices(path.resolve(path.dirname(fileURLToPath(import.meta.url)), ".."));
  if (process.argv[2]) fs.writeFileSync(process.argv[2], text);
  else process.stdout.write(text);
}
