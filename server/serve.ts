/** `seamwork serve`: the server as a program. */
import { mkdirSync, readFileSync } from "node:fs";
import { isIP } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { belongTogether, fingerprintOf, ownCertificate } from "./access/certificate.ts";
import type { Certificate } from "./access/certificate.ts";
import { parseLimits } from "./limits.ts";
import type { Limits } from "./limits.ts";
import { logTo } from "./log.ts";
import type { Keys } from "./access/tokens.ts";
import { keysOfEnvironment, keysOfFile, ownKeys } from "./access/secret.ts";
import { startServer } from "./server.ts";
import type { RunningServer } from "./server.ts";
import { openLevelStore } from "./store/level.ts";
import { CannotStart } from "./program.ts";
import type { Output } from "./program.ts";

export interface ServeFlags {
  readonly data: string;
  readonly port: number;
  readonly host: string;
  readonly secretFile?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly tlsSelfSigned?: true;
  readonly behindProxy?: true;
  readonly origin: readonly string[];
  readonly limits?: string;
  readonly publicAddress?: string;
  readonly json?: true;
  readonly stopWithParent?: true;
}

/** Runs until it is told to stop. @returns the exit code */
export async function serve(flags: ServeFlags, { out, err }: Output): Promise<number> {
  const isOpen = !isLoopback(flags.host);
  if (isOpen && flags.tlsSelfSigned !== true && flags.tlsCert === undefined && flags.behindProxy !== true)
    throw new CannotStart(
      `On ${flags.host}, anyone on the network could read along. Use --tls-cert and --tls-key, --tls-self-signed, or --behind-proxy if a proxy in front handles TLS.`,
    );
  if ((flags.tlsCert === undefined) !== (flags.tlsKey === undefined))
    throw new CannotStart("--tls-cert and --tls-key belong together; one of them is missing.");
  if (flags.tlsSelfSigned === true && flags.tlsCert !== undefined)
    throw new CannotStart(
      "--tls-self-signed creates a certificate and --tls-cert brings one; use only one of them.",
    );
  const limits = flags.limits === undefined ? undefined : limitsOf(flags.limits);
  makeFolder(flags.data);
  const tls = await certificateOf(flags);
  const { keys, made } = keysFor(flags);
  const server = await listen(flags, { keys, tls, limits, log: logTo(err) });
  if (made !== undefined)
    err(
      `Created a secret in ${made}; \`seamwork invite … --secret-file ${made}\` creates invitations with it.\n`,
    );
  const url = publicUrl(server, flags, tls !== undefined);
  const fingerprint = flags.tlsSelfSigned === true && tls !== undefined ? fingerprintOf(tls.cert) : undefined;
  if (flags.json === true)
    out(`${JSON.stringify({ url, ...(fingerprint !== undefined && { fingerprint }) })}\n`);
  else out(`Serving live sessions at ${url}; Ctrl+C stops the server.\n`);
  return untilStopped(server, flags.stopWithParent === true);
}

async function listen(
  { data, port, host, behindProxy, origin }: ServeFlags,
  {
    keys,
    tls,
    limits,
    log,
  }: Pick<Parameters<typeof startServer>[0], "keys" | "log"> & {
    tls: Certificate | undefined;
    limits: Limits | undefined;
  },
): Promise<RunningServer> {
  const store = await openLevelStore(join(data, "rooms"));
  try {
    return await startServer({
      ...{ store, keys, port, host, behindProxy: behindProxy === true, origins: origin },
      ...(log !== undefined && { log }),
      ...(tls !== undefined && { tls }),
      ...(limits !== undefined && { limits }),
    });
  } catch (error) {
    await store.close();
    throw new CannotStart(listenReason(error as NodeJS.ErrnoException, host, port), { cause: error });
  }
}

function listenReason({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} on ${host} is in use by another program; choose another with --port, or 0 for any free one.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `${host} is not an address of this machine; --host takes one, such as 127.0.0.1.`;
    case "EACCES":
      return `Port ${port} needs more rights than this user has; choose one above 1023 with --port.`;
    default:
      return `The server cannot start: ${message}`;
  }
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

function limitsOf(file: string): Limits {
  try {
    return parseLimits(readFileSync(file, "utf8"));
  } catch (error) {
    throw new CannotStart(`The limits in ${file} cannot be used: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new CannotStart(`The folder ${folder} cannot be created: ${(error as Error).message}.`, {
      cause: error,
    });
  }
}

/** The keys, and the file of those that were made just now. */
function keysFor({ secretFile, data }: ServeFlags): {
  readonly keys: Keys;
  readonly made: string | undefined;
} {
  const given = secretFile === undefined ? keysOfEnvironment() : keysOfFile(secretFile);
  if (given !== undefined) return { keys: given, made: undefined };
  const { keys, file, isNew } = ownKeys(data);
  return { keys, made: isNew ? file : undefined };
}

async function certificateOf({
  tlsCert,
  tlsKey,
  tlsSelfSigned,
  data,
}: ServeFlags): Promise<Certificate | undefined> {
  if (tlsSelfSigned === true) return ownCertificate(data);
  if (tlsCert === undefined || tlsKey === undefined) return undefined;
  const [cert = "", key = ""] = [tlsCert, tlsKey].map((file) => {
    try {
      return readFileSync(file, "utf8");
    } catch (error) {
      throw new CannotStart(`${file} cannot be read: ${(error as Error).message}.`, { cause: error });
    }
  });
  if (!belongTogether(cert, key))
    throw new CannotStart(`${tlsCert} and ${tlsKey} should be a certificate and its key, both in PEM.`);
  return { cert, key };
}

/** The address that others use: as told, or the machine's first address on a network where it listens on all. */
function publicUrl(
  { url, port }: RunningServer,
  { host, publicAddress }: ServeFlags,
  isTls: boolean,
): string {
  const isAny = host === "0.0.0.0" || host === "::";
  const address = publicAddress ?? (isAny ? networkAddress() : undefined);
  if (address === undefined) return url;
  return `${isTls ? "wss" : "ws"}://${isIP(address) === 6 ? `[${address}]` : address}:${port}`;
}

function networkAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.find(({ family, internal }) => family === "IPv4" && !internal)?.address ?? "127.0.0.1";
}

/** @returns 0 when everything was saved, 1 otherwise */
async function untilStopped(server: RunningServer, withParent: boolean): Promise<number> {
  await new Promise<void>((told) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => told());
    if (withParent) process.stdin.on("end", told).on("error", told).resume();
  });
  // An open standard input would keep the process.
  process.stdin.destroy();
  return (await server.stop()) ? 0 : 1;
}
