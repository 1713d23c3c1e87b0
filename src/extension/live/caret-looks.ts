import type { BufferSelection } from "../../collab/editor-port.ts";
import type { Participant, SharedSelection } from "../../collab/session/presence.ts";
import { shorten } from "../../core/words/shorten.ts";
import { IDLE_MS } from "./people.ts";

/** For so long after somebody moved, their name stands beside the caret; milliseconds. */
export const NAME_MS = 4_000;

/** After so long without a sign of somebody, their caret is not shown any more; milliseconds. */
export const GONE_MS = 5 * 60_000;

/** What is to be seen of others in a buffer; offsets in UTF-16 units. */
export interface CaretLooks {
  readonly carets: readonly { readonly colour: number; readonly at: number; readonly idle: boolean }[];
  readonly selections: readonly { readonly colour: number; readonly start: number; readonly end: number }[];
  /** At most one at a place: whoever moved there last. */
  readonly names: readonly { readonly colour: number; readonly at: number; readonly name: string }[];
  /** Milliseconds until something fades although nobody moves; undefined when nothing will. */
  readonly next: number | undefined;
}

/**
 * @param toBuffer where a selection of the shared text is in the buffer
 * @param now the clock that `active` is of, in milliseconds
 */
export function caretLooks(
  participants: readonly Participant[],
  toBuffer: (selection: SharedSelection) => BufferSelection,
  now: number,
): CaretLooks {
  const carets: CaretLooks["carets"][number][] = [];
  const selections: CaretLooks["selections"][number][] = [];
  const names = new Map<number, CaretLooks["names"][number]>();
  let next: number | undefined;
  // The latest comes last, and so on top.
  for (const { active, colour, name, ...one } of [...participants].sort((a, b) => a.active - b.active)) {
    const still = Math.max(0, now - active);
    if (still >= GONE_MS || one.selections.length === 0) continue;
    const change = [NAME_MS, IDLE_MS, GONE_MS].find((at) => at > still) ?? GONE_MS;
    next = Math.min(next ?? Infinity, change - still);
    one.selections.forEach((selection, index) => {
      const { anchor, head } = toBuffer(selection);
      carets.push({ colour, at: head, idle: still >= IDLE_MS });
      if (anchor !== head)
        selections.push({ colour, start: Math.min(anchor, head), end: Math.max(anchor, head) });
      if (index === 0 && still < NAME_MS) names.set(head, { colour, at: head, name: nameOnFlag(name) });
    });
  }
  return { carets, selections, names: [...names.values()], next };
}

/** The longest name on a flag, in UTF-16 units. */
const FLAG_MAX = 24;

/** A name on one line, without signs that would turn the text around it. */
function nameOnFlag(name: string): string {
  return shorten(name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ").trim(), FLAG_MAX);
}
