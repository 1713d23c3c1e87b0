import type { Config } from "../config/config.ts";
import { normalizeHandle, roleOf } from "../config/people.ts";
import { nextPrdId } from "../document/prd-id.ts";
import { template } from "./template.ts";
import { yamlText } from "../config/yaml-text.ts";

/** Where new PRDs go when nobody says otherwise. */
export const newPrdFolder = "prds";

/** Longest part of a file's name that comes from the PRD's, in UTF-16 units. */
const MOST_SLUG = 60;

export interface NewPrdOptions {
  readonly name: string;
  readonly config: Config;
  /** Ids of all documents. */
  readonly takenIds: Iterable<string>;
  /** Handle of the person who creates it. */
  readonly me?: string | undefined;
  /** The day it is, `YYYY-MM-DD`. */
  readonly today: string;
}

export interface NewPrd {
  readonly id: string;
  /** `PRD-043-export-date-filter.prd.md`; every character is allowed on all systems. */
  readonly fileName: string;
  /** The whole text, with `\n` as line end. */
  readonly text: string;
}

/**
 * A new PRD from the template. Whoever creates it becomes its engineer if that is their role, else its product
 * manager, unless the team gave them a role that is neither.
 */
export function newPrd({ name, config, takenIds, me, today }: NewPrdOptions): NewPrd {
  const id = nextPrdId(takenIds);
  const called = name.replace(/\s+/g, " ").trim() || id;
  const handle = me === undefined ? undefined : normalizeHandle(me);
  const role = handle === undefined ? undefined : (roleOf(config, handle) ?? "pm");
  const slug = slugOf(called);
  return {
    id,
    fileName: `${id}${slug === "" || called === id ? "" : `-${slug}`}.prd.md`,
    text: template({
      id,
      name: yamlText(called),
      heading: asMarkdown(called),
      pm: role === "pm" ? handle : undefined,
      eng: role === "eng" ? handle : undefined,
      today,
    }),
  };
}

/** A name as part of a file's name: letters and digits of any script, words joined by hyphens, Latin ones without accents. */
export function slugOf(name: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, "$1")
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word : `${slug}-${word}`;
    if (longer.length > MOST_SLUG) break;
    slug = longer;
  }
  return slug === "" ? (words[0] ?? "").slice(0, MOST_SLUG).replace(/[\uD800-\uDBFF]$/, "") : slug;
}

/** A text as a heading that reads the same, with as few escapes as that takes. */
export function asMarkdown(text: string): string {
  return text
    .replace(/[\\`*[\]<>~|]/g, "\\$&")
    .replace(/&(?=[#A-Za-z])/g, "\\&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/#+$/, "\\$&");
}
