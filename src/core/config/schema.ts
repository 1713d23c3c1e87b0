import * as z from "zod/mini";
import { languageCodes } from "../format/language-codes.ts";
import { facetLabels, sectionNames } from "../format/section-names.ts";
import { TEAM_LISTS } from "../phrases/language.ts";
import { ruleSettings } from "./names.ts";
import { each } from "./each.ts";
import {
  count,
  days,
  every,
  globs,
  handle,
  keys,
  kind,
  line,
  list,
  role,
  ruleCode,
  word,
} from "./schema-parts.ts";
import { listed } from "../words/listed.ts";

/** What `seamwork.yaml` may hold; `docs/seamwork.schema.json` is generated from it. */

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
  .union([z.enum(ruleSettings), z.literal(false)], { error: listed(ruleSettings, "or") })
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
    facets: z.optional(
      keys(
        {
          aliases: z.optional(
            keys(
              each(Object.values(facetLabels), (label) =>
                z.optional(
                  list(
                    line("a label, such as Customer value", "A label, heading or column."),
                    "[Customer value]",
                    `Other labels, headings and columns that mean ${label}.`,
                  ),
                ),
              ),
              "What the team's facets are called.",
            ),
          ),
        },
        "Facets of a requirement.",
      ),
    ),
    ids: z.optional(
      keys(
        {
          ignore: z.optional(
            list(
              word(/^[A-Z][A-Z0-9._-]{0,29}$/, "what looks like an id, such as A4", "What looks like an id."),
              "[A4]",
              "What is written like an id and is none in this team's documents.",
            ),
          ),
        },
        "Ids of requirements and annotations.",
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
    language: z.optional(
      z
        .enum(languageCodes, { error: listed(languageCodes, "or") })
        .check(
          z.describe("The language of documents that are too short to tell; a header's lang comes first."),
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
                every: z.optional(every("Days between two meetings of a pair.")),
                minutes: z.optional(count("minutes", [1, 480], 20, "How long it should take.")),
              },
              "The weekly of each pair.",
            ),
          ),
          managers: z.optional(
            keys({ every: z.optional(every("Days between two meetings.")) }, "The managers' meeting."),
          ),
          planning: z.optional(
            keys({ before: z.optional(days("Days before a cycle starts.")) }, "Planning a cycle."),
          ),
          retro: z.optional(keys({ after: z.optional(days("Days after a launch.")) }, "The retro.")),
          rotation: z.optional(
            keys(
              { every: z.optional(every("Days after which a pair is asked to rotate.")) },
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
