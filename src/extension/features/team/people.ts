import { window } from "vscode";
import type { QuickPickItem } from "vscode";
import { normalizeHandle, sameHandle } from "../../../core/config/people.ts";
import type { Config } from "../../../core/config/config.ts";

/**
 * Asks for several people; those of the team who are there, and whoever is named besides.
 *
 * @param likely handles that are picked at first
 * @param today who has left by then is not offered
 * @returns handles with their `@`; undefined when the person goes back
 */
export async function pickPeople(
  { people }: Config,
  title: string,
  likely: readonly string[],
  today: string,
): Promise<string[] | undefined> {
  const here = [...people.values()].filter(({ left }) => left === undefined || left > today);
  const strangers = likely.filter((one) => !here.some(({ handle }) => sameHandle(handle, one)));
  if (here.length + strangers.length === 0) return typed(title);
  const items: (QuickPickItem & { handle: string })[] = [
    ...here.map(({ handle, name, role }) => ({ label: name, description: `${handle} · ${role}`, handle })),
    ...strangers.map((handle) => ({ label: handle, handle: normalizeHandle(handle) })),
  ].map((item) => ({ ...item, picked: likely.some((one) => sameHandle(one, item.handle)) }));
  const picked = await window.showQuickPick(items, {
    title,
    canPickMany: true,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return picked?.map(({ handle }) => handle);
}

/** Handles in one line, where the team has nobody to offer. */
async function typed(title: string): Promise<string[] | undefined> {
  const text = await window.showInputBox({
    title,
    prompt: "Handles, such as @lena and @mara",
    placeHolder: "@lena @mara",
    ignoreFocusOut: true,
  });
  return text === undefined
    ? undefined
    : (text.match(/@?[\p{L}\p{N}_.-]*[\p{L}\p{N}_]/gu) ?? [])
        .filter((one) => one !== "and")
        .map(normalizeHandle);
}
