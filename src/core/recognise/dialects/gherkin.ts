import { hasSign, signsIn, signsOf } from "../signs.ts";
import type { Sign } from "../signs.ts";
import type { Dialect, DialectDocs, Opening, Saying } from "../dialect.ts";
import { nounHeading } from "../nouns.ts";
import type { Inline } from "../../markdown/inline.ts";

/** Given, When, Then: https://cucumber.io/docs/gherkin/reference, in any language of the lexicons. */
export const gherkin: Dialect = {
  item(inline) {
    const opening = inline.text.includes("\n") ? featureOpening(inline) : undefined;
    return opening !== undefined && isTold(inline) ? opening : undefined;
  },
  says(inline) {
    const signs = signsOf(inline);
    const first = signs.find(({ kind }) => kind === "given" || kind === "when");
    if (first === undefined) return undefined;
    if (first === signs[0] && first.start <= 12) return says(signs, first.end);
    const named = inline.text.includes("\n") && nounHeading(inline)?.noun === "scenario";
    return named ? says(signs, first.end) : undefined;
  },
};

function says(signs: readonly Sign[], from: number): Saying | undefined {
  if (!hasSign(signs, "outcome", from)) return undefined;
  return hasSign(signs, "failing") ? ["accept", "edgeCases"] : ["accept"];
}

/** `Feature: Reprint`, which is a requirement where scenarios follow. */
export function featureOpening(inline: Inline): Opening | undefined {
  const found = nounHeading(inline);
  if (found?.noun !== "feature" || found.title >= inline.text.length) return undefined;
  const { title } = found;
  const titleEnd = title + (/^[^\n]*/.exec(inline.text.slice(title))?.[0].length ?? 0);
  return { id: undefined, idStart: title, idEnd: title, title, titleEnd };
}

/** Below its name a story or a scenario. */
function isTold({ text }: Inline): boolean {
  const second = text.slice(text.indexOf("\n") + 1);
  return (
    nounHeading({ text: second, runs: [], start: 0, end: 0 })?.noun === "scenario" ||
    signsIn(second.slice(0, 200)).some(({ kind, start }) => start < 12 && (kind === "as" || kind === "why"))
  );
}

/** A block of code that holds steps. */
export function isGherkin(code: string): boolean {
  return /^\s*(?:[@#][^\n]*\n\s*)*(?:Feature|Scenario|Given|Funktionalität|Szenario|Angenommen|Característica|Escenario|Dado|Fonctionnalité|Étant donné|機能|シナリオ|场景|場景)[^\n]*\n(?:[^]*\n)?\s*(?:Then|Dann|Entonces|Alors|Então|Allora|Dan|ならば|那么|那麼)/u.test(
    code,
  );
}

export const docs: DialectDocs = {
  name: "Gherkin",
  description:
    "_Given … When … Then …_ as an item or paragraph, _Scenario_ headings and `gherkin` fences below a requirement are its acceptance. `Feature: …` with scenarios, in a fence or as a heading, is a requirement itself.",
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
    {
      title: "Features",
      markdown: `# Labels

## What the desk does

\`\`\`gherkin
Feature: Hold a parcel
  As a clerk, I want to hold a parcel, so that nobody sends it too early

  Scenario: The printer is offline
    Given no printer
    When a clerk holds a parcel
    Then the hold waits in the queue
\`\`\`

## Feature: Release a parcel

### Scenario: One clerk

- Given a parcel on hold
- When its clerk releases it
- Then it leaves with the next van
`,
      sees: {
        '"Hold a parcel"': ["why", "edgeCases", "accept"],
        '"Release a parcel"': ["accept"],
      },
    },
  ],
};
