import { headerKind } from "../../document/header.ts";
import type { Header } from "../../document/header.ts";
import type { Finding } from "../../problem.ts";
import { fieldEdit, headerPlace, isMissing } from "../../writing/header-edits.ts";
import { everyKind } from "../rule.ts";
import type { Rule, RuleContext, RuleDocs } from "../rule.ts";

export const prd009: Rule = {
  code: "PRD009",
  name: "schema",
  severity: "information",
  seam: "handoff",
  owner: "both",
  on: everyKind,
  check: { pass: "local", run },
};

/** The format that this version reads: `prd/1`, `cycle/1` or `retro/1`; undefined for a header of another program. */
export function schemaOf(header: Header): string | undefined {
  const kind = headerKind(header);
  return kind && `${kind}/1`;
}

function run({ document }: RuleContext): Finding[] {
  const { header } = document;
  const field = header.field("schema");
  const value = field?.values[0]?.text;
  const schema = schemaOf(header);
  if (schema === undefined || value === schema) return [];
  const kind = schema.slice(0, -2);
  const { start, end } = field ?? headerPlace(document);
  if (value === undefined) {
    if (field === undefined && !isMissing("schema", document)) return [];
    const message = `No schema says by which rules to read this ${kind === "prd" ? "PRD" : kind}. Add \`schema: ${schema}\`.`;
    return [{ start, end, message, fixable: fieldEdit(document, "schema", schema) !== undefined }];
  }
  const [, name, number] = /^(\w+)\/(\d{1,9})$/.exec(value.toLowerCase()) ?? [];
  if (name === kind && Number(number) > 1) {
    const message = `\`${value}\` is newer than this Seamwork, which knows \`${schema}\`: could you update it? Until then some of this may be misread.`;
    return [{ start, end, message }];
  }
  const message = `\`schema\` is \`${value}\`, and this Seamwork knows \`${schema}\`. Write \`schema: ${schema}\`.`;
  return [{ start, end, message, fixable: true }];
}

export const docs: RuleDocs = {
  summary: "No schema, or one newer than this Seamwork knows. Add `schema: prd/1`, or update Seamwork.",
  rationale: `\`schema: prd/1\` says by which rules this document is read. When the format changes, a PRD of today keeps its
meaning, and an older Seamwork says that it does not know a newer format instead of misreading it.`,
  examples: [
    {
      title: "A header without schema",
      bad: `---
prd: PRD-042
name: Filter exports by date
status: draft
pm: "@lena"
eng: "@mara"
---
`,
      good: `---
prd: PRD-042
schema: prd/1
name: Filter exports by date
status: draft
pm: "@lena"
eng: "@mara"
---
`,
    },
    {
      title: "A schema that does not exist",
      bad: `---
prd: PRD-042
schema: 1
status: draft
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
    },
    {
      title: "A cycle without schema",
      bad: `---
cycle: 2026-Q3
from: 2026-07-01
to: 2026-09-30
capacity: 60w
product: 60
health: 25
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
    },
  ],
};
