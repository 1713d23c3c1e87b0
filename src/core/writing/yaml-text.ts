import { stringify } from "yaml";

/** A text as a YAML value on one line, in quotes only where YAML needs them. */
export function yamlText(text: string): string {
  return stringify(text, { lineWidth: 0 }).replace(/\r?\n$/, "");
}
