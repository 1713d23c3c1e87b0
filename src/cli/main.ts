import { run } from "./run.ts";
import { processTerminal } from "./terminal.ts";

// Set, not called: what was written to a pipe must get through before the process ends.
process.exitCode = await run(process.argv.slice(2), processTerminal());
