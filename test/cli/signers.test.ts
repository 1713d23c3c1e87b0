import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkJson, git, removeFolders, seamwork } from "./cli.ts";
import { commit, lena, mara, path, prd, repository, signed, write } from "./signed-prd.ts";

/** What `--verify-signers` says of a repository. */
function verify(folder: string, how = "--verify-signers"): string[] {
  const { report } = checkJson(folder, "--today", "2026-08-01", "--fail-on", "never", how);
  return report.files.flatMap(({ problems }) =>
    problems
      .filter(({ code }) => code === "PRD304")
      .map(({ severity, message }) => `${severity}: ${String(message)}`),
  );
}

/** The PRD signed by @mara, in a commit of hers. */
function signedByMara(text = prd("agreed")): { folder: string; text: string } {
  const folder = repository(text);
  const now = signed(text, "@mara", "R1", "R2");
  write(folder, now);
  commit(folder, mara, "Sign off");
  return { folder, text: now };
}

describe("check --verify-signers follows what a line means", () => {
  after(removeFolders);

  it("through a formatter's commit: other bullets, wrapped lines, other blanks", () => {
    const { folder, text } = signedByMara();
    write(
      folder,
      text
        .replaceAll("- **Signed off** R1, @mara,", "*   **Signed off** R1,\n    @mara,")
        .replaceAll("- **Signed off** R2, @mara,", "*   __Signed off__ R2, @mara,")
        .replaceAll(/(`(?:2:)?s[0-9a-f]{8}[^`]*`)/g, "\n    $1"),
    );
    commit(folder, lena, "Format");
    assert.deepEqual(verify(folder), []);
  });

  it("through a renaming, moved sections, another id of the requirement, and line ends of Windows", () => {
    const { folder, text } = signedByMara();
    renameSync(join(folder, path), join(folder, "prds/exports.md"));
    commit(folder, lena, "Rename the file");
    writeFileSync(
      join(folder, "prds/exports.md"),
      text.replace("### R2 ·", "### R7 ·").replace("off** R2,", "off** R7,").replaceAll("\n", "\r\n"),
    );
    commit(folder, lena, "Give R2 another id");
    assert.deepEqual(verify(folder), []);
  });

  it("through a merge, and finds what the merge itself wrote", () => {
    const { folder, text } = signedByMara();
    git(folder, "checkout", "-q", "-b", "mine", "HEAD~1");
    writeFileSync(join(folder, "other.txt"), "x");
    commit(folder, lena, "Something else");
    git(folder, "-c", "user.name=Lena", "merge", "-q", "--no-edit", "main");
    assert.deepEqual(verify(folder), []);
    write(
      folder,
      `${text}- **Signed off** R2, @jo, 2026-07-25 \`s12345678\`\n`.replace(
        "@mara, 2026-07-24",
        "@mara, 2026-07-28",
      ),
    );
    git(folder, "commit", "-q", "--amend", "-a", "--no-edit", `--author=${lena}`);
    assert.deepEqual(
      verify(folder).map((one) => one.split(":")[0]),
      ["error", "information"],
    );
  });

  it("but another day, fingerprint or person is another line", () => {
    const { folder, text } = signedByMara();
    for (const changed of [
      text.replace("R1, @mara, 2026-07-24", "R1, @mara, 2026-07-30"),
      text.replace(/(R1, @mara, 2026-07-24 )`2:s[0-9a-f]{8}/, "$1`2:s00000000"),
    ]) {
      write(folder, changed);
      commit(folder, lena, "Change it");
      assert.match(
        verify(folder).join("\n"),
        /^error: @mara's sign-off of R1 was last written by @lena\. [^\n]+$/,
      );
    }
  });

  it("and takes one back from history for what its restorer wrote", () => {
    const { folder, text } = signedByMara();
    write(folder, prd("agreed"));
    commit(folder, mara, "Take it back");
    write(folder, text);
    commit(folder, lena, "Restore it");
    assert.equal(verify(folder).length, 2);
  });
});

describe("check --verify-signers and trailers", () => {
  after(removeFolders);

  function coAuthored(): string {
    const folder = repository(prd("agreed"));
    write(folder, signed(prd("agreed"), "@mara", "R1"));
    const squashed = `* Review together\n\nCo-authored-by: ${mara}\n\n* Mend a word\n\nNothing else.`;
    commit(folder, lena, "Review (#12)", squashed);
    return folder;
  }

  it("counts those that a squash merge left in the midst of the message, and says so", () => {
    assert.deepEqual(verify(coAuthored()), [
      "information: @mara's sign-off of R1 counts by trailer: @lena committed it, and its message names @mara.",
    ]);
  });

  it("does not under strict, where only a commit of the signer counts", () => {
    const folder = coAuthored();
    assert.deepEqual(verify(folder, "--verify-signers=strict"), [
      "error: @mara's sign-off of R1 was committed by @lena, and only a trailer names @mara. Could @mara commit it?",
    ]);
    assert.deepEqual(verify(signedByMara().folder, "--verify-signers=strict"), []);
    const stranger = repository(prd("agreed"));
    write(stranger, signed(prd("agreed"), "@mara", "R1"));
    commit(stranger, "M <m@home.example>", "Sign off");
    assert.match(verify(stranger, "--verify-signers=strict").join("\n"), /^error: .*not in the team data/);
  });

  it("is not softened by the trailer of a stranger", () => {
    const folder = repository(prd("agreed"));
    write(folder, signed(prd("agreed"), "@mara", "R1"));
    commit(folder, lena, "Sign off", "Co-authored-by: Somebody <x@example.org>");
    assert.match(verify(folder).join("\n"), /^error: .* by @lena and x@example\.org\./);
  });

  it("reads a trailer's address as .mailmap has it", () => {
    const folder = repository(prd("agreed"));
    writeFileSync(join(folder, ".mailmap"), "Mara Lind <mara@example.com> <old@example.com>\n");
    write(folder, signed(prd("agreed"), "@mara", "R1"));
    commit(folder, lena, "Sign off", "Co-authored-by: M <old@example.com>");
    assert.match(verify(folder).join("\n"), /^information: .*by trailer/);
  });

  it("takes a path that follows the option for a path", () => {
    const { folder } = signedByMara();
    assert.equal(seamwork(folder, "check", "--verify-signers", "prds", "--fail-on", "never").code, 0);
    const wrong = seamwork(folder, "check", "--verify-signers=loose");
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /trailers, strict/);
  });
});

describe("check --verify-signers covers other personal lines", () => {
  after(removeFolders);

  it("a None seen that a product manager wrote in an engineer's name", () => {
    const text = prd("agreed").replace(
      "rolling 30 days.\n",
      "rolling 30 days.\n\n- **Constraints:** None seen, @mara 2026-07-20.\n",
    );
    const folder = repository(text);
    assert.deepEqual(verify(folder), [
      "error: @mara's `None seen` on R1 was last written by @lena. Could @mara commit it, or be named in a `Co-authored-by` line?",
    ]);
    write(
      folder,
      text
        .replace("zone.\n", "zone.\n\n- **Constraints:** None seen, @mara 2026-07-20.\n")
        .replace("seen, @mara 2026-07-20", "seen, @mara 2026-07-21"),
    );
    commit(folder, mara, "Say it myself");
    assert.deepEqual(verify(folder), []);
    write(
      folder,
      readFileSync(join(folder, path), "utf8").concat(
        "\n### R3 · Print it\n\nThe page must print.\n\n- **Constraints:** None seen, @mara 2026-07-20.\n",
      ),
    );
    commit(folder, lena, "Copy it to R3");
    assert.match(verify(folder).join("\n"), /^error: @mara's `None seen` on R3 [^\n]*$/);
  });

  it("an Agreed, and each person's part in a renegotiation", () => {
    const cycle = (rest: string): string => `---
cycle: 2026-Q3
schema: cycle/1
from: 2026-07-01
to: 2026-09-30
capacity: 20w
product: 60
health: 25
ops: 15
---

# 2026-Q3

## Agreement

- **Agreed** @lena, 2026-06-28 \`p60 h25 o15\`
- **Agreed** @mara, 2026-06-28 \`p60 h25 o15\`

## Renegotiations

- **N1** ${rest}, 2026-08-02: product 60 to 55, ops 15 to 20. Because the outage needs two more weeks.
`;
    const folder = repository(prd("draft"));
    const file = join(folder, "cycles/2026-Q3.md");
    mkdirSync(join(folder, "cycles"));
    writeFileSync(file, cycle("@lena"));
    commit(folder, lena, "Agree for both");
    assert.deepEqual(verify(folder), [
      "error: @mara's agreement to the split was last written by @lena. Could @mara commit it, or be named in a `Co-authored-by` line?",
    ]);
    writeFileSync(file, cycle("@lena").replace("@mara, 2026-06-28", "@mara, 2026-06-29"));
    commit(folder, mara, "Agree");
    writeFileSync(file, cycle("@lena and @mara").replace("@mara, 2026-06-28", "@mara, 2026-06-29"));
    commit(folder, lena, "Name her");
    assert.match(verify(folder).join("\n"), /^error: @mara's part in N1 was last written by @lena\. [^\n]*$/);
  });
});

describe("check --verify-signers asks a git that it can trust", () => {
  after(removeFolders);

  it("leaves out what .git-blame-ignore-revs names, which never makes another sign-off of one", () => {
    const { folder, text } = signedByMara(prd("agreed"));
    write(folder, text.replaceAll("2026-07-24", "2026-07-25"));
    commit(folder, lena, "Write days in another way");
    assert.equal(verify(folder).length, 2);
    const hash = git(folder, "rev-parse", "HEAD");
    writeFileSync(join(folder, ".git-blame-ignore-revs"), `# Days\n${hash}`);
    assert.deepEqual(verify(folder), []);
    write(folder, text.replace(/(R1, @mara, 2026-07-24 )`2:s[0-9a-f]{8}/, "$1`2:s00000000"));
    commit(folder, lena, "Sign for her");
    writeFileSync(join(folder, ".git-blame-ignore-revs"), git(folder, "rev-parse", "HEAD", "HEAD~1"));
    assert.match(verify(folder).join("\n"), /^error: @mara's sign-off of R1 [^\n]*$/);
  });

  it("never takes a git that says no for 'not committed yet'", () => {
    const { folder } = signedByMara();
    git(folder, "config", "blame.ignoreRevsFile", "nope");
    const { code, out, err } = seamwork(folder, "check", "--verify-signers");
    assert.deepEqual([code, out], [2, ""]);
    assert.match(
      err,
      /^--verify-signers: git's setting blame\.ignoreRevsFile names nope cannot be read: there is no such file/,
    );
    git(folder, "config", "--unset", "blame.ignoreRevsFile");
    writeFileSync(join(folder, ".git/refs/heads/main"), `${"1".repeat(40)}\n`);
    const broken = seamwork(folder, "check", "--verify-signers");
    assert.deepEqual([broken.code, broken.out], [2, ""]);
    assert.match(broken.err, /^--verify-signers: git says no/);
  });

  it("runs no program of the clone's own settings", () => {
    const { folder, text } = signedByMara();
    const ran = join(folder, "ran");
    const program = join(folder, "program.sh");
    writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> '${ran}'\ncat\n`);
    chmodSync(program, 0o755);
    writeFileSync(join(folder, ".git/info/attributes"), "*.md filter=evil diff=evil\n");
    for (const [key, value] of [
      ["filter.evil.clean", program],
      ["filter.evil.smudge", program],
      ["filter.evil.process", program],
      ["filter.evil.required", "true"],
      ["diff.evil.textconv", program],
      ["diff.evil.command", program],
      ["diff.external", program],
      ["core.fsmonitor", program],
      ["core.pager", program],
      ["core.sshCommand", program],
      ["core.hooksPath", join(folder, "hooks")],
      ["gpg.program", program],
      ["log.showSignature", "true"],
      ["log.diffMerges", "off"],
      ["alias.log", `!${program}`],
    ] as const)
      git(folder, "config", key, value);
    mkdirSync(join(folder, "hooks"));
    for (const hook of ["post-index-change", "reference-transaction", "post-checkout"])
      writeFileSync(join(folder, "hooks", hook), `#!/bin/sh\necho hook >> '${ran}'\n`, { mode: 0o755 });
    write(folder, text.replace("the time zone", "its time zone"));
    assert.deepEqual(verify(folder), []);
    const { code } = seamwork(folder, "check", "--since", "HEAD~1", "--verify-signers", "--fail-on", "never");
    assert.equal(code, 0);
    assert.equal(existsSync(ran), false, existsSync(ran) ? readFileSync(ran, "utf8") : "");
  });

  it("names safe.directory where the folder belongs to another user", () => {
    const { folder } = signedByMara();
    for (const option of ["--verify-signers", "--since=main"]) {
      const { code, err } = seamwork(
        { folder, env: { GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" } },
        "check",
        option,
      );
      assert.equal(code, 2);
      assert.match(err, /: git does not look into .*, since it belongs to another user\. .*safe\.directory/);
    }
  });
});
