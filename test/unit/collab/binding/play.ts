import assert from "node:assert/strict";
import * as Y from "yjs";
import { sharedText } from "../../../../src/collab/text/line-ends.ts";
import type { Chance } from "./chance.ts";
import { chanceOf } from "./chance.ts";
import { createClock } from "./clock.ts";
import { caretAt } from "./fake-window.ts";
import { createHub } from "./hub.ts";
import type { Ledger } from "./ledger.ts";
import { createLedger } from "./ledger.ts";
import type { Person } from "./person.ts";
import { createPerson } from "./person.ts";

export interface Figures {
  readonly signs: number;
  readonly tried: number;
  readonly refused: number;
  readonly twins: number;
}

/**
 * Three people write at once, with everything that can go wrong between them.
 *
 * @param seed decides everything
 * @throws AssertionError when a text is not what it must be
 */
export async function play(seed: number): Promise<Figures> {
  const chance = chanceOf(seed);
  const clock = createClock();
  const timers = clock.install();
  try {
    const ledger = createLedger();
    const hub = createHub(clock, chance, chance.one([0, 30, 300]));
    const first = text(ledger, chance);
    hub.doc.getText("content").insert(0, first);
    const failures: unknown[] = [];
    const people = ["a", "b", "c"].map((name, i) => {
      const doc = new Y.Doc();
      doc.clientID = chance.integer(2 ** 32);
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(hub.doc));
      const right = i === 2 && chance.is(0.2) ? ("read" as const) : ("edit" as const);
      const link = hub.link(doc, right);
      // Text that arrived between reading the file and binding.
      if (chance.is(0.3)) {
        const sign = ledger.sign("early");
        ledger.add([sign]);
        doc.getText("content").insert(place(first, chance), sign);
        if (right === "read") Y.applyUpdate(hub.doc, Y.encodeStateAsUpdate(doc));
      }
      link.connect();
      const window = {
        text: first,
        eol: chance.one(["\n", "\r\n"] as const),
        delay: chance.one([0, 20, 100, 300]),
        moody: chance.one([0, 0.05, 0.3]),
      };
      const fail = (error: unknown): void => void failures.push(error);
      return createPerson({ name, right, doc, link, ledger, clock, chance, window, fail });
    });
    for (const person of people) live(person, ledger, clock.after, chance);
    if (chance.is(0.3)) program(hub.doc, ledger, clock.after, chance);
    await clock.run();
    for (const { link } of people) if (!link.up) link.connect();
    await clock.run();
    if (failures.length > 0) throw failures[0];

    const shared = hub.doc.getText("content").toJSON();
    for (const person of people) {
      assert.equal(person.doc.getText("content").toJSON(), shared, `the document of ${person.name}`);
      assert.equal(sharedText(person.window.text), shared, `the buffer of ${person.name}`);
      assert.equal(person.binding.state, "settled");
      person.binding.dispose();
    }
    ledger.check(shared);
    const sum = (of: (person: Person) => number): number => people.reduce((n, one) => n + of(one), 0);
    return {
      signs: ledger.count,
      tried: sum(({ window }) => window.tried),
      refused: sum(({ window }) => window.refused),
      twins: sum(({ twins }) => twins),
    };
  } finally {
    timers.restore();
  }
}

function text(ledger: Ledger, chance: Chance): string {
  const lines = Array.from({ length: chance.integer(6) }, () => {
    const signs = Array.from({ length: chance.integer(12) }, () => ledger.sign("nobody"));
    ledger.add(signs);
    return `- ${signs.join("")} (so)`;
  });
  return lines.join(chance.one(["\n", "\n\n"]));
}

