import type { Person } from "./config.ts";
import { faultAt, slip } from "./fault.ts";
import type { Fault } from "./fault.ts";
import { nearest } from "./nearest.ts";
import { normalizeHandle, normalizeRole, sameHandle } from "./people.ts";
import type { TeamData } from "./schema.ts";
import { entryAt } from "./tree.ts";
import type { MapTree } from "./tree.ts";

/** The handles that a file gives to people, also to those whose entry does not hold. */
export function handlesIn(root: MapTree): string[] {
  const people = root.entries.get("people")?.value;
  return people?.type === "map" ? [...people.entries.keys()].map(normalizeHandle) : [];
}

/**
 * The people of a file by handle.
 *
 * @param data people as they hold
 * @param tree where they stand
 * @param handles all that the file names, for managers
 * @param faults receives people, addresses and managers that do not fit together and are left out
 */
export function resolvePeople(
  data: NonNullable<TeamData["people"]>,
  tree: MapTree,
  handles: readonly string[],
  faults: Fault[],
): ReadonlyMap<string, Person> {
  const people = new Map<string, Person>();
  const written = new Map<string, string>();
  const byEmail = new Map<string, string>();
  const byHandle = new Map(handles.map((handle) => [handle.toLowerCase(), handle]));
  for (const [key, { name, role, email, manager, left }] of Object.entries(data)) {
    const handle = normalizeHandle(key);
    const entry = entryAt(tree, ["people", key]);
    const twin = written.get(handle.toLowerCase());
    if (twin !== undefined) {
      const message = `\`${key}\` is the same person as \`${twin}\` above; keep one of the two.`;
      if (entry !== undefined) faults.push(faultAt(entry.key, message));
      continue;
    }
    written.set(handle.toLowerCase(), key);
    const ownEmail = email === undefined || isTaken(key, email, handle) ? undefined : email;
    const known = manager === undefined ? undefined : knownManager(key, manager, handle);
    people.set(handle, {
      handle,
      name: name?.trim() ?? handle.slice(1),
      role: normalizeRole(role),
      ...(ownEmail === undefined ? {} : { email: ownEmail }),
      ...(known === undefined ? {} : { manager: known }),
      ...(left === undefined ? {} : { left }),
    });
  }
  return people;

  function isTaken(key: string, email: string, handle: string): boolean {
    const owner = byEmail.get(email.toLowerCase());
    if (owner === undefined) byEmail.set(email.toLowerCase(), handle);
    const value = entryAt(tree, ["people", key, "email"])?.value;
    const message = `\`people.${key}.email\` is also the address of ${owner}; give each person their own.`;
    if (owner !== undefined && value !== undefined) faults.push(faultAt(value, message));
    return owner !== undefined;
  }

  function knownManager(key: string, manager: string, handle: string): string | undefined {
    const wanted = normalizeHandle(manager);
    const found = byHandle.get(wanted.toLowerCase());
    if (found !== undefined && !sameHandle(found, handle)) return found;
    const value = entryAt(tree, ["people", key, "manager"])?.value;
    if (value === undefined) return undefined;
    const self = found === undefined ? "" : "other ";
    const subject = `\`people.${key}.manager\` must be one of the ${self}people of this file, and ${wanted} is not`;
    const near =
      found === undefined
        ? nearest(
            wanted,
            handles.filter((other) => !sameHandle(other, handle)),
          )
        : undefined;
    faults.push(slip(value, subject, near, near === undefined ? undefined : JSON.stringify(near)));
    return undefined;
  }
}
