import * as Y from "yjs";
import { bind } from "../../../../src/collab/binding/bind.ts";
import type {
  Binding,
  BindingEvent,
  Repair,
  Revert,
  RevertChoice,
} from "../../../../src/collab/binding/binding.ts";
import type {
  BufferChange,
  BufferEdit,
  BufferSelection,
  EditorPort,
} from "../../../../src/collab/editor-port.ts";
import type { Right } from "../../../../src/collab/protocol.ts";
import { edited } from "../../../../src/collab/text/edits.ts";

/** A buffer without delays, and what was asked and told by its binding. */
export interface Desk {
  readonly doc: Y.Doc;
  readonly binding: Binding;
  readonly port: EditorPort;
  text: string;
  selections: readonly BufferSelection[];
  readonly events: BindingEvent[];
  /** Told of each event. */
  log: (event: BindingEvent) => void;
  readonly repairs: Repair[];
  readonly reverts: Revert[];
  /** Answers the question about the disk. */
  answer: (choice: RevertChoice) => void;
  /** Refuses this many edits; while it is Infinity, none gets through. */
  refuse: number;
  /** Puts this into the buffer of the person right before the next edit of the binding. */
  interrupt: (() => void) | undefined;
  type(offset: number, length: number, text: string): void;
  change(change: Partial<BufferChange> & { edits: readonly BufferEdit[] }): void;
  fromDisk(text: string): void;
  save(): void;
  /** Changes the buffer without telling. */
  corrupt(text: string): void;
}

export function deskOf(doc: Y.Doc, text: string, right: Right = "edit"): Desk {
  const onChange = new Set<(change: BufferChange) => void>();
  const onSave = new Set<() => void>();
  let version = 1;
  const desk: Omit<Desk, "binding" | "port"> & { binding?: Binding } = {
    doc,
    text,
    selections: [],
    events: [],
    log: () => undefined,
    repairs: [],
    reverts: [],
    answer: () => undefined,
    refuse: 0,
    interrupt: undefined,
    type: (offset, length, text) => desk.change({ edits: [{ offset, length, text }] }),
    change(change) {
      desk.text = edited(
        desk.text,
        change.edits.toSorted((a, b) => a.offset - b.offset),
      );
      version++;
      for (const listener of [...onChange]) listener({ fromDisk: false, ...change });
    },
    fromDisk: (text) =>
      desk.change({ edits: [{ offset: 0, length: desk.text.length, text }], fromDisk: true }),
    save() {
      for (const listener of onSave) listener();
    },
    corrupt(text) {
      desk.text = text;
    },
  };
  const port: EditorPort = {
    get text() {
      return desk.text;
    },
    get version() {
      return version;
    },
    get selections() {
      return desk.selections;
    },
    async apply(edits, seen) {
      await Promise.resolve();
      desk.interrupt?.();
      desk.interrupt = undefined;
      if (desk.refuse > 0) {
        desk.refuse--;
        return false;
      }
      if (seen !== version) return false;
      desk.change({ edits });
      return true;
    },
    select: (selections) => void (desk.selections = selections),
    onChange(listener) {
      onChange.add(listener);
      return { dispose: () => void onChange.delete(listener) };
    },
    onSave(listener) {
      onSave.add(listener);
      return { dispose: () => void onSave.delete(listener) };
    },
    dispose() {},
  };
  desk.binding = bind({
    network: doc,
    editor: port,
    right,
    log: (event) => {
      desk.events.push(event);
      desk.log(event);
    },
    onRevert: (revert) => {
      desk.reverts.push(revert);
      return new Promise((resolve) => {
        desk.answer = resolve;
      });
    },
    onRepaired: (repair) => void desk.repairs.push(repair),
  });
  return Object.assign(desk, { port }) as Desk;
}

/** Two documents with this text that tell each other at once, and a desk at each. */
export function twoDesks(text: string, secondText = text): [Desk, Desk] {
  const docs = [new Y.Doc(), new Y.Doc()] as const;
  docs[0].getText("content").insert(0, text.replaceAll("\r\n", "\n"));
  Y.applyUpdate(docs[1], Y.encodeStateAsUpdate(docs[0]));
  const tell = (from: Y.Doc, to: Y.Doc): void => {
    from.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== to) Y.applyUpdate(to, update, from);
    });
  };
  tell(docs[0], docs[1]);
  tell(docs[1], docs[0]);
  return [deskOf(docs[0], text), deskOf(docs[1], secondText)];
}

/** Until nothing is under way at any desk. */
export async function settled(...desks: readonly Desk[]): Promise<void> {
  for (let i = 0; i < 3; i++) await Promise.all(desks.map(({ binding }) => binding.settled()));
}
