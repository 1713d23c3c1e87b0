import type { Conversation } from "./conversations.ts";
import type { Readiness } from "./readiness.ts";
import { count, figure } from "../words/count.ts";
import { dueWords, waited } from "../words/days.ts";
import { oneLine } from "../words/sentence.ts";
import { asMarkdown } from "../words/as-markdown.ts";
import { stepName } from "../words/status.ts";

/** What changed since an earlier state; "new" for a PRD that was not there then. */
export interface ChangedSince {
  /** As people name it: `main`. */
  readonly revision: string;
  readonly changes: readonly { readonly message: string; readonly line: number }[] | "new";
}

/**
 * Readiness for a terminal, lines joined by `\n`, without one at the end.
 *
 * @param path shown with the places, where the reader needs it
 * @param today the day for which `readiness` was worked out
 */
export function readinessText(
  readiness: Readiness,
  today: string,
  path?: string,
  since?: ChangedSince,
): string {
  const { id, name, status, score } = readiness;
  const where = path === undefined ? "" : `${path}:`;
  const line = (one: Conversation): string =>
    `  ${where}${one.line}:${one.column}  ${oneLine(one.text)}${one.code === undefined ? "" : ` [${one.code}]`}\n      ${turn(one, today)}`;
  const lines = [`${[id, oneLine(name)].filter(Boolean).join(" ")} (${status})`, `${verdict(readiness)}.`];
  if (since !== undefined) {
    const { revision, changes } = since;
    if (changes === "new") lines.push("", `New since ${revision}.`);
    else if (changes.length === 0) lines.push("", `Since ${revision}: ${wordingOnly}.`);
    else
      lines.push("", `Since ${revision}:`, ...changes.map((one) => `  ${where}${one.line}  ${one.message}`));
  }
  for (const [title, conversations] of groups(readiness))
    lines.push("", `${title}:`, ...conversations.map(line));
  if (score.of > 0) {
    lines.push("", `${score.passed} of ${score.of} checks pass:`);
    for (const one of score.sum) lines.push(`  ${one.passed} of ${one.of} ${one.label}`);
  }
  return lines.join("\n");
}

/**
 * The same as markdown for a pull request, ending in a line feed. Handles stand in code marks, so that nobody is
 * called who was only named.
 */
export function readinessMarkdown(
  readiness: Readiness,
  today: string,
  path?: string,
  since?: ChangedSince,
): string {
  const { id, name, status, score } = readiness;
  const line = (one: Conversation): string => {
    const place = path === undefined ? `line ${one.line}` : `\`${path.replaceAll("`", "")}:${one.line}\``;
    const code = one.code === undefined ? "" : `, ${one.code}`;
    return `- ${asMarkdown(one.text)}  \n  ${asMarkdown(turn(one, today))}, ${place}${code}`;
  };
  const blocks = [
    `### ${[id, name]
      .filter(Boolean)
      .map((part) => asMarkdown(part ?? ""))
      .join(" · ")}`,
    `Status \`${status}\`. **${verdict(readiness, "`")}.**`,
  ];
  if (since !== undefined) {
    const { revision, changes } = since;
    const base = `\`${revision.replaceAll("`", "")}\``;
    if (changes === "new") blocks.push(`**New since ${base}:** every requirement needs a look.`);
    else if (changes.length === 0) blocks.push(`**Since ${base}:** ${wordingOnly}.`);
    else {
      const lines = changes.map((one) => `- ${asMarkdown(one.message)} (line ${one.line})`);
      blocks.push(`**To look at, since ${base}**`, lines.join("\n"));
    }
  }
  for (const [title, conversations] of groups(readiness, "`")) {
    blocks.push(`**${title}**`, conversations.map(line).join("\n"));
  }
  if (score.of > 0) {
    const rows = score.sum.map((one) => `| ${one.label} | ${one.passed} of ${one.of} |`);
    blocks.push(
      [
        "| Check | Passed |",
        "| --- | --- |",
        ...rows,
        `| **all** | **${score.passed} of ${score.of}** |`,
      ].join("\n"),
    );
  }
  return `${blocks.join("\n\n")}\n`;
}

const wordingOnly = "no requirement, status or sign-off changed";

/**
 * Whether the next status can come, in one sentence without full stop.
 *
 * @param mark stands around statuses: nothing, or a code mark
 */
export function verdict({ id, ready, conversations }: Readiness, mark = ""): string {
  if (id === undefined) return "This is not a PRD yet; adopt it to see what is open";
  if (ready === undefined)
    return conversations.length === 0
      ? "Nothing is open"
      : `${count(conversations.length, "conversation")} open`;
  const next = stepSaid(ready.next, mark);
  const { length } = ready.blockedBy;
  const open = conversations.length === 0 ? "" : `; ${figure(conversations.length)} open`;
  return length === 0
    ? `Ready for ${next}${open}`
    : `Not ready for ${next} yet: ${count(length, "conversation")} to have first${open}`;
}

/** Marked as code it is the header's word, else people's. */
function stepSaid(next: string, mark: string): string {
  return mark === "" ? stepName(next) : `${mark}${next}${mark}`;
}

function groups({ ready, conversations }: Readiness, mark = ""): [string, readonly Conversation[]][] {
  const first = ready?.blockedBy ?? [];
  const rest = conversations.filter(
    (one) =>
      !first.some((other) => other.start === one.start && other.code === one.code && other.id === one.id),
  );
  const all: [string, readonly Conversation[]][] = [
    [ready === undefined ? "" : `Before ${stepSaid(ready.next, mark)}`, first],
    [first.length === 0 ? "Open" : "Also open", rest],
  ];
  return all.filter(([, some]) => some.length > 0);
}

/** Whose turn it is and since when: `product (@lena), for 5 days, handoff`. */
export function turn({ owner, people, days, due, seam }: Conversation, today: string): string {
  const parts = [people.length === 0 ? owner : `${owner} (${people.join(", ")})`];
  if (days !== undefined) parts.push(waited(days));
  if (due !== undefined) parts.push(dueWords(due, due < today));
  parts.push(seam);
  return parts.join(", ");
}
