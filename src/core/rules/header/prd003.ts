import type { HeaderField, HeaderKey, HeaderValue } from "../../document/header.ts";
import { statusOf } from "../../format/status.ts";
import { fieldEdit, headerPlace, isMissing } from "../../writing/header-edits.ts";
import { findingWith, fixOf, isBroken, quoteFinding, yamlFindings } from "./header-findings.ts";
import { checkPerson, isHandle, isNobody } from "../../document/header-people.ts";
import { slipOf } from "../../document/header-slips.ts";
import { checkValue } from "../../document/header-values.ts";
import type { Finding, Fix } from "../../problem.ts";
import type { Rule, RuleContext, RuleDocs } from "../rule.ts";

export const docs: RuleDocs = {
  rationale: `A header that a tool misreads is worse than none: the PRD looks like a draft although everybody agreed, or
like nobody's although two people wrote their names.

This rule asks about a field that is one slip away from a known one, about values that their field does not allow
(\`prd\`, \`status\`, \`pm\`, \`eng\`, \`paired\`, \`bucket\`, \`effort\`, \`launch\`; of a cycle its days, its capacity
and its three shares; the id of a cycle or a retro), and about what YAML itself does not allow, such as a handle without quotes. Fields that the format does not know are yours: they are kept and never asked about.`,
  examples: [
    {
      title: "Two letters changed places",
      bad: `---
prd: PRD-042
schema: prd/1
stauts: draft
pm: "@lena"
eng: "@mara"
---
`,
      good: `---
prd: PRD-042
schema: prd/1
status: draft
pm: "@lena"
eng: "@mara"
---
`,
      status: "draft",
    },
    {
      title: "A handle without quotes",
      bad: `---
prd: PRD-042
schema: prd/1
status: draft
pm: @lena
eng: "@mara"
---
`,
      good: `---
prd: PRD-042
schema: prd/1
status: draft
pm: "@lena"
eng: "@mara"
---
`,
    },
    {
      title: "A date and a duration that only people can read",
      bad: `---
prd: PRD-042
schema: prd/1
status: draft
pm: "@lena"
eng: "@mara"
effort: three weeks
launch: 15.9.2026
---
`,
      good: `---
prd: PRD-042
schema: prd/1
status: draft
pm: "@lena"
eng: "@mara"
effort: 3w
launch: 2026-09-15
---
`,
      count: 2,
    },
    {
      title: "A status of another tool",
      bad: `---
prd: PRD-042
schema: prd/1
status: approved
pm: "@lena"
eng: "@mara"
---
`,
      good: `---
prd: PRD-042
schema: prd/1
status: agreed
pm: "@lena"
eng: "@mara"
---
`,
    },
    {
      title: "Somebody whom the team's file does not know",
      bad: `---
prd: PRD-042
schema: prd/1
status: draft
pm: "@lena"
eng: "@maar"
---
`,
      good: `---
prd: PRD-042
schema: prd/1
status: draft
pm: "@lena"
eng: "@mara"
---
`,
      config: `people:
  "@lena": { name: Lena Ortiz, role: pm }
  "@mara": { name: Mara Lind, role: eng }
`,
    },
    {
      title: "A cycle that ends before it begins, in weeks that only people can read",
      bad: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-09-30
to: 2026-07-01
capacity: 60 weeks
product: 60
health: a quarter
ops: 15
---
`,
      good: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
capacity: 60w
product: 60
health: 25
ops: 15
---
`,
      count: 3,
    },
    {
      title: "A cycle without capacity and with two of three shares",
      bad: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
product: 60
health: 25
---
`,
      good: `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
capacity: 60w
product: 60
health: 25
ops: 15
---
`,
      count: 2,
      // Whole, the split is there to be agreed.
      mayFollow: ["PRD502"],
    },
  ],
};

export const prd003: Rule = {
  code: "PRD003",
  name: "header-field",
  severity: "warning",
  seam: "handoff",
  owner: "both",
  summary: "`stauts` is not a field; did you mean `status`?",
  check: { pass: "local", run },
  // What would remove the finding is known where it is found.
  fixes: ({ data }) => (data ?? []) as Fix[],
};

/** Fields that hold several values. */
const plural: ReadonlySet<HeaderKey> = new Set(["pm", "eng"]);

function run(context: RuleContext): Finding[] {
  const { header } = context.document;
  const findings: Finding[] = [];
  if (header.field("prd") === undefined) return findings;
  findings.push(...yamlFindings(context.document));
  const present = new Set(header.fields.map(({ key }) => key));
  for (const field of header.fields) {
    if (field.key === undefined) {
      const meant = slipOf(field.written);
      if (meant !== undefined && !present.has(meant)) {
        present.add(meant);
        findings.push(slipFinding(field, meant, context));
      }
    }
    findings.push(...valueFindings(field, context));
  }
  findings.push(...missingValues(context, present));
  return findings;
}

function missingValues({ document }: RuleContext, present: ReadonlySet<HeaderKey | undefined>): Finding[] {
  const findings: Finding[] = [];
  const id = document.header.field("prd");
  if (id?.values.length === 0 && !id.odd) {
    findings.push(
      findingWith(
        id,
        "`prd` is empty. Which id has this PRD? One is capital letters, a hyphen and a number, such as `PRD-042`.",
      ),
    );
  }
  const status = document.header.field("status");
  const isThere = status === undefined ? present.has("status") : status.values.length > 0 || status.odd;
  if (!isThere && (status !== undefined || isMissing("status", document))) {
    const edit = fieldEdit(document, "status", "draft");
    const message =
      "This PRD has no `status`, so it is read as a draft. Is it one? Then write `status: draft`.";
    const fixes = edit === undefined ? [] : [fixOf("Write status: draft", "safe", edit)];
    findings.push(findingWith(status ?? headerPlace(document), message, fixes));
  }
  return findings;
}

function slipFinding(field: HeaderField, meant: HeaderKey, context: RuleContext): Finding {
  const message = `\`${field.written}\` is not a field; did you mean \`${meant}\`?`;
  const { start, end } = field.keyRange;
  const kind = renameIsSafe(field, meant, context) ? "safe" : "guided";
  return findingWith(field.keyRange, message, [
    fixOf(`Rename to ${meant}`, kind, { start, end, newText: meant }),
  ]);
}

/** A rename that brings another problem to light, or moves the PRD to another status, is for a person to do. */
function renameIsSafe(field: HeaderField, meant: HeaderKey, context: RuleContext): boolean {
  if (valueFindings({ ...field, key: meant }, context).length > 0) return false;
  const [value] = field.values;
  if (value === undefined || field.values.some(({ needsQuotes }) => needsQuotes)) return false;
  if (meant === "status") return value.text === "draft";
  if (meant === "schema") return value.text === "prd/1";
  return meant !== "effort" || context.document.optionTables.length === 0;
}

/** What is wrong with the values of a field by the PRD's rules; a key that a PRD has not is only read. */
export function valueFindings(field: HeaderField, context: RuleContext): Finding[] {
  const { key, values } = field;
  const findings: Finding[] = [];
  if (key !== undefined && field.odd && !isBroken(field, context.document.header)) {
    const allowed = plural.has(key)
      ? `a handle or a list of handles, such as \`${key}: "@lena"\``
      : "one text";
    findings.push(
      findingWith(field, `\`${key}\` holds something that cannot be read; could you write ${allowed}?`),
    );
  } else if (key !== undefined && values.length > 1 && !plural.has(key)) {
    findings.push(
      findingWith(field.valueRange, `\`${key}\` takes one value and has ${values.length}. Which one holds?`),
    );
    return findings;
  }
  for (const value of values) {
    const several = key === "pm" || key === "eng" ? severalPeople(value, context) : undefined;
    if (several !== undefined) findings.push(severalFinding(several, value, values.length, context));
    else {
      if (value.needsQuotes) findings.push(quoteFinding(value));
      if (key !== undefined) findings.push(...badValue(key, value, context));
    }
  }
  return findings;
}

const between = /\s*[,;&+/]\s*|\s+and\s+/;

/** The handles in a value such as `mara, tom`; undefined where it names one person, or nobody. */
function severalPeople({ text }: HeaderValue, { config }: RuleContext): string[] | undefined {
  const words = text.length > 200 || isNobody(text, config) ? [] : text.split(between);
  if (words.length < 2 || !words.every(isHandle)) return undefined;
  return words.map((word) => `@${word.replace(/^@/, "")}`);
}

function severalFinding(
  people: readonly string[],
  { start, end }: HeaderValue,
  among: number,
  { config }: RuleContext,
): Finding {
  const quoted = people.map((one) => JSON.stringify(one)).join(", ");
  const message = `Several people in one text count as one person. Write a list: \`[${quoted}]\`.`;
  const known = people.every((one) => config.people.size === 0 || config.people.has(one));
  const newText = among === 1 ? `[${quoted}]` : quoted;
  return findingWith({ start, end }, message, [
    fixOf("Write a list of people", known && among === 1 ? "safe" : "guided", { start, end, newText }),
  ]);
}

function badValue(key: HeaderKey, value: HeaderValue, { config, document, today }: RuleContext): Finding[] {
  const { text, start, end } = value;
  const isPerson = key === "pm" || key === "eng";
  // Nobody is paired: PRD002 asks who it is.
  if (isPerson && isNobody(text, config)) return [];
  const problem = isPerson ? checkPerson(text, key, config, today) : checkValue(key, text);
  if (problem === undefined) return [];
  const { because, meant } = problem;
  const subject = `\`${key}\` is \`${shorten(text)}\`, ${because}.`;
  if (meant === undefined) return [findingWith(value, `${subject} What should it be?`)];
  const newText = isPerson ? JSON.stringify(meant) : meant;
  const certain =
    key === "paired" || key === "launch" || (key === "effort" && document.optionTables.length === 0);
  const safe = certain || (key === "status" && statusOf(meant) === "draft");
  return [
    findingWith(value, `${subject} Did you mean \`${meant}\`?`, [
      fixOf(`Write ${meant}`, safe ? "safe" : "guided", { start, end, newText }),
    ]),
  ];
}

/** A value as a message quotes it. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
