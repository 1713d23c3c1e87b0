import { fieldEdit, headerPlace, isMissing } from "./header-edits.ts";
import type { Finding, Fix, Rule, RuleContext, RuleDocs } from "./rule.ts";

export const docs: RuleDocs = {
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
      title: "A schema that was never written like this",
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
  ],
};

export const prd009: Rule = {
  code: "PRD009",
  name: "schema",
  severity: "information",
  seam: "handoff",
  owner: "both",
  summary: "No schema, or one newer than this Seamwork knows. Add `schema: prd/1`, or update Seamwork.",
  check: { pass: "local", run },
  fixes,
};

/** The format that this version reads. */
const schema = "prd/1";

function run({ document }: RuleContext): Finding[] {
  const { header } = document;
  const field = header.field("schema");
  const value = field?.values[0]?.text;
  if (value === schema || header.field("prd") === undefined) return [];
  const { start, end } = field ?? headerPlace(document);
  if (value === undefined) {
    if (field === undefined && !isMissing("schema", document)) return [];
    const message = `No schema says by which rules to read this PRD. Add \`schema: ${schema}\`.`;
    return [{ start, end, message, fixable: fieldEdit(document, "schema", schema) !== undefined }];
  }
  const number = Number(/^prd\/(\d{1,9})$/i.exec(value)?.[1] ?? 0);
  if (number > 1) {
    const message = `\`${value}\` is newer than this Seamwork, which knows \`${schema}\`: could you update it? Until then some of this may be misread.`;
    return [{ start, end, message }];
  }
  const message = `\`schema\` is \`${value}\`, and this Seamwork knows \`${schema}\`. Write \`schema: ${schema}\`.`;
  return [{ start, end, message, fixable: true }];
}

function fixes({ fixable }: Finding, { document }: RuleContext): Fix[] {
  const edit = fixable === true ? fieldEdit(document, "schema", schema) : undefined;
  return edit === undefined
    ? []
    : [{ title: `Write schema: ${schema}`, kind: "safe", preferred: true, edits: [edit] }];
}
