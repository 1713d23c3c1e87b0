import type { Range, TextEdit } from "../text/range.ts";

/** Something in `seamwork.yaml` that does not hold; offsets in UTF-16 units. */
export interface Fault extends Range {
  /** One sentence that names what is allowed. */
  readonly message: string;
  /** What was most likely meant; applying it removes the fault. */
  readonly fix?: ConfigFix;
}

export interface ConfigFix {
  /** For a menu, such as "Change to warning". */
  readonly title: string;
  readonly edit: TextEdit;
}

export function faultAt({ start, end }: Range, message: string): Fault {
  return { start, end, message };
}

/**
 * A fault that may be a slip of the fingers.
 *
 * @param subject the sentence without its end
 * @param near what was probably meant; without it there is nothing to guess
 * @param newText how that is written in YAML
 */
export function slip(range: Range, subject: string, near: string | undefined, newText = near): Fault {
  if (near === undefined || newText === undefined) return faultAt(range, `${subject}.`);
  const { start, end } = range;
  const fix = { title: `Change to ${near}`, edit: { start, end, newText } };
  return { start, end, message: `${subject}; did you mean \`${near}\`?`, fix };
}

/** A text that YAML reads only in quotes. */
export function unquoted({ start, end }: Range, source: string): Fault {
  const first = source[0] ?? "";
  const what =
    first === "@" ? "Write handles in quotes" : `Put a text that starts with \`${first}\` in quotes`;
  const newText = JSON.stringify(source);
  const fix = { title: `Put quotes around ${source}`, edit: { start, end, newText } };
  return { start, end, message: `${what}: ${newText}.`, fix };
}
