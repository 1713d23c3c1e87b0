import type { Config } from "../config/config.ts";
import { normalizeHandle, roleOf } from "../config/people.ts";
import { retroLines } from "../writing/team/retro-lines.ts";
import { addDays, isDay } from "../text/days.ts";
import { asMarkdown, slugOf } from "./new-prd.ts";
import { yamlText } from "../config/yaml-text.ts";

/** Where new retros go when nobody says otherwise. */
export const newRetroFolder = "retros";

/** Days until a retro whose usual day has passed. */
const SOON = 7;

export interface NewRetroOptions {
  readonly name: string;
  readonly config: Config;
  /** Ids of all documents. */
  readonly takenIds: Iterable<string>;
  /** The PRD whose launch it is about; none for an incident. */
  readonly about?: LaunchedPrd | undefined;
  /** Handle of the person who creates it. */
  readonly me?: string | undefined;
  /** The day it is, `YYYY-MM-DD`. */
  readonly today: string;
}

/** What a retro takes over from a PRD. */
export interface LaunchedPrd {
  readonly id: string;
  readonly name: string;
  readonly pm: readonly string[];
  readonly eng: readonly string[];
  readonly launch: string | undefined;
}

export interface NewRetro {
  readonly id: string;
  /** `RETRO-7-the-june-outage.md`; every character is allowed on all systems. */
  readonly fileName: string;
  /** The whole text, with `\n` as line end. */
  readonly text: string;
}

/** A new retro document with its questions and a day. It names its PRD, which is how that PRD knows of it. */
export function newRetro(options: NewRetroOptions): NewRetro {
  const { name, config, takenIds, about, today } = options;
  const id = nextRetroId(takenIds);
  const called = name.replace(/\s+/g, " ").trim() || (about === undefined ? id : `Launch of ${about.id}`);
  const slug = slugOf(called);
  const { pm, eng } = pairOf(options);
  const fields = [
    `retro: ${id}`,
    "schema: retro/1",
    `name: ${yamlText(called)}`,
    ...(about?.launch === undefined ? [] : [`launch: ${about.launch}`]),
    ...people("pm", pm),
    ...people("eng", eng),
  ];
  const first =
    about === undefined
      ? "<!-- What happened, from when to when, and who noticed it? -->"
      : asMarkdown(`The launch of ${about.id}, ${about.name.replace(/\s+/g, " ").trim()}.`);
  const text = `---
${fields.join("\n")}
---

# ${asMarkdown(called)}

${first}

${retroSection(dueDay(about?.launch, config, today), eng[0] ?? "@eng")}`;
  return { id, fileName: `${id}${slug === "" || called === id ? "" : `-${slug}`}.md`, text };
}

/**
 * The section of a retro that has not been held: its day, the three questions, and how an action is written.
 *
 * @param due `YYYY-MM-DD`
 * @param who handle for the action that is shown
 */
export function retroSection(due: string, who: string): string {
  const lines = retroLines(due).map((line) => `- ${line}`);
  return `## Retro

${lines.join("\n")}

<!-- One line each: - **K1** (handoff, ${who}, by ${addDays(due, 14)}): what will be different, and who sees to it? -->
`;
}

/** The day that the team's cadence gives it; one that has passed is soon. */
export function dueDay(launch: string | undefined, config: Config, today: string): string {
  const usual =
    launch === undefined || !isDay(launch) ? undefined : addDays(launch, config.cadence.retro.after);
  return usual === undefined || usual < today ? addDays(today, SOON) : usual;
}

/** The id after the highest `RETRO-n` in use: ids of documents that were deleted are not given again. */
export function nextRetroId(taken: Iterable<string>): string {
  let highest = 0;
  for (const id of taken) {
    const digits = /^RETRO-(\d{1,9})$/i.exec(id)?.[1];
    if (digits !== undefined) highest = Math.max(highest, Number(digits));
  }
  return `RETRO-${highest + 1}`;
}

/** The pair of the PRD; of an incident, whoever writes it down. */
function pairOf({ about, me, config }: NewRetroOptions): Pick<LaunchedPrd, "pm" | "eng"> {
  if (about !== undefined) return about;
  const handle = me === undefined ? undefined : normalizeHandle(me);
  const role = handle === undefined ? undefined : roleOf(config, handle);
  const own = (side: string): string[] => (handle !== undefined && role === side ? [handle] : []);
  return { pm: own("pm"), eng: own("eng") };
}

function people(key: "pm" | "eng", handles: readonly string[]): string[] {
  const quoted = handles.map((one) => `"${one}"`);
  const [only] = quoted;
  if (only === undefined) return [];
  return [`${key}: ${quoted.length === 1 ? only : `[${quoted.join(", ")}]`}`];
}
