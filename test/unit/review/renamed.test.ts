import assert from "node:assert/strict";
import { checkDocument } from "../../../src/core/check/check.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import type { PrdDocument } from "../../../src/core/document/model.ts";
import { coverageOf } from "../../../src/core/review/signatures.ts";
import { signedTextFinder } from "../../../src/core/review/signed-text.ts";
import { applyEdits } from "../../../src/core/text/range.ts";
import { signOffEdits } from "../../../src/core/writing/review/review-edits.ts";
import { parsed } from "./unchanged.ts";

const head = `---
prd: PRD-042
schema: prd/1
name: Labels
status: in-review
pm: "@lena"
eng: "@mara"
---

# Labels

`;
const text = `${head}## Features

### Requirement: Label printing

The system SHALL print one label per parcel, because parcels leave at six.

- **Edge cases:**
  - **E1** Printer offline: the job waits.

### Requirement: Reprint

The system SHALL print a torn label again.

- **Why:** labels tear.
`;

function signed(document: PrdDocument, who = "@mara", today = "2026-07-24"): PrdDocument {
  const edits = signOffEdits(document, document.requirements, who, today);
  return parsed(
    applyEdits(
      document.text,
      [...edits].sort((a, b) => a.start - b.start),
    ),
  );
}

/** For each requirement who signed it, what changed and what it was. */
function states(document: PrdDocument): unknown[] {
  return coverageOf(document, defaultConfig).map(({ requirement: { id }, signatures }) => [
    id,
    ...signatures.map(({ who, changed, was }) => [
      who,
      changed?.join(""),
      ...(was === undefined ? [] : [was]),
    ]),
  ]);
}

function messages(document: PrdDocument): string[] {
  return checkDocument(document, { config: defaultConfig, today: "2026-08-01" })
    .filter(({ code }) => code.startsWith("PRD30"))
    .map(({ code, message }) => `${code} ${message}`);
}

describe("a sign-off by a title in quotes", () => {
  it("covers the requirement with that title", () => {
    const document = signed(parsed(text));
    assert.match(
      document.text,
      /^- \*\*Signed off\*\* "Label printing", @mara, 2026-07-24 `2:s[0-9a-f]{8} e[0-9a-f]{8}`$/m,
    );
    assert.deepEqual(states(document), [
      ['"Label printing"', ["@mara", ""]],
      ['"Reprint"', ["@mara", ""]],
    ]);
    assert.deepEqual(messages(document), []);
    const stale = parsed(document.text.replace("the job waits", "the job fails"));
    assert.deepEqual(messages(stale), [
      'PRD302 "Label printing" changed since @mara signed it 8 days ago: Edge cases. Sign it again, or carry it if only the wording is new?',
    ]);
  });

  it("says what the title was, and signing again replaces the line", () => {
    const document = signed(parsed(text));
    const renamed = parsed(
      document.text.replace("Requirement: Label printing", "Requirement: Parcel labels"),
    );
    assert.deepEqual(messages(renamed), [
      'PRD302 "Parcel labels" changed since @mara signed it 8 days ago (was "Label printing"): Statement. Sign it again, or carry it if only the wording is new?',
    ]);
    const again = signed(renamed, "@mara", "2026-08-01");
    assert.equal(again.signOffs.length, 2);
    assert.deepEqual(states(again), [
      ['"Parcel labels"', ["@mara", ""]],
      ['"Reprint"', ["@mara", ""]],
    ]);
    const [signOff] = renamed.signOffs;
    assert.ok(signOff);
    const find = signedTextFinder(signOff, defaultConfig);
    assert.equal(find?.(renamed.text), undefined);
    assert.equal(find?.(document.text)?.requirement.title, "Label printing");
  });

  it("is nobody's where the other parts are those of no requirement, or of two", () => {
    const document = signed(parsed(text));
    const more = parsed(
      document.text.replace("Requirement: Reprint", "Requirement: Again").replace("labels tear", "they tear"),
    );
    assert.deepEqual(states(more), [['"Label printing"', ["@mara", ""]], ['"Again"']]);
    const item = `${head}## Features\n\n- Print a label\n- Keep it for a month\n- Colour it\n`;
    const two = parsed(
      signed(parsed(item)).text.replace("- Keep it", "- Hold it").replace("- Colour it", "- Dye it"),
    );
    assert.deepEqual(states(two), [
      ['"Print a label"', ["@mara", ""]],
      ['"Hold it for a month"'],
      ['"Dye it"'],
    ]);
    const one = parsed(signed(parsed(item)).text.replace("- Keep it", "- Hold it"));
    assert.deepEqual(states(one), [
      ['"Print a label"', ["@mara", ""]],
      ['"Hold it for a month"', ["@mara", "s", '"Keep it for a month"']],
      ['"Colour it"', ["@mara", ""]],
    ]);
  });

  it("holds when the requirement gets an id", () => {
    const item = `${head}## Features\n\n- Print a label\n- Keep it for a month\n`;
    const document = parsed(
      signed(parsed(item)).text.replace("- Print", "- **R1** Print").replace("- Keep", "- **R2** Keep"),
    );
    assert.deepEqual(states(document), [
      ["R1", ["@mara", "", '"Print a label"']],
      ["R2", ["@mara", "", '"Keep it for a month"']],
    ]);
    assert.deepEqual(messages(document), []);
  });

  it("is read whatever its title holds, and however an editor has written its quotes", () => {
    const titles = [
      'Say "hi" to *all* of @them, 2026-01-01',
      "It's `code`, a_b_c and <id> [x]",
      "Print A – then B.",
      "日本語のラベル",
    ];
    const item = `${head}## Features\n\n${titles.map((title) => `- The system must: ${title}`).join("\n")}\n`;
    const document = signed(parsed(item));
    const fresh = (some: PrdDocument): unknown[] => states(some).map((state) => (state as unknown[])[1]);
    const all = titles.map(() => ["@mara", ""]);
    assert.deepEqual(fresh(document), all, document.text);
    const at = document.text.indexOf("## Review");
    const other = document.text
      .slice(at)
      .replaceAll(/ "(.*)", @/g, " “$1”, @")
      .replaceAll("'", "’")
      .replaceAll("–", "—");
    assert.match(other, / “The system must: Print A/);
    assert.deepEqual(fresh(parsed(document.text.slice(0, at) + other)), all, other);
  });
});
