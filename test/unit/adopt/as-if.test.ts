import assert from "node:assert/strict";
import { asIfAdopted } from "../../../src/core/adopt/as-if.ts";
import { adopt } from "../../../src/core/adopt/adopt.ts";
import { checkDocument } from "../../../src/core/check/check.ts";
import { defaultConfig } from "../../../src/core/config/config.ts";
import { parseDocument } from "../../../src/core/document/document.ts";
import type { PrdDocument } from "../../../src/core/document/model.ts";
import { applyEdits } from "../../../src/core/text/range.ts";
import { fixtureTexts } from "../fixtures.ts";

const options = { config: defaultConfig, path: "labels.md" };

function tried(text: string): PrdDocument {
  const document = asIfAdopted(text, options);
  assert.ok(!("problem" in document));
  return document;
}

const labels = "# Labels\n\n## Requirements\n\n- **R1** Print a fast label\n- Reprint it\n";

describe("a document as if it were adopted", () => {
  it("is a PRD with its text and offsets as they are, and without new ids", () => {
    const document = tried(labels);
    assert.equal(document.text, labels);
    assert.equal(document.header.field("prd")?.values[0]?.text, "PRD-001");
    assert.equal(document.header.field("status")?.values[0]?.text, "draft");
    assert.deepEqual(document.requirements, parseDocument(labels, defaultConfig).requirements);
  });

  it("has the new fields at the top, and those that it had where they are", () => {
    for (const end of ["\n", "\r\n"]) {
      const text = `---${end}owner: lena${end}status: Approved${end}---${end}${end}# Labels${end}`;
      const { header } = tried(text);
      const status = header.field("status");
      assert.equal(text.slice(status?.start, status?.end), "status: Approved");
      assert.equal(text.slice(status?.values[0]?.start, status?.values[0]?.end), "Approved");
      const top = text.indexOf("owner");
      assert.deepEqual([header.field("prd")?.start, header.field("prd")?.end], [top, top]);
      assert.deepEqual([header.start, text.slice(header.start, header.end).includes("Labels")], [0, false]);
    }
  });

  it("is what it is where it is a PRD already, and says why where it cannot become one", () => {
    const prd = `---\nprd: PRD-9\nstatus: draft\n---\n${labels}`;
    assert.deepEqual(tried(prd).header.fields.length, 2);
    const cycle = asIfAdopted("---\nschema: cycle/1\n---\n", options);
    assert.match("problem" in cycle ? cycle.problem : "", /is a cycle/);
  });

  it("has the problems that its text has below the header, at their places", () => {
    let compared = 0;
    for (const [name, text] of fixtureTexts()) {
      const adoption = adopt(text, { ...options, takenIds: [] });
      // Its header only: without the ids that requirements get, they are named as they are.
      const [header] = adoption.edits;
      if (header === undefined || adoption.already) continue;
      const adopted = parseDocument(applyEdits(text, [header]), defaultConfig);
      const at = (offset: number): number => {
        const { start, newText } = header;
        return offset <= start ? offset : Math.max(start, offset - newText.length);
      };
      const check = { config: defaultConfig, today: "2026-08-01", as: "agreed" } as const;
      const plain = (document: PrdDocument): string[] =>
        checkDocument(document, check)
          // Messages name lines, which a header moves.
          .map(
            ({ code, start, end }) =>
              `${code} ${document === adopted ? `${at(start)}–${at(end)}` : `${start}–${end}`}`,
          )
          .sort();
      assert.deepEqual(plain(tried(text)), plain(adopted), name);
      compared++;
    }
    assert.ok(compared >= 3, `${compared} fixtures`);
  });
});
