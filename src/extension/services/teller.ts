import { EventEmitter } from "vscode";
import type { Disposable, Event } from "vscode";
import type { Rule } from "../../core/rules/rule.ts";
import type { Clock } from "./clock.ts";
import { createCounting } from "./counts.ts";
import type { InTurn } from "./in-turn.ts";
import type { Kept, KeptDocuments } from "./kept-documents.ts";

/** A document of the workspace that is ours, open or not; `counts` are those of both passes. */
export type LibraryEntry = Omit<Kept, "head">;

/** Milliseconds from a change until it is told. */
const SOON = 200;

/** Counts what is open in all documents, and tells when that may have changed. */
export interface Teller extends Disposable {
  entries(): readonly LibraryEntry[];
  /** Something changed, which is told a little later. */
  announce(): void;
  /** The same at once: resolves when it was told, or when a later change tells for both. */
  tell(): Promise<void>;
  readonly onDidChange: Event<void>;
}

export function createTeller(
  kept: KeptDocuments,
  clock: Clock,
  inTurn: InTurn,
  rules: () => readonly Rule[] | undefined,
): Teller {
  const changed = new EventEmitter<void>();
  const counting = createCounting();
  /** What `entries` gave last, as long as that holds. */
  let listed: { readonly today: string; readonly entries: readonly LibraryEntry[] } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let telling: symbol | undefined;
  const countsOf = (one: Kept, today: string): Kept["counts"] =>
    counting(one, { index: kept.indexOf(one.folder), today, rules: rules() });

  const tell = async (): Promise<void> => {
    listed = undefined;
    const mine = (telling = Symbol("telling"));
    const today = clock.today();
    // In small steps, before whoever shows that is told.
    for (const { uri } of kept.all()) {
      await inTurn(() => {
        const one = kept.get(uri.toString());
        if (one !== undefined && telling === mine) countsOf(one, today);
      });
      if (telling !== mine) return;
    }
    changed.fire();
  };

  return {
    entries() {
      const today = clock.today();
      if (listed?.today !== today)
        listed = { today, entries: kept.all().map((one) => ({ ...one, counts: countsOf(one, today) })) };
      return listed.entries;
    },
    announce() {
      listed = undefined;
      clearTimeout(timer);
      timer = setTimeout(() => void tell(), SOON);
    },
    tell,
    onDidChange: changed.event,
    dispose() {
      clearTimeout(timer);
      changed.dispose();
    },
  };
}
