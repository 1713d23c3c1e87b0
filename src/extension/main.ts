import { ExtensionMode } from "vscode";
import type { ExtensionContext } from "vscode";
import { activateOn } from "./activate.ts";
import type { Activated } from "./activate.ts";
import type { Git, LocalServer } from "./platform.ts";

let activated: Activated | undefined;

/** Git, loaded when somebody first asks who they are or what was. */
const git: Git = {
  email: async (...of) => (await import("./node/git.ts")).git.email(...of),
  blame: async (...of) => (await import("./node/git.ts")).git.blame(...of),
  async *texts(...of) {
    yield* (await import("./node/git.ts")).git.texts(...of);
  },
  trend: async (...of) => (await import("./node/trend.ts")).trendOf(...of),
};

/** Called by VS Code in the Node extension host when a markdown file is first opened or the view is shown. */
export function activate(context: ExtensionContext): Activated["exports"] {
  let server: Promise<LocalServer> | undefined;
  const localServer = (): Promise<LocalServer> =>
    (server ??= import("./node/local-server.ts").then((module) => module.localServer()));
  activated = activateOn(context, {
    git,
    connect: async (...where) => (await import("./node/connect.ts")).connect(...where),
    localServer: {
      start: async (...where) => (await localServer()).start(...where),
      stop: async () => (await localServer()).stop(),
    },
    // The windows that `npm start` and the live test open.
    ...(context.extensionMode !== ExtensionMode.Production && {
      linkToJoin: process.env["SEAMWORK_LIVE_LINK"],
      readBeside: process.env["SEAMWORK_READ_BESIDE"],
      today: process.env["SEAMWORK_TODAY"],
    }),
  });
  return activated.exports;
}

/** Called by VS Code when it closes; it waits for some seconds. */
export function deactivate(): Promise<void> | undefined {
  return activated?.close();
}
