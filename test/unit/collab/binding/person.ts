import assert from "node:assert/strict";
import type * as Y from "yjs";
import { bind } from "../../../../src/collab/binding/bind.ts";
import type { Binding, Revert, RevertChoice } from "../../../../src/collab/binding/binding.ts";
import type { BufferChange, EditorPort } from "../../../../src/collab/editor-port.ts";
import { edited } from "../../../../src/collab/text/edits.ts";
import { sharedText } from "../../../../src/collab/text/line-ends.ts";
import type { Chance } from "./chance.ts";
import type { Clock } from "./clock.ts";
import type { FakeWindow, WindowOptions } from "./fake-window.ts";
import { createWindow } from "./fake-window.ts";
import type { Link } from "./hub.ts";
import type { Ledger } from "./ledger.ts";
import { signsOf } from "./ledger.ts";

/** Somebody with a window, a binding and a link to the server, of whom each step is checked as it happens. */
export interface Person {
  readonly name: string;
  readonly right: "edit" | "read";
  readonly doc: Y.Doc;
  readonly link: Link;
  readonly window: FakeWindow;
  readonly binding: Binding;
  /** False between closing and reopening the tab. */
  readonly open: boolean;
  /** Ctrl+Z and Ctrl+Y, which are the binding's. */
  key(which: "undo" | "redo"): void;
  /** Closes the tab; later a new one shows the text as it was. */
  reopen(after: number): void;
  readonly twins: number;
}

export interface PersonOptions {
  readonly name: string;
  readonly right: "edit" | "read";
  readonly doc: Y.Doc;
  readonly link: Link;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly window: Omit<WindowOptions, "clock" | "chance">;
  /** For what goes wrong where nobody could catch it. */
  readonly fail: (error: unknown) => void;
}

export function createPerson(options: PersonOptions): Person {
  const { name, right, doc, link, ledger, clock, chance } = options;
  let window = createWindow({ ...options.window, clock, chance });
  let binding = start();
  let open = true;
  let twins = 0;
  let lastText = window.port.text;
  let answering: { before: Set<string>; buffer: Set<string>; revert: Revert } | undefined;
  /** The window's own undo has changed the buffer, and the binding has not put it back yet. */
  let unsettled = false;

  function network(): Set<string> {
    return signsOf(doc.getText("content").toJSON());
  }

  function start(): Binding {
    return bind({
      network: doc,
      editor: watched(window.port),
      right,
      log(event) {
        if (event.kind === "unseen") options.fail(new Error("an edit was applied and not recognised"));
        if (event.kind === "repaired" && event.cause === "invariant")
          options.fail(new Error("the invariant broke"));
        if (event.kind === "twin") twins++;
        if (event.kind !== "reverted") return;
        try {
          answered(event.choice);
        } catch (error) {
          options.fail(error);
        }
      },
      onRevert: (revert) =>
        new Promise((resolve) => {
          const buffer = signsOf(sharedText(lastText));
          clock.after(chance.number(1500), () => {
            answering = { before: network(), buffer, revert };
            resolve(chance.one(["keep-shared", "keep-shared", "take-mine", "merge"] as const));
          });
        }),
      onRepaired() {},
    });
  }

  /** The binding's port, with a check around each event. */
  function watched(port: EditorPort): EditorPort {
    const forWindow = window;
    return {
      get text() {
        return port.text;
      },
      get version() {
        return port.version;
      },
      get selections() {
        return port.selections;
      },
      apply: (edits, version) => port.apply(edits, version),
      select: (selections) => port.select(selections),
      onSave: (listener) => port.onSave(listener),
      dispose: () => port.dispose(),
      onChange: (listener) =>
        port.onChange((change) => {
          const before = network();
          if (binding.state === "settled") unsettled = false;
          listener(change);
          checkEvent(change, forWindow, before);
          lastText = port.text;
        }),
    };
  }

  function checkEvent(change: BufferChange, { telling, port }: FakeWindow, before: Set<string>): void {
    const after = network();
    const was = signsOf(lastText);
    const is = signsOf(port.text);
    assert.equal(edited(lastText, [...change.edits].reverse()), port.text, "the fake window lies");
    if (telling === "disk") unsettled = true;
    if (telling === "undo" || telling === "redo") {
      unsettled = true;
      if (right === "edit") checkUndo(before, after);
      else same(before, after, "a reader's undo");
    } else if (telling !== "person" || right === "read") same(before, after, `an event by ${telling}`);
    else {
      const added = minus(is, was);
      const removed = minus(was, is);
      assert.deepEqual(minus(added, after), [], "what was typed is shared at once");
      if (!unsettled)
        assert.deepEqual(
          removed.filter((sign) => after.has(sign) && !ledger.isExempt(sign)),
          [],
          "so is what was deleted",
        );
      const others = [...minus(before, after), ...minus(after, before)];
      assert.deepEqual(minus(others, new Set([...added, ...removed])), [], "typing changed something else");
      ledger.add(added);
      ledger.remove(removed.filter((sign) => !after.has(sign)));
    }
  }

  function checkUndo(before: Set<string>, after: Set<string>): void {
    const removed = minus(before, after);
    const added = minus(after, before);
    const foreign = [...removed, ...added].filter(
      (sign) => ledger.author(sign) !== name && !ledger.isExempt(sign),
    );
    assert.deepEqual(foreign, [], "undo touched what somebody else wrote");
    ledger.remove(removed);
    ledger.add(added);
  }

  function answered(choice: RevertChoice): void {
    const { before, buffer, revert } = answering!;
    const after = network();
    answering = undefined;
    if (choice === "keep-shared") {
      same(before, after, "keeping it");
      return;
    }
    const gone = minus(before, after);
    const come = minus(after, before);
    const allowed = choice === "take-mine" ? buffer : signsOf(revert.base);
    const others = gone.filter((sign) => ledger.author(sign) !== name && !ledger.isExempt(sign));
    assert.deepEqual(minus(others, allowed), [], `${choice} removed what arrived meanwhile`);
    // A text that was taken whole is its own copy of what others bring back or take away at the same time.
    ledger.exempt([...gone, ...come, ...doubled(doc.getText("content").toJSON())]);
  }

  return {
    name,
    right,
    doc,
    link,
    get window() {
      return window;
    },
    get binding() {
      return binding;
    },
    get open() {
      return open;
    },
    get twins() {
      return twins;
    },
    key(which) {
      const at = window;
      at.command(() => {
        if (!open || at !== window) return;
        const before = network();
        const done = binding[which]();
        if (right === "read") assert.equal(done, false);
        if (!done) same(before, network(), "an undo of nothing");
        checkUndo(before, network());
      });
    },
    reopen(after) {
      const at = window;
      open = false;
      at.command(() => {
        const before = network();
        binding.dispose();
        same(before, network(), "closing");
        clock.after(after, () => {
          window = createWindow({ ...options.window, clock, chance, text: at.port.text });
          lastText = window.port.text;
          answering = undefined;
          unsettled = false;
          binding = start();
          open = true;
        });
      });
    },
  };
}

function doubled(text: string): string[] {
  const signs: string[] = text.match(/\p{Script=Han}/gu) ?? [];
  return signs.filter((sign, i) => signs.indexOf(sign) < i);
}

function same(before: Set<string>, after: Set<string>, what: string): void {
  assert.deepEqual([minus(before, after), minus(after, before)], [[], []], `${what} changed the shared text`);
}

function minus(from: Iterable<string>, what: ReadonlySet<string> | readonly string[]): string[] {
  const all = new Set(what);
  return [...from].filter((sign) => !all.has(sign));
}
