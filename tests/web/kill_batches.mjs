// The numbered steps of the trial on what is kept, the same in the page that makes them and in the one that looks for them.
const pad = (n) => String(n).padStart(8, "0");
const SIZES = [0, 17, 300, 5000];
const LARGE = 70000;    // the browser keeps values of more than 64 KiB in a file of their own
const HUGE = 300000;
const EVERY = 7;        // each so many steps everything older is forgotten in the same commit

function content(n, i, size) {
  const bytes = new Uint8Array(size);
  let x = (n * 2654435761 + i * 40503 + 1) >>> 0;
  for (let at = 0; at < size; at++) {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    bytes[at] = x >>> 24;
  }
  return bytes;
}

/** Step n as a commit: forgets step n - 3 (or all), keeps a few keys and "head". */
export function batch(n) {
  const erase = n % EVERY === 0 ? [["b/", "b0"]] : n > 3 ? [[`b/${pad(n - 3)}/`, `b/${pad(n - 3)}0`]] : [];
  const puts = [];
  for (let i = 0; i < 3 + (n % 4); i++) {
    const size = i === 1 && n % 5 === 0 ? LARGE : i === 2 && n % 11 === 0 ? HUGE : SIZES[(n + i) % SIZES.length];
    puts.push([`b/${pad(n)}/${i}`, content(n, i, size)]);
  }
  puts.push(["head", new TextEncoder().encode(String(n))]);
  return { erase, puts };
}

/** All that is kept after the steps 1 … n. */
export function after(n) {
  const out = new Map();
  for (let k = Math.max(1, n - (n % EVERY)); k <= n; k++) {
    const { erase, puts } = batch(k);
    for (const key of [...out.keys()]) if (erase.some(([first, end]) => key >= first && key < end)) out.delete(key);
    for (const [key, bytes] of puts) out.set(key, bytes);
  }
  return out;
}

const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);
const number = (bytes) => (bytes ? Number(new TextDecoder().decode(bytes)) : 0);

/**
 * `kept`: key to bytes, as found. Gives {steps, faults}: how many steps there are, and a sentence for everything that is not as
 * it must be: the steps 1 … n, whole, and the loose save that follows each step of this one or the one before.
 */
export function look(kept) {
  const found = new Map(kept);
  const steps = number(found.get("head"));
  const saved = number(found.get("save"));
  found.delete("save");
  const faults = [];
  if (saved !== steps && saved !== steps - 1) faults.push(`the save is of step ${saved}, the commits go to ${steps}`);
  const expected = steps > 0 ? after(steps) : new Map();
  for (const [key, bytes] of expected) {
    if (!found.has(key)) faults.push(`step ${steps}: ${key} is missing`);
    else if (!same(found.get(key), bytes)) faults.push(`step ${steps}: ${key} holds other bytes`);
  }
  for (const key of found.keys()) if (!expected.has(key)) faults.push(`step ${steps}: ${key} should not be there`);
  return { steps, faults };
}
