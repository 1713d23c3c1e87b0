import type { Finding, Fix } from "../../problem.ts";
import { fieldEdit } from "../../writing/header-edits.ts";
import type { RuleContext } from "../rule.ts";
import { schemaOf } from "./prd009.ts";

export function fixes({ fixable }: Finding, { document }: RuleContext): Fix[] {
  const schema = schemaOf(document.header);
  const edit = fixable === true && schema !== undefined ? fieldEdit(document, "schema", schema) : undefined;
  return edit === undefined
    ? []
    : [{ title: `Write schema: ${schema}`, kind: "safe", preferred: true, edits: [edit] }];
}
