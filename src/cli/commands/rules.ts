import { Command, Option } from "commander";
import type { Terminal } from "../terminal.ts";
import { examples } from "./options.ts";
import type { Act } from "./options.ts";

export function rulesCommand(terminal: Terminal, act: Act): Command {
  return new Command("rules")
    .description("List every rule.")
    .addOption(new Option("--format <format>", "how to print it").choices(["text", "json"]).default("text"))
    .addHelpText("after", examples([["seamwork rules --format json", "for another program"]]))
    .action(
      act(async ({ format }: { format: "text" | "json" }) => {
        const { runRules } = await import("../rules/run.ts");
        return runRules(format, terminal);
      }),
    );
}

export function explainCommand(terminal: Terminal, act: Act): Command {
  return new Command("explain")
    .description("Explain why a rule asks what it asks, with examples.")
    .argument("<rule>", "its code or its name")
    .addHelpText(
      "after",
      examples([
        ["seamwork explain PRD103", "one rule, by its code"],
        ["seamwork explain missing-why", "or by its name"],
      ]),
    )
    .action(
      act(async (named: string) => {
        const { runExplain } = await import("../rules/run.ts");
        return runExplain(named, terminal);
      }),
    );
}
