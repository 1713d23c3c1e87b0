import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { filesIn, page, pages } from "./documents.ts";

const files = ["docs", "media", "server", "src", "syntaxes", "test"].flatMap(filesIn);
const top = ["esbuild.js", "package.json", "package-lock.json", "tsconfig.json", ".oxlintrc.json"];

/** Pages for those who work on Seamwork: what they name in code marks or in their trees are our own files. */
const ours = [...pages.keys()].filter((path) => /^[A-Z]+\.md$|^docs\/(?:decisions\/|performance)/.test(path));

describe("the documents", () => {
  it("link to pages and headings that are there", () => {
    const broken = [...pages].flatMap(([path, text]) =>
      linksIn(text)
        .filter((link) => !leads(path, link))
        .map((link) => `${path}: ${link}`),
    );
    assert.deepEqual(broken, []);
  });

  it("name files that are there", () => {
    const missing = ours.flatMap((path) =>
      [...page(path).matchAll(/(?<![\w@$-])[\w.-]+(?:\/[\w.{},-]+)*\.(?:tsx?|js|json)\b/g)]
        .flatMap(([name]) => alternatives(name))
        .filter((name) => !isThere(name))
        .map((name) => `${path}: ${name}`),
    );
    assert.deepEqual(missing, []);
  });

  it("name folders that are there", () => {
    const missing = ours.flatMap((path) =>
      [...page(path).matchAll(/`((?:src|server|test|docs|media|syntaxes)(?:\/[\w{},-]+)*)\/?`/g)]
        .flatMap(([, name = ""]) => alternatives(name))
        .filter((name) => !existsSync(name))
        .map((name) => `${path}: ${name}`),
    );
    assert.deepEqual(missing, []);
  });

  it("draw a tree in CONTRIBUTING.md of folders and files that are there", () => {
    const drawn = treeOf(page("CONTRIBUTING.md"));
    assert.ok(drawn.length > 30, `${drawn.length} entries`);
    assert.deepEqual(
      drawn.filter((path) => !existsSync(path)),
      [],
    );
  });
});

/** Targets of links and pictures that stay in the repository. */
function linksIn(text: string): string[] {
  const prose = text.replaceAll(/^```[^]*?^```/gm, "").replaceAll(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

function leads(from: string, link: string): boolean {
  const [path = "", anchor] = link.split("#");
  const to = path === "" ? from : normalize(join(dirname(from), path));
  if (!existsSync(to)) return false;
  return anchor === undefined || headingsIn(page(to)).includes(anchor);
}

/** The anchors that GitHub gives to the headings of a page. */
function headingsIn(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** `{a,b}.ts` as its two names. */
function alternatives(name: string): string[] {
  const braces = /^(.*)\{([^}]+)\}(.*)$/.exec(name);
  if (braces === null) return [name];
  const [, before = "", inner = "", after = ""] = braces;
  return inner.split(",").map((one) => before + one + after);
}

/** A path from the top, or the end of one; what a build makes and what a reader makes are no files of ours. */
function isThere(name: string): boolean {
  if (name.startsWith("dist/") || name === "fingerprints.json") return true;
  return top.includes(name) || files.some((file) => file === name || file.endsWith(`/${name}`));
}

/** The paths that a tree in a block of code names: two blanks are a level, a folder ends with a slash. */
function treeOf(text: string): string[] {
  const [, block = ""] = /^```\n(src\/[^]*?)^```/m.exec(text) ?? [];
  const open: string[] = [];
  return block.split("\n").flatMap((line) => {
    const [, indent = "", names = ""] = /^( *)(\S+(?: \S+)*)/.exec(line) ?? [];
    if (names === "" || indent.length > 8) return [];
    const level = indent.length / 2;
    const found = names.split(" ").filter((name) => /^[\w.-]+\/(?:[\w.-]+\/?)*$|^[\w.-]+\.tsx?$/.test(name));
    open.length = level;
    open[level] = found[0] ?? "";
    return found.map((name) => open.slice(0, level).join("") + name);
  });
}
