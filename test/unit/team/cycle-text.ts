import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import type { PrdDocument } from "../../../src/core/document/model.ts";
import { headerKind } from "../../../src/core/document/header.ts";
import { cycleOf } from "../../../src/core/facts/cycle.ts";
import { teamFactsOf } from "../../../src/core/facts/facts.ts";
import type { Cycle } from "../../../src/core/facts/model.ts";
import { summarise, workspaceIndex } from "../../../src/core/workspace/workspace-index.ts";
import type { WorkspaceIndex } from "../../../src/core/workspace/workspace-index.ts";

/** The text of a cycle: header lines over the usual ones (undefined leaves one out), and a body. */
export function cycleText(lines: Readonly<Record<string, string | undefined>> = {}, body = ""): string {
  const usual = {
    cycle: "2026-Q3",
    schema: "cycle/1",
    from: "2026-07-01",
    to: "2026-09-30",
    capacity: "60w",
  };
  const all = { ...usual, product: "60", health: "25", ops: "15", ...lines };
  const header = Object.entries(all).flatMap(([key, value]) =>
    value === undefined ? [] : [value === "" ? `${key}:\n` : `${key}: ${value}\n`],
  );
  return `---\n${header.join("")}---\n${body}`;
}

export function read(text: string): PrdDocument {
  return parseDocument(text, defaultConfig);
}

export function cycleIn(text: string): Cycle {
  const cycle = cycleOf(read(text));
  if (cycle === undefined) throw new Error(`No cycle:\n${text}`);
  return cycle;
}

/** A workspace of texts by path. */
export function workspace(texts: Readonly<Record<string, string>>): WorkspaceIndex {
  const index = workspaceIndex();
  for (const [path, text] of Object.entries(texts)) {
    const document = read(text);
    index.set(summarise(document, path, headerKind(document.header) ?? "prd", teamFactsOf(document)));
  }
  return index;
}
