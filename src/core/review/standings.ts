import { nobodyOf, partWords } from "./reviewers.ts";
import { wantsLook } from "./signatures.ts";
import type { Coverage, Signature } from "./signatures.ts";
import type { Part } from "./facet-text.ts";
import { doneAgo } from "../words/days.ts";
import { capital } from "../words/sentence.ts";
import { listed } from "../words/listed.ts";

/** How a sign-off stands, as a few words above its requirement. */
export interface Standing {
  /** `missing`: nobody of a role has signed. `unclear`: the line does not say what it covered. */
  readonly state: "fresh" | "stale" | "unclear" | "missing";
  readonly words: string;
  /** Undefined where nobody has signed. */
  readonly signature: Signature | undefined;
}

/**
 * Who signed a requirement and whether that still holds, then who has not.
 *
 * @param today `YYYY-MM-DD`
 * @param due whether reviews are asked for at all: those of a draft are not
 */
export function standings(coverage: Coverage, today: string, due: boolean): Standing[] {
  const found: Standing[] = [];
  for (const signature of coverage.signatures) {
    const { who, changed } = signature;
    if (changed?.length === 0) {
      const when = whenSigned(signature, today);
      const words = `Signed by ${who}${when === "" ? "" : `,${when}`}`;
      found.push({ state: "fresh", words, signature });
    } else if (wantsLook(signature, coverage)) {
      found.push(
        changed === undefined
          ? { state: "unclear", words: `${who}'s sign-off does not say what it covered`, signature }
          : { state: "stale", words: changedWords(signature, today), signature },
      );
    }
  }
  for (const { role, state } of due ? coverage.roles : []) {
    if (state !== "missing") continue;
    const nobody = role === "eng" && coverage.signatures.length === 0 ? "Nobody" : nobodyOf(role);
    found.push({ state: "missing", words: `${nobody} has reviewed this yet`, signature: undefined });
  }
  return found;
}

/** `Constraints changed since @mara signed 2 days ago`; nothing changed in a fresh one. */
export function changedWords(signature: Signature, today: string, by: string = signature.who): string {
  return `${partList(signature.changed ?? [])} changed since ${by} signed${whenSigned(signature, today)}`;
}

/** ` 3 days ago`, ` today`; nothing where the line has no day. */
export function whenSigned({ since }: Signature, today: string): string {
  return doneAgo(since, today);
}

/** Parts of a requirement as a sentence begins with them: `Why and constraints`. */
export function partList(changed: readonly Part[]): string {
  return capital(listed(changed.map((part) => partWords[part].toLowerCase())));
}
