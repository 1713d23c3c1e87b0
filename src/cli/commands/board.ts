import { Command, Option } from "commander";
import type { BoardFlags } from "../board/run.ts";
import type { Terminal } from "../terminal.ts";
import {
  cacheFolderOption,
  configOption,
  examples,
  noCacheOption,
  pathsHelp,
  todayOption,
} from "./options.ts";
import type { Act } from "./options.ts";
import { sinceOption } from "./trend.ts";

export function boardCommand(terminal: Terminal, act: Act): Command {
  return new Command("board")
    .description(
      "Show how a team's seams are: what is open, what was agreed, who meets whom, and how it goes.",
    )
    .argument("[path...]", pathsHelp)
    .addOption(
      new Option("--format <format>", "how to print it")
        .choices(["html", "markdown", "json"])
        .default("markdown"),
    )
    .addOption(sinceOption())
    .addOption(todayOption("the day for which it is"))
    .addOption(configOption())
    .addOption(cacheFolderOption())
    .addOption(noCacheOption())
    .addHelpText(
      "after",
      examples([
        ["seamwork board --format html > board.html", "one page, with charts, that needs nothing else"],
        ["seamwork board --format markdown", "for a wiki or a message"],
        ["seamwork board --since 6m --format json", "with the trend of half a year, for a program"],
      ]),
    )
    .action(
      act(async (paths: string[], flags: BoardFlags) => {
        const { runBoard } = await import("../board/run.ts");
        return runBoard(paths.length === 0 ? ["."] : paths, flags, terminal);
      }),
    );
}
