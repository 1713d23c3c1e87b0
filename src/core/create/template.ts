import { addDays } from "../text/days.ts";

/**
 * What stands in a new PRD until somebody writes there: each asks the question that its place is for. PRD005 finds
 * them by their words, so a change here needs no change there.
 */
const ask = {
  problem: "Who has it, how often, and how do you know?",
  success: "Which number moves, from what to what, by when?",
  notDoing: "What could somebody expect that stays out?",
  title: "Say in a few words what becomes possible",
  statement: "Say in one sentence who can do what.",
  why: "Say who needs it, and what breaks without it.",
  edgeCase: "Empty, huge, twice, late or offline: say what happens then.",
  accept: "Say what somebody can try, and what they see when it works.",
  assumption: "What do you take for granted that nobody has checked?",
  options: "Engineering: which options are there, how long does each take, and what does each give up?",
} as const;

/** Sentences of the template that say nothing yet, as they stand in a new document. */
export const templatePlaceholders: readonly string[] = Object.values(ask);

/** The one of them that an engineer answers. */
export const engineersPrompt: string = ask.options;

/** What the template is filled with. Handles have their `@`. */
export interface TemplateValues {
  readonly id: string;
  /** For the header, as YAML. */
  readonly name: string;
  /** For the first heading, as markdown. */
  readonly heading: string;
  readonly pm: string | undefined;
  readonly eng: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * The text of a new PRD, with `\n` as line end. *Constraints* stays empty, since only an engineer can say what is in
 * the way; the sections that begin empty show their lines in comments, which nobody reads as content.
 */
export function template({ id, name, heading, pm, eng, today }: TemplateValues): string {
  const inAWeek = addDays(today, 7);
  const [lena, mara] = [pm ?? "@pm", eng ?? "@eng"];
  return `---
prd: ${id}
schema: prd/1
name: ${name}
status: draft
pm:${pm === undefined ? "" : ` "${pm}"`}
eng:${eng === undefined ? "" : ` "${eng}"`}
---

# ${heading}

## Why

- **Problem:** ${ask.problem}
- **Success:** ${ask.success}
- **Not doing:** ${ask.notDoing}

## Requirements

### R1 · ${ask.title}

${ask.statement}

- **Why:** ${ask.why}
- **Edge cases:**
  - **E1** ${ask.edgeCase}
- **Constraints:**
- **Accept:**
  - [ ] ${ask.accept}

## Assumptions

- **A1** ${ask.assumption}

## Feasibility

${ask.options}

| Option | Time | Trade-off | Chosen |
| ------ | ---- | --------- | ------ |

## Questions

<!-- One line each: - **Q1** (${mara}, by ${inAWeek}): what do we not know yet? -->

## Disagreements

<!-- One line each: - **D1** tier 1, ${lena} and ${mara}, ${today}: what do you two see differently? -->

## Review

<!-- Whoever has read a requirement and can build it signs it off here. -->
`;
}
