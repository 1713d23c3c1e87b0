import { Command, CommanderError } from "commander";
import { adoptCommand } from "./commands/adopt.ts";
import { agendaCommand } from "./commands/agenda.ts";
import { boardCommand } from "./commands/board.ts";
import { checkCommand } from "./commands/check.ts";
import { explainCommand, rulesCommand } from "./commands/rules.ts";
import { fixCommand } from "./commands/fix.ts";
import { isLive, liveCommands, runLive } from "./commands/live.ts";
import { newCommand } from "./commands/new.ts";
import { outlineCommand } from "./commands/outline.ts";
import { renumberCommand } from "./commands/renumber.ts";
import { readinessCommand } from "./commands/readiness.ts";
import { trendCommand } from "./commands/trend.ts";
import type { Act } from "./commands/options.ts";
import { CommandError } from "./fault.ts";
import { Cancelled } from "./progress.ts";
import { printable } from "./printable.ts";
import type { Terminal } from "./terminal.ts";
import { version } from "./version.ts";

/**
 * The `seamwork` command.
 *
 * @param args without the program's name
 * @returns the exit code: 0, 1 for problems, 2 when something kept the command from its work, 130 for Ctrl+C
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let code = 0;
  const act: Act =
    (work) =>
    async (...given) => {
      code = await work(...given);
    };
  const program = new Command("seamwork")
    .description(
      "PRDs that product and engineering write together: find what would have to be guessed, and who is waiting for whom.",
    )
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command");
  const commands = [
    checkCommand(terminal, act),
    readinessCommand(terminal, act),
    outlineCommand(terminal, act),
    agendaCommand(terminal, act),
    boardCommand(terminal, act),
    trendCommand(terminal, act),
    fixCommand(terminal, act),
    adoptCommand(terminal, act),
    newCommand(terminal, act),
    renumberCommand(terminal, act),
    rulesCommand(terminal, act),
    explainCommand(terminal, act),
    ...liveCommands(),
  ];
  for (const command of commands) program.addCommand(command);
  everyCommand(program, (command) => {
    command
      .exitOverride()
      .helpOption("-h, --help", "print this help")
      .configureOutput({
        writeOut: terminal.out,
        writeErr: terminal.err,
        outputError: (message) => terminal.err(`${usageLine(message, command)}\n`),
      });
  });
  if (args.length === 0) {
    terminal.err(`seamwork: which command? \`seamwork --help\` lists them; try \`seamwork check\` first.\n`);
    return 2;
  }
  try {
    const named = args[0] === "help" ? args[1] : args[0];
    if (isLive(named))
      return await runLive(args[0] === "help" ? [...args.slice(1), "--help"] : args, terminal);
    await program.parseAsync(args.map(alone), { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Cancelled) {
      terminal.err("Stopped. No file is half-written.\n");
      return 130;
    }
    // An exit code of 1 would say that the documents have problems.
    const defect = error instanceof Error ? (error.stack ?? error.message) : String(error);
    terminal.err(
      error instanceof CommandError
        ? `${printable(error.message)}\n`
        : `seamwork: this is a bug in Seamwork, not in your files. Please report it, with the lines below.\n${defect}\n`,
    );
    return 2;
  }
}

/** An option whose value may be left out takes it behind `=` only: what follows it is a path. */
function alone(arg: string): string {
  return arg === "--verify-signers" ? "--verify-signers=trailers" : arg;
}

/** What is wrong with the arguments, in one line, and where the right ones are described. */
function usageLine(message: string, command: Command): string {
  const names: string[] = [];
  for (let at: Command | null = command; at !== null; at = at.parent) names.unshift(at.name());
  const reason = message
    .trim()
    .replace(/^error: /, "")
    .replace(/\s*\n\s*/g, " ")
    .replace(/\.$/, "");
  return `seamwork: ${reason}. \`${names.join(" ")} --help\` shows how to use it.`;
}

function everyCommand(command: Command, visit: (command: Command) => void): void {
  visit(command);
  for (const inner of command.commands) everyCommand(inner, visit);
}
