import { dirname, resolve } from "node:path";
import { parseDocument } from "../../core/document/document.ts";
import { outline } from "../../core/outline/outline.ts";
import { faultLine } from "../fault.ts";
import { progress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import type { FoundFile } from "../workspace/find.ts";
import { openDocument, pathInTeam } from "../workspace/open.ts";
import { readText } from "../workspace/read.ts";
import type { FileText, Unreadable } from "../workspace/read.ts";
import type { Team, Teams } from "../workspace/teams.ts";
import { visitFiles } from "../workspace/visit.ts";
import { json } from "./json.ts";
import type { OutlinedFile } from "./json.ts";
import { text } from "./text.ts";

/** As the person gave them. */
export interface OutlineFlags {
  readonly format: "text" | "json";
  readonly config?: string;
}

/** `seamwork outline`; returns its exit code. Of folders and globs the PRDs and candidates are shown, of named files each. */
export async function runOutline(
  paths: readonly string[],
  { format, config: named }: OutlineFlags,
  terminal: Terminal,
): Promise<number> {
  const { cwd } = terminal;
  const config = named === undefined ? undefined : resolve(cwd, named);
  const watched = progress(terminal, "Reading");
  const files: OutlinedFile[] = [];
  const visited = await visitFiles({ paths, cwd, config, progress: watched }, (found, teams) => {
    const opened = open(found, teams);
    if (opened === undefined || "refused" in opened) return opened;
    const { file, team } = opened;
    const document = parseDocument(file.text, team.data);
    files.push({ path: found.shown, outline: outline(document, pathInTeam(found.path, team), team.data) });
    return undefined;
  }).finally(() => watched.end());
  const faults = visited.faults();
  terminal.out(format === "json" ? json(files, faults) : text(files, faults, terminal.color));
  for (const line of [...faults.map(faultLine), ...visited.notes]) terminal.err(`${line}\n`);
  return faults.length > 0 ? 2 : 0;
}

function open(found: FoundFile, teams: Teams): { file: FileText; team: Team } | Unreadable | undefined {
  if (found.named) {
    const file = readText(found.path);
    return "refused" in file ? file : { file, team: teams.of(dirname(found.path)) };
  }
  const opened = openDocument(found, teams);
  const wanted = opened === undefined || "refused" in opened || ["prd", "candidate"].includes(opened.kind);
  return wanted ? opened : undefined;
}
