import { defaultConfig } from "../../core/config/config.ts";
import type { Config } from "../../core/config/config.ts";
import { parseConfig } from "../../core/config/parse-config.ts";
import type { Fault } from "../fault.ts";
import { shownPath } from "./paths.ts";
import { disk } from "./files.ts";
import type { Files } from "./files.ts";
import { homes } from "./homes.ts";
import type { Home } from "./homes.ts";

/** A team's data, and the folder that it speaks for. */
export interface Team extends Home {
  readonly data: Config;
  /** Text of `seamwork.yaml`, empty without one. */
  readonly source: string;
}

export interface Teams {
  /** Where their data and documents are read. */
  readonly files: Files;
  /** @param folder absolute path of the folder that a document lies in */
  of(folder: string): Team;
  /** What does not hold in the `seamwork.yaml` files that were read so far. */
  faults(): readonly Fault[];
}

/**
 * @param cwd absolute
 * @param config absolute path of a `seamwork.yaml` that speaks for all documents
 * @param files where they are read
 */
export function teams(cwd: string, config?: string, files: Files = disk): Teams {
  const homeOf = homes(cwd, config, files);
  const known = new Map<string, Team>();
  const faults: Fault[] = [];
  const open = (home: Home): Team => {
    const { config: file } = home;
    if (file === undefined) return { ...home, data: defaultConfig, source: "" };
    const shown = shownPath(file, cwd);
    const read = files.text(file);
    if ("refused" in read) {
      faults.push({ path: shown, message: read.refused });
      return { ...home, data: defaultConfig, source: "" };
    }
    const { config: data, errors } = parseConfig(read.text, shown);
    faults.push(...errors.map(({ path, line, column, message }) => ({ path, line, column, message })));
    return { ...home, data, source: read.text };
  };
  return {
    files,
    of(folder) {
      const home = homeOf(folder);
      const key = home.config ?? `${home.folder}\0`;
      let team = known.get(key);
      if (team === undefined) known.set(key, (team = open(home)));
      return team;
    },
    faults: () => faults,
  };
}
