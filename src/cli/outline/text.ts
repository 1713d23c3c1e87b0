import { styleText } from "node:util";
import { outlineLines } from "../../core/outline/render.ts";
import type { Fault } from "../fault.ts";
import { printable } from "../printable.ts";
import type { OutlinedFile } from "./json.ts";

/** What was seen, for people. */
export function text(files: readonly OutlinedFile[], faults: readonly Fault[], color: boolean): string {
  if (files.length === 0 && faults.length > 0) return "No file could be shown.\n";
  if (files.length === 0)
    return "No PRDs or candidates here. `seamwork outline FILE` shows any markdown file.\n";
  const style = (format: "underline" | "dim", words: string): string =>
    color ? styleText(format, words) : words;
  return files
    .map(({ path, outline }) => {
      const lines = outlineLines(outline).map(
        ({ depth, words, about }) =>
          `${" ".repeat(1 + 2 * depth)}${[printable(words), about && style("dim", printable(about))].filter(Boolean).join("  ")}`,
      );
      return `${style("underline", printable(path))}\n${lines.join("\n")}\n`;
    })
    .join("\n");
}
