import assert from "node:assert/strict";
import { Doc } from "yjs";
import type { EditorPort } from "../../../src/collab/editor-port.ts";
import type { AskPerson } from "../../../src/collab/ask-person.ts";
import { settle } from "../../../src/collab/settle.ts";

const nobody: AskPerson = {
  chooseText: () => assert.fail("asked which text"),
  onRevert: () => assert.fail("asked about the file"),
  keepBackup: () => assert.fail("kept a backup"),
  onRepaired: () => assert.fail("said that it was repaired"),
};

/** What becomes of the shared text when an editor that shows `mine` comes to it. */
async function settled(
  mine: string,
  shared: string,
  known: { last?: string; saved?: string; held?: string },
): Promise<string> {
  const text = new Doc().getText("content");
  text.insert(0, shared);
  const { last, saved, held } = known;
  assert.equal(await settle({ text: mine } as EditorPort, text, { last, saved, held }, nobody), true);
  return text.toJSON();
}

describe("an editor that comes to a shared text", () => {
  it("adds nothing where it shows what was known of the shared text before", async () => {
    for (const known of [{ last: "ab" }, { last: "x", saved: "ab" }, { last: "x", held: "ab" }])
      assert.equal(await settled("ab", "abc", known), "abc");
  });

  it("adds nothing where it shows again what it held when it went, unsaved", async () => {
    // The letters came from a colleague; merged with what was saved they would stand there twice.
    assert.equal(
      await settled("a bb z", "a bbbb z", { last: "a z", saved: "a z", held: "a bb z" }),
      "a bbbb z",
    );
  });

  it("adds what was written into the file meanwhile", async () => {
    assert.equal(
      await settled("one\nmine\ntwo\n", "one\ntwo\ntheirs\n", { last: "one\ntwo\n" }),
      "one\nmine\ntwo\ntheirs\n",
    );
  });
});
