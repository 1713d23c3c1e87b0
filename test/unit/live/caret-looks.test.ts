import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { caretLooks, GONE_MS, NAME_MS } from "../../../src/extension/live/caret-looks.ts";
import { IDLE_MS } from "../../../src/extension/live/people.ts";
import type { SharedSelection } from "../../../src/collab/session/presence.ts";
import { CARET_COLOURS } from "../../../src/collab/protocol.ts";
import { participant } from "./participants.ts";

const same = (selection: SharedSelection): SharedSelection => selection;

describe("carets of others", () => {
  const at = (now: number): ReturnType<typeof caretLooks> =>
    caretLooks(
      [participant("Ravi", { colour: 3, active: 0, selections: [{ anchor: 9, head: 4 }] })],
      same,
      now,
    );

  it("show the name after a move, then only the caret, then fade and go", () => {
    assert.deepEqual(at(0).names, [{ colour: 3, at: 4, name: "Ravi" }]);
    assert.deepEqual(at(NAME_MS).names, []);
    assert.deepEqual(at(NAME_MS).carets, [{ colour: 3, at: 4, idle: false }]);
    assert.deepEqual(at(IDLE_MS).carets, [{ colour: 3, at: 4, idle: true }]);
    assert.deepEqual(at(IDLE_MS).selections, [{ colour: 3, start: 4, end: 9 }]);
    assert.deepEqual(at(GONE_MS), { carets: [], selections: [], names: [], next: undefined });
  });

  it("say when to look again", () => {
    assert.equal(at(0).next, NAME_MS);
    assert.equal(at(NAME_MS + 5).next, IDLE_MS - NAME_MS - 5);
    assert.equal(at(IDLE_MS).next, GONE_MS - IDLE_MS);
    assert.equal(at(-5_000).next, NAME_MS, "a clock that was put back");
  });

  it("show every caret of a person and one name", () => {
    const selections = [4, 8, 12].map((place) => ({ anchor: place, head: place }));
    const looks = caretLooks([participant("Ravi", { selections })], same, 0);
    assert.deepEqual(
      looks.carets.map(({ at }) => at),
      [4, 8, 12],
    );
    assert.deepEqual(
      looks.names.map(({ at }) => at),
      [4],
    );
  });

  it("put one name at a place: whoever moved there last", () => {
    const looks = caretLooks(
      [participant("Ravi", { active: 2 }), participant("Zoe", { active: 1 })],
      same,
      10,
    );
    assert.deepEqual(
      looks.names.map(({ name }) => name),
      ["Ravi"],
    );
    assert.equal(looks.carets.length, 2);
  });

  it("are where the buffer has them", () => {
    const looks = caretLooks(
      [participant("Ravi", { selections: [{ anchor: 1, head: 3 }] })],
      ({ anchor, head }) => ({ anchor: anchor * 10, head: head * 10 }),
      0,
    );
    assert.deepEqual(
      [looks.carets[0]?.at, looks.selections[0]],
      [30, { colour: looks.carets[0]?.colour, start: 10, end: 30 }],
    );
  });

  it("show nothing of somebody who looks at another file", () => {
    assert.deepEqual(caretLooks([participant("Ravi", { selections: [] })], same, 0).carets, []);
  });

  it("show a name on one line, of bounded length, without signs that turn the text", () => {
    const name = (given: string): string | undefined =>
      caretLooks([participant(given)], same, 0).names[0]?.name;
    assert.equal(name("Ra\u202Evi\nK."), "Ra vi K.");
    assert.equal(name("An extraordinarily long name of somebody"), "An extraordinarily long…");
  });
});

describe("colours of carets", () => {
  const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as {
    contributes: { colors: { id: string; defaults: Record<string, string> }[] };
  };
  const colour = (id: string, theme: string): string => {
    const found = contributes.colors.find((one) => one.id === `seamwork.${id}`)?.defaults[theme];
    assert.ok(found !== undefined, `${id} in ${theme}`);
    return found;
  };
  /** Backgrounds of the editor in VS Code's own themes. */
  const backgrounds = {
    dark: "#1F1F1F",
    light: "#FFFFFF",
    highContrast: "#000000",
    highContrastLight: "#FFFFFF",
  };
  /** Letters in them, as bright as the palest of ordinary text. */
  const letters = {
    dark: "#CCCCCC",
    light: "#3B3B3B",
    highContrast: "#FFFFFF",
    highContrastLight: "#292929",
  };

  for (const [theme, background] of Object.entries(backgrounds))
    it(`can be read in ${theme}`, () => {
      const seen = new Set<string>();
      const name = colour("caretName", theme);
      for (let index = 1; index <= CARET_COLOURS; index++) {
        const caret = colour(`caret${index}`, theme);
        seen.add(caret);
        // WCAG 2.2: 4.5 for text, 3 for what is no text; 7 and 4.5 where a person asked for high contrast.
        const high = theme.startsWith("high");
        assert.ok(contrast(name, caret) >= (high ? 7 : 4.5), `a name on ${caret}: ${contrast(name, caret)}`);
        assert.ok(
          contrast(caret, background) >= (high ? 4.5 : 3),
          `${caret}: ${contrast(caret, background)}`,
        );
        const selected = mixed(colour(`selection${index}`, theme), background);
        const text = letters[theme as keyof typeof letters];
        assert.ok(contrast(text, selected) >= 4.5, `text on ${selected}: ${contrast(text, selected)}`);
      }
      assert.equal(seen.size, CARET_COLOURS);
    });
});

/** Contrast of two colours, as WCAG 2.2 defines it. */
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** A colour with transparency on another one. */
function mixed(colour: string, background: string): string {
  const alpha = parseInt(colour.slice(7, 9), 16) / 255;
  const below = channels(background);
  const hex = channels(colour).map((value, index) =>
    Math.round(value * alpha + (below[index] ?? 0) * (1 - alpha))
      .toString(16)
      .padStart(2, "0"),
  );
  return `#${hex.join("")}`;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}
