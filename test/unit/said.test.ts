/**
 * Everything that Seamwork says and writes about the rules' examples, the fixtures and docs/example, as it stands in
 * test/fixtures/said: a change of wording shows there, where one can read it aloud. `SEAMWORK_WRITE=1 npm run test:unit --
 * --grep "is said"` writes the files anew.
 */
import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { structuredPatch } from "diff";
import { adopt } from "../../src/core/adopt/adopt.ts";
import { agendaMarkdown } from "../../src/core/agenda/markdown.ts";
import type { AgendaRequest } from "../../src/core/agenda/model.ts";
import { boardMarkdown } from "../../src/core/board/markdown.ts";
import { checkDocument } from "../../src/core/check/check.ts";
import { fixesFor } from "../../src/core/check/fixes.ts";
import type { CheckOptions } from "../../src/core/check/check.ts";
import { defaultConfig } from "../../src/core/config/config.ts";
import { parseConfig } from "../../src/core/config/parse-config.ts";
import { runExample } from "../../src/core/docs/example-run.ts";
import { parseDocument } from "../../src/core/document/document.ts";
import { phrasesIn } from "../../src/core/document/phrases-in.ts";
import type { Fix, Problem } from "../../src/core/problem.ts";
import { readiness } from "../../src/core/readiness/readiness.ts";
import { readinessText } from "../../src/core/readiness/render.ts";
import { allRules } from "../../src/core/rules/all.ts";
import { documentedRules } from "../../src/core/rules/documented.ts";
import { exampleDocument } from "../../src/core/rules/example.ts";
import { teamFactsOf } from "../../src/core/facts/facts.ts";
import { applyEdits } from "../../src/core/text/range.ts";
import type { Range } from "../../src/core/text/range.ts";
import { agendaIn } from "./agenda/workspace.ts";
import { boardOfTeam } from "./board/team.ts";
import { fixtureFolder, fixtureTexts } from "./fixtures.ts";
import { plainModel } from "./model.ts";
import { fixed } from "./rules/fixed.ts";

const folder = join(fixtureFolder, "said");
/** The day on which the example's story stands still. */
const today = "2026-08-03";

/** The lines that differ. */
function changes(before: string, after: string): string[] {
  return structuredPatch("", "", before, after, "", "", { context: 0 }).hunks.flatMap(({ lines }) => lines);
}

function said(text: string, problems: readonly Problem[], fixes: (problem: Problem) => Fix[]): string[] {
  return problems.flatMap((problem) => {
    const { code, severity, owner, message, start, end } = problem;
    const place = JSON.stringify(text.slice(start, end).slice(0, 60));
    return [
      `- ${code}, ${severity}, ${owner}, at ${place}: ${message}`,
      ...fixes(problem).flatMap((fix) => [
        `  - ${fix.title} (${fix.kind})`,
        ...changes(text, fixed(text, fix)).map((line) => `    ${line}`),
      ]),
    ];
  });
}

function rulesSay(): string[] {
  return documentedRules.flatMap((rule) => [
    `# ${rule.code} ${rule.name}`,
    ...rule.examples.flatMap((example) => {
      const text = exampleDocument(example.bad);
      const { own, fixes } = runExample(rule, example, text);
      return [`## ${example.title}`, ...said(text, own, fixes)];
    }),
  ]);
}

function fixturesSay(): string[] {
  return fixtureTexts().flatMap(([name, text]) => {
    const options: CheckOptions = { config: defaultConfig, today, rules: allRules, as: "in-review" };
    const document = parseDocument(text, defaultConfig);
    const problems = checkDocument(document, options);
    const next = checkDocument(document, { ...options, as: "agreed" });
    const ready = readiness(document, problems, next, options);
    return [
      `# ${name}`,
      ...said(text, problems, (problem) => fixesFor(problem, document, options)),
      "## Readiness",
      readinessText(ready, today, name),
    ];
  });
}

/** A model in few words: for each thing the text that it is about, and what is known of it. */
function inWords(text: string, value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) => {
    if (typeof one !== "object" || one === null || Array.isArray(one)) return one;
    // In which order a model was made says nothing.
    if (!("start" in one) || !("end" in one)) return sorted(one);
    const { start, end, ...rest } = one as Range & { readonly text?: string };
    const source = text.slice(start, end);
    const at = source.length <= 24 ? source : `${source.slice(0, 10)}…${source.slice(-10)}`;
    // What is written so has nothing to add.
    if (rest.text === source) delete rest.text;
    return Object.keys(rest).length === 0 ? at : { at, ...sorted(rest) };
  });
}

