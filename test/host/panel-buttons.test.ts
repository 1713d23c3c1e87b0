import assert from "node:assert/strict";
import { commands, window, workspace } from "vscode";
import { asMe, asked, fill, pick, titled, today } from "./asked.ts";
import { clickInWebview, inWebview, press } from "./driver.ts";
import { cleanUp, file, open, openNew, pause, until, write } from "./editor.ts";

const path = "team/prds/buttons.prd.md";
const prd = (rest: string, status = "in-review"): string =>
  `---\nprd: PRD-710\nschema: prd/1\nname: Buttons\nstatus: ${status}\npm: "@lena"\neng: "@mara"\nbucket: product\n---\n\n# Buttons\n\n${rest}`;
const requirement = `## Requirements

### R1 · Join

An owner can join the list.

- **Why:** the desk answers 30 calls a day.
- **Edge cases:**
  - **E1** The list is full: the owner is told so.
- **Constraints:**
  - **C1** (perf, @mara, 2026-11-01): at most 200 owners a day.
- **Accept:**
  - [ ] An owner who joins is on the list.
`;

const panel = async (): Promise<string> =>
  String(await inWebview("view", "document.getElementById('panel')?.innerText ?? ''").catch(() => ""));
const shows = (words: RegExp): Promise<unknown> =>
  until(async () => words.test(await panel()), String(words));
const pressIn = (words: string, button: string): Promise<void> =>
  clickInWebview(
    "view",
    `.conversation:has-text(${JSON.stringify(words)}) .actions button:text-is(${JSON.stringify(button)})`,
  );
const says = (words: RegExp): Promise<unknown> =>
  until(
    () => words.test(window.activeTextEditor?.document.getText() ?? ""),
    () => `${String(words)} in\n${window.activeTextEditor?.document.getText() ?? "no text"}`,
  );

describe("the buttons of the readiness panel", function () {
  this.timeout(120_000);

  before(async () => {
    await asMe("@lena");
    await commands.executeCommand("seamwork.readiness.focus");
  });
  afterEach(async () => {
    await commands.executeCommand("notifications.clearAll");
    await cleanUp(
      path,
      "team/prds/buttons.md",
      "team/prds/buttons-readiness.md",
      "team/prds/buttons-readiness.html",
    );
  });
  after(async () => {
    await asMe(undefined);
    await commands.executeCommand("workbench.view.explorer");
  });

  it("counter a constraint", async () => {
    await openNew(path, prd(requirement));
    await shows(/C1 waits/);
    await pressIn("C1 waits", "Counter…");
    await says(/200 owners a day\. Countered @lena \d{4}-\d\d-\d\d: /);
  });

  it("open a disagreement", async () => {
    await openNew(path, prd(requirement));
    await shows(/C1 waits/);
    await pressIn("C1 waits", "Disagree…");
    await fill("What do you two see differently about C1?", "90 days, or a year");
    await pick("What kind of disagreement is it?", "missing");
    await says(/## Disagreements\s+- \*\*D1\*\* tier 1/);
  });

  it("say that an assumption broke, and which constraint answers it", async () => {
    await openNew(
      path,
      prd(`${requirement}\n## Assumptions\n\n- **A1** Owners read texts within an hour.\n`),
    );
    await shows(/A1 is untested/);
    await pressIn("A1 is untested", "It broke…");
    await pick(/A1/, "C1");
    await says(/A1.*Tested @lena \d{4}-\d\d-\d\d: broke, see C1\./);
  });

  it("sign again what changed since", async () => {
    await asMe("@mara");
    const line = "- **Signed off** R1, @mara, 2026-11-20 `s00000000`";
    await openNew(path, prd(`${requirement}\n## Review\n\n${line}\n`));
    await shows(/R1 changed since @mara signed/);
    await pressIn("R1 changed", "Sign again");
    await says(new RegExp(`Signed off\\*\\* R1, @mara, ${today()} \`2:s[0-9a-f]{8} w[0-9a-f]{8} e`));
    await until(async () => !/R1 changed since/.test(await panel()), "the sign-off is fresh");
    await asMe("@lena");
  });

  it("adopt a document that is no PRD yet", async () => {
    await write("team/prds/buttons.md", "# Buttons\n\n## Requirements\n\n- Press them\n");
    await open("team/prds/buttons.md");
    await shows(/no PRD header yet/);
    await clickInWebview("view", "button.primary:has-text('Adopt')");
    await says(/^---\nprd: /);
  });

  it("move a PRD on when nothing stands in the way", async () => {
    await openNew(
      path,
      prd(requirement.replace("day.\n- **Accept", "day. Accepted @lena 2026-11-02.\n- **Accept"), "draft"),
    );
    await shows(/Ready|nothing stands|Move/i);
    await clickInWebview("view", "button.primary:has-text('Move')");
    await asked(/Move|Buttons|PRD-710/);
    await press("Enter");
    await says(/status: in-review/);
  });

  for (const [format, ending, words] of [
    ["Markdown", "md", /^### PRD-710 · Buttons\n/],
    ["HTML", "html", /^<!DOCTYPE html>[^]*default-src 'none'[^]*Buttons/i],
  ] as const) {
    it(`export it as ${format}`, async () => {
      await openNew(path, prd(requirement));
      await shows(/C1 waits/);
      void commands.executeCommand("seamwork.exportReadiness");
      await pick("Export Readiness", format);
      await asked(`Save Readiness as ${format}`);
      const exported = file(`team/prds/buttons-readiness.${ending}`);
      let text = "";
      await until(async () => {
        // The dialog takes Enter only once it has looked at the folder.
        if ((await titled()) !== "") await press("Enter");
        await pause(500);
        text = await workspace.fs.readFile(exported).then(
          (bytes) => new TextDecoder().decode(bytes),
          () => "",
        );
        return text !== "";
      }, "the file is there");
      assert.match(text, words);
    });
  }
});
