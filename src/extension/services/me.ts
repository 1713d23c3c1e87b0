import { EventEmitter, workspace } from "vscode";
import type { Disposable, Event, Memento } from "vscode";
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
    const { pickPerson } = await import("./pick-person.ts");
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
