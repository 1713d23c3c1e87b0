import type { LiveStatus } from "../../collab/session/status.ts";
import { shorten } from "../../core/words/shorten.ts";
import { peopleCount } from "./people.ts";

export interface StatusWords {
  /** Name of an icon of VS Code. */
  readonly icon: string;
  /** For the status bar. */
  readonly text: string;
  /** One or two whole sentences. */
  readonly sentence: string;
  /** Whether the person should look. */
  readonly warns: boolean;
}

/** As much of a reason as the status bar has room for, in UTF-16 units. */
const REASON_SHOWN = 60;

/** How the editor's text and the shared one stand: `one`, `apart` until they are joined, `asking` what the person wants. */
export type Texts = "one" | "apart" | "asking";

/**
 * How a shared PRD stands, in words that never say more than is known.
 *
 * @param people how many are there, oneself included
 */
export function statusWords(status: LiveStatus, people: number, texts: Texts): StatusWords {
  if (status.kind !== "ended" && texts === "asking")
    return {
      icon: "question",
      text: "waiting for your answer",
      sentence:
        "The file changed on disk, and you were asked which text everyone should see. Until you answer, nothing is sent or received.",
      warns: true,
    };
  if (status.kind !== "ended" && texts === "apart")
    return {
      icon: "sync",
      text: "joining…",
      sentence:
        "Your text and the shared one are being brought together. Until then, nothing is sent or received.",
      warns: false,
    };
  switch (status.kind) {
    case "connecting":
      return {
        icon: "sync",
        text: "connecting…",
        sentence: `The server has not answered yet. ${keptHere(status.pending)}`,
        warns: false,
      };
    case "live":
      return status.pending === 0
        ? {
            icon: "broadcast",
            text: `live · ${peopleCount(people)} · saved`,
            sentence: "Everything that you wrote is on the server's disk.",
            warns: false,
          }
        : {
            icon: "broadcast",
            text: `live · ${peopleCount(people)} · saving…`,
            sentence: `${yours(status.pending)} not on the server's disk yet. If this lasts, its disk may be full: whoever runs it can help, and your text is kept here.`,
            warns: false,
          };
    case "read-only":
      return {
        icon: "eye",
        text: `read only · ${peopleCount(people)}`,
        sentence: "You see every change as it is made, but cannot make any yourself.",
        warns: false,
      };
    case "offline":
      return {
        icon: "debug-disconnect",
        text: status.pending === 0 ? "offline" : `offline — ${changes(status.pending)} kept here`,
        sentence: `The server cannot be reached; Seamwork keeps trying. ${keptHere(status.pending)}`,
        warns: true,
      };
    case "ended":
      return {
        icon: "circle-slash",
        text: `ended: ${shorten(status.reason, REASON_SHOWN)}`,
        sentence: `${status.reason}${status.pending === 0 ? "" : ` ${keptHere(status.pending)}`}`,
        warns: true,
      };
  }
}

function keptHere(pending: number): string {
  if (pending === 0) return "Keep writing; it will be sent later.";
  return `${yours(pending)} kept on this computer.`;
}

function yours(pending: number): string {
  return pending === 1 ? "1 of your changes is" : `${pending} of your changes are`;
}

function changes(count: number): string {
  return count === 1 ? "1 change" : `${count} changes`;
}
