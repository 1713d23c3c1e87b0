/**
 * `node test/bench/write.js SCRIPT [ARGUMENT…]` runs a script of package.json and writes what it prints into
 * docs/performance.md, between the marks that name it, with the day and the machine. So a figure there is always one
 * that was measured, by the command that stands above it.
 */
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { root } from "../run/paths.js";

const [script = "", ...args] = process.argv.slice(2);
const page = join(root, "docs/performance.md");
const marks = new RegExp(`(<!-- measured: ${script} -->\n)[^]*?(<!-- end -->)`);
if (!marks.test(readFileSync(page, "utf8"))) {
  console.error(`docs/performance.md has no place for ${script}: <!-- measured: ${script} -->`);
  process.exit(2);
}

const load = loadavg()[0]?.toFixed(1);
const printed = await output("npm", ["run", "--silent", script, ...(args.length > 0 ? ["--", ...args] : [])]);
const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, Node ${process.version}`;
const day = new Date().toISOString().slice(0, 10);
const figures = `\n${day}, ${machine}, load ${load} before it began:\n\n\`\`\`text\n${printed.trim()}\n\`\`\`\n\n`;
// Read again: it took minutes, and somebody may have written meanwhile.
writeFileSync(
  page,
  readFileSync(page, "utf8").replace(marks, (_, begin, end) => begin + figures + end),
);

/**
 * @param {string} command @param {string[]} its
 * @returns {Promise<string>} what it printed, which is shown too
 */
function output(command, its) {
  return new Promise((resolve, reject) => {
    let text = "";
    const child = spawn(command, its, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
    child.stdout.setEncoding("utf8").on("data", (/** @type {string} */ part) => {
      text += part;
      process.stdout.write(part);
    });
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve(text) : reject(new Error(`${command} ended with ${code}`)),
    );
  });
}
