import assert from "node:assert/strict";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkJson, folderWith, git, removeFolders, seamwork } from "./cli.ts";
import { commit, lena, mara, path, prd, repository, signed, team, write } from "./signed-prd.ts";

/** Code, severity and message of the problems with these codes. */
function said(folder: string, codes: RegExp, ...args: string[]): string[] {
  const { report } = checkJson(folder, "--today", "2026-08-01", "--fail-on", "never", ...args);
  return report.files.flatMap(({ problems }) =>
    problems
      .filter(({ code }) => codes.test(code))
      .map(({ code, severity, message }) => `${code} ${severity}: ${String(message)}`),
  );
}

const verify = (folder: string): string[] => said(folder, /PRD304/, "--verify-signers");

describe("check --verify-signers", () => {
  after(removeFolders);

  it("has nothing to say of a sign-off that its signer committed, in any case of the address", () => {
    const folder = repository(prd("agreed"));
    write(folder, signed(prd("agreed"), "@mara", "R1", "R2"));
    commit(folder, mara, "Sign off");
    assert.deepEqual(verify(folder), []);
  });

  it("reports one that somebody else wrote, as gravely as the status asks", () => {
    for (const [status, severity] of [
      ["agreed", "error"],
      ["in-review", "warning"],
    ] as const) {
      const folder = repository(signed(prd(status), "@mara", "R1", "R2"));
      assert.deepEqual(
        verify(folder),
        ["R1", "R2"].map(
          (id) =>
            `PRD304 ${severity}: @mara's sign-off of ${id} was last written by @lena. Could @mara commit it, or be named in a \`Co-authored-by\` line?`,
        ),
      );
      assert.equal(seamwork(folder, "check", "--verify-signers").code, status === "agreed" ? 1 : 0);
      assert.deepEqual(said(folder, /PRD304/), [], "nothing without the option");
    }
  });

  it("takes a Co-authored-by trailer, since one person commits what two wrote live", () => {
    const folder = repository(prd("agreed"));
    write(folder, signed(prd("agreed"), "@mara", "R1", "R2"));
    commit(
      folder,
      lena,
      "Review together",
      `Co-authored-by: Somebody <x@example.org>\nCo-authored-by: ${mara}`,
    );
    assert.deepEqual(
      verify(folder),
      ["R1", "R2"].map(
        (id) =>
          `PRD304 information: @mara's sign-off of ${id} counts by trailer: @lena committed it, and its message names @mara.`,
      ),
    );
  });

  it("asks about who wrote the line last, not about the file", () => {
    const folder = repository(prd("agreed"));
    write(folder, signed(prd("agreed"), "@mara", "R1", "R2"));
    commit(folder, mara, "Sign off");
    const text = readFileSync(join(folder, path), "utf8");
    write(
      folder,
      text.replace("# Exports", "# Exports of rows").replace("- **Signed off** R2", "-  **Signed off** R2"),
    );
    commit(folder, lena, "Rename, and indent");
    assert.deepEqual(verify(folder), [], "blanks are no authorship");
    write(folder, text.replace("R2, @mara, 2026-07-24", "R2, @mara, 2026-07-30"));
    commit(folder, lena, "Change a day");
    assert.equal(verify(folder).length, 1);
  });

  it("says as information what git cannot tell", () => {
    const stranger = repository(prd("agreed"));
    write(stranger, signed(prd("agreed"), "@mara", "R1"));
    commit(stranger, "M <m@home.example>", "Sign off");
    assert.match(
      verify(stranger).join("\n"),
      /^PRD304 information: .* by m@home\.example, who is not in the team data\. .*\?$/,
    );
    const open = repository(prd("agreed"));
    write(open, signed(prd("agreed"), "@mara", "R1"));
    assert.match(verify(open).join("\n"), /^PRD304 information: .* not committed yet/);
    const noAddress = repository(signed(prd("agreed"), "@jo", "R1"));
    assert.match(
      verify(noAddress).join("\n"),
      /^PRD304 information: The team data has no email address for @jo/,
    );
  });

  it("says in one line where there is no history to ask", () => {
    const folder = folderWith({ "seamwork.yaml": team, [path]: signed(prd("agreed"), "@mara", "R1") });
    const { code, out, err } = seamwork(folder, "check", "--verify-signers");
    assert.deepEqual(
      [code, out, err],
      [2, "", "--verify-signers: these files are not in a git repository.\n"],
    );
    const whole = repository(signed(prd("agreed"), "@mara", "R1"));
    write(whole, readFileSync(join(whole, path), "utf8") + "\n");
    commit(whole, mara, "More");
    const shallow = folderWith({});
    git(shallow, "clone", "-q", "--depth", "1", `file://${whole}`, ".");
    const found = seamwork(shallow, "check", "--verify-signers");
    assert.equal(found.code, 2);
    assert.match(
      found.err,
      /^--verify-signers: this clone has only part of the history; .*fetch-depth: 0.*\n$/,
    );
  });
});

