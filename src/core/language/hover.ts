import type { Config } from "../config/config.ts";
import { personByHandle, roleOf } from "../config/people.ts";
import type { AnyAnnotation } from "../document/at.ts";
import { headerKind } from "../document/header.ts";
import type { HeaderField } from "../document/header.ts";
import type { PrdDocument, Requirement } from "../document/model.ts";
import { idOf } from "../document/own-id.ts";
import { facetNames } from "../format/section-names.ts";
import type { Range } from "../text/range.ts";
import type { AskedByReader, Others } from "./asked.ts";
import { documentLines } from "./document-lines.ts";
import { handleAt } from "./handle-at.ts";
import { headerDocs } from "./header-docs.ts";
import { idAt } from "./ids.ts";
import { namedAt, summariesOf } from "./named.ts";
import type { Named } from "./named.ts";
import { plain } from "./plain.ts";
import { standing } from "./standing.ts";

/** What is said of a stretch of the text. */
export interface Hover {
  readonly range: Range;
  /** Markdown, a paragraph each. */
  readonly paragraphs: readonly string[];
}

/** What an id says and how it stands, who a handle is, what a field of the header means. */
export async function hoverAt(asked: AskedByReader): Promise<Hover | undefined> {
  const { model, offset, others, today } = asked;
  const person = handleAt(model.text, offset);
  if (person !== undefined) return hoverOf(person, personLines(asked, person.text));
  const { header } = model;
  if (offset < header.end) {
    const field = header.fields.find(({ keyRange }) => keyRange.start <= offset && offset <= keyRange.end);
    if (field !== undefined) return hoverOf(field.keyRange, fieldLines(field, asked));
  }
  const named = namedAt(asked);
  if (others !== undefined && named !== undefined && named.document !== idOf(model))
    return hoverOf(named.at, await namedLines(named, others, today));
  const id = idAt(model, offset);
  return id && hoverOf(id, idLines(model, id.id, today));
}

function hoverOf({ start, end }: Range, paragraphs: readonly string[]): Hover | undefined {
  return paragraphs.length === 0 ? undefined : { range: { start, end }, paragraphs };
}

const roles: ReadonlyMap<string, string> = new Map([
  ["pm", "product manager"],
  ["eng", "engineer"],
]);

function personLines({ config, teamFile }: AskedByReader, handle: string): string[] {
  const person = personByHandle(config, handle);
  if (person === undefined) {
    return [
      `**${plain(handle)}** is not one of the people in \`seamwork.yaml\`${teamFile ? "" : ", which is not there yet"}.`,
    ];
  }
  const { name, role, manager, left } = person;
  const lines = [`**${plain(name)}** · ${plain(roles.get(role) ?? role)}`];
  if (manager !== undefined) {
    lines.push(`Manager: ${plain(personByHandle(config, manager)?.name ?? manager)}`);
  }
  if (left !== undefined) lines.push(`Left the team on ${left}.`);
  return lines;
}

function fieldLines({ key, written }: HeaderField, { config, model }: AskedByReader): string[] {
  if (key === undefined) return [`Seamwork keeps \`${plain(written)}\` as it is; it has no meaning here.`];
  const { means, allowed } = headerDocs(key, headerKind(model.header) ?? "prd");
  const people = key === "pm" || key === "eng" ? peopleOf(config, key) : [];
  const names = people.map(({ handle, name }) => `\`"${handle}"\` ${plain(name)}`).join(" · ");
  return [`**${key}** · ${means}`, allowed, ...(names === "" ? [] : [names])];
}

function peopleOf(config: Config, role: "pm" | "eng"): { handle: string; name: string }[] {
  return [...config.people.values()].filter(({ handle }) => roleOf(config, handle) === role);
}

function idLines(model: PrdDocument, id: string, today: string): string[] {
  const definition = model.definitions.find((one) => one.id === id) ?? idTarget(model, id);
  if (definition === undefined) return [`**${id}** is mentioned here, and nothing defines it yet.`];
  const requirement = model.requirements.find((one) => one.idRange.start === definition.start);
  if (requirement !== undefined) return requirementLines(requirement, model);
  const all: readonly AnyAnnotation[] = [
    ...model.constraints,
    ...model.edgeCases,
    ...model.assumptions,
    ...model.questions,
    ...model.disagreements,
  ];
  const annotation = all.find((one) => one.idRange.start === definition.start);
  const kind =
    annotation === undefined
      ? (kinds[definition.kind] ?? definition.kind)
      : (kinds[annotation.kind] ?? definition.kind);
  const about = annotation?.kind === "constraint" ? constraintHead(annotation) : "";
  const body = annotation?.body ?? definition.title;
  const state = annotation && standing(annotation, model, today);
  return [`**${id}** · ${kind}${about}`, plain(body), ...(state === undefined ? [] : [`_${state}_`])];
}

const kinds: Readonly<Record<string, string>> = { "edge-case": "edge case", action: "action of the retro" };

function idTarget(model: PrdDocument, id: string): PrdDocument["definitions"][number] | undefined {
  return model.mentions.find((mention) => mention.id === id)?.target;
}

/** What is named in another document, or that document. */
async function namedLines(named: Named, others: Others, today: string): Promise<string[]> {
  const [summary] = summariesOf(named, others.index);
  if (summary === undefined) return [];
  if (named.item === undefined) return documentLines(summary);
  const model = await others.model(summary.path);
  if (model === undefined) return [];
  const lines = idLines(model, named.item, today);
  return [...lines, `In ${plain(named.document)}, ${plain(summary.name)}.`];
}

function constraintHead({ topic, head, limits }: Extract<AnyAnnotation, { kind: "constraint" }>): string {
  const on = limits.length > 0 ? ` on ${limits.join(", ")}` : "";
  const what = topic === undefined ? "" : ` (${plain(topic)})`;
  const who =
    head === undefined || head.who.length === 0 ? "" : `, seen by ${head.who.map(plain).join(", ")}`;
  return on + what + who;
}

const facetWords = {
  why: "a why",
  edgeCases: "edge cases",
  constraints: "constraints",
  accept: "acceptance",
};

function requirementLines({ id, title, facets, soThat }: Requirement, model: PrdDocument): string[] {
  const missing = facetNames.filter((name) => {
    if (name === "why" && soThat !== undefined) return false;
    if (name === "constraints" && model.constraints.some(({ limits }) => limits.includes(id))) return false;
    return facets[name]?.empty !== false;
  });
  const lines = [`**${id}** · requirement`, plain(title)];
  const why = facets.why;
  if (why !== undefined && !why.empty) lines.push(`Why: ${plain(why.text)}`);
  if (missing.length > 0)
    lines.push(`_Still without ${missing.map((name) => facetWords[name]).join(", ")}._`);
  return lines;
}
