import { commands, StatusBarAlignment, Uri, window, workspace } from "vscode";
import type { Disposable, StatusBarItem } from "vscode";
import { idKey } from "../../../core/recognise/ids.ts";
import { followRound, newRound, reviewFor, roundAt, roundWith } from "../../../core/review/round.ts";
import type { ReviewItem, Round } from "../../../core/review/round.ts";
import { idList } from "../../../core/document/id-list.ts";
import type { OpenPrd } from "../../services/open-prds.ts";
import type { Services } from "../../services/services.ts";
import { addConstraint, addEdgeCase, askQuestion, nothingLimits } from "./additions.ts";
import type { Changes } from "./changes.ts";
import { carry, sign } from "./sign.ts";
import { createSpotlight } from "./spotlight.ts";
import type { Spotlight } from "./spotlight.ts";
import { comparable, pickAct, pickEnd } from "./step.ts";
import type { Act } from "./step.ts";
import { prdFor, requirementOf, reviewerHere } from "./target.ts";

/** The round of one person through one PRD. */
interface Walk {
  readonly uri: Uri;
  readonly who: string;
  round: Round;
  /** Ids that were signed on it. */
  readonly signed: string[];
}

/** What a round needs. */
interface Parts {
  readonly services: Services;
  readonly changes: Changes;
  readonly spotlight: Spotlight;
}

/** *Start review*: leads through the requirements. Escape leaves at any time; the command goes on where it was. */
export function createWalks(
  services: Services,
  changes: Changes,
): Disposable & { start(uri: unknown, id: unknown): Promise<void> } {
  const spotlight = createSpotlight();
  const item = window.createStatusBarItem("seamwork.review", StatusBarAlignment.Left, 89);
  item.name = "Seamwork: review";
  /** Those that are not at their end, by document. */
  const walks = new Map<string, Walk>();
  let running: Walk | undefined;
  /** Counts the starts: a new one takes the list of an earlier one away. */
  let turn = 0;

  async function start(uri: unknown, id: unknown): Promise<void> {
    const prd = await prdFor(services, uri);
    // The file of a walk that was left may be gone.
    if (prd === undefined && uri instanceof Uri && walks.delete(uri.toString())) showLeft();
    const who = prd && (await reviewerHere(services, prd));
    if (prd === undefined || who === undefined) return;
    const items = itemsOf(prd, who);
    if (items.length === 0) {
      void window.showInformationMessage(
        "This PRD has no requirement yet. Add one, such as `### R1 · …`, under Requirements.",
      );
      return;
    }
    const key = prd.document.uri.toString();
    const before = walks.get(key);
    const walk: Walk =
      before?.who === who ? before : { uri: prd.document.uri, who, round: newRound(items), signed: [] };
    walk.round = followRound(walk.round, items);
    const named = typeof id === "string" ? requirementOf(prd.model(), id) : undefined;
    if (named !== undefined) walk.round = roundAt(walk.round, named.id);
    walks.set(key, walk);
    running = walk;
    showLeft();
    const mine = ++turn;
    const isCurrent = (): boolean => turn === mine;
    try {
      const done = await go({ services, changes, spotlight }, walk, isCurrent);
      if (done && isCurrent()) walks.delete(key);
    } finally {
      if (isCurrent()) {
        running = undefined;
        spotlight.hide();
        showLeft();
      }
    }
  }

  /** The way back to what was left, in the status bar. */
  function showLeft(): void {
    showIn(
      item,
      [...walks.values()].findLast((one) => one !== running),
    );
  }

  /** A PRD that was deleted takes the round through it along. */
  const gone = services.library.onDidChange(() => {
    if (walks.size === 0) return;
    const there = new Set(services.library.entries().map(({ uri }) => uri.toString()));
    for (const [key, walk] of walks)
      if (walk !== running && !there.has(key) && services.library.placeOf(walk.uri) !== undefined)
        walks.delete(key);
    showLeft();
  });

  return {
    start,
    dispose() {
      gone.dispose();
      spotlight.dispose();
      item.dispose();
    },
  };
}

