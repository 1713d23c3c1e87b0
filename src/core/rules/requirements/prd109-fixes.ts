import { editOf } from "../../writing/said.ts";
import { place } from "../../writing/snippet.ts";
import type { Fixes } from "../rule.ts";
import { asked } from "./prd109.ts";

export const fixes: Fixes = ({ data }, { document }) => {
  const constraint = typeof data === "number" ? document.constraints[data] : undefined;
  if (constraint === undefined) return [];
  const { bodyRange, body, id, topic = "" } = constraint;
  const at = bodyRange.end - (/[.;,!?…]+$/.exec(body)?.[0].length ?? 0);
  const edit = editOf({ start: at, end: at }, [" (", place(asked.get(topic) ?? "how much"), ")"]);
  const filled = [filledBy[topic] ?? ""];
  return [{ title: `Add the number to ${id}`, kind: "guided", edits: [edit], preferred: true, filled }];
};

const filledBy: Readonly<Record<string, string>> = {
  perf: "p95 under 300 ms",
  scale: "up to 90 days",
  cost: "0.02 euro each",
  time: "3 weeks",
};
