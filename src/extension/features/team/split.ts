import { window } from "vscode";
import type { QuickPickItem } from "vscode";
import { sameHandle } from "../../../core/config/people.ts";
import type { PrdDocument } from "../../../core/document/model.ts";
import { cycleOf } from "../../../core/facts/cycle.ts";
import { agreeEdits } from "../../../core/writing/team/agree.ts";
import { renegotiateEdits } from "../../../core/writing/team/renegotiate.ts";
import type { Split } from "../../../core/facts/model.ts";
import { plannedWork } from "../../../core/team/planned.ts";
import type { PlannedItem } from "../../../core/team/planned.ts";
import { splitSum, splitText } from "../../../core/facts/split.ts";
import { weeksOf } from "../../../core/words/days.ts";
import { insertAnew, selectIn } from "../../edits.ts";
import { idOf } from "../../../core/document/own-id.ts";
import type { Services } from "../../services/services.ts";
import type { Command } from "../../command.ts";
import { pickPeople } from "./people.ts";
import { ask, cycleFor, openAt, teamHere } from "./where.ts";

/** Commands about the split of a cycle. Each takes the address of a cycle; else it is the one in the editor, or asks. */
export function splitCommands(services: Services): Record<"agree" | "renegotiate" | "showPlanned", Command> {
  return {
    agree: (uri) => agree(services, uri),
    renegotiate: (uri) => renegotiate(services, uri),
    showPlanned: (uri) => showPlanned(services, uri),
  };
}

async function agree(services: Services, uri: unknown): Promise<void> {
  const { clock, me } = services;
  const prd = await cycleFor(services, uri, "Which cycle's split do you agree to?");
  const who = prd && (await me.orAsk(prd.team));
  if (prd === undefined || who === undefined) return;
  const split = readable(prd.model());
  if (split === undefined) return;
  if (splitSum(split) !== 100) {
    void window.showInformationMessage(
      `This split adds up to ${splitSum(split)}%. Which share should be another one before somebody agrees?`,
    );
    return;
  }
  const written = await insertAnew(prd.document, () => agreeEdits(prd.model(), who, clock.today()));
  if (!written && agreeEdits(prd.model(), who, clock.today()).length === 0)
    void window.showInformationMessage(`${who} has agreed to ${splitText(split)} already.`);
}

async function renegotiate(services: Services, uri: unknown): Promise<void> {
  const { clock, me } = services;
  const prd = await cycleFor(services, uri, "Which cycle's split is renegotiated?");
  const before = prd && readable(prd.model());
  if (prd === undefined || before === undefined) return;
  const { product, health, ops } = before;
  const said = await ask(`${idOf(prd.model()) ?? "The cycle"}: what should the split be?`, "55 25 20", {
    value: `${product} ${health} ${ops}`,
    prompt: "Product, health and ops in per cent, 100 together",
    problem: (text) => {
      const split = sharesIn(text);
      if (split === undefined) return "Three numbers: product, health and ops, such as 55 25 20";
      if (splitSum(split) !== 100) return `That adds up to ${splitSum(split)}`;
      return undefined;
    },
  });
  const split = said === undefined ? undefined : sharesIn(said);
  if (split === undefined) return;
  const because = await ask(
    "Why? What happened that nobody knew before?",
    "the June outage needs two more weeks",
    {
      prompt: "It stands in the cycle as the reason",
    },
  );
  if (because === undefined) return;
  const mine = await me.orAsk(prd.team);
  const today = clock.today();
  const sides = agreedBy(prd.model());
  const likely = mine === undefined || sides.some((one) => sameHandle(one, mine)) ? sides : [mine, ...sides];
  const who = await pickPeople(prd.team.config, "Who has agreed to that?", likely, today);
  if (who === undefined) return;
  if (who.length === 0) {
    void window.showInformationMessage("Nothing was written: a split changes when both sides say so.");
    return;
  }
  const compute = () => renegotiateEdits(prd.model(), { who, split, because }, today);
  const nothing = compute().length === 0;
  if (nothing) void window.showInformationMessage(`The split is ${splitText(split)} already.`);
  else await insertAnew(prd.document, compute);
}

async function showPlanned(services: Services, uri: unknown): Promise<void> {
  const { library } = services;
  const prd = await cycleFor(services, uri, "Show the planned work of which cycle?");
  const cycle = prd && cycleOf(prd.model());
  const place = prd && library.placeOf(prd.document.uri);
  const here = prd && (await teamHere(services, prd.document.uri));
  if (prd === undefined || cycle === undefined || place === undefined || here === undefined) return;
  const { items, total } = plannedWork(cycle, place.path, place.index);
  if (items.length === 0) {
    void window.showInformationMessage(`Nothing is planned for ${cycle.id} yet.`);
    return;
  }
  const there = cycle.capacity === undefined ? "" : `, ${weeksOf(cycle.capacity)} there`;
  const picked = await window.showQuickPick(items.map(lineOf), {
    title: `${cycle.id} · ${weeksOf(total)} planned${there}`,
    placeHolder: "Pick one to go there",
    matchOnDescription: true,
  });
  if (picked === undefined) return;
  const { path, start, prd: id } = picked.item;
  const target = id === undefined ? prd : await openAt(services, here, path);
  if (target === undefined) return;
  const at = id === undefined ? (start ?? 0) : (target.model().header.field("effort")?.start ?? 0);
  await selectIn(target.document.uri, { start: at, end: at });
}

function lineOf(item: PlannedItem): QuickPickItem & { item: PlannedItem } {
  const days = item.days === undefined ? "no effort yet" : weeksOf(item.days);
  return { label: item.name, description: `${days} · ${item.bucket ?? "no bucket yet"}`, item };
}

/** The header's split; tells the person where it cannot be read. */
function readable(model: PrdDocument): Split | undefined {
  const split = cycleOf(model)?.split;
  if (split === undefined)
    void window.showInformationMessage(
      "This cycle's header has no split yet: `product`, `health` and `ops` in per cent. What should they be?",
    );
  return split;
}

function sharesIn(text: string): Split | undefined {
  const [product, health, ops, ...more] = (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  return product === undefined || health === undefined || ops === undefined || more.length > 0
    ? undefined
    : { product, health, ops };
}

/** Who has an agreement line, each once. */
function agreedBy(model: PrdDocument): string[] {
  const found: string[] = [];
  for (const { who } of cycleOf(model)?.agreements ?? [])
    if (who !== undefined && !found.some((one) => sameHandle(one, who))) found.push(who);
  return found;
}
