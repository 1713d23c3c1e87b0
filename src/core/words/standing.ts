/** How an annotation stands: `words` are enough for a badge, and `verb` goes before them in a sentence about it. */
export interface StandingWords {
  readonly verb: "" | "has" | "is";
  readonly words: string;
}

/**
 * Whose turn it is on an engineer's limit.
 *
 * @param by id of the disagreement that it waits for
 */
export function constraintWords(
  state: "waits for product" | "waits for engineering" | "disputed" | "settled",
  by?: string,
): StandingWords {
  if (state === "disputed") return disputedWords(by);
  return { verb: state === "settled" ? "is" : "", words: state };
}

function disputedWords(by: string | undefined): StandingWords {
  return { verb: "", words: `waits for ${by ?? "a disagreement"}` };
}

export function questionWords(state: "open" | "disputed" | "settled", by?: string): StandingWords {
  if (state === "disputed") return disputedWords(by);
  return state === "settled" ? { verb: "is", words: "answered" } : { verb: "has", words: "no answer" };
}

export function assumptionWords(state: "untested" | "held" | "broke"): StandingWords {
  return { verb: state === "untested" ? "is" : "", words: state };
}

const whose: Readonly<Record<number, string>> = { 1: "the pair", 2: "their managers", 3: "strategy" };

/** A tier of disagreements, and who is on it: `tier 2 (their managers)`. */
export function tierWords(tier: number): string {
  const who = whose[tier];
  return who === undefined ? `tier ${tier}` : `tier ${tier} (${who})`;
}

export function disagreementWords(state: "open" | "settled", tier: number): StandingWords {
  return { verb: "is", words: state === "settled" ? "resolved" : `open at ${tierWords(tier)}` };
}

/** As a sentence says it behind a name: `is open at tier 2 (their managers)`, `waits for product`. */
export function predicate({ verb, words }: StandingWords): string {
  return verb === "" ? words : `${verb} ${words}`;
}
