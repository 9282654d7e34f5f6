// What is written for other programs holds to the published schemas; the C++ tests compare the writers with these files.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import path from "node:path";
import test from "node:test";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const read = (name) => JSON.parse(readFileSync(path.join(root, name), "utf8"));
const corpus = (name) => read(`tests/fuzz/corpus/reports/${name}`);

let Ajv, formats;
try {
  const require = createRequire(import.meta.url);
  Ajv = require("ajv/dist/2020");
  formats = require("ajv-formats");
} catch (error) {
  if (error.code !== "MODULE_NOT_FOUND") throw error;
}
const skip = Ajv ? false : "ajv is not installed: run tools/setup.sh";
const validator = (name) => {
  const ajv = new Ajv({ strict: true, strictRequired: false, allowUnionTypes: true });
  formats(ajv);
  return ajv.compile(read(`docs/formats/${name}`));
};

for (const [file, schema] of [["open311.json", "open311-requests.schema.json"], ["signalen.json", "signalen-reports.schema.json"]]) {
  test(`${file} is valid, and what the schema forbids is seen`, { skip }, () => {
    const validate = validator(schema);
    const data = corpus(file);
    assert.ok(data.length > 0);
    assert.equal(validate(data), true, JSON.stringify(validate.errors));
    for (const member of Object.keys(data[0])) {
      const less = structuredClone(data);
      delete less[0][member];
      assert.equal(validate(less), false, `${member} is obligatory`);
    }
    assert.equal(validate([{ ...data[0], more: 1 }]), false, "unknown members");
    assert.equal(validate({ items: data }), false, "a bare array");
  });
}

test("the GeoJSON holds to RFC 7946", () => {
  const { type, features, bbox, crs } = corpus("sample.geojson");
  assert.deepEqual([type, crs], ["FeatureCollection", undefined]);
  const places = features.map(({ geometry }) => geometry.coordinates);
  const [west, south, east, north] = bbox;
  for (const [lon, lat] of places) assert.ok(west <= lon && lon <= east && south <= lat && lat <= north);
  for (const { type: kind, geometry, properties, id } of features) {
    assert.deepEqual([kind, geometry.type, typeof properties, typeof id], ["Feature", "Point", "object", "string"]);
  }
});
