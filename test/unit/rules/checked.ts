import { checkDocument } from "../../../src/core/check/check.ts";
import { fixesFor } from "../../../src/core/check/fixes.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import type { Status } from "../../../src/core/format/status.ts";
import type { Fix, Problem, RuleCode } from "../../../src/core/problem.ts";
import { fixed } from "./fixed.ts";

export interface Circumstances {
  /** `seamwork.yaml` */
  readonly team?: string;
  readonly as?: Status;
  readonly today?: string;
}

/** What one rule says about a text; no file but the text itself is known. */
export interface Checked {
  readonly problems: readonly Problem[];
  readonly messages: readonly string[];
  /** The parts of the text that the problems point at. */
  readonly places: readonly string[];
  readonly fixes: (index?: number) => Fix[];
  /** The text after the fix with this title (or its beginning), or after the first one. */
  readonly after: (title?: string) => string;
}

export function checked(
  code: RuleCode,
  text: string,
  { team, as, today = "2026-08-01" }: Circumstances = {},
): Checked {
  const config = team === undefined ? defaultConfig : parseConfig(team, "seamwork.yaml").config;
  const document = parseDocument(text, config);
  const options = { config, today, as };
  const problems = checkDocument(document, options).filter((problem) => problem.code === code);
  const fixes = (index = 0): Fix[] => {
    const problem = problems[index];
    return problem === undefined ? [] : fixesFor(problem, document, options);
  };
  return {
    problems,
    messages: problems.map(({ message }) => message),
    places: problems.map(({ start, end }) => text.slice(start, end)),
    fixes,
    after(title = "") {
      const all = problems.flatMap((_, index) => fixes(index));
      const fix = all.find((one) => one.title.startsWith(title));
      if (fix === undefined)
        throw new Error(`No fix begins with "${title}": ${all.map((one) => one.title).join(", ")}`);
      return fixed(text, fix);
    },
  };
}

/** A PRD with these lines in its header; `prd`, `schema`, `pm` and `eng` are there where no line has them. */
export function withHeader(lines: string, body = ""): string {
  const usual = ["prd: PRD-042", "schema: prd/1", 'pm: "@lena"', 'eng: "@mara"'];
  const rest = usual.filter((line) => !new RegExp(`^${line.split(":", 1)[0]}:`, "m").test(lines));
  return `---\n${[...rest, lines].join("\n")}\n---\n${body}`;
}
