import type { Disposable, ExtensionContext, Uri } from "vscode";
import type { Platform } from "../platform.ts";
import type { Services } from "../services/services.ts";
import type { LiveRunning } from "./start.ts";

/** The way to live editing for the rest of the extension: its code is loaded when somebody goes through. */
export interface LiveGate extends Disposable {
  /** Whether a document was shared and not left. */
  isShared(uri: Uri): Promise<boolean>;
  /** Starts live editing, which resumes the shared documents that are open. */
  load(): Promise<void>;
  /** @param command without `seamwork.` */
  call(command: string, ...args: unknown[]): Promise<unknown>;
  /** Ends all sessions; resolves when what is kept of them is written. */
  close(): Promise<void>;
  /** See `Platform`. */
  readonly linkToJoin: string | undefined;
}

/** Where the system's store of secrets has what belongs to a shared document. */
export function secretOf(uri: Uri): string {
  return `seamwork.live.file ${uri.toString()}`;
}

export function createLiveGate(
  context: ExtensionContext,
  platform: Platform,
  services: () => Services,
): LiveGate {
  let running: Promise<LiveRunning> | undefined;
  const load = (): Promise<LiveRunning> =>
    (running ??= import("./start.ts").then(({ startLive }) => startLive(context, services(), platform)));
  return {
    isShared: async (uri) => (await context.secrets.get(secretOf(uri))) !== undefined,
    async load() {
      await load();
    },
    async call(command, ...args) {
      return await (await load()).commands[command]?.(...args);
    },
    async close() {
      await (await running)?.close();
    },
    linkToJoin: platform.linkToJoin,
    dispose() {
      void running?.then((live) => live.dispose());
    },
  };
}
