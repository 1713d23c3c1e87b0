import assert from "node:assert/strict";
import { parseConfig } from "../../src/core/config/parse-config.ts";
import {
  normalizeHandle,
  personByEmail,
  personByHandle,
  roleOf,
  sameHandle,
} from "../../src/core/config/people.ts";

describe("people", () => {
  const { config } = parseConfig(
    'people: { "@lena": { role: pm, email: Lena@Example.com }, "@Mara": { role: eng }, "@jürgen": { role: ops } }',
    "seamwork.yaml",
  );

  it("have one spelling of their handle, with the @", () => {
    for (const written of ["lena", "@lena", " @lena ", "@@lena"])
      assert.equal(normalizeHandle(written), "@lena");
    assert.equal(normalizeHandle("Lena"), "@Lena");
  });

  it("are the same with or without @, in any case, however an accent is encoded", () => {
    assert.ok(sameHandle("lena", "@LENA"));
    assert.ok(sameHandle("ju\u0308rgen", "@j\u00fcrgen"));
    assert.ok(!sameHandle("lena", "lena2"));
  });

  it("are found by handle, and have a role", () => {
    assert.equal(personByHandle(config, "mara")?.handle, "@Mara");
    assert.equal(roleOf(config, "@MARA"), "eng");
    assert.equal(roleOf(config, "lena"), "pm");
    assert.equal(roleOf(config, "@nobody"), undefined);
  });

  it("are found by their e-mail address in any case", () => {
    assert.equal(personByEmail(config, " lena@example.COM\n")?.handle, "@lena");
    assert.equal(personByEmail(config, "mara@example.com"), undefined);
    assert.equal(personByEmail(config, ""), undefined);
  });
});
