import assert from "node:assert/strict";
import { linkOf, parseLink } from "../../../src/collab/link.ts";
import { covers, isRoomName, isRoomPattern, randomRoom, roomOf } from "../../../src/collab/room-name.ts";

const token = "aaa.bbb.ccc";

describe("an invitation link", () => {
  it("carries what it was made of", () => {
    const invitation = { server: "wss://seamwork.example.com", room: "growth.PRD-042", token };
    assert.deepEqual(parseLink(linkOf(invitation)), invitation);
    const pinned = { ...invitation, server: "wss://192.168.1.7:4400", fingerprint: "0a".repeat(32) };
    assert.deepEqual(parseLink(` ${linkOf(pinned)}\n`), pinned);
  });

  it("opens in VS Code's variants, whose schemes differ", () => {
    const link = linkOf({ server: "ws://127.0.0.1:1", room: "a", token }).replace(
      "vscode:",
      "vscode-insiders:",
    );
    assert.equal(typeof parseLink(link), "object");
  });

  const wrong: Record<string, string> = {
    "some other text": "hello",
    "another page": "https://example.com/join?server=wss://a&room=b",
    "no token": linkOf({ server: "wss://a.example", room: "b", token: "" }),
    "a server that is no websocket": linkOf({ server: "https://a.example", room: "b", token }),
    "a server with a password": linkOf({ server: "wss://me:secret@a.example", room: "b", token }),
    "a room that is a path": linkOf({ server: "wss://a.example", room: "../b", token }),
    "half of a fingerprint": linkOf({ server: "wss://a.example", room: "b", token, fingerprint: "abc" }),
  };
  for (const [what, link] of Object.entries(wrong)) {
    it(`says in a sentence what to do about ${what}`, () => {
      const read = parseLink(link);
      assert.match(typeof read === "string" ? read : "an invitation", /Did you copy all of it\?/);
    });
  }
});

describe("a room's name", () => {
  it("follows one grammar", () => {
    for (const name of ["a", "growth.PRD-042", "A_b-c.9", "x".repeat(100)]) assert.ok(isRoomName(name), name);
    for (const name of ["", ".a", "-a", "a/b", "a b", "a\n", "ä", "x".repeat(101), "a*", "..", "%2e"])
      assert.ok(!isRoomName(name), name);
  });

  it("is covered by a token for it, or for its beginning", () => {
    assert.ok(covers("growth.PRD-042", "growth.PRD-042"));
    assert.ok(!covers("growth.PRD-04", "growth.PRD-042"));
    assert.ok(covers("growth.*", "growth.PRD-042"));
    assert.ok(!covers("growth.*", "growth"));
    assert.ok(covers("*", "anything"));
    assert.ok(
      isRoomPattern("*") && isRoomPattern("growth.*") && !isRoomPattern("a*b") && !isRoomPattern("**"),
    );
  });

  it("is the project's and the PRD's, so that two people meet, or one that nobody guesses", () => {
    assert.equal(roomOf("growth", "PRD-042"), "growth.PRD-042");
    assert.equal(roomOf("growth", "PRD 042"), undefined);
    assert.ok(isRoomName(randomRoom()));
    assert.notEqual(randomRoom(), randomRoom());
  });
});
