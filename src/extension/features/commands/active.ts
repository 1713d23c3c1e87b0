import { commands, Uri, window, workspace } from "vscode";
import type { TextDocument } from "vscode";
import type { HeaderKind } from "../../../core/format/header-keys.ts";
import type { OpenPrd } from "../../services/open-prds.ts";
import type { Services } from "../../services/services.ts";
import type { Leaf } from "../tree/node.ts";
import { kindNames } from "../../../core/words/status.ts";

/** Where a command acts: a document, and a place in its text. */
export interface Here {
  readonly prd: OpenPrd;
  readonly offset: number;
}

/**
 * Where a command acts: the arguments that a lens, action or menu gives, else the active editor and its cursor. Tells
 * the person what to do when that is no document of the right kind.
 *
 * @param kinds those in which the command has a meaning; the first one is the usual one
 */
export async function hereIn(
  services: Services,
  uri?: unknown,
  offset?: unknown,
  kinds: readonly [HeaderKind, ...HeaderKind[]] = ["prd"],
): Promise<Here | undefined> {
  const document = await documentFor(uri);
  const prd = document === undefined ? undefined : await services.openPrds.find(document);
  if (prd === undefined || document === undefined) {
    void window.showInformationMessage(
      `Open a ${kindNames[kinds[0]]} and put the cursor where you want to add something.`,
    );
    return undefined;
  }
  if (prd.kind === "candidate") {
    const adopt = "Adopt this PRD";
    const picked = await window.showInformationMessage(
      "This document has no PRD header yet. Adopting it adds one and keeps every word.",
      adopt,
    );
    if (picked === adopt) {
      await commands.executeCommand("seamwork.adopt", document.uri);
    }
    return undefined;
  }
  if (!kinds.includes(prd.kind)) {
    const wanted = kinds.map((kind) => kindNames[kind]).join(" or ");
    void window.showInformationMessage(`This is a ${kindNames[prd.kind]}; that belongs in a ${wanted}.`);
    return undefined;
  }
  const editor = window.visibleTextEditors.find((one) => one.document === document);
  const cursor = editor === undefined ? 0 : document.offsetAt(editor.selection.active);
  return { prd, offset: typeof offset === "number" ? offset : cursor };
}

/** The PRD or candidate in the editor that has the focus. */
export function activePrd({ openPrds }: Services): OpenPrd | undefined {
  const document = window.activeTextEditor?.document;
  return document === undefined ? undefined : openPrds.get(document);
}

/**
 * The document that a command is about, else that of the active editor.
 *
 * @param target its address, or its line in the tree
 */
export async function documentFor(target?: unknown): Promise<TextDocument | undefined> {
  const uri = uriOf(target);
  return uri === undefined ? window.activeTextEditor?.document : workspace.openTextDocument(uri);
}

function uriOf(target: unknown): Uri | undefined {
  if (target instanceof Uri) return target;
  // VS Code gives a command in the tree's menu the line that it was opened on.
  const uri: unknown = (target as Partial<Leaf> | undefined)?.entry?.uri;
  return uri instanceof Uri ? uri : undefined;
}
