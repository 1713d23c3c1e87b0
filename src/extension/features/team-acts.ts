import type { Disposable } from "vscode";
import type { Services } from "../services/services.ts";
import type { Command } from "../start.ts";

const names = [
  "newCycle",
  "newRetro",
  "agree",
  "renegotiate",
  "showPlanned",
  "raise",
  "resolve",
  "proposeRotation",
  "holdRetro",
  "agenda",
  "logMeeting",
] as const;

/** What is loaded when somebody first plans, meets or looks back. */
export interface TeamFeature extends Disposable {
  readonly commands: Readonly<Record<(typeof names)[number], Command>>;
}

/** The commands about cycles, disagreements, retros and meetings, by id. Each takes the address of a document, or asks. */
export function teamActs(
  services: Services,
): Disposable & { readonly commands: ReadonlyMap<string, Command> } {
  let loaded: Promise<TeamFeature> | undefined;
  const load = (): Promise<TeamFeature> =>
    (loaded ??= import("./team/team.ts").then(({ createTeam }) => createTeam(services)));
  return {
    commands: new Map(
      names.map((name): [string, Command] => [
        `seamwork.${name}`,
        async (...args: unknown[]) => (await load()).commands[name](...args),
      ]),
    ),
    dispose: () => void loaded?.then((team) => team.dispose()),
  };
}
