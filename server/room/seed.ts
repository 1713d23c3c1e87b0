import * as Y from "yjs";
import { TEXT_NAME } from "../../src/collab/protocol.ts";

/** The update that begins a room with a text, whose line ends become LF; undefined for an empty one. */
export function seedUpdate(text: string): Uint8Array | undefined {
  const content = text.replace(/\r\n?/g, "\n");
  if (content === "") return undefined;
  const doc = new Y.Doc();
  doc.getText(TEXT_NAME).insert(0, content);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
