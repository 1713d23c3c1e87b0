import type { Config } from "../config/config.ts";
import { parseDocument } from "../document/document.ts";
import { idKey } from "../recognise/ids.ts";
import type { PrdDocument, Requirement, SignOff } from "../document/model.ts";
import { changedSince, readFingerprint } from "./fingerprint.ts";

/** A text in which a requirement says what somebody signed, and the requirement there. */
export interface SignedText {
  readonly document: PrdDocument;
  readonly requirement: Requirement;
}

/**
 * Finds, among earlier texts of a PRD, the one that was signed: a sign-off's fingerprint tells, no date does.
 *
 * @param signOff undefined is returned for one that does not say what it covered
 * @returns a function that says whether a text is it; what texts share is parsed once
 */
export function signedTextFinder(
  signOff: SignOff,
  config: Config,
): ((text: string) => SignedText | undefined) | undefined {
  const print = readFingerprint(signOff.fingerprint ?? "");
  const key = idKey(signOff.requirement ?? "");
  if (print === undefined || key === "") return undefined;
  let before: PrdDocument | undefined;
  return (text) => {
    const document = (before = parseDocument(text, config, before));
    const requirement = document.requirements.find(({ id }) => idKey(id) === key);
    if (requirement === undefined) return undefined;
    return changedSince(print, document, requirement, config).length === 0
      ? { document, requirement }
      : undefined;
  };
}