/** What one person does, key by key, for some seconds. */
function live(
  person: Person,
  ledger: Ledger,
  after: (ms: number, run: () => void) => void,
  chance: Chance,
): void {
  const { name } = person;
  const pace = chance.one([40, 60, 100, 200]);
  let run = ledger.run();
  let strokes = 40 + chance.integer(60);
  let jumps = 0;

  const write = (pieces: string, caretBack = 0): void => {
    const { window } = person;
    const offset = caretAt(window.text, window.carets[0]!);
    if (jumps !== window.jumps) run = ledger.run();
    jumps = window.jumps;
    const text = pieces.replace(/x/g, () => {
      const sign = ledger.sign(name);
      run.push(sign);
      return sign;
    });
    const length = window.text.length;
    window.change([{ offset, length: 0, text }]);
    window.carets = [offset + window.text.length - length - caretBack];
  };
  const go = (): void => {
    person.window.carets = [place(person.window.text, chance)];
    run = ledger.run();
  };
  const erase = (): void => {
    const { window } = person;
    const own = [...window.text.matchAll(/\p{Script=Han}+/gu)].flatMap(({ 0: signs, index }) => {
      let at = index;
      return Array.from(signs, (sign) => {
        const start = at;
        at += sign.length;
        return { start, end: at, mine: ledger.author(sign) === name };
      });
    });
    const from = chance.integer(own.length + 1);
    let to = from;
    const most = from + 1 + chance.integer(4);
    while (to < most && own[to]?.mine === true && (to === from || own[to]!.start === own[to - 1]!.end)) to++;
    if (to === from) return;
    const offset = own[from]!.start;
    window.change([{ offset, length: own[to - 1]!.end - offset, text: chance.is(0.2) ? " " : "" }]);
    window.carets = [offset];
    run = ledger.run();
  };
  const several = (): void => {
    const { window } = person;
    const places = new Set([
      place(window.text, chance),
      place(window.text, chance),
      place(window.text, chance),
    ]);
    window.change([...places].map((offset) => ({ offset, length: 0, text: ledger.sign(name) })));
    go();
  };
  const tidy = (): void => {
    // What a formatter does on both sides at once.
    const { window } = person;
    const edits = [...window.text.matchAll(/ +(?=\r?\n)|(?<=\n\r?\n)\r?\n/g)].map((match) => ({
      offset: match.index,
      length: match[0].length,
      text: "",
    }));
    if (edits.length > 0) window.change(edits);
    run = ledger.run();
  };
  const disk = (): void => {
    const { window } = person;
    if (chance.is(0.5)) window.revert();
    else {
      const sign = ledger.sign("disk");
      ledger.exempt([sign]);
      const { disk } = window;
      const at = place(disk, chance);
      window.checkout(disk.slice(0, at) + chance.one([sign, `\n${sign}\n`, ""]) + disk.slice(at));
    }
    run = ledger.run();
  };
  const act = (): void => {
    const dice = chance.number(1);
    if (dice < 0.6) write(chance.is(0.8) ? "x" : chance.one(["\n", " ", "x\r"]));
    else if (dice < 0.68) go();
    else if (dice < 0.7) write("()", 1);
    else if (dice < 0.72) write("xxx\nxx\r\nx");
    else if (dice < 0.8) erase();
    else if (dice < 0.82) several();
    else if (dice < 0.86) {
      person.key("undo");
      run = ledger.run();
    } else if (dice < 0.88) {
      person.key("redo");
      run = ledger.run();
    } else if (dice < 0.9) {
      person.window.menu(chance.is(0.7) ? "undo" : "redo");
      run = ledger.run();
    } else if (dice < 0.93) {
      if (chance.is(0.3)) tidy();
      person.window.save();
    } else if (dice < 0.935) disk();
    else if (dice < 0.95) {
      if (person.link.up) person.link.disconnect();
      else person.link.connect();
    } else if (dice < 0.953) {
      person.reopen(chance.number(2000));
      run = ledger.run();
    }
  };
  const next = (): void => {
    if (person.open) act();
    if (--strokes > 0) after(chance.number(2 * pace) * (chance.is(0.05) ? 20 : 1), next);
  };
  after(chance.number(1000), next);
}

/** Another program in the room, which knows nothing of our line ends. */
function program(
  doc: Y.Doc,
  ledger: Ledger,
  after: (ms: number, run: () => void) => void,
  chance: Chance,
): void {
  let left = 10;
  const next = (): void => {
    const text = doc.getText("content");
    const sign = ledger.sign("program");
    text.insert(place(text.toJSON(), chance), chance.one([sign, `\r\n${sign}`, `${sign}\r`]));
    ledger.add([sign]);
    if (--left > 0) after(chance.number(800), next);
  };
  after(chance.number(500), next);
}

function place(text: string, chance: Chance): number {
  return caretAt(text, chance.integer(text.length + 1));
}
