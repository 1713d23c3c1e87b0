import { NOBODY } from "../../collab/protocol.ts";
import type { History } from "../../collab/session/server-api.ts";

type Day = History["days"][number];

/** As many people of one day as a line has room for. */
const PEOPLE_SHOWN = 4;

/** Who did what on a day: `Nadia wrote 240 characters and removed 12 · Ravi removed 3`. Busiest first. */
export function dayInWords({ people }: Day): string {
  const busiest = [...people]
    .filter(({ handle, inserted, deleted }) => handle !== NOBODY && inserted + deleted > 0)
    .sort((a, b) => b.inserted + b.deleted - a.inserted - a.deleted);
  const shown = busiest.length > PEOPLE_SHOWN + 1 ? busiest.slice(0, PEOPLE_SHOWN) : busiest;
  const rest = busiest.length - shown.length;
  return [
    ...shown.map(({ name, inserted, deleted }) => `${name} ${done(inserted, deleted)}`),
    ...(rest > 0 ? [`${rest} others too`] : []),
  ].join(" · ");
}

function done(inserted: number, deleted: number): string {
  const number = (count: number): string => count.toLocaleString("en");
  const characters = (count: number): string =>
    `${number(count)} ${count === 1 ? "character" : "characters"}`;
  if (deleted === 0) return `wrote ${characters(inserted)}`;
  if (inserted === 0) return `removed ${characters(deleted)}`;
  return `wrote ${characters(inserted)} and removed ${number(deleted)}`;
}

/**
 * A day as people say it: `Today`, `Yesterday`, `Monday, 16 November`, with the year where it is another one.
 *
 * @param day `YYYY-MM-DD`, in UTC as the server counts
 * @param now milliseconds since 1970
 */
export function dayName(day: string, now: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  if (day === utcDay(now)) return "Today";
  if (day === utcDay(now - 86_400_000)) return "Yesterday";
  // Two parts, since the sign between them is not the same in every release of Unicode's data.
  const part = (options: Intl.DateTimeFormatOptions): string =>
    at.toLocaleDateString("en-GB", { timeZone: "UTC", ...options });
  const another = at.getUTCFullYear() !== new Date(now).getUTCFullYear();
  const date = part({ day: "numeric", month: "long", ...(another && { year: "numeric" }) });
  return `${part({ weekday: "long" })}, ${date}`;
}

/** The day that the server is in, `YYYY-MM-DD`. */
export function utcDay(now: number): string {
  return new Date(now).toISOString().slice(0, 10);
}

/** A moment in local time: `16 November 2026, 14:05`. */
export function moment(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const day = at.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  return `${day}, ${at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`;
}

/** The longest name of a version, in UTF-16 units. */
export const VERSION_NAME_MAX = 100;

/** What is wrong with the name of a version, in one sentence; undefined when it is good. */
export function versionNameProblem(name: string): string | undefined {
  const { length } = name.trim();
  if (length === 0) return "Enter a few words, such as: agreed with engineering.";
  if (length > VERSION_NAME_MAX)
    return `A name has at most ${VERSION_NAME_MAX} characters; this one has ${length}.`;
  return undefined;
}
