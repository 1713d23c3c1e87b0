import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { commands } from "vscode";
import { asMe } from "./asked.ts";
import { inWebview } from "./driver.ts";
import { cleanUp, file, open, read, replace, until, write } from "./editor.ts";

const path = "authors/prds/PRD-720.prd.md";
const head = `---\nprd: PRD-720\nschema: prd/1\nname: Two hands\nstatus: draft\npm: "@lena"\neng: "@mara"\n---\n`;
const product = "The desk answers thirty calls a day, and each of them is about a free slot.";
const engineer = "- **C1** (perf, @mara, 2026-11-01): at most 200 owners a day, and 20 at once.";

/** In a repository of its own, below the workspace. */
function commit(name: string): void {
  const run = (...args: string[]): unknown =>
    execFileSync(
      "git",
      ["-c", `user.name=${name}`, "-c", `user.email=${name.toLowerCase()}@example.com`, ...args],
      { cwd: file("authors").fsPath, stdio: "ignore" },
    );
  run("init", "--quiet");
  run("add", ".");
  run("commit", "--quiet", "-m", "More words");
}

async function said(words: RegExp): Promise<void> {
  let last = "";
  await until(
    async () => {
      const script = "document.querySelector('.authors')?.innerText ?? ''";
      last = String(await inWebview("view", script).catch(() => "")).replace(/\s+/g, " ");
      return words.test(last);
    },
    () => `${String(words)}; it says ${last}`,
  );
}

describe("who wrote a PRD, by git", function () {
  this.timeout(120_000);

  before(async () => {
    await asMe("@mara");
    await commands.executeCommand("seamwork.readiness.focus");
  });
  after(async () => {
    await cleanUp("authors");
    await asMe(undefined);
    await commands.executeCommand("workbench.view.explorer");
  });

  it("is shown by side, and what is not committed yet counts for whoever types @smoke", async () => {
    await write("authors/seamwork.yaml", await read("team/seamwork.yaml"));
    await write(path, `${head}\n${product}\n`);
    commit("Lena");
    await write(path, `${head}\n${product}\n\n${engineer}\n`);
    commit("Mara");
    const share = Math.round((100 * product.length) / (product.length + engineer.length));
    const { document } = await open(path);
    await said(new RegExp(`Product ${share}% Engineering ${100 - share}% Mara Lind .*Lena Ortiz .*git`));
    await replace(document, product, `${product}\n\n${"She said so. ".repeat(12).trim()}`);
    await document.save();
    await said(/Product (?:2|3)\d% Engineering (?:6|7)\d%/);
    assert.equal(document.isDirty, false);
  });
});
