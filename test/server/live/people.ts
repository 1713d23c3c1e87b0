/** People with a buffer, a local copy and a connection of their own, for tests of joining, leaving and coming back. */
import { WebSocket } from "ws";
import { openLivePrd } from "../../../src/collab/live-prd.ts";
import type { AskPerson } from "../../../src/collab/ask-person.ts";
import type { LivePrd, OpenOptions } from "../../../src/collab/live-prd.ts";
import { decodeCopy, encodeCopy } from "../../../src/collab/local-copy.ts";
import type { CopyFile } from "../../../src/collab/local-copy.ts";
import type { Transport } from "../../../src/collab/transport.ts";
import { later, tokenFor } from "../harness.ts";
import { bufferOf } from "./buffer.ts";
import type { Buffer } from "./buffer.ts";

export const transport: Transport = {
  WebSocket: WebSocket as unknown as Transport["WebSocket"],
  fetch: (url, init) => fetch(url, init),
};

/** What survives when VS Code closes. */
export function copyFileOf(): CopyFile & { bytes?: Uint8Array } {
  const copyFile: CopyFile & { bytes?: Uint8Array } = {
    load: () => Promise.resolve(copyFile.bytes && decodeCopy(copyFile.bytes)),
    save(copy) {
      copyFile.bytes = encodeCopy(copy);
      return Promise.resolve();
    },
    remove() {
      delete copyFile.bytes;
      return Promise.resolve();
    },
  };
  return copyFile;
}

export interface AtDesk {
  readonly live: LivePrd;
  readonly buffer: Buffer;
  readonly copyFile: CopyFile & { bytes?: Uint8Array };
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
  readonly copyFile?: CopyFile & { bytes?: Uint8Array };
  readonly choose?: AskPerson["chooseText"];
}

/** Opens a room and attaches a buffer to it. */
export async function sitDown({ server, room, file, grant, choose, ...rest }: Sitting): Promise<AtDesk> {
  const copyFile = rest.copyFile ?? copyFileOf();
  const live = await openLivePrd({
    invitation: { server, room, token: await tokenFor(room, grant) },
    transport,
    copyFile,
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
  return { live, buffer, copyFile, backups, close };
}
