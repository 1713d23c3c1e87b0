import { window } from "vscode";
import type { LivePrds } from "./live-prds.ts";

/** What a test wants to know of the live PRD in the active editor; undefined where there is none. */
export interface Inspected {
  readonly text: string;
  readonly status: string;
  readonly pending: number;
  readonly people: readonly { readonly handle: string; readonly name: string }[];
  readonly settled: boolean;
}

/** The command that tests call; nobody else sees it. */
export function inspect(prds: LivePrds): Inspected | undefined {
  const uri = window.activeTextEditor?.document.uri;
  const live = uri && prds.of(uri)?.live;
  if (live === undefined) return undefined;
  const { status, participants, text, attached } = live;
  return {
    text,
    status: status.kind,
    pending: status.kind === "read-only" ? 0 : status.pending,
    people: participants.map(({ handle, name }) => ({ handle, name })),
    settled: attached?.binding.state === "settled",
  };
}
