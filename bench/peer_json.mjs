// The yardstick for reading files: what node's own JSON.parse and JSON.stringify need for the same bytes. They check
// nothing and know no dossier; they tell how fast this machine is at text.
//
//   node bench/peer_json.mjs NAME FILE...
import fs from "node:fs";

import { measure, report } from "./measure.mjs";

const [name, ...files] = process.argv.slice(2);
const texts = files.map((file) => fs.readFileSync(file, "utf8"));
let parsed;
report(`${name}.parse`, measure(5, () => (parsed = texts.map((text) => JSON.parse(text)))));
let length = 0;
report(`${name}.stringify`, { ...measure(5, () => (length = parsed.reduce((sum, each) => sum + JSON.stringify(each).length, 0))), length });
report("memory", { peak_kib: process.resourceUsage().maxRSS });
