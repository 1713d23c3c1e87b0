/**
 * A PRD of at least so many lines, in pieces of about 30: one heading requirement with all its facets, and prose.
 *
 * @param lines least number of lines
 */
export function longPrd(lines: number): string {
  let text = `---
prd: PRD-900
schema: prd/1
name: A PRD that grew for years
status: in-review
pm: "@lena"
eng: "@mara"
---

# A PRD that grew for years

## Why

- **Problem:** 212 of 517 tickets ask for one of these.

## Requirements
`;
  for (let n = 1, count = 18; count < lines; n++) {
    const part = requirement(n);
    text += part;
    count += part.split("\n").length - 1;
  }
  return text;
}

function requirement(n: number): string {
  return `
### R${n} · Filter number ${n}

An analyst can pick a start and an end for column ${n}, and the export must hold only rows between them.

- **Why:** finance closes column ${n} by calendar month, so a rolling window is wrong for them.
- **Edge cases:**
  - **E${2 * n - 1}** Start after end: swap them and say so.
  - **E${2 * n}** Day the clocks change: use the workspace time zone, see R${Math.max(1, n - 1)}.
- **Constraints:**
  - **C${n}** (perf, @mara, 2026-07-20): p95 under ${200 + n} ms up to 90 days. Accepted @lena 2026-07-21.
- **Accept:**
  - [ ] 1 Mar to 31 Mar returns March only, in the workspace time zone.
  - [ ] 91 days shows "we will email you" within 1 s.

The export of *column ${n}* is the one that the closing of the month waits for; \`GET /export/${n}\` holds it.
People who use it open it on the first working day of a month, most of them before nine.
They compare two files by hand, which is where the 23 mistakes of last year came from.

What we looked at:

1. a window that rolls,
2. a window that the person names,
3. the calendar month only.

The second one covers the third, and the [study](https://example.com/study/${n}) says how often.
`;
}
