import type { Participant } from "../../collab/session/presence.ts";
import type { LivePrd } from "../../collab/live-prd.ts";
import type { AwarenessUser } from "../../collab/protocol.ts";
import { colourOf } from "../../collab/protocol.ts";

/** Somebody who is in a shared PRD, in one window or in several. */
export interface PersonHere extends AwarenessUser {
  readonly me: boolean;
  /** The windows, other than this one, in which the PRD is open; the one in which something happened last comes first. */
  readonly windows: readonly Participant[];
}

/** Everybody who is in a shared PRD: oneself first, then the others by name. */
export function peopleIn({ me, participants }: Pick<LivePrd, "me" | "participants">): readonly PersonHere[] {
  const byHandle = new Map<string, Participant[]>([[me.handle, []]]);
  for (const one of participants) {
    const windows = byHandle.get(one.handle);
    if (windows === undefined) byHandle.set(one.handle, [one]);
    else windows.push(one);
  }
  const people: PersonHere[] = [];
  for (const [handle, windows] of byHandle) {
    windows.sort((a, b) => b.active - a.active || a.id - b.id);
    const isMe = handle === me.handle;
    const { name, role, right } = isMe ? me : (windows[0] ?? me);
    people.push({ handle, name, role, right, colour: colourOf(handle), me: isMe, windows });
  }
  return people.sort((a, b) => Number(b.me) - Number(a.me) || a.name.localeCompare(b.name));
}

/** From here on nobody is called busy any more, in milliseconds after they last did something. */
export const IDLE_MS = 30_000;

/** For so long after a key somebody is said to type, in milliseconds: a little longer than they say so. */
export const TYPING_MS = 2_500;

/** What somebody does: `typing`, `reading elsewhere`, `idle for 2 minutes`, or nothing to speak of. */
export function doing({ me, windows }: PersonHere, now: number): string {
  if (me) return "";
  if (windows.some(({ typed }) => typed !== undefined && now - typed < TYPING_MS)) return "typing";
  if (windows.every(({ selections }) => selections.length === 0)) return "in another file";
  const idle = now - (windows[0]?.active ?? now);
  if (idle < IDLE_MS) return "";
  const minutes = Math.floor(idle / 60_000);
  if (minutes < 1) return "idle";
  if (minutes < 60) return `idle for ${minutes === 1 ? "a minute" : `${minutes} minutes`}`;
  const hours = Math.floor(minutes / 60);
  return `idle for ${hours === 1 ? "an hour" : `${hours} hours`}`;
}

const roles: Readonly<Record<string, string>> = { pm: "product", eng: "engineering" };

/** A role in words; a team's own words speak for themselves. */
export function roleInWords(role: string): string {
  return roles[role] ?? role;
}

/** What stands behind a name in a list: `product · typing`, `engineering · read only · idle`. */
export function aboutPerson(person: PersonHere, now: number): string {
  const { me, right, role, windows } = person;
  const others = me ? windows.length + 1 : windows.length;
  return [
    roleInWords(role),
    right === "read" ? "read only" : "",
    others > 1 ? `in ${others} windows` : "",
    doing(person, now),
  ]
    .filter((part) => part !== "")
    .join(" · ");
}

/** `only you`, `2 people` */
export function peopleCount(count: number): string {
  return count === 1 ? "only you" : `${count} people`;
}
