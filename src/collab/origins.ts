/** Who made a change, as Yjs transactions carry it. */

/** A key of this person, or a command that they called: what their undo takes back. */
export const LOCAL_ORIGIN = "local";
