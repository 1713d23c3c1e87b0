import * as z from "zod/mini";
import { checkDocument, checkInWorkspace, inOrder } from "../../core/check/check.ts";
import type { CheckOptions } from "../../core/check/check.ts";
import { parseDocument } from "../../core/document/document.ts";
import type { Conversation } from "../../core/readiness/conversations.ts";
import { openAlone, openIn, othersMayOpen, rulesOfOneState } from "../../core/trend/figures.ts";
import type { WorkspaceIndex } from "../../core/workspace/workspace-index.ts";
import type { Cache, Namespace } from "../cache/cache.ts";
import { examine, knownShape } from "../cache/known.ts";
import type { Examined, Known } from "../cache/known.ts";
import type { Fault } from "../fault.ts";
import type { Team } from "../workspace/teams.ts";
import type { FilesRequest } from "../workspace/visit.ts";
import { readWorkspaces } from "../workspace/workspaces.ts";
import type { Workspace } from "../workspace/workspaces.ts";

/** What a board needs to know of one team's documents. */
export interface TeamDocuments {
  readonly team: Team;
  readonly index: WorkspaceIndex;
  /** What is open, by shown path, of the documents that were asked for. */
  readonly open: ReadonlyMap<string, readonly Conversation[]>;
  /** The text of a document in the index, by shown path. */
  readonly textOf: (path: string) => string | undefined;
}

export interface Collected {
  readonly teams: readonly TeamDocuments[];
  readonly faults: readonly Fault[];
  readonly notes: readonly string[];
}

export interface CollectRequest extends FilesRequest {
  readonly today: string;
  readonly cache: Cache;
}

/** A document with what is open in it by itself. */
type OpenAlone = Examined<readonly Conversation[]>;

const conversation = z.looseObject({
  start: z.number(),
  text: z.string(),
  seam: z.enum(["handoff", "prioritisation", "narrative"]),
});

/** Each day has a file of its own. */
const namespace: Namespace<{ documents: Known<readonly Conversation[]> }> = {
  name: "board",
  usefulDays: 3,
  tables: { documents: knownShape(z.array(conversation)) },
};

/** Reads the documents among the files that the paths mean, and says what is open in each. */
export async function collect({
  paths,
  cwd,
  config,
  today,
  cache,
  progress,
}: CollectRequest): Promise<Collected> {
  const { documents: known } = cache.open(namespace, [cache.anchor, today]);
  const { all, faults, notes } = await readWorkspaces<OpenAlone>({
    ...{ paths, cwd, config, progress },
    open: (found, teams) =>
      examine(found, teams, {
        cache,
        known,
        // Nobody has begun to work with a candidate, so nothing is open in it.
        wanted: (kind) => (kind === "candidate" ? "nothing" : "whole"),
        factsOf: (document, { data }) => openAlone(document, { config: data, today, rules: rulesOfOneState }),
      }),
  });
  const teams: TeamDocuments[] = [];
  for (const workspace of all) {
    const { team, index, documents, asked } = workspace;
    if (asked.length === 0) continue;
    const open = new Map<string, readonly Conversation[]>();
    for (const document of asked) {
      const { path } = document.summary;
      await progress.step(path);
      open.set(path, openWith(document, workspace, today));
    }
    teams.push({ team, index, open, textOf: (path) => documents.get(path)?.text });
  }
  return { teams, faults, notes };
}

/** What is open when the other documents are known too. */
function openWith(
  { text, summary: { path }, facts: open = [] }: OpenAlone,
  { index, team }: Workspace<OpenAlone>,
  today: string,
): readonly Conversation[] {
  if (!othersMayOpen(path, index)) return open;
  const document = parseDocument(text, team.data);
  const options: CheckOptions = { config: team.data, today, rules: rulesOfOneState };
  const problems = checkInWorkspace(document, path, index, options);
  if (problems.length === 0) return open;
  return openIn(document, inOrder([...checkDocument(document, options), ...problems]), options);
}
