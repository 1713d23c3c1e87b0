import { createHash, X509Certificate } from "node:crypto";
import { request } from "node:https";
import { connect as connectTls } from "node:tls";
import Socket from "ws";
import { ServerError } from "../../collab/session/server-api.ts";
import type { Transport } from "../../collab/transport.ts";

/** The way to a server from a computer. */
export function connect(server: string, fingerprint: string | undefined): Promise<Transport> {
  return Promise.resolve(
    fingerprint === undefined
      ? { WebSocket: Socket as unknown as typeof WebSocket, fetch: (url, init) => fetch(url, init) }
      : pinned(server, fingerprint),
  );
}

/** How long the look at a certificate may take, in milliseconds. */
const LOOK_MS = 10_000;

/**
 * The way to a server whose certificate was made on the spot: a first connection only looks at the certificate, and
 * sends nothing. What follows trusts that one certificate and no other, and looks at it again each time.
 */
function pinned(server: string, fingerprint: string): Transport {
  const { hostname, port } = new URL(server);
  let known: string | undefined;

  const trusted = (certificate: string): object => ({
    ca: certificate,
    // Its name is not the computer's address; which certificate it is says more than any name.
    checkServerIdentity: (_host: string, { raw }: { raw: Buffer }) =>
      fingerprintOf(raw) === fingerprint ? undefined : new Error("another certificate"),
  });

  const look = (): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connectTls({ host: hostname, port: Number(port || 443), rejectUnauthorized: false });
      socket.setTimeout(LOOK_MS, () => socket.destroy(new Error("no answer")));
      socket.once("error", reject);
      socket.once("secureConnect", () => {
        const { raw } = socket.getPeerCertificate();
        socket.destroy();
        if (fingerprintOf(raw) === fingerprint) resolve(new X509Certificate(raw).toString());
        else
          reject(
            new ServerError(
              "refused",
              `${hostname} is not the computer that this link was made on, so nothing was sent to it. Ask for a new link.`,
            ),
          );
      });
    });

  class PinnedSocket extends Socket {
    constructor(url: string, protocols?: string | string[]) {
      super(url, protocols ?? [], trusted(known ?? ""));
    }
  }

  return {
    WebSocket: PinnedSocket as unknown as typeof WebSocket,
    async fetch(url, init) {
      known ??= await look();
      return send(url, init, trusted(known));
    },
  };
}

function fingerprintOf(certificate: Buffer): string {
  return createHash("sha256").update(certificate).digest("hex");
}

/** As `fetch`, which cannot be told what to trust. */
function send(url: string, init: RequestInit = {}, trust: object): Promise<Response> {
  return new Promise((resolve, reject) => {
    const call = request(url, {
      method: init.method ?? "GET",
      headers: Object.fromEntries(new Headers(init.headers)),
      ...(init.signal && { signal: init.signal }),
      ...trust,
    });
    call.once("error", reject);
    call.once("response", (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.once("error", reject);
      response.once("end", () => {
        const headers = Object.entries(response.headersDistinct).flatMap(([name, values]) =>
          (values ?? []).map((value): [string, string] => [name, value]),
        );
        const status = response.statusCode ?? 500;
        resolve(new Response(status === 204 ? null : Buffer.concat(parts), { status, headers }));
      });
    });
    call.end(typeof init.body === "string" ? init.body : undefined);
  });
}
