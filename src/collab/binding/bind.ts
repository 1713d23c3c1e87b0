import * as Y from "yjs";
import type { BufferChange, BufferSelection } from "../editor-port.ts";
import type { Edit } from "../text/edits.ts";
import { applyEdits, applyText, backwards, edited, minimalEdits, shifted } from "../text/edits.ts";
import { bufferEdits, bufferOffset, sharedEdits, sharedOffset, sharedText } from "../text/line-ends.ts";
import { threeWay } from "../text/merge.ts";
import type { Binding, BindingState, BindOptions, Repair, RevertChoice } from "./binding.ts";
import { difference, withoutReturns } from "./difference.ts";
import { replicaOf, textOf } from "./replicas.ts";
import type { Unsent } from "./undo.ts";
import { PUT_BACK, selectionsIn, TYPED, undoOf } from "./undo.ts";

/** What the buffer held at the last event. */
interface Known {
  readonly buffer: string;
  readonly shared: string;
  readonly version: number;
}

/** An edit of ours that the editor has not answered yet. */
interface Flight {
  readonly known: Known;
  readonly edits: readonly Edit[];
  /** The shared text when the edit has happened. */
  readonly after: string;
  /** How much of `arrived` is in the edit. */
  readonly count: number;
  /** The network's state at the time, where the replica must be made anew. */
  readonly state: Uint8Array | undefined;
  /** Where the change that was taken for ours put text. */
  landed?: readonly { readonly place: Y.RelativePosition; readonly text: string }[];
}

/** Milliseconds before an edit is tried again that was refused although the buffer is the same; doubled each time. */
const FIRST_WAIT = 10;
const LONGEST_WAIT = 1000;
/** Updates that wait for the buffer before they are merged. */
const MOST_ARRIVED = 500;
const CLEANED = Symbol("cleaned");

/**
 * Keeps an editor's buffer and a shared document the same.
 *
 * There are two replicas: `network` talks to the server, and `editor` has the text of the buffer after every event.
 * What a person does goes into `editor`, where its offsets are right, and as an update from there into `network`; the
 * CRDT does the transforming. What `network` has beyond `editor` becomes one edit of the buffer at a time, computed
 * anew whenever the buffer was faster; `editor` takes it over when the buffer shows it.
 *
 * What the buffer does on its own (its own undo, a reload from disk, typing where only reading is allowed, a text that
 * differs from the start) is put into `editor` as well and is not sent: once the buffer is back, `editor` is made anew
 * under another client id. If the person types before that, what was not sent is forwarded and taken back in one go,
 * because later updates of a client build on its earlier ones.
 */
