import { applyUpdate, Doc } from "yjs";
import type { LocalCopy } from "./local-copy.ts";
import { haveCommonHistory } from "./session/lineage.ts";
import { ServerError } from "./session/server-api.ts";
import type { ServerApi } from "./session/server-api.ts";

/** How long a later join waits for the server before it goes on offline, in milliseconds. */
export const LATER_SYNC_MS = 4_000;

/**
 * The document that a local copy holds.
 *
 * @param invitation the token
 * @returns undefined where the room was begun anew meanwhile, or the copy is no document
 */
export async function docOf(
  { state }: LocalCopy,
  api: ServerApi,
  invitation: string,
): Promise<Doc | undefined> {
  const doc = new Doc();
  try {
    applyUpdate(doc, state);
  } catch {
    return undefined;
  }
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), LATER_SYNC_MS));
  // What is wrong with the server or the token, the session will say.
  const access = await Promise.race([api.access(invitation).catch(() => undefined), late]);
  return haveCommonHistory(doc, access?.vector) ? doc : undefined;
}

/**
 * A first time: makes sure that the server is one of ours, and begins the room where nothing was ever written in it.
 *
 * @param seed the text, with LF, with which a new room begins
 * @throws ServerError with one sentence
 */
export async function enter(api: ServerApi, invitation: string, seed: string | undefined): Promise<void> {
  await api.greet();
  const { vector } = await api.access(invitation);
  if (seed === undefined || vector !== undefined) return;
  try {
    await api.seed(seed);
  } catch (error) {
    // Somebody was first: theirs is the shared text, and what differs is asked about as on any joining.
    if (!(error instanceof ServerError && error.kind === "exists")) throw error;
  }
}
