import assert from "node:assert/strict";
import { checkDocument } from "../../../src/core/check/check.ts";
import { fixesFor } from "../../../src/core/check/fixes.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { filledIn, placesOf } from "../../../src/core/fix/filled-in.ts";
import { fixToFill, isWalk, placesLeft, routeOf } from "../../../src/core/fix/walk.ts";
import type { RuleCode } from "../../../src/core/problem.ts";
import { exampleDocument } from "../../../src/core/rules/example.ts";
import { applyEdits } from "../../../src/core/text/range.ts";

const options = { config: defaultConfig, today: "2026-08-01", as: "agreed" as const };

/** Answers everywhere, a place after the other, as the walk does; `values` fill the places that ask for something. */
function walked(code: RuleCode, text: string, values: readonly string[]): { text: string; places: number[] } {
  const document = parseDocument(text, defaultConfig);
  const problem = checkDocument(document, options).find((one) => one.code === code);
  assert.ok(problem !== undefined && isWalk(problem), `${code} asks about several`);
  const route = routeOf(problem);
  const places: number[] = [];
  for (;;) {
    const now = parseDocument(text, defaultConfig);
    const left = placesLeft(checkDocument(now, options), route);
    places.push(left.length);
    const [first] = left;
    const fix = first && fixToFill(fixesFor(first, now, options));
    if (fix === undefined) return { text, places };
    const said = [...values];
    text = applyEdits(
      text,
      filledIn(
        fix,
        placesOf(fix).map(({ known }) => (known ? undefined : said.shift())),
      ),
    );
  }
}

const shop = exampleDocument(`### R1 · Print a label

### R2 · Print it again

### R3 · Print all labels of a day
`);

describe("a walk through what a message asks about", () => {
  it("ends with nothing left to ask, one place less with each answer", () => {
    const { text, places } = walked("PRD101", shop, ["parcels without one come back"]);
    assert.deepEqual(places, [3, 2, 1, 0]);
    assert.equal(text.match(/\*\*Why:\*\* parcels without one come back/g)?.length, 3);
  });

  it("gives each answer an id of its own, and leaves names and days as they are", () => {
    const { text } = walked("PRD107", shop, ["perf", "one label a second"]);
    assert.deepEqual(text.match(/\*\*C\d\*\* .*/g), [
      "**C1** (perf, @mara, 2026-08-01): one label a second.",
      "**C2** (perf, @mara, 2026-08-01): one label a second.",
      "**C3** (perf, @mara, 2026-08-01): one label a second.",
    ]);
  });

  it("fills the places of several edits in their order", () => {
    const open = exampleDocument("## Scope\n\nPaper is TBD.\n\nInk is TBD.\n\nThe price is TBC.\n");
    const { text, places } = walked("PRD404", open, ["which one"]);
    assert.deepEqual(places, [3, 2, 1, 0]);
    assert.match(text, /- \*\*Q3\*\* \(@lena, by 2026-08-06\): which one\?/);
  });

  it("is none of two", () => {
    const document = parseDocument(shop.replace(/### R3.*/, ""), defaultConfig);
    assert.deepEqual(checkDocument(document, options).filter(isWalk), []);
  });

  it("types over what a fix only selects", () => {
    const fix = { title: "Rewrite", kind: "guided", edits: [], select: { start: 2, end: 4 } } as const;
    assert.deepEqual(placesOf(fix), [{ placeholder: "", known: false }]);
    assert.deepEqual(filledIn(fix, ["more"]), [{ start: 2, end: 4, newText: "more" }]);
  });
});
