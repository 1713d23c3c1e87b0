import { dirname, join } from "node:path";
import { defaultConfig } from "../../core/config/config.ts";
import { parseDocument } from "../../core/document/document.ts";
import { idKeyOf, parseHeader } from "../../core/document/header.ts";
import { kindOf } from "../../core/document/kind.ts";
import { statusIn } from "../../core/document/status.ts";
import { changesSince, deletion, outOfSight } from "../../core/review/since.ts";
import type { Change } from "../../core/review/since.ts";
import type { Previous } from "../../core/rules/rule.ts";
import type { Earlier } from "../git/since.ts";
import { scopeOf } from "../workspace/scope.ts";
import { shownPath } from "../workspace/paths.ts";
import type { Teams } from "../workspace/teams.ts";
import type { CheckedAlone } from "./examine.ts";
import { locatedChanges } from "./located.ts";
import type { ReportedChange, ReportedFile } from "./report.ts";

/** PRDs as they were, and those of then that no PRD of now continues. */
export interface Before {
  of(document: CheckedAlone): Previous | undefined;
  /** What became of the others, among the files that the paths mean. */
  readonly lost: readonly Lost[];
}

export interface Lost {
  /** As {@link ReportedFile}. */
  readonly path: string;
  readonly file: ReportedFile;
  readonly changes: readonly ReportedChange[];
}

interface Around {
  readonly paths: readonly string[];
  readonly cwd: string;
  readonly teams: Teams;
}

/**
 * Finds each PRD as it was: under its name, the name that it had then, or its id. What is left was deleted, lost its header, or
 * is out of this check's sight.
 */
export async function before(
  since: Earlier,
  documents: readonly CheckedAlone[],
  around: Around,
): Promise<Before> {
  const previous = new Map<CheckedAlone, Previous>();
  const prds = documents.filter(({ summary }) => summary.kind === "prd");
  const claimed = new Set<string>();
  for (const document of prds) {
    claimed.add(since.nameThen(document.found.path));
    const was = await since.textOf(document.found.path);
    if (was !== undefined) previous.set(document, was);
  }
  const left = new Map<string, string>();
  for (const name of since.mayBePrds()) {
    const text = claimed.has(name) ? undefined : await since.textThen(name);
    if (text !== undefined && isPrd(text)) left.set(name, text);
  }
  for (const document of prds) {
    const [name, text] =
      previous.has(document) || document.summary.id === undefined
        ? []
        : ([...left].find(([, one]) => idOf(one) === document.summary.id) ?? []);
    if (name === undefined || text === undefined) continue;
    left.delete(name);
    previous.set(document, { text });
  }
  const scope = scopeOf(around.paths, around.cwd, since.top);
  const lost = [...left].filter(([name]) => scope.wants(name));
  return {
    of: (document) => previous.get(document),
    lost: lost.map((one) => whatBecame(one, since, around)),
  };
}

function whatBecame(
  [name, text]: readonly [name: string, text: string],
  { top, nowCalled }: Earlier,
  { cwd, teams }: Around,
): Lost {
  const path = join(top, name);
  const { data } = teams.of(dirname(path));
  const was = parseDocument(text, data);
  const now = teams.files.text(path);
  const elsewhere = nowCalled(name);
  let changes: readonly Change[];
  if ("refused" in now)
    changes = [elsewhere === undefined ? deletion(was) : outOfSight(was, `it is ${elsewhere} now`)];
  else if (isPrd(now.text)) changes = [outOfSight(was, "a `.gitignore` leaves it out")];
  else changes = changesSince(was, parseDocument(now.text, data), data);
  const shown = shownPath(path, cwd);
  const header = parseHeader(text);
  const file: ReportedFile = {
    path: shown,
    kind: "gone",
    id: idOf(text),
    status: statusIn(header),
    problems: [],
  };
  return { path: shown, file, changes: locatedChanges(changes, "refused" in now ? "" : now.text) };
}

/** By its header alone: a path makes a candidate at most. */
function isPrd(text: string): boolean {
  return kindOf(text, "", defaultConfig) === "prd";
}

function idOf(text: string): string | undefined {
  const header = parseHeader(text);
  return header.field(idKeyOf(header))?.values[0]?.text;
}
