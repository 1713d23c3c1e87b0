import { Disposable, window, workspace } from "vscode";
import type { ExtensionContext, Uri } from "vscode";
import type { Platform } from "../platform.ts";
import type { Services } from "../services/services.ts";
import type { Command } from "../start.ts";
import type { LiveContext } from "./context.ts";
import { createHere } from "./here.ts";
import { invite } from "./invite.ts";
import { inspect } from "./inspect.ts";
import { join, joinAtOnce } from "./join.ts";
import { leave, stopSharing } from "./leave.ts";
import { createLive } from "./live.ts";
import { registerOthers } from "./others.ts";
import { registerReadOnly } from "./read-only.ts";
import { share, shareHere } from "./share.ts";
import { createStorage } from "./storage.ts";
import { registerLiveContext, undoCommands } from "./undo.ts";

/** Live editing, as the rest of the extension sees it. */
export interface LiveRunning extends Disposable {
  /** By id without `seamwork.`. */
  readonly commands: Readonly<Record<string, Command>>;
}

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
    async () => {
      const uri = window.activeTextEditor?.document.uri;
      if (uri !== undefined) await act(context, uri);
    };
  for (const document of workspace.textDocuments) void live.resume(document);
  const others = registerOthers(live);
  const features = Disposable.from(output, live, others, registerLiveContext(live), registerReadOnly(live));
  return {
    commands: {
      "live.share": async () => await share(context),
      "live.shareHere": async () => await shareHere(context),
      "live.join": async (link) => await join(context, link),
      "live.invite": onDocument(invite),
      "live.leave": onDocument(leave),
      "live.stop": onDocument(stopSharing),
      "live.inspect": () => inspect(live),
      "live.joinAtOnce": async (link) => await joinAtOnce(context, String(link)),
      ...undoCommands(live),
      ...others.commands,
    },
    dispose: () => features.dispose(),
  };
}
