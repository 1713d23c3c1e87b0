/** A PRD's status as people say it: `in review`; `none` is what a PRD has whose header names none that there is. */
export function statusName(status: string): string {
  return status === "none" ? "without a status" : status.replace("-", " ");
}

/** What a PRD is ready for, or not yet, when a status follows: `review`, `agreement`. */
export function stepName(next: string): string {
  const steps: Readonly<Record<string, string>> = {
    "in-review": "review",
    agreed: "agreement",
    launched: "launch",
    closed: "closing",
  };
  return steps[next] ?? statusName(next);
}

/** What people call a kind of document. */
export const kindNames = { prd: "PRD", cycle: "cycle", retro: "retro" } as const;
