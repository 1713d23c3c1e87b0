import assert from "node:assert/strict";
import { addToList } from "../../src/core/config/add-to-list.ts";
import { parseConfig } from "../../src/core/config/parse-config.ts";
import { applyEdits } from "../../src/core/text/range.ts";

function added(text: string, value = "A4", path: readonly string[] = ["ids", "ignore"]): string | undefined {
  const edit = addToList(text, path, value);
  return edit && applyEdits(text, [edit]);
}

describe("a value that is added to a list of seamwork.yaml", () => {
  for (const [what, before, after] of [
    ["an empty file", "", "ids:\n  ignore: [A4]\n"],
    ["a file without the key", "version: 1\n", "version: 1\nids:\n  ignore: [A4]\n"],
    ["a file without a line end", "version: 1", "version: 1\nids:\n  ignore: [A4]"],
    ["a list in brackets", "ids: { ignore: [F5, S3] } # keys\n", "ids: { ignore: [F5, S3, A4] } # keys\n"],
    ["an empty list", "ids:\n  ignore: []\n", "ids:\n  ignore: [A4]\n"],
    [
      "a list of lines",
      "ids:\n  ignore:\n    - F5 # a key\n    - S3\nversion: 1\n",
      "ids:\n  ignore:\n    - F5 # a key\n    - S3\n    - A4\nversion: 1\n",
    ],
    ["a list that is not indented", "ids:\n  ignore:\n  - F5\n", "ids:\n  ignore:\n  - F5\n  - A4\n"],
    ["an empty map", "ids: {}\n", "ids: { ignore: [A4] }\n"],
    ["other line ends", "version: 1\r\n", "version: 1\r\nids:\r\n  ignore: [A4]\r\n"],
    [
      "a comment at the end",
      "version: 1\n\n# That is all.\n",
      "version: 1\nids:\n  ignore: [A4]\n\n# That is all.\n",
    ],
  ] as const) {
    it(`goes into ${what}`, () => assert.equal(added(before), after));
  }

  it("goes beside what the map has", () => {
    const path = ["sections", "aliases", "Requirements"];
    assert.equal(
      added("sections:\n  aliases:\n    Why: [Pain]\nrules: { PRD403: off }\n", "Paper, ink: all", path),
      'sections:\n  aliases:\n    Why: [Pain]\n    Requirements: ["Paper, ink: all"]\nrules: { PRD403: off }\n',
    );
    assert.equal(
      added("sections: { aliases: { Why: [Pain] } }\n", "The desk", path),
      "sections: { aliases: { Why: [Pain], Requirements: [The desk] } }\n",
    );
  });

  it("is read back", () => {
    const text = added("version: 1\n", 'Paper: "A4", all', ["sections", "aliases", "Requirements"]) ?? "";
    const { config, errors } = parseConfig(text, "seamwork.yaml");
    assert.deepEqual([errors, config.aliases.Requirements], [[], ['Paper: "A4", all']]);
  });

  for (const [what, text] of [
    ["a file that cannot be read", "version: [1\n"],
    ["something else", "ids: A4\n"],
    ["a list instead of a map", "- 1\n"],
    ["a text where the list should be", "ids:\n  ignore: A3\n"],
  ] as const) {
    it(`does not go into ${what}`, () => assert.equal(added(text), undefined));
  }
});
