import { facetLabels } from "../format/section-names.ts";
import type { DialectDocs } from "../recognise/dialect.ts";

/** docs/styles.md: the styles of writing that are recognised, from their own examples. */
export function stylesPage(styles: readonly DialectDocs[]): string {
  const parts = styles.flatMap(({ name, description, examples }) => [
    `## ${name}`,
    description,
    ...examples.flatMap(({ title, markdown, sees }) => [
      `${title}:`,
      fenced(markdown.trimEnd()),
      Object.entries(sees)
        .map(([id, facets]) => {
          const said = facets.map((facet) => facetLabels[facet].toLowerCase()).join(", ");
          return `- ${id}: ${said === "" ? "nothing is said about it yet" : said}`;
        })
        .join("\n"),
    ]),
  ]);
  return `${[
    "# Styles of writing",
    "Seamwork reads PRDs as people and tools write them. A document may mix styles: each one is known by its own signs, wherever they stand. Below each example is what is seen in it: a requirement's id, or its title in quotes where it has none, and what is said about it. `seamwork outline FILE` shows the same for a file of yours. This page is written by `npm run docs` from the examples that are the styles' tests.",
    "Headings and leads are understood in English, German, Spanish, French, Portuguese, Italian, Dutch, Japanese, Chinese and Korean, with or without numbers, emoji, anchors and brackets: `3.2 Edge Cases & Error States (draft)` is _Edge cases_. A team adds names of its own in `seamwork.yaml` (`sections: aliases:`, `facets: aliases:`).",
    "Never a requirement: entities and their fields, components, endpoints, personas, metrics, milestones, tasks, what is out of scope, a scenario's steps, a glossary's terms, a title in bold that stands alone.",
    ...parts,
  ].join("\n\n")}\n`;
}

/** A block of text, in a fence that is longer than those in it. */
function fenced(text: string): string {
  const fence = text.includes("```") ? "````" : "```";
  return `${fence}text\n${text}\n${fence}`;
}