/** @returns false when the person left before the end */
async function go(
  { services, changes, spotlight }: Parts,
  walk: Walk,
  isCurrent: () => boolean,
): Promise<boolean> {
  /** The requirement whose changes are on the screen. */
  let shown: string | undefined;
  while (isCurrent()) {
    const prd = await services.openPrds.find(await workspace.openTextDocument(walk.uri));
    if (prd === undefined) return true;
    const items = itemsOf(prd, walk.who);
    walk.round = followRound(walk.round, items);
    const id = walk.round.ids[walk.round.at];
    const one = items.find(({ requirement }) => requirement.id === id);
    if (id === undefined || one === undefined) {
      const ended = await end(spotlight, walk, items);
      if (ended !== undefined) return ended;
      continue;
    }
    if (shown !== id) {
      shown = undefined;
      await spotlight.show(prd.document, one.requirement);
    }
    const act = await pickAct({
      model: prd.model(),
      round: walk.round,
      item: one,
      who: walk.who,
      today: services.clock.today(),
      shown: shown === id,
    });
    if (act === undefined) return false;
    if (act === "show") {
      const signature = comparable(one);
      if (signature !== undefined && (await changes.show(prd, signature, true))) shown = id;
    } else await perform(services, act, walk, prd, id);
  }
  return false;
}

async function perform(
  services: Services,
  act: Exclude<Act, "show">,
  walk: Walk,
  prd: OpenPrd,
  id: string,
): Promise<void> {
  const { who } = walk;
  const at = { prd, id, who, today: services.clock.today() };
  const move = (by: number): void => {
    const { ids, at: now } = walk.round;
    walk.round = { ids, at: Math.max(0, now + by) };
  };
  switch (act) {
    case "constraint":
      return void (await addConstraint(at));
    case "edge-case":
      return void (await addEdgeCase(at));
    case "question":
      return void (await askQuestion(at));
    case "nothing":
      return void (await nothingLimits(at));
    case "sign":
    case "carry":
      if (await (act === "sign" ? sign(services, prd, [id], who) : carry(services, prd, id, who))) {
        if (!walk.signed.includes(id)) walk.signed.push(id);
        move(1);
      }
      return;
    case "skip":
      return move(1);
    case "back":
      return move(-1);
  }
}

/** @returns whether the walk is over; undefined when it goes on */
async function end(
  spotlight: Spotlight,
  walk: Walk,
  items: readonly ReviewItem[],
): Promise<boolean | undefined> {
  spotlight.hide();
  const ids = (wanted: boolean): string[] =>
    items.filter((one) => one.wanted === wanted).map(({ requirement }) => requirement.id);
  const met = new Set(walk.round.ids.map(idKey));
  const wanted = ids(true);
  const rest = ids(false).filter((id) => !met.has(idKey(id)));
  const inOrder = items
    .map(({ requirement }) => requirement.id)
    .filter((id) => walk.signed.some((one) => idKey(one) === idKey(id)));
  const choice = await pickEnd(inOrder.length === 0 ? "" : idList(inOrder), wanted, rest, idList);
  if (choice === undefined) return wanted.length === 0;
  if (choice === "done") return true;
  if (choice === "back") walk.round = { ids: walk.round.ids, at: Math.max(0, walk.round.ids.length - 1) };
  else walk.round = roundWith(walk.round, choice === "again" ? wanted : rest);
  return undefined;
}

function itemsOf(prd: OpenPrd, who: string): ReviewItem[] {
  return reviewFor(prd.model(), prd.team.config, who);
}

/** The way back to what was left. */
function showIn(item: StatusBarItem, walk: Walk | undefined): void {
  void commands.executeCommand("setContext", "seamwork.reviewing", walk !== undefined);
  if (walk === undefined) {
    item.hide();
    return;
  }
  const { ids, at } = walk.round;
  const where = `${Math.min(at + 1, ids.length)} of ${ids.length}`;
  item.text = `$(checklist) Continue review (${where})`;
  item.tooltip = `Go on at ${ids[at] ?? "the end"}. Nothing is lost: what you signed and added is in the document.`;
  item.accessibilityInformation = { label: `Continue review, ${where}`, role: "button" };
  item.command = { title: "Go on", command: "seamwork.startReview", arguments: [walk.uri] };
  item.show();
}
