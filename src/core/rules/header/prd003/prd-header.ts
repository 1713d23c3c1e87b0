import { slipOf } from "../../../document/header-slips.ts";
import type { HeaderField } from "../../../document/header.ts";
import type { HeaderKey } from "../../../format/header-keys.ts";
import type { Finding } from "../../../problem.ts";
import { lineEndAt, lineEnding } from "../../../text/lines.ts";
import type { RuleContext } from "../../rule.ts";
import { findingWith, fixOf } from "./finding.ts";
import { statusFindings } from "./status.ts";
import { valueFindings } from "./values.ts";
import { yamlFindings } from "./yaml.ts";

/** What PRD003 asks about the header of a PRD; each finding carries its fixes. */
export function prdHeaderFindings(context: RuleContext): Finding[] {
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
    // A second one has been spoken about, and each of the two is the status.
    if (field.key !== "status") findings.push(...valueFindings(field, context));
  }
  const slip = header.field("status") === undefined && present.has("status");
  findings.push(...unclosedFindings(context), ...missingValues(context), ...statusFindings(context, slip));
  return findings;
}

/** A header without its last line is read by us, and by no other program. */
function unclosedFindings({ document: { header, text } }: RuleContext): Finding[] {
  if (!header.present || !header.unclosed) return [];
  const eol = lineEnding(text);
  const missing = /[\r\n]/.test(text[header.end - 1] ?? "") ? "" : eol;
  const edit = { start: header.end, end: header.end, newText: `${missing}---${eol}` };
  const message =
    "This header has no end, so other programs take it for text. Close it with a line of three dashes, `---`.";
  return [
    findingWith({ start: 0, end: lineEndAt(text, 0) }, message, [
      fixOf("Close the header with ---", "safe", edit),
    ]),
  ];
}

function missingValues({ document }: RuleContext): Finding[] {
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
