import type { HeaderKey } from "../../core/document/header.ts";

/** What a field of the header means and takes; shown on hover and in completion. */
export const headerDocs: Readonly<Record<HeaderKey, { readonly means: string; readonly allowed: string }>> = {
  prd: {
    means: "the PRD's id, which makes this file a PRD",
    allowed: "Capital letters, a hyphen and a number, such as `PRD-042`; each PRD has its own.",
  },
  schema: { means: "the version of the format", allowed: "`prd/1`" },
  name: { means: "what it is called", allowed: "A short text." },
  status: {
    means: "how far it is",
    allowed: "`draft` → `in-review` → `agreed` → `building` → `launched` → `closed`; `parked` from anywhere.",
  },
  pm: {
    means: "who speaks for product",
    allowed: 'A handle in quotes, such as `"@lena"`, or a list of them.',
  },
  eng: {
    means: "who speaks for engineering",
    allowed: 'A handle in quotes, such as `"@mara"`, or a list of them.',
  },
  paired: {
    means: "the day on which this pair began to work together",
    allowed: "A day, such as `2026-07-20`.",
  },
  bucket: {
    means: "what the time is spent on",
    allowed:
      "`product`, `health` (debt, infrastructure, tooling) or `ops` (reliability, performance, monitoring).",
  },
  cycle: { means: "the cycle that it is planned for", allowed: "For example `2026-Q3`." },
  effort: {
    means: "how long it should take",
    allowed: "A number and `d`, `w` or `m`, such as `3w`; the chosen option says the same.",
  },
  launch: { means: "the planned or actual day of the launch", allowed: "A day, such as `2026-10-01`." },
};
