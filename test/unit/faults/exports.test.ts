import assert from "node:assert/strict";
import type { FacetName } from "../../../src/core/format/section-names.ts";
import { boldLines } from "./documents.ts";
import { tried } from "./tried.ts";

/** What other programs make of a PRD when it leaves them. */
const cases: readonly {
  readonly name: string;
  readonly text: string;
  /** The requirements by id or title. */
  readonly sees: Readonly<Record<string, readonly FacetName[]>>;
  /** Titles in order, where ids name them. */
  readonly titles?: readonly string[];
  readonly sections: readonly (string | undefined)[];
}[] = [
  {
    name: "Confluence: a table without ids, and lists and breaks in its cells",
    text: `# Bike lockers

## Background and strategic fit

Bikes stand in the rain.

## Requirements

| # | Title | User Story | Importance | Notes |
| --- | --- | --- | --- | --- |
| 1 | Open a locker | As a rider I want to open a locker<br>with a code, so that I need not wait | **Must Have** | <ul><li>one</li><li>two</li></ul> |
| 2 | See free lockers | As a courier I want to see what is free |  | \\- none |

## Questions

| Question | Outcome |
| --- | --- |
| Who pays for power? |  |
`,
    sees: { '"Open a locker"': ["why"], '"See free lockers"': [] },
    sections: [undefined, "Why", "Requirements", "Questions"],
  },
  {
    name: "a text editor: bold lines instead of headings, and escaped numbers",
    text: boldLines,
    sees: {
      '"As a rider, I want to open a locker with a code, so that I don’t wait."': ["why"],
      '"The locker must open within 3 seconds."': ["why", "constraints", "accept"],
      '"The courier must see which lockers are free."': [],
    },
    sections: [undefined, "Why", "Requirements", "Questions"],
  },
  {
    name: "the same with a title as heading",
    text: `# Bike lockers

**1\\. Problem**

Bikes stand in the rain.

**2\\. Requirements:**

* The locker must open within 3 seconds.
* The courier must see which lockers are free.

**Notes**

Nothing.
`,
    sees: {
      '"The locker must open within 3 seconds."': ["constraints", "accept"],
      '"The courier must see which lockers are free."': [],
    },
    sections: [undefined, "Why", "Requirements", undefined],
  },
  {
    name: "headings in bold, with anchors and escaped numbers",
    text: `# **Bike Lockers PRD** {#bike-lockers-prd}

## **1\\. Problem** {#1.-problem}

Bikes stand in the rain.

## **2\\. Requirements** {#2.-requirements}

### **2.1 Open a locker** {#2.1-open-a-locker}

A rider can open a locker with a code.

**Why:** people aren’t at home.

**Acceptance criteria**

* Opens within 3 s.

### **R2: See free lockers** {#r2}

The courier must see which lockers are free.

## **3\\. Open questions**

* Who pays for power?
`,
    sees: { '"Open a locker"': ["why", "constraints", "accept"], R2: [] },
    titles: ["Open a locker", "See free lockers"],
    sections: [undefined, "Why", "Requirements", "Questions"],
  },
  {
    name: "escaped brackets, dashes and days, and colons in and out of the bold",
    text: `# Escapes

## **1\\. Why**

Because bikes rust.

## **2\\. Requirements**

### **R1: Open a locker** {#r1}

A rider can open a locker.

* **Why:** people aren’t at home\\.
* **Edge cases:**
  * **E1** Battery flat: mechanic opens it\\.
* **Constraints:**
  * **C1** (ops, @mara, 2026\\-07\\-01): batteries last 200 openings\\. Accepted @lena 2026\\-07\\-03\\.
* **Accept:**
  * \\[ \\] Opens within 3 s\\.

### **R2 – See free lockers**

The courier must see which lockers are free\\.

* **Why :** they walk around\\.
* **Edge Cases :** none seen, @mara 2026\\-07\\-01
* **Accept :** list in 2 s

### **R3:** Colon inside bold

The courier must sign.

**Why**: law.

**Edge cases**:

- no pen: finger
`,
    sees: {
      R1: ["why", "edgeCases", "constraints", "accept"],
      R2: ["why", "edgeCases", "constraints", "accept"],
      R3: ["why", "edgeCases"],
    },
    titles: ["Open a locker", "See free lockers", "Colon inside bold"],
    sections: [undefined, "Why", "Requirements"],
  },
  {
    name: "a wiki: tables in HTML, with and without a header",
    text: `# Bike lockers

## Why

Bikes stand in the rain.

## Requirements

<table>
<tr><th>ID</th><th>Requirement</th><th>Why</th></tr>
<tr><td>R1</td><td>Open a locker</td><td>people are away</td></tr>
</table>
`,
    sees: { R1: ["why"] },
    titles: ["Open a locker"],
    sections: [undefined, "Why", "Requirements"],
  },
  {
    name: "Notion: tasks, fields and a folded list, with a heading of the first level each",
    text: `# Bike lockers

Status: Draft
Owner: Lena

<aside>
💡 This is a callout.

</aside>

# Problem

Bikes stand in the rain.

# Requirements

- [ ]  Open a locker with a code
    - Why: people are away
- [ ]  See free lockers

<details>
<summary>More requirements</summary>

- **R7** Alarm when a door stays open

</details>
`,
    sees: { '"Open a locker with a code"': ["why"], '"See free lockers"': [], R7: [] },
    sections: [undefined, "Why", "Requirements"],
  },
  {
    name: "Obsidian: block ids, wiki links, embeds, callouts, marks and comments",
    text: `# Obsidian

## Why

See [[PRD-9|the other]] and ![[diagram.png]]. %%a comment about R99%%

> [!warning]+ Foldable
> text

## Requirements

### R1 · Open a locker ^r1

A rider can open a locker with ==a code==.

- **Why:** people are away. See [[#R2]] and [[PRD-9#R1]]
- **Edge cases:**
  - **E1** Battery flat: the mechanic opens it. ^e1
- **Constraints:** None seen, @mara 2026-07-01.
- **Accept:**
  - [ ] Opens within 3 s.

### See free lockers ^see-free

As a courier, I want to see what is free, so that I walk less.
`,
    sees: { R1: ["why", "edgeCases", "constraints", "accept"], '"See free lockers"': ["why"] },
    titles: ["Open a locker", "See free lockers"],
    sections: [undefined, "Why", "Requirements"],
  },
];

describe("faults: what other programs export", () => {
  for (const { name, text, sees, titles, sections } of cases) {
    it(name, () => {
      const { seen, outline, places } = tried(text);
      assert.deepEqual(seen, sees);
      assert.deepEqual(
        outline.sections.map((one) => one.name),
        sections,
      );
      if (titles !== undefined)
        assert.deepEqual(
          outline.requirements.map(({ title }) => title),
          titles,
        );
      for (const { heading } of outline.sections) assert.doesNotMatch(heading, /[{\\*]/);
      assert.deepEqual(places("PRD008"), []);
    });
  }

  it("MDX without a requirement says so", () => {
    const { codes } = tried("import X from './x'\n\n# Mdx\n\n<X prop={1} />\n", { status: "agreed" });
    assert.ok(codes.includes("PRD013"));
  });
});
