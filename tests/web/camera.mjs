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

/** The light of one picture: the code in the middle on light grey; without a code: grey alone. */
function picture(rows = []) {
  const bytes = Buffer.alloc(WIDTH * HEIGHT, 200);
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

/** Writes a video of these pictures, each the light (a byte for each pixel, row by row) of `width` by `height`, without colour. */
export function writePictures(file, pictures, { width, height, fps }) {
  const out = fs.openSync(file, "w");
  fs.writeSync(out, `YUV4MPEG2 W${width} H${height} F${fps}:1 Ip A1:1 C420\n`);
  const colour = Buffer.alloc((width * height) / 2, 128);
  for (const light of pictures) {
    for (const part of [Buffer.from("FRAME\n"), light, colour]) fs.writeSync(out, part);
  }
  fs.closeSync(out);
}

/** Writes a video of ten pictures a second: [rows or nothing, how many pictures] one after another. */
export const writeVideo = (file, scenes) =>
  writePictures(file, scenes.flatMap(([rows, count]) => Array(count).fill(picture(rows))), { width: WIDTH, height: HEIGHT, fps: 10 });

/** A browser whose camera shows this file, and whose user always says yes. */
export const launchWithCamera = (file) => chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${file}`],
});
