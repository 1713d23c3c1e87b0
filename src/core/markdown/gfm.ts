import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm as gfmSyntax } from "micromark-extension-gfm";
import type { Data, Plugin } from "unified";

type Syntax = NonNullable<Data["micromarkExtensions"]>[number];
type Constructs = NonNullable<Syntax["text"]>;

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

/** The parts of GFM that a text has a sign of, as a sum: a bit for each. */
export function gfmIn(text: string): number {
  let found = 0;
  for (const [index, { sign }] of parts.entries()) if (sign.test(text)) found |= 1 << index;
  return found;
}

/**
 * What remark-gfm reads, without what it writes, and without what it does to the tree afterwards: looking for addresses in
 * brackets too, it makes nodes without positions of the words around them.
 */
export const gfm: Plugin = function () {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(gfmSyntax());
  (data.fromMarkdownExtensions ??= []).push(
    gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
  );
};

/** {@link gfm} with those of its parts that are named in a sum that {@link gfmIn} gave. */
export const someGfm: Plugin<[found: number]> = function (found) {
  gfm.call(this);
  const names = new Set(parts.flatMap(({ constructs }, index) => ((found >> index) & 1 ? constructs : [])));
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((syntax) => only(syntax, names));
};

/** An extension of micromark with the constructs of these names. */
function only(syntax: Syntax, names: ReadonlySet<string | undefined>): Syntax {
  const { document = {}, flow = {}, text = {}, insideSpan, attentionMarkers } = syntax;
  const known = (records: Constructs): Constructs =>
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
