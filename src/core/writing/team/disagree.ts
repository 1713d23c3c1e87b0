import type { Config } from "../../config/config.ts";
import { normalizeHandle } from "../../config/people.ts";
import { headerKind } from "../../document/header.ts";
import { nextId } from "../../recognise/ids.ts";
import type { PrdDocument } from "../../document/model.ts";
import type { FixEdit } from "../../problem.ts";
import { highestStart } from "../../team/tiers.ts";
import { sectionItemEdit } from "../insert.ts";
import type { Said } from "../said.ts";
import { newCycleSectionEdit } from "./cycle-section.ts";
import { listed } from "../../words/listed.ts";
import { oneLine } from "../../words/sentence.ts";

export interface NewDisagreement {
  /** Where it begins; 2 only between people who manage others, see `highestStart`. */
  readonly tier: 1 | 2;
  /** What kind of question it is, such as `trade-off`; brackets and line ends are left out. */
  readonly nature?: string | undefined;
  /** Handles. */
  readonly between: readonly string[];
  /** What it is about, in the person's words. */
  readonly text: string;
}

/**
 * Writes a disagreement down, with the next free id.
 *
 * @param today `YYYY-MM-DD`
 * @returns undefined where it may not begin at this tier, or nobody is named, or nothing is said
 */
export function disagreeEdit(
  document: PrdDocument,
  { tier, nature, between, text }: NewDisagreement,
  config: Config,
  today: string,
): FixEdit | undefined {
  const who = between.map(normalizeHandle);
  const about = oneLine(text);
  if (who.length === 0 || about === "" || tier > highestStart(document, who, config)) return undefined;
  const kind = oneLine(nature ?? "")
    .replace(/[()]/g, "")
    .slice(0, MOST_NATURE);
  const said = disagreementSaid(document, tier, kind, [listed(who)], today, [about]);
  return disagreementItemEdit(document, said);
}

/** Longest kind that is read back, in UTF-16 units. */
const MOST_NATURE = 60;

/** `**D2** tier 1 (trade-off), @lena and @mara, 2026-08-01: …`, with places where a person still has to write. */
export function disagreementSaid(
  { definitions }: PrdDocument,
  tier: number,
  nature: string,
  between: Said,
  today: string,
  about: Said,
): Said {
  const id = nextId(
    "D",
    definitions.map((one) => one.id),
  );
  const kind = nature === "" ? "" : ` (${nature})`;
  return [`**${id}** tier ${tier}${kind}, `, ...between, `, ${today}: `, ...about];
}

/** Adds a disagreement to a document of any kind. */
export function disagreementItemEdit(document: PrdDocument, item: Said): FixEdit {
  const isNew = !document.sections.some(({ name }) => name === "Disagreements");
  return isNew && headerKind(document.header) === "cycle"
    ? newCycleSectionEdit(document, "Disagreements", ["- ", ...item])
    : sectionItemEdit(document, "Disagreements", item);
}
