import { Hover, MarkdownString } from "vscode";
import type { Position, TextDocument } from "vscode";
import { roleOf, personByHandle } from "../../core/config/people.ts";
import { headerKind } from "../../core/document/header.ts";
import type { HeaderField } from "../../core/document/header.ts";
import { handlePattern } from "../../core/document/answers.ts";
import type { PrdDocument, Requirement } from "../../core/document/model.ts";
import { facetNames } from "../../core/format/section-names.ts";
import type { WorkspaceIndex } from "../../core/workspace/workspace-index.ts";
import { idOf } from "../kind-words.ts";
import type { Range as Offsets } from "../../core/text/range.ts";
import { modelOf, namedAt, summariesOf, uriOf } from "./across.ts";
import type { Named } from "./across.ts";
import { documentLines } from "./document-words.ts";
import { standing } from "../annotations.ts";
import type { AnyAnnotation } from "../annotations.ts";
import { rangeOf } from "../ranges.ts";
import type { OpenPrd } from "../services/open-prds.ts";
import type { Services } from "../services/services.ts";
import type { Team } from "../services/teams.ts";
import { headerDocs } from "./header-docs.ts";
import { idAt } from "./ids.ts";
import { plain } from "./plain.ts";

/** What an id says and how it stands, who a handle is, what a field of the header means. */
export async function hoverAt(
  services: Services,
  document: TextDocument,
  position: Position,
): Promise<Hover | undefined> {
  const { openPrds, clock, library } = services;
  const prd = openPrds.get(document);
  if (prd === undefined) return undefined;
  const offset = document.offsetAt(position);
  const model = prd.model();
  const person = handleAt(model.text, offset);
  if (person !== undefined) return hoverOf(document, person, personLines(prd.team, person.text));
  const { header } = model;
  if (offset < header.end) {
    const field = header.fields.find(({ keyRange }) => keyRange.start <= offset && offset <= keyRange.end);
    if (field !== undefined) return hoverOf(document, field.keyRange, fieldLines(field, prd, model));
  }
  const place = library.placeOf(document.uri);
  const named = place && namedAt(model, place.index, offset);
  if (place !== undefined && named !== undefined && named.document !== idOf(model))
    return hoverOf(document, named.at, await namedLines(services, document, named, place.index));
  const id = idAt(model, offset);
  return id && hoverOf(document, id, idLines(model, id.id, clock.today()));
}

function hoverOf(document: TextDocument, range: Offsets, lines: readonly string[]): Hover | undefined {
  if (lines.length === 0) return undefined;
  return new Hover(new MarkdownString(lines.join("\n\n")), rangeOf(document, range));
}

/** The `@handle` around a place in the text. */
export function handleAt(text: string, offset: number): (Offsets & { text: string }) | undefined {
  const from = Math.max(0, offset - 80);
  const around = text.slice(from, offset + 80);
  for (const { 0: handle, index } of around.matchAll(new RegExp(handlePattern, "gu"))) {
    const start = from + index;
    if (start <= offset && offset <= start + handle.length)
      return { start, end: start + handle.length, text: handle };
  }
  return undefined;
}

const roles: ReadonlyMap<string, string> = new Map([
  ["pm", "product manager"],
  ["eng", "engineer"],
]);

function personLines({ config, file }: Team, handle: string): string[] {
  const person = personByHandle(config, handle);
  if (person === undefined) {
    return [
      `**${plain(handle)}** is not one of the people in \`seamwork.yaml\`${file === undefined ? ", which is not there yet" : ""}.`,
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

function fieldLines({ key, written }: HeaderField, { team }: OpenPrd, { header }: PrdDocument): string[] {
  if (key === undefined) return [`Seamwork keeps \`${plain(written)}\` as it is; it has no meaning here.`];
  const { means, allowed } = headerDocs(key, headerKind(header) ?? "prd");
  const people =
    key === "pm" || key === "eng"
      ? [...team.config.people.values()].filter(({ handle }) => roleOf(team.config, handle) === key)
      : [];
  const names = people.map(({ handle, name }) => `\`"${handle}"\` ${plain(name)}`).join(" · ");
  return [`**${key}** · ${means}`, allowed, ...(names === "" ? [] : [names])];
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
  const state = annotation && standing(annotation, today);
  return [`**${id}** · ${kind}${about}`, plain(body), ...(state === undefined ? [] : [`_${state}_`])];
}

const kinds: Readonly<Record<string, string>> = { "edge-case": "edge case", action: "action of the retro" };

function idTarget(model: PrdDocument, id: string): PrdDocument["definitions"][number] | undefined {
  return model.mentions.find((mention) => mention.id === id)?.target;
}

/** What is named in another document, or that document. */
async function namedLines(
  services: Services,
  from: TextDocument,
  named: Named,
  index: WorkspaceIndex,
): Promise<string[]> {
  const [summary] = summariesOf(named, index);
  if (summary === undefined) return [];
  if (named.item === undefined) return documentLines(summary);
  const uri = uriOf(from, summary.path);
  const model = uri && (await modelOf(services, uri));
  if (model === undefined) return [];
  const lines = idLines(model, named.item, services.clock.today());
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
