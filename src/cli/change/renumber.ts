import { existsSync, renameSync } from "node:fs";
import { resolve } from "node:path";
import { nextPrdId } from "../../core/document/prd-id.ts";
import { lineIndex } from "../../core/text/lines.ts";
import { applyEdits } from "../../core/text/range.ts";
import { count } from "../../core/words/count.ts";
import { renumbering } from "../../core/writing/renumber.ts";
import { CommandError, faultLine, systemReason } from "../fault.ts";
import type { Fault } from "../fault.ts";
import { progress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import { pathInTeam } from "../workspace/open.ts";
import { readDocument } from "../workspace/read-document.ts";
import type { ReadDocument } from "../workspace/read-document.ts";
import { readText } from "../workspace/read.ts";
import { readWorkspaces } from "../workspace/workspaces.ts";
import { rewrite } from "../workspace/write.ts";
import { unifiedDiff } from "./diff.ts";

export interface RenumberFlags {
  readonly dryRun?: boolean;
  readonly config?: string;
}

/**
 * `seamwork renumber`; returns its exit code.
 *
 * @param file the PRD that gets another id
 * @param wanted the id; the next free one when absent
 */
export async function runRenumber(
  file: string,
  wanted: string | undefined,
  flags: RenumberFlags,
  terminal: Terminal,
): Promise<number> {
  const { cwd } = terminal;
  const config = flags.config === undefined ? undefined : resolve(cwd, flags.config);
  const watched = progress(terminal, "Reading");
  const { all, asked, faults } = await readWorkspaces({
    ...{ paths: [file], cwd, config, progress: watched },
    open: (found, teams) =>
      readDocument(found, teams, (kind) => (kind === "candidate" ? "nothing" : "whole")),
  }).finally(() => watched.end());
  const [document] = asked;
  if (faults.length > 0) return refused(faults, terminal);
  const from = document?.summary.id;
  if (document?.summary.kind !== "prd" || from === undefined || asked.length > 1)
    throw new CommandError(`${file}: which PRD gets another id? Name one file that has one.`);
  const workspace = all.find(({ team }) => team === document.team);
  const to = wanted ?? nextPrdId(workspace?.index.ids() ?? []);
  if (!/^[A-Z][A-Z0-9]*-\d+$/.test(to)) throw new CommandError(`${to} is no id; one looks like PRD-042.`);
  const taken = workspace?.index.withId(to)[0];
  if (taken !== undefined) throw new CommandError(`${to} is the id of ${taken} already.`);
  return write(document, from, to, [...(workspace?.documents.values() ?? [])], flags, terminal);
}

function write(
  document: ReadDocument,
  from: string,
  to: string,
  all: readonly ReadDocument[],
  { dryRun = false }: RenumberFlags,
  terminal: Terminal,
): number {
  const placed = (one: ReadDocument) => ({
    path: pathInTeam(one.found.path, one.team),
    text: one.document.text,
  });
  const byPath = new Map(all.map((one) => [placed(one).path, one]));
  const own = placed(document);
  const others = all.filter((one) => one !== document);
  const twins = new Set(others.filter(({ summary }) => summary.id === from).map((one) => placed(one).path));
  const { edits, unclear, path } = renumbering(own, from, to, others.map(placed), twins);
  const target = resolve(document.team.folder, path);
  if (path !== own.path && existsSync(target)) throw new CommandError(`${path} is there already.`);
  const say = dryRun ? terminal.err : terminal.out;
  const failed: Fault[] = [];
  let places = 0;
  for (const [name, list] of edits) {
    const one = byPath.get(name);
    if (one === undefined) continue;
    const { path: absolute, shown } = one.found;
    const before = readText(absolute);
    if ("refused" in before) failed.push({ path: shown, message: before.refused });
    else if (dryRun) terminal.out(unifiedDiff(shown, before, applyEdits(before.text, list)));
    else {
      const message = rewrite(absolute, before, applyEdits(before.text, list));
      if (message !== undefined) failed.push({ path: shown, message });
    }
    places += list.length;
  }
  const is = dryRun ? "would be" : "is";
  say(
    `${document.found.shown}: ${from} ${is} ${to}, in ${count(places, "place")} of ${count(edits.size, "file")}.\n`,
  );
  if (path !== own.path) {
    if (!dryRun && failed.length === 0) rename(document.found.path, target, path);
    say(`The file ${is} ${path}.\n`);
  }
  for (const { path: name, at } of unclear) {
    const one = byPath.get(name);
    const line = lineIndex(one?.document.text ?? "").positionAt(at.start).line + 1;
    say(`${one?.found.shown}:${line}: ${from} may mean either; which one is it?\n`);
  }
  return failed.length > 0 ? refused(failed, terminal) : 0;
}

function rename(from: string, to: string, shown: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    throw new CommandError(`${shown}: the file keeps its name: ${systemReason(error)}.`);
  }
}

function refused(faults: readonly Fault[], terminal: Terminal): number {
  for (const line of faults.map(faultLine)) terminal.err(`${line}\n`);
  return 2;
}
