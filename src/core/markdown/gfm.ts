import { parse, postprocess, preprocess } from "micromark";
import { gfm } from "micromark-extension-gfm";

/*
 * The parser that remark-parse and remark-gfm are made of, without the tree that they make of what it finds.
 */

/** What the parser finds: where each thing begins and ends. */
export type Events = ReturnType<typeof postprocess>;
export type Event = Events[number];
export type Token = Event[1];
/** Where a token stands. */
export type Source = Pick<Event[2], "sliceSerialize">;

type Syntax = ReturnType<typeof gfm>;
type Parser = ReturnType<typeof parse>;

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
/** By the parts they know, a bit for each. */
const parsers = new Map<number, Parser>();

/** What stands in a text, read with as much of GFM as it needs. */
export function eventsOf(text: string): Events {
  const parser = parserFor(text);
  return postprocess(parser.document().write(preprocess()(text, undefined, true)));
}

/** A parser that reads this text as one that knows all of GFM would. */
function parserFor(text: string): Parser {
  let needed = 0;
  for (const [index, { sign }] of parts.entries()) if (sign.test(text)) needed |= 1 << index;
  let parser = parsers.get(needed);
  if (parser === undefined) parsers.set(needed, (parser = parserOf(needed)));
  // What it knows of the text before; micromark would make a new one for each text, from all its constructs.
  parser.defined.length = 0;
  parser.lazy = {};
  parser.gfmFootnotes = [];
  return parser;
}

function parserOf(needed: number): Parser {
  const names = new Set(
    parts.flatMap(({ constructs }, index) => ((needed & (1 << index)) === 0 ? [] : constructs)),
  );
  return parse(needed === 0 ? {} : { extensions: [only(syntax, names)] });
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
