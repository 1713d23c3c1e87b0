import { slipOf } from "../../document/header-slips.ts";
import { headerKind } from "../../document/header.ts";
import type { HeaderField } from "../../document/header.ts";
import type { HeaderKey } from "../../format/header-keys.ts";
import type { Finding } from "../../problem.ts";
import { fieldEdit, headerPlace, isMissing } from "../../writing/header-edits.ts";
import { everyKind } from "../rule.ts";
import type { Rule, RuleContext, RuleDocs } from "../rule.ts";
import { findingWith, fixOf } from "./prd003/finding.ts";
import { teamHeaderFindings } from "./prd003/team-header.ts";
import { valueFindings } from "./prd003/values.ts";
import { yamlFindings } from "./prd003/yaml.ts";

export const prd003: Rule = {
  code: "PRD003",
  name: "header-field",
  severity: "warning",
  seam: "handoff",
  owner: "both",
  on: everyKind,
  check: { pass: "local", run },
};

function run(context: RuleContext): Finding[] {
  switch (headerKind(context.document.header)) {
    case "prd":
      return prdHeaderFindings(context);
    case "cycle":
    case "retro":
      return teamHeaderFindings(context);
    default:
      return [];
  }
}

function prdHeaderFindings(context: RuleContext): Finding[] {
  const { header } = context.document;
  const findings = yamlFindings(context.document);
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
        "`prd` is empty. Which id does this PRD have? Write capital letters, a hyphen and a number, such as `PRD-042`.",
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

export const docs: RuleDocs = {
  summary: "`stauts` is not a field; did you mean `status`?",
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
      title: "A language by its name",
      bad: `---
prd: PRD-042
schema: prd/1
status: draft
pm: "@lena"
eng: "@mara"
lang: German
---
`,
      good: `---
prd: PRD-042
schema: prd/1
status: draft
pm: "@lena"
eng: "@mara"
lang: de
---
`,
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
