import type { Disposable, ExtensionContext, Uri } from "vscode";
import { createLazyLive } from "../live/lazy-live.ts";
import type { LazyLive, LiveRunning } from "../live/lazy-live.ts";
import type { Git, Platform } from "../platform.ts";
import { createClock } from "./clock.ts";
import type { Clock } from "./clock.ts";
import { createLibrary } from "./library.ts";
import type { Library } from "./library.ts";
import { createMe } from "./me.ts";
import type { Me } from "./me.ts";
import { createOpenPrds } from "./open-prds.ts";
import type { OpenPrds } from "./open-prds.ts";
import { createProblems } from "./problems.ts";
import type { Problems } from "./problems.ts";
import { createTeams } from "./teams.ts";
import type { Teams } from "./teams.ts";

/** What features share. Made once; features get what they need from here and from nowhere else. */
export interface Services extends Disposable {
  readonly clock: Clock;
  readonly teams: Teams;
  readonly openPrds: OpenPrds;
  readonly library: Library;
  readonly problems: Problems;
  readonly me: Me;
  readonly live: LazyLive;
  /** Undefined in a browser. */
  readonly git: Git | undefined;
  /** Where the extension's own files are. */
  readonly extensionUri: Uri;
}

/** @param startLive loads live editing */
export function createServices(
  context: ExtensionContext,
  platform: Platform,
  startLive: (services: Services) => Promise<LiveRunning>,
): Services {
  const clock = createClock(platform.today);
  const teams = createTeams();
  const openPrds = createOpenPrds(teams);
  const library = createLibrary(teams, openPrds, clock);
  const problems = createProblems(openPrds, library, clock);
  const me = createMe(platform, context.workspaceState);
  const live = createLazyLive(context.secrets, platform.linkToJoin, () => startLive(services));
  const all = [live, me, problems, library, openPrds, teams, clock];
  const services: Services = {
    clock,
    teams,
    openPrds,
    library,
    problems,
    me,
    live,
    git: platform.git,
    extensionUri: context.extensionUri,
    dispose() {
      for (const one of all) one.dispose();
    },
  };
  return services;
}
