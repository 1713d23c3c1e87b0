import type { Config } from "../../core/config/config.ts";
import type { Answer } from "../../core/document/answers.ts";
import type { Annotation, Disagreement, PrdDocument, SignOff } from "../../core/document/model.ts";
import {
  assumptionState,
  constraintState,
  disagreementState,
  questionState,
} from "../../core/document/state.ts";
import { coverageOf, isFresh } from "../../core/review/signatures.ts";
import { partWords } from "../../core/review/reviewers.ts";
import { daysBetween } from "../../core/text/days.ts";
import { lineIndex } from "../../core/text/lines.ts";

import type { Standing } from "./html.ts";
import { waited } from "../../core/words/days.ts";
import {
  assumptionWords,
  constraintWords,
  disagreementWords,
  questionWords,
} from "../../core/words/standing.ts";

/** What the preview adds to one block. Patterns look at the block's visible text, in which code counts as text. */
export interface Mark {
  /** The first words of the block: an id, or "Signed off". */
  readonly name: string;
  /** What stands directly behind them and says who and when; its first group is what is shown. */
  readonly head: RegExp | undefined;
  readonly standing: Standing | undefined;
  /** The beginnings of its answers, in order. */
  readonly answers: readonly RegExp[];
  /** As the text has it. */
  readonly fingerprint: string | undefined;
  /** Where links lead to; undefined for what has no id. */
  readonly anchor: string | undefined;
}

/** The marks of a document by the line on which their block begins, from 0. */
export function marksOf(document: PrdDocument, config: Config, today: string): ReadonlyMap<number, Mark> {
  const lines = lineIndex(document.text);
  const marks = new Map<number, Mark>();
  const add = (offset: number, mark: Mark): void => void marks.set(lines.positionAt(offset).line, mark);
  const annotation = (one: Annotation, head: RegExp | undefined, standing: Standing | undefined): void => {
    const answers = one.answers.flatMap(beginning);
    const { id } = one;
    add(one.idRange.start, {
      name: id,
      head,
      standing,
      answers,
      fingerprint: undefined,
      anchor: anchorOf(id),
    });
  };
  const since = (day: string | undefined): string => {
    const days = day === undefined ? undefined : daysBetween(day, today);
    return days === undefined || days < 1 ? "" : ` ${waited(days)}`;
  };

  for (const one of document.edgeCases) {
    const open = { looks: "untested", words: "what should happen?" } as const;
    annotation(one, undefined, one.outcome === undefined ? open : undefined);
  }
  for (const one of document.constraints) {
    const { state, since: day, disputed } = constraintState(one, document);
    const { words } = constraintWords(state, disputed);
    const standing: Standing =
      state === "settled" ? settled(words) : { looks: "waiting", words: words + since(day) };
    annotation(one, one.head && brackets, standing);
  }
  for (const one of document.questions) {
    const { state, disputed } = questionState(one, document);
    const { words } = questionWords(state, disputed);
    const due = one.head?.date;
    const late = state === "open" && due !== undefined && due < today ? `, was due ${due}` : "";
    const standing: Standing =
      state === "settled" ? settled(words) : { looks: "waiting", words: words + late };
    annotation(one, one.head && brackets, standing);
  }
  for (const one of document.assumptions) {
    const { state, ids } = assumptionState(one);
    const { words } = assumptionWords(state);
    const answer = ids.length === 0 ? "" : `, see ${ids.join(", ")}`;
    const standing: Standing =
      state === "untested"
        ? { looks: "untested", words }
        : state === "held"
          ? settled(words)
          : { looks: "broke", words: words + answer };
    annotation(one, undefined, standing);
  }
  for (const one of document.disagreements) {
    const { state, since: day, tier } = disagreementState(one);
    const { words } = disagreementWords(state, tier);
    const standing: Standing =
      state === "settled" ? settled(words) : { looks: "waiting", words: words + since(day) };
    annotation(one, tierAndPeople(one), standing);
  }
  const standings = standingsOfSignOffs(document, config);
  for (const one of document.signOffs) {
    const { fingerprint } = one;
    const standing = standings.get(one) ?? { looks: "untested", words: "counts for nothing here" };
    const name = "Signed off";
    add(one.start, { name, head: untilCode, standing, answers: [], fingerprint, anchor: undefined });
  }
  return marks;
}

/** Where a link to an annotation leads in the preview. */
export function anchorOf(id: string): string {
  return `seamwork-${id}`;
}

function settled(words: string): Standing {
  return { looks: "settled", words };
}

const separators = String.raw`[\s:：·|–—.-]*`;
const brackets = new RegExp(String.raw`^${separators}\(([^)]*)\)\s*[:：]?`);
/** Up to the fingerprint, which is code and begins with the part that every requirement has. */
const untilCode = /^[\s:：]*([^\n]*?)\s*(?=\b(?:2:)?s[0-9a-f]{8}\b|$)/i;

function tierAndPeople({ tier, date }: Disagreement): RegExp | undefined {
  if (tier === undefined) return undefined;
  const end = date === undefined ? String.raw`tier\s+\d` : String.raw`tier\s[^\n]{1,200}?${date}`;
  return new RegExp(String.raw`^${separators}(${end})\s*[:：]?`, "i");
}

/** Verb, people and day of an answer, and how a test came out. */
function beginning({ verb, date, ids }: Answer): RegExp[] {
  if (verb === "See")
    return ids.length === 0 ? [] : [new RegExp(String.raw`See\s+${ids.map(literal).join(String.raw`\W+`)}`)];
  if (date === undefined) return [];
  const outcome = verb === "Tested" ? String.raw`(?:\s*[:,.]?\s*(?:held|broke)\b)?` : "";
  return [new RegExp(String.raw`${verb}\s[\s\S]{0,200}?${date}${outcome}`, "i")];
}

function literal(id: string): string {
  return id.replaceAll(".", String.raw`\.`);
}

function standingsOfSignOffs(document: PrdDocument, config: Config): Map<SignOff, Standing> {
  const found = new Map<SignOff, Standing>();
  for (const { signatures } of coverageOf(document, config)) {
    for (const signature of signatures) {
      const { changed, signOff } = signature;
      found.set(
        signOff,
        isFresh(signature)
          ? settled("nothing changed since")
          : changed === undefined
            ? { looks: "stale", words: "does not say what it covered" }
            : {
                looks: "stale",
                words: `changed since: ${changed.map((part) => partWords[part]).join(", ")}`,
              },
      );
    }
  }
  return found;
}
