/** People with a buffer, a memory and a connection of their own, for tests of joining, leaving and coming back. */
import { WebSocket } from "ws";
import { openLivePrd } from "../../../src/collab/live-prd.ts";
import type { AskPerson, LivePrd, OpenOptions } from "../../../src/collab/live-prd.ts";
import { decodeRemembered, encodeRemembered } from "../../../src/collab/memory.ts";
import type { Memory } from "../../../src/collab/memory.ts";
import type { Transport } from "../../../src/collab/transport.ts";
import { later, tokenFor } from "../harness.ts";
import { bufferOf } from "./buffer.ts";
import type { Buffer } from "./buffer.ts";

export const transport: Transport = {
  WebSocket: WebSocket as unknown as Transport["WebSocket"],
  fetch: (url, init) => fetch(url, init),
};

/** What survives when VS Code closes. */
export function memoryOf(): Memory & { bytes?: Uint8Array } {
  const memory: Memory & { bytes?: Uint8Array } = {
    load: () => Promise.resolve(memory.bytes && decodeRemembered(memory.bytes)),
    save(remembered) {
      memory.bytes = encodeRemembered(remembered);
      return Promise.resolve();
    },
    forget() {
      delete memory.bytes;
      return Promise.resolve();
    },
  };
  return memory;
}

export interface AtDesk {
  readonly live: LivePrd;
  readonly buffer: Buffer;
  readonly memory: Memory & { bytes?: Uint8Array };
  readonly backups: string[];
  /** Ends the window as VS Code does when it is closed. */
  close(): Promise<void>;
}

export interface Sitting extends Partial<OpenOptions> {
  readonly server: string;
  readonly room: string;
  /** What is in the file; undefined for whom gets the shared text. */
  readonly file?: string;
  readonly grant?: Parameters<typeof tokenFor>[1];
  readonly memory?: Memory & { bytes?: Uint8Array };
  readonly choose?: AskPerson["chooseText"];
}

/** Opens a room and attaches a buffer to it. */
export async function sitDown({ server, room, file, grant, choose, ...rest }: Sitting): Promise<AtDesk> {
  const memory = rest.memory ?? memoryOf();
  const live = await openLivePrd({
    invitation: { server, room, token: await tokenFor(room, grant) },
    transport,
    memory,
    log: () => {},
    random: () => 0,
    now: Date.now,
    ...rest,
  });
  const buffer = bufferOf(file ?? live.text);
  const backups: string[] = [];
  let open = true;
  const close = async (): Promise<void> => {
    if (!open) return;
    open = false;
    await live.dispose();
  };
  later(close);
  await live.attach(buffer, {
    chooseText: choose ?? (() => Promise.reject(new Error("Nobody expected a question."))),
    onRevert: () => Promise.resolve("keep-shared"),
    keepBackup(text) {
      backups.push(text);
      return Promise.resolve();
    },
    onRepaired() {
      throw new Error("The buffer and the shared text came apart.");
    },
  });
  return { live, buffer, memory, backups, close };
}
