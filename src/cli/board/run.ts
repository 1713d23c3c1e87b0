import { resolve } from "node:path";
import { boardOf } from "../../core/board/board.ts";
import { boardMarkdown } from "../../core/board/markdown.ts";
import type { Board } from "../../core/board/model.ts";
import { lineIndex } from "../../core/text/lines.ts";
import type { LineIndex } from "../../core/text/lines.ts";
import { openCache } from "../cache/cache.ts";
import { faultLine } from "../fault.ts";
import type { Fault } from "../fault.ts";
import { shownPath } from "../workspace/paths.ts";
import { faultsJson } from "../formats/json.ts";
import { jsonText, printable } from "../printable.ts";
import { progress } from "../progress.ts";
import type { Terminal } from "../terminal.ts";
import { trendOf } from "../trend/compute.ts";
import { firstDay } from "../trend/since.ts";
import type { Since } from "../trend/since.ts";
import { collect } from "./collect.ts";
import type { CollectRequest, TeamDocuments } from "./collect.ts";

export type BoardFormat = "html" | "markdown" | "json";

/** As the person gave them. */
export interface BoardFlags {
  readonly format: BoardFormat;
  readonly since: Since;
  readonly today: string;
  readonly config?: string;
  readonly cacheDir?: string;
  readonly cache: boolean;
}

/** `seamwork board`; returns its exit code. */
export async function runBoard(
  paths: readonly string[],
  { format, since, today, ...flags }: BoardFlags,
  terminal: Terminal,
): Promise<number> {
  const { cwd } = terminal;
  const path = (named: string | undefined): string | undefined =>
    named === undefined ? undefined : resolve(cwd, named);
  const watched = progress(terminal, "Reading");
  const config = path(flags.config);
  const cache = openCache(cwd, { folder: path(flags.cacheDir), enabled: flags.cache });
  const request: CollectRequest = { paths, cwd, config, cache, today, progress: watched };
  const boards: Board[] = [];
  let collected;
  try {
    collected = await collect(request);
    cache.save();
    for (const documents of collected.teams) {
      const several = collected.teams.length > 1;
      boards.push(await boardOfTeam(documents, several, firstDay(since, today), request));
    }
  } finally {
    watched.end();
  }
  boards.sort((a, b) => (a.team < b.team ? -1 : 1));
  const { faults, notes } = collected;
  terminal.out(await rendered(format, boards, faults, today));
  for (const line of [...faults.map(faultLine), ...notes]) terminal.err(`${line}\n`);
  return faults.length > 0 ? 2 : 0;
}

async function boardOfTeam(
  { team, index, open, textOf }: TeamDocuments,
  several: boolean,
  from: string,
  request: CollectRequest,
): Promise<Board> {
  const lines = new Map<string, LineIndex>();
  const lineAt = (path: string, offset: number): number => {
    const own = lines.get(path) ?? lineIndex(textOf(path) ?? "");
    lines.set(path, own);
    return own.positionAt(offset).line + 1;
  };
  const trend = await trendOf({ ...request, from, team: several ? team.folder : undefined });
  const { today, cwd } = request;
  return boardOf({ team: shownPath(team.folder, cwd), index, config: team.data, today, open, lineAt, trend });
}

async function rendered(
  format: BoardFormat,
  boards: readonly Board[],
  faults: readonly Fault[],
  today: string,
): Promise<string> {
  switch (format) {
    case "json":
      return jsonText({ version: 1, today, boards, errors: faultsJson(faults) });
    case "markdown":
      return boards.length === 0
        ? "There are no PRDs here yet.\n"
        : boards.map(boardMarkdown).join("\n").split("\n").map(printable).join("\n");
    case "html": {
      // The views are loaded only for those who ask for the page.
      const { boardPage } = await import("../../panel/board-page.tsx");
      return boardPage(boards, today);
    }
  }
}
