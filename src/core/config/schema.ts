import * as z from "zod/mini";
import { TEAM_LISTS } from "../phrases/language.ts";
import { globProblem } from "./globs.ts";
import { sectionNames } from "../document/names.ts";
import { ruleSettings } from "./names.ts";

/**
 * What `seamwork.yaml` may hold. Each message completes the sentence "`where` must be …" and says all that is allowed;
 * `check.ts` makes whole sentences of them, and docs/seamwork.schema.json is generated from here.
 */

type Shape = Readonly<Record<string, z.core.$ZodType>>;

/** A map with known keys; its message for an unknown key is the list of known ones, which `check.ts` takes apart. */
function keys<T extends Shape>(shape: T, description: string): z.ZodMiniObject<T, z.core.$strict> {
  const known = Object.keys(shape);
  return z
    .strictObject(shape, {
      error: ({ code }) =>
        code === "unrecognized_keys" ? known.join(" ") : `a map with the keys ${either(known, "and")}`,
    })
    .check(z.describe(description));
}

function list<T extends z.core.$ZodType>(item: T, example: string, description: string): z.ZodMiniArray<T> {
  return z
    .array(item, { error: `a list, such as ${example}` })
    .check(z.maxLength(1000, { error: "a list of at most 1,000 items" }), z.describe(description));
}

/** A text that a pattern describes; the message says what the pattern means. */
function word(pattern: RegExp, allowed: string, description: string): z.ZodMiniString {
  return z
    .string({ error: allowed })
    .check(
      z.regex(pattern, { error: allowed }),
      z.maxLength(200, { error: `${allowed}, of at most 200 characters` }),
    )
    .check(z.describe(description));
}

function days(description: string): z.ZodMiniNumberFormat {
  const error = "a whole number of days from 0 to 3650, such as 5";
  return z.int({ error }).check(z.minimum(0, { error }), z.maximum(3650, { error }), z.describe(description));
}

function often(description: string): z.ZodMiniNumberFormat {
  const error = "a whole number of days from 1 to 3650, such as 14";
  return z.int({ error }).check(z.minimum(1, { error }), z.maximum(3650, { error }), z.describe(description));
}

/** `a, b or c` */
export function either(words: readonly string[], joint: "or" | "and"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${joint} ${words.at(-1)}`;
}

/** A record with a value for each name. */
export function each<K extends string, T>(names: readonly K[], value: (name: K) => T): Record<K, T> {
  return Object.fromEntries(names.map((name) => [name, value(name)])) as Record<K, T>;
}

const ruleCode = /^PRD\d{3}$/;
/** Whether a text looks like the code of a rule, such as PRD403. */
export const isRuleCode = (text: string): boolean => ruleCode.test(text);

const handlePattern = /^@?[\p{L}\p{N}_](?:[\p{L}\p{N}._-]*[\p{L}\p{N}_])?$/u;
const handle = (description: string): z.ZodMiniString =>
  word(handlePattern, 'a handle in quotes, such as "@lena"', description);

const role = (): z.ZodMiniString =>
  word(
    /^\p{L}[\p{L}\p{N} _-]*$/u,
    "pm, eng, or another short word for what a person does, such as security or manager",
    "What the person does: `pm` and `eng` sign PRDs off; other roles are the team's own, such as security or manager.",
  );

const kind = (): z.ZodMiniString =>
  word(
    /^\p{L}[\p{L}\p{N} _-]*$/u,
    "a word for what a constraint is about, such as hardware",
    "What a constraint is about.",
  );

const line = (allowed: string, description: string): z.ZodMiniString =>
  word(/^\s*\S[^\r\n]*$/, allowed, description);

const glob = z.string({ error: "a glob, such as prds/**/*.md" }).check(
  z.refine((text: string) => globProblem(text) === undefined, {
    error: ({ input }) => `a glob that ${globProblem(String(input)) ?? ""}`,
  }),
);
const globs = (example: string, description: string): z.ZodMiniArray<typeof glob> =>
  list(glob, example, `${description} Globs with \`/\`, relative to the folder of this file.`);

const person = keys(
  {
    name: z.optional(line("the person's name, such as Lena Ortiz", "The person's name.")),
    role: role(),
    email: z.optional(
      word(
        /^[^\s@]+@[^\s@]+$/,
        "an e-mail address, such as lena@example.com",
        "Tells who you are, by git's user.email.",
      ),
    ),
    manager: z.optional(handle("Whom a disagreement reaches at tier 2; one of the people of this file.")),
    left: z.optional(
      z.iso
        .date({ error: "the day on which this person left, such as 2026-09-30" })
        .check(z.describe("The day on which this person left the team.")),
    ),
  },
  "One person.",
);

const ruleSetting = z
  .union([z.enum(ruleSettings), z.literal(false)], { error: either(ruleSettings, "or") })
  .check(z.describe("The severity of this rule for the team, or off."));

