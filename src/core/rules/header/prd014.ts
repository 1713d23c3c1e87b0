import { conflictMarkers } from "../../text/conflicts.ts";
import { everyKind } from "../rule.ts";
import type { Rule, RuleDocs } from "../rule.ts";

export const prd014: Rule = {
  code: "PRD014",
  name: "merge-conflict",
  severity: "error",
  seam: "handoff",
  owner: "both",
  on: everyKind,
  always: true,
  check: {
    pass: "local",
    *run({ document: { text } }) {
      for (const { start, end } of conflictMarkers(text))
        yield { start, end, message: messageAt(text[start] ?? ""), always: true };
    },
  },
};

function messageAt(sign: string): string {
  switch (sign) {
    case "<":
      return "A merge conflict is still open here. Which of the two versions did you agree on?";
    case ">":
      return "A merge conflict that is still open ends here. This line goes when one of the two versions is chosen.";
    case "|":
      return "Below this line is what both versions came from. It goes when one of them is chosen.";
    default:
      return "The two versions of an open merge conflict meet here. This line goes when one of them is chosen.";
  }
}

export const docs: RuleDocs = {
  summary: "A merge conflict is still open here. Which of the two versions did you agree on?",
  rationale: `Where two people changed one place, git leaves both versions in the file with lines of \`<<<<<<<\`, \`=======\` and \`>>>>>>>\`
around them. Until somebody chooses, the document says two things, and a sign-off below it stands for neither. So this is an error in
every document and at every status, no baseline and no suppression hides it, and \`fix\` and \`adopt\` write nothing into such a file.

A row of \`=\` alone makes a heading and is none of these lines. Where you write about git, indent its lines by a blank.`,
  examples: [
    {
      title: "Two people edited one requirement",
      bad: `## Requirements

<<<<<<< HEAD
- **R1** The export must hold only rows of the range.
=======
- **R1** The export must hold only rows of the range, in the reader's time zone.
>>>>>>> time-zones
`,
      good: `## Requirements

- **R1** The export must hold only rows of the range, in the reader's time zone.
`,
      count: 3,
    },
  ],
};
