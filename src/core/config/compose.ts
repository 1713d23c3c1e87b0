import { Composer, Parser } from "yaml";
import type { CST, Document, YAMLError } from "yaml";

/** Levels of lists and maps that are read; team data has four. */
export const maxDepth = 32;

/** A text as YAML sees it. */
export interface Composed {
  /** Undefined where lists and maps are nested too deeply for one. */
  readonly document: Document.Parsed | undefined;
  readonly errors: readonly YAMLError[];
  /** Where the second document begins, if there is one. */
  readonly second: number | undefined;
  /** Where lists and maps are nested too deeply; errors are then those before this offset. */
  readonly deep: number | undefined;
}

/**
 * Parses YAML without recursion on deep input: the package's parser keeps a stack of its own, while its composer calls
 * itself for each level, so it only gets what is not too deep.
 */
export function compose(text: string): Composed {
  const tokens = [...new Parser().parse(text)];
  const deep = deepAt(tokens);
  if (deep !== undefined) {
    // A mistake can look like depth: `a: b: c` on a hundred lines nests a hundred times. So look for it above.
    const head = text.slice(0, deep);
    const { errors } = compose(head);
    return {
      document: undefined,
      errors: errors.filter(({ pos }) => pos[0] < deep),
      second: undefined,
      deep,
    };
  }
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, logLevel: "error" });
  const [document, second] = [...composer.compose(tokens, true, text.length)] as Document.Parsed[];
  return { document, errors: document?.errors ?? [], second: second?.range[0], deep };
}

/** The first offset at which a list or map is nested more than {@link maxDepth} deep. */
function deepAt(tokens: readonly CST.Token[]): number | undefined {
  let first: number | undefined;
  const open: { readonly token: CST.Token; readonly depth: number }[] = tokens.map((token) => ({
    token,
    depth: 0,
  }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > maxDepth) {
      first = Math.min(token.offset, first ?? token.offset);
    } else if (token.type === "document") {
      if (token.value) open.push({ token: token.value, depth });
    } else if ("items" in token) {
      for (const { key, value } of token.items) {
        if (key) open.push({ token: key, depth: depth + 1 });
        if (value) open.push({ token: value, depth: depth + 1 });
      }
    }
  }
  return first;
}
