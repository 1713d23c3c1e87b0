import * as Y from "yjs";
import type { BufferChange, BufferSelection, EditorPort, Unsubscribe } from "../editor-port.ts";
import type { Edit } from "../text/edits.ts";
import { applyText, backwards, edited, shifted } from "../text/edits.ts";
import { bufferOffset, sharedEdits, sharedOffset } from "../text/line-ends.ts";
import { threeWay } from "../text/merge.ts";
import { placed } from "../text/selections.ts";
import { offsetBelow } from "./aside.ts";
import type { Binding, BindingState, BindOptions, Repair, RevertChoice } from "./binding.ts";
import { seenBy, takeDisk } from "./disk.ts";
import type { Pair } from "./pair.ts";
import { pairOf } from "./pair.ts";
import { textOf } from "./replicas.ts";
import type { Known } from "./sender.ts";
import { knownOf, Sender } from "./sender.ts";
import { putTwin } from "./twin.ts";
import type { Undo } from "./undo.ts";
import { MINE, selectionsIn, undoOf } from "./undo.ts";

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
  return new BoundBuffer(options);
}

/** The steps are in the order in which a change goes through them: from the buffer, to the buffer, and what interrupts. */
class BoundBuffer implements Binding {
  readonly #options: BindOptions;
  readonly #port: EditorPort;
  readonly #pair: Pair;
  readonly #undo: Undo;
  readonly #sender: Sender;
  readonly #subscriptions: readonly Unsubscribe[];
  readonly #listeners = new Set<() => void>();
  readonly #waitingForIdle = new Set<() => void>();
  #known: Known;
  /** The text of the file on disk, as far as seen. */
  #saved: string;
  #phase: "open" | "asking" | "closed" = "open";
  /** While the question about the disk is open: what the person had seen before, and what they typed since. */
  #seen: Y.Doc | undefined;
  #isScheduled = false;
  #repairs = 0;
  /** Where the carets go when the buffer shows what undo brought back. */
  #carets: (() => readonly BufferSelection[]) | undefined;

