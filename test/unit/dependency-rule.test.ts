import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** For each layer, imports that must be refused; see "The dependency rule" in ARCHITECTURE.md. */
const refused: Record<string, string[]> = {
  "src/core/rules/a.ts": [
    "vscode",
    "node:fs",
    "path",
    "yjs",
    "../../cli/b.ts",
    "../../extension/b.ts",
    "../../../server/b.ts",
  ],
  "src/core/words/a.ts": ["../team/b.ts", "../document/b.ts", "zod/mini", "node:fs"],
  "src/collab/a.ts": ["vscode", "node:fs", "../cli/b.ts", "../extension/b.ts", "../panel/b.ts"],
  "src/extension/a.ts": [
    "node:fs",
    "yjs",
    "../cli/b.ts",
    "../panel/b.ts",
    "../panel/main.tsx",
    "../../server/b.ts",
  ],
  "src/extension/main.ts": ["yjs", "../cli/b.ts", "../../server/b.ts"],
  "src/extension/node/a.ts": ["yjs", "../../cli/b.ts"],
  "src/cli/a.ts": ["vscode", "yjs", "../extension/b.ts", "../panel/b.ts", "../../server/b.ts"],
  "src/panel/a.ts": ["vscode", "node:fs", "yjs", "../core/b.ts", "../extension/b.ts"],
  "src/panel/views/a.ts": ["../../core/b.ts", "../../../server/b.ts"],
  "server/a.ts": ["vscode", "../src/cli/b.ts", "../src/extension/b.ts"],
  "test/unit/a.ts": ["vscode"],
};

/** And what it allows, so that a rule that refuses everything does not pass for one that works. */
const allowed: Record<string, string[]> = {
  "src/core/rules/c.ts": ["../model.ts", "unified"],
  "src/collab/c.ts": ["../core/b.ts", "yjs"],
  "src/extension/c.ts": [
    "vscode",
    "../core/b.ts",
    "../collab/b.ts",
    "../panel/messages.ts",
    "../panel/page.tsx",
  ],
  "src/extension/node/c.ts": ["node:child_process", "vscode", "../../core/b.ts"],
  "src/cli/c.ts": ["node:fs", "../core/b.ts", "../panel/page.tsx"],
  "src/core/words/c.ts": ["./b.ts", "../text/b.ts"],
  "src/panel/c.ts": ["./messages.ts", "../core/words/b.ts"],
  "src/panel/views/c.ts": ["../messages.ts", "../../core/words/b.ts", "preact"],
  "server/c.ts": ["node:http", "yjs", "../src/core/b.ts", "../src/collab/b.ts"],
};

describe("the dependency rule", () => {
  let folder: string;
  let found: Set<string>;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "seamwork-lint-"));
    copyFileSync(".oxlintrc.json", join(folder, ".oxlintrc.json"));
    for (const [file, modules] of [...Object.entries(refused), ...Object.entries(allowed)]) {
      mkdirSync(join(folder, dirname(file)), { recursive: true });
      writeFileSync(join(folder, file), modules.map((name) => `import ${JSON.stringify(name)};\n`).join(""));
    }
    const lint = resolve("node_modules/oxlint/bin/oxlint");
    const { stdout } = spawnSync(process.execPath, [lint, "--format", "json"], {
      cwd: folder,
      encoding: "utf8",
    });
    const { diagnostics } = JSON.parse(stdout) as {
      diagnostics: { code: string; message: string; filename: string }[];
    };
    found = new Set(
      diagnostics
        .filter(({ code }) => code === "eslint(no-restricted-imports)")
        .map(({ filename, message }) => `${filename} ${/'(.*?)'/.exec(message)?.[1]}`),
    );
  });

  after(() => rmSync(folder, { recursive: true }));

  for (const [file, modules] of Object.entries(refused)) {
    it(`refuses ${modules.join(", ")} in ${file}`, () => {
      assert.deepEqual(
        modules.filter((name) => !found.has(`${file} ${name}`)),
        [],
      );
    });
  }

  for (const [file, modules] of Object.entries(allowed)) {
    it(`allows ${modules.join(", ")} in ${file}`, () => {
      assert.deepEqual(
        modules.filter((name) => found.has(`${file} ${name}`)),
        [],
      );
    });
  }
});
