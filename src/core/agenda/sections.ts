import { compare } from "../team/cadence.ts";
import type { AgendaItem, AgendaSection, LeftOut, SectionKey } from "./model.ts";

/** A section of an agenda, before what is empty goes and what does not fit is left out. */
export type Draft = readonly [key: SectionKey, title: string, items: readonly AgendaItem[]];

/** All sections that have something, whole. */
export function sectionsOf(drafts: readonly Draft[]): AgendaSection[] {
  return drafts
    .filter(([, , items]) => items.length > 0)
    .map(([key, title, items]) => ({ key, title, items }));
}

/** What an agenda without limit leaves out. */
export const nothingLeftOut: LeftOut = { items: 0, conversations: 0, documents: [] };

/**
 * Fills a short meeting: what comes first is read first, but one place stays for each section behind it, so that what
 * is due is not forgotten for the many things that wait.
 */
export function fitted(
  drafts: readonly Draft[],
  most: number,
): { readonly sections: AgendaSection[]; readonly leftOut: LeftOut } {
  const whole = sectionsOf(drafts);
  const left: AgendaItem[] = [];
  let room = most;
  const sections = whole.map((section, index): AgendaSection => {
    const behind = whole.length - index - 1;
    const take = Math.min(section.items.length, Math.max(1, room - behind), room);
    room -= take;
    left.push(...section.items.slice(take));
    return { ...section, items: section.items.slice(0, take) };
  });
  return { sections: sections.filter(({ items }) => items.length > 0), leftOut: leftOutOf(left) };
}

function leftOutOf(items: readonly AgendaItem[]): LeftOut {
  const documents = new Map<string, { path: string; document: string; items: number }>();
  for (const { path, document } of items) {
    const known = documents.get(path) ?? { path, document, items: 0 };
    documents.set(path, { ...known, items: known.items + 1 });
  }
  return {
    items: items.length,
    conversations: items.reduce((sum, { conversations }) => sum + conversations, 0),
    documents: [...documents.values()].sort((a, b) => b.items - a.items || compare(a.path, b.path)),
  };
}
