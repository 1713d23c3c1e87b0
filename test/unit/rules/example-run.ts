import { checkDocument, checkInWorkspace, fixesFor, inOrder } from "../../../src/core/check/check.ts";
import type { CheckOptions } from "../../../src/core/check/check.ts";
import { defaultConfig, parseConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import type { PrdDocument } from "../../../src/core/document/model.ts";
import {
  exampleDay,
  exampleDocument,
  examplePath,
  exampleWorkspace,
} from "../../../src/core/rules/example.ts";
import type { Example, Fix, Problem, Rule } from "../../../src/core/rules/rule.ts";
import { fillSnippet } from "../../../src/core/rules/snippet.ts";
import { applyEdits } from "../../../src/core/text/range.ts";
import { summarise, workspaceIndex } from "../../../src/core/workspace/workspace-index.ts";
import type { WorkspaceIndex } from "../../../src/core/workspace/workspace-index.ts";

/** A text of an example, checked by all rules among the other documents of its workspace. */
export interface ExampleRun {
  readonly document: PrdDocument;
  readonly problems: readonly Problem[];
  /** Of the rule that the example is about. */
  readonly own: readonly Problem[];
  fixes(problem: Problem): Fix[];
}

/** @param text a whole document; see `exampleDocument` */
export function runExample(rule: Pick<Rule, "code">, example: Example, text: string): ExampleRun {
  const config =
    example.config === undefined ? defaultConfig : parseConfig(example.config, "seamwork.yaml").config;
  const options: CheckOptions = {
    config,
    today: example.today ?? exampleDay,
    as: example.status ?? "agreed",
  };
  const document = parseDocument(text, config);
  const index = indexOf(example, document, options);
  const problems = inOrder([
    ...checkDocument(document, options),
    ...checkInWorkspace(document, examplePath, index, options),
  ]);
  return {
    document,
    problems,
    own: problems.filter(({ code }) => code === rule.code),
    fixes: (problem) => fixesFor(problem, document, options, { path: examplePath, index }),
  };
}

export const badText = (example: Example): string => exampleDocument(example.bad);
export const goodText = (example: Example): string => exampleDocument(example.good);

/** The text after a fix, its places filled in as the documentation does; a fix that only selects types over that. */
export function fixed(text: string, { edits, select, filled = [] }: Fix): string {
  if (edits.length === 0 && select !== undefined) {
    return applyEdits(text, [{ ...select, newText: filled[0] ?? "" }]);
  }
  return applyEdits(
    text,
    edits.map((edit) =>
      edit.snippet === true ? { ...edit, newText: fillSnippet(edit.newText, filled) } : edit,
    ),
  );
}

/** How often each code is there. */
export function countByCode(problems: readonly Problem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

function indexOf(example: Example, document: PrdDocument, { config }: CheckOptions): WorkspaceIndex {
  const index = workspaceIndex();
  index.set(summarise(document, examplePath, "prd"));
  for (const [path, text] of exampleWorkspace(example)) {
    index.set(summarise(parseDocument(text, config), path, "prd"));
  }
  return index;
}
