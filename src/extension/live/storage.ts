import { Uri, workspace } from "vscode";
import type { ExtensionContext } from "vscode";
import type { Invitation } from "../../collab/link.ts";
import { decodeCopy, encodeCopy } from "../../collab/local-copy.ts";
import type { CopyFile } from "../../collab/local-copy.ts";
import { secretOf } from "./lazy-live.ts";

/** A document of this computer that is shared, and with which token. */
export interface SharedFile extends Invitation {
  /** Names what is kept; stays the same when the file is renamed. */
  readonly key: string;
  /** The server runs on this computer, inside of VS Code, and its port may change. */
  readonly here: boolean;
}

/**
 * What live editing keeps on this computer. All that holds a token is in the system's store of secrets, which the
 * windows of one person have in common.
 */
export interface Storage {
  shared(uri: Uri): Promise<SharedFile | undefined>;
  share(uri: Uri, file: SharedFile): Promise<void>;
  move(from: Uri, to: Uri): Promise<void>;
  forget(uri: Uri): Promise<void>;
  copyFile(key: string): CopyFile;
  /** Keeps a team's token: it opens every room of its pattern on that server. */
  keepTeam(invitation: Invitation): Promise<void>;
  /** The team's tokens for a server, the latest first. */
  teams(server: string): Promise<readonly Invitation[]>;
  /** Writes a text that would be lost, and says where. */
  backup(name: string, text: string): Promise<Uri>;
}

const teamsKey = (server: string): string => `seamwork.live.teams ${server}`;

export function createStorage({ secrets, globalStorageUri }: ExtensionContext): Storage {
  async function read<Value>(key: string): Promise<Value | undefined> {
    const text = await secrets.get(key);
    try {
      return text === undefined ? undefined : (JSON.parse(text) as Value);
    } catch {
      return undefined;
    }
  }
  const write = async (key: string, value: unknown): Promise<void> =>
    secrets.store(key, JSON.stringify(value));
  const teams = async (server: string): Promise<readonly Invitation[]> =>
    (await read<Invitation[]>(teamsKey(server))) ?? [];

  return {
    shared: async (uri) => read<SharedFile>(secretOf(uri)),
    share: async (uri, file) => write(secretOf(uri), file),
    async move(from, to) {
      const file = await read<SharedFile>(secretOf(from));
      if (file === undefined) return;
      await write(secretOf(to), file);
      await secrets.delete(secretOf(from));
    },
    forget: async (uri) => secrets.delete(secretOf(uri)),
    copyFile: (key) => copyFileIn(Uri.joinPath(globalStorageUri, "live"), key),
    async keepTeam(invitation) {
      const others = (await teams(invitation.server)).filter(({ room }) => room !== invitation.room);
      await write(teamsKey(invitation.server), [invitation, ...others]);
    },
    teams,
    async backup(name, text) {
      const folder = Uri.joinPath(globalStorageUri, "backups");
      await workspace.fs.createDirectory(folder);
      const time = new Date().toISOString().slice(0, 19).replaceAll(":", "");
      const uri = Uri.joinPath(folder, `${time}-${name}`);
      await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      return uri;
    },
  };
}

function copyFileIn(folder: Uri, key: string): CopyFile {
  const file = Uri.joinPath(folder, `${key}.bin`);
  let made: Thenable<void> | undefined;
  return {
    async load() {
      try {
        return decodeCopy(await workspace.fs.readFile(file));
      } catch {
        return undefined;
      }
    },
    async save(copy) {
      const next = Uri.joinPath(folder, `${key}.next`);
      await (made ??= workspace.fs.createDirectory(folder));
      await workspace.fs.writeFile(next, encodeCopy(copy));
      // Renaming replaces as a whole or not at all.
      await workspace.fs.rename(next, file, { overwrite: true });
    },
    async remove() {
      try {
        await workspace.fs.delete(file);
      } catch {
        // Nothing was kept.
      }
    },
  };
}
