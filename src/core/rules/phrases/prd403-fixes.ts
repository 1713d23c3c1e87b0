import { editOf } from "../../writing/said.ts";
import { place } from "../../writing/snippet.ts";
import type { PhraseData } from "./phrase-rule.ts";
import type { Fixes } from "../rule.ts";
import { amountOf } from "./prd403.ts";

export const fixes: Fixes = ({ end, data }) => {
  const [, number, filled] = amountOf((data as PhraseData | undefined)?.term ?? "") ?? [
    undefined,
    "what that means here",
    "the name of the field and what it may hold",
  ];
  const edits = [editOf({ start: end, end }, [" (", place(number), ")"])];
  const title = number.startsWith("what")
    ? "Say what that means"
    : `Say how ${number === "how many" ? "many" : "much"}`;
  return [{ title, kind: "guided", edits, preferred: true, filled: [filled] }];
};
