/** Bodies of PRDs that had several faults at once. */

/** spec-kit: a story with its acceptance, edge cases of the document, numbered requirements, and a question in brackets. */
export const storiesAndNumbers = `# Feature Specification: Docks

## User Scenarios & Testing *(mandatory)*

### User Story 1 - Lock a bike (Priority: P1)

A rider locks a bike.

**Why this priority**: no bike stays without a lock.

**Acceptance Scenarios**:

1. **Given** a free dock, **When** the rider pushes the bike in, **Then** it is locked.

### Edge Cases

- What happens when the dock has no power? The bike keeps its own lock.
- What happens when two riders push at once?

## Requirements *(mandatory)*

### Functional Requirements

- **FR-001**: System MUST lock one bike per dock. (US1)
- **FR-002**: System MUST keep a ride for 30 days so that a rider can look it up.
- **FR-003**: System MUST let a role export rides. [NEEDS CLARIFICATION: which roles?]
`;

/** What a text editor exports that has no headings. */
export const boldLines = `**Bike Lockers PRD**

**Problem**

Bikes stand in the rain\\. We see \\~40 complaints a week \\(see *Q3 review*\\)\\.

**Requirements**

1\\. As a rider, I want to open a locker with a code, so that I don’t wait\\.

2\\. The locker must open within 3 seconds\\.

   * Why: people queue\\.

3\\. The courier must see which lockers are free\\.

**Open questions**

* Who pays for power?

| Option | Time | Trade\\-off | Chosen |
| :---- | :---- | :---- | :---- |
| A | 2w | no alarms | yes |
`;

/** Teams that own questions, a fence that is acceptance, priorities in a list, and a name that is no id. */
export const teamsAndPriorities = `# Bike docks

## Requirements

### R1 · Lock

The rider must lock on A4 docks, see A4.

**Acceptance criteria**

\`\`\`gherkin
Scenario: lock
  Given a free dock
  When the bike is pushed in
  Then it is locked within 5 s
\`\`\`

### R2 · Pay

- P0: pay by card
- P1: pay by phone

## Assumptions

1. Every dock has power.

## Open Questions

### OQ-1: Reuse of docks

**Owner:** Workshop team

Can docks be used again?

- **Q2** (@lena, by 2099-09-01): who pays for power?
- Who paints them?
`;
