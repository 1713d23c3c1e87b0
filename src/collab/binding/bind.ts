import * as Y from "yjs";
import type { BufferChange, BufferSelection } from "../editor-port.ts";
import type { Edit } from "../text/edits.ts";
import { applyEdits, applyText, backwards, edited, minimalEdits, shifted } from "../text/edits.ts";
import { bufferEdits, bufferOffset, sharedEdits, sharedOffset, sharedText } from "../text/line-ends.ts";
import { threeWay } from "../text/merge.ts";
import { offsetBelow } from "./aside.ts";
import type { Binding, BindingState, BindOptions, Repair, RevertChoice } from "./binding.ts";
import type { Lead } from "./pair.ts";
import { pairOf } from "./pair.ts";
import { replicaOf, textOf, write } from "./replicas.ts";
import { MINE, selectionsIn, undoOf } from "./undo.ts";

/** What the buffer held at the last event. */
interface Known {
  readonly buffer: string;
  readonly shared: string;
  readonly version: number;
}

/** An edit of ours that the editor has not answered yet. */
interface Flight {
  readonly known: Known;
  readonly lead: Lead;
  /** The shared text when the edit has happened. */
  readonly after: string;
  /** Where the change that was taken for ours put text. */
  landed?: readonly { readonly place: Y.RelativePosition; readonly text: string }[];
}

/** What was under way when a binding of this document was closed: the buffer may show it to the next one. */
const leftBehind = new WeakMap<Y.Doc, Flight>();

/** Milliseconds before an edit is tried again that was refused although the buffer is the same; doubled each time. */
const FIRST_WAIT = 10;
const LONGEST_WAIT = 1000;

/**
 * Keeps an editor's buffer and a shared document the same.
 *
 * There are two replicas: `network` talks to the server, and `editor` has the text of the buffer after every event.
 * What a person does goes into `editor`, where its offsets are right, and as an update from there into `network`; the
 * CRDT does the transforming. What `network` has beyond `editor` becomes one edit of the buffer at a time, computed
 * anew whenever the buffer was faster; `editor` takes it over when the buffer shows it.
 *
 * What the buffer does on its own (its own undo, a reload from disk, typing where only reading is allowed, a text that
 * differs from the start) goes into neither: it is put aside until the buffer is back. What a person types meanwhile is
 * taken for what it is in `editor`. To forward such changes and undo them there would bring the same words back once for
 * each person who does so at the time.
 */
