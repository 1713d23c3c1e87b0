import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jsonText, outgoing } from "../../src/cli/printable.ts";
import { checkJson, folderWith, git, removeFolders, seamwork, unpaired } from "./cli.ts";

const ESC = "\u001B";
const CSI = "\u009B";

describe("all that goes out", () => {
  it("keeps lines, tabs, and our own colours where there are some", () => {
    const plain = "a\tb\r\nc — ü 😀\n";
    assert.equal(outgoing(plain, false), plain);
    const colour = `${ESC}[31mred${ESC}[39m`;
    assert.equal(outgoing(colour, true), colour);
    assert.equal(outgoing(colour, false), "red");
  });

  it("keeps no other escape sequence or control character", () => {
    for (const color of [true, false]) {
      assert.equal(outgoing(`a${ESC}[2Jb${ESC}]0;title\u0007c`, color), "abc");
      assert.equal(outgoing(`a${ESC}b\u0008\u0000\u007F`, color).includes(ESC), false);
      assert.equal(outgoing("over\rwritten", color), "over\uFFFDwritten");
      // oxlint-disable-next-line no-control-regex -- they are what must be gone
      assert.doesNotMatch(outgoing(`x${CSI}31my\u0085z`, color), /[\u0080-\u009F]/);
    }
  });

  it("writes in JSON as a number what a terminal could take for a command", () => {
    const text = jsonText({ a: `${ESC}[31m${CSI}2J\u007F` });
    // oxlint-disable-next-line no-control-regex -- they are what must be gone
    assert.doesNotMatch(text.replaceAll("\n", ""), /[\u0000-\u001F\u007F-\u009F]/);
    assert.deepEqual(JSON.parse(text), { a: `${ESC}[31m${CSI}2J\u007F` });
  });
});

describe("escape sequences in names of files, texts, authors and branches", () => {
  after(removeFolders);

  it("reach no terminal and no log", () => {
    const evil = `x${ESC}[2J${CSI}31m`;
    const folder = folderWith({
      [`prds/${evil}.prd.md`]: unpaired("PRD-1", "agreed", `\n## Why\n\nTBD ${evil}\n\n- **R1** ${evil}\n`),
      "seamwork.yaml": "version: 1\n",
      [`${evil}.bin.md`]: Buffer.from([0xff, 0xfe, 0]),
    });
    git(folder, "init", "-q", "-b", "main");
    git(folder, "add", ".");
    git(folder, "-c", `user.name=${evil}`, "-c", "user.email=a@b", "commit", "-q", "-m", evil);
    const named = join("prds", `${evil}.prd.md`);
    const runs: string[][] = [
      ...["text", "json", "sarif", "github", "junit"].map((format) => ["check", "--format", format]),
      ["check", "--since", evil],
      ["check", "--verify-signers"],
      ["check", `--${evil}`],
      ["check", `${evil}.nowhere`],
      ["readiness", "--format", "markdown"],
      ["readiness", "--format", "html"],
      ["outline", named],
      ["fix", "--dry-run"],
      ["adopt", named],
      ["board"],
      [evil],
    ];
    for (const args of runs) {
      const { out, err } = seamwork(folder, ...args);
      // oxlint-disable-next-line no-control-regex -- they are what must be gone
      assert.doesNotMatch(out + err, /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/, args.join(" "));
    }
    const coloured = seamwork({ folder, env: { FORCE_COLOR: "1" } }, "check");
    // oxlint-disable-next-line no-control-regex -- our own colours
    assert.doesNotMatch(coloured.out.replaceAll(/\u001B\[\d+m/g, ""), /[\u001B\u009B]/);
  });
});

function unique(words: readonly (string | undefined)[]): string[] {
  return [...new Set(words.map(String))].sort();
}

describe("paths for code hosts", () => {
  after(removeFolders);

  it("count from the top of the repository, whatever folder the command runs in", () => {
    const top = folderWith({ "docs/prds/a.prd.md": unpaired("PRD-1"), "docs/bad.prd.md": Buffer.from([0]) });
    git(top, "init", "-q");
    const folder = join(top, "docs");
    mkdirSync(join(folder, "empty"));
    writeFileSync(join(top, "outer.prd.md"), unpaired("PRD-2"));
    for (const [cwd, paths] of [
      [folder, ["prds", "../outer.prd.md", "bad.prd.md"]],
      [top, ["docs", "outer.prd.md"]],
      [join(folder, "empty"), ["../prds", "../../outer.prd.md", "../bad.prd.md"]],
    ] as const) {
      const said = (format: string): string => seamwork(cwd, "check", "--format", format, ...paths).out;
      const { runs } = JSON.parse(said("sarif")) as {
        runs: {
          results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[];
          invocations: { toolExecutionNotifications: { locations: unknown }[] }[];
        }[];
      };
      const uris = runs[0]?.results.map(
        ({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri,
      );
      assert.deepEqual(unique(uris ?? []), ["docs/prds/a.prd.md", "outer.prd.md"]);
      assert.match(JSON.stringify(runs[0]?.invocations), /"docs\/bad\.prd\.md"/);
      assert.deepEqual(unique([...said("github").matchAll(/file=([^,]*)/g)].map(([, file]) => file)), [
        "docs/bad.prd.md",
        "docs/prds/a.prd.md",
        "outer.prd.md",
      ]);
      assert.deepEqual(unique([...said("junit").matchAll(/ file="([^"]*)"/g)].map(([, file]) => file)), [
        "docs/prds/a.prd.md",
        "outer.prd.md",
      ]);
    }
    const { report } = checkJson(folder, "prds");
    assert.deepEqual(
      report.files.map(({ path }) => path),
      ["prds/a.prd.md"],
      "JSON counts from where one is",
    );
  });
});
