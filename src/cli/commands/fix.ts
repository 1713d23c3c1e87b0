import { Command } from "commander";
import type { FixFlags } from "../change/fix.ts";
import type { Terminal } from "../terminal.ts";
import { asOption, configOption, dryRunOption, examples, pathsArgument, todayOption } from "./options.ts";
import type { Act } from "./options.ts";

export function fixCommand(terminal: Terminal, act: Act): Command {
  return new Command("fix")
    .description("Fix what needs no person; what somebody has to decide or know stays as it is.")
    .addArgument(pathsArgument())
    .addOption(dryRunOption())
    .addOption(asOption())
    .addOption(todayOption())
    .addOption(configOption())
    .addHelpText(
      "after",
      examples([
        ["seamwork fix", "all PRDs in this folder and below"],
        ["seamwork fix prds --dry-run | git apply", "take the changes as a patch"],
      ]),
    )
    .action(
      act(async (paths: string[], flags: FixFlags) => {
        const { runFix } = await import("../change/fix.ts");
        return runFix(paths, flags, terminal);
      }),
    );
}
