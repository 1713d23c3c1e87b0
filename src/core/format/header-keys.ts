/** Keys with a meaning, in the order in which a new header has them. */
export const headerKeys = [
  "prd",
  "schema",
  "name",
  "status",
  "pm",
  "eng",
  "paired",
  "bucket",
  "cycle",
  "effort",
  "launch",
  "lang",
] as const;

/** The kinds of documents that a header makes. */
export type HeaderKind = "prd" | "cycle" | "retro";

const cycleKeys = [
  "cycle",
  "schema",
  "name",
  "from",
  "to",
  "capacity",
  "product",
  "health",
  "ops",
  "lang",
] as const;
const retroKeys = ["retro", "schema", "name", "launch", "pm", "eng", "lang"] as const;

export type HeaderKey = (typeof headerKeys)[number] | (typeof cycleKeys)[number] | (typeof retroKeys)[number];

/** The keys of each kind, in the order in which a new header has them. */
export const keysOfKind: Readonly<Record<HeaderKind, readonly HeaderKey[]>> = {
  prd: headerKeys,
  cycle: cycleKeys,
  retro: retroKeys,
};

const known: ReadonlySet<string> = new Set(Object.values(keysOfKind).flat());

/** The key that a field means, undefined for the team's own fields. `title` is an alias of `name`. */
export function headerKeyOf(written: string): HeaderKey | undefined {
  if (written === "title") return "name";
  return known.has(written) ? (written as HeaderKey) : undefined;
}
