import { Command } from "commander";
import type { AdoptFlags } from "../change/adopt.ts";
import type { Terminal } from "../terminal.ts";
import { configOption, dryRunOption, examples } from "./options.ts";
import type { Act } from "./options.ts";

export function adoptCommand(terminal: Terminal, act: Act): Command {
  return new Command("adopt")
    .description(
      "Turn existing documents into PRDs: add a header, and ids where there are none. Nothing else changes.",
    )
    .argument("<path...>", "files; in folders and globs, the candidates")
    .addOption(dryRunOption())
    .addOption(configOption())
    .addHelpText(
      "after",
      examples([
        ["seamwork adopt docs/storage-tiers.md", "this document becomes a PRD"],
        ["seamwork adopt prds --dry-run", "what would change in every candidate"],
      ]),
    )
    .action(
      act(async (paths: string[], flags: AdoptFlags) => {
        const { runAdopt } = await import("../change/adopt.ts");
        return runAdopt(paths, flags, terminal);
      }),
    );
}
