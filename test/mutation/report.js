/** What a mutation run found, as markdown. */
import { writeFileSync } from "node:fs";

/**
 * @typedef {import("./run.js").State} State
 * @typedef {{ in: string, before: string, after: string, why: string }} Reason of a mutant that no test can notice, by
 *   what stands there and what it becomes, so that it is found when lines move
 */

/**
 * @param {{ file: string, command: string, state: State, reasons: Reason[], nameOf: typeof import("./draw.js").nameOf }} options
 * @returns {{ killed: number, all: number, share: number }}
 */
export function report({ file, command, state, reasons, nameOf }) {
  const why = new Map(reasons.map((one) => [nameOf({ ...one, path: one.in }), one.why]));
  const met = state.drawn.flatMap((one) => {
    const result = state.results[one.key];
    return result === undefined ? [] : [{ one, result, why: why.get(nameOf(one)) }];
  });
  const noticed = met.filter(({ result }) => result.verdict === "killed" || result.verdict === "timed out");
  const survived = met.filter((each) => !noticed.includes(each));
  const share = noticed.length / met.length;
  const place = (/** @type {typeof met[number]} */ { one }) => `${one.path}:${one.line}`;
  const shown = (/** @type {typeof met[number]} */ each) => {
    const { one, result, why } = each;
    const about = result.verdict === "not reached" ? "no test comes by" : "";
    const left = result.left > 0 ? `${result.left} long tests were not run` : "";
    const notes = [one.mutator, about, left].filter(Boolean).join("; ");
    return `### ${place(each)}\n\n${notes}${why === undefined ? "" : `\n\n${why}`}\n\n\`\`\`diff\n${one.diff}\n\`\`\`\n`;
  };
  const byPlace = (/** @type {typeof met} */ list) =>
    list.toSorted((a, b) => a.one.path.localeCompare(b.one.path) || a.one.line - b.one.line);
  const hung = noticed.filter(({ result }) => result.verdict === "timed out");
  writeFileSync(
    file,
    `# Deliberate bugs, and who noticed\n
\`${command}\`, drawn from ${state.of}.\n
| folder | drawn | killed | of them timed out | survived | share |
|---|---|---|---|---|---|
${rows(met, noticed, hung)}
## Survived\n
${byPlace(survived.filter((each) => each.why === undefined))
  .map(shown)
  .join("\n")}
## Survived, and why no test can notice\n
${byPlace(survived.filter((each) => each.why !== undefined))
  .map(shown)
  .join("\n")}
## Timed out\n
${byPlace(hung).map(shown).join("\n")}
## Killed\n
${byPlace(noticed)
  .map(
    (each) =>
      `- ${place(each)} \`${code(each.one.before)}\` → \`${code(each.one.after)}\` by ${each.result.by}`,
  )
  .join("\n")}
`,
  );
  return { killed: noticed.length, all: met.length, share };
}

/** @param {string} line */
function code(line) {
  return line.replaceAll("`", "'").slice(0, 100);
}

/**
 * @template {{ one: { path: string } }} T
 * @param {T[]} met
 * @param {T[]} noticed
 * @param {T[]} hung
 */
function rows(met, noticed, hung) {
  const folderOf = (/** @type {string} */ path) =>
    path
      .split("/")
      .slice(0, path.startsWith("src/core/") ? 3 : path.startsWith("src/") ? 2 : 1)
      .join("/");
  const folders = [...new Set(met.map(({ one }) => folderOf(one.path)))].sort();
  const row = (/** @type {string} */ name, /** @type {(path: string) => boolean} */ within) => {
    const count = (/** @type {T[]} */ list) => list.filter(({ one }) => within(one.path)).length;
    const [all, killed, timedOut] = [count(met), count(noticed), count(hung)];
    return `| ${name} | ${all} | ${killed} | ${timedOut} | ${all - killed} | ${Math.round((killed / all) * 100)}% |`;
  };
  return [
    ...folders.map((folder) => row(folder, (path) => folderOf(path) === folder)),
    row("all", () => true),
    "",
  ].join("\n");
}
