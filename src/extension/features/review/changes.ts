import { commands, ProgressLocation, Range, window, workspace } from "vscode";
import type { Disposable, QuickPickItem, TextDocumentShowOptions } from "vscode";
import { idKey } from "../../../core/recognise/ids.ts";
import type { FacetName } from "../../../core/format/section-names.ts";
import type { Requirement } from "../../../core/document/model.ts";
import { sameHandle } from "../../../core/config/people.ts";
import { coverageOf } from "../../../core/review/signatures.ts";
import type { Signature } from "../../../core/review/signatures.ts";
import type { Part } from "../../../core/review/facet-text.ts";
import { changedWords } from "../../../core/review/standings.ts";
import { storyLabel } from "../../../core/words/story.ts";
import { registerEarlierTexts } from "../../earlier-texts.ts";
import { rangeOf } from "../../ranges.ts";
import type { OpenPrd } from "../../services/open-prds.ts";
import { baseName } from "../../services/paths.ts";
import type { Services } from "../../services/services.ts";
import { prdFor, requirementHere } from "./target.ts";
import { findSignedText } from "./signed-text.ts";

/** A sign-off under which something changed, and its requirement. */
interface Changed {
  readonly requirement: Requirement;
  readonly signature: Signature;
}

/** Compares what was signed with the text now. */
export interface Changes extends Disposable {
  /** The command: for a lens's requirement and signer, else at the cursor, else what the person picks. */
  command(uri: unknown, id: unknown, who: unknown): Promise<void>;
  /**
   * Opens the comparison, at what changed first.
   *
   * @param keepFocus the person goes on where they are
   * @returns false when the signed text is nowhere, which the person was told
   */
  show(prd: OpenPrd, signature: Signature, keepFocus?: boolean): Promise<boolean>;
}

export function createChanges(services: Services): Changes {
  const texts = registerEarlierTexts("seamwork-signed", "Show Changes Since Sign-Off");

  const show = async (prd: OpenPrd, signature: Signature, keepFocus = false): Promise<boolean> => {
    const { signOff, who } = signature;
    const id = signOff.requirement ?? "";
    const found = await withProgress(`Looking for the text that ${who} signed…`, (stopped) =>
      findSignedText(services, prd, signOff, stopped),
    );
    if (found === "stopped") return false;
    if (found === undefined) {
      const where =
        services.git !== undefined && workspace.isTrusted
          ? "is neither in a live session of this PRD nor in its last commits"
          : "is not in a live session of this PRD, and git's history cannot be read here";
      void window.showInformationMessage(
        `The text of ${id} that ${who} signed ${where}, so there is nothing to compare with.`,
      );
      return false;
    }
    const { document } = prd;
    const name = baseName(document.uri);
    const then = texts.show(name, `${id} ${signature.since ?? ""}`, found.document.text);
    const options: TextDocumentShowOptions = { preserveFocus: keepFocus, selection: placeIn(prd, signature) };
    await commands.executeCommand(
      "vscode.diff",
      then,
      document.uri,
      `${id} as ${who} signed it (${found.from}) ↔ now`,
      options,
    );
    return true;
  };

  const command = async (uri: unknown, id: unknown, who: unknown): Promise<void> => {
    const prd = await prdFor(services, uri);
    const picked = prd && (await pick(prd, id, who, services.clock.today()));
    if (prd !== undefined && picked !== undefined) await show(prd, picked.signature);
  };

  return { command, show, dispose: () => texts.dispose() };
}

async function pick(prd: OpenPrd, id: unknown, who: unknown, today: string): Promise<Changed | undefined> {
  const all = coverageOf(prd.model(), prd.team.config).flatMap(({ requirement, signatures }) =>
    signatures
      .filter(({ changed }) => (changed?.length ?? 0) > 0)
      .map((signature): Changed => ({ requirement, signature })),
  );
  const key = typeof id === "string" ? idKey(id) : undefined;
  const named = all.filter(
    ({ requirement, signature }) =>
      (key === undefined || idKey(requirement.id) === key) &&
      (typeof who !== "string" || sameHandle(signature.who, who)),
  );
  const here = key === undefined ? requirementHere(prd) : undefined;
  const under = named.filter(({ requirement }) => requirement.id === here?.id);
  const some = under.length > 0 ? under : named;
  if (some.length === 0) {
    const signed = prd.model().signOffs.length > 0;
    const what = key === undefined ? "Everything that is signed" : String(id);
    void window.showInformationMessage(
      signed ? `${what} says what was signed: nothing changed.` : "Nobody has signed anything here yet.",
    );
    return undefined;
  }
  if (some.length === 1) return some[0];
  const items = some.map(({ requirement, signature }): QuickPickItem => ({
    label: requirement.id,
    description: storyLabel(requirement.title),
    detail: changedWords(signature, today),
  }));
  const picked = await window.showQuickPick(items, {
    title: "Show the changes since which sign-off?",
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked && some[items.indexOf(picked)];
}

const facets: Readonly<Record<Part, FacetName | undefined>> = {
  s: undefined,
  w: "why",
  e: "edgeCases",
  c: "constraints",
  a: "accept",
};

/** Where the first thing stands that changed, else its requirement. */
function placeIn(prd: OpenPrd, { signOff, who, changed = [] }: Signature): Range {
  const requirement = coverageOf(prd.model(), prd.team.config).find(({ signatures }) =>
    signatures.some((one) => one.who === who && one.signOff.requirement === signOff.requirement),
  )?.requirement;
  if (requirement === undefined) return new Range(0, 0, 0, 0);
  const places = changed.map((part) => {
    const facet = facets[part];
    return (facet === undefined ? undefined : requirement.facets[facet]) ?? requirement.idRange;
  });
  const start = Math.min(...places.map((place) => place.start), requirement.end);
  return rangeOf(prd.document, { start, end: start });
}

/** Longer than this, a search shows that it goes on, in milliseconds. */
const PATIENCE_MS = 1000;

async function withProgress<Found>(
  title: string,
  search: (stopped: () => boolean) => Promise<Found>,
): Promise<Found | "stopped"> {
  let stop = false;
  const searching = search(() => stop);
  const soon = await Promise.race([
    searching.then(() => true),
    new Promise<false>((resolve) => setTimeout(resolve, PATIENCE_MS, false)),
  ]);
  if (soon) return searching;
  return window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (_, token) =>
      Promise.race([
        searching,
        new Promise<"stopped">((resolve) => {
          token.onCancellationRequested(() => {
            stop = true;
            resolve("stopped");
          });
        }),
      ]),
  );
}
