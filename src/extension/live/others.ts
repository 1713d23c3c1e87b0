import { Disposable } from "vscode";
import type { Command } from "../command.ts";
import { registerCarets } from "./carets.ts";
import { createFollow } from "./follow.ts";
import { registerHistory } from "./history.ts";
import type { LivePrds } from "./live-prds.ts";
import { registerLiveStatus, statusCommands } from "./live-status.ts";
import { registerOwnCarets } from "./own-carets.ts";
import { peopleCommands, registerPeople } from "./people-tree.ts";

/** What one sees of the others in a shared PRD, and of what they did. */
export interface Others extends Disposable {
  /** By id without `seamwork.live.`. */
  readonly commands: Readonly<Record<string, Command>>;
}

export function registerOthers(prds: LivePrds): Others {
  const follow = createFollow(prds);
  const history = registerHistory(prds);
  const features = Disposable.from(
    history,
    follow,
    registerCarets(prds),
    registerOwnCarets(prds),
    registerPeople(prds, follow),
    registerLiveStatus(prds),
  );
  return {
    commands: { ...peopleCommands(prds, follow), ...statusCommands(prds), ...history.commands },
    dispose: () => features.dispose(),
  };
}
