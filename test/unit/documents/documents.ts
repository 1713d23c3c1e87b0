import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const generated = ["docs/rules", "docs/example/prds", "docs/example/cycles", "docs/example/retros"];

/** Every page that a person wrote, by its path. */
export const pages: ReadonlyMap<string, string> = new Map(
  ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "ARCHITECTURE.md", ...filesIn("docs")]
    .filter((path) => path.endsWith(".md") && !generated.some((folder) => path.startsWith(`${folder}/`)))
    .map((path) => [path, readFileSync(path, "utf8")]),
);

export function page(path: string): string {
  const text = pages.get(path);
  if (text === undefined) throw new Error(`There is no page ${path}.`);
  return text;
}

/** Every file of a folder and below, with slashes. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/(?:^|[\\/])node_modules(?:[\\/]|$)/.test(entry.parentPath))
    .map(({ parentPath, name }) => join(parentPath, name).replaceAll("\\", "/"));
}

/** The rows of all tables of a page whose first heading is this one, without that row, as cells. */
export function rowsOf(text: string, heading: string): string[][] {
  return text
    .split(/\n\n/)
    .map((block) => block.split("\n").map(cellsOf))
    .filter(([head]) => head?.[0] === heading)
    .flatMap((rows) => rows.slice(2));
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\||\|\s*$/g, "")
    .split("|")
    .map((cell) => cell.trim());
}
