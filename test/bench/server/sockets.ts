/** A websocket client with next to no cost of its own, so that a process of them can load a server. */
import { randomBytes } from "node:crypto";
import { connect } from "node:net";

export interface Socket {
  /** Sends what `frame` made. */
  write(frames: Buffer): void;
  /** Ends the connection without a goodbye, as a network that goes away does. */
  drop(): void;
  onMessage: (data: Buffer) => void;
}

/**
 * A binary message as it goes over the wire. The mask is zero, so the same bytes can go to many servers' sockets.
 */
export function frame(payload: Uint8Array): Buffer {
  const extended = payload.length < 126 ? 0 : payload.length < 65536 ? 2 : 8;
  const bytes = Buffer.alloc(6 + extended + payload.length);
  bytes[0] = 0x82;
  bytes[1] = 0x80 | (extended === 0 ? payload.length : extended === 2 ? 126 : 127);
  if (extended === 2) bytes.writeUInt16BE(payload.length, 2);
  if (extended === 8) bytes.writeBigUInt64BE(BigInt(payload.length), 2);
  bytes.set(payload, 6 + extended);
  return bytes;
}

/**
 * @param url `ws://host:port`
 * @param path with its slash and its query
 * @returns when the server has accepted the websocket
 * @throws when it does not, with the first line of its answer
 */
export function open(url: string, path: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const tcp = connect({ host: hostname, port: Number(port), noDelay: true });
    let kept: Buffer = Buffer.alloc(0);
    let accepted = false;
    const socket: Socket = {
      write: (frames) => void tcp.write(frames),
      drop: () => tcp.destroy(),
      onMessage: () => undefined,
    };
    tcp.on("error", reject);
    tcp.on("close", () => reject(new Error("The connection was closed before it was a websocket.")));
    tcp.on("data", (chunk) => {
      kept = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
      if (!accepted) {
        const end = kept.indexOf("\r\n\r\n");
        if (end < 0) return;
        const head = kept.toString("latin1", 0, end);
        if (!head.startsWith("HTTP/1.1 101")) return reject(new Error(head.split("\r\n")[0]));
        accepted = true;
        kept = kept.subarray(end + 4);
        resolve(socket);
        // What came with the answer is read after the caller has set its listener.
        setImmediate(() => (kept = read(kept, socket, tcp)));
        return;
      }
      kept = read(kept, socket, tcp);
    });
    tcp.write(
      `GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\n\r\n`,
    );
  });
}

/** Hands over each whole message and answers pings. @returns the bytes of a message that is not whole yet */
function read(bytes: Buffer, socket: Socket, tcp: { write(bytes: Buffer): void }): Buffer {
  let at = 0;
  while (bytes.length - at >= 2) {
    const short = (bytes[at + 1] ?? 0) & 0x7f;
    const head = short < 126 ? 2 : short === 126 ? 4 : 10;
    if (bytes.length - at < head) break;
    const length =
      short < 126
        ? short
        : short === 126
          ? bytes.readUInt16BE(at + 2)
          : Number(bytes.readBigUInt64BE(at + 2));
    if (bytes.length - at < head + length) break;
    const payload = bytes.subarray(at + head, at + head + length);
    const opcode = (bytes[at] ?? 0) & 0x0f;
    if (opcode === 8) throw new Error(`The server closed a socket: ${closing(payload)}.`);
    if (opcode === 9) tcp.write(pong(payload));
    else if (opcode < 8) socket.onMessage(payload);
    at += head + length;
  }
  return at === 0 ? bytes : bytes.subarray(at);
}

function closing(payload: Buffer): string {
  return payload.length < 2 ? "no code" : `${payload.readUInt16BE(0)} ${payload.toString("utf8", 2)}`;
}

function pong(payload: Buffer): Buffer {
  const bytes = frame(payload);
  bytes[0] = 0x8a;
  return bytes;
}
