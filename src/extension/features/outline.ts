import {
  Disposable,
  DocumentLink,
  EventEmitter,
  languages,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import type { TextDocument } from "vscode";
import { parseDocument } from "../../core/document/document.ts";
import { outline } from "../../core/outline/outline.ts";
import { outlinePage } from "../../core/outline/render.ts";
import type { OutlinePage } from "../../core/outline/render.ts";
import type { Command } from "../command.ts";
import { relativePath } from "../services/paths.ts";
import type { Services } from "../services/services.ts";
import { documentFor } from "./commands/active.ts";

const SCHEME = "seamwork-outline";

/** How long nobody types before an outline follows, in milliseconds. */
const PAUSE = 300;

export interface OutlineFeature extends Disposable {
  /** Shows what is seen in the markdown file of the editor or the tree, PRD or not. */
  readonly show: Command;
}

/** Outlines as read-only documents with links to the lines that they name; they follow what is typed. */
export function createOutline(services: Services): OutlineFeature {
  const shown = new Map<string, { readonly of: Uri; page: OutlinePage }>();
  const changed = new EventEmitter<Uri>();
  const edited = new Set<TextDocument>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show: Command = async (target) => {
    const document = await documentFor(target);
    if (document?.languageId !== "markdown" || document.uri.scheme === SCHEME) {
      void window.showInformationMessage("Open the markdown file whose outline you want to see.");
      return;
    }
    const of = document.uri;
    const uri = Uri.from({ scheme: SCHEME, path: `/Outline of ${nameOf(of)}.md`, query: of.toString() });
    shown.set(uri.toString(), { of, page: await pageOf(document, services) });
    changed.fire(uri);
    const page = await workspace.openTextDocument(uri);
    await window.showTextDocument(page, {
      viewColumn: ViewColumn.Beside,
      preview: false,
      preserveFocus: true,
    });
  };

  const follow = async (): Promise<void> => {
    const documents = new Map([...edited].map((document) => [document.uri.toString(), document]));
    edited.clear();
    for (const [key, one] of shown) {
      const document = documents.get(one.of.toString());
      if (document === undefined || document.isClosed) continue;
      one.page = await pageOf(document, services);
      changed.fire(Uri.parse(key));
    }
  };

  const disposable = Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) =>
        shown.get(uri.toString())?.page.text ?? "This outline was made in an earlier window.\n",
    }),
    languages.registerDocumentLinkProvider(
      { scheme: SCHEME },
      {
        provideDocumentLinks(document) {
          const found = shown.get(document.uri.toString());
          return found === undefined ? [] : linksIn(document, found.of, found.page);
        },
      },
    ),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document.languageId !== "markdown" || shown.size === 0) return;
      edited.add(document);
      clearTimeout(timer);
      timer = setTimeout(() => void follow(), PAUSE);
    }),
    workspace.onDidCloseTextDocument(({ uri }) => shown.delete(uri.toString())),
    new Disposable(() => clearTimeout(timer)),
  );
  return Object.assign(disposable, { show });
}

async function pageOf(document: TextDocument, { openPrds, teams }: Services): Promise<OutlinePage> {
  const team = await teams.of(document.uri);
  const model = openPrds.get(document)?.model() ?? parseDocument(document.getText(), team.config);
  const seen = outline(model, relativePath(team.root, document.uri), team.config);
  return outlinePage(seen, nameOf(document.uri));
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function linksIn(document: TextDocument, of: Uri, { places }: OutlinePage): DocumentLink[] {
  return [...places].flatMap(([line, place]) => {
    if (line >= document.lineCount) return [];
    const { range, firstNonWhitespaceCharacterIndex: from } = document.lineAt(line);
    // Behind the bullet.
    const link = new DocumentLink(
      range.with(range.start.translate(0, from + 2)),
      of.with({ fragment: `L${place + 1}` }),
    );
    link.tooltip = `Go to line ${place + 1}`;
    return [link];
  });
}
