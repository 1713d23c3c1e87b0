/** The program: `serve` and `invite`. The command line hands these two over; the extension starts it by itself. */
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type * as z from "zod/mini";
import { personShape } from "./access/tokens.ts";
import { invite } from "./invite.ts";
import type { InviteFlags } from "./invite.ts";
import type { Output } from "./program.ts";
import { serve } from "./serve.ts";
import type { ServeFlags } from "./serve.ts";

/**
 * Runs a command.
 *
 * @param args `serve …` or `invite …`
 * @returns the exit code: 0, 1 when not everything could be saved, 2 when it could not start
 */
export async function main(args: readonly string[], output: Output): Promise<number> {
  let code = 0;
  const program = new Command("seamwork").helpCommand(false);
  const commands = [
    serveCommand(async (flags) => void (code = await serve(flags, output))),
    inviteCommand(async (room, flags) => void (code = await invite(room, flags, output))),
  ];
  for (const command of commands) {
    command
      .exitOverride()
      .helpOption("-h, --help", "print this help")
      .configureOutput({
        writeOut: output.out,
        writeErr: output.err,
        outputError: (message) =>
          output.err(
            `seamwork: ${usage(message)} \`seamwork ${command.name()} --help\` describes what it takes.\n`,
          ),
      });
    program.addCommand(command);
  }
  program.exitOverride().configureOutput({ writeOut: output.out, writeErr: output.err });
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    output.err(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

function usage(message: string): string {
  return message
    .trim()
    .replace(/^error: /, "")
    .replace(/\s*\n\s*/g, " ")
    .replace(/\.?$/, ".");
}

function serveCommand(run: (flags: ServeFlags) => Promise<void>): Command {
  return new Command("serve")
    .description("Serve live sessions, in which several people write one PRD at the same time.")
    .requiredOption("--data <folder>", "where to keep the PRDs; created if missing")
    .option("--port <number>", "port to listen on; 0 for any free one", portOf, 4460)
    .option("--host <address>", "address to listen on", "127.0.0.1")
    .option(
      "--secret-file <file>",
      "the secret that signs invitations (or SEAMWORK_SECRET; otherwise one is created in the folder)",
    )
    .option("--tls-cert <file>", "the TLS certificate, as PEM")
    .option("--tls-key <file>", "its private key, as PEM")
    .option("--tls-self-signed", "create a certificate; invitations carry its fingerprint")
    .option("--behind-proxy", "a proxy in front handles TLS and says where requests come from")
    .addOption(
      new Option("--origin <origin>", "a web page that may connect; repeat it for several")
        .argParser(collected)
        .default([], "none"),
    )
    .option("--limits <file>", "your own limits, as YAML or JSON")
    .option("--public-address <host>", "the address at which others reach this machine")
    .option("--json", "print the address as one line of JSON once the server is listening")
    .option("--stop-with-parent", "stop when standard input ends")
    .addHelpText(
      "after",
      `
Examples:
  seamwork serve --data ~/seamwork                      on this machine only
  seamwork serve --data /var/lib/seamwork \\
    --secret-file /etc/seamwork/secret --behind-proxy   for a team, behind nginx or Caddy
`,
    )
    .action(run);
}

function inviteCommand(run: (room: string, flags: InviteFlags) => Promise<void>): Command {
  return new Command("invite")
    .description(
      "Create an invitation to a PRD, or, with `*` at the end, to every PRD whose room begins like this.",
    )
    .argument("<room>", "the PRD's room, such as payments.PRD-7")
    .requiredOption("--server <url>", "where the person reaches the server: a ws:// or wss:// address")
    .option("--secret-file <file>", "the server's secret (or SEAMWORK_SECRET)")
    .requiredOption("--name <name>", "the person's name")
    .requiredOption("--handle <handle>", "the person's handle, as in seamwork.yaml", handleOf)
    .requiredOption(
      "--role <role>",
      "the person's role: pm, eng or one of your team's own",
      shaped(personShape.role, "It takes a word such as pm or eng."),
    )
    .addOption(
      new Option("--right <right>", "what they may do").choices(["edit", "read"]).makeOptionMandatory(),
    )
    .addOption(
      new Option("--expires <time>", "how long the invitation is valid, such as 12h or 90d")
        .argParser(durationOf)
        .default(7 * 86_400_000, "7d"),
    )
    .option(
      "--fingerprint <hex>",
      "the certificate's fingerprint, if `serve --tls-self-signed` created the certificate",
      fingerprintOf,
    )
    .option("--json", "print address, room, token and link as one line of JSON")
    .addHelpText(
      "after",
      `
Examples:
  seamwork invite payments.PRD-7 --server wss://live.example.com --secret-file /etc/seamwork/secret \\
    --name "Lena Fischer" --handle @lena --role pm --right edit       one PRD, for a week
  seamwork invite "payments.*" … --expires 90d                        all PRDs of a team
`,
    )
    .action(run);
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError("It takes a number from 0 to 65535.");
  return port;
}

function handleOf(text: string): string {
  return shaped(
    personShape.handle,
    "It takes a name such as @lena.",
  )(text.startsWith("@") ? text : `@${text}`);
}

function durationOf(text: string): number {
  const [, count, unit] = /^(\d+)([mhd])$/.exec(text) ?? [];
  const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
  const duration = Number(count) * (units[unit ?? ""] ?? NaN);
  if (!(duration > 0)) throw new InvalidArgumentError("It takes a time such as 30m, 12h or 7d.");
  return duration;
}

function fingerprintOf(text: string): string {
  const hex = text.replaceAll(":", "").toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new InvalidArgumentError("It takes 64 hex digits.");
  return hex;
}

function shaped(shape: z.ZodMiniType<string>, hint: string): (text: string) => string {
  return (text) => {
    if (!shape.safeParse(text).success) throw new InvalidArgumentError(hint);
    return text;
  };
}

function collected(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv.slice(2), {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  });
}
