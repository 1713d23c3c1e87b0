import { idList } from "../document/id-list.ts";
import { shownSeverity } from "../check/severity.ts";
import { defaultConfig } from "../config/config.ts";
import { statuses } from "../format/status.ts";
import { exampleDocument } from "../rules/example.ts";
import type { DocumentedRule, Example } from "../rules/rule.ts";
import type { Fix } from "../problem.ts";
import { runExample } from "./example-run.ts";

/** The page of a rule as docs/rules has it, markdown that Prettier leaves as it is. */
export function rulePage(rule: DocumentedRule): string {
  const { code, name, summary, rationale, examples } = rule;
  return (
    [
      `# ${code} · ${name}`,
      `> ${summary}`,
      factsOf(rule),
      "## Why it matters",
      unwrapped(rationale),
      ...examples.flatMap((example, index) => exampleOf(example, index, examples.length)),
      ...fixesOf(rule),
      ...silencing(rule),
      "[All rules](README.md)",
    ].join("\n\n") + "\n"
  );
}

/** The table of all rules. */
export function catalogue(rules: readonly DocumentedRule[]): string {
  const rows = rules.map(({ code, severity, seam, owner, name, summary }) => [
    `[${code}](${code}.md)`,
    severity,
    seam,
    owner,
    name,
    summary.replaceAll("|", "\\|"),
  ]);
  return `# Rules

What Seamwork asks about a PRD. The severity is the one from \`agreed\` to \`launched\`; a draft is asked more softly, and
each rule's page says how. _Seam_ is where product and engineering drift apart, _owner_ whose turn it is.

${table(["Rule", "Severity", "Seam", "Owner", "Name", "It says"], rows)}
`;
}

/** The texts that belong in docs/rules, by file name. */
export function rulePages(rules: readonly DocumentedRule[]): Map<string, string> {
  return new Map([
    ["README.md", catalogue(rules)],
    ...rules.map((rule) => [`${rule.code}.md`, rulePage(rule)] as const),
  ]);
}

const owners = {
  product: "product",
  engineering: "engineering",
  both: "product and engineering together",
  managers: "the pair's managers",
} as const;

const kinds = { prd: "PRDs", cycle: "cycles", retro: "retros" } as const;

const seams = {
  handoff: "the handoff, where a request becomes something to build",
  prioritisation: "prioritisation, where time is promised",
  narrative: "the narrative, where each side tells why",
} as const;

function factsOf(rule: DocumentedRule): string {
  const at = new Map<string, string[]>();
  for (const status of statuses) {
    const shown = rule.code === "PRD001" ? "information" : shownSeverity(rule, status, defaultConfig);
    at.set(shown, [...(at.get(shown) ?? []), status]);
  }
  const severities = [...at].map(([severity, when]) => [severity, when.join(", ")]);
  const { on = ["prd"] } = rule;
  const facts =
    rule.code === "PRD001"
      ? "Shown as information, on documents that are no PRDs yet."
      : on.includes("prd")
        ? table(["Severity", "while the PRD is"], severities)
        : `Severity: ${rule.severity}.`;
  const sees = on.map((kind) => kinds[kind]).join(", ");
  return `${facts}

- **Seam:** ${seams[rule.seam]}.
- **Whose turn:** ${owners[rule.owner]}.${together(rule)}${sees === kinds.prd ? "" : `\n- **Sees:** ${sees}.`}`;
}

function together({ together: of }: DocumentedRule): string {
  if (of === undefined) return "";
  const ids = ["R1", "R2", "R3", "R5", "R8"];
  const { least = 3 } = of;
  const said = of.say({
    count: ids.length,
    of: 9,
    list: idList(ids),
    where: 'under "Requirements"',
    which: "Which three",
  });
  return `\n- **From ${least === 2 ? "two" : "three"} on, once:** ${said}`;
}

function exampleOf(example: Example, index: number, count: number): string[] {
  const { title, bad, good, config, others, previous, status } = example;
  const parts = [
    count === 1 ? `## Example: ${lowerFirst(title)}` : `## Example ${index + 1}: ${lowerFirst(title)}`,
  ];
  if (config !== undefined) parts.push("With this `seamwork.yaml`:", fenced("yaml", config));
  for (const [path, text] of Object.entries(others ?? {}))
    parts.push(`Beside \`${path}\`:`, fenced("markdown", text));
  if (previous !== undefined) parts.push("Where it was this before:", fenced("markdown", previous));
  parts.push(
    status === undefined ? "It asks:" : `It asks, while the PRD is \`${status}\`:`,
    fenced("markdown", bad),
  );
  parts.push("It has nothing to ask:", fenced("markdown", good));
  return parts;
}

/** The fixes that the examples offer; what is in quotes and backquotes differs from document to document. */
function fixesOf(rule: DocumentedRule): string[] {
  const seen = new Map<string, Fix>();
  for (const example of rule.examples) {
    const run = runExample(rule, example, exampleDocument(example.bad));
    for (const fix of run.own.flatMap(run.fixes)) seen.set(fix.title, fix);
  }
  if (seen.size === 0) return [];
  const lines = [...seen.values()].map(
    ({ title, kind }) => `- ${title}${kind === "safe" ? " (safe, so `seamwork fix` applies it)" : ""}`,
  );
  return ["## Quick fixes", `In these examples:\n\n${lines.join("\n")}`];
}

function silencing(rule: DocumentedRule): string[] {
  const team = [
    "Change it for the team, in `seamwork.yaml`: `off`, `information`, `warning` or `error`.",
    fenced("yaml", `rules: { ${rule.code}: "off" }\n`),
  ];
  if (!canBeSilenced(rule)) return ["## Not for us", ...team];
  return [
    "## Not here, or not for us",
    "Silence it for one block and for a while, with the reason that the next reader needs, in the line before:",
    fenced("markdown", `<!-- prd-ignore ${rule.code} until 2026-12-01: why it does not apply here -->\n`),
    ...team,
  ];
}

/** A comment can stand before a block of the text, but not in the header, and not where nothing is read. */
function canBeSilenced(rule: DocumentedRule): boolean {
  if (rule.code === "PRD011" || rule.code === "PRD012") return false;
  const [example] = rule.examples;
  const { own, document } = runExample(rule, example, exampleDocument(example.bad));
  return own.some(({ start }) => start >= document.header.end && document.header.present);
}

/** A fence longer than any in the text. */
function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/^`{3,}/gm) ?? []).map(({ length }) => length));
  const marks = "`".repeat(longest + 1);
  return `${marks}${language}\n${text.endsWith("\n") ? text : `${text}\n`}${marks}`;
}

/** Paragraphs as single lines, as the rest of docs has them. */
function unwrapped(text: string): string {
  return text.replace(/([^\n])\n(?!\n|[-*] )/g, "$1 ");
}

function lowerFirst(title: string): string {
  return /^[A-Z][a-z]* /.test(title) ? title[0]?.toLowerCase() + title.slice(1) : title;
}

/** Columns as wide as their widest cell, as Prettier writes them. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) =>
    Math.max(3, cell.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
