import type { Status } from "../format/status.ts";
import { isAgreedOn, statusOf } from "../format/status.ts";
import { hasConflict } from "../text/conflicts.ts";
import { parseHeader } from "./header.ts";
import type { Header } from "./header.ts";
import type { PrdDocument } from "./model.ts";

/**
 * The status that a header means, also in another word for it or as the one entry of a list.
 *
 * @returns undefined where it says none, none that can be read, or two that differ
 */
export function statusIn({ fields }: Header): Status | undefined {
  const said = new Set(
    fields
      .filter(({ key }) => key === "status")
      .flatMap(({ values, odd }) =>
        odd || values.length === 0 ? [undefined] : values.map(({ text }) => statusOf(text)),
      ),
  );
  const [status] = said;
  return said.size === 1 ? status : undefined;
}

/**
 * The status that a document is checked as where nobody says another one: the one in its header. Where that cannot be
 * read, a document that somebody signed, or moved on, counts as agreed, so that no slip in a header lets pass what the
 * sign-offs would not; and every other one as a draft, which a header that is being typed is.
 *
 * @param before the text as it was, where it is known: what was agreed there does not become a draft by a slip
 */
export function statusMeant(document: PrdDocument, before?: string): Status {
  return statusIn(document.header) ?? (isBinding(document, before) ? "agreed" : "draft");
}

/** Whether people put their name to a document, or to what it was before: a sign-off, a *Moved to*, a status. */
export function isBinding(
  { signOffs, overrides }: Pick<PrdDocument, "signOffs" | "overrides">,
  before = "",
): boolean {
  return signOffs.length > 0 || overrides.length > 0 || wasBinding(before);
}

function wasBinding(text: string): boolean {
  if (text === "") return false;
  return (
    /^\s*(?:[-*+]|\d+[.)])?\s*\*\*(?:signed off|moved to [a-z-]+)\b/im.test(text) ||
    isAgreedOn(statusIn(parseHeader(text)))
  );
}

/** Whether somebody moved a PRD on although something stood in the way, with their name and the reason below it. */
export function isMovedTo(status: Status, { overrides }: Pick<PrdDocument, "overrides">): boolean {
  return overrides.some(({ to, who, reason }) => to === status && who !== undefined && reason !== "");
}

/** Whether a document may be written into: not while it says what two branches said. */
export function isInConflict({ text }: Pick<PrdDocument, "text">): boolean {
  return hasConflict(text);
}
