import { Command, Option } from "commander";
import type { AgendaRequest } from "../../core/agenda/model.ts";
import type { AgendaFlags } from "../agenda/run.ts";
import { handlePair } from "./values.ts";
import type { Terminal } from "../terminal.ts";
import { configOption, examples, pathsArgument, todayOption } from "./options.ts";
import type { Act } from "./options.ts";

export function agendaCommand(terminal: Terminal, act: Act): Command {
  const run = async (request: AgendaRequest, paths: string[], flags: AgendaFlags): Promise<number> => {
    const { runAgenda } = await import("../agenda/run.ts");
    return runAgenda(request, paths, flags, terminal);
  };
  const kind = (name: string, description: string): Command =>
    new Command(name)
      .description(description)
      .addOption(
        new Option("--format <format>", "how to print it").choices(["markdown", "json"]).default("markdown"),
      )
      .addOption(todayOption("the day of the meeting"))
      .addOption(configOption());
  return new Command("agenda")
    .description(
      "Make a meeting's agenda from what is open: what is in the way, what is waiting, what has changed.",
    )
    .addCommand(
      kind("weekly", "The weekly of a PM and an engineer: at most seven items.")
        .addArgument(pathsArgument())
        .addOption(
          new Option("--pair <handles>", "the PM and the engineer, such as @lena,@mara")
            .argParser(handlePair)
            .makeOptionMandatory(),
        )
        .action(
          act((paths: string[], flags: AgendaFlags & { pair: readonly [string, string] }) =>
            run({ kind: "weekly", pair: flags.pair }, paths, flags),
          ),
        ),
    )
    .addCommand(
      kind("managers", "The managers' meeting: what the pairs cannot settle, and what is due.")
        .addArgument(pathsArgument())
        .action(act((paths: string[], flags: AgendaFlags) => run({ kind: "managers" }, paths, flags))),
    )
    .addCommand(
      kind("planning", "The planning of a cycle: what there is, what is planned, what was given up.")
        .addArgument(pathsArgument())
        .requiredOption("--cycle <id>", "the cycle, such as 2026-Q4")
        .action(
          act((paths: string[], flags: AgendaFlags & { cycle: string }) =>
            run({ kind: "planning", cycle: flags.cycle }, paths, flags),
          ),
        ),
    )
    .addCommand(
      kind("retro", "The joint retro of a launch or an incident: three questions, and what happened.")
        .argument("<id>", "the PRD or retro, such as PRD-042")
        .addArgument(pathsArgument())
        .action(
          act((id: string, paths: string[], flags: AgendaFlags) =>
            run({ kind: "retro", document: id }, paths, flags),
          ),
        ),
    )
    .addHelpText(
      "after",
      examples([
        ["seamwork agenda weekly --pair @lena,@mara", "what the two should talk about today"],
        ["seamwork agenda managers --format json", "for another program"],
        ["seamwork agenda planning --cycle 2026-Q4 docs", "from the documents in docs"],
        ["seamwork agenda retro PRD-042", "questions and facts for the joint retro"],
      ]),
    );
}
