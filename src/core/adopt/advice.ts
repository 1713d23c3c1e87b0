import { statusOf } from "../format/status.ts";
import type { Config } from "../config/config.ts";
import type { Header } from "../document/header.ts";
import { checkValue } from "../document/header-values.ts";
import type { Found } from "./found.ts";
import { peopleIn } from "./pm.ts";
import type { FoundPm } from "./pm.ts";

/** What an adopted document got in its header beside its id and name. */
export interface Given {
  readonly status: string;
  /** Undefined where the header got none. */
  readonly pm: FoundPm | undefined;
}

/** One sentence for each thing that was found: what was done with it, or what a person may want to do. */
export function adviceOn(
  found: readonly Found[],
  header: Header,
  config: Config,
  { status, pm }: Given,
): string[] {
  const advice: string[] = [];
  const said = new Set<string>();
  if (pm !== undefined) {
    said.add("pm");
    if (pm.by === undefined) {
      advice.push(
        `You adopted it, so the header says \`pm: "${pm.person.handle}"\`; is somebody else its product manager?`,
      );
    }
  }
  for (const { about, label, value } of found.filter(isFirst)) {
    const quote = `“${label}: ${value}”`;
    if (about === "author" || about === "engineer") {
      const person = peopleIn(value, config)[0];
      const key = person === undefined ? undefined : fieldFor(person.role);
      if (pm?.by?.value === value) {
        advice.push(
          `${quote}: ${pm.person.name} is ${pm.person.handle} in seamwork.yaml, so the header says \`pm: "${pm.person.handle}"\`.`,
        );
      } else if (person !== undefined && key !== undefined && header.people(key).length === 0) {
        advice.push(
          `${quote}: ${person.name} is ${person.handle} (${person.role}) in seamwork.yaml; add \`${key}: "${person.handle}"\` if they are paired on this.`,
        );
        said.add(key);
      } else if (header.people("pm").length === 0 || header.people("eng").length === 0) {
        advice.push(
          `${quote}: if they are paired on this, ${about === "engineer" ? "`eng`" : "`pm` or `eng`"} says so.`,
        );
      }
    } else if (about === "date" && header.field("paired") === undefined) {
      const day = /\d{4}-\d{2}-\d{2}/.exec(value)?.[0] ?? "YYYY-MM-DD";
      advice.push(`${quote}: if the pair began then, \`paired: ${day}\` says so.`);
    } else if (about === "tracker") {
      advice.push(`${quote} stays where it is; a field of your own, such as \`tracker:\`, is kept as well.`);
    } else if (about === "status") {
      const meant = statusOf(value) ?? checkValue("status", value)?.meant;
      if (meant === undefined)
        advice.push(`${quote}: the header says \`${status}\`; which status is it really?`);
      else if (meant !== status) advice.push(`${quote}: the header says \`${status}\`; is it \`${meant}\`?`);
    }
  }
  const missing = (["pm", "eng"] as const).filter((key) => !said.has(key) && header.people(key).length === 0);
  if (missing.length > 0) {
    advice.push(
      `Add ${missing.map((key) => `\`${key}\``).join(" and ")} to the header, so that everybody sees who is paired on this.`,
    );
  }
  return advice;
}

/** A header and a table often say the same; there is one date and one status, and any number of authors and links. */
function isFirst({ about, value }: Found, index: number, all: readonly Found[]): boolean {
  const once = about === "date" || about === "status";
  return all.findIndex((one) => one.about === about && (once || one.value === value)) === index;
}

function fieldFor(role: string): "pm" | "eng" | undefined {
  return role === "pm" || role === "eng" ? role : undefined;
}
