import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { folderWith, git, removeFolders, seamwork } from "./cli.ts";

/** What `seamwork adopt` leaves in files that another tool owns is still what that tool wants. */

const openspec = {
  "openspec/specs/permits/spec.md": `# Parking permits

## Purpose

Residents park in their street without a paper card, and wardens see who may.

## Requirements

### Requirement: Renew a permit

The system SHALL renew a permit for 12 months.

#### Scenario: Paid in time

- **WHEN** the fee arrives before the permit ends
- **THEN** the permit goes on without a gap

#### Scenario: Paid late

- **WHEN** the fee arrives after the permit has ended
- **THEN** a new permit begins on that day

### Requirement: Visitor permits

The system SHALL give each household 20 visitor permits a year, because streets are narrow.

#### Scenario: The last one

- **WHEN** a household asks for a twenty-first permit
- **THEN** it is told when the next year begins
`,
  "openspec/changes/add-plates/proposal.md": `# Change: read number plates

## Why

Wardens type plates by hand, and one in thirty is wrong.

## What Changes

- Wardens photograph plates.
- Paper permits end.

## Impact

- Affected specs: permits
`,
  "openspec/changes/add-plates/tasks.md": "## 1. Reader\n\n- [ ] 1.1 Read a plate\n",
  "openspec/changes/add-plates/specs/permits/spec.md": `## ADDED Requirements

### Requirement: Read a plate

The system SHALL read a number plate from a photograph within 2 seconds.

#### Scenario: A dirty plate

- **WHEN** the plate cannot be read
- **THEN** the warden types it

## MODIFIED Requirements

### Requirement: Renew a permit

The system SHALL renew a permit for 12 months and tell the warden's reader at once.

#### Scenario: Paid in time

- **WHEN** the fee arrives before the permit ends
- **THEN** the permit goes on without a gap

#### Scenario: Paid late

- **WHEN** the fee arrives after the permit has ended
- **THEN** a new permit begins on that day

## REMOVED Requirements

### Requirement: Visitor permits

**Reason**: Visitors pay at the meter.
**Migration**: Cards that are left are paid back.
`,
};

function validate(folder: string): { readonly code: number | null; readonly out: string } {
  const program = resolve("node_modules/@fission-ai/openspec/bin/openspec.js");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, "validate", "--all", "--strict", "--json", "--no-interactive"],
    {
      cwd: folder,
      env: { PATH: process.env["PATH"], HOME: folder, OPENSPEC_TELEMETRY: "0", DO_NOT_TRACK: "1", CI: "1" },
      encoding: "utf8",
      timeout: 60_000,
    },
  );
  return { code: status, out: stdout + stderr };
}

describe("what adopt leaves in the files of other tools", () => {
  after(removeFolders);

  it("passes `openspec validate --strict`", () => {
    const folder = folderWith(openspec);
    const before = validate(folder);
    assert.equal(before.code, 0, before.out);
    const specs = Object.keys(openspec).filter((path) => path.endsWith("spec.md"));
    const { code, out, err } = seamwork(folder, "adopt", ...specs);
    assert.deepEqual([code, err], [0, ""]);
    for (const path of specs) {
      const text = readFileSync(join(folder, path), "utf8");
      assert.match(text, /^---\nprd: PRD-\d+\n/, out);
      // A header in front, and nothing else: OpenSpec knows requirements by their names.
      assert.ok(text.endsWith(`---\n\n${openspec[path as keyof typeof openspec]}`), text);
    }
    const after = validate(folder);
    assert.equal(after.code, 0, after.out);
    const { summary } = JSON.parse(after.out) as { summary: { totals: { items: number; passed: number } } };
    assert.deepEqual(summary.totals, { items: 2, passed: 2, failed: 0 });
  });

  it("is really looked at: a requirement that asks for nothing does not pass", () => {
    const path = "openspec/specs/permits/spec.md";
    const text = openspec[path].replace("The system SHALL renew", "The system renews");
    assert.notEqual(validate(folderWith({ ...openspec, [path]: text })).code, 0);
  });

  it("stands in spec-kit's and Kiro's files as they wrote it", () => {
    const files = {
      "specs/001-lost-property/spec.md": `# Feature Specification: Lost property

**Feature Branch**: \`001-lost-property\`
**Status**: Draft

## User Scenarios & Testing *(mandatory)*

### User Story 1 - Ask for a lost thing (Priority: P1)

A traveller says what was lost, and where.

**Acceptance Scenarios**:

1. **Given** a lost umbrella, **When** the traveller describes it, **Then** the office sees the report.

### Edge Cases

- What happens when two travellers describe one umbrella?

## Requirements *(mandatory)*

### Functional Requirements

- **FR-001**: System MUST keep a report. [NEEDS CLARIFICATION: for how long?]
- **FR-002**: System MUST tell a traveller within 3 days whether the thing was found.

### Key Entities *(include if feature involves data)*

- **Report**: who lost what, and where

## Success Criteria *(mandatory)*

- **SC-001**: 90% of travellers hear within 3 days.
`,
      ".kiro/specs/lost-property/requirements.md": `# Requirements Document

## Introduction

Travellers ask for what they lost.

## Requirements

### Requirement 1

**User Story:** As a traveller, I want to say what I lost, so that somebody looks for it.

#### Acceptance Criteria

1. WHEN a traveller sends a report, THE Office SHALL answer within 3 days.
2. IF the report is empty, THEN THE Office SHALL ask again.
`,
    };
    const folder = folderWith(files);
    const paths = Object.keys(files);
    const { code, out, err } = seamwork(folder, "adopt", ...paths);
    assert.deepEqual([code, err], [0, ""]);
    assert.doesNotMatch(out, /ids? R/);
    const before = paths.map((path) => readFileSync(join(folder, path), "utf8"));
    for (const [index, text] of before.entries()) {
      const own = Object.values(files)[index] ?? "";
      assert.ok(text.startsWith("---\nprd: PRD-") && text.endsWith(`---\n\n${own}`), text);
    }
    // A second time there is nothing to do.
    assert.match(seamwork(folder, "adopt", ...paths).out, /is already a PRD: PRD-\d+\.\n.*is already a PRD/);
    assert.deepEqual(
      paths.map((path) => readFileSync(join(folder, path), "utf8")),
      before,
    );
  });
});

