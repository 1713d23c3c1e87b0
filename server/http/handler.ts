/** What is asked of the server over HTTP. Without a token that opens the room, every answer about rooms is the same 401. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { PROTOCOL_VERSION } from "../../src/collab/protocol.ts";
import { version } from "../../package.json";
import { verifyToken } from "../access/tokens.ts";
import type { Token } from "../access/tokens.ts";
import { addressOf, admitted, allowsOrigin } from "../access/admission.ts";
import type { Admission } from "../access/admission.ts";
import { reasonOf } from "../log.ts";
import { perMinute } from "./per-minute.ts";
import { Refusal, answer, answerJson } from "./requests.ts";
import type { Services } from "../room/member.ts";
import { routes } from "./routes.ts";
import type { Http } from "./routes.ts";
import { TooManyRooms } from "../room/rooms.ts";
import { DamagedRoom } from "../store/store.ts";

const unauthorized = new Refusal(
  401,
  "This invitation is not valid here, or no longer; whoever sent it can make a new one.",
);

/** Handles a request; never rejects. */
export function requestHandler(http: Http): (request: IncomingMessage, response: ServerResponse) => void {
  const { admission, services } = http;
  const mayAsk = perMinute(services.limits.requestsPerMinute);
  return (request, response) => {
    services.metrics.counts.requests_total++;
    if (!mayAsk(addressOf(admission, request)))
      return refuse(response, new Refusal(429, "Too many requests. Try again in a minute."));
    if (!allowsOrigin(admission, request))
      return refuse(response, new Refusal(403, "This web page may not use the server."));
    allowPage(request, response);
    if (request.method === "OPTIONS") return void response.writeHead(204).end();
    handle(http, request, response).catch((error: unknown) => refuse(response, asRefusal(error, services)));
  };
}

/** Browsers ask whether a page may read the answer; only pages that the server knows come this far. */
function allowPage({ headers }: IncomingMessage, response: ServerResponse): void {
  if (headers.origin === undefined) return;
  response.setHeader("Access-Control-Allow-Origin", headers.origin);
  response.setHeader("Access-Control-Allow-Headers", "authorization, content-type");
  response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT");
  response.setHeader("Vary", "Origin");
}

async function handle(http: Http, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { services, admission } = http;
  const path = (request.url ?? "").split("?")[0] ?? "";
  const isGet = request.method === "GET";
  if (isGet && path === "/")
    return answerJson(response, 200, { name: "seamwork", version, protocol: PROTOCOL_VERSION });
  if (isGet && path === "/healthz") return answerJson(response, 200, { ok: true });
  if (isGet && path === "/readyz") {
    const isReady = !http.isStopping() && services.metrics.counts.failing_rooms === 0;
    return answerJson(response, isReady ? 200 : 503, { ready: isReady });
  }
  if (isGet && path === "/metrics") {
    if (!(await maySeeMetrics(admission, request))) throw unauthorized;
    const { type, text } = await services.metrics.text();
    return answer(response, 200, type, text);
  }
  const [, rooms, room = "", ...rest] = path.split("/");
  const token = rooms === "rooms" ? await admitted(admission, bearer(request), room) : undefined;
  if (token === undefined) throw unauthorized;
  if (http.isStopping()) throw new Refusal(503, "The server is stopping.");
  const route = routes[`${request.method ?? ""} ${rest[0] ?? ""}`];
  if (route === undefined) throw new Refusal(404, "The server cannot do that.");
  await route({ ...http, request, response, room, token, rest: rest.slice(1) });
}

function bearer({ headers }: IncomingMessage): string | undefined {
  return /^Bearer ([\w.-]+)$/i.exec(headers.authorization ?? "")?.[1];
}

/** From this machine itself, or with a token for every room; a proxy's requests all come from this machine. */
async function maySeeMetrics(admission: Admission, request: IncomingMessage): Promise<boolean> {
  if (!admission.behindProxy && /^(::ffff:)?127\.|^::1$/.test(request.socket.remoteAddress ?? ""))
    return true;
  const text = bearer(request);
  const token: Token | undefined = text === undefined ? undefined : await verifyToken(text, admission.keys);
  return token?.room === "*";
}

function asRefusal(error: unknown, { log }: Services): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof TooManyRooms) return new Refusal(503, "The server is full; try again later.");
  if (error instanceof DamagedRoom)
    return new Refusal(500, "The server cannot read this PRD; whoever runs it can help.");
  log.error({ reason: reasonOf(error) }, "request");
  return new Refusal(503, "The server cannot do that right now; try again later.");
}

function refuse(response: ServerResponse, { status, message }: Refusal): void {
  if (response.headersSent) return void response.destroy();
  // What is left of a body that nobody wants is not read.
  response.setHeader("Connection", "close");
  answerJson(response, status, { error: message });
}
