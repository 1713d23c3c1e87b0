import { datePattern, handlesIn } from "../document/answers.ts";
import { headerKind } from "../document/header.ts";
import type { HeaderKey } from "../format/header-keys.ts";
import { findMentions } from "../recognise/ids.ts";
import { leadOf } from "../recognise/lead.ts";
import type { PrdDocument } from "../document/model.ts";
import { rangeIn } from "../document/passage.ts";
import type { Passage } from "../document/passage.ts";
import { entriesOf } from "../document/section-entries.ts";
import { mark } from "../markdown/inline.ts";
import { isDay } from "../text/days.ts";
import { effortDays } from "../text/effort.ts";
import type { Range } from "../text/range.ts";
import { meetingIn, unparsedMeetings } from "./cadence-log.ts";
import { bucketOf, buckets } from "./model.ts";
import type { Agreement, Cycle, GaveUp, Meeting, PairRow, Renegotiation, WorkItem } from "./model.ts";
import { sectionNamed, tableIn } from "./cycle-sections.ts";
import type { CycleSection, FoundTable } from "./cycle-sections.ts";
import { parseSplit } from "./split.ts";

const cycles = new WeakMap<PrdDocument, Cycle | "none">();

/** A document as a cycle; undefined for one whose header makes it something else. Never throws. */
export function cycleOf(document: PrdDocument): Cycle | undefined {
  let found = cycles.get(document);
  if (found === undefined) {
    found = headerKind(document.header) === "cycle" ? readCycle(document) : "none";
    cycles.set(document, found);
  }
  return found === "none" ? undefined : found;
}

function readCycle(document: PrdDocument): Cycle {
  const { header } = document;
  const value = (key: HeaderKey) => header.field(key)?.values[0];
  const day = (key: HeaderKey): string | undefined => {
    const text = value(key)?.text;
    return text !== undefined && isDay(text) ? text : undefined;
  };
  const share = (key: HeaderKey): number | undefined => percent(value(key)?.text);
  const [product, health, ops] = buckets.map(share);
  const fields = buckets.flatMap((bucket) => header.field(bucket) ?? []);
  const id = value("cycle");
  const idRange = rangeOnly(id ?? header.field("cycle") ?? header);
  const capacity = value("capacity");
  return {
    id: id?.text ?? "",
    idRange,
    from: day("from"),
    to: day("to"),
    capacity: capacity === undefined ? undefined : effortDays(capacity.text),
    capacityRange: capacity === undefined ? undefined : rangeOnly(capacity),
    split:
      product === undefined || health === undefined || ops === undefined
        ? undefined
        : { product, health, ops },
    splitRange:
      fields.length === 0
        ? idRange
        : {
            start: Math.min(...fields.map(({ start }) => start)),
            end: Math.max(...fields.map(({ end }) => end)),
          },
    agreements: agreementsOf(document),
    gaveUp: gaveUpOf(document),
    renegotiations: renegotiationsOf(document),
    work: workOf(document),
    pairs: pairsOf(document),
    cadence: cadenceOf(document),
  };
}

/** `60` or `60%`. */
function percent(text: string | undefined): number | undefined {
  const [, number] = /^(\d{1,3}(?:\.\d+)?)\s*%?$/.exec(text ?? "") ?? [];
  return number === undefined ? undefined : Number(number);
}

/** Items and rows of a section, its own heading left out. */
function entries(document: PrdDocument, name: CycleSection): [Passage, Range][] {
  const section = sectionNamed(document, name);
  return section === undefined ? [] : entriesOf(section).filter(([passage]) => passage !== section.heading);
}

const date = new RegExp(datePattern);

function agreementsOf(document: PrdDocument): Agreement[] {
  return entries(document, "Agreement").flatMap(([passage, block]) => {
    const { bold, afterBold } = leadOf(passage.inline);
    if (bold?.toLowerCase() !== "agreed") return [];
    const code = passage.inline.runs.find((run) => (run.marks & mark.code) !== 0);
    const said = passage.text.slice(afterBold, code?.at);
    return {
      ...rangeOnly(block),
      who: handlesIn(said)[0],
      date: date.exec(said)?.[0],
      split: code === undefined ? undefined : parseSplit(passage.text.slice(code.at, code.at + code.length)),
    };
  });
}

function gaveUpOf(document: PrdDocument): GaveUp[] {
  return entries(document, "Agreement").flatMap(([passage, block]) => {
    const { bold, afterBold } = leadOf(passage.inline);
    if (bold?.toLowerCase() !== "gave up") return [];
    const said = passage.text.slice(afterBold);
    const colon = said.search(/[:：]/);
    const what = colon < 0 ? said.replace(/^[\s,]*@\S+/, "") : said.slice(colon + 1);
    return { ...rangeOnly(block), who: handlesIn(said)[0], what: what.trim() };
  });
}

