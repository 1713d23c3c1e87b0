import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** One file's import of another one, both below `src/core`. Type-only ones count: who reads a type reads its file. */
interface Import {
  readonly from: string;
  readonly to: string;
}

/** A folder of core with all that is below it; a file that stands in no folder counts as a folder. */
function folderOf(file: string): string {
  return file.split("/")[0] ?? file;
}

const core = "src/core";

function importsOfCore(): Import[] {
  const files = readdirSync(core, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  return files.flatMap((file) => {
    const from = file.replaceAll("\\", "/");
    const text = readFileSync(join(core, from), "utf8");
    return [...text.matchAll(/(?:\bfrom |\bimport\(\s*|^import )"(\.[^"]+)"/gm)].map(([, target = ""]) => ({
      from,
      to: relative(core, join(core, dirname(from), target)).replaceAll("\\", "/"),
    }));
  });
}

interface Floors {
  /** Floor by floor: each folder above all that it imports. Those of a circle, and those that stand on it, are on none. */
  readonly floors: readonly (readonly string[])[];
  /** The imports of one circle, empty where there is none. */
  readonly circle: readonly Import[];
}

function floorsOf(imports: readonly Import[]): Floors {
  const below = new Map<string, Map<string, Import>>();
  for (const one of imports) {
    const [folder, other] = [folderOf(one.from), folderOf(one.to)];
    for (const name of [folder, other]) if (!below.has(name)) below.set(name, new Map());
    if (folder !== other && !below.get(folder)?.has(other)) below.get(folder)?.set(other, one);
  }
  const floors: string[][] = [];
  for (;;) {
    const placed = floors.flat();
    const floor = [...below.keys()]
      .filter((folder) => !placed.includes(folder))
      .filter((folder) => [...(below.get(folder)?.keys() ?? [])].every((other) => placed.includes(other)));
    if (floor.length === 0) return { floors, circle: circleIn(below, placed) };
    floors.push(floor.sort());
  }
}

/** Follows imports that are not placed until a folder comes again. */
function circleIn(
  below: ReadonlyMap<string, ReadonlyMap<string, Import>>,
  placed: readonly string[],
): readonly Import[] {
  const path: Import[] = [];
  let folder = [...below.keys()].find((name) => !placed.includes(name));
  while (folder !== undefined) {
    const begun = path.findIndex(({ from }) => folderOf(from) === folder);
    if (begun >= 0) return path.slice(begun);
    const step = [...(below.get(folder) ?? [])].find(([other]) => !placed.includes(other));
    if (step === undefined) break;
    path.push(step[1]);
    [folder] = step;
  }
  return path;
}

describe("the folders of core", () => {
  const { floors, circle } = floorsOf(importsOfCore());

  it(`stand on each other, from the ground: ${floors.map((floor) => floor.join(" ")).join(" | ")}`, () => {
    assert.deepEqual(
      circle.map(({ from, to }) => `${from} imports ${to}`),
      [],
      "a circle of folders: move what one of these imports to a folder below both",
    );
    const floorOf = (folder: string): number => floors.findIndex((floor) => floor.includes(folder));
    assert.ok(floorOf("text") === 0 && floorOf("document") < floorOf("rules"), "imports are seen");
  });

  it("are refused where a folder comes to itself again, over others and by types alone", () => {
    const { floors: placed, circle: found } = floorsOf([
      { from: "text/lines.ts", to: "text/range.ts" },
      { from: "document/header.ts", to: "text/lines.ts" },
      { from: "document/header.ts", to: "config/people.ts" },
      { from: "config/people.ts", to: "words/listed.ts" },
      { from: "words/listed.ts", to: "document/model.ts" },
      { from: "rules/all.ts", to: "document/model.ts" },
    ]);
    assert.deepEqual(placed, [["text"]]);
    assert.deepEqual(
      new Set(found.map(({ from }) => from)),
      new Set(["document/header.ts", "config/people.ts", "words/listed.ts"]),
    );
  });
});