export const teamData = keys(
  {
    version: z.optional(
      z
        .literal(1, { error: "1, the only version that this Seamwork reads" })
        .check(z.describe("The format of this file.")),
    ),
    people: z.optional(
      z
        .record(handle("A handle."), person, {
          error: 'a map of handles, such as "@lena": { name: Lena Ortiz, role: pm }',
        })
        .check(z.describe("Who is who, by handle.")),
    ),
    documents: z.optional(
      keys(
        {
          prd: z.optional(globs("[prds/**/*.md]", "Files that should be PRDs.")),
          cycle: z.optional(globs("[cycles/*.md]", "Files that should be cycles.")),
          retro: z.optional(globs("[retros/*.md]", "Files that should be retros.")),
        },
        "Where the team's documents are.",
      ),
    ),
    sections: z.optional(
      keys(
        {
          aliases: z.optional(
            keys(
              each(sectionNames, (name) =>
                z.optional(
                  list(
                    line("the text of a heading, such as Customer problem", "A heading."),
                    "[Customer problem]",
                    `Other headings that mean ${name}.`,
                  ),
                ),
              ),
              "What the team's headings are called.",
            ),
          ),
        },
        "Sections of a PRD.",
      ),
    ),
    constraints: z.optional(
      keys(
        { kinds: z.optional(list(kind(), "[hardware]", "Kinds of constraints beside the usual ones.")) },
        "Constraints of a requirement.",
      ),
    ),
    rules: z.optional(
      z
        .record(word(ruleCode, "a rule code, such as PRD403", "A rule code."), ruleSetting, {
          error: 'a map of rule codes, such as PRD403: "off"',
        })
        .check(z.describe("Rules that are off for the team, or have another severity.")),
    ),
    phrases: z.optional(
      keys(
        each(TEAM_LISTS, (name) => {
          const phrase = line("a word or phrase, such as snappy", "A word or phrase.");
          return z.optional(
            keys(
              {
                add: z.optional(
                  list(phrase, "[snappy]", "Words and phrases that the team wants to be asked about."),
                ),
                remove: z.optional(list(phrase, "[simple]", "Words and phrases that mean something here.")),
              },
              `What the team changes in the list "${name}".`,
            ),
          );
        }),
        "The lists behind the rules on phrases, PRD401 to PRD407.",
      ),
    ),
    waiting: z.optional(
      keys(
        {
          constraint: z.optional(days("Calendar days that a constraint may wait for product's answer.")),
          question: z.optional(days("Calendar days that a question may wait.")),
        },
        "How long an answer may take.",
      ),
    ),
    reviews: z.optional(
      keys(
        {
          required: z.optional(list(role(), "[eng]", "Roles that must sign every requirement off.")),
          when: z.optional(
            z
              .record(kind(), list(role(), "[security]", "Roles that must also sign."), {
                error: "a map from kinds of constraints to roles, such as security: [security]",
              })
              .check(z.describe("Roles that must also sign when a requirement has a constraint of a kind.")),
          ),
        },
        "Who signs a PRD off.",
      ),
    ),
    live: z.optional(
      keys(
        {
          server: z.optional(
            word(
              /^wss?:\/\/[^\s/?#@]+(?:\/[^\s?#]*)?$/,
              "the address of a co-editing server, such as wss://seamwork.example.com",
              "The address of the team's co-editing server.",
            ),
          ),
          project: z.optional(
            word(
              /^[A-Za-z0-9][A-Za-z0-9_-]{0,49}$/,
              "a short name of letters, digits, - and _, such as growth",
              "The name under which this team's documents are on the server.",
            ),
          ),
        },
        "Live co-editing.",
      ),
    ),
    cadence: z.optional(
      keys(
        {
          weekly: z.optional(
            keys(
              {
                every: z.optional(often("Days between two meetings of a pair.")),
                minutes: z.optional(
                  z
                    .int({ error: "a whole number of minutes from 1 to 480, such as 20" })
                    .check(
                      z.minimum(1, { error: "a whole number of minutes from 1 to 480, such as 20" }),
                      z.maximum(480, { error: "a whole number of minutes from 1 to 480, such as 20" }),
                      z.describe("How long it should take."),
                    ),
                ),
              },
              "The weekly of each pair.",
            ),
          ),
          managers: z.optional(
            keys({ every: z.optional(often("Days between two meetings.")) }, "The managers' meeting."),
          ),
          planning: z.optional(
            keys({ before: z.optional(days("Days before a cycle starts.")) }, "Planning a cycle."),
          ),
          retro: z.optional(keys({ after: z.optional(days("Days after a launch.")) }, "The retro.")),
          rotation: z.optional(
            keys(
              { every: z.optional(often("Days after which a pair is asked to rotate.")) },
              "Rotation of pairs.",
            ),
          ),
        },
        "When people meet.",
      ),
    ),
    escalation: z.optional(
      keys(
        {
          tier1: z.optional(days("Calendar days that a disagreement may sit with the pair.")),
          tier2: z.optional(days("Calendar days that a disagreement may sit with the managers.")),
        },
        "How long a disagreement may sit at one tier.",
      ),
    ),
  },
  "Team data for Seamwork: people, documents, rules and cadences. Data only.",
);

export type TeamData = z.infer<typeof teamData>;
