import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Data } from "unified";

type Syntax = NonNullable<Data["micromarkExtensions"]>[number];
type Tree = Exclude<NonNullable<Data["fromMarkdownExtensions"]>[number], readonly unknown[]>;

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

const gfm = unified().use(remarkGfm).freeze().data();
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
  const parser = unified().use(remarkParse);
  if (needed === 0) return parser.freeze();
  const syntax = gfm.micromarkExtensions?.map((one) => only(one, names));
  const tree = gfm.fromMarkdownExtensions?.flat() ?? [];
  return parser
    .data("micromarkExtensions", syntax)
    .data("fromMarkdownExtensions", names.has("emailAutolink") ? tree : tree.map(untransformed))
    .freeze();
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
