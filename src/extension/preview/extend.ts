import { commands, workspace } from "vscode";
import type { TextDocument, Uri } from "vscode";
import type { Env, MarkdownIt } from "markdown-it";
import { hasPrdKey } from "../doorkeeper.ts";
import { drawPrds } from "./plugin.ts";
import type { DrawnPrd } from "./plugin.ts";

/** What is loaded with core when the first PRD is previewed. */
export interface PrdPreview {
  /** Undefined for a document that is no PRD after all. */
  draw(document: TextDocument): DrawnPrd | undefined;
}

/** What the built-in markdown extension calls with its markdown-it. */
export type ExtendMarkdownIt = (md: MarkdownIt) => MarkdownIt;

/**
 * Lets previews of PRDs show more. Those of all other documents load nothing.
 *
 * markdown-it draws at once and what draws a PRD is loaded when it is needed, so the first preview is plain for a moment.
 */
export function extendPreview(load: () => Promise<PrdPreview>): ExtendMarkdownIt {
  let loaded: PrdPreview | undefined;
  let loading: Promise<void> | undefined;
  const loadOnce = async (): Promise<void> => {
    loaded = await load();
    refreshPreviews();
  };
  const prdOf = (env: Env): DrawnPrd | undefined => {
    const document = documentOf(env);
    if (document === undefined || !hasPrdKey(document)) return undefined;
    loading ??= loadOnce();
    return loaded?.draw(document);
  };
  return (md) => drawPrds(md, prdOf);
}

/** Draws the open previews again. */
export function refreshPreviews(): void {
  void commands.executeCommand("markdown.preview.refresh");
}

/** VS Code names the document that it previews; a text that somebody else has rendered has no name. */
function documentOf(env: Env): TextDocument | undefined {
  const uri = (env["currentDocument"] as Uri | undefined)?.toString();
  return uri === undefined
    ? undefined
    : workspace.textDocuments.find((document) => document.uri.toString() === uri);
}
