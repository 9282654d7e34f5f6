// Writes web/tokens.css from assets/tokens.json: the colours of the text version, under the names of NL Design System.
//   node tools/make_tokens_css.mjs          writes the file
// tests/web/tokens.test.mjs fails when the file is older than its source.
import { readFileSync, writeFileSync } from "node:fs";

const root = new URL("..", import.meta.url);

/** The text of tokens.css. */
export function tokensCss() {
  const tokens = JSON.parse(readFileSync(new URL("assets/tokens.json", root), "utf8"));
  // The page needs no map colours: the map is drawn.
  const used = Object.values(tokens).filter(([name]) => !name.startsWith("stoepkrijt.map."));
  const block = (theme) => used.map((t) => `  --${t[0].replaceAll(".", "-")}: ${t[1 + theme]};`).join("\n");
  return "/* Made by tools/make_tokens_css.mjs from assets/tokens.json; do not edit. */\n" +
    `:root {\n${block(0)}\n}\n:root[data-theme="dark"] {\n${block(1)}\n}\n` +
    `:root[data-theme="contrast"] {\n${block(2)}\n}\n` +
    `@media (prefers-color-scheme: dark) {\n:root:not([data-theme]) {\n${block(1)}\n}\n}\n`;
}

if (process.argv[1] && import.meta.url === new URL(process.argv[1], "file:").href) {
  writeFileSync(new URL("web/tokens.css", root), tokensCss());
}
