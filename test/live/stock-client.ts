import assert from "node:assert/strict";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { parseLink } from "../../src/collab/link.ts";
import { until } from "./pair.ts";

/** Another program in a room: the unmodified client from npm. */
export interface StockClient {
  readonly text: Y.Text;
  readonly provider: WebsocketProvider;
}

/** @param link as `seamwork invite` makes it */
export async function stockClient(link: string): Promise<StockClient> {
  const invitation = parseLink(link);
  assert.ok(typeof invitation === "object", link);
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(invitation.server, invitation.room, doc, {
    params: { token: invitation.token },
    disableBc: true,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  await until(() => provider.synced, "the client is in sync");
  return { text: doc.getText("content"), provider };
}
