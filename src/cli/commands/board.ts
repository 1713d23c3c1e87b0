import { Command, Option } from "commander";
import type { BoardFlags } from "../board/run.ts";
import type { Terminal } from "../terminal.ts";
import {
  cacheFolderOption,
  configOption,
  examples,
  noCacheOption,
  pathsArgument,
  todayOption,
} from "./options.ts";
import type { Act } from "./options.ts";
import { sinceOption } from "./trend.ts";

export function boardCommand(terminal: Terminal, act: Act): Command {
  return new Command("board")
    .description(
      "Show a team's seams on one page: what is open, what was agreed, who meets whom, and the trend.",
    )
    .addArgument(pathsArgument())
    .addOption(
      new Option("--format <format>", "how to print it")
        .choices(["html", "markdown", "json"])
        .default("markdown"),
    )
    .addOption(sinceOption())
    .addOption(todayOption("the day that the board shows"))
    .addOption(configOption())
    .addOption(cacheFolderOption())
    .addOption(noCacheOption())
    .addHelpText(
      "after",
      examples([
        ["seamwork board --format html > board.html", "one self-contained page with charts"],
        ["seamwork board --format markdown", "for a wiki or a message"],
        ["seamwork board --since 6m --format json", "with half a year of trend, for another program"],
      ]),
    )
    .action(
      act(async (paths: string[], flags: BoardFlags) => {
        const { runBoard } = await import("../board/run.ts");
        return runBoard(paths, flags, terminal);
      }),
    );
}
