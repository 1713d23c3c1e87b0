import type { Inline } from "../../markdown/inline.ts";
import type { Dialect, Opening, Saying, Standing } from "../dialect.ts";
import { gherkin } from "./gherkin.ts";
import { kiro } from "./kiro.ts";
import { native } from "./native.ts";
import { numbered } from "./numbered.ts";
import { openspec } from "./openspec.ts";
import { plain } from "./plain.ts";
import { stories } from "./stories.ts";
import { tables } from "./tables.ts";

/** All styles, the most explicit markers first: who is first, is believed. */
export const dialects: readonly Dialect[] = [
  native,
  numbered,
  kiro,
  openspec,
  gherkin,
  stories,
  tables,
  plain,
];

/** All headings are asked on each keystroke. By heading, apart for those below *Requirements*: nothing else of a standing counts. */
const openings = {
  within: new WeakMap<Inline, Opening | "none">(),
  outside: new WeakMap<Inline, Opening | "none">(),
};

/** The requirement that a heading opens by what it says itself. */
export function openingOfHeading(inline: Inline, standing: Standing): Opening | undefined {
  const known = standing.within === "Requirements" ? openings.within : openings.outside;
  let opening = known.get(inline);
  if (opening === undefined) known.set(inline, (opening = readOpening(inline, standing) ?? "none"));
  return opening === "none" ? undefined : opening;
}

function readOpening(inline: Inline, standing: Standing): Opening | undefined {
  for (const { heading } of dialects) {
    const opening = heading?.(inline, standing);
    if (opening !== undefined) return opening;
  }
  return undefined;
}

/** The requirement that an item or paragraph opens. @param explicit whether only an id or a story counts */
export function openingOfItem(inline: Inline, standing: Standing, explicit = false): Opening | undefined {
  for (const dialect of dialects) {
    if (explicit && dialect === plain) continue;
    const opening = dialect.item?.(inline, standing);
    if (opening !== undefined) return opening;
  }
  return undefined;
}

const sayings = new WeakMap<Inline, Saying>();
const nothing: Saying = [];

/** The facets that an item or paragraph without a label speaks of. */
export function sayingOf(inline: Inline): Saying {
  let saying = sayings.get(inline);
  if (saying === undefined) {
    saying = nothing;
    for (const { says } of dialects) {
      const said = says?.(inline);
      if (said === undefined) continue;
      saying = said;
      break;
    }
    sayings.set(inline, saying);
  }
  return saying;
}
