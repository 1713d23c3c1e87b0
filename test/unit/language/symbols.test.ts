import assert from "node:assert/strict";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { symbolsOf } from "../../../src/core/language/symbols.ts";
import type { DocumentSymbol } from "../../../src/core/language/symbols.ts";
import { exampleWorkspaceTexts, fixtureTexts } from "../fixtures.ts";

function symbols(text: string): DocumentSymbol[] {
  return symbolsOf(parseDocument(text, defaultConfig));
}

function tree(all: readonly DocumentSymbol[], depth = 0): string[] {
  return all.flatMap(({ name, detail, kind, children }) => [
    `${"  ".repeat(depth)}${kind} ${[name, detail].filter(Boolean).join(" | ")}`,
    ...tree(children, depth + 1),
  ]);
}

describe("document symbols", () => {
  it("are the headings, the requirements below them, and what each says", () => {
    const text = `# Labels

## Background

By hand.

## Requirements

### R1 · Print a label

- **Why:** Parcels have to leave.
- **Edge cases:**
  - **E1** The printer is offline: it waits.
- **Constraints:**

### Pricing

- **FR-6** Tiers
- **FR-6.1** By API
`;
    assert.deepEqual(tree(symbols(text)), [
      "section Labels",
      "  section Background | Why",
      "  section Requirements",
      "    requirement R1 | Print a label",
      "      facet Why | Parcels have to leave.",
      "      facet Edge cases | The printer is offline: it waits.",
      "    section Pricing",
      "      requirement FR-6 | Tiers",
      "        requirement FR-6.1 | By API",
    ]);
  });

  it("hold their own place, and their children, as VS Code demands", () => {
    const check = ({ start, end, name, selection, children }: DocumentSymbol, where: string): void => {
      assert.ok(name !== "", where);
      assert.ok(start <= selection.start && selection.end <= end, `${where}: ${name}`);
      for (const child of children) {
        assert.ok(start <= child.start && child.end <= end, `${where}: ${name} holds ${child.name}`);
        check(child, where);
      }
    };
    let count = 0;
    for (const [path, text] of [...fixtureTexts(), ...exampleWorkspaceTexts()]) {
      const found = symbols(text);
      count += found.length;
      for (const one of found) check(one, path);
    }
    assert.ok(count > 20);
  });

  it("name a requirement without an id by its title, and show what it says without a label", () => {
    const text =
      "# X\n\n## User stories\n\n- As a clerk, I want to print, so that parcels leave the house.\n";
    assert.deepEqual(tree(symbols(text)), [
      "section X",
      "  section User stories | Requirements",
      "    requirement As a clerk, I want to print, so that parcels leave the house.",
      "      facet Why | so that parcels leave the house",
    ]);
  });

  it("have each requirement once, also where an id is there twice", () => {
    const text = "# X\n\n## Requirements\n\n- **R1** One\n- **R1** Two\n\n#\n";
    assert.deepEqual(tree(symbols(text)), [
      "section X",
      "  section Requirements",
      "    requirement R1 | One",
      "    requirement R1 | Two",
    ]);
  });
});
