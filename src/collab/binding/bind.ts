import * as Y from "yjs";
import type { BufferChange, BufferSelection } from "../editor-port.ts";
import type { Edit } from "../text/edits.ts";
import { applyEdits, applyText, backwards, edited, minimalEdits, shifted } from "../text/edits.ts";
import { bufferEdits, bufferOffset, sharedEdits, sharedOffset, sharedText } from "../text/line-ends.ts";
import { threeWay } from "../text/merge.ts";
import { below, offsetBelow, sparing } from "./aside.ts";
import type { Binding, BindingState, BindOptions, Repair, RevertChoice } from "./binding.ts";
import { difference, withoutReturns } from "./difference.ts";
import { replicaOf, textOf } from "./replicas.ts";
import { MINE, selectionsIn, TYPED, undoOf } from "./undo.ts";

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
  /** How much of `arrived` is in the edit; undefined when `editor` has got it in another way meanwhile. */
  count: number | undefined;
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
 * differs from the start) goes into neither: it is remembered as `aside`, edits that lead from `editor` to the buffer,
 * until the buffer is put back. What a person types meanwhile is taken for what it is in `editor`. To forward such
 * changes and undo them there would let everybody who does so at once bring the same words back, each a copy of their own.
 */
export function bind(options: BindOptions): Binding {
  const { network, editor: port, right, log } = options;
  const shared = textOf(network);
  const undo = undoOf(network, () => editor);
  const listeners = new Set<() => void>();
  const waitingForIdle = new Set<() => void>();
  let known = knownOf();
  /** The text of the file on disk, as far as seen. */
  let saved = known.shared;
  let editor = new Y.Doc();
  let aside: readonly Edit[] = [];
  /** What `network` got and `editor` has yet to get. */
  let arrived: Uint8Array[] = [];
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
  let ahead: readonly Edit[] | undefined;

  function knownOf(): Known {
    return { buffer: port.text, shared: sharedText(port.text), version: port.version };
  }

  /** Begins anew from the network's document, whatever the buffer holds. */
  function adopt(): void {
    editor.destroy();
    editor = replicaOf(network);
    arrived = [];
    setAside();
  }

  /** Another program may have brought line ends of its own. Whoever only reads leaves that to others. */
  function clean(): void {
    if (right === "edit") applyEdits(shared, returnsIn(shared), CLEANED);
  }

  /** What differs between a text of the buffer and the network's document is the buffer's own; `editor` stays out of it. */
  function setAside(buffer = known.shared): void {
    clean();
    if (flight !== undefined) flight.count = undefined;
    if (arrived.length > 0) Y.applyUpdate(editor, Y.mergeUpdates(arrived));
    arrived = [];
    aside = minimalEdits(textOf(editor).toJSON(), buffer);
    behind = aside.length > 0;
    ahead = undefined;
  }

  function onUpdate(update: Uint8Array, origin: unknown): void {
    ahead = undefined;
    if (origin === TYPED) return;
    arrived.push(update);
    if (arrived.length > MOST_ARRIVED && flight === undefined) arrived = [Y.mergeUpdates(arrived)];
    behind = true;
    schedule();
  }

  function onChange(change: BufferChange): void {
    const before = known;
    known = knownOf();
    ahead = undefined;
    clearTimeout(wait);
    wait = undefined;
    nextWait = FIRST_WAIT;
    const edits = sharedEdits(before.buffer, change.edits, known.buffer);
    const own = change.reason === undefined && !change.fromDisk;
    if (own && flight?.known === before && flight.after === known.shared) {
      takeOver(flight);
      flight.landed = placesOf(editor, edits);
    } else if (edited(before.shared, edits) === known.shared) {
      if (edits.length > 0) theirs(change, before, edits);
    } else repair(before.shared);
    if (!isWhole()) repair(before.shared);
    schedule();
  }

  /** The invariant: the buffer is the text of `editor` with what was put aside. */
  function isWhole(): boolean {
    return edited(textOf(editor).toJSON(), aside) === known.shared;
  }

  /** What happened in the buffer is not ours. */
  function theirs(change: BufferChange, before: Known, edits: readonly Edit[]): void {
    carets = undefined;
    if (right === "edit" && change.reason === undefined && !change.fromDisk) {
      if (aside.length > 0) setAside(before.shared);
      const place = (offset: number): number => offsetBelow(sharedOffset(before.buffer, offset), aside);
      const selections = port.selections.map(({ anchor, head }) => ({
        anchor: place(anchor),
        head: place(head),
      }));
      const inEditor = below(edits, aside);
      if (inEditor.length > 0) undo.typed(inEditor, selections, () => write(editor, inEditor));
      if (aside.length > 0) setAside();
      return;
    }
    const base = saved;
    if (change.fromDisk) saved = known.shared;
    if (right === "edit" && change.fromDisk && saved !== withoutReturns(shared.toJSON())) void ask(base);
    setAside();
    if (change.reason !== undefined) step(change.reason);
  }

  /** The buffer shows what was on its way, so `editor` gets it too. */
  function takeOver({ edits, count }: Pick<Flight, "edits" | "count">): void {
    if (count === undefined) {
      setAside();
      return;
    }
    if (count > 0) Y.applyUpdate(editor, Y.mergeUpdates(arrived.splice(0, count)));
    undo.moved(edits);
    // Where they could not be cleaned away.
    aside = returnsIn(textOf(editor));
    behind = arrived.length > 0;
    ahead = undefined;
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

  /** Brings what `network` has beyond the buffer into it, all of it in one edit. */
  function pump(): void {
    if (phase !== "open" || flight !== undefined || wait !== undefined || !behind) return;
    // An event is on its way, and pumps again.
    if (port.version !== known.version) return;
    clean();
    const edits = toNetwork();
    const next = { known, edits, after: edited(known.shared, edits), count: arrived.length };
    if (edits.length > 0) {
      flight = next;
      void fly(next);
    } else {
      takeOver(next);
      if (!isWhole()) repair(known.shared);
    }
  }

  /** What makes the buffer's shared text that of `network`. */
  function toNetwork(): readonly Edit[] {
    return (ahead ??= !behind
      ? []
      : aside.length === 0
        ? difference(editor, network)
        : minimalEdits(known.shared, withoutReturns(shared.toJSON())));
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
    network.transact(() => {
      for (const { place, text } of landed) {
        const at = Y.createAbsolutePositionFromRelativePosition(place, network);
        if (at !== null && text !== "") shared.insert(at.index, text);
      }
    }, MINE);
  }

  /**
   * What is typed from now on is in the shared text already.
   *
   * @param base what was on disk before
   */
  async function ask(base: string): Promise<void> {
    if (phase !== "open") return;
    phase = "asking";
    const seen = replicaOf(network, editor);
    applyEdits(
      textOf(seen),
      aside.map((edit) => ({ ...edit, text: "" })),
      TYPED,
    );
    const question = { base, disk: saved, shared: withoutReturns(shared.toJSON()) };
    const choice = await options.onRevert(question).catch((): RevertChoice => "keep-shared");
    // It may have been closed meanwhile.
    if (phase !== "asking") return;
    phase = "open";
    if (choice === "merge") merge("disk", base, saved);
    else if (choice === "take-mine") {
      // What the person had not seen when the disk took over is not theirs to take out.
      setAside();
      applyEdits(shared, sparing(aside, backwards(difference(seen, editor))), MINE);
    }
    seen.destroy();
    log({ kind: "reverted", choice });
    schedule();
  }

  /** The buffer is not what its events told. Rather compare three texts than lose a word. */
  function repair(good: string): void {
    merge("invariant", good, known.shared);
    adopt();
    schedule();
  }

  function merge(cause: Repair["cause"], base: string, mine: string): void {
    const theirs = withoutReturns(shared.toJSON());
    const { text, lost } =
      right === "edit" ? threeWay(base, mine, theirs) : { text: theirs, lost: mine !== theirs };
    if (right === "edit") applyText(shared, text, MINE);
    const count = ++repairs;
    log({ kind: "repaired", cause, count, lost });
    options.onRepaired({ cause, mine: known.shared, text, lost, count });
  }

  function step(which: "undo" | "redo"): boolean {
    if (right === "read" || phase === "closed") return false;
    const before = undo[which]();
    if (before === undefined) return false;
    // What undo brings back is a copy. What the buffer still shows must be known as that, if the person goes on there.
    setAside();
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
      const selections = carets?.() ?? [];
      carets = undefined;
      if (selections.length > 0)
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

  function toBuffer(offset: number): number {
    return bufferOffset(known.buffer, shifted(offset, backwards(toNetwork())));
  }

  adopt();
  network.on("update", onUpdate);
  const subscriptions = [port.onChange(onChange), port.onSave(() => (saved = known.shared))];
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
    toShared: (offset) => shifted(sharedOffset(known.buffer, offset), toNetwork()),
    toBuffer,
    settled: () =>
      new Promise((resolve) => {
        waitingForIdle.add(resolve);
        if (phase === "closed") changed();
        else schedule();
      }),
    dispose() {
      if (phase === "closed") return;
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

/** @returns the update that says what the edits did */
function write(replica: Y.Doc, edits: readonly Edit[]): Uint8Array {
  const updates: Uint8Array[] = [];
  const collect = (update: Uint8Array): void => void updates.push(update);
  replica.on("update", collect);
  applyEdits(textOf(replica), edits, TYPED);
  replica.off("update", collect);
  return Y.mergeUpdates(updates);
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
