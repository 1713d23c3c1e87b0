import { idList } from "../document/id-list.ts";
import type { Group, Problem, Related } from "../problem.ts";
import type { Together } from "../rules/rule.ts";
import { shorten } from "../words/shorten.ts";

/*
 * One conversation is one message. A rule finds places; where enough of them belong together, people are asked once,
 * and all places are `related`. Whatever is known of a single place (a suppression, a baseline) is heeded before.
 */

/** From so many on, one message asks about all. */
const LEAST = 3;
/** Longest name in a list, in UTF-16 units: titles and quotations are shortened. */
const MOST_NAMED = 40;

/**
 * @param problems those of one rule
 * @returns with one message for each group that is large enough, in no order
 */
export function grouped(problems: readonly Problem[], together: Together): readonly Problem[] {
  if (problems.length < (together.least ?? LEAST)) return problems;
  const groups = new Map<number, Problem[]>();
  const result: Problem[] = [];
  for (const problem of problems) {
    const at = problem.member?.group.at.start;
    const group = at === undefined ? undefined : groups.get(at);
    if (at === undefined) result.push(problem);
    else if (group === undefined) groups.set(at, [problem]);
    else group.push(problem);
  }
  for (const members of groups.values()) result.push(...asOne(members, together));
  return result;
}

function asOne(members: readonly Problem[], together: Together): readonly Problem[] {
  const [first] = members;
  const group = first?.member?.group;
  const related = members.map(relatedOf);
  const message = group && messageAbout(related, group, together);
  if (first === undefined || group === undefined || message === undefined) return members;
  const { code, name, seam, severity, owner } = first;
  const same = members.every((one) => one.owner === owner);
  const { start, end } = group.at;
  return [
    {
      ...{ code, name, seam, severity, owner: same ? owner : "both", fixable: false },
      ...{ start, end, message, related, member: { id: "", group } },
    },
  ];
}

function relatedOf({ start, end, message, owner, data, member }: Problem): Related {
  return { id: member?.id ?? "", start, end, message, owner, ...(data !== undefined && { data }) };
}

/**
 * What one message says of them.
 *
 * @returns undefined where they are too few for one
 */
export function messageAbout(
  members: readonly { readonly id: string }[],
  { of, heading }: Omit<Group, "at">,
  { least = LEAST, say }: Together,
): string | undefined {
  if (members.length < least) return undefined;
  const names = members.map(({ id }) =>
    id.startsWith('"') ? `${shorten(id.slice(0, -1), MOST_NAMED)}"` : id,
  );
  const where = heading === undefined ? "here" : `under "${heading}"`;
  const which = members.length > 3 ? "Which three" : "Which of them";
  return say({ count: members.length, of, list: idList([...new Set(names)]), where, which });
}

/** Each of those that a message speaks of as a problem of its own; the problem itself where it speaks of one place. */
export function apart(problem: Problem): readonly Problem[] {
  const { related, member, ...all } = problem;
  if (related === undefined) return [problem];
  return related.map(({ id, ...one }) => ({
    ...all,
    ...one,
    ...(member !== undefined && { member: { id, group: member.group } }),
  }));
}
