import type { Config } from "../config/config.ts";
import type { PrdDocument } from "../document/model.ts";
import type { FacetName } from "../format/section-names.ts";
import { assumptionState, questionState } from "../document/state.ts";
import { coverageOf } from "../review/signatures.ts";
import type { RuleCode } from "../problem.ts";
import { facetAnswers } from "./facet-answers.ts";

/** One line of the sum: `3 of 4 requirements with a why`. */
export interface ScoreLine {
  readonly label: string;
  readonly passed: number;
  /** At least 1: what a document does not have is not counted. */
  readonly of: number;
}

/** Passed checks over all checks, and the lines that add up to them. */
export interface Score {
  readonly passed: number;
  readonly of: number;
  readonly sum: readonly ScoreLine[];
}

interface ScoreCheck {
  readonly label: string;
  /** The rule that asks for the same; a team that switched it off does not count it. */
  readonly code: RuleCode;
  readonly count: (document: PrdDocument, config: Config) => Omit<ScoreLine, "label">;
}

/** What is counted. Each line stands for itself, so that a further one is one entry. */
const checks: readonly ScoreCheck[] = [
  { label: "requirements with a why", code: "PRD101", count: (one) => saying(one, "why") },
  { label: "requirements with edge cases", code: "PRD103", count: (one) => saying(one, "edgeCases") },
  { label: "requirements with constraints", code: "PRD107", count: (one) => saying(one, "constraints") },
  { label: "requirements with acceptance", code: "PRD105", count: (one) => saying(one, "accept") },
  {
    label: "requirements with a fresh sign-off",
    code: "PRD301",
    count: (one, config) =>
      among(coverageOf(one, config), ({ roles }) => roles.every(({ state }) => state === "fresh")),
  },
  {
    label: "questions answered",
    code: "PRD306",
    count: (document) => among(document.questions, (one) => questionState(one, document).state === "settled"),
  },
  {
    label: "assumptions tested",
    code: "PRD201",
    count: ({ assumptions }) => among(assumptions, (one) => assumptionState(one).state !== "untested"),
  },
  {
    label: "option chosen",
    code: "PRD205",
    count({ optionTables }) {
      const options = optionTables.flatMap((table) => table.options);
      const chosen = options.filter((option) => option.chosen).length;
      return { passed: chosen === 1 ? 1 : 0, of: options.length === 0 ? 0 : 1 };
    },
  },
];

export function scoreOf(document: PrdDocument, config: Config): Score {
  const sum: ScoreLine[] = [];
  for (const { label, code, count } of checks) {
    if (config.rules.get(code) === "off") continue;
    const line = { label, ...count(document, config) };
    if (line.of > 0) sum.push(line);
  }
  const total = (key: "passed" | "of"): number => sum.reduce((all, line) => all + line[key], 0);
  return { passed: total("passed"), of: total("of"), sum };
}

function saying(document: PrdDocument, facet: FacetName): Omit<ScoreLine, "label"> {
  const of = document.requirements.length;
  return { passed: of - facetAnswers(document, facet).asked.size, of };
}

function among<T>(all: readonly T[], passes: (one: T) => boolean): Omit<ScoreLine, "label"> {
  return { passed: all.filter(passes).length, of: all.length };
}
