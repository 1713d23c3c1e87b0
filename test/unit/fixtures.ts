import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the fixtures are; tests run in the project's folder. */
export const fixtureFolder = join("test", "fixtures");

/** Name and text of every PRD among the fixtures, byte order marks removed as every reader of files does. */
export function fixtureTexts(): [string, string][] {
  const folder = join(fixtureFolder, "prds");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => [name, readFileSync(join(folder, name), "utf8").replace(/^\uFEFF/, "")]);
}

/** Name and text of every PRD of the example workspace. */
export function exampleWorkspaceTexts(): [string, string][] {
  const folder = join("docs", "example", "prds");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => [name, readFileSync(join(folder, name), "utf8")]);
}
