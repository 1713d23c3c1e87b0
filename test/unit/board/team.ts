import { boardOf } from "../../../src/core/board/board.ts";
import type { Board } from "../../../src/core/board/model.ts";
import { checkDocument, checkInWorkspace, inOrder } from "../../../src/core/check/check.ts";
import type { Config } from "../../../src/core/config/config.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { kindOf } from "../../../src/core/document/kind.ts";
import type { Conversation } from "../../../src/core/readiness/conversations.ts";
import { allRules } from "../../../src/core/rules/all.ts";
import { teamFactsOf } from "../../../src/core/facts/facts.ts";
import { lineIndex } from "../../../src/core/text/lines.ts";
import { openIn } from "../../../src/core/trend/figures.ts";
import type { Trend } from "../../../src/core/trend/trend.ts";
import { summarise, workspaceIndex } from "../../../src/core/workspace/workspace-index.ts";

export interface Team {
  readonly files: Readonly<Record<string, string>>;
  readonly today: string;
  /** `seamwork.yaml` */
  readonly yaml?: string;
  readonly trend?: Trend | { readonly missing: string };
}

export interface Made {
  readonly board: Board;
  readonly open: ReadonlyMap<string, readonly Conversation[]>;
  readonly config: Config;
}

/** The board of files that are all known. */
export function boardOfTeam({ files, today, yaml = "version: 1\n", trend }: Team): Made {
  const { config } = parseConfig(yaml, "seamwork.yaml");
  const index = workspaceIndex();
  const documents = Object.entries(files).flatMap(([path, text]) => {
    const kind = kindOf(text, path, config);
    if (kind === undefined || kind === "candidate") return [];
    const document = parseDocument(text, config);
    index.set(summarise(document, path, kind, teamFactsOf(document)));
    return [{ path, document }];
  });
  const open = new Map<string, readonly Conversation[]>();
  const options = { config, today, rules: allRules };
  for (const { path, document } of documents) {
    const problems = [
      ...checkDocument(document, options),
      ...checkInWorkspace(document, path, index, options),
    ];
    open.set(path, openIn(document, inOrder(problems), options));
  }
  const lineAt = (path: string, offset: number): number =>
    lineIndex(files[path] ?? "").positionAt(offset).line + 1;
  return { board: boardOf({ team: ".", index, config, today, open, lineAt, trend }), open, config };
}

/** A PRD with a header and whatever follows. */
export function prd(id: string, header: Readonly<Record<string, string>> = {}, body = ""): string {
  const fields = {
    schema: "prd/1",
    name: `Name of ${id}`,
    status: "agreed",
    pm: '"@lena"',
    eng: '"@mara"',
    ...header,
  };
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${value}\n`);
  return `---\nprd: ${id}\n${lines.join("")}---\n\n# ${id}\n\n${body}`;
}

/** A cycle with a header and whatever follows. */
export function cycle(id: string, header: Readonly<Record<string, string>> = {}, body = ""): string {
  const fields = {
    schema: "cycle/1",
    from: "2026-07-01",
    to: "2026-09-30",
    capacity: "60w",
    product: "60",
    health: "25",
    ops: "15",
    ...header,
  };
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${value}\n`);
  return `---\ncycle: ${id}\n${lines.join("")}---\n\n# ${id}\n\n${body}`;
}
