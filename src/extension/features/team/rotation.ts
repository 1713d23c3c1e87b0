import { window } from "vscode";
import type { QuickPickItem } from "vscode";
import { cycleOf } from "../../../core/facts/cycle.ts";
import { rotateEdits } from "../../../core/writing/team/rotate.ts";
import type { NewPair } from "../../../core/writing/team/rotate.ts";
import { proposeRotation } from "../../../core/team/rotation.ts";
import type { Proposal } from "../../../core/team/rotation.ts";
import { insertAnew } from "../../edits.ts";
import type { Services } from "../../services/services.ts";
import type { Command } from "../../command.ts";
import { cycleFor, teamHere } from "./where.ts";

/** Proposes who works together next, and writes what is picked into the Pairs table of the cycle of the day. */
export function rotationCommands(services: Services): Record<"proposeRotation", Command> {
  const { clock } = services;
  const propose = async (uri?: unknown): Promise<void> => {
    const here = await teamHere(services, uri);
    if (here === undefined) return;
    const today = clock.today();
    const proposals = proposeRotation(here.index, here.team.config, today);
    if (proposals.length === 0) {
      void window.showInformationMessage(
        "There is nobody to change with: no two pairs are free, or all have worked together lately.",
      );
      return;
    }
    const picked = await window.showQuickPick(proposals.map(itemOf), {
      title: "Who works together from today on?",
      placeHolder: "All of them, or those that you leave ticked",
      canPickMany: true,
      matchOnDetail: true,
      ignoreFocusOut: true,
    });
    if (picked === undefined || picked.length === 0) return;
    const cycle = await cycleFor(services, uri, "Into which cycle's Pairs?", today);
    if (cycle === undefined) return;
    const pairs = picked.flatMap(({ proposal }) => pairsOf(proposal, today));
    await insertAnew(cycle.document, () => {
      const there = cycleOf(cycle.model())?.pairs ?? [];
      return rotateEdits(
        cycle.model(),
        pairs.filter(
          (pair) =>
            !there.some(({ item, eng, since }) => item === pair.item && eng === pair.eng && since === today),
        ),
      );
    });
  };
  return { proposeRotation: propose };
}

function itemOf(proposal: Proposal): QuickPickItem & { readonly proposal: Proposal } {
  const { pm, eng, items, because } = proposal;
  return {
    label: `${pm} and ${eng}`,
    description: items.join(", "),
    detail: because,
    picked: true,
    proposal,
  };
}

function pairsOf({ items, pm, eng }: Proposal, since: string): NewPair[] {
  return items.map((item) => ({ item, pm, eng, since }));
}
