import { Argument, Command } from "commander";
import type { NewFlags } from "../change/new-prd.ts";
import type { Terminal } from "../terminal.ts";
import { configOption, examples, todayOption } from "./options.ts";
import type { Act } from "./options.ts";

export function newCommand(terminal: Terminal, act: Act): Command {
  return new Command("new")
    .description("Begin a document from the template, with the next free id.")
    .addArgument(new Argument("<kind>", "what it is").choices(["prd"]))
    .argument("<name>", "what it is called, in quotes if that has several words")
    .argument(
      "[folder]",
      "where it goes (default: prds, beside seamwork.yaml or at the top of the repository)",
    )
    .addOption(todayOption("the day that the template takes for today"))
    .addOption(configOption())
    .addHelpText(
      "after",
      examples([
        ['seamwork new prd "Export by date"', "prds/PRD-001-export-by-date.prd.md, or the next free number"],
        ['seamwork new prd "Export by date" docs/product', "the same in docs/product"],
      ]),
    )
    .action(
      act(async (_kind: "prd", name: string, folder: string | undefined, flags: NewFlags) => {
        const { runNewPrd } = await import("../change/new-prd.ts");
        return runNewPrd(name, folder, flags, terminal);
      }),
    );
}
