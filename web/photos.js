// Photos: taken or chosen on request, turned the right way up, made smaller and handed to the core as pixels; made into a
// JPEG; shown. What a photo carries beside its picture (place, time, camera) ends here: the core gets pixels only.
import { photoKind, photoSize } from "./photo_file.js";

const MOST_PIXELS = 120e6;  // a picture of 48 megapixels is decoded whole by some browsers: four bytes a pixel
const QUALITY = 0.82;

/**
 * Lets the user take a photo (`camera`: with the camera at once, on devices that can) or choose one. Answers one of
 * taken({width, height, rgba}), cancelled(), failed("too_large" | "heic" | "kind" | "broken", name).
 */
export function takePhoto(doc, { camera, maxBytes, side }, { taken, cancelled, failed }) {
  doc.getElementById("take")?.remove();
  const input = doc.createElement("input");
  input.type = "file";
  input.id = "take";
  input.hidden = true;
  input.accept = "image/*";
  if (camera) input.setAttribute("capture", "environment");
  input.addEventListener("cancel", () => {
    input.remove();
    cancelled();
  });
  input.addEventListener("change", async () => {
    const [file] = input.files;
    input.remove();
    if (!file) return cancelled();
    if (maxBytes > 0 && file.size > maxBytes) return failed("too_large", file.name);
    try {
      taken(await pixelsOf(new Uint8Array(await file.arrayBuffer()), side));
    } catch (error) {
      if (!(error instanceof PhotoFault)) console.warn("photo:", error);
      failed(error instanceof PhotoFault ? error.reason : "broken", file.name);
    }
  });
  doc.body.append(input);
  input.click();
}

class PhotoFault extends Error {
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** The pixels of a file, turned as its EXIF says and at most `side` a side. Throws a PhotoFault. */
async function pixelsOf(bytes, side) {
  const kind = photoKind(bytes);
  const size = photoSize(bytes, kind);  // as it will be seen; null: not known before decoding
  if (kind === "jpeg" && !size) throw new PhotoFault("broken");
  if (size && size.width * size.height > MOST_PIXELS) throw new PhotoFault("too_large");
  let bitmap;
  try {
    bitmap = await decode(new Blob([bytes]), size, side);
  } catch {
    throw new PhotoFault(kind === "heic" ? "heic" : kind === "" ? "kind" : "broken");
  }
  try {
    return draw(bitmap, side);
  } finally {
    bitmap.close();
  }
}

/**
 * Decoded right side up. Where the size is known, the browser is asked to make it small at once, so that it need not hold
 * all of the picture; one that turns and scales in another order than the standard says gives another shape, and is asked
 * for the whole.
 */
async function decode(blob, size, side) {
  const upright = { imageOrientation: "from-image" };
  const scale = size ? side / Math.max(size.width, size.height) : 1;
  if (scale >= 1) return createImageBitmap(blob, upright);
  const wanted = { width: Math.max(1, Math.round(size.width * scale)), height: Math.max(1, Math.round(size.height * scale)) };
  // Straight to the size; a picture of a few times that is nicer when it is made smaller by the canvas.
  const bitmap = await createImageBitmap(blob, { ...upright, resizeWidth: wanted.width, resizeHeight: wanted.height, resizeQuality: "high" });
  if (bitmap.width === wanted.width && bitmap.height === wanted.height) return bitmap;
  bitmap.close();
  return createImageBitmap(blob, upright);
}

function draw(bitmap, side) {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.fillStyle = "#fff";  // what is see-through becomes white, as on paper
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, width, height);
  return { width, height, rgba: new Uint8Array(context.getImageData(0, 0, width, height).data.buffer) };
}

/** A JPEG of these pixels. */
export async function encodePhoto({ width, height, rgba }) {
  const canvas = new OffscreenCanvas(width, height);
  const pixels = new Uint8ClampedArray(rgba.buffer, rgba.byteOffset, rgba.byteLength);
  canvas.getContext("2d").putImageData(new ImageData(pixels, width, height), 0, 0);
  const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: QUALITY });
  if (blob.type !== "image/jpeg") throw new TypeError("no JPEG");
  return new Uint8Array(await blob.arrayBuffer());
}

// ---- shown ----------------------------------------------------------------------------------------------------------

const addresses = new Map();  // name of a photo -> blob address, of this visit

/** The address of a photo that is shown now, else null. */
export const photoAddress = (name) => addresses.get(name) ?? null;

/** Has the JPEG ready for the page under `name`, and gives its pixels, at most `side` a side. Rejects when it is none. */
export async function showPhoto(name, jpeg, side) {
  const blob = new Blob([jpeg], { type: "image/jpeg" });
  const bitmap = await createImageBitmap(blob);
  if (!addresses.has(name)) addresses.set(name, URL.createObjectURL(blob));
  try {
    return draw(bitmap, side);
  } finally {
    bitmap.close();
  }
}

export function hidePhoto(name) {
  if (addresses.has(name)) URL.revokeObjectURL(addresses.get(name));
  addresses.delete(name);
}

export function hideAllPhotos() {
  for (const name of [...addresses.keys()]) hidePhoto(name);
}
