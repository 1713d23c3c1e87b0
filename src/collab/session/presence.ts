import type { Awareness } from "y-protocols/awareness";
import { createAbsolutePositionFromRelativePosition, createRelativePositionFromTypeIndex } from "yjs";
import type { RelativePosition, Text } from "yjs";
import { CARET_COLOURS } from "../protocol.ts";
import type { AwarenessUser } from "../protocol.ts";

/** A selection in offsets of the shared text, in UTF-16 units. */
export interface SharedSelection {
  readonly anchor: number;
  readonly head: number;
}

/** Somebody else who is in the room; the same person in two windows is there twice. */
export interface Participant extends AwarenessUser {
  readonly id: number;
  /** None while the PRD is hidden in their window. */
  readonly selections: readonly SharedSelection[];
  /** When they last moved or typed, in milliseconds of the local clock. */
  readonly active: number;
}

export interface Presence {
  readonly participants: readonly Participant[];
  /** Tells the others where one's carets are; undefined while the PRD is hidden. */
  publish(selections: readonly SharedSelection[] | undefined): void;
  onDidChange(listener: () => void): { dispose(): void };
  dispose(): void;
}

/** As many carets of one person as are told and shown. */
export const SELECTIONS_SHOWN = 32;

/**
 * @param now the clock, in milliseconds
 */
export function createPresence(text: Text, awareness: Awareness, now: () => number): Presence {
  const listeners = new Set<() => void>();
  const active = new Map<number, { at: number; selections: string }>();
  let published = "";

  const changed = (): void => {
    for (const [id, state] of awareness.getStates()) {
      const selections = JSON.stringify(state["selections"] ?? null);
      if (active.get(id)?.selections !== selections) active.set(id, { at: now(), selections });
    }
    for (const id of active.keys()) if (!awareness.getStates().has(id)) active.delete(id);
    for (const listener of listeners) listener();
  };
  awareness.on("change", changed);
  awareness.setLocalState({});

  /** @returns undefined for what is no selection of this text: peers write what they like */
  const absolute = (value: unknown): SharedSelection | undefined => {
    const { anchor, head } = (value ?? {}) as { anchor?: unknown; head?: unknown };
    const from = offsetOf(anchor, text);
    const to = offsetOf(head, text);
    return from === undefined || to === undefined ? undefined : { anchor: from, head: to };
  };

  return {
    get participants() {
      const others: Participant[] = [];
      for (const [id, state] of awareness.getStates()) {
        const user = id === awareness.clientID ? undefined : userOf(state["user"]);
        if (user === undefined) continue;
        const told: unknown = state["selections"];
        const selections = (Array.isArray(told) ? told.slice(0, SELECTIONS_SHOWN) : []).flatMap(
          (one) => absolute(one) ?? [],
        );
        others.push({ id, ...user, selections, active: active.get(id)?.at ?? now() });
      }
      return others.sort((a, b) => a.name.localeCompare(b.name) || a.id - b.id);
    },
    publish(selections) {
      const relative = (offset: number): RelativePosition =>
        createRelativePositionFromTypeIndex(text, Math.max(0, Math.min(offset, text.length)));
      const next =
        selections
          ?.slice(0, SELECTIONS_SHOWN)
          .map(({ anchor, head }) => ({ anchor: relative(anchor), head: relative(head) })) ?? null;
      // Awareness would tell the same once more to everybody.
      const words = JSON.stringify(next);
      if (words === published) return;
      published = words;
      awareness.setLocalStateField("selections", next);
    },
    onDidChange(listener) {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
    dispose() {
      awareness.off("change", changed);
      listeners.clear();
    },
  };
}

function offsetOf(value: unknown, text: Text): number | undefined {
  if (typeof value !== "object" || value === null || text.doc === null) return undefined;
  try {
    const position = createAbsolutePositionFromRelativePosition(value as RelativePosition, text.doc);
    return position?.type === text ? position.index : undefined;
  } catch {
    return undefined;
  }
}

function userOf(value: unknown): AwarenessUser | undefined {
  const { handle, name, role, colour } = (value ?? {}) as Partial<Record<keyof AwarenessUser, unknown>>;
  if (typeof handle !== "string" || typeof name !== "string" || typeof role !== "string") return undefined;
  const index = typeof colour === "number" && Number.isInteger(colour) ? colour : 0;
  return { handle, name, role, colour: ((index % CARET_COLOURS) + CARET_COLOURS) % CARET_COLOURS };
}
