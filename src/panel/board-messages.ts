import type { Board, Place } from "../core/board/model.ts";

/*
 * What the extension and the board's page say to each other. Plain JSON on both sides.
 */

export type ToBoard =
  | {
      readonly kind: "board";
      /** Of this picture; comes back with what a person clicks. */
      readonly made: number;
      readonly board: Board;
    }
  /** The documents are still being read. */
  | { readonly kind: "reading" };

export type FromBoard =
  /** The page listens now; whatever was said before is lost. */
  | { readonly kind: "ready" }
  /** Show a place of the board, by its number among all of them. */
  | { readonly kind: "goTo"; readonly made: number; readonly place: number }
  | { readonly kind: "run"; readonly command: BoardCommand };

export const boardCommands = ["export", "newCycle"] as const;
export type BoardCommand = (typeof boardCommands)[number];

/** Every place of a board in one order, the same on both sides: a page names a place by its number, and nothing else. */
export function placesOf(board: Board): Place[] {
  const places: Place[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (isPlace(value)) places.push(value);
    else for (const one of Object.values(value)) visit(one);
  };
  visit(board);
  return places;
}

function isPlace(value: object): value is Place {
  const { path, start, line } = value as Partial<Place>;
  return typeof path === "string" && typeof start === "number" && typeof line === "number";
}
