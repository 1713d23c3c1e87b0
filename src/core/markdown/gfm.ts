import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { Extension as Tree } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/*
 * What remark-parse and remark-gfm are made of, without the processor around them, which is for plugins and files.
 */

type Syntax = ReturnType<typeof gfm>;

export interface Parser {
  readonly parse: (text: string) => Root;
}

const links = ["wwwAutolink", "protocolAutolink", "emailAutolink"];

/**
 * What GFM adds: the names of micromark's constructs, and what a text holds where they can matter. micromark tries each
 * wherever it may begin, bare links at every word, so a text is parsed in half the time without those it does not need.
 */
const parts: readonly { readonly sign: RegExp; readonly constructs: readonly string[] }[] = [
  { sign: /\||:-|-:/, constructs: ["table"] },
  { sign: /~/, constructs: ["strikethrough"] },
  { sign: /www\\?\.|:\\?\/\\?\/|@[-\w]+\\?\.[-\w]|&[#A-Za-z]/i, constructs: links },
  {
    sign: /\[\^/,
    constructs: ["gfmFootnoteDefinition", "gfmFootnoteCall", "gfmPotentialFootnoteCall"],
  },
  { sign: /\[[ \t\r\nx]\]/i, constructs: ["tasklistCheck"] },
];

const syntax = gfm();
const tree = gfmFromMarkdown();
/** By the parts they know, a bit for each. */
const parsers = new Map<number, Parser>();

/** A parser that reads this text as one that knows all of GFM would. */
export function parserFor(text: string): Parser {
  let needed = 0;
  for (const [index, { sign }] of parts.entries()) if (sign.test(text)) needed |= 1 << index;
  let parser = parsers.get(needed);
  if (parser === undefined) parsers.set(needed, (parser = parserOf(needed)));
  return parser;
}

function parserOf(needed: number): Parser {
  const names = new Set(
    parts.flatMap(({ constructs }, index) => ((needed & (1 << index)) === 0 ? [] : constructs)),
  );
  if (needed === 0) return { parse: (text) => fromMarkdown(text) };
  const extensions = [only(syntax, names)];
  const mdastExtensions = names.has("emailAutolink") ? tree : tree.map(untransformed);
  return { parse: (text) => fromMarkdown(text, { extensions, mdastExtensions }) };
}

/** The transform of GFM looks for bare links in all text. */
function untransformed(tree: Tree): Tree {
  return { ...tree, transforms: [] };
}

/** An extension of micromark with the constructs of these names. */
function only(syntax: Syntax, names: ReadonlySet<string | undefined>): Syntax {
  const { document = {}, flow = {}, text = {}, insideSpan, attentionMarkers } = syntax;
  const known = (records: typeof text): typeof text =>
    Object.fromEntries(
      Object.entries(records)
        .map(
          ([unit, constructs]) =>
            [unit, [constructs ?? []].flat().filter(({ name }) => names.has(name))] as const,
        )
        .filter(([, constructs]) => constructs.length > 0),
    );
  return {
    document: known(document),
    flow: known(flow),
    text: known(text),
    ...(names.has("strikethrough") ? { insideSpan, attentionMarkers } : {}),
  };
}
