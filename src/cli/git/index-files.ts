import { realpathSync } from "node:fs";
import { join } from "node:path";
import { MAX_TEXT } from "../../core/markdown/limits.ts";
import { CommandError } from "../fault.ts";
import type { Progress } from "../progress.ts";
import { filesIn } from "../workspace/files.ts";
import type { Files } from "../workspace/files.ts";
import { CONFIG_NAME } from "../workspace/homes.ts";
import type { Unreadable } from "../workspace/read.ts";
import { isMarkdown } from "../workspace/walk.ts";
import { repositoryTop } from "./git.ts";
import { gitOutput, NotHere, readBlobs } from "./stream.ts";

const OPTION = "--staged";

/**
 * The documents and team data of git's index: what the next commit would have, whatever the working folder has.
 *
 * @param cwd absolute; somewhere in the repository
 * @throws CommandError where there is none, or git says no
 */
export async function stagedFiles(cwd: string, progress: Progress): Promise<Files> {
  const top = realpathSync(repositoryTop(cwd, OPTION, "this folder is not in a git repository."));
  const listed = await gitOutput(top, ["ls-files", "--stage", "-z", "--full-name"], progress);
  if (listed === undefined) throw new CommandError(`${OPTION}: git cannot read its index here.`);
  const held = new Map<string, Buffer | Unreadable>();
  const byBlob = new Map<string, string[]>();
  for (const entry of listed.split("\0")) {
    const [, mode, blob, stage, name] = /^(\d+) ([0-9a-f]+) (\d)\t(.*)$/s.exec(entry) ?? [];
    if (mode === undefined || blob === undefined || name === undefined) continue;
    if (!mode.startsWith("100") || !isWanted(name)) continue;
    const path = join(top, name);
    if (stage === "0") byBlob.set(blob, [...(byBlob.get(blob) ?? []), path]);
    else
      held.set(path, {
        refused: "not read, since a merge of it is not finished; could you `git add` it then?",
      });
  }
  try {
    await readBlobs(top, [...byBlob.keys()], MAX_TEXT, async (blob, bytes) => {
      for (const path of byBlob.get(blob) ?? []) {
        await progress.step(path);
        held.set(path, bytes ?? { refused: "not read, since it holds more than 10 MB; could it be split?" });
      }
    });
  } catch (error) {
    if (!(error instanceof NotHere)) throw error;
    throw new CommandError(`${OPTION}: git's index names files that are not on this machine.`);
  }
  return filesIn(top, held);
}

function isWanted(name: string): boolean {
  return isMarkdown(name) || name === CONFIG_NAME || name.endsWith(`/${CONFIG_NAME}`);
}