export function bind(options: BindOptions): Binding {
  const { network, editor: port, right, log } = options;
  const shared = textOf(network);
  const pair = pairOf(network, right, schedule);
  const undo = undoOf(network, () => pair.editor);
  const listeners = new Set<() => void>();
  const waitingForIdle = new Set<() => void>();
  let known = knownOf();
  /** The text of the file on disk, as far as seen. */
  let saved = known.shared;
  let flight: Flight | undefined;
  let phase: "open" | "asking" | "closed" = "open";
  /** While the question about the disk is open: what the person had seen before, and what they typed since. */
  let seen: Y.Doc | undefined;
  let scheduled = false;
  let refusals = 0;
  let repairs = 0;
  let wait: ReturnType<typeof setTimeout> | undefined;
  let nextWait = FIRST_WAIT;
  /** Where the carets go when the buffer shows what undo brought back. */
  let carets: (() => readonly BufferSelection[]) | undefined;

  function knownOf(): Known {
    return { buffer: port.text, shared: sharedText(port.text), version: port.version };
  }

  function onChange(change: BufferChange): void {
    const before = known;
    known = knownOf();
    clearTimeout(wait);
    wait = undefined;
    nextWait = FIRST_WAIT;
    const edits = sharedEdits(before.buffer, change.edits, known.buffer);
    const own = change.reason === undefined && !change.fromDisk;
    if (own && flight?.known === before && flight.after === known.shared) {
      pair.follow(flight.lead, known.shared);
      undo.moved(flight.lead.edits);
      flight.landed = placesOf(pair.editor, edits);
    } else if (own && wasLeftBehind(before)) {
      putAside(known.shared);
    } else if (edited(before.shared, edits) === known.shared) {
      if (edits.length > 0) theirs(change, before, edits);
    } else repair(before.shared);
    if (!pair.fits(known.shared)) repair(before.shared);
    schedule();
  }

  /** The edit is that of an earlier binding, so the network's document has it. */
  function wasLeftBehind(before: Known): boolean {
    const left = leftBehind.get(network);
    if (left === undefined || left.known.version !== before.version) return false;
    return left.known.shared === before.shared && left.after === known.shared;
  }

  /** What happened in the buffer is not ours. */
  function theirs(change: BufferChange, before: Known, edits: readonly Edit[]): void {
    carets = undefined;
    if (change.fromDisk) {
      const base = saved;
      saved = known.shared;
      if (right === "edit" && saved !== pair.target) void ask(base);
      putAside(known.shared);
    } else if (change.reason !== undefined || right === "read") {
      putAside(known.shared);
      if (change.reason !== undefined) step(change.reason);
    } else {
      if (pair.aside.length > 0) putAside(before.shared);
      const place = (offset: number): number => offsetBelow(sharedOffset(before.buffer, offset), pair.aside);
      const selections = port.selections.map(({ anchor, head }) => ({
        anchor: place(anchor),
        head: place(head),
      }));
      const typed = pair.toEditor(edits);
      if (typed.length > 0)
        undo.typed(typed, selections, () => {
          const update = pair.write(typed);
          if (seen !== undefined) Y.applyUpdate(seen, update);
          return update;
        });
      if (pair.aside.length > 0) putAside(known.shared);
    }
  }

  /** While the question about the disk is open, `editor` stays what the person saw when it was asked. */
  function putAside(buffer: string): void {
    undo.endStep();
    if (phase === "asking") pair.hold(buffer);
    else pair.putAside(buffer);
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
    if (phase !== "open" || flight !== undefined || wait !== undefined || !pair.behind) return;
    // An event is on its way, and pumps again.
    if (port.version !== known.version) return;
    const lead = pair.lead(known.shared);
    if (lead.edits.length > 0) void fly({ known, lead, after: edited(known.shared, lead.edits) });
    else {
      pair.follow(lead, known.shared);
      if (!pair.fits(known.shared)) repair(known.shared);
    }
  }

  async function fly(sent: Flight): Promise<void> {
    flight = sent;
    const edits = bufferEdits(sent.known.buffer, sent.lead.edits);
    const done = await port.apply(edits, sent.known.version).catch(() => false);
    flight = undefined;
    if (phase === "closed") return;
    if (done && sent.landed !== undefined) {
      log({ kind: "applied", edits: edits.length, refusals });
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
    seen = replicaOf(network, pair.editor);
    applyEdits(textOf(seen), onlyDeleting(pair.aside), null);
    const question = { base, disk: saved, shared: pair.target };
    const choice = await options.onRevert(question).catch((): RevertChoice => "keep-shared");
    const before = seen;
    seen = undefined;
    // It may have been closed meanwhile.
    if (phase !== "asking") return;
    phase = "open";
    if (choice === "take-mine" && before !== undefined) {
      // An edit of what the person saw then: what has arrived since is not theirs to take out.
      const edits = minimalEdits(textOf(before).toJSON(), known.shared);
      if (edits.length > 0) Y.applyUpdate(network, write(before, edits), MINE);
    } else if (choice !== "keep-shared") merge("disk", base, saved);
    log({ kind: "reverted", choice });
    schedule();
  }

  /** The buffer is not what its events told. Rather compare three texts than lose a word. */
  function repair(good: string): void {
    seen = undefined;
    undo.endStep();
    merge("invariant", good, known.shared);
    pair.renew(known.shared);
    schedule();
  }

  function merge(cause: Repair["cause"], base: string, mine: string): void {
    const theirs = pair.target;
    const { text, lost } =
      right === "edit" ? threeWay(base, mine, theirs) : { text: theirs, lost: mine !== theirs };
    if (right === "edit") applyText(shared, text, MINE);
    const count = ++repairs;
    log({ kind: "repaired", cause, count, lost });
    options.onRepaired({ cause, mine: known.shared, text, lost, count });
  }

  function step(which: "undo" | "redo"): boolean {
    // What the editor's own undo takes back while the question is open is the reload.
    if (right === "read" || phase !== "open") return false;
    const before = undo[which]();
    if (before === undefined) return false;
    // What undo brings back is a copy. What the buffer still shows must be known as that, if the person goes on there.
    pair.putAside(known.shared);
    carets = () => selectionsIn(network, before);
    schedule();
    return true;
  }

  function state(): BindingState {
    if (phase !== "open") return phase;
    return pair.behind || flight !== undefined ? "behind" : "settled";
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
    return bufferOffset(known.buffer, shifted(offset, backwards(pair.lead(known.shared).edits)));
  }

  pair.renew(known.shared);
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
    toShared: (offset) => shifted(sharedOffset(known.buffer, offset), pair.lead(known.shared).edits),
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
      if (flight !== undefined) leftBehind.set(network, flight);
      clearTimeout(wait);
      for (const subscription of subscriptions) subscription.dispose();
      undo.dispose();
      pair.dispose();
      changed();
      listeners.clear();
    },
  };
}

function onlyDeleting(edits: readonly Edit[]): Edit[] {
  return edits.map(({ offset, length }) => ({ offset, length, text: "" }));
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
