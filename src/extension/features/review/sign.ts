import { QuickPickItemKind, window } from "vscode";
import type { QuickPickItem, Uri } from "vscode";
import { idKey } from "../../../core/recognise/ids.ts";
import { answersToAskedReviews } from "../../../core/writing/review/review-question.ts";
import { carryEdit, signOffEdits } from "../../../core/writing/review/review-edits.ts";
import { fingerprintOf, writeFingerprint } from "../../../core/review/fingerprint.ts";
import { reviewFor, saidIn, signable } from "../../../core/review/round.ts";
import type { ReviewItem } from "../../../core/review/round.ts";
import { isFresh } from "../../../core/review/signatures.ts";
import type { Signature } from "../../../core/review/signatures.ts";
import { changedWords } from "../../../core/review/standings.ts";
import { idList } from "../../../core/document/id-list.ts";
import { storyLabel } from "../../../core/words/story.ts";
import { writeAnew } from "../../edits.ts";
import type { OpenPrd } from "../../services/open-prds.ts";
import type { Services } from "../../services/services.ts";
import { again, prdFor, requirementHere, requirementOf, reviewerHere } from "./target.ts";

/**
 * Writes sign-offs, each for its requirement as it stands now. In a live session the text is kept as a version then.
 *
 * @returns whether they were written
 */
export async function sign(
  services: Services,
  prd: OpenPrd,
  ids: readonly string[],
  who: string,
): Promise<boolean> {
  const today = services.clock.today();
  const written = await writeAnew(prd.document, () => {
    const model = prd.model();
    const requirements = ids.flatMap((id) => requirementOf(model, id) ?? []);
    const before = reviewFor(model, prd.team.config, who).filter(
      ({ own }) => own !== undefined && isFresh(own),
    );
    const signed = [...before.map(({ requirement }) => requirement.id), ...ids];
    return [
      ...signOffEdits(model, requirements, who, today),
      ...answersToAskedReviews(model, signed, who, today),
    ];
  });
  if (written) void keepVersion(services, prd.document.uri, `${idList(ids)} signed off by ${who}`);
  return written;
}

/** Carries one's own sign-off over a change that is wording only; whoever calls this has asked. */
export async function carry(services: Services, prd: OpenPrd, id: string, who: string): Promise<boolean> {
  const today = services.clock.today();
  const written = await writeAnew(prd.document, () => {
    const item = ownItem(prd, id, who);
    return item?.own?.changed === undefined
      ? []
      : [carryEdit(prd.model(), item.requirement, item.own.signOff, today)];
  });
  if (written) void keepVersion(services, prd.document.uri, `${id} carried by ${who}, wording only`);
  return written;
}

/** In a live session: the server keeps the text that was signed, so that it can be shown when something has changed. */
async function keepVersion({ live }: Services, uri: Uri, name: string): Promise<void> {
  if (await live.isShared(uri)) await live.call("live.keepVersion", uri, name);
}

/** *Sign off*: what a lens or an action names, else what the person picks; several at once are one change. */
export async function signOffCommand(services: Services, uri: unknown, named: unknown): Promise<void> {
  const found = await prdFor(services, uri);
  const who = found && (await reviewerHere(services, found));
  if (found === undefined || who === undefined) return;
  const prd = await again(services, found);
  const ids = namedIds(named) ?? (await pickToSign(services, prd, who));
  if (ids !== undefined && ids.length > 0) await sign(services, prd, ids, who);
}

function namedIds(named: unknown): string[] | undefined {
  const list: unknown[] = Array.isArray(named) ? named : [named];
  const ids = list.filter((one) => typeof one === "string");
  return ids.length === 0 ? undefined : ids;
}

type Item = QuickPickItem & { readonly id?: string };

