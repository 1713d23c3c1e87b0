import type { BufferSelection } from "../../collab/editor-port.ts";
import type { LivePrd } from "../../collab/live-prd.ts";
import type { SharedSelection } from "../../collab/session/presence.ts";

/**
 * Tells where somebody's selection is in the editor's buffer; undefined while the buffer and the shared text are not
 * one. What only shows the PRD has its text as it is.
 */
export function bufferOf(live: LivePrd): ((selection: SharedSelection) => BufferSelection) | undefined {
  const { attached, me } = live;
  if (attached !== undefined) return (selection) => attached.toBuffer(selection);
  return me.right === "read" ? (selection) => selection : undefined;
}
