import assert from "node:assert/strict";
import { folderWith, removeFolders, seamwork, unpaired } from "./cli.ts";
import type { Outcome } from "./cli.ts";

const labels =
  "# Labels\n\n## Requirements\n\n- **R1** Print a label, because parcels have to leave\n\nRed.\n";

interface Outlined {
  readonly version: number;
  readonly files: readonly {
    readonly path: string;
    readonly kind: string;
    readonly requirements: readonly {
      readonly id: string | null;
      readonly line: number;
      readonly parent: string | null;
    }[];
    readonly unplaced: readonly number[];
  }[];
  readonly errors: readonly { readonly path: string; readonly message: string }[];
}

function parsed({ out }: Outcome): Outlined {
  return JSON.parse(out) as Outlined;
}

describe("seamwork outline", () => {
  after(removeFolders);

  it("shows any markdown file that is named, in text for people", () => {
    const folder = folderWith({ "notes/labels.md": labels });
    const { code, out, err } = seamwork(folder, "outline", "notes/labels.md");
    assert.deepEqual([code, err], [0, ""]);
    const lines = out.split("\n");
    assert.equal(lines[0], "notes/labels.md");
    assert.equal(lines[1], " Markdown that is no PRD: 1 requirement.");
    assert.match(lines[4] ?? "", /^ {5}R1 Print a label, .* {2}line 5, /);
    assert.match(lines[5] ?? "", /^ 1 line that may hold a requirement was taken for none, .*: 7\.$/);
    assert.deepEqual(lines.slice(6), [""]);
  });

  it("has the fields that its page names, null where there is nothing", () => {
    const folder = folderWith({ "labels.md": labels });
    const { files, version, errors } = parsed(seamwork(folder, "outline", "labels.md", "--format", "json"));
    assert.deepEqual([version, errors], [1, []]);
    const [file] = files;
    assert.deepEqual(Object.keys(file ?? {}), [
      ...["path", "kind", "dialects", "language", "sections", "requirements", "documentWide", "unplaced"],
    ]);
    assert.deepEqual(file?.unplaced, [7]);
    const [requirement] = file?.requirements ?? [];
    assert.deepEqual(Object.keys(requirement ?? {}), [
      ...["id", "title", "line", "endLine", "parent", "form", "why", "edgeCases", "constraints"],
      ...["acceptance", "signedOff"],
    ]);
    assert.deepEqual([requirement?.id, requirement?.line, requirement?.parent], ["R1", 5, null]);
    const sections = (file as unknown as { sections: unknown[] }).sections;
    assert.deepEqual(sections, [
      { name: null, heading: "Labels", line: 1 },
      { name: "Requirements", heading: "Requirements", line: 3 },
    ]);
  });

  it("takes PRDs and candidates of folders and globs, and nothing else", () => {
    const folder = folderWith({
      "a.prd.md": unpaired("PRD-1"),
      "prds/b.md": labels,
      "README.md": labels,
      "cycles/2026-Q4.md": "---\ncycle: 2026-Q4\nfrom: 2026-10-01\n---\n",
    });
    const kinds = (...paths: string[]): unknown =>
      parsed(seamwork(folder, "outline", ...paths, "--format", "json")).files.map(({ path, kind }) => [
        path,
        kind,
      ]);
    const expected = [
      ["a.prd.md", "prd"],
      ["prds/b.md", "candidate"],
    ];
    assert.deepEqual(kinds(), expected);
    assert.deepEqual(kinds("**/*.md"), expected);
    assert.deepEqual(kinds("README.md", "cycles/2026-Q4.md"), [
      ["README.md", "other"],
      ["cycles/2026-Q4.md", "cycle"],
    ]);
  });

  it("counts lines as the file has them: CRLF, a byte order mark, emoji", () => {
    const text = `\uFEFF${labels.replace("# Labels", "# 🏷️ Labels").replaceAll("\n", "\r\n")}`;
    const folder = folderWith({ "labels.md": text });
    const [file] = parsed(seamwork(folder, "outline", "labels.md", "--format", "json")).files;
    assert.deepEqual(file?.requirements[0]?.line, 5);
    assert.deepEqual(file?.unplaced, [7]);
  });

  it("says in one line what it cannot read, and shows the others", () => {
    const folder = folderWith({ "labels.md": labels, "binary.md": Buffer.from([0x50, 0x4b, 0x00]) });
    const { code, out, err } = seamwork(folder, "outline", "binary.md", "labels.md", "gone.md");
    assert.equal(code, 2);
    assert.match(err, /^gone\.md: not read: .*\nbinary\.md: not read, since it is a binary file.*\n$/);
    assert.match(out, /^labels\.md\n/);
    assert.equal(seamwork(folder, "outline", "binary.md").out, "No file could be shown.\n");
    const { errors } = parsed(seamwork(folder, "outline", "binary.md", "--format", "json"));
    assert.deepEqual(
      errors.map(({ path }) => path),
      ["binary.md"],
    );
  });

  it("says how to name a file where a folder has none for it", () => {
    const { code, out } = seamwork(folderWith({ "README.md": labels }), "outline");
    assert.deepEqual(
      [code, out],
      [0, "No PRDs or candidates here. `seamwork outline FILE` shows any markdown file.\n"],
    );
  });

  it("shows a file of just 10 MB", () => {
    const head = `${labels}\n## Rest\n\n`;
    const folder = folderWith({ "big.md": head + "x".repeat(10 * 1024 * 1024 - head.length) });
    const { code, out } = seamwork(folder, "outline", "big.md");
    assert.equal(code, 0);
    assert.match(out, /1 requirement\./);
  });

  it("shows nothing of a terminal's escape sequences", () => {
    const folder = folderWith({ "labels.md": labels.replace("Labels", "La\u001b[31mbels") });
    assert.ok(!seamwork(folder, "outline", "labels.md").out.includes("\u001b"));
  });
});
