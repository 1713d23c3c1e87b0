import { leadOf } from "../lead.ts";
import { asideLead } from "../facet-lead.ts";
import { signsOf } from "../signs.ts";
import { mark } from "../../markdown/inline.ts";
import type { Inline } from "../../markdown/inline.ts";
import type { Dialect, DialectDocs, Opening } from "../dialect.ts";

/** Sentences without any marker. What makes one of them a requirement is where it stands and how it is said. */
export const plain: Dialect = {
  item(inline, { within }) {
    const { text } = inline;
    if (!isSentence(text) || isLink(inline) || isNamed(inline) || asideLead(inline) !== undefined)
      return undefined;
    if (within !== "Requirements" && !demands(inline)) return undefined;
    return openingOfPlain(inline);
  },
};

/** Where the title of an item stands that has no id: its bold lead, else its beginning. */
function openingOfPlain(inline: Inline): Opening {
  const { bold, boldStart, afterBold } = leadOf(inline);
  if (bold !== undefined && bold.length >= 3 && afterBold > 0 && inline.text.length > afterBold)
    return { id: undefined, idStart: 0, idEnd: 0, title: boldStart, titleEnd: boldStart + bold.length };
  return { id: undefined, idStart: 0, idEnd: 0, title: 0 };
}

/** All of it leads elsewhere: what is said there is not said here. */
function isLink({ text, runs }: Inline): boolean {
  return runs.every(
    ({ at, length, marks }) => (marks & mark.link) !== 0 || isBlank(text.slice(at, at + length)),
  );
}

function isBlank(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}

/** A name that a program uses, then what it means: a field, a value, a setting. */
function isNamed({ text }: Inline): boolean {
  return /^\s*(?:[a-z]+(?:_[a-z\d]+)+|[a-z]+(?:[A-Z][a-z\d]*)+)\s*(?:[:：=]|[–—-]\s)/u.test(text);
}

/** Words, and no question; "…" alone is none. */
function isSentence(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length >= 4 && /\p{L}{2}/u.test(trimmed) && !/[?？]$/.test(trimmed);
}

/** Behind these a modal verb says what somebody knows, wants or has seen, not what is asked for. */
const reported =
  /\b(?:this|these|following)\s+(?:document|section|table|page|list|prd|spec(?:ification)?)\b/i;

/** A sentence with "must", "shall" or "should", or with "can" said of the product or its users. */
export function demands(inline: Inline): boolean {
  if (reported.test(inline.text)) return false;
  const signs = signsOf(inline);
  return signs.some(({ kind, start, end }) => {
    if (kind !== "modal" || said.test(inline.text.slice(start, end))) return false;
    if (!weak.test(inline.text.slice(start, end))) return true;
    return signs.some((actor) => actor.kind === "actor" && actor.end <= start && start - actor.end < 30);
  });
}

/** These say what happens, or might, more often than what is asked for. */
const said = /^(?:may|will|wird|werden|sera|seront|podría|poderia|potrebbe)$/iu;

const weak = /^(?:can|cannot|kann|können|puede|pueden|pode|podem|peut|peuvent|può|kan|kunnen|可以|能)$/iu;

export const docs: DialectDocs = {
  name: "Plain sentences",
  description:
    "List items of a section that holds requirements, and sentences in it that say what must, should or can be done. In a section with an unknown name only such sentences. Its title is the bold lead, else its first 80 characters.",
  examples: [
    {
      title: "Items of a features section",
      markdown: `# Labels

## Core features

- Print a label for each parcel
- **Reprint:** a torn label can be printed again

## Out of scope

- Colour
`,
      sees: { '"Print a label for each parcel"': [], '"Reprint"': [] },
    },
    {
      title: "A sentence in a section with any name",
      markdown: `# Labels

## How clerks work

Clerks must see what waits at the printer, because parcels leave at six.
`,
      sees: { '"Clerks must see what waits at the printer, because parcels leave at six."': ["why"] },
    },
  ],
};
