/**
 * `node measure.mjs SCENARIO NAME FOLDER SERVE PROGRAM SIZE`: starts the server, measures one scenario of scenarios.ts and
 * prints the figures as JSON.
 */
import { scenarios } from "./scenarios.ts";

const [scenario = "", name = "", folder = "", serve = "", program = "", size = "{}"] = process.argv.slice(2);
const measure = scenarios[scenario];
if (measure === undefined) throw new Error(`There is no scenario ${scenario}.`);
const figures = await measure({ name, folder, serve, program }, JSON.parse(size) as Record<string, number>);
console.log(JSON.stringify(figures));
process.exit(0);
