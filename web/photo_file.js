// What a photo is, from its first bytes, and how large it will be seen: before it is decoded, so that a picture of 48
// megapixels is not decoded whole, and a file that breaks off is known. Pure: no DOM here.
// Sources: ITU-T T.81 (JPEG) annex B, CIPA DC-008 (Exif) 4.6 for the orientation, PNG 11.2.2, RFC 9649 (WebP), ISO/IEC
// 14496-12 4.3 (the brands of HEIC and AVIF).

const ascii = (bytes, from, to) => String.fromCharCode(...bytes.subarray(from, to));
const u16 = (bytes, at) => (bytes[at] << 8) | bytes[at + 1];
const u32 = (bytes, at) => u16(bytes, at) * 65536 + u16(bytes, at + 2);

/** "jpeg", "png", "webp", "gif", "avif", "heic", or "" for all else. */
export function photoKind(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return "jpeg";
  if (ascii(bytes, 0, 8) === "\x89PNG\r\n\x1a\n") return "png";
  if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP") return "webp";
  if (ascii(bytes, 0, 4) === "GIF8") return "gif";
  if (ascii(bytes, 4, 8) !== "ftyp") return "";
  const brands = ascii(bytes, 8, Math.min(bytes.length, u32(bytes, 0), 64));
  if (brands.includes("avif")) return "avif";
  return /heic|heix|hevc|heim|heis|mif1|msf1/.test(brands) ? "heic" : "";
}

/** {width, height} as it is seen, turned as its Exif says. null: not known, or (of a JPEG) it is broken. */
export function photoSize(bytes, kind) {
  if (kind === "jpeg") return jpegSize(bytes);
  if (kind === "png" && bytes.length > 24) return { width: u32(bytes, 16), height: u32(bytes, 20) };
  return null;
}

/** null when it is no whole JPEG: from its start, marker by marker, to its end. What stands behind the end does not count. */
function jpegSize(bytes) {
  let size = null;
  let sideways = false;
  let at = 2;
  while (at + 3 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (marker === 0xd9) break;
    const length = u16(bytes, at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return null;
    const from = at + 4;
    const to = at + 2 + length;
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) size = { width: u16(bytes, from + 3), height: u16(bytes, from + 1) };
    if (marker === 0xe1 && ascii(bytes, from, from + 6) === "Exif\0\0") sideways = orientation(bytes.subarray(from + 6, to)) > 4;
    at = to;
    if (marker === 0xda) at = endOfScan(bytes, at);
  }
  if (bytes[at] !== 0xff || bytes[at + 1] !== 0xd9 || !size || !size.width || !size.height) return null;
  return sideways ? { width: size.height, height: size.width } : size;
}

/** Where the coded picture stops: FF with anything but 00 and the restarts. */
function endOfScan(bytes, at) {
  for (at = bytes.indexOf(0xff, at); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** 1 to 8, from the first directory of an Exif block; 1 when it does not say. */
function orientation(tiff) {
  const little = ascii(tiff, 0, 2) === "II";
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  try {
    const first = view.getUint32(4, little);
    const count = view.getUint16(first, little);
    for (let i = 0; i < count; i++) {
      const entry = first + 2 + i * 12;
      if (view.getUint16(entry, little) === 0x0112) return view.getUint16(entry + 8, little);
    }
  } catch {
    // a directory that points outside itself says nothing
  }
  return 1;
}
