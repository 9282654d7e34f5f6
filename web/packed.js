// Several named byte strings as one answer to the core: a table and the list of their bytes (src/platform/packed.hpp).

/** Whether a name can stand in such a table: not empty, no control characters. */
export const isPlain = (name) => name !== "" && !/[\u0000-\u001f\u007f]/.test(name);

/** `parts`: [{name, bytes}], bytes null when it was left out. Gives [table, list of byte arrays]. */
export function pack(parts) {
  const table = parts.map(({ name, bytes }) => `${bytes ? bytes.length : "-"} ${name}\n`).join("");
  return [table, parts.flatMap(({ bytes }) => (bytes ? [bytes] : []))];
}
