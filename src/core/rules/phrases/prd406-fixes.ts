import { personPlace } from "../../writing/insert.ts";
import { editOf } from "../../writing/said.ts";
import { place } from "../../writing/snippet.ts";
import type { Fixes } from "../rule.ts";

export const fixes: Fixes = ({ end }, { document, today }) => {
  const edits = [editOf({ start: end, end }, [" (", personPlace(document, "pm"), ", ", place(today), ")"])];
  const filled = ["@lena", "2026-07-20"];
  return [{ title: "Say who decided, and when", kind: "guided", edits, preferred: true, filled }];
};
