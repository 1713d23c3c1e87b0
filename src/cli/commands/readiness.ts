import { Command, Option } from "commander";
import type { ReadinessFlags } from "../readiness/run.ts";
import type { Terminal } from "../terminal.ts";
import { asOption, configOption, examples, pathsArgument, todayOption } from "./options.ts";
import type { Act } from "./options.ts";

export function readinessCommand(terminal: Terminal, act: Act): Command {
  return new Command("readiness")
    .description(
      "Say how far each PRD is from its next status, who still has to talk to whom, and since when.",
    )
    .addArgument(pathsArgument())
    .addOption(
      new Option("--format <format>", "how to print it")
        .choices(["text", "json", "markdown", "html"])
        .default("text"),
    )
    .option(
      "--since <revision>",
      "only PRDs that changed since this branch left another one, and what changed",
    )
    .addOption(asOption())
    .addOption(todayOption())
    .addOption(configOption())
    .addHelpText(
      "after",
      examples([
        ["seamwork readiness", "all PRDs in this folder and below"],
        ["seamwork readiness --format html > readiness.html", "one page that you can send around"],
        ["seamwork readiness --format markdown --since origin/main", "a comment for a pull request"],
      ]),
    )
    .action(
      act(async (paths: string[], flags: ReadinessFlags) => {
        const { runReadiness } = await import("../readiness/run.ts");
        return runReadiness(paths, flags, terminal);
      }),
    );
}
