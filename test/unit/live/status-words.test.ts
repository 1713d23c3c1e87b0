import assert from "node:assert/strict";
import { statusWords } from "../../../src/extension/live/status-words.ts";
import type { Texts } from "../../../src/extension/live/status-words.ts";
import type { LiveStatus } from "../../../src/collab/session/status.ts";

const text = (status: LiveStatus, people = 2, texts: Texts = "one"): string =>
  statusWords(status, people, texts).text;

describe("the status bar's words for a shared PRD", () => {
  it("say saved only when nothing is under way", () => {
    assert.equal(text({ kind: "live", pending: 0 }), "live · 2 people · saved");
    assert.equal(text({ kind: "live", pending: 1 }), "live · 2 people · saving…");
    assert.equal(text({ kind: "live", pending: 0 }, 1), "live · only you · saved");
    assert.match(
      statusWords({ kind: "live", pending: 2 }, 2, "one").sentence,
      /^2 of your changes are not on the server's disk yet\. If this lasts, its disk may be full/,
    );
  });

  it("say what is kept here while the server is away", () => {
    assert.equal(text({ kind: "connecting", pending: 0 }), "connecting…");
    assert.equal(text({ kind: "offline", pending: 14 }), "offline — 14 changes kept here");
    assert.equal(text({ kind: "offline", pending: 1 }), "offline — 1 change kept here");
    assert.equal(text({ kind: "offline", pending: 0 }), "offline");
    assert.match(
      statusWords({ kind: "connecting", pending: 3 }, 1, "one").sentence,
      /3 of your changes are kept/,
    );
  });

  it("say that one can only read", () => {
    assert.equal(text({ kind: "read-only" }, 3), "read only · 3 people");
  });

  it("do not say live while the editor's text is not the shared one", () => {
    assert.equal(text({ kind: "live", pending: 0 }, 2, "apart"), "joining…");
    assert.equal(text({ kind: "offline", pending: 2 }, 2, "apart"), "joining…");
    assert.equal(text({ kind: "live", pending: 0 }, 2, "asking"), "waiting for your answer");
  });

  it("give the reason of an end: short in the bar, whole in the sentence, and with what is kept", () => {
    const reason =
      "Your invitation was taken back. Your text stays as it is, and nobody else sees it from here on.";
    const words = statusWords({ kind: "ended", reason, pending: 2 }, 1, "apart");
    assert.match(words.text, /^ended: Your invitation was taken back\. .*…$/);
    assert.ok(words.text.length <= 70, words.text);
    assert.equal(words.sentence, `${reason} 2 of your changes are kept on this computer.`);
    assert.equal(text({ kind: "ended", reason: "No.", pending: 0 }), "ended: No.");
    assert.ok(words.warns);
  });
});
