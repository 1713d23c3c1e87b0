import { window } from "vscode";
import type { QuickPickItem } from "vscode";
import type { Disagreement, PrdDocument } from "../../../core/document/model.ts";
import { disagreementState } from "../../../core/document/state.ts";
import { nextTier, raiseEdit } from "../../../core/writing/team/raise.ts";
import { resolveEdit } from "../../../core/writing/team/resolve-disagreement.ts";
import { tierWords } from "../../../core/words/standing.ts";
import { nextPeople } from "../../../core/team/tiers.ts";
import type { FixEdit } from "../../../core/problem.ts";
import { insertAnew } from "../../edits.ts";
import type { OpenPrd } from "../../services/open-prds.ts";
import type { Services } from "../../services/services.ts";
import type { Command } from "../../command.ts";
import { hereIn } from "../commands/active.ts";
import { pickPeople } from "./people.ts";
import { ask } from "./where.ts";

/** Commands that take a disagreement on: the one at an offset of a document, else the one under the cursor, else a picked one. */
export function tierCommands(services: Services): Record<"raise" | "resolve", Command> {
  const { clock } = services;
  const raise = async (uri?: unknown, offset?: unknown): Promise<void> => {
    const found = await openOne(services, uri, offset, "Which disagreement goes on?");
    if (found === undefined) return;
    const { prd, disagreement } = found;
    const next = nextTier(disagreement);
    if (next === undefined) {
      void window.showInformationMessage(
        `${disagreement.id} is already at tier 3: ask whoever decides there, and their answer resolves it.`,
      );
      return;
    }
    const today = clock.today();
    const { config } = prd.team;
    // Above managers of whom nobody knows theirs, those who have it now take it on.
    const managers = nextPeople(disagreement, config, today);
    const likely = managers.length > 0 ? managers : holders(disagreement);
    const who = await pickPeople(
      config,
      `Who takes ${disagreement.id} on at ${tierWords(next)}?`,
      likely,
      today,
    );
    if (who === undefined || who.length === 0) return;
    await write(prd, disagreement.id, (now) => raiseEdit(now, who, today));
  };

  const resolve = async (uri?: unknown, offset?: unknown): Promise<void> => {
    const found = await openOne(services, uri, offset, "Which disagreement is resolved?");
    if (found === undefined) return;
    const { prd, disagreement } = found;
    const words = await ask(`${disagreement.id}: what did you agree on?`, "we cut R3 and keep the date", {
      prompt: disagreement.body.length > 120 ? `${disagreement.body.slice(0, 119)}…` : disagreement.body,
    });
    if (words === undefined) return;
    await write(prd, disagreement.id, (now) => resolveEdit(now, words, clock.today()));
  };

  return { raise, resolve };
}

function holders({ answers, between }: Disagreement): readonly string[] {
  return answers.findLast(({ verb }) => verb === "Raised")?.who ?? between;
}

/** Writes to a disagreement as it stands then; the text may change while somebody is asked. */
async function write(
  { document, model }: OpenPrd,
  id: string,
  edit: (now: Disagreement) => FixEdit | undefined,
): Promise<void> {
  await insertAnew(document, () => {
    const now = model().disagreements.find((one) => one.id === id);
    const made = now && edit(now);
    return made === undefined ? [] : [made];
  });
}

interface Found {
  readonly prd: OpenPrd;
  readonly disagreement: Disagreement;
}

async function openOne(
  services: Services,
  uri: unknown,
  offset: unknown,
  question: string,
): Promise<Found | undefined> {
  const here = await hereIn(services, uri, offset, ["prd", "cycle", "retro"]);
  if (here === undefined) return undefined;
  const { prd } = here;
  const open = openIn(prd.model());
  const at = open.find(({ start, end }) => start <= here.offset && here.offset <= end);
  const disagreement = at ?? (open.length < 2 ? open[0] : await pick(open, question));
  if (open.length === 0) void window.showInformationMessage("No disagreement is open here.");
  return disagreement && { prd, disagreement };
}

function openIn({ disagreements }: PrdDocument): Disagreement[] {
  return disagreements.filter((one) => disagreementState(one).state === "open");
}

async function pick(open: readonly Disagreement[], title: string): Promise<Disagreement | undefined> {
  const items = open.map((one): QuickPickItem & { one: Disagreement } => ({
    label: one.id,
    description: `tier ${disagreementState(one).tier}`,
    detail: one.body,
    one,
  }));
  return (await window.showQuickPick(items, { title, matchOnDetail: true }))?.one;
}
