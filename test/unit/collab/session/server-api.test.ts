import assert from "node:assert/strict";
import { PROTOCOL_VERSION } from "../../../../src/collab/protocol.ts";
import { serverApi } from "../../../../src/collab/session/server-api.ts";
import type { ServerApi, ServerError } from "../../../../src/collab/session/server-api.ts";

/** A server that always answers the same. */
function answering(body: unknown, status = 200, headers: Record<string, string> = {}): ServerApi {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return serverApi("wss://seamwork.example.com", "a", "a.b.c", {
    WebSocket: class {} as unknown as typeof WebSocket,
    fetch: () => Promise.resolve(new Response(text, { status, headers })),
  });
}

async function refusal(work: Promise<unknown>): Promise<ServerError> {
  try {
    await work;
  } catch (error) {
    return error as ServerError;
  }
  throw new Error("It was not refused.");
}

describe("what a person is told about a server", () => {
  const greeting = { name: "seamwork", version: "9.9.9" };

  it("is nothing when it speaks as we do", async () => {
    await answering({ ...greeting, protocol: PROTOCOL_VERSION }).greet();
  });

  const told: Record<string, [ServerApi, RegExp]> = {
    "is newer": [
      answering({ ...greeting, protocol: PROTOCOL_VERSION + 1 }),
      /^The server at seamwork\.example\.com is newer than this Seamwork\. Update the extension to join\.$/,
    ],
    "is older": [
      answering({ ...greeting, protocol: PROTOCOL_VERSION - 1 }),
      /^The server at seamwork\.example\.com is older than this Seamwork\. Whoever runs it needs to update it\.$/,
    ],
    "is something else": [
      answering("<html>"),
      /answers, but it is not a Seamwork server\. Is the address right\?$/,
    ],
    "is something else that speaks JSON": [answering(["seamwork"]), /not a Seamwork server/],
  };
  for (const [what, [api, sentence]] of Object.entries(told)) {
    it(`is one sentence when it ${what}`, async () => {
      assert.match((await refusal(api.greet())).message, sentence);
    });
  }

  it("is its own sentence when it does not accept an invitation", async () => {
    const error = await refusal(answering({ error: "This invitation has expired." }, 401).access("a.b.c"));
    assert.deepEqual([error.kind, error.message], ["refused", "This invitation has expired."]);
  });

  it("is what to do next when it refuses without a word", async () => {
    const stranger = await refusal(answering("", 401).access("a.b.c"));
    assert.deepEqual(
      [stranger.kind, stranger.message],
      [
        "refused",
        "seamwork.example.com does not accept this invitation; whoever sent it can make a new one.",
      ],
    );
    const twice = await refusal(answering("", 409).seed("text"));
    assert.deepEqual([twice.kind, twice.message], ["exists", "This PRD is already shared under this name."]);
  });

  it("names the clocks when they are a day apart, since that is what has to be set right", async () => {
    const date = new Date(Date.now() + 86_400_000).toUTCString();
    const error = await refusal(
      answering({ error: "This invitation has expired." }, 401, { date }).access("a.b.c"),
    );
    assert.match(
      error.message,
      /\(This computer's clock and the server's are 24 hours apart; is yours right\?\)$/,
    );
  });

  it("says what to do when it has no room left, or answers what nobody understands", async () => {
    const full = answering({ error: "The disk of the server is full; whoever runs it can help." }, 507);
    assert.match((await refusal(full.seed("text"))).message, /disk of the server is full/);
    assert.match((await refusal(answering("oops", 500).history())).message, /Try again later/);
  });

  it("is that it cannot be reached, when it cannot", async () => {
    const api = serverApi("ws://localhost:1", "a", "a.b.c", {
      WebSocket: class {} as unknown as typeof WebSocket,
      fetch: () => Promise.reject(new TypeError("fetch failed")),
    });
    const error = await refusal(api.greet());
    assert.deepEqual(
      [error.kind, error.message],
      ["unreachable", "localhost:1 cannot be reached. Is the server running, and are you on its network?"],
    );
  });
});
