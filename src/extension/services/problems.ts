import { EventEmitter } from "vscode";
import type { Disposable, Event } from "vscode";
import { checkDocument, checkInWorkspace, inOrder } from "../../core/check/check.ts";
import type { CheckOptions } from "../../core/check/check.ts";
import type { Problem } from "../../core/problem.ts";
import type { Rule } from "../../core/rules/rule.ts";
import type { Clock } from "./clock.ts";
import type { Library } from "./library.ts";
import type { OpenPrd, OpenPrds } from "./open-prds.ts";
import { isNoInvitation, isQuiet } from "./teams.ts";

/** What the rules say about the open PRDs; always about the text as it stands, never about an earlier version. */
export interface Problems extends Disposable {
  /** Problems of both passes, in document order. A question: it changes nothing. */
  of(prd: OpenPrd): readonly Problem[];
  optionsFor(prd: OpenPrd): CheckOptions;
  /** Fires when a document was checked again. */
  readonly onDidChange: Event<OpenPrd>;
}

/** What a document's own rules say, and what that follows from. */
interface Local {
  readonly version: number;
  readonly today: string;
  readonly rules: readonly Rule[] | undefined;
  readonly problems: readonly Problem[];
}

/** What the other documents have to say as well. */
interface Both {
  readonly local: Local;
  /** Of the documents around it. */
  readonly revision: number | undefined;
  readonly problems: readonly Problem[];
}

/** What was told last of a document. */
interface Told {
  readonly prd: OpenPrd;
  readonly version: number;
  readonly rules: readonly Rule[] | undefined;
  readonly problems: readonly Problem[];
  /** Milliseconds that this check and the one before it took; the shorter one counts, since the other may have had to wait. */
  readonly took: number;
  readonly before: number;
}

/** Milliseconds: a document whose check takes longer waits for a pause in typing. */
const QUICK = 50;
/** The pause, in times of what a check takes, and at most in milliseconds. */
const PAUSE = { times: 4, most: 400 };

export function createProblems(openPrds: OpenPrds, library: Library, clock: Clock): Problems {
  const changed = new EventEmitter<OpenPrd>();
  const questions = createQuestions(library, clock);
  const told = new Map<string, Told>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const stopTimer = (key: string): void => {
    clearTimeout(timers.get(key));
    timers.delete(key);
  };

  const check = (prd: OpenPrd): void => {
    const key = prd.document.uri.toString();
    const started = performance.now();
    const local = questions.localOf(prd);
    library.update(prd, local.problems);
    const problems = questions.of(prd);
    const took = performance.now() - started;
    const { version, rules: by } = local;
    told.set(key, { prd, version, rules: by, problems, took, before: told.get(key)?.took ?? took });
    changed.fire(prd);
  };

  const checkSoon = ({ document }: OpenPrd): void => {
    const key = document.uri.toString();
    stopTimer(key);
    const now = (): void => {
      timers.delete(key);
      const prd = openPrds.get(document);
      if (prd !== undefined) check(prd);
    };
    const last = told.get(key);
    const took = last === undefined ? 0 : Math.min(last.took, last.before);
    if (took < QUICK) now();
    else timers.set(key, setTimeout(now, Math.min(took * PAUSE.times, PAUSE.most)));
  };

  /** Another document may have taken or given up an id, and more rules may be there. */
  const lookAgain = (): void => {
    for (const [key, one] of told) {
      const { prd, version } = one;
      if (one.rules !== library.rules()) {
        checkSoon(prd);
        continue;
      }
      // Typed in since: a check is on its way.
      if (version !== prd.document.version) continue;
      const problems = questions.of(prd);
      if (sameProblems(problems, one.problems)) continue;
      told.set(key, { ...one, problems });
      changed.fire(prd);
    }
  };

  const disposables: Disposable[] = [
    changed,
    openPrds.onDidChange(checkSoon),
    openPrds.onDidClose((uri) => {
      stopTimer(uri.toString());
      told.delete(uri.toString());
    }),
    library.onDidChange(lookAgain),
    clock.onNewDay(() => {
      for (const prd of openPrds.all()) checkSoon(prd);
    }),
  ];
  for (const prd of openPrds.all()) checkSoon(prd);

  return {
    of: questions.of,
    optionsFor: questions.optionsFor,
    onDidChange: changed.event,
    dispose() {
      for (const key of [...timers.keys()]) stopTimer(key);
      for (const one of disposables) one.dispose();
    },
  };
}

/** What can be asked of the rules about an open PRD; answers are kept as long as they hold. */
interface Questions {
  optionsFor(prd: OpenPrd): CheckOptions;
  localOf(prd: OpenPrd): Local;
  of(prd: OpenPrd): readonly Problem[];
}

function createQuestions(library: Library, clock: Clock): Questions {
  const locals = new WeakMap<OpenPrd, Local>();
  const both = new WeakMap<OpenPrd, Both>();

  const optionsFor = ({ team }: OpenPrd): CheckOptions => ({
    config: team.config,
    today: clock.today(),
    rules: library.rules(),
  });

  const localOf = (prd: OpenPrd): Local => {
    const options = optionsFor(prd);
    const { today, rules } = options;
    const { version } = prd.document;
    const before = locals.get(prd);
    if (before?.version === version && before.today === today && before.rules === rules) return before;
    const found = checkDocument(prd.model(), options);
    const problems = isQuiet({ ...prd, uri: prd.document.uri }) ? found.filter(isNoInvitation) : found;
    const local = { version, today, rules, problems };
    locals.set(prd, local);
    return local;
  };

  return {
    optionsFor,
    localOf,
    of(prd) {
      const local = localOf(prd);
      const place = library.placeOf(prd.document.uri);
      const revision = place?.index.revision;
      const before = both.get(prd);
      if (before?.local === local && before.revision === revision) return before.problems;
      const others =
        place === undefined ? [] : checkInWorkspace(prd.model(), place.path, place.index, optionsFor(prd));
      const problems = inOrder([...local.problems, ...others]);
      both.set(prd, { local, revision, problems });
      return problems;
    },
  };
}

/** Whether two lists say the same of the same places, in the same order. */
function sameProblems(some: readonly Problem[], others: readonly Problem[]): boolean {
  return some === others || JSON.stringify(some) === JSON.stringify(others);
}

/** The problems that a place in the text touches. */
export function problemsAt(problems: readonly Problem[], start: number, end: number): Problem[] {
  return problems.filter((problem) => problem.start <= end && start <= problem.end);
}
