import type { Uri } from "vscode";
import type { SignOff } from "../../../core/document/model.ts";
import { signedTextFinder } from "../../../core/review/signed-text.ts";
import type { SignedText } from "../../../core/review/signed-text.ts";
import type { OpenPrd } from "../../services/open-prds.ts";
import type { Services } from "../../services/services.ts";

/** An earlier text of a PRD. */
export interface EarlierText {
  readonly text: string;
  /** Where it comes from, for people: `version “R1 signed off by @mara”`, `commit 1a2b3c4`. */
  readonly from: string;
}

/** So far back git is asked, in commits that touch the file. */
const MOST_COMMITS = 200;

/**
 * The text that somebody signed: in a live session the newest of its versions, else the newest commit, in which the
 * requirement says what the sign-off covered.
 *
 * @param stopped is asked between two texts
 */
export async function findSignedText(
  services: Services,
  prd: OpenPrd,
  signOff: SignOff,
  stopped: () => boolean,
): Promise<(SignedText & EarlierText) | undefined> {
  const match = signedTextFinder(signOff, prd.team.config);
  if (match === undefined) return undefined;
  for await (const earlier of earlierTexts(services, prd.document.uri)) {
    if (stopped()) return undefined;
    const found = match(earlier.text);
    if (found !== undefined) return { ...found, ...earlier };
  }
  return undefined;
}

async function* earlierTexts({ live, git }: Services, uri: Uri): AsyncIterable<EarlierText> {
  if (await live.isShared(uri)) {
    const versions = (await live.call("live.earlierTexts", uri)) as AsyncIterable<EarlierText> | undefined;
    if (versions !== undefined) yield* versions;
  }
  if (git === undefined) return;
  for await (const { commit, date, text } of git.texts(uri, MOST_COMMITS))
    yield { text, from: `commit ${commit.slice(0, 7)} of ${date}` };
}
