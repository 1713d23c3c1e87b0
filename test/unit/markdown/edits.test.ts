import { fixtureTexts } from "../fixtures.ts";
import { assertEditedEqualsAnew } from "./edited.ts";

describe("a document that was edited equals one that is read anew", () => {
  it("on 2,000 sequences of edits over the fixtures", function () {
    this.timeout(600_000);
    assertEditedEqualsAnew(
      fixtureTexts().map(([, text]) => text),
      2000,
    );
  });
});
