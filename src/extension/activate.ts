import { commands, ExtensionMode, window } from "vscode";
import type { ExtensionContext } from "vscode";
import { watchForPrds } from "./doorkeeper.ts";
import type { Platform } from "./platform.ts";
import { extendPreview } from "./preview/extend.ts";
import type { ExtendMarkdownIt } from "./preview/extend.ts";
import type { Running } from "./start.ts";
import { registerViews } from "./views.ts";

export interface Activated {
  /** Called when VS Code closes, and waited for. */
  close(): Promise<void>;
  /** For other extensions: the built-in one for markdown asks for this. */
  readonly exports: { readonly extendMarkdownIt: ExtendMarkdownIt };
}

/**
 * Registers what a person can call or see at once, and waits for the rest until it is needed. `start.ts` and all that
 * it imports is loaded on its first import, so people who only read a README never pay for it.
 */
export function activateOn(context: ExtensionContext, platform: Platform): Activated {
  let running: Promise<Running> | undefined;
  const run = (): Promise<Running> =>
    (running ??= import("./start.ts").then(({ start }) => start(context, platform)));
  const call =
    (id: string) =>
    async (...args: unknown[]): Promise<unknown> =>
      (await run()).commands.get(id)?.(...args);

  const manifest = context.extension.packageJSON as { contributes: { commands: { command: string }[] } };
  const contributed = manifest.contributes.commands.map(({ command }) => command);
  const forTests = context.extensionMode === ExtensionMode.Production ? [] : ["seamwork.live.inspect"];
  const behindLenses = ["select", "goTo", "walk", "rememberForTeam", "renumber"].map(
    (name) => `seamwork.${name}`,
  );
  context.subscriptions.push(
    ...[...contributed, ...behindLenses, ...forTests].map((id) => commands.registerCommand(id, call(id))),
    registerViews(run),
    // A link opens VS Code before it connects anywhere; joining asks first.
    window.registerUriHandler({
      handleUri: (uri) => void call("seamwork.live.join")(uri.toString(true)),
    }),
    watchForPrds(() => void run()),
  );
  const extendMarkdownIt = extendPreview(async () => {
    const preview = await (await run()).preview();
    context.subscriptions.push(preview);
    return preview;
  });
  return { close: async () => (await running)?.close(), exports: { extendMarkdownIt } };
}
