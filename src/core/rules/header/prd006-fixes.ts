import type { PrdDocument } from "../../document/model.ts";
import type { Finding, Fix } from "../../problem.ts";
import { lineEndAt, lineEnding } from "../../text/lines.ts";
import type { TextEdit } from "../../text/range.ts";
import { lineEndsBefore, lineStartOf } from "../../writing/section-edits.ts";
import type { KnownSection } from "../../writing/section-edits.ts";
import type { RuleContext } from "../rule.ts";
import { misplaced, titleOf } from "./prd006.ts";

export function fixes({ start, data }: Finding, { document }: RuleContext): Fix[] {
  const found = (data as { movable: boolean }).movable
    ? misplaced(document).find(({ section }) => section.heading.start === start)
    : undefined;
  if (found === undefined) return [];
  const { section, follows, precedes } = found;
  const place = follows === undefined ? `before "${titleOf(precedes)}"` : `after "${titleOf(follows)}"`;
  const target = follows?.end ?? precedes?.start ?? 0;
  const edits = move(document, section, target);
  return [{ title: `Move "${titleOf(section)}" ${place}`, kind: "guided", preferred: true, edits }];
}

/**
 * Moves a section with all its bytes. The blank lines at the end of the text stay there: what comes to stand last
 * lends its own to the section that stood last.
 *
 * @param target start of the section before which it goes, or end of the one behind which it goes
 */
function move({ text }: PrdDocument, section: KnownSection, target: number): TextEdit[] {
  const start = lineStartOf(text, section.start);
  const to = target === text.length ? target : lineStartOf(text, target);
  const eol = lineEnding(text);
  const end = section.end === text.length ? text.length : lineStartOf(text, section.end);
  if (end === text.length) {
    const from = trimmedEnd(text, start);
    const until = Math.max(start, trimmedEnd(text, text.length));
    const gap = withBlankLine(text.slice(from, start), eol);
    return [
      { start: to, end: to, newText: gapBefore(text, to, eol) + text.slice(start, until) + gap },
      { start: from, end: until, newText: "" },
    ];
  }
  if (to === text.length) {
    const at = trimmedEnd(text, text.length);
    const until = trimmedEnd(text, end);
    const gap = withBlankLine(text.slice(until, end), eol);
    return [
      { start, end, newText: "" },
      { start: at, end: at, newText: gap + text.slice(start, until) },
    ];
  }
  const until = trimmedEnd(text, end);
  const whole = text.slice(start, until) + withBlankLine(text.slice(until, end), eol);
  return [
    { start, end, newText: "" },
    { start: to, end: to, newText: gapBefore(text, to, eol) + whole },
  ];
}

/** End of the last line before `offset` that is not blank; what blanks stand at its end belong to it. */
function trimmedEnd(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && /[ \t\r\n]/.test(text[at - 1] as string)) at--;
  return Math.min(lineEndAt(text, at), offset);
}

/** A paragraph right above a heading that is underlined would become part of it. */
function withBlankLine(gap: string, eol: string): string {
  return gap + eol.repeat(2 - lineEndsBefore(gap, gap.length));
}

function gapBefore(text: string, offset: number, eol: string): string {
  return offset === 0 ? "" : eol.repeat(2 - lineEndsBefore(text, offset));
}
