import type * as Y from "yjs";
import type { EditorPort } from "../editor-port.ts";
import type { Edit } from "../text/edits.ts";
import { edited } from "../text/edits.ts";
import { bufferEdits, sharedText } from "../text/line-ends.ts";
import type { BindingEvent } from "./binding.ts";
import type { Lead } from "./pair.ts";
import type { Landed } from "./twin.ts";
import { placesOf } from "./twin.ts";

/** What the buffer held at the last event. */
export interface Known {
  readonly buffer: string;
  readonly shared: string;
  readonly version: number;
}

export function knownOf({ text, version }: EditorPort): Known {
  return { buffer: text, shared: sharedText(text), version };
}

/** An edit of ours that the editor has not answered yet. */
export interface Flight {
  readonly known: Known;
  readonly lead: Lead;
  /** The shared text when the edit has happened. */
  readonly after: string;
  /** Where the change that was taken for ours put text. */
  landed?: Landed;
}

/** What was under way when a binding of this document was closed: the buffer may show it to the next one. */
const leftBehind = new WeakMap<Y.Doc, Flight>();

/** Milliseconds before an edit is tried again that was refused although the buffer is the same; doubled each time. */
const FIRST_WAIT = 10;
const LONGEST_WAIT = 1000;

export interface SenderOptions {
  readonly network: Y.Doc;
  readonly port: EditorPort;
  readonly log: (event: BindingEvent) => void;
  /** What the buffer holds by now. */
  readonly known: () => Known;
  /** The change that looked like ours was refused, so the person typed the very same. */
  readonly onTwin: (landed: Landed) => void;
  /** The next edit may be sent. */
  readonly onReady: () => void;
}

/** Sends edits to the editor, one at a time, and tells which changes of the buffer are these edits. */
export class Sender {
  readonly #options: SenderOptions;
  #flight: Flight | undefined;
  #wait: ReturnType<typeof setTimeout> | undefined;
  #nextWait = FIRST_WAIT;
  #refusals = 0;
  #stopped = false;

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  get isUnderWay(): boolean {
    return this.#flight !== undefined;
  }

  get isReady(): boolean {
    return this.#flight === undefined && this.#wait === undefined;
  }

  /** The buffer has changed, so what was refused before may well be taken now. */
  hurry(): void {
    clearTimeout(this.#wait);
    this.#wait = undefined;
    this.#nextWait = FIRST_WAIT;
  }

  /** @returns the edit under way, if this change of the buffer is what it was sent to do */
  arrived(before: Known, now: Known): Flight | undefined {
    const flight = this.#flight;
    return flight?.known === before && flight.after === now.shared ? flight : undefined;
  }

  /** Takes a change for the edit under way. */
  land(flight: Flight, replica: Y.Doc, edits: readonly Edit[]): void {
    flight.landed = placesOf(replica, edits);
  }

  /** Whether the change is the edit of an earlier binding, so that the network's document has it. */
  wasLeftBehind(before: Known, now: Known): boolean {
    const left = leftBehind.get(this.#options.network);
    if (left === undefined || left.known.version !== before.version) return false;
    return left.known.shared === before.shared && left.after === now.shared;
  }

  async send(lead: Lead): Promise<void> {
    const { port, log, known, onTwin, onReady } = this.#options;
    const sent: Flight = { known: known(), lead, after: edited(known().shared, lead.edits) };
    this.#flight = sent;
    const edits = bufferEdits(sent.known.buffer, lead.edits);
    const done = await port.apply(edits, sent.known.version).catch(() => false);
    this.#flight = undefined;
    if (this.#stopped) return;
    if (done && sent.landed !== undefined) {
      log({ kind: "applied", edits: edits.length, refusals: this.#refusals });
      this.#refusals = 0;
    } else {
      const changed = known() !== sent.known;
      if (done) log({ kind: "unseen" });
      else log({ kind: "refused", refusals: ++this.#refusals, changed });
      if (sent.landed !== undefined) onTwin(sent.landed);
      else if (!changed) this.#tryLater();
    }
    onReady();
  }

  #tryLater(): void {
    this.#wait = setTimeout(() => {
      this.#wait = undefined;
      this.#options.onReady();
    }, this.#nextWait);
    this.#nextWait = Math.min(this.#nextWait * 2, LONGEST_WAIT);
  }

  stop(): void {
    this.#stopped = true;
    if (this.#flight !== undefined) leftBehind.set(this.#options.network, this.#flight);
    clearTimeout(this.#wait);
  }
}
