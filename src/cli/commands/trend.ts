import { Command, Option } from "commander";
import type { Terminal } from "../terminal.ts";
import type { TrendFlags } from "../trend/run.ts";
import { sinceValue } from "../trend/since.ts";
import {
  cacheFolderOption,
  configOption,
  examples,
  noCacheOption,
  pathsArgument,
  todayOption,
} from "./options.ts";
import type { Act } from "./options.ts";

export function sinceOption(): Option {
  return new Option("--since <time>", "how far to look back: 90d, 12w, 6m, or a day")
    .argParser(sinceValue)
    .default({ days: 90 }, "90d");
}

export function trendCommand(terminal: Terminal, act: Act): Command {
  return new Command("trend")
    .description("Count what was open at each seam, day by day, from git's history.")
    .addArgument(pathsArgument())
    .addOption(new Option("--format <format>", "how to print it").choices(["text", "json"]).default("text"))
    .addOption(sinceOption())
    .addOption(todayOption("the last day"))
    .addOption(configOption())
    .addOption(cacheFolderOption())
    .addOption(noCacheOption())
    .addHelpText(
      "after",
      examples([
        ["seamwork trend", "all documents in this folder and below, for 90 days"],
        ["seamwork trend --since 6m --format json", "half a year, for a chart of your own"],
      ]),
    )
    .action(
      act(async (paths: string[], flags: TrendFlags) => {
        const { runTrend } = await import("../trend/run.ts");
        return runTrend(paths, flags, terminal);
      }),
    );
}
