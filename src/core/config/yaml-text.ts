import { isMap, isScalar, parseDocument } from "yaml";
import type { ParsedNode } from "yaml";

/** A text as a YAML value on one line, in quotes only where YAML would read something else. */
export function yamlText(text: string): string {
  return isReadAs(text) ? text : JSON.stringify(text);
}

function isReadAs(text: string): boolean {
  const { contents, errors } = parseDocument(`key: ${text}`, { prettyErrors: false });
  if (errors.length > 0 || !isMap<ParsedNode, ParsedNode | null>(contents)) return false;
  const [pair, more] = contents.items;
  const value = pair?.value;
  return more === undefined && isScalar(value) && value.type === "PLAIN" && value.value === text;
}
