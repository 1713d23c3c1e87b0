/** What people saw in documents: `gold.tsv` beside `files/`, one label a line. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {object} Label
 * @property {string} file
 * @property {number} line from 1
 * @property {string} kind `REQ`, `NOTREQ`, `WHY`, `EDGE`, `CONSTRAINT`, `ACCEPT`, `GAP`, `LANG`
 * @property {string} detail what it is about; `… block to N` stands for each line up to N
 *
 * @typedef {{ name: string, labels: readonly Label[] }} Labelled
 */

/**
 * The documents of a folder that have labels, by name.
 * @param {string} folder
 * @returns {Labelled[]}
 * @throws when there are none: an empty run must not look like a success
 */
export function readLabelled(folder) {
  const labels = labelsIn(readFileSync(join(folder, "gold.tsv"), "utf8"));
  const found = readdirSync(join(folder, "files"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => ({ name, labels: labels.filter(({ file }) => file === name) }))
    .filter((one) => one.labels.length > 0);
  if (found.length === 0) throw new Error(`There are no labelled documents in ${folder}.`);
  return found;
}

/**
 * @param {string} text
 * @returns {Label[]}
 */
export function labelsIn(text) {
  return text
    .split("\n")
    .filter((row) => row !== "")
    .map((row) => {
      const [file = "", line = "", kind = "", detail = ""] = row.split("\t");
      return { file, line: Number(line), kind, detail };
    });
}

/**
 * All lines that a label stands for.
 * @param {Pick<Label, "line" | "detail">} label
 * @returns {number[]}
 */
export function linesOf({ line, detail }) {
  const last = Number(/block to (\d+)/.exec(detail)?.[1] ?? line);
  return Array.from({ length: last - line + 1 }, (_, index) => line + index);
}
