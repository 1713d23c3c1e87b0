/**
 * All phrases of a list in one graph whose edges are words, so that one walk over a text finds them all, whatever their
 * number: most words of most texts begin no phrase and cost one look-up.
 */
import type { Entry } from "./entry.ts";
import type { Place } from "./pattern.ts";
import type { Word } from "./tokens.ts";

/** What may come next, and whether a phrase ends here. */
export interface State {
  /** By the word in lower case. */
  next?: Map<string, State[]>;
  /** By the word as it is written, for phrases with capitals. */
  exact?: Map<string, State[]>;
  ends?: true;
}

/** The graph's root. */
export function graphOf(entries: readonly Entry[]): State {
  const root: State = {};
  for (const entry of entries) {
    for (const state of extend([root], entry, {})) {
      if (state !== root) {
        state.ends = true;
      }
    }
  }
  return root;
}

/**
 * Leads from all of `from` along the entry into `end`.
 *
 * @returns where one can be after it: `end`, and states before it when the entry ends in something optional
 */
function extend(from: readonly State[], entry: Entry, end: State): readonly State[] {
  let here = from;
  for (const [index, part] of entry.entries()) {
    const into = index === entry.length - 1 ? end : {};
    if (typeof part === "string") {
      addWord(here, part, into);
      here = [into];
    } else {
      here = alongChoice(here, part, into);
    }
  }
  return here;
}

function alongChoice(from: readonly State[], choice: readonly Entry[], into: State): readonly State[] {
  const reached = [into];
  for (const entry of choice) {
    for (const state of extend(from, entry, into)) {
      if (!reached.includes(state)) {
        reached.push(state);
      }
    }
  }
  return reached;
}

function addWord(from: readonly State[], word: string, into: State): void {
  if (!word.includes("-")) {
    addEdge(from, word, into);
    return;
  }
  // "straight-forward" is also written as one word, and its hyphen separates two.
  addEdge(from, word.replaceAll("-", ""), into);
  const parts = word.split("-");
  let here = from;
  for (const [index, part] of parts.entries()) {
    const next = index === parts.length - 1 ? into : {};
    addEdge(here, part, next);
    here = [next];
  }
}

function addEdge(from: readonly State[], word: string, into: State): void {
  const capital = word !== word.toLowerCase();
  for (const state of from) {
    const edges = capital ? (state.exact ??= new Map()) : (state.next ??= new Map());
    const known = edges.get(word);
    if (known === undefined) {
      edges.set(word, [into]);
    } else {
      known.push(into);
    }
  }
}

/** The phrases in `words`, in order of their first words. */
export function walk(root: State, words: readonly Word[]): Place[] {
  const places: Place[] = [];
  for (let from = 0; from < words.length; from++) {
    let states = after(root, words[from]);
    for (let to = from + 1; states !== undefined; to++) {
      for (const state of states) {
        if (state.ends === true) {
          places.push([from, to]);
        }
      }
      const word = words[to];
      states = word === undefined ? undefined : afterAll(states, word);
    }
  }
  return places;
}

function afterAll(states: readonly State[], word: Word): State[] | undefined {
  let all: State[] | undefined;
  for (const state of states) {
    const next = after(state, word);
    if (next !== undefined) {
      all = all === undefined ? next : [...all, ...next];
    }
  }
  return all;
}

function after(state: State, word: Word | undefined): State[] | undefined {
  if (word === undefined) {
    return undefined;
  }
  const any = state.next?.get(word.key);
  if (word.raw === word.key) {
    return any;
  }
  const exact = state.exact?.get(word.raw);
  return any === undefined ? exact : exact === undefined ? any : [...any, ...exact];
}
