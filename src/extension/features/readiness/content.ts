import { workspace } from "vscode";
import type { Uri } from "vscode";
import { checkDocument, effectiveStatus } from "../../../core/check/check.ts";
import { sameHandle } from "../../../core/config/people.ts";
import { nextStatus } from "../../../core/format/status.ts";
import { libraryRow } from "../../../core/readiness/library-row.ts";
import type { LibraryRow } from "../../../core/readiness/overview.ts";
import { overviewOf } from "../../../core/readiness/overview-of.ts";
import { readiness } from "../../../core/readiness/readiness.ts";
import type { LibraryMessage, NothingMessage, OverviewMessage } from "../../../panel/messages.ts";
import type { DescribePrd } from "../../services/library.ts";
import type { OpenPrd } from "../../services/open-prds.ts";
import type { Services } from "../../services/services.ts";
import { readinessOf } from "../readiness-of.ts";
import type { Authorships } from "./authorship.ts";

/** What the panel says of a PRD, by its text as it stands. */
export function overviewMessage(
  prd: OpenPrd,
  services: Services,
  authorships: Authorships,
): OverviewMessage | NothingMessage {
  if (prd.kind !== "prd")
    return { kind: "nothing", because: prd.kind === "candidate" ? "candidate" : "no-prd" };
  const { document, team } = prd;
  const { today, config } = services.problems.optionsFor(prd);
  const me = services.me.known(team);
  const authorship = authorships.of(prd);
  return {
    kind: "overview",
    document: document.uri.toString(),
    path: pathOf(document.uri),
    version: document.version,
    today,
    me,
    overview: overviewOf(prd.model(), readinessOf(prd, services), { config, today, me, authorship }),
  };
}

/** All PRDs of the workspace; open ones as they stand in the editor. */
export interface Rows {
  message(): LibraryMessage;
}

/**
 * @param changed is called when all files have been read
 */
export function createRows(services: Services, changed: () => void): Rows {
  const { library, me, openPrds, teams } = services;
  let reading = true;
  const read = async (): Promise<void> => {
    await library.keepRows(describe(services));
    reading = false;
    changed();
  };
  void read();
  const rowOf = (uri: Uri, kept: LibraryRow | undefined): LibraryRow | undefined => {
    const key = uri.toString();
    for (const prd of openPrds.all())
      if (prd.document.uri.toString() === key && prd.kind === "prd")
        return libraryRow(namesOf(uri), prd.model(), readinessOf(prd, services), { config: prd.team.config });
    return kept;
  };
  return {
    message() {
      const [folder] = workspace.workspaceFolders ?? [];
      const team = folder && teams.known(folder.uri);
      const rows = library.entries().flatMap(({ uri, kind, row: kept, team, counts }) => {
        const row = kind === "prd" ? rowOf(uri, kept) : undefined;
        const who = me.known(team);
        const mine =
          who !== undefined &&
          row !== undefined &&
          [...row.pm, ...row.eng].some(({ handle }) => sameHandle(handle, who));
        // The number that the tree has: what the other documents have to say is in it too.
        const open = counts.error + counts.warning + counts.information;
        return row === undefined ? [] : [{ ...row, open, mine }];
      });
      return { kind: "library", rows, me: team && me.known(team), reading };
    },
  };
}

/** Whose the row is, is worked out when it is shown. */
function describe({ clock, library }: Services): DescribePrd {
  return ({ uri, model, team: { config } }, local) => {
    const options = { config, today: clock.today(), rules: library.rules() };
    const next = nextStatus(effectiveStatus(model));
    const then = next === undefined ? [] : checkDocument(model, { ...options, as: next });
    return libraryRow(namesOf(uri), model, readiness(model, local, then, options), { config });
  };
}

function namesOf(uri: Uri): { document: string; path: string } {
  return { document: uri.toString(), path: pathOf(uri) };
}

function pathOf(uri: Uri): string {
  return workspace.asRelativePath(uri);
}
