import { Uri, workspace } from "vscode";
import type { TextDocument } from "vscode";
import { parseDocument } from "../../core/document/document.ts";
import type { PrdDocument } from "../../core/document/model.ts";
import type { Others } from "../../core/language/asked.ts";
import { atMost } from "./in-turn.ts";
import { currentText } from "./paths.ts";
import type { Services } from "./services.ts";

/** Files that are read at the same time. */
const AT_ONCE = 16;

/** The documents of the workspace folder that a document is in. */
export function othersOf(services: Services, from: TextDocument): Others | undefined {
  const place = services.library.placeOf(from.uri);
  const folder = workspace.getWorkspaceFolder(from.uri);
  if (place === undefined || folder === undefined) return undefined;
  const uriOf = (path: string): Uri => Uri.joinPath(folder.uri, path);
  return {
    index: place.index,
    text: atMost(AT_ONCE, async (path: string) => {
      const uri = uriOf(path);
      return services.openPrds.known(uri)?.document.getText() ?? (await currentText(uri));
    }),
    model: (path) => modelOf(services, uriOf(path)),
  };
}

/** A document as it stands, parsed; undefined when its file cannot be read. */
export async function modelOf(services: Services, uri: Uri): Promise<PrdDocument | undefined> {
  const open = services.openPrds.known(uri);
  if (open !== undefined) return open.model();
  const [text, { config }] = await Promise.all([currentText(uri), services.teams.of(uri)]);
  return text === undefined ? undefined : parseDocument(text, config);
}
