import { Argument, Command, Option } from "commander";
import type { NewCycleFlags } from "../change/new-cycle.ts";
import type { NewFlags } from "../change/new-prd.ts";
import type { NewRetroFlags } from "../change/new-retro.ts";
import { CommandError } from "../fault.ts";
import type { Terminal } from "../terminal.ts";
import { day } from "./values.ts";
import { configOption, examples, todayOption } from "./options.ts";
import type { Act } from "./options.ts";

const kinds = ["prd", "cycle", "retro"] as const;

/** Options that only one kind has. */
const ownOptions = { cycle: ["from", "to", "capacity"], retro: ["for"] } as const;

export function newCommand(terminal: Terminal, act: Act): Command {
  return new Command("new")
    .description("Start a document from the template: a PRD or a retro with the next free id, or a cycle.")
    .addArgument(new Argument("<kind>", "what to start").choices(kinds))
    .argument(
      "<name>",
      "the name of a PRD or retro (in quotes if it has several words), or the id of a cycle",
    )
    .argument(
      "[folder]",
      "where it goes (default: prds, cycles or retros, next to seamwork.yaml or at the top of the repository)",
    )
    .addOption(todayOption("the day that counts as today"))
    .addOption(
      new Option("--from <day>", "the first day of a cycle (default: what its id says)").argParser(day),
    )
    .addOption(new Option("--to <day>", "the last day of a cycle (default: what its id says)").argParser(day))
    .addOption(
      new Option(
        "--capacity <effort>",
        "engineering's time in a cycle, such as 60w (default: that of the cycle before)",
      ),
    )
    .option("--for <id>", "the PRD whose launch a retro looks back on")
    .addOption(configOption())
    .addHelpText(
      "after",
      examples([
        ['seamwork new prd "Export by date"', "prds/PRD-001-export-by-date.prd.md, or the next free number"],
        ['seamwork new prd "Export by date" docs/product', "the same in docs/product"],
        ["seamwork new cycle 2026-Q4", "cycles/2026-Q4.md, which continues the cycle before it"],
        ['seamwork new retro "The June outage"', "retros/RETRO-1-the-june-outage.md"],
        [
          'seamwork new retro "Exports, looked back on" --for PRD-001',
          "the retro of a launch, with its pair and day",
        ],
        ["seamwork new cycle Spring --from 2027-03-01 --to 2027-05-28", "a cycle with days of its own"],
      ]),
    )
    .action(
      act(
        async (
          kind: (typeof kinds)[number],
          name: string,
          folder: string | undefined,
          flags: NewFlags & NewCycleFlags & NewRetroFlags,
        ) => {
          for (const [owner, options] of Object.entries(ownOptions)) {
            const foreign =
              owner === kind ? undefined : options.find((option) => flags[option] !== undefined);
            if (foreign !== undefined)
              throw new CommandError(`seamwork: --${foreign} is for ${owner}s, not for a ${kind}.`);
          }
          if (kind === "cycle") {
            const { runNewCycle } = await import("../change/new-cycle.ts");
            return runNewCycle(name, folder, flags, terminal);
          }
          if (kind === "retro") {
            const { runNewRetro } = await import("../change/new-retro.ts");
            return runNewRetro(name, folder, flags, terminal);
          }
          const { runNewPrd } = await import("../change/new-prd.ts");
          return runNewPrd(name, folder, flags, terminal);
        },
      ),
    );
}
