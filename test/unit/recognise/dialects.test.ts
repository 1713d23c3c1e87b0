import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { stylesPage } from "../../../src/core/docs/styles-page.ts";
import { saysFacet } from "../../../src/core/document/coverage.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import type { PrdDocument } from "../../../src/core/document/model.ts";
import { facetNames } from "../../../src/core/format/section-names.ts";
import { documentedStyles } from "../../../src/core/recognise/dialects/documentation.ts";

function seenIn({ requirements }: PrdDocument): Record<string, readonly string[]> {
  return Object.fromEntries(
    requirements.map((one) => [one.id, facetNames.filter((name) => saysFacet(one, name))]),
  );
}

describe("the styles of writing", () => {
  for (const { name, examples } of documentedStyles) {
    describe(name, () => {
      for (const { title, markdown, sees } of examples) {
        for (const [ending, text] of [
          ["LF", markdown],
          ["CRLF", markdown.replaceAll("\n", "\r\n")],
        ] as const) {
          it(`${title}: sees what its example says (${ending})`, () => {
            assert.deepEqual(seenIn(parseDocument(text, defaultConfig)), sees);
          });
        }
      }
    });
  }

  it("have a page that `npm run docs` writes", () => {
    assert.equal(readFileSync("docs/styles.md", "utf8"), stylesPage(documentedStyles), "run `npm run docs`");
  });

  it("are told apart in one document", () => {
    const mixed = documentedStyles
      .flatMap(({ examples }) => examples.map(({ markdown }) => markdown))
      .join("\n");
    const seen = seenIn(parseDocument(mixed, defaultConfig));
    const wanted = documentedStyles.flatMap(({ examples }) =>
      examples.flatMap(({ sees }) => Object.keys(sees)),
    );
    assert.deepEqual(
      [...new Set(wanted)].filter((id) => !(id in seen)),
      [],
    );
  });
});
