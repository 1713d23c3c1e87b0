import { nextPrdId, prdIdKey } from "../document/prd-id.ts";
import type { PrdDocument } from "../document/model.ts";
import { anchorAt } from "../recognise/names.ts";
import { shorten } from "../words/shorten.ts";
import { capital } from "../words/sentence.ts";

/** Longest name that goes into a header; a longer first heading is a paragraph. In UTF-16 units. */
const MOST_NAME = 200;

/**
 * The id with which a file's name begins: `osac-1110-storage-tier.md` gives `OSAC-1110`. Two letters at least, so that
 * `q3-2026-plans.md` names a quarter; and no year with a month behind it, so that `notes-2026-07-01.md` is a date.
 */
const inFileName = /^([a-z]{2}[a-z0-9]*-(?!(?:19|20)\d\d-[01]\d(?!\d))\d{1,9})(?![a-z0-9])/i;

/** The id with which a heading begins, in capitals: `OPS-12: …`, `[OPS-12] …`. */
const inHeading = /^\s*\[?([A-Z]{2}[A-Z0-9]*-\d{1,9})(?:\]|(?![\w-]))[\s:：·|–—-]*/;

/**
 * What a document that is adopted will be called.
 *
 * @param path path or name of its file
 * @param taken ids in use, in capitals
 * @returns `clash` is the id that the file names and another document has
 */
export function identityOf(
  document: PrdDocument,
  path: string,
  taken: ReadonlySet<string>,
): { id: string; name: string; clash: string | undefined; namedByFile: boolean } {
  const file = path.replace(/^.*[/\\]/, "").replace(/(?:\.prd)?\.[a-z]+$/i, "");
  const written = document.title?.text ?? "";
  const title = written.slice(0, anchorAt(written)).replace(/\s+/g, " ").trim();
  const heading = inHeading.exec(title);
  const begun = inFileName.exec(file)?.[1] ?? heading?.[1];
  const wanted = begun === undefined ? undefined : prdIdKey(begun);
  const clash = wanted !== undefined && taken.has(wanted) ? wanted : undefined;
  const id = wanted !== undefined && clash === undefined ? wanted : nextPrdId(taken);
  // The header says the id beside the name; "OPS-12: One status page" would say it twice.
  const own = heading !== null && heading[1] === id ? title.slice(heading[0].length).trim() : title;
  const fromFile = nameOfFile(file);
  return {
    id,
    name: shorten(own === "" ? (fromFile === "" ? id : fromFile) : own, MOST_NAME),
    clash,
    namedByFile: own === "",
  };
}

/** `osac-1110-storage-tier` as words: `Storage tier`. */
function nameOfFile(file: string): string {
  const words = file
    .replace(inFileName, "")
    .replace(/[-_.\s]+/g, " ")
    .trim();
  return capital(words);
}
