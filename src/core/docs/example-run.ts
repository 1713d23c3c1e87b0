import { checkDocument, checkInWorkspace, inOrder } from "../check/check.ts";
import { fixesFor } from "../check/fixes.ts";
import { apart } from "../check/group.ts";
import type { CheckOptions } from "../check/check.ts";
import { defaultConfig } from "../config/config.ts";
import { parseConfig } from "../config/parse-config.ts";
import { parseDocument } from "../document/document.ts";
import { headerKind } from "../document/header.ts";
import type { PrdDocument } from "../document/model.ts";
import { allRules } from "../rules/all.ts";
import { exampleDay, examplePath, exampleWorkspace } from "../rules/example.ts";
import type { Example, Rule } from "../rules/rule.ts";
import type { Fix, Problem } from "../problem.ts";
import { teamFactsOf } from "../facts/facts.ts";
import { summarise, workspaceIndex } from "../workspace/workspace-index.ts";

/** A text of an example, checked by all rules among the other documents of its workspace. */
export interface ExampleRun {
  readonly document: PrdDocument;
  readonly problems: readonly Problem[];
  /** Of the rule that the example is about, without what is not late yet. */
  readonly own: readonly Problem[];
  fixes(problem: Problem): Fix[];
}

/** @param text a whole document; see `exampleDocument` */
export function runExample(rule: Pick<Rule, "code">, example: Example, text: string): ExampleRun {
  const config =
    example.config === undefined ? defaultConfig : parseConfig(example.config, "seamwork.yaml").config;
  const options: CheckOptions = {
    config,
    rules: allRules,
    today: example.today ?? exampleDay,
    as: example.status ?? "agreed",
    previous: example.previous === undefined ? undefined : { text: example.previous },
  };
  const document = parseDocument(text, config);
  const index = workspaceIndex();
  const set = (one: PrdDocument, path: string): void =>
    index.set(summarise(one, path, headerKind(one.header) ?? "prd", teamFactsOf(one)));
  set(document, examplePath);
  for (const [path, other] of exampleWorkspace(example)) {
    set(parseDocument(other, config), path);
  }
  const problems = inOrder([
    ...checkDocument(document, options).flatMap(apart),
    ...checkInWorkspace(document, examplePath, index, options),
  ]);
  return {
    document,
    problems,
    own: problems.filter(({ code, early }) => code === rule.code && early !== true),
    fixes: (problem) => fixesFor(problem, document, options, { path: examplePath, index }),
  };
}
