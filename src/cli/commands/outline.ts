import { Command, Option } from "commander";
import type { OutlineFlags } from "../outline/run.ts";
import type { Terminal } from "../terminal.ts";
import { configOption, examples, pathsArgument } from "./options.ts";
import type { Act } from "./options.ts";

export function outlineCommand(terminal: Terminal, act: Act): Command {
  return new Command("outline")
    .description(
      "Show what Seamwork sees in any markdown file: its requirements, and what each of them says.",
    )
    .addArgument(pathsArgument())
    .addOption(new Option("--format <format>", "how to print it").choices(["text", "json"]).default("text"))
    .addOption(configOption())
    .addHelpText(
      "after",
      examples([
        ["seamwork outline", "all PRDs and candidates in this folder and below"],
        ["seamwork outline notes/checkout.md", "one file, whatever it is; nothing has to be adopted first"],
        ["seamwork outline --format json specs/*.md", "the same as data, for programs"],
      ]),
    )
    .action(
      act(async (paths: string[], flags: OutlineFlags) => {
        const { runOutline } = await import("../outline/run.ts");
        return runOutline(paths, flags, terminal);
      }),
    );
}
