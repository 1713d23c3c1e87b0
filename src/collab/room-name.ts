/** Names of rooms, in one grammar for everybody: nothing else of a request becomes a name of anything. */
const grammar = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** True for a name that a room can have. */
export function isRoomName(text: string): boolean {
  return grammar.test(text);
}

/** True for a room's name, or the beginning of one followed by `*`; `*` alone is every room. */
export function isRoomPattern(text: string): boolean {
  return text === "*" || isRoomName(text) || (text.endsWith("*") && isRoomName(text.slice(0, -1)));
}

/** Whether a token for `pattern` opens `room`. */
export function covers(pattern: string, room: string): boolean {
  return pattern.endsWith("*") ? room.startsWith(pattern.slice(0, -1)) : room === pattern;
}

/**
 * The room of a PRD, so that two people who share the same one meet.
 *
 * @param project `live.project` of the team's data
 * @param id the PRD's id
 * @returns undefined when the two make no room's name
 */
export function roomOf(project: string, id: string): string | undefined {
  const name = `${project}.${id}`;
  return isRoomName(name) ? name : undefined;
}

/** A name that nobody can guess: 128 random bits. */
export function randomRoom(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
