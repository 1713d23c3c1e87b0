import assert from "node:assert/strict";
import { checked, withHeader } from "./checked.ts";

const shop = `# Labels at the desk

## Background

- Parcels without a label come back.
- Each one costs 4 euros.
- Nobody sees which ones.

## The desk

### Printing

- Labels in four sizes
- A label for a day that is over

### Paper

Paper lies on the shelf.

## Table of Contents

- Printing
- Paper
- Later
- Never

## Out of scope

- Other printers
- Colours
- Ink
- Photos
- Frames
`;

const asked = (body: string, as: "draft" | "in-review" | "agreed" = "agreed") =>
  checked("PRD013", withHeader("status: agreed", body), { as });

describe("PRD013 no-requirement", () => {
  it("names the heading with the most that could be one, and stands on the title", () => {
    const { messages, places } = asked(shop);
    assert.deepEqual(messages, ['Nothing here looks like a requirement. Is it under "The desk" (line 16)?']);
    assert.deepEqual(places, ["# Labels at the desk"]);
  });

  it("stands on the header where there is no title", () => {
    const { places } = asked("## Why\n\nBooks close monthly.\n");
    assert.match(places[0] ?? "", /^prd: PRD-042/);
  });

  it("is an error from agreed on and a warning before", () => {
    assert.deepEqual(
      (["draft", "in-review", "agreed"] as const).map((as) => asked(shop, as).problems[0]?.severity),
      ["warning", "warning", "error"],
    );
  });

  it("renames that heading", () => {
    assert.match(
      asked(shop).after('Rename "The desk" to "Requirements"'),
      /\n## Requirements\n\n### Printing\n/,
    );
  });

  it("names no heading that certainly means something else", () => {
    const asides = "## Testing plan\n\n- Print twice\n- Print ten\n\n## Drawbacks\n\n- Slow\n- Loud\n";
    assert.match(asked(`# Labels\n\n${asides}`).messages[0] ?? "", /What will be the first heading/);
  });

  it("says what is missing under a heading that means requirements already", () => {
    const { messages, fixes } = asked(
      "# Labels\n\n## Requirements\n\n| Term | Meaning |\n| --- | --- |\n| Label | paper |\n| Desk | a place |\n",
    );
    assert.match(messages[0] ?? "", /Could each one under "Requirements" \(line 10\) begin with an id/);
    assert.deepEqual(fixes(), []);
  });

  it("asks nothing where there is nothing yet, or a requirement", () => {
    assert.deepEqual(asked("# Labels\n\n## Why\n\n## Requirements\n").messages, []);
    assert.deepEqual(asked("").messages, []);
    assert.deepEqual(asked("# Labels\n\n## Requirements\n\n- **R1** Print a label.\n").messages, []);
  });
});
