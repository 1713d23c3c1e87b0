import assert from "node:assert/strict";
import { commands, window, workspace } from "vscode";
import type { DocumentLink, DocumentSymbol, TextDocument } from "vscode";
import { screenshot } from "./driver.ts";
import { cleanUp, file, open, openNew, replace, until } from "./editor.ts";

const path = "notes-about-labels.md";
const labels = "# Labels\n\n## Requirements\n\n- **R1** Print a label\n\nRed.\n";

function outlines(): TextDocument[] {
  return window.visibleTextEditors
    .map(({ document }) => document)
    .filter(({ uri }) => uri.scheme === "seamwork-outline");
}

describe("Show the outline", () => {
  afterEach(() => cleanUp(path));

  it("shows what is seen in any markdown file, with links, and follows what is typed @smoke", async () => {
    const { document } = await openNew(path, labels);
    await commands.executeCommand("seamwork.showOutline");
    const [page] = await until(
      () => (outlines().length === 1 ? outlines() : undefined),
      "the outline is shown",
    );
    assert.ok(page !== undefined);
    await screenshot("outline");
    assert.match(
      page.getText(),
      /^# What Seamwork sees in notes-about-labels\.md\n\nMarkdown that is no PRD: 1 requirement\./,
    );
    assert.match(page.getText(), /- R1 Print a label · line 5, /);
    assert.match(
      page.getText(),
      /1 line that may hold a requirement was taken for none, nor for a part of one: 7\.\n$/,
    );
    const links = await commands.executeCommand<DocumentLink[]>("vscode.executeLinkProvider", page.uri);
    const targets = links.map(({ target }) => target?.toString());
    assert.ok(targets.includes(document.uri.with({ fragment: "L5" }).toString()), targets.join(" "));
    await replace(document, "Print a label", "Print two labels");
    await until(
      () => page.getText().includes("R1 Print two labels"),
      () => page.getText(),
    );
    assert.equal(page.isDirty, false);
  });

  it("asks for a markdown file where none is open", async () => {
    await commands.executeCommand("seamwork.showOutline");
    assert.deepEqual(outlines(), []);
  });
});

describe("document symbols", () => {
  afterEach(() => cleanUp(path));

  const namesIn = async (path: string): Promise<string[]> => {
    const found = await commands.executeCommand<DocumentSymbol[] | undefined>(
      "vscode.executeDocumentSymbolProvider",
      file(path),
    );
    const names = (all: readonly DocumentSymbol[]): string[] =>
      all.flatMap(({ name, detail, children }) => [`${name} ${detail}`.trim(), ...names(children)]);
    return names(found ?? []);
  };

  it("have the requirements of a PRD and their facets @smoke", async () => {
    await open("team/prds/PRD-001-export.prd.md");
    await until(
      async () => (await namesIn("team/prds/PRD-001-export.prd.md")).includes("R1 Filter by date range"),
      "R1 is a symbol",
    );
    const names = await namesIn("team/prds/PRD-001-export.prd.md");
    assert.ok(
      names.some((name) => name.startsWith("Edge cases")),
      names.join("; "),
    );
  });

  it("leave other markdown to VS Code", async () => {
    await workspace.fs.writeFile(file(path), new TextEncoder().encode(labels));
    await open(path);
    const names = await until(async () => {
      const found = await namesIn(path);
      return found.length > 0 ? found : undefined;
    }, "VS Code's own symbols are there");
    assert.ok(!names.some((name) => name.startsWith("R1")), names.join("; "));
  });
});
