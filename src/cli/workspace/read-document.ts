import { parseDocument } from "../../core/document/document.ts";
import type { DocumentKind } from "../../core/document/kind.ts";
import type { PrdDocument } from "../../core/document/model.ts";
import { frontmatterEnd } from "../../core/markdown/frontmatter.ts";
import { teamFactsOf } from "../../core/facts/facts.ts";
import { summarise } from "../../core/workspace/workspace-index.ts";
import type { DocumentSummary } from "../../core/workspace/workspace-index.ts";
import type { FoundFile } from "./find.ts";
import { openDocument } from "./open.ts";
import type { Unreadable } from "./read.ts";
import type { Team, Teams } from "./teams.ts";

/** How much a command needs to know of a document: of the neighbours of those that it is about a summary will do. */
export type Wanted = (kind: DocumentKind) => "whole" | "summary" | "nothing";

/** What one document tells the others, and as much of it as was read to know that. */
export interface Summarised {
  readonly document: PrdDocument;
  readonly summary: DocumentSummary;
}

/** Of a PRD that is not wanted whole only the header is parsed; what a cycle or a retro says concerns the others. */
export function summarised(
  text: string,
  { kind, need, shown, team }: { kind: DocumentKind; need: "whole" | "summary"; shown: string; team: Team },
): Summarised {
  const onlyHeader = need === "summary" && (kind === "prd" || kind === "candidate");
  const document = parseDocument(onlyHeader ? text.slice(0, frontmatterEnd(text)) : text, team.data);
  return { document, summary: summarise(document, shown, kind, teamFactsOf(document)) };
}

export interface ReadDocument extends Summarised {
  readonly found: FoundFile;
  readonly team: Team;
}

/** Reads a document for a command that keeps nothing in the cache; undefined for a file that it leaves alone. */
export function readDocument(
  found: FoundFile,
  teams: Teams,
  wanted: Wanted,
): ReadDocument | Unreadable | undefined {
  const opened = openDocument(found, teams);
  if (opened === undefined || "refused" in opened) return opened;
  const { kind, file, team } = opened;
  const need = wanted(kind);
  if (need === "nothing") return undefined;
  return { found, team, ...summarised(file.text, { kind, need, shown: found.shown, team }) };
}
