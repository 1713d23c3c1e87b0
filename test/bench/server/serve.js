/**
 * One server in a process of its own: `node serve.js NAME [DATA]`, started with an IPC channel. It says `{ url }` when it
 * listens and answers "usage" and "memory". The peers are installed beside this file only, which is why no type checker
 * looks at it.
 */
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";

const [name, data, program] = process.argv.slice(2);

const servers = {
  /** Ours as it ships, with its store on disk. */
  async seamwork() {
    const { main } = await import(pathToFileURL(program).href);
    return new Promise((resolve) => {
      const out = (text) => {
        const line = text.split("\n").find((line) => line.startsWith("{") && line.includes('"url"'));
        if (line) resolve(JSON.parse(line).url);
      };
      const err = (text) => process.stderr.write(text);
      void main(["serve", "--data", data, "--port", "0", "--json"], { out, err });
    });
  },
  /** The reference: documents in memory, nothing stored. */
  async reference() {
    const { setupWSConnection } = await import("@y/websocket-server/utils");
    return websockets((socket, request) => setupWSConnection(socket, request));
  },
  async hocuspocus() {
    const { Server } = await import("@hocuspocus/server");
    const server = new Server({ port: 0, address: "127.0.0.1", quiet: true, stopOnSignals: false });
    await server.listen();
    return `ws://127.0.0.1:${server.address.port}`;
  },
  /**
   * The floor: hands each message to the others in its room, and does not look into it. To a client that asks for the
   * document (sync step 1) it gives the longest message that went through the room.
   */
  async relay() {
    const rooms = new Map();
    return websockets((socket, request) => {
      const path = request.url.split("?")[0];
      const room = rooms.get(path) ?? { sockets: new Set(), longest: Buffer.alloc(0) };
      rooms.set(path, room);
      room.sockets.add(socket);
      socket.on("close", () => room.sockets.delete(socket));
      socket.on("message", (message) => {
        if (message[0] === 0 && message[1] === 0) {
          if (room.longest.length > 0) socket.send(room.longest);
          else socket.send(Buffer.from([0, 1, 2, 0, 0]));
          return;
        }
        if (message.length > room.longest.length) {
          room.longest = Buffer.from(message);
          room.longest[1] = 1;
        }
        for (const other of room.sockets) if (other !== socket) other.send(message);
      });
    });
  },
};

/** @param {(socket: any, request: any) => void} connected */
async function websockets(connected) {
  const { WebSocketServer } = await import("ws");
  const http = createServer();
  new WebSocketServer({ server: http, perMessageDeflate: false }).on("connection", connected);
  await new Promise((resolve) => http.listen(0, "127.0.0.1", 4096, resolve));
  return `ws://127.0.0.1:${http.address().port}`;
}

process.on("message", (question) => {
  if (question === "usage") return process.send(process.cpuUsage());
  // Twice, because what the first pass finds unreachable may keep buffers outside of the heap until the second.
  globalThis.gc();
  globalThis.gc();
  const { rss, heapUsed, external } = process.memoryUsage();
  process.send({ rss, heap: heapUsed + external });
});
process.on("disconnect", () => process.exit());
process.send({ url: await servers[name]() });
