import { dirname, relative } from "node:path";
import { checkDocument } from "../../core/check/check.ts";
import type { CheckOptions } from "../../core/check/check.ts";
import { parseDocument } from "../../core/document/document.ts";
import { frontmatterEnd } from "../../core/markdown/pieces.ts";
import { teamFactsOf } from "../../core/facts/facts.ts";
import { summarise } from "../../core/workspace/workspace-index.ts";
import { allRules } from "../../core/rules/all.ts";
import type { DocumentSummary } from "../../core/workspace/workspace-index.ts";
import { openDocument } from "../workspace/open.ts";
import type { FoundFile } from "../workspace/find.ts";
import { slashes } from "../workspace/paths.ts";
import { readText } from "../workspace/read.ts";
import type { FileText, Unreadable } from "../workspace/read.ts";
import type { Team, Teams } from "../workspace/teams.ts";
import { contentHash } from "../cache/cache.ts";
import type { Cache, Known } from "../cache/cache.ts";
import { located } from "./located.ts";
import type { ReportedProblem } from "./report.ts";

/** A PRD or candidate with what its content alone tells. */
export interface Examined {
  readonly found: FoundFile;
  readonly team: Team;
  readonly text: string;
  readonly summary: DocumentSummary;
  /** Of the rules that see one document. */
  readonly problems: readonly ReportedProblem[];
}

/**
 * Reads a file and, if it is a PRD or a candidate, checks it; nothing is computed that the cache knows.
 *
 * @param wanted a summary is enough of documents that are only the neighbours of those that are checked
 * @returns undefined for other files
 */
export function examine(
  found: FoundFile,
  wanted: "problems" | "summary",
  teams: Teams,
  cache: Cache,
  options: Omit<CheckOptions, "config">,
): Examined | Unreadable | undefined {
  const team = teams.of(dirname(found.path));
  const known = cache.get(found.path);
  if (known !== undefined && (wanted === "summary" || known.problems !== undefined)) {
    const file = readText(found.path);
    if (!("refused" in file) && hashOf(file, found, team) === known.hash) {
      return examined(found, team, file.text, known);
    }
  }
  const opened = openDocument(found, teams);
  if (opened === undefined || "refused" in opened) return opened;
  const { file, kind } = opened;
  const document = wanted === "problems" ? parseDocument(file.text, team.data) : undefined;
  // What a cycle or a retro says concerns the others, of a PRD only its header does.
  const read =
    document ??
    parseDocument(kind === "prd" || kind === "candidate" ? headerOf(file.text) : file.text, team.data);
  const { path: _, ...summary } = summarise(read, found.shown, kind, teamFactsOf(read));
  const result: Known = {
    hash: hashOf(file, found, team),
    summary,
    ...(document && {
      problems: located(
        checkDocument(document, { ...options, rules: allRules, config: team.data }),
        file.text,
      ),
    }),
  };
  cache.set(found.path, result);
  return examined(found, team, file.text, result);
}

function examined(found: FoundFile, team: Team, text: string, { summary, problems = [] }: Known): Examined {
  return { found, team, text, summary: { ...summary, path: found.shown }, problems };
}

function headerOf(text: string): string {
  return text.slice(0, frontmatterEnd(text));
}

/** All that a document's own problems follow from, beside the flags and the day that the whole cache is for. */
function hashOf(file: FileText, { path }: FoundFile, { folder, source }: Team): string {
  return contentHash([file.bytes, source, slashes(relative(folder, path))]);
}