const change = /\b(product|health|ops)\s+(\d{1,3}(?:\.\d+)?)\s*%?\s+to\s+(\d{1,3}(?:\.\d+)?)\s*%?/gi;

function renegotiationsOf(document: PrdDocument): Renegotiation[] {
  return entries(document, "Renegotiations").flatMap(([passage, block]) => {
    const lead = leadOf(passage.inline);
    if (lead.id === undefined) return [];
    const said = passage.text.slice(lead.afterId);
    const colon = said.search(/[:：](?:\s|$)/);
    const head = colon < 0 ? said : said.slice(0, colon);
    // A reason may have numbers of its own: "because ops 3 to 4 incidents a week …".
    const end = colon < 0 ? -1 : said.slice(colon).search(/\.\s|\bbecause\b/i);
    const found = [...said.slice(0, end < 0 ? undefined : colon + end).matchAll(change)];
    const last = found.at(-1);
    const behind = last === undefined ? said.slice(colon + 1) : said.slice(last.index + last[0].length);
    const reason = /\bbecause\b([\s\S]*)$/i.exec(behind)?.[1] ?? behind.replace(/^[\s.,;]+/, "");
    return {
      ...rangeOnly(block),
      id: lead.id,
      idRange: rangeIn(passage, lead.idStart, lead.idEnd),
      who: handlesIn(head),
      date: date.exec(head)?.[0],
      changes: found.flatMap(([, name, from, to]) => {
        const bucket = bucketOf(name);
        return bucket === undefined ? [] : [{ bucket, from: Number(from), to: Number(to) }];
      }),
      reason: reason.trim(),
      ids: idsIn(colon < 0 ? "" : said.slice(colon)),
    };
  });
}

const documentId = /\b[A-Z][A-Z0-9]*-\d+\b/g;

/** Ids of documents, each once. */
export function documentIdsIn(text: string): string[] {
  return [...new Set([...text.matchAll(documentId)].map(([id]) => id))];
}

/** Ids of documents and of what stands in them, each once. */
export function idsIn(text: string): string[] {
  const whole = documentIdsIn(text);
  return [...new Set([...whole, ...findMentions(text).map(({ id }) => id)])];
}

const workColumns = {
  item: /^(?:item|work|what)$/i,
  bucket: /^bucket$/i,
  effort: /^(?:effort|time|estimate)$/i,
  who: /^(?:who|owner|people)$/i,
};

/** The table of a cycle's work; undefined where there is none. */
export function workTable(document: PrdDocument): FoundTable<keyof typeof workColumns> | undefined {
  return tableIn(sectionNamed(document, "Work"), workColumns);
}

function workOf(document: PrdDocument): WorkItem[] {
  return (workTable(document)?.rows ?? []).map(({ cells, ...row }) => ({
    ...rangeOnly(row),
    item: cells.item?.text.trim() ?? "",
    bucket: bucketOf(cells.bucket?.text),
    days: effortDays(cells.effort?.text ?? ""),
    who: handlesIn(cells.who?.text ?? ""),
  }));
}

export const pairColumns = {
  item: /^(?:item|prd|work)$/i,
  pm: /^(?:pm|product)$/i,
  eng: /^(?:eng|engineer|engineering)$/i,
  since: /^(?:since|from)$/i,
  hold: /^hold(?:\s+until)?$/i,
};

function pairsOf(document: PrdDocument): PairRow[] {
  const table = tableIn(sectionNamed(document, "Pairs"), pairColumns);
  return (table?.rows ?? []).map(({ cells, ...row }) => ({
    ...rangeOnly(row),
    item: cells.item?.text.trim() ?? "",
    pm: handlesIn(cells.pm?.text ?? "")[0],
    eng: handlesIn(cells.eng?.text ?? "")[0],
    since: date.exec(cells.since?.text ?? "")?.[0],
    holdUntil: date.exec(cells.hold?.text ?? "")?.[0],
  }));
}

function cadenceOf(document: PrdDocument): Meeting[] {
  const parsed = entries(document, "Cadence").flatMap(
    ([passage, block]) => meetingIn(passage.text, block) ?? [],
  );
  return parsed.length > 0 || document.tooDeep.length === 0 ? parsed : unparsedMeetings(document);
}

/** Ranges are kept without what else a thing has, since cycles are kept as JSON. */
function rangeOnly({ start, end }: Range): Range {
  return { start, end };
}
