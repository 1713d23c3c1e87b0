import { agendaOf, agendaScope } from "../../../src/core/agenda/agenda.ts";
import { lookInto } from "../../../src/core/agenda/look-into.ts";
import type {
  Agenda,
  AgendaInput,
  AgendaItem,
  AgendaRequest,
  AgendaScope,
  ChangeLine,
} from "../../../src/core/agenda/model.ts";
import type { Config } from "../../../src/core/config/config.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { headerKind } from "../../../src/core/document/header.ts";
import type { PrdDocument } from "../../../src/core/document/model.ts";
import { changesSince } from "../../../src/core/review/since.ts";
import { allRules } from "../../../src/core/rules/all.ts";
import { teamFactsOf } from "../../../src/core/facts/facts.ts";
import { lineIndex } from "../../../src/core/text/lines.ts";
import { summarise, workspaceIndex } from "../../../src/core/workspace/workspace-index.ts";

export const { config } = parseConfig(
  `version: 1
people:
  "@lena": { name: Lena, role: pm, manager: "@omar" }
  "@mara": { name: Mara, role: eng, manager: "@ines" }
  "@jo": { name: Jo, role: eng, manager: "@ines" }
  "@omar": { name: Omar, role: manager }
  "@ines": { name: Ines, role: manager }
`,
  "seamwork.yaml",
);

/** Texts by path. */
export type Files = Readonly<Record<string, string>>;

export interface Given {
  readonly today: string;
  /** The files as they were at the last meeting, or when they were agreed; nobody knows when absent. */
  readonly before?: Files;
  readonly config?: Config;
}

/** A workspace of these files, as the command line and the editor see it. */
export function workspaceOf(files: Files, given: Given): Omit<AgendaInput, "changes"> {
  const { today } = given;
  const data = given.config ?? config;
  const documents = new Map<string, PrdDocument>();
  const index = workspaceIndex();
  for (const [path, text] of Object.entries(files)) {
    const document = parseDocument(text, data);
    documents.set(path, document);
    const kind = headerKind(document.header) ?? "candidate";
    index.set(summarise(document, path, kind, teamFactsOf(document)));
  }
  return {
    ...{ index, today, config: data },
    open(path) {
      const document = documents.get(path);
      return document && lookInto(document, path, index, { config: data, today, rules: allRules });
    },
    lineAt: (path, offset) => lineIndex(files[path] ?? "").positionAt(offset).line + 1,
  };
}

/** The scope of an agenda, or its refusal. */
export function scopeOf(request: AgendaRequest, files: Files, given: Given): AgendaScope | string {
  const scope = agendaScope(request, workspaceOf(files, given).index, given.today);
  return "refused" in scope ? scope.refused : scope;
}

/** The agenda of files; documents outside of its scope cannot be looked into. */
export function agendaIn(request: AgendaRequest, files: Files, given: Given): Agenda {
  const workspace = workspaceOf(files, given);
  const scope = agendaScope(request, workspace.index, given.today);
  if ("refused" in scope) throw new Error(scope.refused);
  const { before } = given;
  const data = given.config ?? config;
  const changes = (path: string): readonly ChangeLine[] => {
    const [then, now] = [before?.[path], files[path]];
    if (then === undefined || now === undefined || scope.compare?.paths.includes(path) !== true) return [];
    return changesSince(parseDocument(then, data), parseDocument(now, data), data);
  };
  return agendaOf(request, {
    ...workspace,
    open: (path) => (scope.paths.includes(path) ? workspace.open(path) : undefined),
    changes: before === undefined ? undefined : changes,
  });
}

/** Texts of the items by section. */
export function textsOf({ sections }: Agenda): Record<string, string[]> {
  return Object.fromEntries(sections.map(({ key, items }) => [key, items.map(({ text }) => text)]));
}

export function itemsOf({ sections }: Agenda): AgendaItem[] {
  return sections.flatMap(({ items }) => items);
}

/** A PRD of @lena and @mara, unless the header says otherwise. */
export function prd(id: string, status: string, body: string, header = ""): string {
  const people = header.includes("pm:") ? "" : 'pm: "@lena"\neng: "@mara"\n';
  return `---\nprd: ${id}\nschema: prd/1\nname: Exports\nstatus: ${status}\n${people}${header}---\n\n# Exports\n\n${body}\n`;
}

/** A cycle from July to September 2026. */
export function cycle(body: string, id = "2026-Q3", from = "2026-07-01", to = "2026-09-30"): string {
  return `---\ncycle: ${id}\nschema: cycle/1\nfrom: ${from}\nto: ${to}\ncapacity: 60w\nproduct: 60\nhealth: 25\nops: 15\n---\n\n# ${id}\n\n${body}\n`;
}
