import { datePattern, handlesIn } from "../document/answers.ts";
import type { PrdDocument } from "../document/model.ts";
import { normalizeHandle } from "../config/people.ts";
import type { Range } from "../text/range.ts";
import { cycleOf } from "./cycle.ts";
import { changesText, splitText } from "./split.ts";

/**
 * What a line says that one person did or agreed to, so that nobody else may write it: a sign-off, a *None seen*, an *Agreed*
 * and a person's part in a renegotiation.
 */
export interface PersonalLine extends Range {
  /** With its `@`, as it is written. */
  readonly who: string;
  /** What it is, behind whose it is: `sign-off of R1`. */
  readonly what: string;
  /** What it means, however it is laid out: two versions of a document hold the same line where they share one of these. */
  readonly keys: readonly string[];
  /** The same without the person and the day: what a commit that is ignored may have changed. */
  readonly core: string;
}

/** The personal lines of a document of any kind, in document order; those of one line that names several stand together. */
export function personalLines(document: PrdDocument): PersonalLine[] {
  return [...signOffs(document), ...noneSeen(document), ...agreements(document)].sort(
    (a, b) => a.start - b.start,
  );
}

function signOffs(document: PrdDocument): PersonalLine[] {
  return document.signOffs.flatMap(({ start, end, requirement, who, date, carried, fingerprint }) => {
    if (who === undefined || requirement === undefined) return [];
    // What was signed is what the fingerprint says: a requirement that gets another id is the same one.
    const signed = fingerprint === undefined ? `of ${folded(requirement)}` : folded(fingerprint);
    const core = `signed ${signed}`;
    const keys = [[core, personKey(who), date, carried].join(" ")];
    return [{ start, end, who, what: `sign-off of ${requirement}`, keys, core }];
  });
}

const day = new RegExp(datePattern);

function noneSeen(document: PrdDocument): PersonalLine[] {
  return document.requirements.flatMap(({ id, title, facets }) =>
    Object.values(facets).flatMap((facet) => {
      if (facet.none !== "seen") return [];
      const { name, start, end, text } = facet;
      const date = day.exec(text)?.[0];
      return handlesIn(text).map((who): PersonalLine => {
        const key = (about: string): string =>
          [name, "none seen", folded(about), personKey(who), date].join(" ");
        const what = `\`None seen\` on ${id}`;
        const core = `${name} none seen ${folded(id)}`;
        return { start, end, who, what, keys: [key(`of ${id}`), key(`titled ${title}`)], core };
      });
    }),
  );
}

function agreements(document: PrdDocument): PersonalLine[] {
  const cycle = cycleOf(document);
  if (cycle === undefined) return [];
  const agreed = cycle.agreements.flatMap(({ start, end, who, date, split }): PersonalLine[] => {
    if (who === undefined) return [];
    const core = `agreed ${split === undefined ? "" : splitText(split)}`;
    return [
      { start, end, who, what: "agreement to the split", keys: [`${core} ${personKey(who)} ${date}`], core },
    ];
  });
  const renegotiated = cycle.renegotiations.flatMap(({ start, end, id, who, date, changes, reason }) => {
    const core = `renegotiated ${changesText(changes)} ${folded(reason)}`;
    return who.map((one): PersonalLine => {
      const keys = [`${core} ${personKey(one)} ${date}`];
      return { start, end, who: one, what: `part in ${id}`, keys, core };
    });
  });
  return [...agreed, ...renegotiated];
}

function personKey(handle: string): string {
  return normalizeHandle(handle).toLowerCase();
}

/** Line ends and indentation are no words. */
function folded(text: string): string {
  return text.trim().replace(/\s+/g, " ").toLowerCase();
}
