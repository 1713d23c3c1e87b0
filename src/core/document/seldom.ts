import type { Annotation, Requirement } from "./model.ts";
import { asRead } from "./moved.ts";

/** A part of a document's list: what one group of headings says, as it was read. */
export interface Part {
  /** Index of its first member in the whole list. */
  readonly from: number;
  /** The same array for as long as the group's text stands. */
  readonly members: readonly unknown[];
}

const parts = new WeakMap<readonly unknown[], readonly Part[]>();

/** Notes what a list is made of, so that {@link seldom} need not look at each of its members. */
export function rememberParts(list: readonly unknown[], made: readonly Part[]): void {
  parts.set(list, made);
}

type Test<A> = (one: A) => boolean;

/** By test and part: indices into the part of those for which the test holds. */
const found = new WeakMap<Test<never>, WeakMap<readonly unknown[], readonly number[]>>();

/**
 * Those of a document's requirements or annotations that a rule speaks of, with their indices. In a long PRD they are few,
 * and to look at each of the others on each keystroke is to wait for memory: groups in which none is found are passed over.
 *
 * @param test the same function each time; it sees what was read ({@link asRead}) and may ask nothing else
 */
export function* seldom<A extends Annotation | Requirement>(
  list: readonly A[],
  test: Test<A>,
): Iterable<[index: number, one: A]> {
  const made = parts.get(list);
  if (made === undefined) {
    for (const [index, one] of list.entries()) if (test(asRead(one))) yield [index, one];
    return;
  }
  let known = found.get(test);
  if (known === undefined) found.set(test, (known = new WeakMap()));
  for (const { from, members } of made) {
    let some = known.get(members);
    if (some === undefined) known.set(members, (some = indicesIn(members as readonly A[], test)));
    for (const index of some) yield [from + index, list[from + index] as A];
  }
}

const none: readonly number[] = [];

function indicesIn<A>(members: readonly A[], test: Test<A>): readonly number[] {
  const some: number[] = [];
  for (const [index, one] of members.entries()) if (test(one)) some.push(index);
  return some.length === 0 ? none : some;
}
