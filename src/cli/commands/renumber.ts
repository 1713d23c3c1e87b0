import { Command } from "commander";
import type { RenumberFlags } from "../change/renumber.ts";
import type { Terminal } from "../terminal.ts";
import { configOption, dryRunOption, examples } from "./options.ts";
import type { Act } from "./options.ts";

export function renumberCommand(terminal: Terminal, act: Act): Command {
  return new Command("renumber")
    .description("Give a PRD another id, wherever it is named: two branches may have taken the same one.")
    .argument("<file>", "the PRD that gets another id")
    .argument("[id]", "the id (default: the next free one)")
    .addOption(dryRunOption())
    .addOption(configOption())
    .addHelpText(
      "after",
      examples([
        ["seamwork renumber prds/PRD-007-labels.prd.md", "the next free id"],
        ["seamwork renumber prds/labels.prd.md PRD-120 --dry-run", "what would change"],
      ]),
    )
    .action(
      act(async (file: string, id: string | undefined, flags: RenumberFlags) => {
        const { runRenumber } = await import("../change/renumber.ts");
        return runRenumber(file, id, flags, terminal);
      }),
    );
}
