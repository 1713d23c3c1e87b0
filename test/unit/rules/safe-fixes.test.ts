import assert from "node:assert/strict";
import { checkDocument } from "../../../src/core/check/check.ts";
import { fixesFor } from "../../../src/core/check/fixes.ts";
import type { CheckOptions } from "../../../src/core/check/check.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import type { Status } from "../../../src/core/format/status.ts";
import { fixtureTexts } from "../fixtures.ts";
import { countByCode, fixed } from "./fixed.ts";

/** Undefined: the status that the document says itself, which a fix may not change the meaning of either. */
const statuses: readonly (Status | undefined)[] = [undefined, "draft", "in-review", "agreed"];

describe("each safe fix, by itself, removes its problem and adds none", () => {
  for (const [name, text] of fixtureTexts()) {
    it(name, () => {
      for (const as of statuses) assertSafe(text, { config: defaultConfig, today: "2026-08-01", as });
    });
  }

  function assertSafe(text: string, options: CheckOptions): void {
    const document = parseDocument(text, defaultConfig);
    const problems = checkDocument(document, options);
    const before = countByCode(problems);
    for (const problem of problems) {
      const safe = fixesFor(problem, document, options).filter(({ kind }) => kind === "safe");
      assert.equal(
        problem.fixable,
        safe.length > 0,
        `${problem.code}: fixable means that there is a safe fix`,
      );
      for (const fix of safe) {
        const after = fixed(text, fix);
        const now = countByCode(checkDocument(parseDocument(after, defaultConfig), options));
        const said = `${problem.code} ${fix.title}\n${after}`;
        assert.equal(now.get(problem.code) ?? 0, (before.get(problem.code) ?? 0) - 1, said);
        for (const [code, count] of now)
          assert.ok(count <= (before.get(code) ?? 0), `${code} follows ${said}`);
      }
    }
  }
});
