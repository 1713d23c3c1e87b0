/** What people type, made before anything is timed: the same in every room and for every server. */
import * as Y from "yjs";
import { TEXT_NAME } from "../../../src/collab/protocol.ts";
import { randomFrom } from "../../random.ts";

/** One key: an update, and the clock of the typist that it reaches. A deletion reaches no new one. */
export interface Key {
  readonly update: Uint8Array;
  readonly clock: number;
}

export interface Typing {
  /** The text before: one update of `author`. */
  readonly base: Uint8Array;
  readonly keys: readonly Key[];
  /** The text after all keys. */
  readonly text: string;
  /** What a client that starts with nothing is sent for it. */
  readonly state: Uint8Array;
}

/** The ids of the Yjs clients that wrote the base and that type. */
export const author = 1;
export const typist = 2;

/**
 * A person who types words at one place, now and then rubs out, and goes on somewhere else.
 *
 * @param length of the text before, in UTF-16 units
 * @param count of keys; the last one adds
 * @param share of the keys that delete, 0 to 1
 */
export function typing(length: number, count: number, share: number): Typing {
  const random = randomFrom(length + count);
  const first = new Y.Doc();
  first.clientID = author;
  first.getText(TEXT_NAME).insert(0, prose(length, random));
  const base = Y.encodeStateAsUpdate(first);

  const doc = new Y.Doc();
  Y.applyUpdate(doc, base);
  doc.clientID = typist;
  const text = doc.getText(TEXT_NAME);
  const keys: Key[] = [];
  let clock = 0;
  doc.on("update", (update: Uint8Array) => {
    clock = Y.parseUpdateMeta(update).to.get(typist) ?? clock;
    keys.push({ update, clock });
  });
  let caret = Math.floor(random() * length);
  for (let n = 0; n < count; n++) {
    if (random() < 1 / 40) caret = Math.floor(random() * text.length);
    if (n < count - 1 && caret > 0 && random() < share) text.delete(--caret, 1);
    else text.insert(caret++, random() < 0.17 ? " " : letter(random));
  }
  return { base, keys, text: text.toJSON(), state: Y.encodeStateAsUpdate(doc) };
}

function prose(length: number, random: () => number): string {
  let text = "";
  while (text.length < length) text += random() < 0.02 ? "\n" : random() < 0.17 ? " " : letter(random);
  return text;
}

function letter(random: () => number): string {
  return String.fromCharCode(97 + Math.floor(random() * 26));
}
