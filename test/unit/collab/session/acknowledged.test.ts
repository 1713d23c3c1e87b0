import assert from "node:assert/strict";
import { acknowledged } from "../../../../src/collab/session/acknowledged.ts";

describe("what the server has on disk", () => {
  it("counts a change until its frame is acknowledged", () => {
    const progress = acknowledged();
    progress.connected();
    progress.sent(true);
    progress.durable(1);
    assert.equal(progress.pending, 0);
    progress.changed();
    progress.sent(false);
    progress.changed();
    progress.sent(false);
    assert.equal(progress.pending, 2);
    progress.durable(2);
    assert.equal(progress.pending, 1);
    progress.durable(3);
    assert.equal(progress.pending, 0);
  });

  it("does not take a frame that was typed after a reconnect for all that was typed before it", () => {
    const progress = acknowledged();
    for (let i = 0; i < 14; i++) progress.changed();
    progress.connected();
    progress.changed();
    progress.sent(false);
    progress.durable(1);
    assert.equal(progress.pending, 15);
    progress.sent(true);
    progress.durable(2);
    assert.equal(progress.pending, 0);
  });

  it("forgets what an old connection sent and nobody acknowledged", () => {
    const progress = acknowledged();
    progress.connected();
    progress.sent(true);
    progress.changed();
    progress.sent(false);
    progress.connected();
    progress.durable(2);
    assert.equal(progress.pending, 1);
    progress.sent(true);
    progress.durable(1);
    assert.equal(progress.pending, 0);
  });
});
