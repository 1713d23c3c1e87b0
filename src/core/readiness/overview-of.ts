import type { Config } from "../config/config.ts";
import { normalizeHandle, personByHandle, sameHandle } from "../config/people.ts";
import type { PrdDocument } from "../document/model.ts";
import { nextStatus, statuses } from "../format/status.ts";
import { rolesIn } from "../review/signatures.ts";
import type { Owner } from "../problem.ts";
import { actionsFor } from "./actions.ts";
import type { Conversation } from "./conversations.ts";
import { matrixOf } from "./matrix.ts";
import type { Authorship, OpenConversation, Person, PrdOverview, StatusPath } from "./overview.ts";
import type { Readiness } from "./readiness.ts";

export interface OverviewOptions {
  readonly config: Config;
  /** `YYYY-MM-DD`: the day for which the readiness was worked out. */
  readonly today: string;
  /** The handle of the person in front of the screen, with or without `@`. */
  readonly me?: string | undefined;
  readonly authorship?: Authorship | undefined;
}

/** @param readiness that of the document, see `readiness` */
export function overviewOf(
  document: PrdDocument,
  readiness: Readiness,
  { config, today, me, authorship }: OverviewOptions,
): PrdOverview {
  const { id, name, status, score } = readiness;
  const isPrd = id !== undefined;
  const isMine = turnOf(document, config, me);
  const conversations = keyed(
    together(readiness).map(([one, blocks]) => ({
      ...pick(one),
      people: one.people.map((handle) => personOf(handle, config)),
      mine: isMine(one),
      overdue: one.due !== undefined && one.due < today,
      blocks,
      actions: actionsFor(one, document, me),
    })),
  );
  const next = readiness.ready?.next;
  return {
    id,
    name,
    status,
    pm: peopleOf(document, "pm", config),
    eng: peopleOf(document, "eng", config),
    path: pathOf(status, next, conversations),
    open: readiness.conversations.length,
    conversations,
    matrix: isPrd ? matrixOf(document, config, today) : { columns: [], rows: [] },
    score,
    authorship,
  };
}

/** The people of one side, as the header names them. */
export function peopleOf({ header }: PrdDocument, side: "pm" | "eng", config: Config): Person[] {
  return header.people(side).map((handle) => personOf(handle, config));
}

function personOf(handle: string, config: Config): Person {
  const written = normalizeHandle(handle);
  return { handle: written, name: personByHandle(config, handle)?.name ?? written.slice(1) };
}

/** What is open now, and what is in the way of the next status though nobody asks for it yet; in document order. */
export function together({
  conversations,
  ready,
}: Pick<Readiness, "conversations" | "ready">): [one: Conversation, blocks: boolean][] {
  const blocking = new Map((ready?.blockedBy ?? []).map((one) => [placeOf(one), one]));
  const all = conversations.map((one): [Conversation, boolean] => [one, blocking.delete(placeOf(one))]);
  for (const one of blocking.values()) all.push([one, true]);
  return all.sort(([a], [b]) => a.start - b.start || a.end - b.end);
}

/** Tells conversations of one text apart: two problems of a rule have no place in common but where they say different things. */
function placeOf({ about, id, code, start, end, text }: Conversation): string {
  return about === "problem" ? `${code} ${start} ${end} ${text}` : `${about} ${id} ${start}`;
}

function pick({
  about,
  id,
  code,
  severity,
  text,
  owner,
  days,
  due,
  seam,
  line,
  start,
  end,
}: Conversation): Omit<Conversation, "column" | "people"> {
  return { about, id, code, severity, text, owner, days, due, seam, line, start, end };
}

/** Names each one by what it is about; those of one name are counted. */
function keyed(conversations: readonly Omit<OpenConversation, "key">[]): OpenConversation[] {
  const seen = new Map<string, number>();
  return conversations.map((one) => {
    const name = one.about === "problem" ? (one.code ?? one.about) : (one.id ?? one.about);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { ...one, key: count === 1 ? name : `${name}.${count}` };
  });
}

/** Whose turn a conversation is: that of the people it names, else of everybody on its side. */
function turnOf(
  document: PrdDocument,
  config: Config,
  me: string | undefined,
): (one: Pick<Conversation, "people" | "owner">) => boolean {
  if (me === undefined) return () => false;
  const roles = rolesIn(document, config, me);
  const sides: readonly Owner[] = [
    ...(roles.includes("pm") ? (["product"] as const) : []),
    ...(roles.includes("eng") ? (["engineering"] as const) : []),
  ];
  return ({ people, owner }) =>
    people.length === 0 ? sides.includes(owner) : people.some((one) => sameHandle(one, me));
}

function pathOf(
  status: PrdOverview["status"],
  next: StatusPath["next"],
  conversations: readonly OpenConversation[],
): StatusPath {
  const way = statuses.filter((one) => one !== "parked" || status === "parked");
  const here = way.indexOf(status);
  const following = nextStatus(status);
  return {
    steps: way.map((one, index) => ({
      status: one,
      state:
        one === status
          ? "here"
          : status === "parked"
            ? "later"
            : index < here
              ? "done"
              : one === following
                ? "next"
                : "later",
    })),
    next,
    blockedBy: conversations.filter(({ blocks }) => blocks).map(({ key }) => key),
  };
}
