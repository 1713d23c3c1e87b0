import { join } from "node:path";
import { parseDocument } from "../../core/document/document.ts";
import { kindOf } from "../../core/document/kind.ts";
import type { PrdDocument } from "../../core/document/model.ts";
import type { HeaderKind } from "../../core/format/header-keys.ts";
import { MAX_TEXT } from "../../core/markdown/limits.ts";
import { teamFactsOf } from "../../core/facts/facts.ts";
import { addDays } from "../../core/text/days.ts";
import { frontmatterEnd } from "../../core/markdown/frontmatter.ts";
import { rulesOfOneState } from "../../core/trend/figures.ts";
import { spansOf } from "../../core/trend/spans.ts";
import { summarise } from "../../core/workspace/workspace-index.ts";
import { pathInTeam } from "../workspace/open.ts";
import { textIn } from "../workspace/read.ts";
import { readBlobs } from "../git/stream.ts";
import type { Progress } from "../progress.ts";
import type { Table } from "../cache/cache.ts";
import type { TextRecord, TrendTables } from "./kept.ts";
import type { TeamThen } from "./teams-then.ts";

/** A text with the days on which it was there. */
export interface Living {
  readonly blob: string;
  /** One of the paths that it had, from the top of the repository. */
  readonly path: string;
  readonly team: TeamThen;
  readonly from: string;
  readonly to: string;
}

/** A text means the same wherever the same team data speaks for it. */
export function keyOf({ blob, team }: Pick<Living, "blob" | "team">): string {
  return `${blob} ${team.hash}`;
}

/** So far ahead, in days, a text of today is looked at, so that tomorrow's trend need not read it again. */
const AHEAD = 60;

/** Parsed documents that are held while the days go by, in UTF-16 units of their texts. */
const MOST_HELD = 24_000_000;

export interface Texts {
  /** Reads what is not in the cache of these texts. */
  learn(living: readonly Living[], today: string, progress: Progress): Promise<void>;
  /** @returns undefined for a file that is no document */
  record(key: string): TextRecord | undefined;
  /** Parsed documents, or their headers where those are enough, by key; those that cannot be read are not in it. */
  documents(wanted: readonly Pick<Living, "blob" | "team">[]): Promise<ReadonlyMap<string, PrdDocument>>;
}

/** @param top of the repository, absolute */
export function textsOf(top: string, kept: Table<TrendTables["texts"]>): Texts {
  const parsed = new Map<string, PrdDocument>();
  let held = 0;
  const hold = (key: string, document: PrdDocument): void => {
    parsed.set(key, document);
    held += document.text.length;
    for (const [oldest, { text }] of parsed) {
      if (held <= MOST_HELD || oldest === key) break;
      parsed.delete(oldest);
      held -= text.length;
    }
  };
  const read = async <One extends Pick<Living, "blob">>(
    living: readonly One[],
    visit: (one: One, text: string | undefined) => Promise<void>,
  ): Promise<void> => {
    const byBlob = new Map<string, One[]>();
    for (const one of living) byBlob.set(one.blob, [...(byBlob.get(one.blob) ?? []), one]);
    await readBlobs(top, [...byBlob.keys()], MAX_TEXT, async (hash, bytes) => {
      const found = bytes === undefined ? undefined : textIn(bytes);
      const text = found === undefined || "refused" in found ? undefined : found.text;
      for (const one of byBlob.get(hash) ?? []) await visit(one, text);
    });
  };
  return {
    async learn(living, today, progress) {
      const missing = living.filter((one) => !covers(kept.get(keyOf(one)), one));
      let index = 0;
      await read(missing, async (one, text) => {
        await progress.step(one.path, { index: index++, of: missing.length });
        const key = keyOf(one);
        const { path, team } = one;
        const below = pathInTeam(join(top, path), team);
        const kind = text === undefined ? undefined : kindOf(text, below, team.data);
        if (text === undefined || kind === undefined || kind === "candidate") {
          kept.set(key, "none");
          return;
        }
        const document = parseDocument(text, team.data);
        const { path: _, ...summary } = summarise(document, path, kind, teamFactsOf(document));
        const before = kept.get(key);
        const { from, to } = lifeOf(one, before, today);
        const options = { config: team.data, rules: rulesOfOneState };
        const head = headOf(document, kind);
        kept.set(key, { summary, spans: spansOf(document, from, to, options), head });
      });
    },
    record(key) {
      const found = kept.get(key);
      return found === "none" ? undefined : found;
    },
    async documents(wanted) {
      const found = new Map<string, PrdDocument>();
      const missing: Pick<Living, "blob" | "team">[] = [];
      for (const one of wanted) {
        const key = keyOf(one);
        const record = kept.get(key);
        const head = record === "none" ? undefined : record?.head;
        let document = parsed.get(key);
        if (document === undefined && head !== undefined) {
          document = parseDocument(head, one.team.data);
          hold(key, document);
        }
        if (document === undefined) missing.push(one);
        else found.set(key, document);
      }
      await read(missing, async (one, text) => {
        if (text === undefined) return;
        const document = parseDocument(text, one.team.data);
        found.set(keyOf(one), document);
        hold(keyOf(one), document);
      });
      return found;
    },
  };
}

/** What others open in a PRD stands at its header, unless a suppression in its body says something about it. */
function headOf({ text, suppressions }: PrdDocument, kind: HeaderKind): string | undefined {
  return kind === "prd" && suppressions.length === 0 ? text.slice(0, frontmatterEnd(text)) : undefined;
}

function covers(record: TrendTables["texts"] | undefined, { from, to }: Living): boolean {
  if (record === undefined || record === "none") return record === "none";
  const [first, last] = [record.spans[0], record.spans.at(-1)];
  return first !== undefined && last !== undefined && first.from <= from && to <= last.to;
}

/** All days that were asked for so far, and for a text of today some that come. */
function lifeOf(
  { from, to }: Living,
  before: TrendTables["texts"] | undefined,
  today: string,
): { from: string; to: string } {
  const spans = before === undefined || before === "none" ? [] : before.spans;
  const first = spans[0]?.from ?? from;
  const last = spans.at(-1)?.to ?? to;
  const end = to < today ? to : addDays(today, AHEAD);
  return { from: first < from ? first : from, to: last > end ? last : end };
}
