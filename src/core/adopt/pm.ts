import type { Config, Person } from "../config/config.ts";
import { personByHandle } from "../config/people.ts";
import type { Found } from "./found.ts";

/** Who goes into the header of an adopted document as its product manager, and why. */
export interface FoundPm {
  readonly person: Person;
  /** What the document says about its author; undefined where it says nothing and the person who adopts it counts. */
  readonly by: Found | undefined;
}

/**
 * The product manager of a document: whoever its author row names, else who adopts it. Only people of the team whose
 * work that is, and who have not left; where the document names an author whom the team does not know, nobody.
 *
 * @param me handle of the person who adopts the document
 */
export function pmOf(found: readonly Found[], config: Config, me: string | undefined): FoundPm | undefined {
  let strangers = false;
  for (const by of found) {
    if (by.about !== "author") continue;
    const people = peopleIn(by.value, config);
    strangers ||= people.length === 0;
    const called = /^(?:pm|product)\b/i.test(by.label);
    const person = people.find(
      (one) => one.left === undefined && (one.role === "pm" || (called && one.role !== "eng")),
    );
    if (person !== undefined) return { person, by };
  }
  const person = me === undefined || strangers ? undefined : personByHandle(config, me);
  if (person?.role !== "pm" || person.left !== undefined) return undefined;
  return { person, by: undefined };
}

/** The people of the team that a text names, in its order: by handle, address, whole name, or a first name that only one has. */
export function peopleIn(value: string, config: Config): Person[] {
  const people = [...config.people.values()];
  const places = people.flatMap((person) => {
    const first = person.name.split(" ")[0] ?? "";
    const names = [person.name, person.handle, person.email ?? ""];
    if (people.every((one) => one === person || one.name.split(" ")[0] !== first)) names.push(first);
    const found = names.map((name) => placeOf(name, value)).filter((at) => at >= 0);
    return found.length === 0 ? [] : [{ person, at: Math.min(...found) }];
  });
  return places.sort((a, b) => a.at - b.at).map(({ person }) => person);
}

/** Where a name stands as words of their own; -1 where it does not. A handle may stand without its `@`. */
function placeOf(name: string, value: string): number {
  const words = name.trim().replace(/^@/, "");
  if (words === "") return -1;
  const exact = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return value.search(new RegExp(`(?<![\\p{L}\\p{N}._-])${exact}(?![\\p{L}\\p{N}_@-])`, "iu"));
}
