import assert from "node:assert/strict";
import fc from "fast-check";
import { checkDocument } from "../../../src/core/check/check.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { documentOf, parseDocument } from "../../../src/core/document/document.ts";
import { applyEdits } from "../../../src/core/text/range.ts";
import { plainModel } from "../model.ts";
import { parseWhole } from "./whole.ts";

const config = defaultConfig;
const options = { config, today: "2026-08-01", as: "in-review" } as const;

/** What people type, and what changes how the rest of a text is read. */
const insertions = [
  ...[
    "a",
    " ",
    "\n",
    "\n\n",
    "# ",
    "## R9 · New\n",
    "- ",
    "  - ",
    "**",
    "`",
    "```\n",
    "~~~",
    "<!--",
    "-->",
    "<div>\n",
    "---\n",
  ],
  ...[
    "| a | b |\n|--|--|\n",
    "|",
    "[x]",
    "[x]: y\n",
    "[^1]",
    "[^1]: z\n",
    "> ",
    "1. ",
    "\t",
    "\r\n",
    "\r",
    "R1",
    "see C1",
    "E1",
    "😀",
  ],
  ...[
    "**Why:** ",
    "- **C9** (perf, @mara, 2026-07-01): 3 ms.\n",
    "Accepted @lena 2026-07-02.",
    "so that",
    "\\",
    "&amp;",
    "\u2028",
    "\0",
  ],
];

/**
 * A document that was edited equals one that is read anew, and so do their problems.
 *
 * @param numRuns sequences of edits, each on one of the texts
 */
export function assertEditedEqualsAnew(texts: readonly string[], numRuns: number): void {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.nat(40) },
      { weight: 1, arbitrary: fc.nat(600) },
    ),
    insert: fc.constantFrom(...insertions),
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.array(edit, { minLength: 1, maxLength: 5 }),
      (original, edits) => {
        let document = parseDocument(original, config);
        for (const { at, remove, insert } of edits) {
          const { text } = document;
          const start = Math.floor(at * text.length);
          const end = Math.min(text.length, start + remove);
          document = parseDocument(applyEdits(text, [{ start, end, newText: insert }]), config, document);
        }
        const whole = documentOf(document.text, parseWhole(document.text), config);
        assert.deepEqual(plainModel(document), plainModel(whole));
        // Offsets are worked out when they are asked for, also by rules.
        assert.deepEqual(checkDocument(document, options), checkDocument(whole, options));
      },
    ),
    { numRuns },
  );
}
