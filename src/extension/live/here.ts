import { Uri } from "vscode";
import type { ExtensionContext } from "vscode";
import type { Platform, RunningServer } from "../platform.ts";
import type { SharedFile } from "./storage.ts";

/** Sharing from this computer: the server that the extension carries. */
export interface Here {
  /** Undefined in a browser. */
  readonly possible: boolean;
  start(): Promise<RunningServer>;
  stop(): Promise<void>;
  /** A file that was shared from here before, with the address that the server has now. */
  again(file: SharedFile): Promise<SharedFile>;
}

export function createHere(
  { extensionUri, globalStorageUri }: ExtensionContext,
  { localServer }: Platform,
): Here {
  const start = async (): Promise<RunningServer> => {
    if (localServer === undefined)
      throw new Error("Others cannot reach VS Code in a browser, so you cannot share a PRD from here.");
    return localServer.start(extensionUri, Uri.joinPath(globalStorageUri, "server"));
  };
  return {
    possible: localServer !== undefined,
    start,
    stop: async () => localServer?.stop(),
    async again(file) {
      if (!file.here) return file;
      const { port, fingerprint } = await start();
      return { ...file, server: addressOf("127.0.0.1", port), fingerprint };
    },
  };
}

/** The websocket address of a server on this network; such a server always speaks TLS. */
export function addressOf(host: string, port: number): string {
  return `wss://${host}:${port}`;
}
