import { nearest } from "../../core/config/nearest.ts";
import { rulePage } from "../../core/docs/rule-page.ts";
import { ruleUrl } from "../../core/docs/rule-url.ts";
import { documentedRules as rules } from "../../core/rules/documented.ts";
import { CommandError } from "../fault.ts";
import type { Terminal } from "../terminal.ts";
import { jsonText } from "../printable.ts";

/** `seamwork rules`; returns its exit code. */
export function runRules(format: "text" | "json", terminal: Terminal): number {
  terminal.out(format === "json" ? rulesJson() : rulesText());
  return 0;
}

/**
 * `seamwork explain`; returns its exit code.
 *
 * @param named a code or a name, in any case
 * @throws CommandError when there is no such rule
 */
export function runExplain(named: string, terminal: Terminal): number {
  const rule = rules.find(({ code, name }) => code === named.toUpperCase() || name === named.toLowerCase());
  if (rule === undefined) {
    const near =
      nearest(
        named.toUpperCase(),
        rules.map(({ code }) => code),
      ) ??
      nearest(
        named,
        rules.map(({ name }) => name),
      );
    const hint = near === undefined ? "`seamwork rules` lists them all." : `did you mean ${near}?`;
    throw new CommandError(`seamwork: there is no rule ${JSON.stringify(named)}; ${hint}`);
  }
  // The page's last line leads to the other pages in docs/rules.
  terminal.out(
    `${rulePage(rule).replace(/\n\[All rules\]\(.*\)\s*$/, "")}\nOn the web: ${ruleUrl(rule.code)}\n`,
  );
  return 0;
}

function rulesText(): string {
  const widest = (words: readonly string[]): number => Math.max(...words.map(({ length }) => length));
  const names = widest(rules.map(({ name }) => name));
  const severities = widest(rules.map(({ severity }) => severity));
  const lines = rules.map(
    ({ code, name, severity, summary }) =>
      `${code}  ${severity.padEnd(severities)}  ${name.padEnd(names)}  ${summary}\n`,
  );
  return `${lines.join("")}\nThese severities apply from agreed to launched; a draft is asked more softly. \`seamwork explain CODE\` says why, with examples.\n`;
}

function rulesJson(): string {
  const list = rules.map(({ code, name, severity, seam, owner, summary, rationale }) => ({
    code,
    name,
    severity,
    seam,
    owner,
    summary,
    rationale,
    url: ruleUrl(code),
  }));
  return jsonText({ version: 1, rules: list });
}
