import type { YAMLError } from "yaml";
import type { Range } from "../text/range.ts";
import { shorten } from "../words/shorten.ts";

export interface HeaderError extends Range {
  readonly message: string;
}

/** A YAML error in plain words; undefined where `HeaderValue.needsQuotes` says it already. */
export function headerErrorOf(error: YAMLError, source: string): HeaderError | undefined {
  const [start, end] = error.pos;
  const from = source.lastIndexOf("\n", Math.max(0, start - 1)) + 1;
  const line = shorten(source.slice(from).split("\n", 1)[0]?.trim() ?? "", 60);
  switch (error.code) {
    case "BAD_SCALAR_START":
      return source[start] === "@"
        ? undefined
        : {
            start,
            end,
            message: `\`${line}\` begins with a character that YAML keeps for itself; could you put the value in quotes?`,
          };
    case "DUPLICATE_KEY":
      return {
        start,
        end,
        message: `This field is there twice; only the first one counts. Which of the two is right?`,
      };
    case "MISSING_CHAR":
      // The parser reports it where the text ends, which is seldom where the mark is missing.
      return {
        start: 0,
        end: 3,
        message: "A quote or bracket in this header is opened and never closed. Which one is it?",
      };
    case "TAB_AS_INDENT":
      return { start, end, message: "A tab stands at the start of this line; YAML takes only spaces there." };
    case "BAD_ALIAS":
      return {
        start,
        end,
        message: "`*` refers to something that this header does not have; could you put the value in quotes?",
      };
    default:
      return {
        start,
        end: Math.max(end, start + 1),
        message: `YAML cannot read this line (\`${line}\`): each line needs a name, a colon and a value; a value with \`:\` or \`#\` in it needs quotes.`,
      };
  }
}
