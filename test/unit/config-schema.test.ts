import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { parse } from "yaml";
import { teamDataJsonSchema } from "../../src/core/config/json-schema.ts";

const committed = JSON.parse(readFileSync("docs/seamwork.schema.json", "utf8")) as Record<string, unknown>;

/** Every schema inside of a schema, with its path. */
function parts(schema: unknown, path: string): [string, Record<string, unknown>][] {
  if (typeof schema !== "object" || schema === null) return [];
  const here = Object.entries(schema as Record<string, unknown>);
  return here.flatMap(([key, value]) =>
    key === "properties"
      ? Object.entries(value as Record<string, unknown>).flatMap(
          ([name, part]): [string, Record<string, unknown>][] => [
            [`${path}.${name}`, part as Record<string, unknown>],
            ...parts(part, `${path}.${name}`),
          ],
        )
      : parts(value, path),
  );
}

describe("the JSON Schema of seamwork.yaml", () => {
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  const accepts = ajv.compile(committed);

  it("is what the product checks with; `node test/run/team-schema.js` writes it", () => {
    assert.deepEqual(committed, JSON.parse(JSON.stringify(teamDataJsonSchema())));
  });

  it("describes every key", () => {
    const all = parts(committed, "");
    assert.ok(all.length > 60);
    assert.deepEqual(
      all.filter(([, part]) => typeof part["description"] !== "string").map(([path]) => path),
      [],
    );
  });

  it("accepts the example workspace and refuses slips", () => {
    assert.ok(
      accepts(parse(readFileSync("docs/example/seamwork.yaml", "utf8"))),
      JSON.stringify(accepts.errors),
    );
    for (const bad of [
      { waitng: {} },
      { rules: { PRD1: "off" } },
      { rules: { PRD401: "warn" } },
      { people: { a: {} } },
    ]) {
      assert.ok(!accepts(bad), JSON.stringify(bad));
    }
  });
});
