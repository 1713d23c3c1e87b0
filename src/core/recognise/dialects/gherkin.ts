import { hasSign, signsOf } from "../signs.ts";
import type { Dialect, DialectDocs } from "../dialect.ts";

/** Given, When, Then: https://cucumber.io/docs/gherkin/reference, in any language of the lexicons. */
export const gherkin: Dialect = {
  says(inline) {
    const signs = signsOf(inline);
    const first = signs[0];
    if (first === undefined || first.start > 12 || (first.kind !== "given" && first.kind !== "when"))
      return undefined;
    if (!hasSign(signs, "outcome", first.end)) return undefined;
    return hasSign(signs, "failing") ? ["accept", "edgeCases"] : ["accept"];
  },
};

/** A block of code that holds steps. */
export function isGherkin(code: string): boolean {
  return /^\s*(?:Feature|Scenario|Given|Funktionalität|Szenario|Angenommen|Característica|Escenario|Dado|Fonctionnalité|Étant donné|機能|シナリオ|场景|場景)[^\n]*\n(?:[^]*\n)?\s*(?:Then|Dann|Entonces|Alors|Então|Allora|Dan|ならば|那么|那麼)/u.test(
    code,
  );
}

export const docs: DialectDocs = {
  name: "Gherkin",
  description:
    "_Given … When … Then …_ as an item or paragraph, _Scenario_ headings and `gherkin` fences below a requirement are its acceptance.",
  examples: [
    {
      title: "Steps in one item, and a fence",
      markdown: `# Labels

## Requirements

### FR-1: Print

A clerk can print a label.

- **Given** a parcel, **when** the clerk prints, **then** one label comes out.

### FR-2: Reprint

A clerk can print it again.

\`\`\`gherkin
Scenario: Torn label
  Given a printed label
  When the clerk reprints it
  Then the same label comes out
\`\`\`
`,
      sees: { "FR-1": ["accept"], "FR-2": ["accept"] },
    },
  ],
};
