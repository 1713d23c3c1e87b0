import { dirname } from "node:path";
import { asIfAdopted } from "../../core/adopt/as-if.ts";
import { checkDocument } from "../../core/check/check.ts";
import type { Status } from "../../core/format/status.ts";
import { kindOf } from "../../core/document/kind.ts";
import type { FoundFile } from "../workspace/find.ts";
import { openDocument, pathInTeam } from "../workspace/open.ts";
import type { OpenDocument } from "../workspace/open.ts";
import type { FileText, Unreadable } from "../workspace/read.ts";
import type { Team, Teams } from "../workspace/teams.ts";
import { visitFiles } from "../workspace/visit.ts";
import type { FilesRequest } from "../workspace/visit.ts";
import type { Checked } from "./check.ts";
import { located } from "./located.ts";
import type { ReportedFile } from "./report.ts";

export interface TryRequest extends FilesRequest {
  readonly today: string;
  /** A draft when absent: so a document begins that is adopted. */
  readonly as: Status | undefined;
}

/**
 * What a check would say if the files were adopted. Nothing is written or remembered. Of folders and globs the candidates
 * are tried, of named files each that is no document yet.
 */
export async function tryOut({ as = "draft", today, ...request }: TryRequest): Promise<Checked> {
  const files: ReportedFile[] = [];
  const notes: string[] = [];
  const visited = await visitFiles(request, (found, teams) => {
    const opened = openUntried(found, teams);
    if (opened === undefined || "refused" in opened) return opened;
    if ("already" in opened) {
      notes.push(`${found.shown}: a ${opened.already} already. \`seamwork check\` says what is open in it.`);
      return undefined;
    }
    const { file, team } = opened;
    const { data: config } = team;
    const document = asIfAdopted(file.text, { config, path: found.path });
    if ("problem" in document) return { refused: document.problem };
    const problems = located(checkDocument(document, { config, today, as }), file.text);
    files.push({
      path: found.shown,
      kind: "candidate",
      id: undefined,
      status: undefined,
      problems: problems.map((problem) => ({ ...problem, fixable: false })),
    });
    return undefined;
  });
  return { files, faults: visited.faults(), notes: [...visited.notes, ...notes] };
}

type Untried = { readonly file: FileText; readonly team: Team } | { readonly already: string };

function openUntried(found: FoundFile, teams: Teams): Untried | Unreadable | undefined {
  if (!found.named) {
    const opened: OpenDocument | Unreadable | undefined = openDocument(found, teams);
    return opened !== undefined && "kind" in opened && opened.kind !== "candidate" ? undefined : opened;
  }
  const file = teams.files.text(found.path);
  if ("refused" in file) return file;
  const team = teams.of(dirname(found.path));
  const kind = kindOf(file.text, pathInTeam(found.path, team), team.data);
  if (kind === undefined || kind === "candidate") return { file, team };
  return { already: kind === "prd" ? "PRD" : kind };
}
