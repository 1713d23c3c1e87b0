import { EventEmitter } from "vscode";
import type { Disposable, Event } from "vscode";
import { checkDocument, checkInWorkspace, inOrder } from "../../core/check/check.ts";
import type { CheckOptions } from "../../core/check/check.ts";
import type { Problem } from "../../core/problem.ts";
import type { Rule } from "../../core/rules/rule.ts";
import type { Clock } from "./clock.ts";
import type { Library } from "./library.ts";
import type { OpenPrd, OpenPrds } from "./open-prds.ts";

/** What the rules say about the open PRDs; always about the text as it stands, never about an earlier version. */
export interface Problems extends Disposable {
  /** Problems of both passes, in document order. */
  of(prd: OpenPrd): readonly Problem[];
  optionsFor(prd: OpenPrd): CheckOptions;
  /** Fires when a document was checked again. */
  readonly onDidChange: Event<OpenPrd>;
}

interface Checked {
  readonly prd: OpenPrd;
  readonly version: number;
  readonly today: string;
  readonly rules: readonly Rule[] | undefined;
  readonly local: readonly Problem[];
  /** Milliseconds that this check and the one before it took; the shorter one counts, since the other may have had to wait. */
  readonly took: number;
  readonly before: number;
  /** Of both passes; replaced when other documents change. */
  all: readonly Problem[];
}

/** Milliseconds: a document whose check takes longer waits for a pause in typing. */
const QUICK = 50;
/** The pause, in times of what a check takes, and at most in milliseconds. */
const PAUSE = { times: 4, most: 400 };

export function createProblems(openPrds: OpenPrds, library: Library, clock: Clock): Problems {
  const changed = new EventEmitter<OpenPrd>();
  const checked = new Map<string, Checked>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const optionsFor = ({ team }: OpenPrd): CheckOptions => ({
    config: team.config,
    today: clock.today(),
    rules: library.rules(),
  });

  const inWorkspace = (prd: OpenPrd): Problem[] => {
    const place = library.placeOf(prd.document.uri);
    return place === undefined ? [] : checkInWorkspace(prd.model(), place.path, place.index, optionsFor(prd));
  };

  const of = (prd: OpenPrd): readonly Problem[] => {
    const key = prd.document.uri.toString();
    const before = checked.get(key);
    const { version } = prd.document;
    const options = optionsFor(prd);
    const { today, rules } = options;
    if (before?.prd === prd && before.version === version && before.today === today && before.rules === rules)
      return before.all;
    const started = performance.now();
    const local = checkDocument(prd.model(), options);
    library.update(prd, local);
    const all = inOrder([...local, ...inWorkspace(prd)]);
    const took = performance.now() - started;
    checked.set(key, { prd, version, today, rules, local, all, took, before: before?.took ?? took });
    return all;
  };

  const stopTimer = (key: string): void => {
    clearTimeout(timers.get(key));
    timers.delete(key);
  };

  const checkSoon = ({ document }: OpenPrd): void => {
    const key = document.uri.toString();
    stopTimer(key);
    const check = (): void => {
      timers.delete(key);
      const prd = openPrds.get(document);
      if (prd === undefined) return;
      of(prd);
      changed.fire(prd);
    };
    const last = checked.get(key);
    const took = last === undefined ? 0 : Math.min(last.took, last.before);
    if (took < QUICK) check();
    else timers.set(key, setTimeout(check, Math.min(took * PAUSE.times, PAUSE.most)));
  };

  const disposables: Disposable[] = [
    changed,
    openPrds.onDidChange(checkSoon),
    openPrds.onDidClose((uri) => {
      stopTimer(uri.toString());
      checked.delete(uri.toString());
    }),
    // Another document may have taken or given up an id, and more rules may be there.
    library.onDidChange(() => {
      for (const one of checked.values()) {
        if (one.rules !== library.rules()) {
          checkSoon(one.prd);
          continue;
        }
        if (one.version !== one.prd.document.version) continue;
        const all = inOrder([...one.local, ...inWorkspace(one.prd)]);
        if (JSON.stringify(all) === JSON.stringify(one.all)) continue;
        one.all = all;
        changed.fire(one.prd);
      }
    }),
    clock.onNewDay(() => {
      for (const prd of openPrds.all()) checkSoon(prd);
    }),
  ];
  for (const prd of openPrds.all()) checkSoon(prd);

  return {
    of,
    optionsFor,
    onDidChange: changed.event,
    dispose() {
      for (const key of [...timers.keys()]) stopTimer(key);
      for (const one of disposables) one.dispose();
    },
  };
}

/** The problems that a place in the text touches. */
export function problemsAt(problems: readonly Problem[], start: number, end: number): Problem[] {
  return problems.filter((problem) => problem.start <= end && start <= problem.end);
}
