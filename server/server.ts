/** The server, put together: HTTP, sockets, rooms and store. */
import { createServer as createHttp } from "node:http";
import { createServer as createHttps } from "node:https";
import type { AddressInfo } from "node:net";
import type { Keys } from "./access/tokens.ts";
import type { Admission } from "./access/admission.ts";
import { requestHandler } from "./http/handler.ts";
import { defaultLimits } from "./limits.ts";
import type { Limits } from "./limits.ts";
import { reasonOf, silent } from "./log.ts";
import type { Log } from "./log.ts";
import { startMetrics } from "./metrics.ts";
import { loadRevocations } from "./access/revocations.ts";
import { startRooms } from "./room/rooms.ts";
import { startSockets } from "./sockets/sockets.ts";
import type { Store } from "./store/store.ts";

export interface ServerOptions {
  /** Closed when the server stops. */
  readonly store: Store;
  readonly keys: Keys;
  /** 0 for any that is free. */
  readonly port: number;
  /** Where it listens; the default is this machine only. */
  readonly host?: string;
  /** PEM texts. */
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly behindProxy?: boolean;
  readonly origins?: readonly string[];
  readonly limits?: Partial<Limits>;
  readonly log?: Log;
}

export interface RunningServer {
  /** `ws://HOST:PORT` or `wss://…`, with the host that it listens on. */
  readonly url: string;
  readonly port: number;
  /**
   * Takes in nothing more, saves what came, says goodbye and closes the store.
   *
   * @param seconds how long that may take; the limit `drainSeconds` without
   * @returns false when something could not be saved in that time
   */
  stop(seconds?: number): Promise<boolean>;
}

/** @throws Error when the address cannot be listened on, or the store cannot be read */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const {
    store,
    keys,
    port,
    host = "127.0.0.1",
    tls,
    behindProxy = false,
    origins = [],
    log = silent,
  } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const services = { store, limits, log, metrics: startMetrics() };
  const revocations = await loadRevocations(store, limits.revocationsPerRoom);
  const admission: Admission = { keys, revocations, behindProxy, origins };
  const rooms = startRooms(services);
  const sockets = startSockets(services, admission, rooms);
  let stopped: Promise<boolean> | undefined;
  const handler = requestHandler({
    services,
    admission,
    rooms,
    sockets,
    isStopping: () => stopped !== undefined,
  });
  const settings = { maxHeaderSize: limits.headerBytes, headersTimeout: 10_000, requestTimeout: 60_000 };
  const http =
    tls === undefined ? createHttp(settings, handler) : createHttps({ ...settings, ...tls }, handler);
  // Sockets that say nothing are no reason to run out of handles.
  http.maxConnections = Math.ceil(limits.sockets * 1.2);
  http.on("upgrade", (request, socket, head) => sockets.upgrade(request, socket, head));
  try {
    await new Promise<void>((done, failed) => {
      http.once("error", failed).listen(port, host, () => {
        http.off("error", failed);
        done();
      });
    });
  } catch (error) {
    // Nothing may keep a process that could not start.
    sockets.closeAll();
    throw error;
  }
  http.on("error", (error) => log.error({ reason: reasonOf(error) }, "listening"));
  const address = http.address() as AddressInfo;

  async function stop(seconds: number): Promise<boolean> {
    const over = new Promise<false>((done) => void setTimeout(done, seconds * 1000, false).unref());
    http.close();
    sockets.hold();
    const isSaved = await Promise.race([rooms.saved().then(() => true), over]);
    sockets.closeAll();
    http.closeIdleConnections();
    try {
      await Promise.race([store.close(), over]);
    } catch (error) {
      log.error({ reason: reasonOf(error) }, "store not closed");
    }
    // Goodbyes need a moment to get through.
    await new Promise((done) => void setTimeout(done, 50));
    http.closeAllConnections();
    if (!isSaved) log.error("stopped before everything was saved");
    return isSaved;
  }

  const shown = host.includes(":") ? `[${host}]` : host;
  return {
    url: `${tls === undefined ? "ws" : "wss"}://${shown}:${address.port}`,
    port: address.port,
    stop: (seconds = limits.drainSeconds) => (stopped ??= stop(seconds)),
  };
}
