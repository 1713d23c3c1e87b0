import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { defaultConfig } from "../../src/core/config/config.ts";
import { parseDocument } from "../../src/core/document/document.ts";
import { applyEdits } from "../../src/core/text/range.ts";
import { signOffEdit } from "../../src/core/writing/review/review-edits.ts";
import { folderWith, git } from "./cli.ts";

export const team = `version: 1
people:
  "@lena": { name: Lena Ortiz, role: pm, email: lena@example.com }
  "@mara": { name: Mara Lind, role: eng, email: mara@example.com }
  "@jo": { name: Jo Park, role: eng }
`;
export const lena = "Lena Ortiz <lena@example.com>";
export const mara = "Mara Lind <Mara@example.com>";
export const path = "prds/a.md";

export function prd(status: string, one = "rolling 30 days"): string {
  return `---
prd: PRD-042
schema: prd/1
name: Exports
status: ${status}
pm: "@lena"
eng: "@mara"
---

# Exports

## Requirements

### R1 · Filter by date

The export holds only rows of the range: ${one}.

### R2 · Show the zone

The page must show the time zone.
`;
}

export function signed(text: string, who: string, ...ids: string[]): string {
  return ids.reduce((now, id) => {
    const document = parseDocument(now, defaultConfig);
    const requirement = document.requirements.find((each) => each.id === id);
    assert.ok(requirement);
    return applyEdits(now, [signOffEdit(document, requirement, who, "2026-07-24")]);
  }, text);
}

/** A repository with one PRD in one commit by its product manager, on a branch `main`. */
export function repository(text: string): string {
  const folder = folderWith({ "seamwork.yaml": team, [path]: text });
  git(folder, "init", "-q", "-b", "main");
  git(folder, "config", "user.name", "Lena Ortiz");
  git(folder, "config", "user.email", "lena@example.com");
  git(folder, "config", "core.autocrlf", "false");
  commit(folder, lena, "Write it");
  return folder;
}

export function commit(folder: string, author: string, ...message: string[]): void {
  git(folder, "add", ".");
  git(folder, "commit", "-q", `--author=${author}`, ...message.flatMap((part) => ["-m", part]));
}

export function write(folder: string, text: string): void {
  writeFileSync(join(folder, path), text);
}
