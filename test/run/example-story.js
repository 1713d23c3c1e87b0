/** What the documents of docs/example cannot say themselves about the year behind them. */

/** The day on which the story stands still. */
export const storyDay = "2026-08-03";

/** The day on which it begins. */
export const firstDay = "2025-08-18";

/**
 * Lines that were written otherwise at first, and the day on which they became what they are.
 * @type {readonly { file: string, day: string, now: string, before: string }[]}
 */
export const edits = [
  {
    file: "prds/PRD-101-repeat-prescriptions.prd.md",
    day: "2026-07-22",
    now: "Not collected for 14 days",
    before: "Not collected for 10 days",
  },
];

/** Documents that name no day of their own beginning. @type {Readonly<Record<string, string>>} */
export const begins = {
  "seamwork.yaml": firstDay,
  "README.md": firstDay,
  "prds/merge-duplicate-clients.md": firstDay,
  // The pair had worked together before.
  "prds/PRD-095-text-receipts.prd.md": "2026-01-12",
  "prds/PRD-097-referral-letter.prd.md": "2026-04-13",
  "prds/PRD-098-lab-results.prd.md": "2026-03-23",
  "prds/PRD-100-calendar-core.prd.md": "2026-06-29",
  "prds/PRD-103-waiting-list.prd.md": "2026-07-16",
};
