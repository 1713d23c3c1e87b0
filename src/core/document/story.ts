import type { Range } from "../text/range.ts";
import { rangeIn } from "./passage.ts";
import type { Passage } from "./passage.ts";

const story = /\bas an? [^.!?]{1,200}?\bi\b[^]*?\b(so that\b|so (?:i|we|they) )/i;

/** The "so that …" clause of a user story among the passages: who asks has said why. */
export function soThatOf(statement: readonly Passage[]): Range | undefined {
  for (const passage of statement) {
    const found = story.exec(passage.text.slice(0, 4000));
    if (found === null) continue;
    const from = found[0].length + found.index - (found[1]?.length ?? 0);
    return rangeIn(passage, from, passage.text.length);
  }
  return undefined;
}
