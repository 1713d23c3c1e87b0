import { window } from "vscode";
import type { QuickPickItem } from "vscode";
import { normalizeHandle } from "../../core/config/people.ts";
import type { Team } from "./teams.ts";

/** Asks who sits in front of the editor: one of the team's people, or a handle that is typed. */
export async function pickPerson({ config }: Team): Promise<string | undefined> {
  const people = [...config.people.values()].filter(({ left }) => left === undefined);
  const other = "Somebody else…";
  if (people.length > 0) {
    const items: QuickPickItem[] = people.map(({ name, handle, role }) => ({
      label: name,
      description: `${handle} · ${role}`,
    }));
    const picked = await window.showQuickPick([...items, { label: other }], {
      title: "Who are you?",
      placeHolder: "Seamwork writes your handle beside what you add, and remembers it for this workspace",
      matchOnDescription: true,
    });
    if (picked === undefined) return undefined;
    const person = people[items.indexOf(picked)];
    if (person !== undefined) return person.handle;
  }
  return typeHandle(
    "What is your handle?",
    "Seamwork writes it beside what you add, and remembers it for this workspace",
  );
}

/** Asks for a handle; with its `@`. */
export async function typeHandle(title: string, prompt: string): Promise<string | undefined> {
  const typed = await window.showInputBox({
    title,
    prompt,
    placeHolder: "@lena",
    validateInput: (text) =>
      /^@?[\p{L}\p{N}_](?:[\p{L}\p{N}._-]*[\p{L}\p{N}_])?$/u.test(text.trim())
        ? undefined
        : "A handle is one word of letters, digits, dots and hyphens, such as @lena",
  });
  return typed === undefined ? undefined : normalizeHandle(typed);
}
