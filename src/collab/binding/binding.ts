import type * as Y from "yjs";
import type { EditorPort, Unsubscribe } from "../editor-port.ts";
import type { Right } from "../protocol.ts";

export interface BindOptions {
  /** The document that talks to the server. What is changed in it for the person from elsewhere has the origin `MINE`. */
  readonly network: Y.Doc;
  readonly editor: EditorPort;
  /** With `read`, remote text comes in and nothing goes out; what is typed is put back. */
  readonly right: Right;
  readonly log: (event: BindingEvent) => void;
  /** Asked when the file on disk has replaced the buffer: a revert or a git checkout. A rejection keeps the shared text. */
  readonly onRevert: (revert: Revert) => Promise<RevertChoice>;
  /** Told when texts had to be merged by comparison. */
  readonly onRepaired: (repair: Repair) => void;
}

/** All texts have LF only. */
export interface Revert {
  /** What was on disk before, as far as this binding saw. */
  readonly base: string;
  /** What the buffer holds now. */
  readonly disk: string;
  readonly shared: string;
}

/**
 * `keep-shared`: the buffer gets the shared text again. `take-mine`: what the disk changed is an edit like any other,
 * for everybody; undo takes it back. `merge`: both changes since `base`, the shared text where they disagree.
 */
export type RevertChoice = "keep-shared" | "take-mine" | "merge";

/** All texts have LF only. */
export interface Repair {
  /** `invariant`: the buffer was not what its events told; `disk`: the person chose to merge. */
  readonly cause: "invariant" | "disk";
  /** What the buffer held: keep it where `lost` is true. */
  readonly mine: string;
  readonly text: string;
  /** Something of `mine` is not in the shared text. */
  readonly lost: boolean;
  /** Repairs of this binding up to now, this one included. */
  readonly count: number;
}

/** For logs and metrics; never holds text. */
export type BindingEvent =
  | { readonly kind: "applied"; readonly edits: number; readonly refusals: number }
  | { readonly kind: "refused"; readonly refusals: number; readonly changed: boolean }
  /** The editor said that it applied an edit, and its events say otherwise. */
  | { readonly kind: "unseen" }
  /** The person typed exactly what was on its way from somebody else. */
  | { readonly kind: "twin" }
  | { readonly kind: "reverted"; readonly choice: RevertChoice }
  | {
      readonly kind: "repaired";
      readonly cause: Repair["cause"];
      readonly count: number;
      readonly lost: boolean;
    };

/** `settled`: the buffer shows all there is. `behind`: remote text is on its way into it. `asking`: see `onRevert`. */
export type BindingState = "settled" | "behind" | "asking" | "closed";

export interface Binding {
  readonly state: BindingState;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Called after changes of the above, and after each change of the buffer or of the mapping of offsets. */
  onDidChange(listener: () => void): Unsubscribe;
  /** Takes back the person's own last step, whatever others wrote since; false when there is none. */
  undo(): boolean;
  redo(): boolean;
  /** @returns the offset in the shared text (of `network`, now) of an offset in the buffer */
  toShared(offset: number): number;
  /** @returns the offset in the buffer of an offset in the shared text (of `network`, now) */
  toBuffer(offset: number): number;
  /** Resolves when the buffer shows all there is and nothing is being asked; at once when that is so or all is over. */
  settled(): Promise<void>;
  /** Lets go of buffer and document, which both stay as they are. The port itself is its maker's. */
  dispose(): void;
}
