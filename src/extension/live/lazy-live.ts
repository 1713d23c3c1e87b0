import type { Disposable, SecretStorage, Uri } from "vscode";

/** Live editing, once it is loaded. */
export interface LiveRunning extends Disposable {
  /** By id without `seamwork.`. */
  readonly commands: Readonly<Record<string, (...args: unknown[]) => unknown>>;
  /** Ends all sessions; resolves when what is kept of them is written. */
  close(): Promise<void>;
}

/** Live editing as the rest of the extension sees it: its code is loaded when it is first needed. */
export interface LazyLive extends Disposable {
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

/** @param start loads the code and starts it; called at most once */
export function createLazyLive(
  secrets: SecretStorage,
  linkToJoin: string | undefined,
  start: () => Promise<LiveRunning>,
): LazyLive {
  let running: Promise<LiveRunning> | undefined;
  const load = (): Promise<LiveRunning> => (running ??= start());
  return {
    isShared: async (uri) => (await secrets.get(secretOf(uri))) !== undefined,
    async load() {
      await load();
    },
    async call(command, ...args) {
      return await (await load()).commands[command]?.(...args);
    },
    async close() {
      await (await running)?.close();
    },
    linkToJoin,
    dispose() {
      void running?.then((live) => live.dispose());
    },
  };
}
