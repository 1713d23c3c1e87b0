/** Reading requests and writing answers, bounded. */
import type { IncomingMessage, ServerResponse } from "node:http";

/** An answer other than what was asked for: a status and one sentence. */
export class Refusal extends Error {
  readonly status: number;
  constructor(status: number, sentence: string) {
    super(sentence);
    this.status = status;
  }
}

/**
 * The body as text.
 *
 * @param most bytes
 * @throws Refusal for one that is larger, or is no UTF-8
 */
export async function bodyOf(request: IncomingMessage, most: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) throw new Refusal(413, `This is more than the ${most} bytes that the server accepts.`);
    parts.push(part);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    throw new Refusal(400, "The text should be UTF-8.");
  }
}

/** @throws Refusal when it is no JSON */
export async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const text = await bodyOf(request, 64 * 1024);
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, "The body should be JSON.");
  }
}

export function answerJson(response: ServerResponse, status: number, value: unknown): void {
  answer(response, status, "application/json; charset=utf-8", `${JSON.stringify(value)}\n`);
}

export function answerText(response: ServerResponse, status: number, text: string): void {
  answer(response, status, "text/plain; charset=utf-8", text);
}

export function answer(response: ServerResponse, status: number, type: string, body: string): void {
  const headers = { "Content-Type": type, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" };
  response.writeHead(status, { ...headers, "Content-Length": Buffer.byteLength(body) }).end(body);
}
