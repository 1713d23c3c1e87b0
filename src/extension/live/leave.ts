import { window } from "vscode";
import type { Uri } from "vscode";
import type { LiveContext } from "./context.ts";
import { told } from "./told.ts";

/** *Leave shared PRD*: the file stays, and others go on. */
export async function leave({ live }: LiveContext, uri: Uri): Promise<void> {
  const shared = live.of(uri);
  if (shared === undefined) return;
  const { status } = shared.live;
  if (status.kind !== "read-only" && status.pending > 0) {
    const anyway = "Leave Anyway";
    const choice = await window.showWarningMessage(
      `${status.pending === 1 ? "One change has" : `${status.pending} changes have`} not reached the others yet.`,
      {
        modal: true,
        detail: "They stay in your file. To pass them on, wait until the status bar says “saved”.",
      },
      anyway,
    );
    if (choice !== anyway) return;
  }
  await live.leave(uri);
  void window.showInformationMessage(`You left ${shared.name}. Your file stays as it is.`);
}

/** *Stop sharing*: takes every invitation back, and then leaves. */
export async function stopSharing({ live, here }: LiveContext, uri: Uri): Promise<void> {
  const shared = live.of(uri);
  const file = await live.storage.shared(uri);
  if (shared === undefined || file === undefined) return;
  const others = shared.live.participants.map(({ name }) => name);
  const stop = "Stop Sharing";
  const choice = await window.showWarningMessage(
    `Stop sharing ${shared.name}?`,
    {
      modal: true,
      detail: `${others.length > 0 ? `${[...new Set(others)].join(", ")} will be disconnected. ` : ""}Everyone keeps the current text; links that you sent stop working.`,
    },
    stop,
  );
  if (choice !== stop) return;
  await told(async () => {
    await shared.live.api.revoke("all");
    await live.leave(uri);
    if (file.here && (await othersFromHere(live))) return;
    if (file.here) await here.stop();
  });
}

async function othersFromHere(live: LiveContext["live"]): Promise<boolean> {
  const files = await Promise.all(live.all.map(async ({ uri }) => live.storage.shared(uri)));
  return files.some((file) => file?.here === true);
}
