import type { PrdDocument, Requirement } from "../document/model.ts";
import type { SectionName } from "../format/section-names.ts";
import type { Dialect } from "../recognise/dialect.ts";
import { gherkin } from "../recognise/dialects/gherkin.ts";
import { kiro } from "../recognise/dialects/kiro.ts";
import { native } from "../recognise/dialects/native.ts";
import { numbered } from "../recognise/dialects/numbered.ts";
import { openspec } from "../recognise/dialects/openspec.ts";
import { plain } from "../recognise/dialects/plain.ts";
import { stories } from "../recognise/dialects/stories.ts";
import { tables } from "../recognise/dialects/tables.ts";

/** Styles by name. An id below *Requirements* is our own style only where it is no other one's. */
const named = { numbered, kiro, openspec, stories, gherkin, tables, native, plain } as const;
export type DialectName = keyof typeof named;
const all = Object.entries(named) as [DialectName, Dialect][];

/** The styles that the requirements of a document are written in. */
export function dialectsIn({ sections, requirements }: PrdDocument): DialectName[] {
  const found = new Set<DialectName>();
  let at = -1;
  for (const requirement of [...requirements].sort((a, b) => a.start - b.start)) {
    while ((sections[at + 1]?.start ?? Infinity) <= requirement.start) at++;
    const within = sections[at]?.within;
    found.add(openerOf(requirement, within));
    for (const { inline } of requirement.spoken) {
      if (stories.item?.(inline, { within }) !== undefined) found.add("stories");
      const speaker = all.find(([, { says }]) => says?.(inline) !== undefined);
      if (speaker !== undefined) found.add(speaker[0]);
    }
  }
  return all.map(([name]) => name).filter((name) => found.has(name));
}

/** The style that made a block a requirement; plain where only its place did. */
function openerOf({ form, statement }: Requirement, within: SectionName | undefined): DialectName {
  if (form === "row") return "tables";
  const inline = statement[0]?.inline;
  const opener = all.find(([, { heading, item }]) => {
    const opens = form === "heading" ? heading : item;
    return inline !== undefined && opens?.(inline, { within }) !== undefined;
  });
  return opener?.[0] ?? "plain";
}
