import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { boldLines, storiesAndNumbers, teamsAndPriorities } from "../unit/faults/documents.ts";
import { checkJson, folderWith, removeFolders, seamwork } from "./cli.ts";

interface Counted {
  readonly path: string;
  readonly open: number;
}

/** How many conversations of each PRD are open, as three commands say it. */
function numbersIn(
  folder: string,
): Record<string, readonly [check: number, readiness: number, board: number]> {
  const day = ["--today", "2026-08-01", "--format", "json"];
  const { files } = JSON.parse(seamwork(folder, "readiness", ...day).out) as {
    files: { path: string; conversations: unknown[] }[];
  };
  const { boards } = JSON.parse(seamwork(folder, "board", ...day).out) as {
    boards: { seams: { ages: { documents: Counted[] }[] }[] }[];
  };
  const onBoard = boards
    .flatMap(({ seams }) => seams)
    .flatMap(({ ages }) => ages)
    .flatMap(({ documents }) => documents);
  const prds = checkJson(folder, "--today", "2026-08-01").report.files.filter(({ kind }) => kind === "prd");
  return Object.fromEntries(
    prds.map(({ path, problems }) => [
      path,
      [
        problems.length,
        files.find((one) => one.path === path)?.conversations.length ?? 0,
        onBoard.filter((one) => one.path === path).reduce((sum, { open }) => sum + open, 0),
      ],
    ]),
  );
}

const prd = (id: string, body: string): string =>
  `---\nprd: ${id}\nschema: prd/1\nname: Bikes\nstatus: in-review\npm: "@lena"\neng: "@mara"\n---\n\n${body}`;

describe("check, readiness and board", () => {
  afterEach(removeFolders);

  it("have one number for each PRD of the example", () => {
    const folder = folderWith({});
    cpSync("docs/example", folder, { recursive: true });
    const numbers = Object.entries(numbersIn(folder));
    assert.ok(numbers.some(([, [open]]) => open > 10));
    for (const [path, each] of numbers) assert.equal(new Set(each).size, 1, `${path}: ${each.join(", ")}`);
  });

  it("have one number for documents that had faults in them", () => {
    const folder = folderWith({
      "prds/one.prd.md": prd("PRD-1", storiesAndNumbers),
      "prds/two.prd.md": prd("PRD-2", boldLines),
      "prds/three.prd.md": prd("PRD-3", teamsAndPriorities),
    });
    const numbers = Object.entries(numbersIn(folder));
    assert.equal(numbers.length, 3);
    for (const [path, each] of numbers) {
      assert.equal(new Set(each).size, 1, `${path}: ${each.join(", ")}`);
      assert.ok(each[0] > 0, path);
    }
  });
});
