import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { documentedRules } from "../../../src/core/rules/documented.ts";
import { filesIn, page, pages, rowsOf } from "./documents.ts";

interface Manifest {
  scripts: Record<string, string>;
  devDependencies: Record<string, string>;
  engines: { node: string; vscode: string };
  contributes: {
    commands: { command: string; title: string }[];
    configuration: { properties: Record<string, unknown> };
    colors: { id: string }[];
  };
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const { commands, configuration, colors } = manifest.contributes;
const titles = commands.map(({ title }) => title);

/** Those that nobody looks for in a list: keys of the editor, and the end of following somebody. */
const unlisted = ["Undo", "Redo", "Stop Following"];

/** Everything in the pages that an expression finds and that is not as it should be, with its page. */
function wrong(pattern: RegExp, isRight: (found: string) => boolean): string[] {
  return [...pages].flatMap(([path, text]) =>
    [...text.matchAll(pattern)]
      .map(([whole, found = whole]) => found)
      .filter((found) => !isRight(found))
      .map((found) => `${path}: ${found}`),
  );
}

describe("the documents", () => {
  it("call commands by their titles", () => {
    assert.deepEqual(
      wrong(/_Seamwork: ([^_]+)_/g, (title) => titles.includes(title)),
      [],
    );
  });

  it("list the commands of VS Code, and no other, in docs/vscode.md", () => {
    const listed = rowsOf(page("docs/vscode.md"), "command").flatMap(([cell = ""]) => cell.split(" · "));
    assert.deepEqual(
      listed.filter((title) => !titles.includes(title)),
      [],
    );
    const elsewhere = page("docs/readiness.md");
    assert.deepEqual(
      titles.filter(
        (title) => !listed.includes(title) && !unlisted.includes(title) && !elsewhere.includes(title),
      ),
      [],
    );
  });

  it("name settings and colours that are there, and every setting in docs/vscode.md", () => {
    const settings = Object.keys(configuration.properties);
    const known = new Set([...settings, ...colors.map(({ id }) => id), "seamwork.example.com"]);
    assert.deepEqual(
      wrong(/\bseamwork\.(?!yaml|schema|sarif|xml|prd|git)[\w.]*\w/g, (name) => known.has(name)),
      [],
    );
    const listed = rowsOf(page("docs/vscode.md"), "setting").map(([cell = ""]) => cell.replaceAll("`", ""));
    assert.deepEqual(listed.toSorted(), settings.toSorted());
  });

  it("name scripts of package.json", () => {
    assert.deepEqual(
      wrong(/npm (?:run )?(start|test|(?<=run )[\w:]+)/g, (script) => script in manifest.scripts),
      [],
    );
  });

  it("name rules that are there", () => {
    const codes = new Set<string>(documentedRules.map(({ code }) => code));
    assert.deepEqual(
      wrong(/\bPRD\d{3}\b/g, (code) => codes.has(code)),
      [],
    );
  });

  it("give a reason for every dependency in ARCHITECTURE.md", () => {
    const [, section = ""] = page("ARCHITECTURE.md").split("\n## Dependencies\n");
    const named = new Set(section.split(/[^\w@/.-]+/).map((word) => word.replace(/\.$/, "")));
    const packages = Object.keys(manifest.devDependencies).filter((name) => !name.startsWith("@types/"));
    assert.deepEqual(
      packages.filter((name) => !named.has(name)),
      [],
    );
  });

  it("name options of our own programs", () => {
    const sources = [...filesIn("src/cli"), ...filesIn("server")].map((path) => readFileSync(path, "utf8"));
    const options = new Set(
      sources
        .flatMap((text) => [...text.matchAll(/--(?:no-)?[a-z][a-z-]*/g)])
        .map(([option]) => option)
        .concat("--help"),
    );
    const shown = ["cli", "board", "agendas", "ci", "server", "review", "readiness"];
    const unknown = shown.flatMap((name) =>
      page(`docs/${name}.md`)
        .split("\n")
        .filter((line) => !/\b(?:git|npm|curl|xargs|openssl) /.test(line))
        .flatMap((line) => [...line.matchAll(/(?<!\S[^\s`]*)--[a-z][a-z-]*/g)])
        .map(([option]) => option)
        .filter((option) => !options.has(option)),
    );
    assert.deepEqual(unknown, []);
  });
});

describe("the versions that the documents ask for", () => {
  it("are those of package.json", () => {
    const node = manifest.engines.node.replace(">=", "");
    const code = manifest.engines.vscode.replace(/^\^|\.0$/g, "");
    assert.deepEqual(
      wrong(/Node (\d+\.\d+) or newer/g, (version) => version === node),
      [],
    );
    assert.deepEqual(
      wrong(/VS Code (\d\.\d+)/g, (version) => version === code),
      [],
    );
  });
});
