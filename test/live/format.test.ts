import assert from "node:assert/strict";
import type * as VSCode from "vscode";
import { tokens, typeAt } from "./keys.ts";
import { inspect, openPair, until, type Pair, type Side } from "./pair.ts";

/** A PM and an engineer whose VS Codes format what they save, as those of people with a formatter for markdown do. */
describe("two people who format on save", function () {
  this.timeout(240_000);
  let pair: Pair;

  before(async () => {
    pair = await openPair({ joined: true, settings: { "editor.formatOnSave": true } });
    for (const { window, network } of pair.both) {
      await window.run(registerFormatter, undefined);
      network.delay = 100;
    }
  });

  after(() => pair?.close());

  afterEach(async function () {
    if (this.currentTest?.state === "failed") await pair.tellMore(this.currentTest.title);
  });

  /** Saves until a save has nothing left to format, and compares the files. */
  async function formatted(): Promise<string> {
    for (let rounds = 0; rounds < 5; rounds += 1) {
      const before = await pair.settled();
      // Unlike a key, the command tells when VS Code has formatted and written.
      await Promise.all(pair.both.map(({ window }) => window.command("workbench.action.files.save")));
      const after = await pair.settled();
      // VS Code itself leaves out the formatting where the text changes meanwhile, as it does when the other formats.
      if (after === before && !/[ \t]\n|\n\n\n|^#.*\n(?!\n)/m.test(after)) return pair.saved();
    }
    return assert.fail(`It is formatted again and again:\n${await pair.settled()}`);
  }

  it("lose nothing when both type and save all the time", async () => {
    const { pm, eng } = pair;
    const [mine, theirs] = [tokens("q", 18), tokens("Q", 18)];
    await pm.window.caretBehind("Every practice ");
    // At the end of a line, where the space before the next word is what the formatter takes away.
    await eng.window.caretBehind("The order is the one that R4 describes.");
    const typeAndSave = async ({ window }: Side, words: readonly string[]): Promise<void> => {
      for (const [index, word] of words.entries()) {
        await typeAt(window.page, `${word} `, 10);
        if (index % 3 === 2) await window.page.keyboard.press("Control+S");
      }
    };
    await Promise.all([typeAndSave(pm, mine.words), typeAndSave(eng, theirs.words)]);
    const arrived = async (side: Side): Promise<boolean> => {
      const { text = "" } = (await inspect(side)) ?? {};
      return mine.in(text).length >= mine.words.length && theirs.in(text).length >= theirs.words.length;
    };
    await until(async () => (await arrived(pm)) && (await arrived(eng)), "all that was typed arrives");
    const text = await formatted();
    for (const one of [mine, theirs]) assert.deepEqual(one.in(text), one.words);
    await pair.quiet();
  });

  it("get the same text when both format the same lines at the same moment", async () => {
    const { pm } = pair;
    const before = await pair.settled();
    await pm.window.caretBehind("can put the animal on the list for that day.");
    await pm.window.page.keyboard.insertText(
      "\n\n### R4 · The order   \nWho waits longest is first.   \n\n\n\nNobody jumps.",
    );
    await until(async () => ((await inspect(pm))?.text.length ?? 0) > before.length + 60, "it is there");
    await pair.settled();
    await Promise.all(pair.both.map(({ window }) => window.page.keyboard.press("Control+S")));
    const text = await formatted();
    assert.match(text, /\n\n### R4 · The order\n\nWho waits longest is first\.\n\nNobody jumps\.\n/);
    assert.equal(text.split("R4 · The order").length, 2);
    assert.equal(text.split("Nobody jumps.").length, 2);
    await pair.quiet();
  });
});

/**
 * A formatter as people have them: it answers with the whole text anew, has no space at the end of a line, an empty line
 * after a heading, and never two empty lines. It runs in the window.
 */
function registerFormatter(vscode: typeof VSCode): void {
  vscode.languages.registerDocumentFormattingEditProvider("markdown", {
    provideDocumentFormattingEdits(document) {
      const text = document.getText();
      const eol = document.eol === vscode.EndOfLine.CRLF ? "\r\n" : "\n";
      const formatted = text
        .replaceAll("\r\n", "\n")
        .replaceAll(/[ \t]+$/gm, "")
        .replaceAll(/^(#.*)\n(?!\n)/gm, "$1\n\n")
        .replaceAll(/\n{3,}/g, "\n\n")
        .replaceAll("\n", eol);
      const all = new vscode.Range(document.positionAt(0), document.positionAt(text.length));
      return [vscode.TextEdit.replace(all, formatted)];
    },
  });
}
