/**
 * Text with places to fill in, in the syntax of editors' snippets (`${1:placeholder}`, `$`, `}` and `\` escaped by a
 * backslash), so that an editor takes it as it is.
 */

/** A place to fill in: what stands there first, and how an example fills it. */
export interface Place {
  readonly placeholder: string;
  /** It comes after the places that are not, wherever it stands: what is known well enough to be left as it is. */
  readonly later?: true;
}

export type SnippetPart = string | number | Place;

/** `snippet\`- **Why:** ${place("who needs it")}\`` — literal parts are escaped, places are numbered in order, those that come later last. */
export function snippet(parts: TemplateStringsArray, ...values: readonly SnippetPart[]): string {
  return snippetOf(parts.flatMap((part, index) => [part, values[index] ?? ""]));
}

/** The same from a list, for texts whose number of places is not known beforehand. */
export function snippetOf(parts: readonly SnippetPart[]): string {
  const places = parts.filter((part) => typeof part === "object");
  const inOrder = [...places.filter((one) => !one.later), ...places.filter((one) => one.later)];
  return parts
    .map((part) =>
      typeof part === "object"
        ? `\${${inOrder.indexOf(part) + 1}:${escape(part.placeholder)}}`
        : escape(String(part)),
    )
    .join("");
}

export function place(placeholder: string): Place {
  return { placeholder };
}

/** The same place, to be filled in after the others. */
export function later({ placeholder }: Place): Place {
  return { placeholder, later: true };
}

const numbered = /(?<!\\)\$\{(\d+):((?:\\[^]|[^\\}])*)\}/g;

/** What stands in the places of a snippet until they are filled in, in the order of their numbers. */
export function placesIn(text: string): string[] {
  return [...text.matchAll(numbered)]
    .sort(([, a], [, b]) => Number(a) - Number(b))
    .map(([, , placeholder = ""]) => unescape(placeholder));
}

/**
 * The plain text that a snippet becomes.
 *
 * @param values texts for places 1, 2, …; a place without one keeps its placeholder
 */
export function fillSnippet(text: string, values: readonly string[] = []): string {
  return text
    .replace(numbered, (_, number: string, placeholder: string) =>
      escape(values[Number(number) - 1] ?? unescape(placeholder)),
    )
    .replace(/(?<!\\)\$0/g, "")
    .replace(/\\([$}\\])/g, "$1");
}

function escape(text: string): string {
  return text.replace(/[$}\\]/g, "\\$&");
}

function unescape(text: string): string {
  return text.replace(/\\([$}\\])/g, "$1");
}
