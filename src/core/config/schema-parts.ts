import * as z from "zod/mini";
import { globProblem } from "./globs.ts";
import { listed } from "../words/listed.ts";

/*
 * The parts of which the schema of `seamwork.yaml` is made. Each message completes the sentence "`where` must be …"
 * and says all that is allowed; `check.ts` makes whole sentences of them.
 */

type Shape = Readonly<Record<string, z.core.$ZodType>>;

/** A map with known keys; its message for an unknown key is the list of known ones, which `check.ts` takes apart. */
export function keys<T extends Shape>(shape: T, description: string): z.ZodMiniObject<T, z.core.$strict> {
  const known = Object.keys(shape);
  return z
    .strictObject(shape, {
      error: ({ code }) =>
        code === "unrecognized_keys" ? known.join("\n") : `a map with the keys ${listed(known)}`,
    })
    .check(z.describe(description));
}

export function list<T extends z.core.$ZodType>(
  item: T,
  example: string,
  description: string,
): z.ZodMiniArray<T> {
  return z
    .array(item, { error: `a list, such as ${example}` })
    .check(z.maxLength(1000, { error: "a list of at most 1,000 items" }), z.describe(description));
}

/** A text that a pattern describes; the message says what the pattern means. */
export function word(pattern: RegExp, allowed: string, description: string): z.ZodMiniString {
  return z
    .string({ error: allowed })
    .check(
      z.regex(pattern, { error: allowed }),
      z.maxLength(200, { error: `${allowed}, of at most 200 characters` }),
    )
    .check(z.describe(description));
}

/** A whole number; the unit and the example say what it counts. */
export function count(
  unit: "days" | "minutes",
  [least, most]: readonly [number, number],
  example: number,
  description: string,
): z.ZodMiniNumberFormat {
  const error = `a whole number of ${unit} from ${least} to ${most}, such as ${example}`;
  return z
    .int({ error })
    .check(z.minimum(least, { error }), z.maximum(most, { error }), z.describe(description));
}

export const days = (description: string): z.ZodMiniNumberFormat => count("days", [0, 3650], 5, description);

/** Days between two of something, so at least one. */
export const every = (description: string): z.ZodMiniNumberFormat =>
  count("days", [1, 3650], 14, description);

/** The code of a rule. */
export const ruleCode = /^PRD\d{3}$/;

const handlePattern = /^@?[\p{L}\p{N}_](?:[\p{L}\p{N}._-]*[\p{L}\p{N}_])?$/u;
export const handle = (description: string): z.ZodMiniString =>
  word(handlePattern, 'a handle in quotes, such as "@lena"', description);

export const role = (): z.ZodMiniString =>
  word(
    /^\p{L}[\p{L}\p{N} _-]*$/u,
    "pm, eng, or another short word for what a person does, such as security or manager",
    "What the person does: `pm` and `eng` sign PRDs off; other roles are the team's own, such as security or manager.",
  );

export const kind = (): z.ZodMiniString =>
  word(
    /^\p{L}[\p{L}\p{N} _-]*$/u,
    "a word for what a constraint is about, such as hardware",
    "What a constraint is about.",
  );

export const line = (allowed: string, description: string): z.ZodMiniString =>
  word(/^\s*\S[^\r\n]*$/, allowed, description);

const glob = z.string({ error: "a glob, such as prds/**/*.md" }).check(
  z.refine((text: string) => globProblem(text) === undefined, {
    error: ({ input }) => `a glob that ${globProblem(String(input)) ?? ""}`,
  }),
);
export const globs = (example: string, description: string): z.ZodMiniArray<typeof glob> =>
  list(glob, example, `${description} Globs with \`/\`, relative to the folder of this file.`);
