import type { Text } from "yjs";
import { MINE } from "./binding/undo.ts";
import type { EditorPort } from "./editor-port.ts";
import type { AskPerson } from "./ask-person.ts";
import type { CopyWriter } from "./copy-writer.ts";
import { applyText } from "./text/edits.ts";
import { sharedText } from "./text/line-ends.ts";
import { threeWay } from "./text/merge.ts";
import { union } from "./text/union.ts";

/**
 * Brings what a buffer has and the shared text has not into the shared text, before the two become one. What the buffer
 * lacks is left to the binding.
 *
 * @returns false when the person, being asked, chose nothing
 */
export async function settle(
  editor: EditorPort,
  text: Text,
  { last, saved, held }: Pick<CopyWriter, "last" | "saved" | "held">,
  person: AskPerson,
): Promise<boolean> {
  const mine = sharedText(editor.text);
  const shared = text.toJSON();
  // As it was when this computer knew the shared text last: all that differs is news from the others.
  if (mine === shared || mine === last || mine === saved || mine === held) return true;
  if (last !== undefined) {
    const merged = threeWay(last, mine, shared);
    applyText(text, merged.text, MINE);
    if (merged.lost) await person.keepBackup(mine, "mine");
    return true;
  }
  const choice = await person.chooseText(mine, shared);
  // Both may have gone on while the person thought.
  const mineNow = sharedText(editor.text);
  const sharedNow = text.toJSON();
  switch (choice) {
    case undefined:
      return false;
    case "shared":
      await person.keepBackup(mineNow, "mine");
      return true;
    case "merged":
      applyText(text, union(mineNow, sharedNow), MINE);
      return true;
    case "mine":
      await person.keepBackup(sharedNow, "shared");
      applyText(text, mineNow, MINE);
      return true;
  }
}
