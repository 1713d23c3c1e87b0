import type { HeaderKey, HeaderKind } from "../format/header-keys.ts";

interface FieldDocs {
  readonly means: string;
  readonly allowed: string;
}

/** What a field of the header means and takes; shown on hover and in completion. */
export function headerDocs(key: HeaderKey, kind: HeaderKind): FieldDocs {
  if (key === "schema") return { ...docs.schema, allowed: `\`${kind}/1\`` };
  if (kind === "cycle" && key === "cycle")
    return {
      means: "the cycle's own id, which PRDs name",
      allowed: "Letters and numbers, such as `2026-Q3`; each cycle has its own.",
    };
  if (kind === "retro" && key === "launch")
    return { means: "the day of the launch or the incident", allowed: docs.launch.allowed };
  if (kind === "retro" && (key === "pm" || key === "eng"))
    return {
      means: `who looks back for ${key === "pm" ? "product" : "engineering"}`,
      allowed: docs[key].allowed,
    };
  return docs[key];
}

const docs: Readonly<Record<HeaderKey, FieldDocs>> = {
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
  from: { means: "the first day of the cycle", allowed: "A day, such as `2026-07-01`." },
  to: { means: "the last day of the cycle", allowed: "A day, such as `2026-09-30`." },
  capacity: {
    means: "how much engineering time there is in the cycle",
    allowed: "A number and `d`, `w` or `m`, such as `60w` for sixty weeks of one person.",
  },
  product: {
    means: "the share of engineering time for something new",
    allowed: "A percentage; the three shares add up to 100.",
  },
  health: {
    means: "the share for debt, infrastructure and tooling",
    allowed: "A percentage; the three shares add up to 100.",
  },
  ops: {
    means: "the share for reliability, performance and monitoring",
    allowed: "A percentage; the three shares add up to 100.",
  },
  retro: {
    means: "the retro's own id",
    allowed: "Capital letters, a hyphen and a number, such as `RETRO-7`.",
  },
  launch: { means: "the planned or actual day of the launch", allowed: "A day, such as `2026-10-01`." },
  lang: {
    means: "the language that it is written in, where its words do not tell",
    allowed: "A code, such as `en`, `de` or `es`.",
  },
};
