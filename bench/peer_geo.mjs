// The yardsticks for points and clusters, from npm: supercluster, kdbush and flatbush, with the same places, boxes and circles as
// ours (bench/geo_bench.cpp writes them). Each is used as its manual says, in the way that is kindest to it: supercluster
// without counts of kinds (ours always has them), in float32; what it is given (GeoJSON features) is made before.
//
//   node bench/peer_geo.mjs FILE [--runs 3]
import fs from "node:fs";
import v8 from "node:v8";
import vm from "node:vm";

import Flatbush from "flatbush";
import KDBush from "kdbush";
import Supercluster from "supercluster";

import { measure, report } from "./measure.mjs";

const runs = process.argv.includes("--runs") ? Number(process.argv[process.argv.indexOf("--runs") + 1]) : 3;
const bytes = fs.readFileSync(process.argv[2]);
const numbers = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
const ZOOMS = [4, 6, 8, 10, 12, 14, 16];
const BOXES = 200;
const NEAR = 1000;
let at = 0;
const take = (count) => numbers.subarray(at, (at += count));
const n = take(1)[0];
const places = take(2 * n);
const boxes = Object.fromEntries(ZOOMS.map((zoom) => [zoom, Array.from({ length: BOXES }, () => Array.from(take(4), (v) => v / 1e7))]));
const middles = Array.from({ length: NEAR }, () => Array.from(take(2), (v) => v / 1e7));

v8.setFlagsFromString("--expose-gc");
const collect = vm.runInNewContext("gc");
const held = () => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
function counted(list, find) {
  let found = 0;
  const times = measure(runs, () => {
    found = 0;
    for (const each of list) found += find(each).length;
  });
  return { ...times, found };
}

const features = Array.from({ length: n }, (_, i) => ({ type: "Feature", properties: {},
  geometry: { type: "Point", coordinates: [places[2 * i] / 1e7, places[2 * i + 1] / 1e7] } }));
{
  const fresh = () => new Supercluster({ radius: 40, extent: 512, maxZoom: 16, minPoints: 2 });
  const before = held();
  let index = fresh().load(features);
  const bytes_a_point = (held() - before) / n;
  const loading = measure(runs, () => (index = fresh().load(features)), false, () => (index = undefined));
  report("geo.load", { ...loading, points: n, bytes_a_point });
  for (const zoom of ZOOMS) report(`geo.zoom.${zoom}`, counted(boxes[zoom], (box) => index.getClusters(box, zoom)));
}
// In a plane at the middle of all, as ours measures around each place: a degree of longitude is shorter than one of latitude.
const METRES = 111319.491;
const narrow = Math.cos((52.15 * Math.PI) / 180) * METRES;
{
  const make = () => {
    const index = new KDBush(n);
    for (let i = 0; i < n; i++) index.add((places[2 * i] / 1e7) * narrow, (places[2 * i + 1] / 1e7) * METRES);
    return index.finish();
  };
  const index = make();
  const bytes_a_point = index.data.byteLength / n;
  report("points.make", { ...measure(runs, make), bytes_a_point });
  for (const zoom of ZOOMS.filter((each) => each >= 10)) {
    report(`points.box.${zoom}`, counted(boxes[zoom], ([w, s, e, t]) => index.range(w * narrow, s * METRES, e * narrow, t * METRES)));
  }
  for (const radius of [50, 500]) {
    report(`points.near.${radius}`, counted(middles, ([lon, lat]) => index.within(lon * narrow, lat * METRES, radius)));
  }
}
{
  const make = () => {
    const index = new Flatbush(n);
    for (let i = 0; i < n; i++) index.add(places[2 * i] / 1e7, places[2 * i + 1] / 1e7);
    index.finish();
    return index;
  };
  const index = make();
  const bytes_a_point = index.data.byteLength / n;
  report("flatbush.make", { ...measure(runs, make), bytes_a_point });
  for (const zoom of ZOOMS.filter((each) => each >= 10)) {
    report(`flatbush.box.${zoom}`, counted(boxes[zoom], (box) => index.search(...box)));
  }
}
report("memory", { peak_kib: process.resourceUsage().maxRSS });
