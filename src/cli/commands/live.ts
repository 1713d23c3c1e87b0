import { Command } from "commander";
import type { Terminal } from "../terminal.ts";

/** The server's program, which lies beside this one; it describes and reads its own options. */
interface Program {
  main(args: readonly string[], output: Pick<Terminal, "out" | "err">): Promise<number>;
}

const described = {
  serve: "Serve live sessions, in which several people write one PRD at the same time.",
  invite: "Create an invitation to a shared PRD.",
};

export function isLive(command: string | undefined): boolean {
  return command !== undefined && Object.hasOwn(described, command);
}

/** For the list of commands; {@link runLive} runs them. */
export function liveCommands(): Command[] {
  return Object.entries(described).map(([name, description]) => new Command(name).description(description));
}

/** @param args the command and all that follows it */
export async function runLive(args: readonly string[], terminal: Terminal): Promise<number> {
  const { main } = (await import(new URL("./server.js", import.meta.url).href)) as Program;
  return main(args, terminal);
}