describe("files of other tools that could be PRDs", () => {
  after(removeFolders);

  const labels = "# Labels\n\n## Requirements\n\n- Clerks must print labels\n";
  const files = {
    ".kiro/specs/labels/requirements.md": labels,
    "PRD.md": labels,
    "docs/prd/labels.md": labels,
    "openspec/specs/labels/spec.md": labels,
    "specs/001-labels/spec.md": labels,
  };
  const workspace = (more: Record<string, string> = {}): string => {
    const folder = folderWith({ ...files, ...more });
    git(folder, "init", "--quiet");
    return folder;
  };

  it("are counted in one line, and nothing is asked of them", () => {
    const { code, out } = seamwork(workspace(), "check", "--fail-on", "information");
    assert.equal(code, 0);
    assert.equal(
      out,
      "No PRDs here.\n5 files of other tools could be adopted: `seamwork adopt .`; `seamwork check --try .` says first what would be asked.\n",
    );
    const named = seamwork(workspace(), "check", "openspec", "PRD.md").out;
    assert.match(named, /^No PRDs here\.\n2 files of other tools .*: `seamwork adopt PRD\.md openspec`;/);
    assert.match(
      seamwork(workspace(), "check", "PRD.md").out,
      /^No PRDs here\.\n1 file of another tool could be adopted: `seamwork adopt PRD\.md`;/,
    );
  });

  it("stand beside candidates of the team's own places, which are asked to be adopted", () => {
    const { out } = seamwork(workspace({ "prds/slips.md": labels }), "check");
    assert.match(out, /^prds\/slips\.md {2}not adopted yet\n.*PRD001\n/);
    assert.match(out, /\n1 candidate: .*\. `seamwork adopt` turns a candidate into a PRD\.\n5 files of/);
  });

  it("are candidates in JSON, without problems, and no test in JUnit", () => {
    const folder = workspace();
    const { files: found, summary } = JSON.parse(seamwork(folder, "check", "--format", "json").out) as {
      files: { path: string; kind: string; problems: unknown[] }[];
      summary: { candidates: number };
    };
    assert.deepEqual(
      found.map(({ path, kind, problems }) => [path, kind, problems.length]),
      Object.keys(files).map((path) => [path, "candidate", 0]),
    );
    assert.equal(summary.candidates, 5);
    assert.match(seamwork(folder, "check", "--format", "junit").out, /<testsuites [^>]*tests="0"/);
  });

  it("are what folders mean to outline, check --try and adopt", () => {
    const folder = workspace();
    assert.match(
      seamwork(folder, "outline").out,
      /^\.kiro\/specs\/labels\/requirements\.md\n Not adopted yet: 1 requirement\./,
    );
    assert.match(seamwork(folder, "check", "--try").out, /\n5 candidates: 5 warnings/);
    const { code, out } = seamwork(folder, "adopt", "openspec", ".kiro");
    assert.equal(code, 0);
    assert.match(out, /^\.kiro\/\S+ is now PRD-001: .*\n(?: .*\n)*openspec\/\S+ is now PRD-002: /);
    assert.match(seamwork(folder, "check").out, /\n2 PRDs: .*\n3 files of other tools could be adopted: /);
  });

  it("are asked about an open merge conflict all the same", () => {
    const text =
      "<<<<<<< HEAD\n---\nprd: PRD-1\n---\n=======\n---\nprd: PRD-2\n---\n>>>>>>> other\n\n# Labels\n";
    const { code, out } = seamwork(folderWith({ "PRD.md": text }), "check", "PRD.md");
    assert.equal(code, 1);
    assert.match(out, /PRD014/);
    assert.doesNotMatch(out, /other tool|another tool|PRD001/);
  });

  it("are none where a team says where its PRDs are", () => {
    const folder = workspace({ "seamwork.yaml": 'documents: { prd: ["product/**/*.md"] }\n' });
    assert.match(seamwork(folder, "check").out, /^No PRDs here\. `seamwork new prd/);
  });
});
