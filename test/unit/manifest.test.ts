import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";

interface Keybinding {
  readonly command: string;
  readonly key?: string;
  readonly mac?: string;
  readonly win?: string;
  readonly linux?: string;
}

interface Item {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
}

const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly Item[]>>;
    readonly submenus: readonly { readonly id: string; readonly label: string }[];
    readonly keybindings: readonly Keybinding[];
    readonly views: Readonly<
      Record<string, readonly { readonly id: string; readonly initialSize?: number }[]>
    >;
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly id: string;
        readonly description: string;
        readonly completionEvents: readonly string[];
        readonly media: { readonly image: Readonly<Record<string, string>>; readonly altText: string };
      }[];
    }[];
    readonly configurationDefaults: Readonly<Record<string, unknown>>;
  };
};
const items = Object.values(contributes.menus).flat();

describe("what package.json contributes", () => {
  it("changes no setting for markdown that is none of ours", () => {
    assert.deepEqual(Object.keys(contributes.configurationDefaults), ["workbench.editorAssociations"]);
  });

  it("gives the readiness view half of the side bar at least, and each view a size", () => {
    // VS Code takes 20 for a view without one.
    const sizes = (contributes.views["seamwork"] ?? []).map(({ id, initialSize = 20 }) => ({
      id,
      initialSize,
    }));
    const all = sizes.reduce((sum, { initialSize }) => sum + initialSize, 0);
    const readiness = sizes.find(({ id }) => id === "seamwork.readiness")?.initialSize ?? 0;
    assert.ok(readiness >= all / 2, JSON.stringify(sizes));
  });

  it("leads in its walkthrough through writing together and reviewing, by commands and pictures that are there", () => {
    const [steps = []] = contributes.walkthroughs.map((one) => one.steps);
    assert.deepEqual(
      steps.map(({ id }) => id),
      ["new", "adopt", "problems", "answer", "together", "review", "open"],
    );
    const commands = new Set(contributes.commands.map(({ command }) => command));
    for (const { description, completionEvents, media } of steps) {
      const linked = [...description.matchAll(/\(command:(seamwork\.[\w.]+?)\)/g)].map(([, one]) => one);
      for (const one of [...linked, ...completionEvents.map((event) => event.replace("onCommand:", ""))])
        if (/^seamwork\.(?!prds)/.test(one ?? "")) assert.ok(commands.has(one ?? ""), one);
      for (const image of Object.values(media.image)) assert.ok(existsSync(image), image);
      assert.notEqual(media.altText, "");
    }
  });

  it("has no two commands and no two submenus of one name", () => {
    for (const names of [
      contributes.commands.map(({ title }) => title.replace("…", "")),
      contributes.submenus.map(({ label }) => label),
    ])
      assert.deepEqual([...new Set(names)], names);
  });

  it("binds a command to a key once, on each system", () => {
    for (const system of ["mac", "win", "linux"] as const) {
      const bound = contributes.keybindings.map((one) => `${one.command} ${one[system] ?? one.key ?? ""}`);
      assert.deepEqual([...new Set(bound)], bound, system);
    }
    const redo = contributes.keybindings.filter(({ command }) => command === "seamwork.live.redo");
    assert.deepEqual(
      redo.map(({ key, mac, win, linux }) => [key, mac, win, linux]),
      [
        ["ctrl+shift+z", "cmd+shift+z", undefined, undefined],
        // On a Mac, Ctrl+Y is not redo.
        [undefined, undefined, "ctrl+y", "ctrl+y"],
      ],
    );
  });

  it("offers in its menus only commands and submenus that there are", () => {
    const commands = new Set(contributes.commands.map(({ command }) => command));
    const submenus = new Set(contributes.submenus.map(({ id }) => id));
    for (const { command, submenu } of items)
      assert.ok(command === undefined ? submenus.has(submenu ?? "") : commands.has(command), command);
  });

  it("asks whether a document is ours by one context key", () => {
    assert.deepEqual(
      items.filter(({ when = "" }) => /prd\|cycle\|retro/.test(when)),
      [],
    );
  });

  it("writes titles as VS Code does", () => {
    const small = /^(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|with)$/;
    for (const { title } of contributes.commands) {
      const [first = "", ...rest] = title.replace(/[()…]/g, "").split(/[ -]/);
      assert.match(first, /^\p{Lu}/u, title);
      for (const word of rest) assert.match(word, small.test(word) ? /./ : /^\p{Lu}/u, title);
      assert.doesNotMatch(title, /^(?:The|A|An) /, title);
      for (const word of rest)
        assert.ok(!small.test(word.toLowerCase()) || small.test(word), `${title}: ${word}`);
    }
  });
});
