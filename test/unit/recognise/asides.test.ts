import assert from "node:assert/strict";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";

/** What is called a requirement in a section of features, beside a first one that is always there. */
function seen(markdown: string): readonly string[] {
  const text = `# Labels\n\n## Core features\n\n- Print a label\n\n${markdown}\n`;
  const [first, ...others] = parseDocument(text, defaultConfig).requirements.map(({ id }) => id);
  assert.equal(first, '"Print a label"');
  return others;
}

describe("what is no requirement", () => {
  it("is the answer to a question in a list of questions", () => {
    const answer = "\n\nClerks must look at the log.\n\n- The printer must say so\n- Ask the desk\n";
    assert.deepEqual(seen(`### How does anybody know that it works?${answer}`), []);
    assert.deepEqual(seen("- **How can it fail?**\n  - The printer must be off\n- Reprint a label"), [
      '"Reprint a label"',
    ]);
    assert.equal(seen(`### How labels are printed${answer}`).length, 3);
    assert.equal(seen(`## What will be printed?${answer}`).length, 2);
  });

  it("is a field, a value or a setting that a program has", () => {
    assert.deepEqual(
      seen("- `printer_id`: which printer\n- **paper_low** - less than ten sheets\n- dpiMax = 600"),
      [],
    );
    assert.deepEqual(seen("- `print label`: prints one\n- **paper**: the tray is chosen"), [
      '"print label: prints one"',
      '"paper"',
    ]);
  });

  it("stands below a label for fields, values or the way it is built", () => {
    for (const label of ["Label fields", "Priority levels", "Technical implementation"])
      assert.deepEqual(seen(`**${label}:**\n\n- Name of the clerk\n- Weight of the parcel`), [], label);
    assert.deepEqual(seen("## Product principles\n\n- A label should not pretend to be a stamp"), []);
    assert.equal(seen("**Label printing:**\n\n- Name of the clerk\n- Weight of the parcel").length, 2);
  });

  it("is a value that something can have: what can have it is one", () => {
    assert.deepEqual(seen("- Sort by:\n  - Weight\n  - Day\n- Reprint a label"), [
      '"Sort by"',
      '"Reprint a label"',
    ]);
    assert.deepEqual(seen("- **Filter options:**\n  - By clerk\n  - By day"), ['"Filter options"']);
    assert.deepEqual(seen("**Card displays:**\n\n- Name\n- Weight"), []);
    assert.deepEqual(seen("**Paper types:**\n\n- Sheets\n- **Roll**: on the left"), []);
    assert.equal(seen("**Print options:**\n\n- Choose the tray\n- Two on a page").length, 2);
    assert.equal(seen("- The desk prints:\n  - Labels of parcels\n  - Lists of parcels").length, 2);
  });

  it("is a link to something that is said elsewhere", () => {
    assert.deepEqual(
      seen("- [The desk should print](https://example.com/desk)\n- [Colour][1]\n\n[1]: /c"),
      [],
    );
    assert.deepEqual(seen("- Print as [the carrier](https://example.com) asks"), [
      '"Print as the carrier asks"',
    ]);
  });

  it("stands in a part that weighs or refers", () => {
    for (const part of ["Drawbacks", "Disclaimer", "Backwards Compatibility", "Constitution Check"])
      assert.deepEqual(seen(`## ${part}\n\nClerks must learn a second screen.`), [], part);
    assert.equal(seen("## Second screen\n\nClerks must learn a second screen.").length, 1);
  });
});