function sorted(model: object): object {
  return Object.fromEntries(Object.entries(model).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function fixturesMean(): string[] {
  return fixtureTexts().flatMap(([name, text]) => {
    const document = parseDocument(text, defaultConfig);
    const {
      text: _text,
      definitions: _definitions,
      mentions: _mentions,
      ...model
    } = plainModel(document) as Record<string, unknown>;
    const ids = document.mentions.map(({ id, target }) => (target === undefined ? `${id}?` : id));
    const defined = document.definitions.map(({ id, kind }) => `${kind} ${id}`);
    return [
      `# ${name}`,
      ...Object.entries({ ...model, facts: teamFactsOf(document) }).flatMap(([key, value]) =>
        Array.isArray(value)
          ? value.map((one) => `- ${key} ${inWords(text, one)}`)
          : [`- ${key} ${inWords(text, value)}`],
      ),
      `- defines ${defined.join(", ")}`,
      `- mentions ${ids.join(", ")}`,
    ];
  });
}

function exampleTexts(): [string, string][] {
  const root = join("docs", "example");
  return ["cycles", "prds", "retros"].flatMap((name) =>
    readdirSync(join(root, name))
      .sort()
      .map((file): [string, string] => [`${name}/${file}`, readFileSync(join(root, name, file), "utf8")]),
  );
}

/** Which words of which sentence stand for a talk that has not happened. */
function sentencesHold(): string[] {
  const file = JSON.parse(readFileSync(join(fixtureFolder, "sentences.json"), "utf8")) as {
    readonly recall: readonly { readonly text: string }[];
  };
  return file.recall.flatMap(({ text }) => [
    `# ${text.replace(/\s+/g, " ")}`,
    ...phrasesIn(parseDocument(`${text}\n`, defaultConfig), defaultConfig).map(
      (hit) => `- ${inWords(text, hit)}`,
    ),
  ]);
}

function adoptionWrites(): string[] {
  return fixtureTexts().flatMap(([name, text]) => {
    const { edits, ...told } = adopt(text, { config: defaultConfig, path: name, takenIds: ["PRD-201"] });
    return [`# ${name}`, JSON.stringify(told, undefined, 1), ...changes(text, applyEdits(text, edits))];
  });
}

function exampleSays(): string[] {
  const yaml = readFileSync(join("docs", "example", "seamwork.yaml"), "utf8");
  const files = Object.fromEntries(exampleTexts());
  const { config } = parseConfig(yaml, "seamwork.yaml");
  const { board, open } = boardOfTeam({ files, yaml, today });
  const requests: AgendaRequest[] = [
    { kind: "weekly", pair: ["@nadia", "@priya"] },
    { kind: "managers" },
    { kind: "planning", cycle: "2026-Q3" },
    { kind: "retro", document: "PRD-099" },
  ];
  return [
    boardMarkdown(board),
    JSON.stringify(board, undefined, 1),
    ...requests.map((request) => agendaMarkdown(agendaIn(request, files, { today, config }), "places")),
    ...[...open].flatMap(([path, conversations]) => [
      `# ${path}`,
      JSON.stringify(conversations, undefined, 1),
    ]),
  ];
}

describe("what is said", () => {
  const parts: Readonly<Record<string, () => string[]>> = {
    "rules.md": rulesSay,
    "fixtures.md": fixturesSay,
    "read.md": fixturesMean,
    "heard.md": sentencesHold,
    "adopted.md": adoptionWrites,
    "example.md": exampleSays,
  };
  for (const [name, say] of Object.entries(parts)) {
    it(`is said in ${join(folder, name)}; SEAMWORK_WRITE=1 writes it anew`, () => {
      const text = `${say().join("\n").replaceAll("\r", "␍")}\n`;
      const file = join(folder, name);
      if (process.env["SEAMWORK_WRITE"] !== undefined) writeFileSync(file, text);
      assert.deepEqual(changes(readFileSync(file, "utf8"), text).slice(0, 20), []);
    });
  }
});
