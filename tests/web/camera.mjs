// A camera that sees QR codes: the pictures of a Y4M file, which Chromium takes for a camera and shows over and over.
import fs from "node:fs";

import { chromium } from "playwright-core";

const WIDTH = 320;
const HEIGHT = 240;
const MODULE = 6;  // pixels

/**
 * The codes of qr_codes.txt: [{text, rows}], a row with # for dark. The file was made once with the C version of
 * qr-code-generator 1.8.0 (error correction M, the smallest version, any mask): a text, its rows, an empty line.
 */
export const codes = () => fs.readFileSync(new URL("./qr_codes.txt", import.meta.url), "utf8").trim().split("\n\n").map((block) => {
  const [text, ...rows] = block.split("\n");
  return { text, rows };
});

/** One picture: the code in the middle on light grey, without colour; without a code: grey alone. */
function picture(rows = []) {
  const bytes = Buffer.alloc((WIDTH * HEIGHT * 3) / 2, 128);
  bytes.fill(200, 0, WIDTH * HEIGHT);
  const left = Math.floor((WIDTH - rows.length * MODULE) / 2);
  const top = Math.floor((HEIGHT - rows.length * MODULE) / 2);
  rows.forEach((row, y) => [...row].forEach((dark, x) => {
    for (let i = 0; i < MODULE && dark === "#"; i++) {
      const at = (top + y * MODULE + i) * WIDTH + left + x * MODULE;
      bytes.fill(30, at, at + MODULE);
    }
  }));
  return bytes;
}

/** Writes a video of ten pictures a second: [rows or nothing, how many pictures] one after another. */
export function writeVideo(file, scenes) {
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420\n`);
  const frames = scenes.flatMap(([rows, count]) => Array(count).fill(Buffer.concat([Buffer.from("FRAME\n"), picture(rows)])));
  fs.writeFileSync(file, Buffer.concat([head, ...frames]));
}

/** A browser whose camera shows this file, and whose user always says yes. */
export const launchWithCamera = (file) => chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${file}`],
});
