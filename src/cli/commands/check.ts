import { Command, Option } from "commander";
import type { CheckFlags } from "../check/run.ts";
import type { Terminal } from "../terminal.ts";
import {
  asOption,
  cacheFolderOption,
  configOption,
  examples,
  noCacheOption,
  pathsArgument,
  todayOption,
} from "./options.ts";
import type { Act } from "./options.ts";

export function checkCommand(terminal: Terminal, act: Act): Command {
  return new Command("check")
    .description("List what an engineer would have to guess, and who is waiting for whom.")
    .addArgument(pathsArgument())
    .addOption(
      new Option("--format <format>", "how to print it")
        .choices(["text", "json", "sarif", "github", "junit"])
        .default("text"),
    )
    .addOption(
      new Option("--fail-on <severity>", "exit with 1 if a problem is at least this severe")
        .choices(["error", "warning", "information", "never"])
        .default("error"),
    )
    .addOption(asOption())
    .addOption(todayOption())
    .option("--staged", "check what git's index has, which is what the next commit will")
    .option("--stdin", "check what comes on standard input, as the file that --path names")
    .option("--path <name>", "what standard input is called, and where it stands in the workspace")
    .option("--try", "say what would be found if the files were PRDs already; nothing is written")
    .option("--since <revision>", "also say what changed since this branch left another one, such as main")
    .addOption(
      new Option(
        "--verify-signers [how]",
        "ask git whether each sign-off was written by its signer; `=strict`: trailers do not count",
      ).choices(["trailers", "strict"]),
    )
    .option("--baseline <file>", "hide the problems recorded in this file")
    .option("--write-baseline <file>", "record the current problems, and drop the resolved ones")
    .addOption(configOption())
    .addOption(cacheFolderOption())
    .addOption(noCacheOption())
    .addHelpText(
      "after",
      examples([
        ["seamwork check", "all PRDs in this folder and below"],
        [
          "seamwork check prds/PRD-042-date-filter.prd.md --as agreed",
          "what still stands in the way of agreement",
        ],
        ["seamwork check --try docs/checkout.md", "what a check would say of a file before it is adopted"],
        ["seamwork check --stdin --path prds/a.prd.md < buffer", "a file as an editor has it, saved or not"],
        ["seamwork check --format github --fail-on warning", "annotations in a GitHub workflow"],
        [
          "seamwork check --since origin/main --verify-signers",
          "what a pull request changes under a sign-off",
        ],
        [
          "seamwork check --write-baseline seamwork-baseline.json",
          "start quietly: record and hide today's problems",
        ],
      ]),
    )
    .action(
      act(async (paths: string[], flags: CheckFlags) => {
        const { runCheck } = await import("../check/run.ts");
        return runCheck(paths, flags, terminal);
      }),
    );
}