export function bind(options: BindOptions): Binding {
  const { network, editor: port, right, log } = options;
  const shared = textOf(network);
  const undo = undoOf(network, () => editor);
  const listeners = new Set<() => void>();
  const waitingForIdle = new Set<() => void>();
  let known = knownOf();
  let base = known.shared;
  let editor = new Y.Doc();
  /** What `network` got and `editor` has yet to get. */
  let arrived: Uint8Array[] = [];
  let unsent: Unsent[] = [];
  let flight: Flight | undefined;
  let phase: "open" | "asking" | "closed" = "open";
  let behind = false;
  let scheduled = false;
  let refusals = 0;
  let repairs = 0;
  let wait: ReturnType<typeof setTimeout> | undefined;
  let nextWait = FIRST_WAIT;
  /** Where the carets go when the buffer shows what undo brought back. */
  let carets: (() => readonly BufferSelection[]) | undefined;
  let gap: readonly Edit[] | undefined;

  function knownOf(): Known {
    return { buffer: port.text, shared: sharedText(port.text), version: port.version };
  }

  /** Begins anew from the network's document, whatever the buffer holds. */
  function adopt(): void {
    editor.destroy();
    editor = replicaOf(network, Y.encodeStateAsUpdate(network));
    arrived = [];
    unsent = [];
    putAside(minimalEdits(textOf(editor).toJSON(), known.shared), false);
    behind = unsent.length > 0;
    gap = undefined;
  }

  /** Applies to `editor` what is not sent, at least not now. */
  function putAside(edits: readonly Edit[], typed: boolean): void {
    if (edits.length > 0) unsent.push({ update: write(edits), typed });
  }

  function write(edits: readonly Edit[]): Uint8Array {
    const updates: Uint8Array[] = [];
    const collect = (update: Uint8Array): void => void updates.push(update);
    editor.on("update", collect);
    applyEdits(textOf(editor), edits, TYPED);
    editor.off("update", collect);
    return Y.mergeUpdates(updates);
  }

  function sendUnsent(): void {
    const updates = unsent;
    unsent = [];
    if (updates.length > 0) undo.forward(updates);
  }

  function onUpdate(update: Uint8Array, origin: unknown): void {
    gap = undefined;
    if (origin === TYPED || origin === PUT_BACK) return;
    arrived.push(update);
    if (arrived.length > MOST_ARRIVED && flight === undefined) arrived = [Y.mergeUpdates(arrived)];
    behind = true;
    schedule();
  }

  function onChange(change: BufferChange): void {
    const before = known;
    known = knownOf();
    gap = undefined;
    clearTimeout(wait);
    wait = undefined;
    nextWait = FIRST_WAIT;
    const own = change.reason === undefined && !change.fromDisk;
    if (own && flight?.known === before && flight.after === known.shared) {
      const edits = sharedEdits(before.buffer, change.edits, known.buffer);
      takeOver(flight);
      flight.landed = placesOf(editor, edits);
    } else {
      const edits = sharedEdits(before.buffer, change.edits, known.buffer);
      if (edited(before.shared, edits) !== known.shared) repair(before.shared);
      else if (edits.length > 0) theirs(change, before, edits);
    }
    if (textOf(editor).toJSON() !== known.shared) repair(before.shared);
    if (change.fromDisk) base = known.shared;
    schedule();
  }

  /** What the buffer shows now, whoever did it, is not ours. */
  function theirs(change: BufferChange, before: Known, edits: readonly Edit[]): void {
    const typed = change.reason === undefined && !change.fromDisk && right === "edit";
    carets = undefined;
    if (typed && phase === "open") {
      sendUnsent();
      const selections = port.selections.map(({ anchor, head }) => ({
        anchor: sharedOffset(before.buffer, anchor),
        head: sharedOffset(before.buffer, head),
      }));
      undo.typed(edits, selections, () => write(edits));
      return;
    }
    putAside(edits, typed);
    behind = true;
    if (right === "read") return;
    if (change.reason !== undefined) step(change.reason);
    else if (change.fromDisk && known.shared !== withoutReturns(shared.toJSON())) void ask();
  }

  /** The buffer shows what was on its way, so `editor` gets it too. */
  function takeOver({ edits, count, state }: Pick<Flight, "edits" | "count" | "state">): void {
    if (state !== undefined) {
      editor.destroy();
      editor = replicaOf(network, state);
      unsent = [];
    } else if (count > 0) Y.applyUpdate(editor, Y.mergeUpdates(arrived.slice(0, count)));
    arrived.splice(0, count);
    // Whoever may not write cannot clean the document for everybody, as `pump` does.
    putAside(returnsIn(textOf(editor)), false);
    undo.moved(edits);
    behind = arrived.length > 0;
    gap = undefined;
  }

  function schedule(): void {
    if (scheduled || phase === "closed") return;
    scheduled = true;
    queueMicrotask(() => {
      scheduled = false;
      pump();
      if (phase !== "closed") changed();
    });
  }

  /** Brings what `network` has beyond `editor` into the buffer, all of it in one edit. */
  function pump(): void {
    if (phase !== "open" || flight !== undefined || wait !== undefined || !behind) return;
    // An event is on its way, and pumps again.
    if (port.version !== known.version) return;
    if (right === "edit") applyEdits(shared, returnsIn(shared), CLEANED);
    const edits = difference(editor, network);
    const state = unsent.length > 0 ? Y.encodeStateAsUpdate(network) : undefined;
    const next = { known, edits, after: edited(known.shared, edits), count: arrived.length, state };
    if (edits.length > 0) {
      flight = next;
      void fly(next);
    } else {
      takeOver(next);
      if (textOf(editor).toJSON() !== known.shared) repair(known.shared);
    }
  }

  async function fly(sent: Flight): Promise<void> {
    const done = await port
      .apply(bufferEdits(sent.known.buffer, sent.edits), sent.known.version)
      .catch(() => false);
    flight = undefined;
    if (phase === "closed") return;
    if (done && sent.landed !== undefined) {
      log({ kind: "applied", edits: sent.edits.length, refusals });
      refusals = 0;
    } else {
      if (done) log({ kind: "unseen" });
      else log({ kind: "refused", refusals: ++refusals, changed: known !== sent.known });
      if (sent.landed !== undefined) twin(sent.landed);
      else if (known === sent.known) tryLater();
    }
    schedule();
  }

  function tryLater(): void {
    wait = setTimeout(() => {
      wait = undefined;
      schedule();
    }, nextWait);
    nextWait = Math.min(nextWait * 2, LONGEST_WAIT);
  }

  /** The change that looked like ours was refused, so the person typed the very same; it counts twice then. */
  function twin(landed: NonNullable<Flight["landed"]>): void {
    log({ kind: "twin" });
    if (right === "read") return;
    undo.write((origin) => {
      for (const { place, text } of landed) {
        const at = Y.createAbsolutePositionFromRelativePosition(place, network);
        if (at !== null) applyEdits(shared, [{ offset: at.index, length: 0, text }], origin);
      }
    });
  }

  async function ask(): Promise<void> {
    if (phase !== "open") return;
    phase = "asking";
    const before = base;
    const question = { base, disk: known.shared, shared: withoutReturns(shared.toJSON()) };
    const choice = await options.onRevert(question).catch((): RevertChoice => "keep-shared");
    // Closing has dealt with it.
    if (phase !== "asking") return;
    phase = "open";
    log({ kind: "reverted", choice });
    if (choice === "take-mine") undo.forward(unsent.splice(0).map(({ update }) => ({ update, typed: true })));
    else if (choice === "merge") merge("disk", before);
    // What was typed meanwhile stays, so it needs what it builds on.
    else if (unsent.some(({ typed }) => typed)) sendUnsent();
    behind = true;
    schedule();
  }

  /** The buffer is not what its events told. Rather compare three texts than lose a word. */
  function repair(good: string): void {
    if (right === "edit") sendUnsent();
    merge("invariant", good);
  }

  function merge(cause: Repair["cause"], before: string): void {
    const mine = known.shared;
    const theirs = withoutReturns(shared.toJSON());
    const { text, lost } =
      right === "edit" ? threeWay(before, mine, theirs) : { text: theirs, lost: mine !== theirs };
    if (right === "edit") undo.write((origin) => applyText(shared, text, origin));
    adopt();
    const count = ++repairs;
    log({ kind: "repaired", cause, count, lost });
    options.onRepaired({ cause, mine, text, lost, count });
    schedule();
  }

  function step(which: "undo" | "redo"): boolean {
    if (right === "read" || phase === "closed") return false;
    const before = undo[which]();
    if (before === undefined) return false;
    carets = () => selectionsIn(network, before);
    schedule();
    return true;
  }

  function state(): BindingState {
    if (phase !== "open") return phase;
    return behind || flight !== undefined ? "behind" : "settled";
  }

  function changed(): void {
    if (state() === "settled") {
      const selections = carets?.();
      carets = undefined;
      if (selections !== undefined && selections.length > 0)
        port.select(
          selections.map(({ anchor, head }) => ({ anchor: toBuffer(anchor), head: toBuffer(head) })),
        );
    }
    if (state() === "settled" || phase === "closed") {
      const resolve = [...waitingForIdle];
      waitingForIdle.clear();
      for (const done of resolve) done();
    }
    for (const listener of [...listeners]) listener();
  }

  function gapNow(): readonly Edit[] {
    return (gap ??= behind ? difference(editor, network) : []);
  }

  function toBuffer(offset: number): number {
    return bufferOffset(known.buffer, shifted(offset, backwards(gapNow())));
  }

  adopt();
  network.on("update", onUpdate);
  const subscriptions = [port.onChange(onChange), port.onSave(() => (base = known.shared))];
  schedule();

  return {
    get state() {
      return state();
    },
    get canUndo() {
      return right === "edit" && undo.canUndo;
    },
    get canRedo() {
      return right === "edit" && undo.canRedo;
    },
    onDidChange(listener) {
      listeners.add(listener);
      return { dispose: () => void listeners.delete(listener) };
    },
    undo: () => step("undo"),
    redo: () => step("redo"),
    toShared: (offset) => shifted(sharedOffset(known.buffer, offset), gapNow()),
    toBuffer,
    settled: () =>
      new Promise((resolve) => {
        waitingForIdle.add(resolve);
        if (phase === "closed") changed();
        else schedule();
      }),
    dispose() {
      if (phase === "closed") return;
      if (unsent.some(({ typed }) => typed)) sendUnsent();
      phase = "closed";
      clearTimeout(wait);
      for (const subscription of subscriptions) subscription.dispose();
      network.off("update", onUpdate);
      undo.dispose();
      editor.destroy();
      changed();
      listeners.clear();
    },
  };
}

/** Where edits put text, in a replica that has them. */
function placesOf(doc: Y.Doc, edits: readonly Edit[]): NonNullable<Flight["landed"]> {
  let moved = 0;
  return edits.map(({ offset, length, text }) => {
    const end = offset + moved + text.length;
    moved += text.length - length;
    return { place: Y.createRelativePositionFromTypeIndex(textOf(doc), end, -1), text };
  });
}

/** Deletes what another program put in; deleting is the one way that can be done by several at once. */
function returnsIn(text: Y.Text): Edit[] {
  return [...text.toJSON().matchAll(/\r/g)].map(({ index }) => ({ offset: index, length: 1, text: "" }));
}