async function pickToSign(services: Services, prd: OpenPrd, who: string): Promise<string[] | undefined> {
  const model = prd.model();
  const items = reviewFor(model, prd.team.config, who);
  const open = signable(items);
  if (open.length === 0) {
    void window.showInformationMessage(
      items.length === 0
        ? "This PRD has no requirement yet that could be signed."
        : `You have signed all ${items.length} requirements as they stand.`,
    );
    return undefined;
  }
  const here = requirementHere(prd)?.id;
  const today = services.clock.today();
  const itemOf = (one: ReviewItem): Item => ({
    label: one.requirement.id,
    description: storyLabel(one.requirement.title),
    detail: `${standingFor(one, today)} · ${saidIn(model, one.requirement)}`,
    picked: here !== undefined && idKey(here) === idKey(one.requirement.id),
    id: one.requirement.id,
  });
  const group = (label: string, some: readonly ReviewItem[]): Item[] =>
    some.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...some.map(itemOf)];
  const list = [
    ...group(
      "Wants a look",
      open.filter(({ wanted }) => wanted),
    ),
    ...group(
      "A colleague has signed",
      open.filter(({ wanted }) => !wanted),
    ),
  ];
  const picked = await window.showQuickPick(list, {
    title: `Sign off what you have reviewed, as ${who}`,
    placeHolder: "Arrow keys and Space tick, Enter signs what is ticked as it stands",
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.flatMap(({ id }) => id ?? []);
}

/** How a requirement stands for its reviewer, in one sentence without an end. */
export function standingFor({ own, coverage }: ReviewItem, today: string): string {
  if (own?.changed?.length === 0) return "You have signed this as it stands";
  if (own?.changed !== undefined) return changedWords(own, today, "you");
  if (own !== undefined) return "Your sign-off does not say what it covered";
  const others = coverage.signatures.filter(({ changed }) => changed?.length === 0);
  if (others.length > 0) return `Signed by ${others.map(({ who }) => who).join(" and ")}`;
  const stale = coverage.signatures.find(({ changed }) => changed !== undefined);
  return stale === undefined ? "Nobody has reviewed this yet" : changedWords(stale, today);
}

function ownItem(prd: OpenPrd, id: string, who: string): ReviewItem | undefined {
  return reviewFor(prd.model(), prd.team.config, who).find(
    ({ requirement }) => idKey(requirement.id) === idKey(id),
  );
}

type Stale = ReviewItem & { readonly own: Signature };

/**
 * *Only the wording changed*: asks, and names what changed. It can be looked at while the question stands.
 *
 * @param show opens the comparison and leaves the keys where they are
 */
export async function carryCommand(
  services: Services,
  uri: unknown,
  named: unknown,
  show: (prd: OpenPrd, signature: Signature) => Promise<unknown>,
): Promise<void> {
  const found = await prdFor(services, uri);
  const who = found && (await services.me.orAsk(found.team));
  if (found === undefined || who === undefined) return;
  const prd = await again(services, found);
  const today = services.clock.today();
  const picked = await pickStale(prd, who, today, namedIds(named)?.[0]);
  if (picked === undefined) return;
  const { id } = picked.requirement;
  const yes: QuickPickItem = {
    label: "Yes, keep my sign-off",
    detail: `${id} asks for the same as before. The line says that you carried it over today.`,
  };
  const look: QuickPickItem = { label: "Show what changed", detail: "The question stays open" };
  let before = "";
  for (;;) {
    const one = ownItem(prd, id, who);
    if (one?.own === undefined || isFresh(one.own)) return;
    const said = wordsOf(prd, one);
    const choice = await window.showQuickPick([yes, look], {
      title: `Is only the wording of ${id} new?`,
      placeHolder: `${changedWords(one.own, today, "you")}. ${before === "" || said === before ? "Does it ask for the same?" : "More was written meanwhile. Does it still ask for the same?"}`,
      ignoreFocusOut: true,
    });
    before = said;
    if (choice === look) await show(prd, one.own);
    else if (choice !== yes) return;
    // A "yes" holds for the text that was asked about: the other side may write while the question stands.
    else if (wordsOf(prd, one) === said) return void (await carry(services, prd, id, who));
  }
}

/** By which one sees whether a requirement still says the same. */
function wordsOf(prd: OpenPrd, { requirement }: ReviewItem): string {
  const model = prd.model();
  const now = requirementOf(model, requirement.id);
  return now === undefined ? "" : writeFingerprint(fingerprintOf(model, now));
}

async function pickStale(
  prd: OpenPrd,
  who: string,
  today: string,
  named: string | undefined,
): Promise<Stale | undefined> {
  const mine = reviewFor(prd.model(), prd.team.config, who).filter(
    (one): one is Stale => (one.own?.changed?.length ?? 0) > 0,
  );
  const wanted = named ?? requirementHere(prd)?.id;
  const here =
    wanted === undefined ? undefined : mine.find((one) => idKey(one.requirement.id) === idKey(wanted));
  if (here !== undefined) return here;
  if (mine.length === 0 || named !== undefined) {
    void window.showInformationMessage(
      `Nothing changed since you, ${who}, signed${named === undefined ? "" : ` ${named}`}.`,
    );
    return undefined;
  }
  const [only] = mine;
  if (mine.length === 1) return only;
  const items = mine.map(({ requirement, own }) => ({
    label: requirement.id,
    description: storyLabel(requirement.title),
    detail: changedWords(own, today, "you"),
  }));
  const picked = await window.showQuickPick(items, {
    title: "Keep which sign-off of yours?",
    matchOnDescription: true,
  });
  return picked && mine[items.indexOf(picked)];
}
