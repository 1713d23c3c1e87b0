import { ProgressLocation, Uri, window, workspace } from "vscode";
import type { CancellationToken } from "vscode";
import { agendaOf, agendaScope } from "../../../core/agenda/agenda.ts";
import { agendaMarkdown } from "../../../core/agenda/markdown.ts";
import type {
  Agenda,
  AgendaInput,
  AgendaRequest,
  AgendaScope,
  ChangeLine,
  OpenDocument,
} from "../../../core/agenda/model.ts";
import { checkDocument, checkInWorkspace, effectiveStatus, inOrder } from "../../../core/check/check.ts";
import type { CheckOptions } from "../../../core/check/check.ts";
import { parseDocument } from "../../../core/document/document.ts";
import { parseHeader } from "../../../core/document/header.ts";
import type { PrdDocument } from "../../../core/document/model.ts";
import { statusIn } from "../../../core/document/status.ts";
import { nextStatus } from "../../../core/format/status.ts";
import type { Status } from "../../../core/format/status.ts";
import { conversationsOf } from "../../../core/readiness/conversations.ts";
import { readiness } from "../../../core/readiness/readiness.ts";
import { changesSince } from "../../../core/review/since.ts";
import type { Problem } from "../../../core/problem.ts";
import { lineIndex } from "../../../core/text/lines.ts";
import type { Services } from "../../services/services.ts";
import { currentText } from "../../services/paths.ts";
import { modelOf } from "../../services/others.ts";
import type { Here } from "./where.ts";

/** An agenda and what it was made for. */
export interface MadeAgenda {
  readonly request: AgendaRequest;
  readonly here: Here;
  readonly agenda: Agenda;
  /** Its markdown; places in it are `path:line`, below the folder. */
  readonly text: string;
}

/**
 * Makes an agenda from the documents as they stand, and from git where there is git.
 *
 * @returns undefined where there can be none, about which the person is told, or when they call it off
 */
export async function makeAgenda(
  services: Services,
  here: Here,
  request: AgendaRequest,
): Promise<MadeAgenda | undefined> {
  const today = services.clock.today();
  const scope = agendaScope(request, here.index, today);
  if ("refused" in scope) {
    void window.showInformationMessage(scope.refused);
    return undefined;
  }
  return window.withProgress(
    { location: ProgressLocation.Notification, title: "Making the agenda…", cancellable: true },
    async (_progress, token) => {
      const models = await modelsOf(services, here, [...scope.paths, ...(scope.compare?.paths ?? [])]);
      const changes = await changesIn(services, here, scope, models, token);
      if (token.isCancellationRequested) return undefined;
      const input = inputOf(services, here, scope, models, changes);
      // Once to learn which documents are named, and once with their lines.
      const named = new Set<string>();
      agendaOf(request, { ...input, lineAt: (path) => (named.add(path), 1) });
      const lines = await linesOf(here, models, named);
      const agenda = agendaOf(request, {
        ...input,
        lineAt: (path, offset) => (lines.get(path)?.positionAt(offset).line ?? 0) + 1,
      });
      return { request, here, agenda, text: agendaMarkdown(agenda, "places") };
    },
  );
}

type Models = ReadonlyMap<string, PrdDocument>;

async function modelsOf(services: Services, { folder }: Here, paths: readonly string[]): Promise<Models> {
  const models = new Map<string, PrdDocument>();
  for (const path of new Set(paths)) {
    const model = await modelOf(services, Uri.joinPath(folder, path));
    if (model !== undefined) models.set(path, model);
  }
  return models;
}

async function linesOf(
  { folder }: Here,
  models: Models,
  paths: ReadonlySet<string>,
): Promise<Map<string, ReturnType<typeof lineIndex>>> {
  const found = new Map<string, ReturnType<typeof lineIndex>>();
  for (const path of paths) {
    const text = models.get(path)?.text ?? (await currentText(Uri.joinPath(folder, path)));
    if (text !== undefined) found.set(path, lineIndex(text));
  }
  return found;
}

function inputOf(
  { clock, library }: Services,
  { index, team: { config } }: Here,
  scope: AgendaScope,
  models: Models,
  changes: AgendaInput["changes"],
): Omit<AgendaInput, "lineAt"> {
  const options: CheckOptions = { config, today: clock.today(), rules: library.rules() };
  const wanted = new Set(scope.paths);
  const opened = new Map<string, OpenDocument>();
  const open = (path: string): OpenDocument | undefined => {
    const document = wanted.has(path) ? models.get(path) : undefined;
    if (document === undefined) return undefined;
    const known = opened.get(path) ?? openIn(document, path);
    opened.set(path, known);
    return known;
  };
  const openIn = (document: PrdDocument, path: string): OpenDocument => {
    const problems = (as?: Status): Problem[] =>
      inOrder([
        ...checkDocument(document, { ...options, as }),
        ...checkInWorkspace(document, path, index, { ...options, as }),
      ]);
    const now = problems();
    if (index.get(path)?.kind !== "prd")
      return { document, conversations: conversationsOf(document, now, options), ready: undefined };
    const next = nextStatus(effectiveStatus(document));
    return { document, ...readiness(document, now, next === undefined ? [] : problems(next), options) };
  };
  return { index, config, today: clock.today(), open, changes };
}

/** Commits of one document that are looked at, the latest first. */
const MOST_COMMITS = 200;

/** A document that has come as far as agreed was agreed. */
const reached: Readonly<Partial<Record<Status, readonly Status[]>>> = {
  agreed: ["agreed", "building", "launched", "closed"],
};

/** What git says changed; undefined where there is no git, no trust, or it knows nothing of these documents. */
async function changesIn(
  { git }: Services,
  { folder, team: { config } }: Here,
  { compare }: AgendaScope,
  models: Models,
  token: CancellationToken,
): Promise<AgendaInput["changes"]> {
  if (git === undefined || compare === undefined || !workspace.isTrusted) return undefined;
  const found = new Map<string, readonly ChangeLine[]>();
  let known = false;
  for (const path of compare.paths) {
    const model = models.get(path);
    if (model === undefined || token.isCancellationRequested) continue;
    const { before, any } = await earlierText(
      git.texts(Uri.joinPath(folder, path), MOST_COMMITS),
      compare.with,
    );
    known ||= any;
    if (before !== undefined && before !== model.text)
      found.set(path, changesSince(parseDocument(before, config), model, config));
    else if (before === undefined && any && "day" in compare.with) {
      const { start, end } = model.title ?? { start: 0, end: 0 };
      found.set(path, [{ start, end, message: "It is new.", afterBuildingBegan: false }]);
    }
  }
  return known ? (path) => found.get(path) ?? [] : undefined;
}

/** The text at the end of a day; or the first one that had come as far as a status. */
async function earlierText(
  texts: AsyncIterable<{ readonly date: string; readonly text: string }>,
  wanted: NonNullable<AgendaScope["compare"]>["with"],
): Promise<{ before: string | undefined; any: boolean }> {
  let before: string | undefined;
  let any = false;
  for await (const { date, text } of texts) {
    any = true;
    if ("day" in wanted) {
      if (date <= wanted.day) return { before: text, any };
      continue;
    }
    const status = statusIn(parseHeader(text));
    if (status !== undefined && (reached[wanted.status] ?? [wanted.status]).includes(status)) before = text;
  }
  return { before, any };
}
