import { Disposable, Uri, window, workspace } from "vscode";
import type { ExtensionContext } from "vscode";
import type { Platform } from "../platform.ts";
import type { Services } from "../services/services.ts";
import type { Command } from "../command.ts";
import { authors } from "./authors.ts";
import type { LiveContext } from "./context.ts";
import { createHere } from "./here.ts";
import { invite } from "./invite.ts";
import { inspect } from "./inspect.ts";
import { join, joinAtOnce } from "./join.ts";
import type { LiveRunning } from "./lazy-live.ts";
import { leave, stopSharing } from "./leave.ts";
import { documentHere } from "./live-status.ts";
import { createLive } from "./live.ts";
import { registerOthers } from "./others.ts";
import { registerReadOnly } from "./read-only.ts";
import { reviewCommands } from "./review.ts";
import { share, shareHere } from "./share.ts";
import { createStorage } from "./storage.ts";
import { registerLiveContext, undoCommands } from "./undo.ts";

/** Starts live editing; all of it is loaded when somebody first shares, joins, or opens a file that is shared. */
export function startLive(extension: ExtensionContext, services: Services, platform: Platform): LiveRunning {
  const output = window.createOutputChannel("Seamwork Live");
  const here = createHere(extension, platform);
  const live = createLive(platform, createStorage(extension), here, (line) =>
    output.appendLine(`${new Date().toISOString()} ${line}`),
  );
  const context: LiveContext = { services, live, here, platform, extension };
  const onDocument =
    (act: (context: LiveContext, uri: Uri) => Promise<void>): Command =>
    async (target) => {
      const uri = target instanceof Uri ? target : documentHere(live)?.uri;
      if (uri !== undefined) await act(context, uri);
      else void window.showInformationMessage("This document is not shared.");
    };
  for (const document of workspace.textDocuments) void live.resume(document);
  const others = registerOthers(live);
  const features = Disposable.from(registerLiveContext(live), registerReadOnly(live), others, live, output);
  return {
    commands: {
      "live.share": async () => share(context),
      "live.shareHere": async () => shareHere(context),
      "live.join": async (link) => join(context, link),
      "live.invite": onDocument(invite),
      "live.leave": onDocument(leave),
      "live.stop": onDocument(stopSharing),
      "live.inspect": () => inspect(live),
      "live.authors": async (uri) => authors(live, uri),
      "live.joinAtOnce": async (link) => joinAtOnce(context, String(link)),
      ...prefixed(reviewCommands(live)),
      ...prefixed(undoCommands(live)),
      ...prefixed(others.commands),
    },
    close: () => live.close(),
    dispose: () => features.dispose(),
  };
}

function prefixed(commands: Readonly<Record<string, Command>>): Record<string, Command> {
  return Object.fromEntries(Object.entries(commands).map(([name, command]) => [`live.${name}`, command]));
}
