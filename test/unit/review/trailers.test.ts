import assert from "node:assert/strict";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import { coAuthorLines, withTrailers } from "../../../src/extension/features/review/trailers.ts";

const { config } = parseConfig(
  `version: 1
people:
  "@lena": { name: Lena Ortiz, role: pm, email: lena@example.com }
  "@mara": { name: Mara Lind, role: eng, email: mara@example.com }
  "@omar": { name: Omar Said, role: manager }
`,
  "seamwork.yaml",
);
const lena = "Co-authored-by: Lena Ortiz <lena@example.com>";
const mara = "Co-authored-by: Mara Lind <mara@example.com>";

describe("co-author lines", () => {
  const people = ["@Lena", "@mara", "@omar", "@guest"].map((handle) => ({ handle, name: handle.slice(1) }));

  it("name all who took part but who commits, and who has no address", () => {
    assert.deepEqual(coAuthorLines(people, "@mara", config), { lines: [lena], unknown: ["@omar", "@guest"] });
    assert.deepEqual(coAuthorLines(people, undefined, config).lines, [lena, mara]);
  });

  it("stand behind an empty line at the end of a message, beside trailers that are there, and never twice", () => {
    assert.equal(withTrailers("Review", [lena, mara]), `Review\n\n${lena}\n${mara}\n`);
    assert.equal(withTrailers("Review\n\nIt holds.\n", [lena]), `Review\n\nIt holds.\n\n${lena}\n`);
    assert.equal(withTrailers(`Review\n\n${lena}\n`, [lena, mara]), `Review\n\n${lena}\n${mara}\n`);
    assert.equal(withTrailers(`Review\n\n${lena}`, [lena]), `Review\n\n${lena}`);
    // A subject that only looks like a trailer is none.
    assert.equal(withTrailers("Fix: the range", [lena]), `Fix: the range\n\n${lena}\n`);
    // The first line of an empty box is for the subject.
    assert.equal(withTrailers("", [lena]), `\n\n${lena}\n`);
  });
});
