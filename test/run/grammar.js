/**
 * Grammar tests: test/grammar/*.md with assertions in comments, read as VS Code reads markdown: its own grammar with
 * ours injected.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.js";
import { builtInExtensions, installServer } from "./vscode-server.js";

await installServer();
const cases = readdirSync(join(root, "test/grammar")).filter((name) => name.endsWith(".md"));
if (cases.length === 0) throw new Error("There are no tests in test/grammar.");

const grammar = join(builtInExtensions, "markdown-basics/syntaxes/markdown.tmLanguage.json");
let failed = 0;
for (const name of cases) {
  const tester = join(root, "node_modules/vscode-tmgrammar-test/dist/unit.js");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [tester, "--compact", "--grammar", grammar, join("test/grammar", name)],
    { cwd: root, encoding: "utf8" },
  );
  process.stdout.write(stdout);
  // Markdown embeds fifty languages whose grammars nothing here needs.
  process.stderr.write(stderr.replaceAll(/^grammar not found for .*\n/gm, ""));
  if (status !== 0) failed += 1;
}
const counts = process.env["SEAMWORK_COUNTS"];
if (counts) writeFileSync(counts, JSON.stringify({ passed: cases.length - failed, failed }));
process.exitCode = failed > 0 ? 1 : 0;
