import { dirname, join, posix } from "node:path";
import { defaultConfig } from "../../core/config/config.ts";
import type { Config } from "../../core/config/config.ts";
import { parseConfig } from "../../core/config/parse-config.ts";
import { MAX_TEXT } from "../../core/markdown/limits.ts";
import { contentHash } from "../cache/content-hash.ts";
import { isWithin } from "../workspace/paths.ts";
import { textIn } from "../workspace/read.ts";
import { teams } from "../workspace/teams.ts";
import { CONFIG_NAME } from "../workspace/homes.ts";
import { readBlobs } from "../git/stream.ts";
import type { State } from "./history.ts";
import { isTeamData } from "./history.ts";

/** Team data as it was, and the folder that it spoke for. */
export interface TeamThen {
  /** Absolute. */
  readonly folder: string;
  readonly data: Config;
  /** Of what was written in it. */
  readonly hash: string;
}

/** Team data by its blob; what was read once is not read again. */
export interface TeamData {
  /** Reads the team data of a state that is not known yet. */
  learn(state: State): Promise<void>;
  /** @returns for each path of the state, whose it is */
  of(state: State): (path: string) => TeamThen;
}

/**
 * @param top of the repository, absolute
 * @param cwd absolute
 * @param config absolute path of a `seamwork.yaml` that speaks for all documents of all days
 */
export function teamData(top: string, cwd: string, config: string | undefined): TeamData {
  const around = teams(cwd, config).of(top);
  // What lies in the repository is read from its history.
  const outside = config !== undefined || (around.config !== undefined && !isWithin(around.config, top));
  const base: TeamThen = outside
    ? { folder: around.folder, data: around.data, hash: contentHash([around.source]) }
    : { folder: top, data: defaultConfig, hash: "" };
  const known = new Map<string, Omit<TeamThen, "folder">>();
  return {
    async learn(state) {
      const wanted = [...state].filter(([path, blob]) => isTeamData(path) && !known.has(blob));
      const hashes = [...new Set(wanted.map(([, blob]) => blob))];
      await readBlobs(top, hashes, MAX_TEXT, async (hash, bytes) => {
        const read = bytes === undefined ? undefined : textIn(bytes);
        const source = read === undefined || "refused" in read ? "" : read.text;
        known.set(hash, { data: parseConfig(source, CONFIG_NAME).config, hash: contentHash([source]) });
      });
    },
    of(state) {
      if (config !== undefined) return () => base;
      const folders = new Map<string, TeamThen>();
      const ofFolder = (folder: string): TeamThen => {
        let team = folders.get(folder);
        if (team === undefined) {
          const blob = state.get(folder === "." ? CONFIG_NAME : `${folder}/${CONFIG_NAME}`);
          const own = blob === undefined ? undefined : known.get(blob);
          if (own !== undefined) team = { folder: join(top, folder), ...own };
          else team = folder === "." ? base : ofFolder(posix.dirname(folder));
          folders.set(folder, team);
        }
        return team;
      };
      return (path) => ofFolder(dirname(path));
    },
  };
}
