/** A server with two people at work on it, for tests in which somebody else means no good. */
import assert from "node:assert/strict";
import { witnesses } from "./peer.ts";
import type { Witnesses } from "./peer.ts";
import { startProgram, temporaryFolder } from "./program.ts";
import type { Program } from "./program.ts";

const MB = 1024 * 1024;
/** What JavaScript may take of the machine's memory in these tests; the process ends where it needs more. */
const HEAP = 160;

export interface Scene {
  readonly server: Program;
  readonly data: string;
  /** The two at work. */
  readonly others: Witnesses;
}

/**
 * Sets the scene for a `describe`. After each test the server must be up, still the same process, with bounded memory,
 * and the two must see each other's words.
 */
export function scene(limits: Record<string, number> = {}): Scene {
  const data = temporaryFolder();
  const set: { server?: Program; others?: Witnesses } = {};
  before(async () => {
    set.server = await startProgram(data, { limits, heap: HEAP });
    set.others = await witnesses(set.server.url);
  });
  afterEach(async () => {
    const { server, others } = set;
    assert(server !== undefined && others !== undefined);
    assert(server.alive(), `The server has ended:\n${server.log()}`);
    await others.check();
    const memory = (await server.metric("process_resident_memory_bytes")) / MB;
    assert(memory < HEAP + 200, `The server takes ${memory.toFixed()} MB.`);
  });
  after(async () => {
    set.others?.leave();
    assert.equal(await set.server?.stop(), 0, set.server?.log());
  });
  return {
    data,
    get server() {
      assert(set.server !== undefined, "The server is started before the first test.");
      return set.server;
    },
    get others() {
      assert(set.others !== undefined, "They come before the first test.");
      return set.others;
    },
  };
}
