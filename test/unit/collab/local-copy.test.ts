import assert from "node:assert/strict";
import fc from "fast-check";
import { decodeCopy, encodeCopy } from "../../../src/collab/local-copy.ts";

const kept = { state: Uint8Array.of(0, 10, 13, 255), last: "# A\n", saved: "“€😀”\n" };

describe("what is kept of a room", () => {
  it("comes back as it was written", () => {
    assert.deepEqual(decodeCopy(encodeCopy(kept)), kept);
  });

  it("is nothing when it is torn anywhere", () => {
    const bytes = encodeCopy(kept);
    for (let end = 0; end < bytes.length; end++) assert.equal(decodeCopy(bytes.subarray(0, end)), undefined);
  });

  it("never throws, whatever is in the file", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void decodeCopy(bytes)));
  });
});
