import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { parse } from "yaml";
import { defaultConfig } from "../../src/core/config/config.ts";
import { parseDocument } from "../../src/core/document/document.ts";
import { signOffEdit } from "../../src/core/writing/review/review-edits.ts";
import { applyEdits } from "../../src/core/text/range.ts";
import { command, folderWith, git, removeFolders } from "./cli.ts";
import type { Outcome } from "./cli.ts";

interface Workflow {
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly env: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly name?: string; readonly uses?: string; readonly run?: string }[];
}

const page = readFileSync("docs/ci.md", "utf8");

/** The blocks of code of docs/ci.md in one language, in order. */
function blocks(language: string): string[] {
  return [...page.matchAll(/^```(\w+)\n(.*?)^```/gms)].flatMap(([, is, text]) =>
    is === language && text !== undefined ? [text] : [],
  );
}

const prd = `---
prd: PRD-042
schema: prd/1
name: Exports
status: agreed
pm: "@lena"
eng: "@mara"
---

# Exports

## Requirements

### R1 · Filter by date

The export must hold only rows of the range: rolling 30 days.
`;

/** A pull request: on `origin/main` R1 is signed off, on the branch it says something else. */
function pullRequest(): string {
  const document = parseDocument(prd, defaultConfig);
  const [requirement] = document.requirements;
  assert.ok(requirement);
  const signed = applyEdits(prd, [signOffEdit(document, requirement, "@mara", "2026-07-24")]);
  const team = `version: 1
people:
  "@lena": { name: Lena Ortiz, role: pm, email: lena@example.com }
  "@mara": { name: Mara Lind, role: eng, email: mara@example.com }
`;
  const folder = folderWith({ "seamwork.yaml": team, "prds/a.md": signed });
  git(folder, "init", "-q", "-b", "main");
  git(folder, "config", "user.name", "Mara Lind");
  git(folder, "config", "user.email", "mara@example.com");
  git(folder, "config", "core.autocrlf", "false");
  git(folder, "add", ".");
  git(folder, "commit", "-qm", "Agree on exports");
  git(folder, "update-ref", "refs/remotes/origin/main", "HEAD");
  writeFileSync(join(folder, "prds/a.md"), signed.replace("rolling 30 days", "a calendar month"));
  git(folder, "commit", "-qam", "Months instead");
  return folder;
}

/** Runs a script as CI does, with `npx seamwork` being the command of now. */
function runIn(folder: string, script: string, env: Readonly<Record<string, string>> = {}): Outcome {
  const bin = join(folder, ".git/bin");
  mkdirSync(bin, { recursive: true });
  const npx = `#!/bin/sh\n[ "$1" = seamwork ] || exit 127\nshift\nexec "${process.execPath}" "${command()}" "$@"\n`;
  writeFileSync(join(bin, "npx"), npx, { mode: 0o755 });
  const { status, stdout, stderr } = spawnSync("bash", ["-e", "-c", script], {
    cwd: folder,
    encoding: "utf8",
    env: { HOME: folder, TZ: "UTC", ...env, PATH: `${bin}${delimiter}${process.env["PATH"]}` },
  });
  return { code: status, out: stdout, err: stderr };
}

describe("docs/ci.md", () => {
  after(removeFolders);

  it("has a workflow for GitHub that runs, and fails at its last step when a pull request changes what was signed", () => {
    const folder = pullRequest();
    const [job, ...more] = Object.values((parse(blocks("yaml")[0] ?? "") as Workflow).jobs);
    assert.ok(job);
    assert.equal(more.length, 0);
    const summary = join(folder, ".git/summary.md");
    const env = Object.fromEntries(
      Object.entries(job.env).map(([name, value]) => [name, value.replace("${{ github.base_ref }}", "main")]),
    );
    const scripts = job.steps.flatMap(({ run }) => (run?.includes("seamwork") ? [run] : []));
    assert.equal(scripts.length, 3);
    const outcomes = scripts.map((script) => runIn(folder, script, { ...env, GITHUB_STEP_SUMMARY: summary }));
    assert.deepEqual(
      outcomes.map(({ code }) => code),
      [0, 0, 1],
      outcomes.map(({ err }) => err).join("\n"),
    );
    const written = readFileSync(summary, "utf8");
    assert.match(written, /To look at, since `origin\/main`/);
    assert.match(written, /R1[^\n]*changed/);
    const uploaded = job.steps.findIndex(({ uses }) => uses?.includes("upload-sarif"));
    assert.ok(uploaded > job.steps.findIndex(({ run }) => run?.includes("seamwork.sarif")));
    const sarif = JSON.parse(readFileSync(join(folder, "seamwork.sarif"), "utf8")) as {
      runs: { results: { ruleId: string }[] }[];
    };
    assert.ok(sarif.runs[0]?.results.some(({ ruleId }) => ruleId === "PRD302"));
    assert.match(outcomes[2]?.out ?? "", /^::error file=prds\/a\.md,line=\d+.*PRD302/m);
  });

  it("has a job for GitLab that runs and writes its report", () => {
    const folder = pullRequest();
    const jobs = parse(blocks("yaml")[1] ?? "") as Record<string, { script: string[] }>;
    const script = jobs["prds"]?.script.find((line) => line.includes("seamwork"));
    assert.ok(script);
    assert.equal(runIn(folder, script).code, 1);
    assert.match(readFileSync(join(folder, "seamwork.xml"), "utf8"), /<testsuites[\s\S]*PRD302/);
  });

  it("has a hook that checks what is about to be committed, and nothing else", () => {
    const folder = pullRequest();
    const [hook = ""] = blocks("sh");
    assert.equal(runIn(folder, hook).code, 0);
    writeFileSync(join(folder, "prds/a.md"), prd);
    git(folder, "add", ".");
    const { code, out } = runIn(folder, hook);
    // xargs has a code of its own for a command that failed.
    assert.equal(code, 123, out);
    assert.match(out, /PRD301/);
  });

  it("has a baseline behind which everything of today is quiet", () => {
    const folder = pullRequest();
    const [, baseline = ""] = blocks("sh");
    const { code, err } = runIn(folder, baseline);
    assert.equal(code, 0, err);
    assert.ok(existsSync(join(folder, "seamwork-baseline.json")));
  });
});
