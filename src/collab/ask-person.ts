import type { Revert, RevertChoice } from "./binding/binding.ts";

/** What only the person can decide, and what they must hear. */
export interface AskPerson {
  /** The file and the shared text differ, and nothing tells which came first. Undefined: neither, leave it. */
  chooseText(mine: string, shared: string): Promise<"shared" | "mine" | "merged" | undefined>;
  /** The file changed on disk below a live session. */
  onRevert(revert: Revert): Promise<RevertChoice>;
  /** Some of the words of this text are not in the shared one any more: it is to be kept as a file. */
  keepBackup(text: string, whose: "mine" | "shared"): Promise<void>;
  /** The buffer and the shared text had come apart, and were merged. */
  onRepaired(): void;
}
