import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { commandTable } from "../../../src/extension/commands.ts";

describe("the table of commands", () => {
  it("has those of package.json, those behind lenses, and the one for tests", () => {
    const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as {
      contributes: { commands: { command: string }[] };
    };
    const contributed = contributes.commands.map(({ command }) => command.replace("seamwork.", ""));
    assert.deepEqual(
      commandTable.map(([id]) => id).sort(),
      [...contributed, "select", "goTo", "walk", "rememberForTeam", "renumber", "live.inspect"].sort(),
    );
  });
});
