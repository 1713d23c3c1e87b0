import { readingsOf } from "../document/mentions.ts";
import type { PrdDocument, Requirement } from "../document/model.ts";
import { passageOf, rangeIn } from "../document/passage.ts";
import type { Inline } from "../markdown/inline.ts";
import type { Piece } from "../markdown/piece.ts";
import type { FixEdit } from "../problem.ts";
import type { Range } from "../text/range.ts";
import { editOf } from "../writing/said.ts";
import type { SnippetPart } from "../writing/snippet.ts";
import { place } from "../writing/snippet.ts";
import { engineersPrompt, templatePlaceholders } from "./template.ts";

/** A sentence of the template that still stands as the template wrote it. */
export interface Prompt extends Range {
  /** An engineer answers it. */
  readonly engineering: boolean;
}

/** Where a template's sentence stands in an inline's text. */
interface Found {
  readonly inline: Inline;
  readonly from: number;
  readonly to: number;
  readonly engineering: boolean;
}

const found = new WeakMap<Piece, readonly Found[]>();

/** What of the template nobody has written over yet, in document order; quotes of it do not count. */
export function promptsIn({ pieces }: Pick<PrdDocument, "pieces">): Prompt[] {
  return pieces.flatMap((placed) =>
    foundIn(placed.piece).map(({ inline, from, to, engineering }) => {
      const { start, end } = rangeIn(passageOf(inline, placed), from, to);
      return { start, end, engineering };
    }),
  );
}

/** Whether a requirement is still being written: a prompt of the template stands in it. */
export function holdsPrompt({ start, end }: Requirement, prompts: readonly Prompt[]): boolean {
  return prompts.some((one) => start <= one.start && one.start < end);
}

function foundIn(piece: Piece): readonly Found[] {
  let all = found.get(piece);
  if (all === undefined) {
    all = readingsOf(piece)
      .flatMap(({ inline, role }) => (role === "quote" ? [] : sentencesIn(inline)))
      .sort((a, b) => a.inline.start + a.from - (b.inline.start + b.from));
    found.set(piece, all);
  }
  return all;
}

function sentencesIn(inline: Inline): Found[] {
  const all: Found[] = [];
  for (const sentence of templatePlaceholders) {
    const from = inline.text.indexOf(sentence);
    if (from < 0) continue;
    all.push({ inline, from, to: from + sentence.length, engineering: sentence === engineersPrompt });
  }
  return all;
}

/**
 * Writes a text again as it stands, from its first prompt to its last, so that an editor leads from prompt to prompt.
 *
 * @param prompts in order; one at least
 */
export function promptsEdit(text: string, prompts: readonly Range[]): FixEdit {
  const said: SnippetPart[] = [];
  const start = prompts[0]?.start ?? 0;
  let at = start;
  for (const one of prompts) {
    said.push(text.slice(at, one.start), place(text.slice(one.start, one.end)));
    at = one.end;
  }
  return editOf({ start, end: at }, said);
}