describe("check --since", () => {
  after(removeFolders);

  const changes = (folder: string, revision: string): string[] => {
    const { report } = checkJson(folder, "--since", revision, "--fail-on", "never");
    const files = report.files as unknown as {
      changes?: { message: string; line: number; what: string }[];
    }[];
    return files.flatMap((file) =>
      (file.changes ?? []).map(({ what, line, message }) => `${what} ${line}: ${message}`),
    );
  };

  it("lists new stale sign-offs and what changed after building began", () => {
    const folder = repository(signed(prd("building"), "@mara", "R1", "R2"));
    assert.deepEqual(changes(folder, "HEAD"), []);
    const text = readFileSync(join(folder, path), "utf8");
    write(folder, text.replace("rolling 30 days", "calendar months"));
    commit(folder, lena, "Say months");
    assert.deepEqual(changes(folder, "HEAD~1"), [
      "changed 14: R1 changed: Statement, after building began.",
      "stale-sign-off 14: @mara's sign-off of R1 is not fresh any more.",
    ]);
    assert.deepEqual(changes(folder, "HEAD"), []);
    assert.match(
      said(folder, /PRD506/, "--since", "HEAD~1").join("\n"),
      /^PRD506 warning: R1 changed after building began, and no renegotiation or disagreement records it\./,
    );
    assert.deepEqual(said(folder, /PRD506/), [], "nothing is known of before");
    const { out } = seamwork(folder, "check", "--since", "HEAD~1", "--today", "2026-08-01");
    assert.match(out, /\nSince HEAD~1\n prds\/a\.md:14:5 {2}R1 changed: Statement, after building began\.\n/);
    const github = seamwork(folder, "check", "--since", "HEAD~1", "--format", "github").out;
    assert.match(github, /::notice file=prds\/a\.md,line=14,col=5,title=Since HEAD~1::R1 changed/);
  });

  it("notices a status that skipped agreed, also when nobody looked at each commit", () => {
    const folder = repository(prd("in-review"));
    write(folder, prd("building"));
    commit(folder, lena, "Build");
    assert.match(
      said(folder, /PRD305/, "--since", "HEAD~1").join("\n"),
      /^PRD305 warning: The status went from `in-review` to `building`/,
    );
    assert.deepEqual(said(folder, /PRD305/), []);
    const stepwise = repository(prd("in-review"));
    for (const status of ["agreed", "building"]) {
      write(stepwise, prd(status));
      commit(stepwise, lena, status);
    }
    assert.deepEqual(said(stepwise, /PRD305/, "--since", "HEAD~2"), [], "it was agreed on the way");
  });

  it("compares with where the branch left the other one, and finds a renamed file", () => {
    const folder = repository(signed(prd("agreed"), "@mara", "R1", "R2"));
    git(folder, "checkout", "-q", "-b", "mine");
    renameSync(join(folder, path), join(folder, "prds/b.md"));
    commit(folder, lena, "Rename");
    git(folder, "checkout", "-q", "main");
    write(folder, readFileSync(join(folder, path), "utf8").replace("rolling 30 days", "calendar months"));
    commit(folder, lena, "Say months on main");
    git(folder, "checkout", "-q", "mine");
    assert.deepEqual(changes(folder, "main"), []);
    writeFileSync(
      join(folder, "prds/b.md"),
      readFileSync(join(folder, "prds/b.md"), "utf8").replace("the time zone", "its time zone"),
    );
    assert.deepEqual(changes(folder, "main"), [
      "changed 18: R2 changed: Statement.",
      "stale-sign-off 18: @mara's sign-off of R2 is not fresh any more.",
    ]);
  });

  it("says in one line that git does not know the revision, and takes none for an option", () => {
    const folder = repository(prd("draft"));
    for (const revision of ["nowhere", "--help-me"]) {
      const { code, out, err } = seamwork(folder, "check", `--since=${revision}`);
      assert.deepEqual([code, out], [2, ""]);
      assert.match(err, /^--since (?:nowhere|--help-me): git does not know this revision here\..*\n$/);
    }
    const outside = seamwork(folderWith({ [path]: prd("draft") }), "check", "--since", "main");
    assert.deepEqual(
      [outside.code, outside.err],
      [2, "--since main: this folder is not in a git repository.\n"],
    );
  });

  it("does not keep what history says: the next check with the same files knows the new state", () => {
    const folder = repository(prd("in-review"));
    write(folder, prd("building"));
    commit(folder, lena, "Build");
    const cached = (...args: string[]): string[] => said(folder, /PRD305/, "--cache-dir", ".cache", ...args);
    assert.equal(cached("--since", "HEAD~1").length, 1);
    assert.deepEqual(cached("--since", "HEAD"), []);
    assert.deepEqual(cached(), []);
  });
});

