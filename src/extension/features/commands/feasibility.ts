import { ThemeIcon, window } from "vscode";
import type { QuickPickItem } from "vscode";
import type { Config } from "../../../core/config/config.ts";
import { personByHandle, sameHandle } from "../../../core/config/people.ts";
import { idPrefix } from "../../../core/recognise/ids.ts";
import type { PrdDocument } from "../../../core/document/model.ts";
import { newOption } from "../../../core/writing/new-option.ts";
import { roomEdits, roomOf } from "../../../core/writing/in-the-room.ts";
import { insertAnew } from "../../edits.ts";
import { typeHandle } from "../../services/pick-person.ts";
import type { Services } from "../../services/services.ts";
import type { Command } from "../../command.ts";
import { hereIn } from "./active.ts";
import { freeId } from "./additions.ts";

/** Commands for the options of a PRD and for who weighed them. */
export function feasibilityCommands(services: Services): Record<"addOption" | "inTheRoom", Command> {
  const addOption = async (uri?: unknown, offset?: unknown): Promise<void> => {
    const here = await hereIn(services, uri, offset);
    if (here === undefined) return;
    const { prd } = here;
    await insertAnew(prd.document, () => {
      const model = prd.model();
      return [newOption(freeId(model, lettersOf(model)), model, true).edit];
    });
  };

  const inTheRoom = async (uri?: unknown, offset?: unknown): Promise<void> => {
    const here = await hereIn(services, uri, offset);
    if (here === undefined) return;
    const { prd } = here;
    const today = services.clock.today();
    const who = await pickRoom(prd.model(), prd.team.config, today);
    if (who !== undefined && who.length > 0)
      await insertAnew(prd.document, () => roomEdits(prd.model(), who, today));
  };

  return { addOption, inTheRoom };
}

/** The letters of the options' ids, as the last one has them. */
function lettersOf({ optionTables }: PrdDocument): string {
  const id = optionTables.flatMap(({ options }) => options.flatMap((one) => one.id ?? [])).at(-1);
  return id === undefined ? "F" : idPrefix(id);
}

/** Asks who was in the room today: the pair is chosen already, and whoever is written down for today. */
async function pickRoom(model: PrdDocument, config: Config, today: string): Promise<string[] | undefined> {
  const { header } = model;
  const noted = roomOf(model, today)?.who;
  const pair = [...header.people("pm"), ...header.people("eng")];
  const team = [...config.people.values()].filter(({ left }) => left === undefined);
  const handles = distinct([...pair, ...(noted ?? []), ...team.map(({ handle }) => handle)]);
  const were = noted ?? pair;
  const items: QuickPickItem[] = handles.map((handle) => {
    const person = personByHandle(config, handle);
    const description = person === undefined ? "" : `${handle} · ${person.role}`;
    return { label: person?.name ?? handle, description, picked: includes(were, handle) };
  });
  const other: QuickPickItem = { label: "Somebody else…", iconPath: new ThemeIcon("person-add") };
  const picked = await window.showQuickPick([...items, other], {
    title: "Who was in the room today, when the options were weighed?",
    placeHolder: "Product and engineering both",
    canPickMany: true,
    matchOnDescription: true,
  });
  if (picked === undefined) return undefined;
  const who = handles.filter((_, index) => picked.includes(items[index] as QuickPickItem));
  if (!picked.includes(other)) return who;
  const typed = await typeHandle("Who else was in the room?", "Their handle is written beside the others");
  return typed === undefined ? undefined : distinct([...who, typed]);
}

function distinct(handles: readonly string[]): string[] {
  return handles.filter((one, index) => !includes(handles.slice(0, index), one));
}

function includes(handles: readonly string[], wanted: string): boolean {
  return handles.some((one) => sameHandle(one, wanted));
}
