import type { Config } from "../config/config.ts";
import { prdIdKey } from "../document/prd-id.ts";
import { yamlText } from "../config/yaml-text.ts";
import { parseDocument } from "../document/document.ts";
import { lateHeaderAt, parseHeader } from "../document/header.ts";
import type { Header } from "../document/header.ts";
import type { HeaderKey } from "../format/header-keys.ts";
import type { PrdDocument } from "../document/model.ts";
import { conflictOpen, hasConflict } from "../text/conflicts.ts";
import { lineEnding } from "../text/lines.ts";
import { applyEdits } from "../text/range.ts";
import type { TextEdit } from "../text/range.ts";
import { numberWhatHasNoId } from "./numbering.ts";
import type { Numbering } from "./numbering.ts";
import { capital } from "../words/sentence.ts";
import { adviceOn } from "./advice.ts";
import { foundIn } from "./found.ts";
import { identityOf } from "./identity.ts";
import { pmOf } from "./pm.ts";

/** How a document becomes a PRD. */
export interface Adoption {
  /** Insertions only, in order: no character of the document goes. None when there is nothing to do. */
  readonly edits: readonly TextEdit[];
  /** The PRD's id: the one that it gets, or the one that it has. */
  readonly id: string;
  readonly name: string;
  /** It was a PRD before, so the only thing that it can get is ids. */
  readonly already: boolean;
  /** Ids that requirements and assumptions get, in document order. */
  readonly given: readonly string[];
  /** Sentences for people: what was found and left alone, what is theirs to decide. */
  readonly advice: readonly string[];
  /** Why nothing can be done, one sentence that says what to do first; there are no edits then. */
  readonly problem?: string;
}

export interface AdoptOptions {
  readonly config: Config;
  /** Path or name of the file; an id at its start becomes the PRD's. */
  readonly path: string;
  /** Ids of the other documents. */
  readonly takenIds: Iterable<string>;
  /** Handle of the person who adopts it, where it is known. */
  readonly me?: string | undefined;
}

/**
 * Makes a document a PRD: a header, which names its product manager where that is known, and ids for the requirements
 * and assumptions that have none. The prose stays as it is, and so do ids and headings. A document that is a PRD already gets ids only.
 *
 * @param text without byte order mark
 */
export function adopt(text: string, { config, path, takenIds, me }: AdoptOptions): Adoption {
  const document = parseDocument(text, config);
  const { header } = document;
  const taken = new Set([...takenIds].map(prdIdKey));
  const { id, name, clash, namedByFile } = identityOf(document, path, taken);
  const called = header.field("name")?.values[0]?.text ?? name;
  const nothing = { edits: [], id, name: called, already: false, given: [], advice: [] };
  const own = header.field("prd");
  const problem = problemWith(header, text);
  if (own !== undefined) {
    const again = { ...nothing, already: true, id: own.values[0]?.text ?? "" };
    if (hasConflict(text)) return { ...again, problem: capital(conflictOpen) };
    if (problem !== undefined) return again;
    const { edits, ids } = numberWhatHasNoId(document);
    return { ...again, edits, given: ids };
  }
  if (problem !== undefined) return { ...nothing, problem };

  const found = foundIn(document);
  const pm = header.field("pm") === undefined ? pmOf(found, config, me) : undefined;
  const insertion = headerEdit(text, header, {
    prd: id,
    schema: "prd/1",
    name: yamlText(name),
    status: "draft",
    ...(pm !== undefined && { pm: `"${pm.person.handle}"` }),
  });
  const numbering = numberWhatHasNoId(document);
  const edits = [insertion, ...numbering.edits];
  const adopted = parseHeader(applyEdits(text, edits));
  if (adopted.errors.length > 0 || adopted.field("prd")?.values[0]?.text !== id) {
    return {
      ...nothing,
      problem:
        "The header of this file cannot take further fields; could you write it as one `name: value` a line?",
    };
  }
  const advice: string[] = [];
  if (clash !== undefined)
    advice.push(`${clash} is the id of another document, so this one is ${id}; is one of the two a copy?`);
  if (namedByFile && header.field("name") === undefined) {
    advice.push("There is no first heading, so the name comes from the file; is it the right one?");
  }
  const status = adopted.field("status")?.values[0]?.text ?? "draft";
  advice.push(...adviceOn(found, header, config, { status, pm }), ...adviceOnNumbering(numbering, document));
  return { edits, id, name: called, already: false, given: numbering.ids, advice };
}

function problemWith(header: Header, text: string): string | undefined {
  if (hasConflict(text)) return capital(conflictOpen);
  if (lateHeaderAt(text) !== undefined) {
    return "The header does not begin on the first line; could the empty lines above it go?";
  }
  if (header.unclosed) {
    return "The header at the top never ends; could you add a line `---` behind its last field?";
  }
  const schema = /^(cycle|retro)\//.exec(header.field("schema")?.values[0]?.text ?? "")?.[1];
  if (schema !== undefined)
    return `The header says that this is a ${schema}, which is a document of its own and no PRD; is it the right file?`;
  const error = header.errors[0];
  return error === undefined ? undefined : `The header at the top cannot be read: ${error.message}`;
}

/** A new header, or the fields that an existing one lacks: behind its first line, so that `prd` comes first. */
function headerEdit(
  text: string,
  header: Header,
  values: Readonly<Partial<Record<HeaderKey, string>>>,
): TextEdit {
  const end = lineEnding(text);
  const lines = Object.entries(values)
    .filter(([key]) => header.field(key as HeaderKey) === undefined)
    .map(([key, value]) => `${key}: ${value}${end}`)
    .join("");
  if (!header.present) return { start: 0, end: 0, newText: `---${end}${lines}---${end}${end}` };
  const start = /^[^\r\n]*(?:\r\n|\r|\n)/.exec(text)?.[0].length ?? 0;
  return { start, end: start, newText: lines };
}

function adviceOnNumbering({ hiddenIds }: Numbering, { sections, requirements }: PrdDocument): string[] {
  const advice: string[] = [];
  if (hiddenIds.length > 0) {
    advice.push(
      `${list(hiddenIds)} ${hiddenIds.length === 1 ? "stands" : "stand"} in brackets, code or a link; written plain or bold, such as \`**${hiddenIds[0] ?? ""}**\`, an id can be found.`,
    );
  }
  if (requirements.length === 0 && !sections.some(({ within }) => within === "Requirements")) {
    const near = sections.find(({ heading }) => /requirement|user stor/i.test(heading.text));
    const yours = near === undefined ? "what is yours called?" : `is it “${near.heading.text}”?`;
    advice.push(
      `No heading is called Requirements or User Stories; ${yours} \`sections: { aliases: … }\` in seamwork.yaml can name it.`,
    );
  }
  return advice;
}

function list(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `“${name}”`);
  return names.length > 3 ? `${shown.join(", ")} and ${names.length - 3} more` : shown.join(", ");
}
