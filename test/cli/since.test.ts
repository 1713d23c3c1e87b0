import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkJson, folderWith, git, removeFolders, seamwork } from "./cli.ts";
import type { Outcome } from "./cli.ts";
import { commit, lena, path, prd, repository, signed, team, write } from "./signed-prd.ts";

interface WithChanges {
  readonly path: string;
  readonly kind: string;
  readonly changes?: readonly { readonly what: string; readonly line: number; readonly message: string }[];
}

/** What is listed since a revision: `path what: message`. */
function changes(folder: string, revision: string, ...args: string[]): string[] {
  const { report } = checkJson(folder, "--today", "2026-08-01", "--since", revision, ...args);
  return (report.files as unknown as readonly WithChanges[]).flatMap((file) =>
    (file.changes ?? []).map(({ what, message }) => `${file.path} ${what}: ${message}`),
  );
}

const agreed = signed(prd("agreed"), "@mara", "R1", "R2");
const staleOne = agreed.replace("rolling 30 days", "calendar months");

describe("check --since tells what takes an agreed PRD out of sight", () => {
  after(removeFolders);

  it("deleting it", () => {
    const folder = repository(agreed);
    rmSync(join(folder, path));
    const expected = [`${path} deleted: PRD-042, which was agreed, is deleted.`];
    assert.deepEqual(changes(folder, "HEAD"), expected, "before the commit");
    commit(folder, lena, "Delete it");
    assert.deepEqual(changes(folder, "HEAD~1"), expected);
    assert.deepEqual(changes(folder, "HEAD"), []);
    const { out } = seamwork(folder, "check", "--since", "HEAD~1");
    assert.match(out, /^Since HEAD~1\n prds\/a\.md:1:1 {2}PRD-042, which was agreed, is deleted\.\n/);
    const { report } = checkJson(folder, "--since", "HEAD~1");
    assert.deepEqual(
      report.files.map(({ kind, id, status }) => [kind, id, status]),
      [["gone", "PRD-042", "agreed"]],
    );
    assert.equal(report.summary["files"], 0);
    for (const format of ["junit", "sarif", "github"])
      assert.equal(seamwork(folder, "check", "--since", "HEAD~1", "--format", format).code, 0);
  });

  it("taking its header away, together with what changed then", () => {
    const folder = repository(agreed);
    write(folder, staleOne.slice(staleOne.indexOf("# Exports")));
    const expected = [
      "header: PRD-042, which was agreed, is no PRD any more, since its header is gone.",
      "changed: R1 changed: Statement.",
      "stale-sign-off: @mara's sign-off of R1 is not fresh any more.",
    ];
    assert.deepEqual(
      changes(folder, "HEAD"),
      expected.map((one) => `${path} ${one}`),
      "a candidate",
    );
    writeFileSync(join(folder, "plain.md"), agreed);
    rmSync(join(folder, path));
    commit(folder, lena, "Move it");
    writeFileSync(join(folder, "plain.md"), staleOne.slice(staleOne.indexOf("# Exports")));
    assert.deepEqual(
      changes(folder, "HEAD"),
      expected.map((one) => `plain.md ${one}`),
      "a file that nobody would look at",
    );
  });

  it("a status that nobody can read", () => {
    const folder = repository(agreed);
    write(folder, agreed.replace("status: agreed", "status: asdf"));
    assert.deepEqual(changes(folder, "HEAD"), [
      `${path} status: The status was agreed and cannot be read any more.`,
    ]);
  });

  it("a .gitignore, and a move to where this check does not look", () => {
    const folder = repository(agreed);
    writeFileSync(join(folder, ".gitignore"), "prds\n");
    assert.deepEqual(changes(folder, "HEAD"), [
      `${path} header: PRD-042, which was agreed, is not checked any more: a \`.gitignore\` leaves it out.`,
    ]);
    rmSync(join(folder, ".gitignore"));
    mkdirSync(join(folder, "notes"));
    git(folder, "mv", path, "notes/a.md");
    assert.deepEqual(changes(folder, "HEAD", "prds"), [
      `${path} header: PRD-042, which was agreed, is not checked any more: it is notes/a.md now.`,
    ]);
  });

  it("but a rewritten PRD of another name is known by its id", () => {
    const folder = repository(agreed);
    rmSync(join(folder, path));
    writeFileSync(
      join(folder, "prds/new.md"),
      prd("draft", "calendar months")
        .replace(/### R2[^]*$/, "")
        .replace("# Exports", "# Something else"),
    );
    assert.deepEqual(changes(folder, "HEAD"), [
      "prds/new.md status: The status went from agreed to draft.",
      "prds/new.md changed: R1 changed: Statement.",
      "prds/new.md removed: R2 is gone.",
    ]);
  });
});

describe("check --since tells what a change silences", () => {
  after(removeFolders);

  const until = "until 2026-12-01: it is only wording -->\n";

  it("by a suppression of its own problem, or below an old one", () => {
    const folder = repository(agreed);
    write(folder, staleOne.replace("### R1", `<!-- prd-ignore PRD302 ${until}\n### R1`));
    const listed = changes(folder, "HEAD").filter((one) => one.includes("silenced"));
    assert.equal(listed.length, 1, listed.join("\n"));
    assert.match(
      listed[0] ?? "",
      /^prds\/a\.md silenced: A suppression silences PRD302 here: R1 changed since @mara signed/,
    );
    write(folder, agreed.replace("### R1", `<!-- prd-ignore PRD302 ${until}\n### R1`));
    commit(folder, lena, "Silence nothing yet");
    assert.deepEqual(changes(folder, "HEAD~1"), []);
    write(folder, staleOne.replace("### R1", `<!-- prd-ignore PRD302 ${until}\n### R1`));
    assert.equal(changes(folder, "HEAD").filter((one) => one.includes("silenced")).length, 1);
    commit(folder, lena, "Change what it covers");
    assert.deepEqual(changes(folder, "HEAD"), [], "what was silenced before is not told again");
  });

  it("by the team data", () => {
    const folder = repository(agreed);
    write(folder, staleOne);
    writeFileSync(join(folder, "seamwork.yaml"), `${team}rules: { PRD302: information }\n`);
    const listed = changes(folder, "HEAD").filter((one) => one.includes("silenced"));
    assert.equal(listed.length, 1);
    assert.match(listed[0] ?? "", /^prds\/a\.md silenced: A change of the team data silences PRD302 here: /);
  });

  it("by its own baseline", () => {
    const folder = repository(agreed);
    seamwork(folder, "check", "--write-baseline", "known.json");
    commit(folder, lena, "Begin quietly");
    write(folder, staleOne);
    seamwork(folder, "check", "--write-baseline", "known.json");
    const listed = changes(folder, "HEAD", "--baseline", "known.json").filter((one) =>
      one.includes("silenced"),
    );
    assert.equal(listed.length, 1);
    assert.match(listed[0] ?? "", /^prds\/a\.md silenced: The baseline silences PRD302 here: /);
    commit(folder, lena, "Write it again");
    assert.deepEqual(changes(folder, "HEAD", "--baseline", "known.json"), []);
  });
});

describe("check --since where git cannot say", () => {
  after(removeFolders);

  const said = ({ code, out, err }: Outcome): unknown[] => [code, out, err];

  it("asks for the history that a shallow clone lacks, and blames nobody", () => {
    const whole = repository(agreed);
    git(whole, "checkout", "-q", "-b", "mine");
    write(whole, `${agreed}\n`);
    commit(whole, lena, "Mine");
    git(whole, "checkout", "-q", "main");
    write(whole, staleOne);
    commit(whole, lena, "Change main");
    git(whole, "checkout", "-q", "mine");
    const shallow = folderWith({});
    git(shallow, "clone", "-q", "--depth", "1", "--no-single-branch", `file://${whole}`, ".");
    const message =
      "--since origin/main: this clone has only part of the history, and where this branch left origin/main is not in it; could you fetch it (`git fetch --unshallow`, in CI `fetch-depth: 0`)?\n";
    for (const command of ["check", "readiness"])
      assert.deepEqual(said(seamwork(shallow, command, "--since", "origin/main")), [2, "", message]);
    git(shallow, "fetch", "-q", "--unshallow");
    assert.deepEqual(changes(shallow, "origin/main"), []);
  });

  it("says of branches without a common commit that they have none", () => {
    const folder = repository(agreed);
    git(folder, "checkout", "-q", "--orphan", "other");
    git(folder, "commit", "-q", "-m", "Anew");
    assert.deepEqual(said(seamwork(folder, "check", "--since", "main")), [
      2,
      "",
      "--since main: this branch and main have no commit in common.\n",
    ]);
  });

  it("fetches nothing, and says so, where a partial clone lacks the files of then", () => {
    const whole = repository(agreed);
    write(whole, staleOne);
    commit(whole, lena, "Change");
    git(whole, "config", "uploadpack.allowFilter", "true");
    const partial = folderWith({});
    git(partial, "clone", "-q", "--filter=blob:none", `file://${whole}`, ".");
    const { code, out, err } = seamwork(partial, "check", "--since", "HEAD~1");
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err, /^--since HEAD~1: some files of then are not on this machine/);
  });
});