  constructor(options: BindOptions) {
    const { network, editor: port, right, log } = options;
    this.#options = options;
    this.#port = port;
    this.#pair = pairOf(network, right, () => this.#schedule());
    this.#undo = undoOf(network, () => this.#pair.editor);
    this.#sender = new Sender({
      ...{ network, port, log },
      known: () => this.#known,
      onTwin: (landed) => {
        log({ kind: "twin" });
        if (right === "edit") putTwin(network, landed);
      },
      onReady: () => this.#schedule(),
    });
    this.#known = knownOf(port);
    this.#saved = this.#known.shared;
    this.#pair.renew(this.#known.shared);
    this.#subscriptions = [
      port.onChange((change) => this.#onChange(change)),
      port.onSave(() => (this.#saved = this.#known.shared)),
    ];
    this.#schedule();
  }

  #onChange(change: BufferChange): void {
    const before = this.#known;
    this.#known = knownOf(this.#port);
    this.#sender.hurry();
    const edits = sharedEdits(before.buffer, change.edits, this.#known.buffer);
    if (!this.#isOurs(change, before, edits)) {
      if (edited(before.shared, edits) !== this.#known.shared) this.#repair(before.shared);
      else if (edits.length > 0) this.#take(change, before, edits);
    }
    if (!this.#pair.fits(this.#known.shared)) this.#repair(before.shared);
    this.#schedule();
  }

  /** Whether the change is an edit of this binding, or of an earlier one; then it is seen to. */
  #isOurs({ reason, fromDisk }: BufferChange, before: Known, edits: readonly Edit[]): boolean {
    if (reason !== undefined || fromDisk) return false;
    const flight = this.#sender.arrived(before, this.#known);
    if (flight !== undefined) {
      this.#pair.follow(flight.lead, this.#known.shared);
      this.#undo.moved(flight.lead.edits);
      this.#sender.land(flight, this.#pair.editor, edits);
      return true;
    }
    if (!this.#sender.wasLeftBehind(before, this.#known)) return false;
    this.#putAside(this.#known.shared);
    return true;
  }

  /** What happened in the buffer is not ours. */
  #take(change: BufferChange, before: Known, edits: readonly Edit[]): void {
    this.#carets = undefined;
    if (change.fromDisk) this.#reload();
    else if (change.reason !== undefined || this.#options.right === "read") {
      this.#putAside(this.#known.shared);
      if (change.reason !== undefined) this.#step(change.reason);
    } else this.#forward(before, edits);
  }

  /** The person typed. */
  #forward(before: Known, edits: readonly Edit[]): void {
    if (this.#pair.aside.length > 0) this.#putAside(before.shared);
    const place = (offset: number): number =>
      offsetBelow(sharedOffset(before.buffer, offset), this.#pair.aside);
    const selections = placed(this.#port.selections, place);
    const typed = this.#pair.toEditor(edits);
    if (typed.length > 0)
      this.#undo.typed(typed, selections, () => {
        const update = this.#pair.write(typed);
        if (this.#seen !== undefined) Y.applyUpdate(this.#seen, update);
        return update;
      });
    if (this.#pair.aside.length > 0) this.#putAside(this.#known.shared);
  }

  /** While the question about the disk is open, `editor` stays what the person saw when it was asked. */
  #putAside(buffer: string): void {
    this.#undo.endStep();
    if (this.#phase === "asking") this.#pair.hold(buffer);
    else this.#pair.putAside(buffer);
  }

  #schedule(): void {
    if (this.#isScheduled || this.#phase === "closed") return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      this.#isScheduled = false;
      this.#pump();
      if (this.#phase !== "closed") this.#changed();
    });
  }

  /** Brings what `network` has beyond the buffer into it, all of it in one edit. */
  #pump(): void {
    if (this.#phase !== "open" || !this.#sender.isReady || !this.#pair.behind) return;
    const { shared, version } = this.#known;
    // An event is on its way, and pumps again.
    if (this.#port.version !== version) return;
    const lead = this.#pair.lead(shared);
    if (lead.edits.length > 0) void this.#sender.send(lead);
    else {
      this.#pair.follow(lead, shared);
      if (!this.#pair.fits(shared)) this.#repair(shared);
    }
  }

  /** The buffer holds what is on disk. */
  #reload(): void {
    const base = this.#saved;
    this.#saved = this.#known.shared;
    if (this.#options.right === "edit" && this.#saved !== this.#pair.target) void this.#ask(base);
    this.#putAside(this.#known.shared);
  }

  /**
   * What is typed from now on is in the shared text already.
   *
   * @param base what was on disk before
   */
  async #ask(base: string): Promise<void> {
    if (this.#phase !== "open") return;
    this.#phase = "asking";
    const { network, onRevert, log } = this.#options;
    this.#seen = seenBy(network, this.#pair);
    const question = { base, disk: this.#saved, shared: this.#pair.target };
    const choice = await onRevert(question).catch((): RevertChoice => "keep-shared");
    const before = this.#seen;
    this.#seen = undefined;
    // It may have been closed meanwhile.
    if (this.#phase !== "asking") return;
    this.#phase = "open";
    if (choice === "take-mine" && before !== undefined) takeDisk(network, before, this.#known.shared);
    else if (choice !== "keep-shared") this.#merge("disk", base, this.#saved);
    log({ kind: "reverted", choice });
    this.#schedule();
  }

  /** The buffer is not what its events told. Rather compare three texts than lose a word. */
  #repair(good: string): void {
    this.#seen = undefined;
    this.#undo.endStep();
    this.#merge("invariant", good, this.#known.shared);
    this.#pair.renew(this.#known.shared);
    this.#schedule();
  }

  #merge(cause: Repair["cause"], base: string, mine: string): void {
    const { network, right, log, onRepaired } = this.#options;
    const theirs = this.#pair.target;
    const { text, lost } =
      right === "edit" ? threeWay(base, mine, theirs) : { text: theirs, lost: mine !== theirs };
    if (right === "edit") applyText(textOf(network), text, MINE);
    const count = ++this.#repairs;
    log({ kind: "repaired", cause, count, lost });
    onRepaired({ cause, mine: this.#known.shared, text, lost, count });
  }

  #step(which: "undo" | "redo"): boolean {
    const { network, right } = this.#options;
    // What the editor's own undo takes back while the question is open is the reload.
    if (right === "read" || this.#phase !== "open") return false;
    const before = this.#undo[which]();
    if (before === undefined) return false;
    // What undo brings back is a copy. What the buffer still shows must be known as that, if the person goes on there.
    this.#pair.putAside(this.#known.shared);
    this.#carets = () => selectionsIn(network, before);
    this.#schedule();
    return true;
  }

  #changed(): void {
    if (this.state === "settled") {
      const selections = this.#carets?.() ?? [];
      this.#carets = undefined;
      if (selections.length > 0) this.#port.select(placed(selections, (offset) => this.toBuffer(offset)));
    }
    if (this.state === "settled" || this.#phase === "closed") {
      const resolve = [...this.#waitingForIdle];
      this.#waitingForIdle.clear();
      for (const done of resolve) done();
    }
    for (const listener of [...this.#listeners]) listener();
  }

  get state(): BindingState {
    if (this.#phase !== "open") return this.#phase;
    return this.#pair.behind || this.#sender.isUnderWay ? "behind" : "settled";
  }

  get canUndo(): boolean {
    return this.#options.right === "edit" && this.#undo.canUndo;
  }

  get canRedo(): boolean {
    return this.#options.right === "edit" && this.#undo.canRedo;
  }

  onDidChange(listener: () => void): Unsubscribe {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  }

  undo(): boolean {
    return this.#step("undo");
  }

  redo(): boolean {
    return this.#step("redo");
  }

  toShared(offset: number): number {
    const { buffer, shared } = this.#known;
    return shifted(sharedOffset(buffer, offset), this.#pair.lead(shared).edits);
  }

  toBuffer(offset: number): number {
    const { buffer, shared } = this.#known;
    return bufferOffset(buffer, shifted(offset, backwards(this.#pair.lead(shared).edits)));
  }

  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.#waitingForIdle.add(resolve);
      if (this.#phase === "closed") this.#changed();
      else this.#schedule();
    });
  }

  dispose(): void {
    if (this.#phase === "closed") return;
    this.#phase = "closed";
    this.#sender.stop();
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#undo.dispose();
    this.#pair.dispose();
    this.#changed();
    this.#listeners.clear();
  }
}
