/** What the program's commands share. */

/** Where the program writes: results, and everything about the run. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Something in the way of starting, in one sentence that says what to do. */
export class CannotStart extends Error {}