describe("readiness --since", () => {
  after(removeFolders);

  it("tells a pull request what a reviewer has to look at, and leaves out what did not change", () => {
    const folder = repository(signed(prd("agreed"), "@mara", "R1", "R2"));
    const summary = (): string =>
      seamwork(folder, "readiness", "--format", "markdown", "--since", "main", "--today", "2026-08-01").out;
    git(folder, "checkout", "-q", "-b", "mine");
    assert.equal(summary(), "No PRD changed since main.\n");
    write(folder, readFileSync(join(folder, path), "utf8").replace("rolling 30 days", "calendar months"));
    writeFileSync(join(folder, "prds/b.md"), prd("draft").replace("PRD-042", "PRD-043"));
    commit(folder, lena, "Say months");
    const text = summary();
    assert.match(
      text,
      /^### PRD-042 · Exports\n\nStatus `agreed`\. \*\*Not ready for `building` yet: [^\n]+\n\n\*\*To look at, since `main`\*\*\n\n- R1 changed: Statement\. \(line 14\)\n- `@mara`'s sign-off of R1 is not fresh any more\. \(line 14\)\n/,
    );
    assert.match(
      text,
      /### PRD-043 · Exports\n\n[^\n]+\n\n\*\*New since `main`:\*\* every requirement needs a look\.\n/,
    );
    const { out } = seamwork(folder, "readiness", "--format", "json", "--since", "main");
    const report = JSON.parse(out) as {
      since: string;
      files: { path: string; new: boolean; changes: { what: string }[] }[];
    };
    assert.equal(report.since, "main");
    assert.deepEqual(
      report.files.map((file) => [file.path, file.new, file.changes.map(({ what }) => what)]),
      [
        [path, false, ["changed", "stale-sign-off"]],
        ["prds/b.md", true, []],
      ],
    );
    assert.match(
      seamwork(folder, "readiness", "--since", "main").out,
      /\nSince main:\n {2}prds\/a\.md:14 {2}R1 changed: Statement\.\n/,
    );
  });
});
