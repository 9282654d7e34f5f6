// Photos for tests, made on the spot: pictures by the browser itself, with what cameras write beside them put in by hand.
import fs from "node:fs";
import path from "node:path";
import { execFileSync } from "node:child_process";

/** A JPEG of the browser: the upper or left half red, the other blue. */
export async function makeJpeg(page, { width, height, split = "left", type = "image/jpeg" }) {
  const bytes = await page.evaluate(async ({ width, height, split, type }) => {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d");
    context.fillStyle = "#00f";
    context.fillRect(0, 0, width, height);
    context.fillStyle = "#f00";
    context.fillRect(0, 0, split === "left" ? width / 2 : width, split === "left" ? height : height / 2);
    const blob = await canvas.convertToBlob({ type, quality: 0.9 });
    const url = await new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.readAsDataURL(blob);
    });
    return url.slice(url.indexOf(",") + 1);
  }, { width, height, split, type });
  return Buffer.from(bytes, "base64");
}

const segment = (marker, content) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/** An Exif block as a phone writes it: orientation, make, and the place (51° 55′ N, 4° 28′ E). */
export function exif(orientation) {
  const out = Buffer.alloc(256);
  let end = 0;
  const u16 = (v, at) => out.writeUInt16LE(v, at);
  const u32 = (v, at) => out.writeUInt32LE(v, at);
  const entry = (at, tag, type, count, value) => {
    u16(tag, at);
    u16(type, at + 2);
    u32(count, at + 4);
    if (type === 3) u16(value, at + 8);
    else u32(value, at + 8);
  };
  out.write("II", 0, "latin1");
  u16(42, 2);
  u32(8, 4);
  u16(3, 8);
  entry(10, 0x010f, 2, 16, 150);   // Make
  entry(22, 0x0112, 3, 1, orientation);
  entry(34, 0x8825, 4, 1, 50);     // the GPS directory
  u32(0, 46);
  u16(4, 50);
  entry(52, 1, 2, 2, 0x4e);        // N
  entry(64, 2, 5, 3, 170);
  entry(76, 3, 2, 2, 0x45);        // E
  entry(88, 4, 5, 3, 200);
  u32(0, 100);
  out.write("Camera van Piet\0", 150, "latin1");
  for (const [at, parts] of [[170, [51, 55, 9]], [200, [4, 28, 40]]]) {
    parts.forEach((v, i) => {
      u32(v, at + i * 8);
      u32(1, at + i * 8 + 4);
    });
  }
  end = 224;
  return segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0", "latin1"), out.subarray(0, end)]));
}

/** The JPEG with these segments after its start. */
export const withSegments = (jpeg, ...segments) => Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
export const comment = (words) => segment(0xfe, Buffer.from(words));

/** What markers a JPEG has, in order, and its size; throws when it is none to its end. */
export function jpegParts(bytes) {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw new Error("no JPEG");
  const markers = [];
  let size = null;
  let at = 2;
  for (;;) {
    if (bytes[at] !== 0xff) throw new Error("no marker at " + at);
    const marker = bytes[at + 1];
    markers.push(marker);
    if (marker === 0xd9) {
      if (at + 2 !== bytes.length) throw new Error("something stands behind the end");
      return { markers, ...size };
    }
    const length = (bytes[at + 2] << 8) | bytes[at + 3];
    if (marker >= 0xc0 && marker <= 0xc2) {
      size = { height: (bytes[at + 5] << 8) | bytes[at + 6], width: (bytes[at + 7] << 8) | bytes[at + 8] };
    }
    at += 2 + length;
    if (marker !== 0xda) continue;
    while (!(bytes[at] === 0xff && bytes[at + 1] !== 0 && (bytes[at + 1] < 0xd0 || bytes[at + 1] > 0xd7))) {
      if (++at >= bytes.length) throw new Error("it breaks off");
    }
  }
}

/** What exiftool reads of it beside size and encoding; null where exiftool is not installed. */
export function exiftool(bytes, folder) {
  const file = path.join(folder, "foto.jpg");
  fs.writeFileSync(file, bytes);
  let out;
  try {
    out = execFileSync("exiftool", ["-json", "-G1", "-a", "-u", file], { encoding: "utf8" });
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
  return Object.keys(JSON.parse(out)[0]).filter((key) => !/^(SourceFile|ExifTool:|System:|File:|JFIF:|Composite:(ImageSize|Megapixels))/.test(key));
}
