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
