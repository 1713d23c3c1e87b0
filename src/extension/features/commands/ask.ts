import { window } from "vscode";
import type { QuickPickItem } from "vscode";
import { personByHandle, sameHandle } from "../../../core/config/people.ts";
import type { PrdDocument } from "../../../core/document/model.ts";
import { typeHandle } from "../../services/pick-person.ts";
import type { Team } from "../../services/teams.ts";

/*
 * What is asked where one is, so that nobody has to find the way back from the text. Every box and list stays while one
 * looks something up; Escape writes nothing.
 */

export interface TextQuestion {
  readonly title: string;
  /** How an answer looks. */
  readonly example: string;
  readonly prompt?: string | undefined;
  /** What is wrong with a text, if anything. */
  readonly problem?: (text: string) => string | undefined;
  /** Enter alone is an answer. */
  readonly mayBeEmpty?: boolean;
}

/** @returns undefined when the person goes back; an empty text only where it is an answer */
export async function askText({
  title,
  example,
  prompt,
  problem = () => undefined,
  mayBeEmpty = false,
}: TextQuestion): Promise<string | undefined> {
  const text = await window.showInputBox({
    title,
    placeHolder: example,
    ...(prompt !== undefined && { prompt }),
    ignoreFocusOut: true,
    validateInput: problem,
  });
  const said = text?.trim().replace(/\s+/g, " ");
  return said === "" && !mayBeEmpty ? undefined : said;
}

/** A sentence with its mark, where it has none. */
export function ended(text: string, mark: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}${mark}`;
}

/**
 * Asks for one person: the pair of the document first, then the team.
 *
 * @param first whom it most likely is; offered before all others
 * @param without somebody who cannot be meant
 * @returns a handle; undefined when the person goes back
 */
export async function askPerson(
  title: string,
  { header }: PrdDocument,
  { config }: Team,
  first: string | undefined,
  without?: string,
): Promise<string | undefined> {
  const team = [...config.people.values()].filter(({ left }) => left === undefined);
  const all = [
    ...(first === undefined ? [] : [first]),
    ...header.people("pm"),
    ...header.people("eng"),
    ...team.map(({ handle }) => handle),
  ].filter((one) => without === undefined || !sameHandle(one, without));
  const handles = all.filter((one, index) => all.findIndex((another) => sameHandle(another, one)) === index);
  const items: QuickPickItem[] = handles.map((handle) => {
    const person = personByHandle(config, handle);
    return person === undefined
      ? { label: handle }
      : { label: person.name, description: `${person.handle} · ${person.role}` };
  });
  const other: QuickPickItem = { label: "Somebody else…" };
  if (items.length === 0) return typeHandle(title, "Their handle is written beside it");
  const picked = await window.showQuickPick([...items, other], {
    title,
    placeHolder: "Enter takes the first",
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (picked === other) return typeHandle(title, "Their handle is written beside it");
  return picked && handles[items.indexOf(picked)];
}
