import { Disposable, workspace } from "vscode";
import type { TextDocument } from "vscode";
import type { Services } from "../services/services.ts";

/** Goes on with shared PRDs when their files are opened; until then, all of live editing stays unloaded. */
export function registerLive({ live }: Services): Disposable {
  const look = async (document: TextDocument): Promise<void> => {
    if (document.languageId === "markdown" && (await live.isShared(document.uri))) await live.load();
  };
  for (const document of workspace.textDocuments) void look(document);
  if (live.linkToJoin !== undefined) void live.call("live.joinAtOnce", live.linkToJoin);
  return Disposable.from(workspace.onDidOpenTextDocument((document) => void look(document)));
}

const names = [
  "share",
  "shareHere",
  "join",
  "invite",
  "history",
  "nameVersion",
  "menu",
  "goToPerson",
  "follow",
  "unfollow",
  "leave",
  "stop",
  "undo",
  "redo",
  "inspect",
];

/** The commands of live editing, each of which loads it. */
export function liveCommands({ live }: Services): Record<string, (...args: unknown[]) => unknown> {
  return Object.fromEntries(
    names.map((name) => [`live.${name}`, (...args: unknown[]) => live.call(`live.${name}`, ...args)]),
  );
}
