import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { folderWith, removeFolders, seamwork } from "./cli.ts";

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
