import assert from "node:assert/strict";
import { format } from "prettier";
import { remark } from "remark";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import { frontmatterEnd, isUnclosed } from "../../../src/core/markdown/frontmatter.ts";
import { exampleDocument } from "../../../src/core/rules/example.ts";
import { documentedRules as rules } from "../../../src/core/rules/documented.ts";
import { exampleWorkspaceTexts, fixtureTexts } from "../fixtures.ts";
import { meaning } from "../model.ts";

const withHeader = remark().use(remarkFrontmatter).use(remarkGfm).freeze();
const withoutHeader = remark().use(remarkGfm).freeze();

const texts = [
  ...fixtureTexts(),
  ...exampleWorkspaceTexts(),
  ...rules.flatMap(({ code, examples }) =>
    examples.flatMap((example): [string, string][] => [
      [`${code} bad: ${example.title}`, exampleDocument(example.bad)],
      [`${code} good: ${example.title}`, exampleDocument(example.good)],
    ]),
  ),
  // A header of ours that is never closed is text to every formatter; PRD003 asks to close it.
].filter(([, text]) => !isUnclosed(text.slice(0, frontmatterEnd(text))));

describe("formatters leave the meaning of a document as it is", () => {
  for (const [name, text] of texts) {
    it(`Prettier: ${name}`, async () => {
      const formatted = await format(text, { parser: "markdown", embeddedLanguageFormatting: "off" });
      assert.deepEqual(
        meaning(parseDocument(formatted, defaultConfig)),
        meaning(parseDocument(text, defaultConfig)),
      );
    });

    it(`remark: ${name}`, () => {
      // See `parseWhole`: remark-frontmatter reads lists wrongly below a header that is never closed.
      const formatted = String((frontmatterEnd(text) > 0 ? withHeader : withoutHeader).processSync(text));
      assert.deepEqual(
        meaning(parseDocument(formatted, defaultConfig)),
        meaning(parseDocument(text, defaultConfig)),
      );
    });
  }
});
