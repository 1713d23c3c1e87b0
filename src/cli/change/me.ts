import { spawnSync } from "node:child_process";
import type { Config } from "../../core/config/config.ts";
import { personByEmail } from "../../core/config/people.ts";

/** The handle of the person whose address git knows here; undefined when the team does not name that address. */
export function meByGit(config: Config, folder: string): string | undefined {
  if (config.people.size === 0) return undefined;
  const { status, stdout } = spawnSync("git", ["config", "--get", "user.email"], {
    cwd: folder,
    encoding: "utf8",
    timeout: 5000,
  });
  return status === 0 ? personByEmail(config, stdout)?.handle : undefined;
}
