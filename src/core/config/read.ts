import type { YAMLError } from "yaml";
import { compose, maxDepth } from "./compose.ts";
import { cutOut, lineAt, spoiltBy, withoutTabs } from "./cut.ts";
import type { Range } from "../text/range.ts";
import type { Fault } from "./fault.ts";
import { scan } from "./scan.ts";
import { treeOf } from "./tree.ts";
import type { Tree } from "./tree.ts";
import { explain, harmless } from "./yaml-errors.ts";
import { figure } from "../words/count.ts";

/** The longest `seamwork.yaml` that is read, in UTF-16 units: the data of 600 people fits. */
export const maxConfigLength = 65_536;

/** Broken places that are cut out one after the other; behind the last of them nothing is read. */
const maxRounds = 8;
/** UTF-16 units that are parsed in all rounds, so that a long file with many faults takes less than a second. */
const maxWork = 130_000;

/** What {@link readYaml} reads. */
export interface Reading {
  /** Undefined when nothing can be read. */
  readonly tree: Tree | undefined;
  /** In the order in which they were found. */
  readonly faults: readonly Fault[];
  /** What could not be read; that something is missing there says nothing. */
  readonly lost: readonly Range[];
}

/**
 * Reads YAML that may be broken. A broken line is cut out together with the lines that are nested under it, and the
 * rest is read again: YAML itself would lose everything behind an open quote.
 */
export function readYaml(text: string): Reading {
  const unreadable = unreadableFault(text);
  if (unreadable !== undefined) return { tree: undefined, faults: [unreadable], lost: [] };
  const faults: Fault[] = [];
  const lost: Range[] = [];
  const rounds = Math.min(maxRounds, Math.ceil(maxWork / (text.length + 1)));
  let source = text;
  for (let round = 1; round <= rounds + 1; round++) {
    const tokens = scan(source);
    let broken = tokens.broken[0];
    if (broken === undefined) {
      const { document, errors, second, deep } = compose(source);
      const tab = errors.find(hasCode("TAB_AS_INDENT"));
      const spaced = tab === undefined ? source : withoutTabs(source);
      if (tab !== undefined && spaced !== source) {
        const message = "YAML is indented with spaces; replace the tabs at the start of the lines.";
        faults.push({ start: tab.pos[0], end: tab.pos[1], message });
        source = spaced;
        continue;
      }
      const error = errors.find(({ code }) => !harmless.has(code));
      if (error !== undefined) {
        broken = explain(error, source, tokens);
      } else if (deep !== undefined) {
        const message = `Team data has lists and maps at most ${maxDepth} deep; this one is deeper.`;
        broken = { start: deep, end: deep + 1, message };
      } else {
        const notes = {
          reserved: offsets(errors, "BAD_SCALAR_START"),
          misread: offsets(errors, "BLOCK_IN_FLOW"),
          faults,
          lost,
        };
        const tree = treeOf(document?.contents ?? null, source, notes);
        const misread = errors.filter(hasCode("BLOCK_IN_FLOW")).map((one) => explain(one, source, tokens));
        faults.push(...tokens.marks, ...misread, ...secondDocument(second));
        return { tree, faults, lost };
      }
    }
    faults.push(broken);
    const { start } = lineAt(source, broken.start);
    const spoilt = round === rounds ? { start, end: source.length } : spoiltBy(source, broken);
    lost.push(spoilt);
    source = cutOut(source, spoilt);
  }
  return { tree: undefined, faults, lost };
}

/** One fault about the whole file, for what is not a text of people. */
function unreadableFault(text: string): Fault | undefined {
  if (text.length > maxConfigLength) {
    const message = `Team data has at most ${figure(maxConfigLength)} characters; this file has more.`;
    return { start: 0, end: 0, message };
  }
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const control = /[\0-\x08\x0b\x0c\x0e-\x1f]/.exec(text);
  if (control === null) return undefined;
  const { index } = control;
  return {
    start: index,
    end: index + 1,
    message: "Team data is plain text; this file holds a control character.",
  };
}

function secondDocument(start: number | undefined): Fault[] {
  if (start === undefined) return [];
  return [
    {
      start,
      end: start + 3,
      message: "`---` begins a second document and only the first is read; remove it.",
    },
  ];
}

const hasCode =
  (wanted: string) =>
  ({ code }: YAMLError): boolean =>
    code === wanted;

const offsets = (errors: readonly YAMLError[], code: string): ReadonlySet<number> =>
  new Set(errors.filter(hasCode(code)).map(({ pos }) => pos[0]));
