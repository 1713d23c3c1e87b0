import { EventEmitter, window, workspace } from "vscode";
import type { Disposable, Event, Memento, QuickPickItem } from "vscode";
import { normalizeHandle, personByEmail, personByHandle } from "../../core/config/people.ts";
import type { Platform } from "../platform.ts";
import type { Team } from "./teams.ts";

/** Who sits in front of the editor: the setting, else what they said once, else git's address among the team's people. */
export interface Me extends Disposable {
  /** The handle with `@`, undefined as long as nobody has said it. */
  of(team: Team): Promise<string | undefined>;
  /** The same where it is known already. */
  known(team: Team): string | undefined;
  /** The same; asks when it is not known, and remembers the answer. Undefined when the person does not answer. */
  orAsk(team: Team): Promise<string | undefined>;
  /** Asks again. */
  ask(team: Team): Promise<string | undefined>;
  readonly onDidChange: Event<void>;
}

const REMEMBERED = "seamwork.me";

/** @param memory of this workspace on this machine */
export function createMe(platform: Platform, memory: Memento): Me {
  const changed = new EventEmitter<void>();
  const emails = new Map<string, Promise<string | undefined>>();
  const byGit = new WeakMap<Team, string | undefined>();

  const said = (team: Team): string | undefined => {
    const setting = workspace.getConfiguration("seamwork", team.root).get<string>("me")?.trim();
    const text = setting === undefined || setting === "" ? memory.get<string>(REMEMBERED) : setting;
    if (text === undefined) return undefined;
    return personByHandle(team.config, text)?.handle ?? normalizeHandle(text);
  };

  const of = async (team: Team): Promise<string | undefined> => {
    const folder = team.root.toString();
    let email = emails.get(folder);
    if (email === undefined)
      emails.set(folder, (email = platform.git?.email(team.root) ?? Promise.resolve(undefined)));
    byGit.set(team, personByEmail(team.config, (await email) ?? "")?.handle);
    return said(team) ?? byGit.get(team);
  };

  const ask = async (team: Team): Promise<string | undefined> => {
    const handle = await pickPerson(team);
    if (handle === undefined) return undefined;
    await memory.update(REMEMBERED, handle);
    changed.fire();
    return handle;
  };

  const setting = workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration("seamwork.me")) changed.fire();
  });
  return {
    of,
    known: (team) => said(team) ?? byGit.get(team),
    orAsk: async (team) => (await of(team)) ?? (await ask(team)),
    ask,
    onDidChange: changed.event,
    dispose() {
      setting.dispose();
      changed.dispose();
    },
  };
}

async function pickPerson({ config }: Team): Promise<string | undefined> {
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
